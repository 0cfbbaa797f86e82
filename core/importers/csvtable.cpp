#include "core/importers/csvtable.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rowsLookedAt = 30; // to find out what separates the cells

class CsvReader {
public:
    CsvReader(const QString &text, QChar separator, int firstLine)
        : m_text(text), m_separator(separator), m_line(firstLine)
    {
        m_row.line = firstLine;
    }

    /// Reads on until there are so many rows.
    QList<CsvRow> run(qsizetype most)
    {
        while (m_at < m_text.size() && m_rows.size() < most) {
            const QChar c = m_text.at(m_at);
            if (c == u'"' && !m_quoted && m_cell.trimmed().isEmpty())
                readQuoted();
            else if (c == m_separator || c == u'\n')
                endCell(c == u'\n');
            else
                m_cell += m_text.at(m_at++);
        }
        if (m_rows.size() < most)
            endCell(true);
        return std::move(m_rows);
    }

    /// The line of a quote that was never closed; 0: there was none.
    int openQuote() const { return m_openQuote; }

private:
    void readQuoted()
    {
        const int line = m_line;
        m_quoted = true;
        m_cell.clear();
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"' && (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'"')) {
                ++m_at;
                m_closed = m_cell.size();
                return;
            }
            if (c == u'"')
                ++m_at;
            m_line += c == u'\n' ? 1 : 0;
            m_cell += c;
        }
        m_openQuote = line;
        m_closed = m_cell.size();
    }

    void endCell(bool endsRow)
    {
        // Blanks behind the closing quotes are no part of the cell; anything else there is kept.
        if (m_quoted && QStringView(m_cell).mid(m_closed).trimmed().isEmpty())
            m_cell.truncate(m_closed);
        m_row.cells.append(m_quoted ? m_cell : m_cell.trimmed());
        m_cell.clear();
        m_quoted = false;
        ++m_at;
        if (!endsRow)
            return;
        const auto blank = [](const QString &cell) { return cell.isEmpty(); };
        if (!std::all_of(m_row.cells.begin(), m_row.cells.end(), blank))
            m_rows.append(m_row);
        m_row = {{}, ++m_line};
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    QString m_cell;
    bool m_quoted = false;
    qsizetype m_closed = 0; ///< how long the cell was where its quotes closed
    int m_line = 1;
    int m_openQuote = 0;
    CsvRow m_row;
    QList<CsvRow> m_rows;
};

/// How many rows in a hundred have as many cells as the first one, or 0 where that has one alone.
qsizetype evenness(const QList<CsvRow> &rows)
{
    const qsizetype columns = rows.value(0).cells.size();
    if (columns < 2)
        return 0;
    const auto agrees = [columns](const CsvRow &row) { return row.cells.size() == columns; };
    return 100 * std::count_if(rows.begin(), rows.end(), agrees) / rows.size();
}

QChar separatorOf(const QString &text)
{
    constexpr std::array<char16_t, 4> known{u',', u';', u'\t', u'|'};
    QChar best = u',';
    std::pair<qsizetype, qsizetype> most{0, 0};
    for (const char16_t separator : known) {
        const QList<CsvRow> rows = CsvReader(text, separator, 1).run(rowsLookedAt);
        // A file of which one cell holds a comma has columns all the same: then the header decides.
        const std::pair<qsizetype, qsizetype> found{evenness(rows), rows.value(0).cells.size()};
        if (found.second > 1 && found > most) {
            most = found;
            best = separator;
        }
    }
    return best;
}

} // namespace

QList<CsvRow> readCsv(const QString &text, int *openQuote)
{
    static const QRegularExpression told(u"^sep=(.)[ \\t]*\\n"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype all = std::numeric_limits<qsizetype>::max();
    const auto match = told.match(text);
    const bool isTold = match.hasMatch();
    const QString rest = isTold ? text.mid(match.capturedLength()) : text;
    CsvReader reader(rest, isTold ? match.captured(1).front() : separatorOf(text), isTold ? 2 : 1);
    QList<CsvRow> rows = reader.run(all);
    if (openQuote)
        *openQuote = reader.openQuote();
    return rows;
}

} // namespace casebook
