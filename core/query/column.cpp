#include "core/query/column.h"

#include "core/base/fold.h"
#include "core/corpus/fieldtexts.h"
#include "core/query/chunks.h"
#include "core/query/fieldtest.h"
#include "core/query/ordinal.h"

#include <algorithm>
#include <numeric>

namespace casebook {

void Column::extend(const Corpus &corpus)
{
    const int before = size();
    if (before == corpus.size())
        return;
    if (before == 0)
        learnSpellings(corpus.schema());
    const FieldTexts field(m_path, corpus);
    std::vector<QStringList> texts(static_cast<std::size_t>(corpus.size() - before));
    forEachChunk(before, corpus.size(), [&](const Chunk &chunk) {
        for (int position = chunk.begin; position < chunk.end; ++position)
            texts[static_cast<std::size_t>(position - before)] = field.of(*corpus.at(position));
    });
    for (const QStringList &list : texts)
        append(list);
}

void Column::learnSpellings(const Schema &schema)
{
    const Field *field = schema.field(m_path);
    const bool wanted =
        m_spellings == Spellings::Together && !isAskedByWords(field) && !(field && isOrdered(field->type));
    m_merges = wanted;
    if (!wanted)
        return;
    for (const Term &term : field ? field->vocabulary : QList<Term>())
        m_known.insert(fold(term.id.simplified()), term.id);
    for (const Group &group : m_path == schema.fieldOf(role::group) ? schema.groups : QList<Group>())
        m_known.insert(fold(group.value.simplified()), group.value);
}

/// Adds a case. Two spellings of a value in one case are one value.
void Column::append(const QStringList &texts)
{
    const auto begin = static_cast<qsizetype>(m_ids.size());
    for (const QString &text : texts) {
        const int number = numberOf(text);
        if (std::find(m_ids.begin() + begin, m_ids.end(), number) != m_ids.end())
            continue;
        ++m_totals[static_cast<std::size_t>(number)];
        m_ids.push_back(number);
    }
    m_starts.push_back(static_cast<int>(m_ids.size()));
}

int Column::numberOf(const QString &value)
{
    if (const auto number = m_numbers.constFind(value); number != m_numbers.constEnd())
        return *number;
    const QByteArray folded = m_merges ? fold(value.simplified()) : QByteArray();
    int number = folded.isEmpty() ? -1 : m_numbersFolded.value(folded, -1);
    if (number < 0) {
        number = static_cast<int>(m_values.size());
        m_values.append(m_known.value(folded, value));
        m_totals.push_back(0);
        if (!folded.isEmpty())
            m_numbersFolded.insert(folded, number);
    }
    m_numbers.insert(value, number);
    return number;
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

const QStringList &Column::labels(const Schema &schema)
{
    for (qsizetype number = m_labels.size(); number < m_values.size(); ++number)
        m_labels.append(schema.valueLabel(m_path, m_values.at(number)));
    return m_labels;
}

void Column::extendSets()
{
    m_sets.resize(m_totals.size());
    if (m_setsSize == size())
        return;
    for (CaseSet &set : m_sets)
        set.resize(size());
    for (int position = m_setsSize; position < size(); ++position) {
        for (const int number : at(position))
            m_sets[static_cast<std::size_t>(number)].insert(position);
    }
    m_setsSize = size();
}

std::vector<int> Column::countsIn(const CaseSet &cases)
{
    std::vector<int> counts(m_totals.size());
    // Going through the bits of every value, or through the values of every case: whatever is less.
    const double words = (size() + 63) / 64.0;
    const double byBits = words * static_cast<double>(counts.size());
    const double byCases = size() == 0 ? 0 : static_cast<double>(m_ids.size()) / size() * cases.count();
    if (byBits < byCases) {
        extendSets();
        for (std::size_t number = 0; number < counts.size(); ++number)
            counts[number] = cases.countCommon(m_sets[number]);
        return counts;
    }
    cases.forEach([&](int position) {
        for (const int number : at(position))
            ++counts[static_cast<std::size_t>(number)];
    });
    return counts;
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
    m_sets.clear();
    m_setsSize = 0;
    m_labels.clear();
    m_values.clear();
    m_numbers.clear();
    m_numbersFolded.clear();
    m_known.clear();
    m_totals.clear();
    m_starts.assign(1, 0);
    m_ids.clear();
}

} // namespace casebook
