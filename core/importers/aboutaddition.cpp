#include "core/importers/aboutaddition.h"

#include "core/importers/markdownsource.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace casebook {

namespace {

/// Without blanks and the line's end behind it.
QByteArray bare(QByteArray line)
{
    qsizetype size = line.size();
    while (size > 0 && (line.at(size - 1) == ' ' || line.at(size - 1) == '\t' || line.at(size - 1) == '\r'))
        --size;
    line.truncate(size);
    return line;
}

QList<QByteArray> bareLines(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    for (QByteArray &line : lines)
        line = bare(line);
    return lines;
}

class Adder {
public:
    explicit Adder(const QByteArray &text) : m_text(text), m_lines(bareLines(text)), m_isWindows(text.contains("\r\n"))
    {
        qsizetype start = 0;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            m_places[m_lines.at(i)].append(i);
            m_starts.append(start);
            start = m_text.indexOf('\n', start) + 1;
        }
    }

    QByteArray run(const QString &addition)
    {
        const MarkdownSource source(addition);
        QList<QByteArray> waiting; // before the first block that is there
        for (std::size_t i = 0; i < source.size(); ++i) {
            const QByteArray block = source.lines(i).toUtf8();
            const QList<QByteArray> lines = bareLines(block);
            const qsizetype found = find(lines);
            if (found >= 0) {
                insert(found, waiting);
                waiting.clear();
                m_last = found + lines.size();
            } else if (m_last < 0) {
                waiting.append(block);
            } else {
                insert(m_last, {block});
            }
        }
        insert(m_lines.size(), waiting);
        return written();
    }

private:
    /// The line at which these lines stand, behind those found last if they are there too; -1: nowhere.
    qsizetype find(const QList<QByteArray> &lines) const
    {
        const QList<qsizetype> places = m_places.value(lines.first());
        const auto stand = [&](qsizetype at) {
            return at + lines.size() <= m_lines.size() && std::equal(lines.begin(), lines.end(), m_lines.begin() + at);
        };
        qsizetype first = -1;
        for (const qsizetype at : places) {
            if (!stand(at))
                continue;
            if (at >= m_last)
                return at;
            first = first < 0 ? at : first;
        }
        return first;
    }

    void insert(qsizetype line, const QList<QByteArray> &blocks)
    {
        if (!blocks.isEmpty())
            m_insertions[line] += blocks;
    }

    QByteArray written() const
    {
        QByteArray result;
        const QByteArray end = m_isWindows ? "\r\n" : "\n";
        for (qsizetype i = 0; i <= m_lines.size(); ++i) {
            const QList<QByteArray> blocks = m_insertions.value(i);
            for (const QByteArray &block : blocks) {
                if (!result.isEmpty() && !result.endsWith('\n'))
                    result += end;
                if (!result.isEmpty() && !endsBlank(result))
                    result += end;
                result += QByteArray(block).replace("\n", end) + end;
            }
            if (i == m_lines.size())
                break;
            if (!blocks.isEmpty() && !m_lines.at(i).isEmpty())
                result += end;
            const qsizetype next = i + 1 < m_starts.size() ? m_starts.at(i + 1) : m_text.size();
            result += m_text.mid(m_starts.at(i), next - m_starts.at(i));
        }
        return result;
    }

    static bool endsBlank(const QByteArray &text)
    {
        if (text.size() < 2)
            return true;
        const qsizetype last = text.lastIndexOf('\n', text.size() - 2);
        return bare(text.mid(last + 1).chopped(1)).isEmpty();
    }

    const QByteArray &m_text;
    QList<QByteArray> m_lines;
    QList<qsizetype> m_starts;                        ///< of the lines
    QHash<QByteArray, QList<qsizetype>> m_places;     ///< of lines, in order
    QHash<qsizetype, QList<QByteArray>> m_insertions; ///< blocks, by the line before which they come
    qsizetype m_last = -1;                            ///< the line behind the block that was found last
    bool m_isWindows;
};

} // namespace

QByteArray withAddition(const QByteArray &text, const QString &addition)
{
    return Adder(text).run(addition);
}

} // namespace casebook
