#include "core/query/querydoubts.h"

#include "core/base/fold.h"
#include "core/base/suggestion.h"
#include "core/query/fieldnames.h"
#include "core/query/ordinal.h"
#include "core/query/querywriting.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNotes = 50; // nobody reads more

QByteArray folded(const QString &value)
{
    return fold(value.simplified());
}

/// Whether the values of a field are compared whole, so that one can be wrong.
bool hasChoices(const Field *field)
{
    return !field || field->type == FieldType::Choice || field->type == FieldType::List
        || (field->type == FieldType::Text && field->facet);
}

} // namespace

ListedValues::ListedValues(const QString &path, const Schema &schema)
{
    const Field *field = schema.field(path);
    if (!hasChoices(field))
        return;
    QList<Term> terms = field ? field->vocabulary : QList<Term>();
    for (const Group &group : path == schema.fieldOf(role::group) ? schema.groups : QList<Group>())
        terms.append({group.value, group.label, {}});
    for (const Term &term : std::as_const(terms)) {
        m_ids.insert(folded(term.id), QString()); // an id goes before a label
        m_names.append(term.id);
    }
    for (const Term &term : std::as_const(terms)) {
        if (term.label.isEmpty() || m_ids.contains(folded(term.label)))
            continue;
        m_ids.insert(folded(term.label), term.id);
        m_names.append(term.label);
    }
}

QString ListedValues::meant(const QString &text) const
{
    if (m_ids.isEmpty())
        return text;
    const QString id = m_ids.value(folded(text));
    return id.isEmpty() ? text : id;
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
    const QString text = name.text.toLower();
    const bool own = text == u"has" || text == u"missing" || text == u"sort" || text == u"is";
    if (m_notes.size() == mostNotes || name.quoted || !name.text.at(0).isLetter() || (own && values.isEmpty())
        || (!values.isEmpty() && values.first().text.startsWith(u"//")))
        return;
    if (text == u"is") {
        addState(values.first(), word);
    } else if (own) {
        WrittenValue field = values.first();
        if (values.size() > 1) { // one field each
            field.length = values.last().offset + values.last().length - field.offset;
            const QString first = text == u"sort" && field.text.startsWith(u'-') ? field.text.mid(1) : field.text;
            const bool known = fieldsMeant(first, m_schema).size() == 1;
            return add({QueryNote::Kind::UnknownField,
                        field.offset,
                        field.length,
                        word.mid(word.indexOf(u':') + 1),
                        {},
                        word,
                        known ? field.text : QString()});
        }
        if (text == u"sort" && field.text.startsWith(u'-') && !field.quoted) {
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

void QueryDoubts::addBlank(const WrittenValue &name, const QString &value, qsizetype end)
{
    const QString text = name.text.toLower();
    const bool own = text == u"has" || text == u"missing" || text == u"sort" || text == u"is";
    const QString path = own ? QString() : resolveFieldName(name.text, m_schema);
    if (value.isEmpty() || (!own && path.isEmpty()))
        return;
    const QString word = name.text + u':';
    add({QueryNote::Kind::BlankBehindColon, name.offset, end - name.offset, name.text, path, word, word + value});
}

/// Notes what may be meant as a range, such as 2018-2020.
void QueryDoubts::checkNumbers(const Field &field, const QString &path, const QList<WrittenValue> &written)
{
    static const QRegularExpression betweenDashes(u"^(\\d+) ?[-\u2013\u2014] ?(\\d+)$"_s);
    for (const WrittenValue &value : written) {
        const QRegularExpressionMatch match = betweenDashes.match(value.text);
        if (!match.hasMatch() || ordinalOf(value.text, field.type, false)
            || (m_valuesOf && m_valuesOf(path).value_or(QStringList()).contains(value.text)))
            continue;
        add({QueryNote::Kind::UnknownValue,
             value.offset,
             value.length,
             value.text,
             path,
             {},
             match.captured(1) + u".."_s + match.captured(2)});
    }
}

void QueryDoubts::checkValues(const QueryTerm &term, const QList<WrittenValue> &written)
{
    if (const Field *field = m_schema.field(term.path); field && isOrdered(field->type))
        return checkNumbers(*field, term.path, written);
    QStringList names = ListedValues(term.path, m_schema).names();
    bool asked = !m_valuesOf || !hasChoices(m_schema.field(term.path));
    QSet<QByteArray> known;
    for (const QString &name : std::as_const(names))
        known.insert(folded(name));
    for (const WrittenValue &value : written) {
        if (m_notes.size() == mostNotes || (asked && known.isEmpty()))
            return;
        if (known.contains(folded(value.text)))
            continue;
        if (!std::exchange(asked, true)) {
            const std::optional<QStringList> inUse = m_valuesOf(term.path);
            if (!inUse && known.isEmpty())
                return;
            const QStringList more = inUse.value_or(QStringList());
            for (const QString &name : more) {
                if (const QByteArray key = folded(name); !known.contains(key)) {
                    known.insert(key);
                    names.append(name);
                }
            }
            if (known.contains(folded(value.text)))
                continue;
        }
        QueryNote note{QueryNote::Kind::UnknownValue, value.offset, value.length, value.text, term.path, {}, {}};
        note.suggestion = nearestOf(value.text, names, 1).value(0);
        if (!note.suggestion.isEmpty())
            note.suggestion = writtenValue(note.suggestion);
        add(note);
    }
}

} // namespace casebook
