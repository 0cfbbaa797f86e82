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

QList<FacetValue> startingWith(const QList<FacetValue> &values, const QByteArray &begun)
{
    QList<FacetValue> found;
    for (const FacetValue &value : values) {
        if (found.size() < mostOffered && (starts(fold(value.value), begun) || starts(fold(value.label), begun)))
            found.append(value);
    }
    return found;
}

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

QList<FacetValue> FieldValues::counted(const QString &path, const QByteArray &begun, const QString &others)
{
    if (m_facets.isEmpty() || others != m_others) {
        m_others = others;
        m_facets = m_browser.facetsOf(parseQuery(others, m_browser.corpus().schema()));
    }
    for (const Facet &facet : std::as_const(m_facets)) {
        if (facet.path == path)
            return startingWith(facet.values, begun);
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
