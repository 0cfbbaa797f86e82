#include "app/assignment.h"

#include "app/command.h"
#include "core/base/suggestion.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Where the first equals sign stands that is not in quotes; -1 where there is none.
qsizetype equalsSign(const QString &text)
{
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (quoted && text.at(at) == u'\\')
            ++at;
        else if (text.at(at) == u'"')
            quoted = !quoted;
        else if (text.at(at) == u'=' && !quoted)
            return at;
    }
    return -1;
}

FieldChange::Kind kindOf(QStringView left, const QString &value)
{
    if (left.endsWith(u'+'))
        return FieldChange::Kind::AddToList;
    if (left.endsWith(u'-'))
        return FieldChange::Kind::RemoveFromList;
    return value.isEmpty() ? FieldChange::Kind::Remove : FieldChange::Kind::Set;
}

QStringList namesOf(const QList<Field> &fields, const Value &present)
{
    QStringList names;
    for (const Field &field : fields)
        names.append(field.id);
    for (const auto &[key, value] : present.entries()) {
        if (!names.contains(key))
            names.append(key);
    }
    return names;
}

} // namespace

Result<FieldChange> readAssignment(const QString &text)
{
    const qsizetype equals = equalsSign(text);
    if (equals < 0) {
        return Error{CommandText::tr("\"%1\" changes nothing: write PATH=VALUE, such as year=2021, or tags+=backend.")
                         .arg(text)};
    }
    QString left = text.left(equals);
    const QString value = text.mid(equals + 1).trimmed();
    const FieldChange::Kind kind = kindOf(left, value);
    const bool list = kind == FieldChange::Kind::AddToList || kind == FieldChange::Kind::RemoveFromList;
    if (list)
        left.chop(1);
    if (list && value.isEmpty())
        return Error{CommandText::tr("\"%1\" names no value behind the equals sign.").arg(text)};
    const Result<FieldPath> path = FieldPath::parse(left.trimmed());
    if (!path)
        return path.error();
    return FieldChange{kind, *path, value};
}

QString misspelling(const FieldPath &path, const Schema &schema, const Value &fields)
{
    QList<Field> known = schema.fields;
    const Value *present = &fields;
    static const Value nothing;
    for (const PathStep &step : path.steps()) {
        if (step.intoList) {
            const bool inside = step.index >= 0 && static_cast<std::size_t>(step.index) < present->items().size();
            present = inside ? &present->items()[static_cast<std::size_t>(step.index)] : &nothing;
            continue;
        }
        const QStringList names = namesOf(known, *present);
        if (!names.contains(step.key)) {
            const QStringList near = nearestOf(step.key, names, 1);
            return near.isEmpty()
                ? QString()
                : CommandText::tr("There is no field \"%1\" here. Did you mean %2?").arg(step.key, near.first());
        }
        const auto field =
            std::find_if(known.begin(), known.end(), [&](const Field &one) { return one.id == step.key; });
        known = field == known.end() ? QList<Field>() : QList<Field>(field->fields);
        present = present->contains(step.key) ? present->find(step.key) : &nothing;
    }
    return {};
}

} // namespace casebook
