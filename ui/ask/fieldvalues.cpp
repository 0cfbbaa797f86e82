#include "ui/ask/fieldvalues.h"

#include "ui/browse/browser.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype mostValues = 1000;

} // namespace

FieldValues::FieldValues(Browser &browser, QObject *parent) : QObject(parent), m_browser(browser)
{
    const auto forget = [this] {
        m_columns.clear();
        m_facets.clear();
    };
    const CorpusSession *session = &browser.session();
    connect(session, &CorpusSession::opened, this, forget);
    connect(session, &CorpusSession::closed, this, forget);
    connect(session, &CorpusSession::changed, this, forget);
    connect(session, &CorpusSession::schemaChanged, this, forget);
    connect(session, &CorpusSession::grew, this, [this] { m_facets.clear(); });
}

Column &FieldValues::column(const QString &path)
{
    std::shared_ptr<Column> &column = m_columns[path];
    if (!column)
        column = std::make_shared<Column>(path);
    column->extend(m_browser.corpus());
    return *column;
}

QList<FacetValue> FieldValues::counted(const QString &path, const QString &others)
{
    if (m_facets.isEmpty() || others != m_others) {
        m_others = others;
        m_facets = m_browser.facetsOf(parseQuery(others, m_browser.corpus().schema()));
    }
    for (const Facet &facet : std::as_const(m_facets)) {
        if (facet.path == path)
            return facet.values.mid(0, mostValues);
    }
    const Schema &schema = m_browser.corpus().schema();
    const Field *field = schema.field(path);
    Column &values = column(path);
    QList<FacetValue> counted;
    for (const int number : values.ranked(field && field->type == FieldType::Year)) {
        const QString &value = values.values().at(number);
        if (counted.size() < mostValues)
            counted.append({value, schema.valueLabel(path, value), values.totals()[static_cast<std::size_t>(number)]});
    }
    return counted;
}

QStringList FieldValues::all(const QString &path)
{
    return m_browser.session().isLoading() ? QStringList() : column(path).values();
}

} // namespace casebook
