#include "core/document/splicing/valueedit.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

namespace {

/// Follows a path into a value and gives back a copy in which its end is another one.
class ValueEditor {
public:
    explicit ValueEditor(const Edit &edit) : m_edit(edit), m_steps(edit.path.steps()) {}

    Result<Value> edited(const Value &value, qsizetype depth) const
    {
        if (depth == m_steps.size())
            return m_edit.value;
        return m_steps[depth].intoList ? inList(value, depth) : inMap(value, depth);
    }

private:
    bool isLast(qsizetype depth) const { return depth + 1 == m_steps.size(); }

    /// The path down to a step, for a message.
    QString pathTo(qsizetype depth) const
    {
        FieldPath path;
        for (qsizetype i = 0; i < depth; ++i)
            path = m_steps[i].intoList ? path.item(m_steps[i].index) : path.key(m_steps[i].key);
        return path.isEmpty() ? translate("The front matter") : path.toString();
    }

    Result<Value> inMap(const Value &value, qsizetype depth) const
    {
        if (!value.isMap() && !value.isNull())
            return Error{
                translate("%1 has no parts: the path %2 leads nowhere.").arg(pathTo(depth), m_edit.path.toString())};
        const QString &key = m_steps[depth].key;
        Value::Map entries = value.entries();
        const auto found =
            std::find_if(entries.begin(), entries.end(), [&](const auto &entry) { return entry.first == key; });
        if (m_edit.kind == Edit::Kind::Remove && (isLast(depth) || found == entries.end())) {
            if (found != entries.end())
                entries.erase(found);
            return value.isNull() ? value : Value(std::move(entries));
        }
        Result<Value> inner = edited(found == entries.end() ? Value() : found->second, depth + 1);
        if (!inner)
            return inner;
        if (found == entries.end())
            entries.emplace_back(key, std::move(*inner));
        else
            found->second = std::move(*inner);
        return Value(std::move(entries));
    }

    Result<Value> inList(const Value &value, qsizetype depth) const
    {
        if (!value.isList() && !value.isNull())
            return Error{
                translate("%1 is not a list: the path %2 leads nowhere.").arg(pathTo(depth), m_edit.path.toString())};
        Value::List items = value.items();
        const int count = static_cast<int>(items.size());
        const int index = m_steps[depth].index == PathStep::afterLast ? count : m_steps[depth].index;
        if (m_edit.kind == Edit::Kind::Remove && index >= count)
            return value;
        const bool isMove = isLast(depth) && m_edit.kind == Edit::Kind::Move;
        if (index > count || (isMove && (index == count || m_edit.to < 0 || m_edit.to >= count)))
            return Error{translate("%1 has no position %2 (%n item(s), counted from 0).", count)
                             .arg(pathTo(depth))
                             .arg(index >= count ? index : m_edit.to)};
        if (isLast(depth) && m_edit.kind != Edit::Kind::Set)
            return changed(std::move(items), index);
        Result<Value> inner = edited(index == count ? Value() : items[static_cast<std::size_t>(index)], depth + 1);
        if (!inner)
            return inner;
        if (index == count)
            items.push_back(std::move(*inner));
        else
            items[static_cast<std::size_t>(index)] = std::move(*inner);
        return Value(std::move(items));
    }

    Value changed(Value::List items, int index) const
    {
        const auto at = items.begin() + index;
        switch (m_edit.kind) {
        case Edit::Kind::Remove:
            items.erase(at);
            break;
        case Edit::Kind::Insert:
            items.insert(at, m_edit.value);
            break;
        case Edit::Kind::Move: {
            Value moved = *at;
            items.erase(at);
            items.insert(items.begin() + m_edit.to, std::move(moved));
            break;
        }
        case Edit::Kind::Set:
            break;
        }
        return items;
    }

    static QString translate(const char *text, int count = -1)
    {
        return QCoreApplication::translate("Edit", text, nullptr, count);
    }

    const Edit &m_edit;
    const QList<PathStep> &m_steps;
};

void appendListEdits(const Value &old, const Edit &edit, Edits &edits)
{
    const Value::List &from = old.items();
    const Value::List &to = edit.value.items();
    const std::size_t shorter = std::min(from.size(), to.size());
    std::size_t prefix = 0;
    while (prefix < shorter && isSame(from[prefix], to[prefix]))
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && isSame(from[from.size() - 1 - suffix], to[to.size() - 1 - suffix]))
        ++suffix;
    const std::size_t paired = shorter - prefix - suffix;
    for (std::size_t i = prefix; i < prefix + paired; ++i)
        edits += singleEdits(old, Edit::set(FieldPath().item(static_cast<int>(i)), to[i]));
    for (std::size_t i = from.size() - suffix; i > prefix + paired; --i)
        edits += Edit::remove(FieldPath().item(static_cast<int>(i - 1)));
    for (std::size_t i = prefix + paired; i < to.size() - suffix; ++i)
        edits += Edit::insert(FieldPath().item(static_cast<int>(i)), to[i]);
}

void appendMapEdits(const Value &old, const Edit &edit, Edits &edits)
{
    for (const auto &[key, value] : edit.value.entries())
        edits += singleEdits(old, Edit::set(FieldPath(key), value));
    for (const auto &[key, value] : old.entries()) {
        if (!edit.value.contains(key))
            edits += Edit::remove(FieldPath(key));
    }
}

FieldPath joined(FieldPath path, const FieldPath &rest)
{
    for (const PathStep &step : rest.steps())
        path = step.intoList ? path.item(step.index) : path.key(step.key);
    return path;
}

/// `[]` or `{}`.
bool hasNothing(const Value &value)
{
    return value.items().empty() && value.entries().empty();
}

} // namespace

Result<Value> edited(const Value &root, const Edit &edit)
{
    return ValueEditor(edit).edited(root, 0);
}

bool isSame(const Value &a, const Value &b)
{
    if (a.isList() && b.isList())
        return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), isSame);
    if (!a.isMap() || !b.isMap())
        return a == b;
    return a.entries().size() == b.entries().size()
        && std::all_of(a.entries().begin(), a.entries().end(), [&](const auto &entry) {
               const Value *other = b.find(entry.first);
               return other && isSame(entry.second, *other);
           });
}

const Value *valueAtPath(const Value &root, const FieldPath &path)
{
    const Value *value = &root;
    for (const PathStep &step : path.steps()) {
        if (!step.intoList) {
            value = value->find(step.key);
        } else {
            const Value::List &items = value->items();
            const bool isThere = step.index >= 0 && step.index < static_cast<int>(items.size());
            value = isThere ? &items[static_cast<std::size_t>(step.index)] : nullptr;
        }
        if (!value)
            return nullptr;
    }
    return value;
}

Edits singleEdits(const Value &root, const Edit &edit)
{
    const Value *old = edit.kind == Edit::Kind::Set ? valueAtPath(root, edit.path) : nullptr;
    const bool bothLists = old && old->isList() && edit.value.isList();
    const bool bothMaps = old && old->isMap() && edit.value.isMap();
    if ((!bothLists && !bothMaps) || hasNothing(*old) || hasNothing(edit.value))
        return {edit};
    Edits inner;
    if (bothLists)
        appendListEdits(*old, edit, inner);
    else
        appendMapEdits(*old, edit, inner);
    for (Edit &single : inner)
        single.path = joined(edit.path, single.path);
    return inner;
}

} // namespace casebook
