#include "core/query/completions.h"

#include "core/base/fold.h"
#include "core/query/completionplace.h"
#include "core/query/fieldnames.h"
#include "core/query/querywriting.h"
#include "core/query/textmatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastForValues = 2; // characters of a word before values of any facet are offered
constexpr qsizetype mostFields = 5;     // beside them
constexpr qsizetype longestValue = 80;  // characters; nobody asks for a whole paragraph

QString translate(const char *text)
{
    return QCoreApplication::translate("Completions", text);
}

/// The words of the language that stand before a colon.
struct OwnWord {
    QStringView name;
    const char *meaning;
};

constexpr OwnWord ownWords[] = {{u"has", QT_TRANSLATE_NOOP("Completions", "something is there")},
                                {u"missing", QT_TRANSLATE_NOOP("Completions", "nothing is there")},
                                {u"is", QT_TRANSLATE_NOOP("Completions", "broken or stale")},
                                {u"sort", QT_TRANSLATE_NOOP("Completions", "in which order")}};

constexpr OwnWord states[] = {{u"broken", QT_TRANSLATE_NOOP("Completions", "the file has an error")},
                              {u"stale", QT_TRANSLATE_NOOP("Completions", "not reviewed for a year")}};

/// How well a candidate goes on with what has been begun: 0 best, -1 not at all.
int fit(const QString &candidate, const QByteArray &begun)
{
    const qsizetype at = findWord(fold(candidate), begun);
    return at < 0 ? -1 : at > 0 ? 1 : 0;
}

/// The better fit of two texts.
int fit(const QString &one, const QString &other, const QByteArray &begun)
{
    const int first = fit(one, begun);
    const int second = one == other ? first : fit(other, begun);
    return first < 0 ? second : second < 0 ? first : std::min(first, second);
}

/// What a field is called: a part of a record with the record.
QString nameOf(const QString &path, const Schema &schema)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    const QString label = schema.fieldLabel(path);
    return dot < 0 ? label : schema.fieldLabel(QStringView(path).first(dot)) + u" · "_s + label;
}

class Completer {
public:
    Completer(const CompletionPlace &place, const Schema &schema, const CountedValuesOf &valuesOf)
        : m_place(place), m_schema(schema), m_valuesOf(valuesOf), m_begun(fold(place.begun.simplified()))
    {
    }

    /// Fields, as they stand before a colon.
    void addFields(bool all, qsizetype most)
    {
        for (const QString &path : queryPaths(m_schema)) {
            const QString label = m_schema.fieldLabel(path);
            const int fits = fit(path.mid(path.lastIndexOf(u'.') + 1), label, m_begun);
            if (all || fits >= 0)
                add(fits, {written(path), written(path), nameOf(path, m_schema), -1, true});
        }
        for (const OwnWord &word : ownWords) {
            const QString name = word.name.toString();
            if (all || fit(name, m_begun) == 0)
                add(0, {name + u':', name + u':', translate(word.meaning), -1, true});
        }
        settle(most);
    }

    /// Fields as values: behind has: and the like. `mark` stands before them.
    void addFieldNames(const QString &mark)
    {
        const QByteArray begun = fold(m_place.begun.startsWith(u'-') ? m_place.begun.mid(1) : m_place.begun);
        const QString prefix = m_place.name.toLower() + u':';
        for (const QString &path : queryPaths(m_schema)) {
            const QString label = m_schema.fieldLabel(path);
            if (const int fits = fit(path.mid(path.lastIndexOf(u'.') + 1), label, begun); fits >= 0) {
                const QString name = mark + shortFieldName(path, m_schema);
                add(fits, {prefix + writtenValue(name), name, nameOf(path, m_schema), -1, false});
            }
        }
    }

    void addStates()
    {
        for (const OwnWord &state : states) {
            if (fit(state.name.toString(), m_begun) == 0)
                add(0, {u"is:"_s + state.name, state.name.toString(), translate(state.meaning), -1, false});
        }
    }

    /// Values of one field; those that stand there already are left out.
    void addValues(const QString &path)
    {
        for (const FacetValue &value : m_valuesOf(path, m_begun)) {
            const int fits = m_begun.isEmpty() ? 0 : fit(value.value, value.label, m_begun);
            if (fits >= 0 && value.value.size() <= longestValue
                && !m_place.values.contains(value.value, Qt::CaseInsensitive))
                add(fits,
                    {written(path, m_place.values + QStringList(value.value)), value.label, m_schema.fieldLabel(path),
                     value.count, false});
        }
    }

