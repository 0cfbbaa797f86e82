#include "ui/ask/fieldvalues.h"

#include "core/base/fold.h"
#include "core/query/textmatch.h"
#include "ui/browse/browser.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype mostOffered = 300;

bool starts(const QByteArray &folded, const QByteArray &begun)
{
    return begun.isEmpty() || findWord(folded, begun) >= 0;
}

QList<FacetValue> startingWith(const QList<FacetValue> &values, const QByteArray &begun, bool counted)
{
    QList<FacetValue> found;
    for (const FacetValue &value : values) {
        if (found.size() == mostOffered)
            break;
        if (!starts(fold(value.value), begun) && !starts(fold(value.label), begun))
            continue;
        found.append(value);
        if (!counted)
            found.last().count = -1;
    }
    return found;
}

} // namespace

FieldValues::FieldValues(Browser &browser, QObject *parent) : QObject(parent), m_browser(browser)
{
    const auto forget = [this] {
        m_columns.clear();
        m_facets.reset();
        m_asked = false;
    };
    const CorpusSession *session = &browser.session();
    connect(session, &CorpusSession::opened, this, forget);
    connect(session, &CorpusSession::closed, this, forget);
    connect(session, &CorpusSession::changed, this, forget);
    connect(session, &CorpusSession::schemaChanged, this, forget);
    // While a corpus grows, what was counted is good enough until something else is asked.
    connect(session, &CorpusSession::loaded, this, [this] { m_asked = false; });
}

Column &FieldValues::column(const QString &path)
{
    std::shared_ptr<Column> &column = m_columns[path];
    if (!column)
        column = std::make_shared<Column>(path);
    column->extend(m_browser.corpus());
    return *column;
}

void FieldValues::askFacets(const QString &others)
{
    if (m_asked && others == m_others)
        return;
    if (others != m_others)
        m_facets.reset();
    m_others = others;
    m_asked = true;
    const auto later = std::make_shared<bool>(false);
    m_browser.facetsOf(parseQuery(others, m_browser.corpus().schema()), this,
                       [this, later](const QList<Facet> &facets) {
                           m_facets = facets;
                           if (*later)
                               emit arrived();
                       });
    *later = true;
}

QList<FacetValue> FieldValues::counted(const QString &path, const QByteArray &begun, const QString &others)
{
    askFacets(others);
    const QList<Facet> facets = m_facets.value_or(m_browser.result().facets);
    for (const Facet &facet : facets) {
        if (facet.path == path)
            return startingWith(facet.values, begun, m_facets.has_value());
    }
    const Schema &schema = m_browser.corpus().schema();
    const Field *field = schema.field(path);
    Column &values = column(path);
    const std::vector<QByteArray> &folded = values.folded();
    QList<FacetValue> counted;
    for (const int number : values.ranked(field && field->type == FieldType::Year)) {
        const QString &value = values.values().at(number);
        const QString label = schema.valueLabel(path, value);
        const auto index = static_cast<std::size_t>(number);
        if (counted.size() < mostOffered
            && (starts(folded[index], begun) || (label != value && starts(fold(label), begun))))
            counted.append({value, label, values.totals()[index]});
    }
    return counted;
}

QStringList FieldValues::all(const QString &path)
{
    return column(path).values();
}

} // namespace casebook
