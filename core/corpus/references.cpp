#include "core/corpus/references.h"

#include <optional>

namespace casebook {

namespace {

/// Whether the edit changes the places of records; not where it adds one behind the last.
bool movesRecords(const Edit &edit)
{
    const QList<PathStep> &steps = edit.path.steps();
    return edit.kind != Edit::Kind::Set && steps.size() == 2 && !steps.first().intoList && steps.last().intoList
        && steps.last().index != PathStep::afterLast;
}

/// Where a record goes, from 0; nowhere where it is taken out.
std::optional<qint64> newPlace(const Edit &edit, qint64 place)
{
    const qint64 changed = edit.path.last().index;
    switch (edit.kind) {
    case Edit::Kind::Set:
        return place;
    case Edit::Kind::Remove:
        return place == changed ? std::nullopt : std::optional(place > changed ? place - 1 : place);
    case Edit::Kind::Insert:
        return place >= changed ? place + 1 : place;
    case Edit::Kind::Move:
        if (place == changed)
            return edit.to;
        place -= place > changed ? 1 : 0;
        return place >= edit.to ? place + 1 : place;
    }
    return place;
}

void addChanges(Edits &edits, const Edit &edit, const Value &fields, const QString &owner, const QString &part)
{
    const Value::List &records = fields[owner].items();
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Value &reference = records[i][part];
        if (!reference.isInteger() || reference.toInteger() < 1)
            continue;
        const qint64 place = reference.toInteger() - 1;
        const std::optional<qint64> moved = newPlace(edit, place);
        if (moved != place) {
            edits.append(
                Edit::set(FieldPath(owner).item(static_cast<int>(i)).key(part), moved ? Value(*moved + 1) : Value()));
        }
    }
}

} // namespace

Edits withReferences(const Edit &edit, const Value &fields, const Schema &schema)
{
    Edits edits{edit};
    if (!movesRecords(edit))
        return edits;
    const QString &moved = edit.path.steps().first().key;
    for (const Reference &reference : references) {
        const QString target = schema.fieldOf(reference.target);
        const QString owner = schema.fieldOf(reference.owner);
        if (!target.isEmpty() && target == moved && !owner.isEmpty() && owner != target)
            addChanges(edits, edit, fields, owner, schema.partOf(reference.owner, reference.part));
    }
    return edits;
}

} // namespace casebook