    /// The items in order; what has been added so far comes before what is added later.
    void settle(qsizetype most)
    {
        std::stable_sort(m_ranked.begin(), m_ranked.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (qsizetype i = 0; i < std::min(m_ranked.size(), most); ++i)
            m_items.append(m_ranked.at(i).second);
        m_ranked.clear();
    }

    QList<Completion> take() { return std::move(m_items); }

private:
    void add(int fits, Completion completion) { m_ranked.append({fits < 0 ? 2 : fits, std::move(completion)}); }

    /// A field's condition as a query writes it, so that quotes are where they are needed.
    QString written(const QString &path, const QStringList &values) const
    {
        QueryTerm term;
        term.kind = QueryTerm::Kind::Field;
        term.path = path;
        term.values = values;
        Query query;
        query.terms = {term};
        return toText(query, m_schema);
    }

    /// Up to the colon.
    QString written(const QString &path) const
    {
        const QString value = u"x"_s;
        return written(path, {value}).chopped(value.size());
    }

    const CompletionPlace &m_place;
    const Schema &m_schema;
    const CountedValuesOf &m_valuesOf;
    QByteArray m_begun;
    QList<std::pair<int, Completion>> m_ranked;
    QList<Completion> m_items;
};

void addBehindName(Completer &completer, const CompletionPlace &place, const Schema &schema)
{
    const QString name = place.name.toLower();
    if (name == u"has" || name == u"missing")
        completer.addFieldNames({});
    else if (name == u"sort")
        completer.addFieldNames(place.begun.startsWith(u'-') ? u"-"_s : QString());
    else if (name == u"is")
        completer.addStates();
    else if (const QString path = resolveFieldName(place.name, schema); !path.isEmpty())
        completer.addValues(path);
}

/// Whether the only thing offered is there already.
bool isThere(const Completions &completions, QStringView written)
{
    return completions.items.size() == 1 && !completions.items.first().goesOn
        && completions.items.first().text.compare(written, Qt::CaseInsensitive) == 0;
}

/// Whether a value of a field is met by all of it or not at all.
bool comparesWhole(const QString &path, const Schema &schema)
{
    const Field *field = schema.field(path);
    return field
        && (field->type == FieldType::Choice || field->type == FieldType::List
            || (field->type == FieldType::Text && field->facet));
}

} // namespace

Completions completionsAt(QStringView text, qsizetype cursor, const Schema &schema, const CountedValuesOf &valuesOf,
                          bool asked, qsizetype most)
{
    const CompletionPlace place = completionPlaceAt(text, cursor);
    Completions completions{place.offset, place.length, {}};
    Completer completer(place, schema, valuesOf);
    if (place.hasName) {
        addBehindName(completer, place, schema);
    } else if (place.begun.isEmpty() ? asked : !place.quoted) {
        completer.addFields(place.begun.isEmpty(), place.begun.isEmpty() ? most * 4 : mostFields);
        if (place.begun.size() >= leastForValues) {
            for (const QString &path : schema.facetPaths())
                completer.addValues(path);
        }
    }
    completer.settle(most);
    completions.items = completer.take();
    if (isThere(completions, text.sliced(place.offset, place.length)))
        completions.items.clear();
    return completions;
}

QStringView withoutUnfinished(QStringView text, const Schema &schema)
{
    if (!text.endsWith(u':'))
        return text;
    const CompletionPlace place = completionPlaceAt(text, text.size());
    if (!place.hasName || !place.begun.isEmpty() || !place.values.isEmpty())
        return text;
    const bool own = std::any_of(std::begin(ownWords), std::end(ownWords),
                                 [name = place.name.toLower()](const OwnWord &word) { return name == word.name; });
    if (!own && resolveFieldName(place.name, schema).isEmpty())
        return text;
    const bool minus = place.offset > 0 && text[place.offset - 1] == u'-';
    return text.first(place.offset - (minus ? 1 : 0));
}

QStringView withoutBegunValue(QStringView text, const Schema &schema, const CountedValuesOf &valuesOf)
{
    const QStringView asked = withoutUnfinished(text, schema);
    const CompletionPlace place = completionPlaceAt(text, text.size());
    if (asked != text || !place.hasName || place.begun.isEmpty() || place.quoted
        || place.offset + place.length != text.size())
        return asked;
    const QString path = resolveFieldName(place.name, schema);
    if (path.isEmpty() || !comparesWhole(path, schema))
        return text;
    const QByteArray begun = fold(place.begun);
    bool goesOn = false;
    for (const FacetValue &one : valuesOf(path, begun)) {
        const QByteArray value = fold(one.value);
        const QByteArray label = fold(one.label);
        if (value == begun || label == begun)
            return text;
        goesOn = goesOn || value.startsWith(begun) || label.startsWith(begun);
    }
    if (!goesOn)
        return text;
    if (!place.values.isEmpty())
        return text.first(text.lastIndexOf(u','));
    const bool minus = place.offset > 0 && text[place.offset - 1] == u'-';
    return text.first(place.offset - (minus ? 1 : 0));
}

} // namespace casebook
