#include "core/query/querydoubts.h"

#include "core/base/fold.h"
#include "core/base/suggestion.h"
#include "core/query/fieldnames.h"
#include "core/query/querywriting.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNotes = 50; // nobody reads more

bool same(const QString &a, const QString &b)
{
    return a == b || fold(a.simplified()) == fold(b.simplified());
}

bool holds(const QStringList &values, const QString &value)
{
    return std::any_of(values.begin(), values.end(), [&](const QString &known) { return same(known, value); });
}

/// Whether the values of a field are compared whole, so that one can be wrong.
bool hasChoices(const Field *field)
{
    return !field || field->type == FieldType::Choice || field->type == FieldType::List
        || (field->type == FieldType::Text && field->facet);
}

/// The values that the schema lists, with their labels.
QList<std::pair<QString, QString>> listedValues(const QString &path, const Schema &schema)
{
    QList<std::pair<QString, QString>> values;
    if (const Field *field = schema.field(path)) {
        for (const Term &term : field->vocabulary)
            values.append({term.id, term.label});
    }
    if (path == schema.fieldOf(role::group)) {
        for (const Group &group : schema.groups)
            values.append({group.value, group.label});
    }
    return values;
}

} // namespace

QString valueMeant(const QString &text, const QString &path, const Schema &schema)
{
    const auto listed = listedValues(path, schema);
    if (listed.isEmpty() || !hasChoices(schema.field(path)))
        return text;
    QString labelled;
    for (const auto &[id, label] : listed) {
        if (same(id, text))
            return text;
        if (labelled.isEmpty() && same(label, text))
            labelled = id;
    }
    return labelled.isEmpty() ? text : labelled;
}

void QueryDoubts::add(const QueryNote &note)
{
    if (m_notes.size() < mostNotes)
        m_notes.append(note);
}

QList<QueryNote> QueryDoubts::take()
{
    std::stable_sort(m_notes.begin(), m_notes.end(),
                     [](const QueryNote &a, const QueryNote &b) { return a.offset < b.offset; });
    return std::move(m_notes);
}

/// Notes what stands behind is:.
bool QueryDoubts::addState(const WrittenValue &value, const QString &word)
{
    const bool stale = value.text == u"stale" || value.text.startsWith(u"stale>");
    QueryNote note{QueryNote::Kind::UnknownState, value.offset, value.length, value.text, {}, word, {}};
    if (stale && !m_schema.roleField(role::reviewed))
        note.kind = QueryNote::Kind::NoReviewDate;
    else
        note.suggestion = stale ? u"stale>6m"_s : nearestOf(value.text, {u"broken"_s, u"stale"_s}, 1).value(0);
    add(note);
    return true;
}

void QueryDoubts::addName(const WrittenValue &name, const QString &word)
{
    QueryNote note{QueryNote::Kind::UnknownField, name.offset, name.length, name.text, {}, word, {}};
    const QStringList meant = fieldsMeant(name.text, m_schema);
    if (meant.size() == 1)
        return;
    if (!meant.isEmpty()) {
        note.kind = QueryNote::Kind::AmbiguousField;
        note.suggestion = meant.first();
    } else {
        QStringList names{u"has"_s, u"missing"_s, u"is"_s, u"sort"_s};
        for (const QString &path : queryPaths(m_schema))
            names.append(shortFieldName(path, m_schema));
        note.suggestion = nearestOf(name.text, names, 1).value(0);
    }
    add(note);
}

void QueryDoubts::addNotUnderstood(const WrittenValue &name, const QList<WrittenValue> &values, const QString &word)
{
    const bool own = name.text == u"has" || name.text == u"missing" || name.text == u"sort" || name.text == u"is";
    if (m_notes.size() == mostNotes || name.quoted || !name.text.at(0).isLetter() || (own && values.isEmpty())
        || (!values.isEmpty() && values.first().text.startsWith(u"//")))
        return;
    if (name.text == u"is") {
        addState(values.first(), word);
    } else if (own) {
        WrittenValue field = values.first();
        if (name.text == u"sort" && field.text.startsWith(u'-') && !field.quoted) {
            field.text.remove(0, 1);
            ++field.offset;
            --field.length;
        }
        addName(field, word);
    } else if (const QString path = resolveFieldName(name.text, m_schema); path.isEmpty()) {
        addName(name, word);
    } else if (!values.isEmpty()) {
        const WrittenValue &range = values.first();
        add({QueryNote::Kind::UnreadableRange, range.offset, range.length, range.text, path, word, {}});
    }
}

QStringList QueryDoubts::knownValues(const QString &path) const
{
    QStringList values;
    if (!hasChoices(m_schema.field(path)))
        return values;
    for (const auto &[id, label] : listedValues(path, m_schema)) {
        values.append(id);
        if (!label.isEmpty() && label != id)
            values.append(label);
    }
    return values;
}

void QueryDoubts::checkValues(const QueryTerm &term, const QList<WrittenValue> &written)
{
    QStringList known = knownValues(term.path);
    bool asked = !m_valuesOf || !hasChoices(m_schema.field(term.path));
    for (const WrittenValue &value : written) {
        if (m_notes.size() == mostNotes || (asked && known.isEmpty()) || holds(known, value.text))
            continue;
        if (!asked) {
            known += m_valuesOf(term.path);
            known.removeDuplicates();
            asked = true;
            if (holds(known, value.text))
                continue;
        }
        QueryNote note{QueryNote::Kind::UnknownValue, value.offset, value.length, value.text, term.path, {}, {}};
        note.suggestion = nearestOf(value.text, known, 1).value(0);
        if (!note.suggestion.isEmpty())
            note.suggestion = writtenValue(note.suggestion);
        add(note);
    }
}

} // namespace casebook
