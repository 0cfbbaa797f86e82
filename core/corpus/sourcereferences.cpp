#include "core/corpus/sourcereferences.h"

#include <optional>

namespace casebook {

namespace {

/// Whether the edit changes the places in a list; not where it adds something behind the last.
bool movesItems(const Edit &edit, const QString &list)
{
    const QList<PathStep> &steps = edit.path.steps();
    return edit.kind != Edit::Kind::Set && steps.size() == 2 && steps.first() == PathStep{list} && steps.last().intoList
        && steps.last().index != PathStep::afterLast;
}

/// Where an item goes, from 0; nowhere where it is taken out.
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

void addReferences(Edits &edits, const Edit &edit, const Value &fields, const QString &owner, const QString &part)
{
    const Value::List &records = fields[owner].items();
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Value &reference = records[i][part];
        if (!reference.isInteger() || reference.toInteger() < 1)
            continue;
        const qint64 place = reference.toInteger() - 1;
        const std::optional<qint64> moved = newPlace(edit, place);
        if (moved != place)
            edits.append(
                Edit::set(FieldPath(owner).item(static_cast<int>(i)).key(part), moved ? Value(*moved + 1) : Value()));
    }
}

} // namespace

Edits withReferences(const Edit &edit, const Value &fields, const Schema &schema)
{
    struct Reference {
        QStringView list;
        QStringView owner;
        QStringView part;
    };
    Edits edits{edit};
    for (const Reference &reference :
         {Reference{role::sources, role::claims, u"source"}, Reference{role::sources, role::figures, u"source"},
          Reference{role::figures, role::claims, u"figure"}}) {
        const QString list = schema.fieldOf(reference.list);
        const QString owner = schema.fieldOf(reference.owner);
        if (!list.isEmpty() && !owner.isEmpty() && movesItems(edit, list))
            addReferences(edits, edit, fields, owner, schema.partOf(reference.owner, reference.part));
    }
    return edits;
}

} // namespace casebook
