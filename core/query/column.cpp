#include "core/query/column.h"

#include "core/base/fold.h"
#include "core/corpus/fieldtexts.h"
#include "core/query/chunks.h"

#include <algorithm>
#include <numeric>

namespace casebook {

void Column::extend(const Corpus &corpus)
{
    const int before = size();
    if (before == corpus.size())
        return;
    const FieldTexts field(m_path, corpus.schema(), corpus.today());
    std::vector<QStringList> texts(static_cast<std::size_t>(corpus.size() - before));
    forEachChunk(before, corpus.size(), [&](const Chunk &chunk) {
        for (int position = chunk.begin; position < chunk.end; ++position)
            texts[static_cast<std::size_t>(position - before)] = field.of(*corpus.at(position));
    });
    for (const QStringList &list : texts) {
        for (const QString &text : list)
            m_ids.push_back(numberOf(text));
        m_starts.push_back(static_cast<int>(m_ids.size()));
    }
}

/// The number of a value that one more case has.
int Column::numberOf(const QString &value)
{
    auto number = m_numbers.find(value);
    if (number == m_numbers.end()) {
        number = m_numbers.insert(value, static_cast<int>(m_values.size()));
        m_values.append(value);
        m_totals.push_back(0);
    }
    ++m_totals[static_cast<std::size_t>(*number)];
    return *number;
}

const std::vector<QByteArray> &Column::folded()
{
    const auto before = static_cast<int>(m_folded.size());
    m_folded.resize(m_totals.size());
    forEachChunk(before, static_cast<int>(m_folded.size()), [this](const Chunk &chunk) {
        for (int number = chunk.begin; number < chunk.end; ++number)
            m_folded[static_cast<std::size_t>(number)] = fold(m_values.at(number).simplified());
    });
    return m_folded;
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
    m_folded.clear();
    m_values.clear();
    m_numbers.clear();
    m_totals.clear();
    m_starts.assign(1, 0);
    m_ids.clear();
}

} // namespace casebook
