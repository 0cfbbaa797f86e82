#include "core/query/column.h"

namespace casebook {

void Column::extend(const Corpus &corpus)
{
    for (int position = size(); position < corpus.size(); ++position) {
        const QStringList texts = textsAt(*corpus.at(position), m_path);
        for (const QString &text : texts) {
            auto number = m_numbers.find(text);
            if (number == m_numbers.end()) {
                number = m_numbers.insert(text, static_cast<int>(m_values.size()));
                m_values.append(text);
                m_totals.push_back(0);
            }
            m_ids.push_back(*number);
            ++m_totals[static_cast<std::size_t>(*number)];
        }
        m_starts.push_back(static_cast<int>(m_ids.size()));
    }
}

void Column::clear()
{
    m_values.clear();
    m_numbers.clear();
    m_totals.clear();
    m_starts.assign(1, 0);
    m_ids.clear();
}

} // namespace casebook
