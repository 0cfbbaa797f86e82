#include "core/query/fieldcondition.h"

#include "core/query/ordinal.h"
#include "core/query/period.h"

#include <algorithm>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

std::optional<QueryTerm> stateCondition(const QString &value, const Schema &schema)
{
    QueryTerm term;
    if (value == u"broken") {
        term.kind = QueryTerm::Kind::Broken;
        return term;
    }
    if (!value.startsWith(u"stale") || !schema.roleField(role::reviewed))
        return std::nullopt;
    const QStringView rest = QStringView(value).mid(5);
    const auto period = rest.startsWith(u'>') ? periodFrom(rest.mid(1)) : std::nullopt;
    if (!rest.isEmpty() && !period)
        return std::nullopt;
    term.kind = QueryTerm::Kind::Stale;
    term.text = period ? period->toText() : QString();
    return term;
}

/// Reads has:, missing: and is:, if that is what stands there.
std::optional<QueryTerm> ownCondition(const QString &name, const QString &value, const Schema &schema)
{
    if (name == u"is")
        return stateCondition(value.toLower(), schema);
    if (name != u"has" && name != u"missing")
        return std::nullopt;
    QueryTerm term;
    term.kind = name == u"has" ? QueryTerm::Kind::Has : QueryTerm::Kind::Missing;
    term.path = resolveFieldName(value, schema);
    return term.path.isEmpty() ? std::nullopt : std::optional(term);
}

/// `year:=2018` is what some write beside `year:>=2018`.
QString withoutEquals(const WrittenValue &value)
{
    const bool equals = !value.quoted && value.text.size() > 1 && value.text.startsWith(u'=');
    return equals ? value.text.mid(1) : value.text;
}

bool isRange(const WrittenValue &value)
{
    return !value.quoted
        && (value.text.contains(u".."_s) || value.text.startsWith(u'<') || value.text.startsWith(u'>'));
}

/// A bound that cannot be read makes no range, and the whole is searched for as a word.
std::optional<QueryTerm> rangeCondition(const QString &value, const QString &path, FieldType type)
{
    QueryTerm term;
    term.kind = QueryTerm::Kind::Range;
    term.path = path;
    if (const qsizetype dots = value.indexOf(u".."_s); dots >= 0) {
        term.from = value.left(dots);
        term.to = value.mid(dots + 2);
    } else {
        term.open = value.size() < 2 || value.at(1) != u'=';
        (value.startsWith(u'>') ? term.from : term.to) = value.mid(term.open ? 1 : 2);
    }
    // From the later to the earlier is between the two as well: nothing else can be meant.
    const auto from = ordinalOf(term.from, type, false);
    const auto to = ordinalOf(term.to, type, true);
    if (from && to && *from > *to)
        std::swap(term.from, term.to);
    const auto isReadable = [&](const QString &bound) { return bound.isEmpty() || ordinalOf(bound, type, false); };
    const bool isBounded = !term.from.isEmpty() || !term.to.isEmpty();
    return isBounded && isReadable(term.from) && isReadable(term.to) ? std::optional(term) : std::nullopt;
}

/// Values and ranges in one list: any of them.
std::optional<QueryTerm> rangesCondition(const QList<WrittenValue> &written, const QString &path, FieldType type)
{
    QueryTerm values;
    values.kind = QueryTerm::Kind::Field;
    values.path = path;
    QueryTerm group;
    group.kind = QueryTerm::Kind::Group;
    for (const WrittenValue &value : written) {
        if (!isRange(value)) {
            values.values.append(withoutEquals(value));
            continue;
        }
        const std::optional<QueryTerm> range = rangeCondition(value.text, path, type);
        if (!range)
            return std::nullopt;
        group.alternatives.append({*range});
    }
    if (!values.values.isEmpty())
        group.alternatives.prepend({values});
    return group;
}

} // namespace

std::optional<QueryTerm> fieldCondition(const WrittenValue &name, const QList<WrittenValue> &values,
                                        const Schema &schema)
{
    if (!name.quoted && values.size() == 1) {
        if (const auto own = ownCondition(name.text.toLower(), values.first().text, schema))
            return own;
    }
    QueryTerm term;
    term.kind = QueryTerm::Kind::Field;
    term.path = resolveFieldName(name.text, schema);
    if (term.path.isEmpty())
        return std::nullopt;
    const Field *field = schema.field(term.path);
    const bool ordered = field && isOrdered(field->type);
    if (ordered && std::any_of(values.begin(), values.end(), isRange)) {
        return values.size() == 1 ? rangeCondition(values.first().text, term.path, field->type)
                                  : rangesCondition(values, term.path, field->type);
    }
    const ListedValues listed(term.path, schema);
    for (const WrittenValue &value : values)
        term.values.append(ordered ? withoutEquals(value) : listed.meant(value.text));
    return term;
}

} // namespace casebook
