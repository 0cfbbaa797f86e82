#include "core/query/search.h"

#include "core/base/fold.h"
#include "core/query/textmatch.h"

#include <QtConcurrent>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int chunkSize = 4096; // cases that one task looks at

// What match() says of a case: out, in, or kept out by the conditions on one facet alone (its number plus one).
constexpr uchar isOut = 0;
constexpr uchar isIn = 255;
constexpr int mostSlots = 250;

struct TextCheck {
    QByteArray needle;
    bool excluded;
};

/// A condition on a field, decided once for each distinct value.
struct ValueCheck {
    const Column *column;
    std::vector<char> hits; ///< by the value's number
    bool excluded;
    int slot;
};

struct PresenceCheck {
    QString path;
    bool present;
    int slot;
};

struct Chunk {
    int begin;
    int end;
};

std::vector<Chunk> chunksOf(int size)
{
    std::vector<Chunk> chunks;
    for (int begin = 0; begin < size; begin += chunkSize)
        chunks.push_back({begin, std::min(begin + chunkSize, size)});
    return chunks;
}

template<typename Work>
void forEachChunk(int size, Work work)
{
    std::vector<Chunk> chunks = chunksOf(size);
    if (chunks.size() <= 1) {
        for (const Chunk &chunk : chunks)
            work(chunk);
        return;
    }
    QtConcurrent::blockingMap(chunks, [&](const Chunk &chunk) { work(chunk); });
}

