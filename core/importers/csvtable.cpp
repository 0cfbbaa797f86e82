#include "core/importers/csvtable.h"

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QChar separatorOf(const QString &text)
{
    const QString first = text.section(u'\n', 0, 0);
    constexpr std::array<char16_t, 3> known{u',', u';', u'\t'};
    return *std::max_element(known.begin(), known.end(), [&first](char16_t a, char16_t b) {
        return first.count(QChar(a)) < first.count(QChar(b));
    });
}

class CsvReader {
public:
    explicit CsvReader(const QString &text) : m_text(text), m_separator(separatorOf(text)) {}

    QList<CsvRow> run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'"' && m_cell.isEmpty() && !m_quoted)
                readQuoted();
            else if (c == m_separator || c == u'\n')
                endCell(c == u'\n');
            else
                m_cell += m_text.at(m_at++);
        }
        endCell(true);
        return std::move(m_rows);
    }

private:
    void readQuoted()
    {
        m_quoted = true;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"' && (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'"')) {
                ++m_at;
                return;
            }
            if (c == u'"')
                ++m_at;
            m_line += c == u'\n' ? 1 : 0;
            m_cell += c;
        }
    }

    void endCell(bool endsRow)
    {
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
    int m_line = 1;
    CsvRow m_row;
    QList<CsvRow> m_rows;
};

} // namespace

QList<CsvRow> readCsv(const QString &text)
{
    return CsvReader(text).run();
}

} // namespace casebook
