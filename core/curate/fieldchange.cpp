#include "core/curate/fieldchange.h"

#include "core/corpus/fieldtext.h"
#include "core/corpus/references.h"
#include "core/store/corpuspath.h"
#include "core/store/filecontent.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("FieldChange", text);
}

/// What stands at a path; null where nothing does.
const Value *find(const Value &fields, const FieldPath &path)
{
    const Value *value = &fields;
    for (const PathStep &step : path.steps()) {
        if (!step.intoList) {
            value = value->find(step.key);
        } else {
            const bool inside = step.index >= 0 && step.index < static_cast<int>(value->items().size());
            value = inside ? &value->items()[static_cast<std::size_t>(step.index)] : nullptr;
        }
        if (!value)
            return nullptr;
    }
    return value;
}

bool isSame(const Value &a, const Value &b)
{
    return a.isScalar() && b.isScalar() ? a.toText() == b.toText() : a == b;
}

bool contains(const Value::List &list, const Value &value)
{
    return std::any_of(list.begin(), list.end(), [&](const Value &item) { return isSame(item, value); });
}

/// What stands there as a list: a single value as a list of one.
Value::List listOf(const Value &present)
{
    const bool single = present.isScalar() && !present.isEmpty();
    return single ? Value::List{present} : present.items();
}

Edits additions(const FieldPath &path, const Value &present, const Value::List &wanted)
{
    Value::List all = listOf(present);
    Edits edits;
    for (const Value &item : wanted) {
        if (contains(all, item))
            continue;
        all.push_back(item);
        edits.append(Edit::insert(path.afterLast(), item));
    }
    // Into a single value, an empty text or nothing no item can be inserted: it becomes a list.
    const bool replaces = !edits.isEmpty() && !present.isList() && !present.isNull();
    return replaces ? Edits{Edit::set(path, all)} : edits;
}

Edits removals(const FieldPath &path, const Value &present, const Value::List &unwanted)
{
    if (present.isScalar())
        return contains(unwanted, present) ? Edits{Edit::remove(path)} : Edits();
    Edits edits;
    // From the last on, so that positions hold.
    for (auto i = static_cast<int>(present.items().size()) - 1; i >= 0; --i) {
        if (contains(unwanted, present.items()[static_cast<std::size_t>(i)]))
            edits.append(Edit::remove(path.item(i)));
    }
    return edits;
}

/// The items of the text, typed as those of the list that is there.
Result<Value::List> itemsFor(const FieldChange &change, const Field *field, const Value &present)
{
    if (field && field->isRecord())
        return valueFromText(*field, change.text).error();
    const bool list = present.isList() || (field ? field->type == FieldType::List : present.isScalar());
    if (!list || (present.isMap() && !present.isEmpty())) {
        return Error{translate("%1 is no list: it can be set, or removed as a whole.").arg(change.path.toString())};
    }
    Field items;
    items.type = FieldType::List;
    Result<Value> value = valueFromText(items, change.text, listOf(present));
    if (!value)
        return value.error();
    return value->items();
}

Result<Value> valueFor(const FieldChange &change, const Field *field, const Value &present)
{
    if (!field)
        return valueFromText(change.text, present);
    if (field->type != FieldType::List || !change.path.last().intoList)
        return valueFromText(*field, change.text, present);
    return valueFromText(Field(), change.text, present); // one item of the list
}

/// Root may write anywhere; the permission bits still say what the owner wants.
bool mayWrite(const QString &path)
{
    const QFileInfo file(path);
    return file.isWritable() && (file.permissions() & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther));
}

void planFile(Plan &plan, const CorpusLayout &layout, const QString &path, const FieldChanges &changes,
              const Schema &schema)
{
    const Result<FileContent> content = editableContent(layout, path);
    if (!content) {
        plan.leftOut.append({path, content.error().message});
        return;
    }
    addWrite(plan, path, *content, applyChanges(Document::parse(content->bytes), changes, schema));
}

} // namespace

Result<FileContent> editableContent(const CorpusLayout &layout, const QString &path)
{
    const Result<QString> absolute = corpusPath(layout.root, path);
    if (!absolute)
        return absolute.error();
    if (QFileInfo::exists(*absolute) && !mayWrite(*absolute))
        return Error{translate("The file is read-only: allow writing to it (chmod u+w), then try again.")};
    return readFile(*absolute);
}

const Field *fieldAt(const Schema &schema, const FieldPath &path)
{
    QStringList keys;
    for (const PathStep &step : path.steps()) {
        if (!step.intoList)
            keys.append(step.key);
    }
    return schema.field(keys.join(u'.'));
}

Result<Edits> editsFor(const FieldChange &change, const Value &fields, const Schema &schema)
{
    const FieldPath &path = change.path;
    if (path.isEmpty())
        return Error{translate("A change needs a field.")};
    if (change.kind == FieldChange::Kind::Remove)
        return withReferences(Edit::remove(path), fields, schema);
    const Value *found = find(fields, path);
    const Value present = found ? *found : Value();
    const Field *field = fieldAt(schema, path);
    if (change.kind == FieldChange::Kind::Set) {
        Result<Value> value = valueFor(change, field, present);
        return value ? Result<Edits>(Edits{Edit::set(path, std::move(*value))}) : value.error();
    }
    const Result<Value::List> items = itemsFor(change, field, present);
    if (!items)
        return items.error();
    return change.kind == FieldChange::Kind::AddToList ? additions(path, present, *items)
                                                       : removals(path, present, *items);
}

Result<QByteArray> applyChanges(const Document &document, const FieldChanges &changes, const Schema &schema)
{
    if (document.isBroken()) {
        const Problem problem = document.problems().value(0);
        return Error{translate("The front matter cannot be read, line %1: %2").arg(problem.line).arg(problem.message)};
    }
    const KeyOrder order = keyOrder(schema);
    Document current = document;
    for (const FieldChange &change : changes) {
        const Result<Edits> edits = editsFor(change, toValue(current.tree()), schema);
        if (!edits)
            return edits.error();
        Result<QByteArray> bytes = applyEdits(current, *edits, order);
        if (!bytes)
            return bytes;
        if (*bytes != current.bytes())
            current = Document::parse(std::move(*bytes));
    }
    return current.bytes();
}

Plan planChanges(const CorpusLayout &layout, const Schema &schema, const QStringList &paths,
                 const FieldChanges &changes, const FileProgress &progress)
{
    Plan plan;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        planFile(plan, layout, paths.at(i), changes, schema);
        const auto total = static_cast<int>(paths.size());
        if (progress && !progress(static_cast<int>(i) + 1, total) && i + 1 < total) {
            plan.cancelled = true;
            break;
        }
    }
    return plan;
}

} // namespace casebook
