#include "core/query/ordering.h"

#include "core/base/fold.h"
#include "core/corpus/fieldtexts.h"
#include "core/evidence/evidencefields.h"
#include "core/query/chunks.h"
#include "core/query/ordinal.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>

namespace casebook {

namespace {

constexpr double last = std::numeric_limits<double>::infinity();

QByteArrayView foldedTitle(const CaseStudy &study)
{
    return QByteArrayView(study.searchText).first(study.titleSize);
}

int compareBytes(QByteArrayView a, QByteArrayView b)
{
    const auto common = static_cast<std::size_t>(std::min(a.size(), b.size()));
    const int order = common == 0 ? 0 : std::memcmp(a.data(), b.data(), common);
    return order != 0 ? order : (a.size() < b.size() ? -1 : a.size() > b.size());
}

/// The first eight bytes as a number that compares as they do.
quint64 startOf(QByteArrayView text)
{
    quint64 bytes = 0;
    std::memcpy(&bytes, text.data(), static_cast<std::size_t>(std::min<qsizetype>(text.size(), 8)));
    return qFromBigEndian(bytes);
}

/// Makes one sorted whole of chunks that are sorted each for itself.
template<typename Less>
void mergeChunks(std::vector<int> &positions, Less less)
{
    const auto size = static_cast<qsizetype>(positions.size());
    for (qsizetype width = chunkSize; width < size; width *= 2) {
        for (qsizetype begin = 0; begin + width < size; begin += 2 * width) {
            const auto from = positions.begin() + begin;
            std::inplace_merge(from, from + width, positions.begin() + std::min(begin + 2 * width, size), less);
        }
    }
}

int groupRank(const Schema &schema, const QString &value)
{
    const auto found = std::find_if(schema.groups.begin(), schema.groups.end(),
                                    [&](const Group &group) { return group.value == value; });
    return static_cast<int>(found - schema.groups.begin());
}

} // namespace

void Ordering::rankByField(const FieldTexts &field, const CaseStudy &study, std::size_t position, bool numeric)
{
    Rank &rank = m_ranks[position];
    const QStringList texts = field.hasRanks() ? QStringList() : field.of(study);
    if (numeric) {
        const auto number =
            field.hasRanks() ? field.rankOf(study) : ordinalOf(texts.value(0), FieldType::Number, false);
        rank.first = !number ? last : m_key.descending ? -*number : *number;
        return;
    }
    rank.first = texts.isEmpty() ? last : 0;
    m_texts[position] = fold(texts.join(u' '));
}

void Ordering::rank(const Corpus &corpus, const FieldTexts &field, int position, bool numeric)
{
    const CaseStudy &study = *corpus.at(position);
    const Schema &schema = corpus.schema();
    const auto index = static_cast<std::size_t>(position);
    Rank &rank = m_ranks[index];
    rank.titleStart = startOf(foldedTitle(study));
    if (!m_key.path.isEmpty()) {
        rankByField(field, study, index, numeric);
        return;
    }
    switch (m_key.sort) {
    case SortKey::Relevance: // a year has four digits
        rank.first =
            10'000.0 * groupRank(schema, roleTexts(study, schema, role::group).value(0)) - yearOf(study, schema);
        break;
    case SortKey::Year:
        rank.first = -yearOf(study, schema);
        break;
    case SortKey::Title:
        break;
    case SortKey::Organization:
        m_texts[index] = fold(roleText(study, schema, role::organization));
        rank.first = m_texts[index].isEmpty() ? last : 0;
        rank.second = -yearOf(study, schema);
        break;
    case SortKey::Evidence: // has a path: see Search
        break;
    }
}

bool Ordering::less(const Corpus &corpus, int left, int right) const
{
    const auto a = static_cast<std::size_t>(left);
    const auto b = static_cast<std::size_t>(right);
    if (m_ranks[a].first != m_ranks[b].first)
        return m_ranks[a].first < m_ranks[b].first;
    if (!m_texts.empty() && m_texts[a] != m_texts[b])
        return (m_texts[a] < m_texts[b]) != m_key.descending;
    if (m_ranks[a].second != m_ranks[b].second)
        return m_ranks[a].second < m_ranks[b].second;
    if (m_ranks[a].titleStart != m_ranks[b].titleStart)
        return m_ranks[a].titleStart < m_ranks[b].titleStart;
    const CaseStudy &first = *corpus.at(left);
    const CaseStudy &second = *corpus.at(right);
    const int titles = compareBytes(foldedTitle(first), foldedTitle(second));
    return titles != 0 ? titles < 0 : first.id < second.id;
}

void Ordering::extend(const Corpus &corpus)
{
    const auto before = static_cast<int>(m_positions.size());
    if (before == corpus.size())
        return;
    const Field *field = corpus.schema().field(m_key.path);
    const FieldTexts reader(m_key.path, corpus);
    const bool numeric =
        reader.hasRanks() || (field && (field->type == FieldType::Year || field->type == FieldType::Number));
    const bool hasText = m_key.path.isEmpty() ? m_key.sort == SortKey::Organization : !numeric;
    m_ranks.resize(static_cast<std::size_t>(corpus.size()));
    m_texts.resize(hasText ? m_ranks.size() : 0);
    std::vector<int> more(m_ranks.size() - static_cast<std::size_t>(before));
    std::iota(more.begin(), more.end(), before);
    const auto order = [&](int left, int right) { return less(corpus, left, right); };
    forEachChunk(before, corpus.size(), [&](const Chunk &chunk) {
        for (int position = chunk.begin; position < chunk.end; ++position)
            rank(corpus, reader, position, numeric);
        std::sort(more.begin() + (chunk.begin - before), more.begin() + (chunk.end - before), order);
    });
    mergeChunks(more, order);
    const std::vector<int> old = std::move(m_positions);
    m_positions.resize(m_ranks.size());
    std::merge(old.begin(), old.end(), more.begin(), more.end(), m_positions.begin(), order);
}

} // namespace casebook