/// A date, year or number as one number that sorts rightly. A year or month stands for its first (or last) day.
std::optional<double> ordinal(const QString &text, FieldType type, bool upper)
{
    bool isNumber = false;
    if (type != FieldType::Date) {
        const double number = text.toDouble(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    const int year = text.left(4).toInt(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const int month = text.size() >= 7 ? text.mid(5, 2).toInt() : (upper ? 99 : 0);
    const int day = text.size() >= 10 ? text.mid(8, 2).toInt() : (upper ? 99 : 0);
    return year * 10000.0 + month * 100.0 + day;
}

bool isInRange(const QString &value, const QueryTerm &term, FieldType type)
{
    const auto number = ordinal(value, type, false);
    if (!number)
        return false;
    if (!term.from.isEmpty()) {
        const auto from = ordinal(term.from, type, term.open);
        if (!from || (term.open ? *number <= *from : *number < *from))
            return false;
    }
    if (!term.to.isEmpty()) {
        const auto to = ordinal(term.to, type, !term.open);
        if (!to || (term.open ? *number >= *to : *number > *to))
            return false;
    }
    return true;
}

/// Choices are compared whole, by id or label; text by the words in it.
bool isValue(const QString &value, const QueryTerm &term, const Schema &schema, FieldType type)
{
    const QByteArray folded = fold(value);
    const QByteArray label = fold(schema.valueLabel(term.path, value));
    const bool words = type == FieldType::Text || type == FieldType::Url;
    return std::any_of(term.values.begin(), term.values.end(), [&](const QString &asked) {
        const QByteArray needle = fold(asked);
        return words ? findWord(folded, needle) >= 0 : folded == needle || label == needle;
    });
}

int groupRank(const Schema &schema, const QString &value)
{
    for (qsizetype i = 0; i < schema.groups.size(); ++i) {
        if (schema.groups.at(i).value == value)
            return static_cast<int>(i);
    }
    return static_cast<int>(schema.groups.size());
}

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

/// How well a case answers the words: in its title a whole word over a beginning, then anywhere else.
int relevance(const CaseStudy &study, const std::vector<TextCheck> &texts)
{
    int score = 0;
    for (const TextCheck &text : texts) {
        const qsizetype at = text.excluded ? -1 : findWord(foldedTitle(study), text.needle);
        if (at < 0)
            continue;
        const qsizetype end = at + text.needle.size();
        const bool whole = end >= study.titleSize || !QChar::isLetterOrNumber(static_cast<uchar>(study.searchText.at(end)));
        score += whole ? 3 : 2;
    }
    return score;
}

QString orderName(const QString &path, bool descending, SortKey key)
{
    return path + (descending ? u"-"_s : u"+"_s) + QString::number(static_cast<int>(key));
}

} // namespace

struct Search::Plan {
    std::vector<TextCheck> texts;
    std::vector<ValueCheck> values;
    std::vector<PresenceCheck> presences;
    std::vector<bool> broken; ///< for each is:broken, whether it is wanted
    QStringList slotPaths;

    int slotOf(const QString &path)
    {
        qsizetype slot = slotPaths.indexOf(path);
        if (slot < 0) {
            slot = std::min<qsizetype>(slotPaths.size(), mostSlots);
            slotPaths.append(path);
        }
        return static_cast<int>(slot);
    }

    bool textsHold(const CaseStudy &study) const
    {
        const bool brokenHolds = std::all_of(broken.begin(), broken.end(), [&](bool wanted) {
            return wanted == (study.broken || hasError(study.problems));
        });
        return brokenHolds && std::all_of(texts.begin(), texts.end(), [&](const TextCheck &text) {
            return (findWord(study.searchText, text.needle) >= 0) != text.excluded;
        });
    }

    /// The state of a case, as the constants above say.
    uchar stateOf(const CaseStudy &study, int position) const
    {
        int failed = -1;
        const auto fails = [&](int slot) {
            const bool second = failed >= 0 && failed != slot;
            failed = slot;
            return second;
        };
        for (const ValueCheck &check : values) {
            const auto ids = check.column->at(position);
            const bool hit = std::any_of(ids.begin(), ids.end(), [&](int id) { return check.hits[static_cast<std::size_t>(id)]; });
            if (hit == check.excluded && fails(check.slot))
                return isOut;
        }
        for (const PresenceCheck &check : presences) {
            if (valueAt(study.fields, check.path).isEmpty() == check.present && fails(check.slot))
                return isOut;
        }
        if (!textsHold(study))
            return isOut;
        return failed < 0 ? isIn : static_cast<uchar>(failed + 1);
    }
};

Search::Search(const Corpus &corpus) : m_corpus(corpus) {}

Search::~Search() = default;

void Search::corpusGrew()
{
    m_orderName.clear();
    for (const auto &column : std::as_const(m_columns))
        column->extend(m_corpus);
}

void Search::corpusChanged()
{
    m_orderName.clear();
    m_columns.clear();
}

Column &Search::column(const QString &path)
{
    std::shared_ptr<Column> &column = m_columns[path];
    if (!column)
        column = std::make_shared<Column>(path);
    column->extend(m_corpus);
    return *column;
}

const std::vector<int> &Search::orderFor(const QString &path, bool descending, SortKey key)
{
    const QString name = orderName(path, descending, key);
    if (name == m_orderName && static_cast<int>(m_order.size()) == m_corpus.size())
        return m_order;
    const Schema &schema = m_corpus.schema();
    const auto count = static_cast<std::size_t>(m_corpus.size());
    std::vector<double> numbers(count);
    std::vector<QByteArray> texts(key == SortKey::Organization || !path.isEmpty() ? count : 0);
    const Field *field = schema.field(path);
    const bool numeric = field && (field->type == FieldType::Year || field->type == FieldType::Number);
    forEachChunk(m_corpus.size(), [&](const Chunk &chunk) {
        for (int position = chunk.begin; position < chunk.end; ++position) {
            const auto i = static_cast<std::size_t>(position);
            const CaseStudy &study = *m_corpus.at(position);
            if (!path.isEmpty()) {
                const QString text = textsAt(study, path).join(u' ');
                numbers[i] = numeric ? (descending ? -1 : 1) * text.toDouble() : 0;
                texts[i] = numeric ? QByteArray() : fold(text);
                continue;
            }
            numbers[i] = -yearOf(study, schema);
            if (key == SortKey::Relevance)
                numbers[i] += 10'000.0 * groupRank(schema, roleTexts(study, schema, role::group).value(0));
            if (key == SortKey::Organization)
                texts[i] = fold(roleText(study, schema, role::organization));
        }
    });
    const bool textFirst = key == SortKey::Organization && path.isEmpty();
    const bool textDescending = descending && !path.isEmpty();
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    std::sort(m_order.begin(), m_order.end(), [&](int left, int right) {
        const auto a = static_cast<std::size_t>(left);
        const auto b = static_cast<std::size_t>(right);
        if (!textFirst && key != SortKey::Title && numbers[a] != numbers[b])
            return numbers[a] < numbers[b];
        if (!texts.empty() && texts[a] != texts[b])
            return (texts[a] < texts[b]) != textDescending;
        if (textFirst && numbers[a] != numbers[b])
            return numbers[a] < numbers[b];
        const CaseStudy &first = *m_corpus.at(left);
        const CaseStudy &second = *m_corpus.at(right);
        const int titles = compareBytes(foldedTitle(first), foldedTitle(second));
        return titles != 0 ? titles < 0 : first.id < second.id;
    });
    m_orderName = name;
    return m_order;
}

Search::Plan Search::planFor(const Query &query)
{
    Plan plan;
    const Schema &schema = m_corpus.schema();
    for (const QueryTerm &term : query.terms) {
        switch (term.kind) {
        case QueryTerm::Kind::Word:
        case QueryTerm::Kind::Phrase:
            plan.texts.push_back({fold(term.text.simplified()), term.excluded});
            break;
        case QueryTerm::Kind::Broken:
            plan.broken.push_back(!term.excluded);
            break;
        case QueryTerm::Kind::Has:
        case QueryTerm::Kind::Missing:
            plan.presences.push_back({term.path, (term.kind == QueryTerm::Kind::Has) != term.excluded, plan.slotOf(term.path)});
            break;
        case QueryTerm::Kind::Field:
        case QueryTerm::Kind::Range: {
            const Column &values = column(term.path);
            const Field *field = schema.field(term.path);
            const FieldType type = field ? field->type : FieldType::Choice;
            ValueCheck check{&values, {}, term.excluded, plan.slotOf(term.path)};
            check.hits.reserve(static_cast<std::size_t>(values.values().size()));
            for (const QString &value : values.values()) {
                check.hits.push_back(term.kind == QueryTerm::Kind::Range ? isInRange(value, term, type)
                                                                         : isValue(value, term, schema, type));
            }
            plan.values.push_back(std::move(check));
            break;
        }
        }
    }
    return plan;
}

std::vector<uchar> Search::match(const Plan &plan)
{
    std::vector<uchar> states(static_cast<std::size_t>(m_corpus.size()), isIn);
    if (plan.texts.empty() && plan.values.empty() && plan.presences.empty() && plan.broken.empty())
        return states;
    forEachChunk(m_corpus.size(), [&](const Chunk &chunk) {
        for (int position = chunk.begin; position < chunk.end; ++position)
            states[static_cast<std::size_t>(position)] = plan.stateOf(*m_corpus.at(position), position);
    });
    return states;
}

QList<Facet> Search::countFacets(const Query &query, const Plan &plan, const std::vector<uchar> &states)
{
    const Schema &schema = m_corpus.schema();
    QList<Facet> facets;
    for (const QString &path : schema.facetPaths()) {
        const Column &values = column(path);
        const auto alone = static_cast<uchar>(plan.slotPaths.indexOf(path) + 1); // 0, isOut: no condition on this facet
        std::vector<int> counts(static_cast<std::size_t>(values.values().size()));
        for (int position = 0; position < m_corpus.size(); ++position) {
            const uchar state = states[static_cast<std::size_t>(position)];
            if (state != isIn && (state != alone || alone == isOut))
                continue;
            for (const int id : values.at(position))
                ++counts[static_cast<std::size_t>(id)];
        }
        const Field *field = schema.field(path);
        Facet facet{path, schema.fieldLabel(path), field ? field->type : FieldType::Choice, {}, query.hasField(path)};
        std::vector<int> ids(counts.size());
        std::iota(ids.begin(), ids.end(), 0);
        std::sort(ids.begin(), ids.end(), [&](int a, int b) {
            const int totalA = values.totals()[static_cast<std::size_t>(a)];
            const int totalB = values.totals()[static_cast<std::size_t>(b)];
            if (facet.type != FieldType::Year && totalA != totalB)
                return totalA > totalB;
            return values.values().at(a).compare(values.values().at(b), Qt::CaseInsensitive) < 0;
        });
        for (const int id : ids) {
            const QString &value = values.values().at(id);
            facet.values.append({value, schema.valueLabel(path, value), counts[static_cast<std::size_t>(id)],
                                 query.facetState(path, value)});
        }
        facets.append(facet);
    }
    return facets;
}

void Search::arrange(SearchResult &result, std::vector<int> rows, const Arrangement &arrangement)
{
    const Schema &schema = m_corpus.schema();
    const QString path = arrangement.groupPath.isEmpty() ? schema.fieldOf(role::group) : arrangement.groupPath;
    const Column *values = path.isEmpty() ? nullptr : &column(path);
    const auto valueCount = values ? static_cast<std::size_t>(values->values().size()) : 0;
    std::vector<std::vector<int>> rowsOf(valueCount + 1); // the last: without a value
    for (const int row : rows) {
        const auto ids = values ? values->at(row) : std::span<const int>();
        for (const int id : ids)
            rowsOf[static_cast<std::size_t>(id)].push_back(row);
        if (ids.empty())
            rowsOf[valueCount].push_back(row);
    }
    const bool isGroupRole = path == schema.fieldOf(role::group);
    const Field *field = schema.field(path);
    for (std::size_t id = 0; id <= valueCount; ++id) {
        if (rowsOf[id].empty())
            continue;
        ResultGroup group;
        if (id < valueCount) {
            group.value = values->values().at(static_cast<qsizetype>(id));
            group.label = schema.valueLabel(path, group.value);
        }
        if (const Group *known = isGroupRole ? schema.group(group.value) : nullptr) {
            group.description = known->description;
            group.color = known->color;
        } else if (const Term *term = field ? field->term(group.value) : nullptr) {
            group.description = term->definition;
        }
        group.rows = std::move(rowsOf[id]);
        result.groups.push_back(std::move(group));
    }
    const auto rank = [&](const ResultGroup &group) {
        int position = isGroupRole ? groupRank(schema, group.value) : 0;
        for (qsizetype i = 0; field && !isGroupRole && i < field->vocabulary.size(); ++i) {
            if (field->vocabulary.at(i).id == group.value)
                position = static_cast<int>(i);
        }
        return std::pair(group.value.isEmpty(), position);
    };
    const bool newestFirst = field && field->type == FieldType::Year;
    std::stable_sort(result.groups.begin(), result.groups.end(), [&](const ResultGroup &a, const ResultGroup &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        const int labels = a.label.compare(b.label, Qt::CaseInsensitive);
        return newestFirst ? labels > 0 : labels < 0;
    });
    std::vector<char> seen(static_cast<std::size_t>(m_corpus.size()));
    for (const ResultGroup &group : result.groups) {
        for (const int row : group.rows) {
            if (!std::exchange(seen[static_cast<std::size_t>(row)], char(1)))
                result.order.push_back(row);
        }
    }
}

SearchResult Search::run(const Query &query, const Arrangement &arrangement)
{
    const Plan plan = planFor(query);
    const std::vector<uchar> states = match(plan);
    std::vector<int> rows;
    for (const int position : orderFor(query.sortPath, query.sortDescending, arrangement.sort)) {
        if (states[static_cast<std::size_t>(position)] == isIn)
            rows.push_back(position);
    }
    if (query.hasWords() && query.sortPath.isEmpty() && arrangement.sort == SortKey::Relevance) {
        std::vector<std::pair<int, int>> scored;
        for (const int row : rows)
            scored.emplace_back(-relevance(*m_corpus.at(row), plan.texts), row);
        std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        std::transform(scored.begin(), scored.end(), rows.begin(), [](const auto &one) { return one.second; });
    }
    SearchResult result;
    result.total = m_corpus.size();
    result.facets = countFacets(query, plan, states);
    arrange(result, std::move(rows), arrangement);
    return result;
}

QStringList Search::groupingPaths(const Schema &schema)
{
    QStringList paths;
    for (const Field &field : schema.fields) {
        const bool groups = field.type == FieldType::Choice || field.type == FieldType::Year
            || (field.type == FieldType::List && field.id != schema.fieldOf(role::related));
        if (groups || field.id == schema.fieldOf(role::organization))
            paths.append(field.id);
        for (const Field &part : field.fields) {
            if (part.type == FieldType::Choice && part.facet)
                paths.append(field.id + u'.' + part.id);
        }
    }
    const QString group = schema.fieldOf(role::group);
    if (!group.isEmpty()) {
        paths.removeAll(group);
        paths.prepend(group);
    }
    return paths;
}

} // namespace casebook
