#include "core/query/column.h"

#include <algorithm>
#include <numeric>

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

const std::vector<int> &Column::ranked(bool byValue)
{
    if (m_rankedSize == size())
        return m_ranked;
    m_rankedSize = size();
    m_ranked.resize(m_totals.size());
    std::iota(m_ranked.begin(), m_ranked.end(), 0);
    std::sort(m_ranked.begin(), m_ranked.end(), [&](int a, int b) {
        const int totalA = m_totals[static_cast<std::size_t>(a)];
        const int totalB = m_totals[static_cast<std::size_t>(b)];
        if (!byValue && totalA != totalB)
            return totalA > totalB;
        const int values = m_values.at(a).compare(m_values.at(b), Qt::CaseInsensitive);
        return values != 0 ? values < 0 : m_values.at(a) < m_values.at(b);
    });
    return m_ranked;
}

void Column::clear()
{
    m_rankedSize = -1;
    m_values.clear();
    m_numbers.clear();
    m_totals.clear();
    m_starts.assign(1, 0);
    m_ids.clear();
}

} // namespace casebook
