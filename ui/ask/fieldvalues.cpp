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

bool isByValue(const QString &path, const Schema &schema)
{
    const Field *field = schema.field(path);
    return field && field->type == FieldType::Year;
}

} // namespace

FieldValues::FieldValues(Browser &browser, QObject *parent) : QObject(parent), m_browser(browser)
{
    m_pool.setMaxThreadCount(1);
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

Column *FieldValues::column(const QString &path)
{
    std::shared_ptr<Reading> &reading = m_columns[path];
    if (!reading)
        reading = std::make_shared<Reading>();
    if (m_browser.searcher().answersAtOnce()) {
        if (!reading->column)
            reading->column = std::make_shared<Column>(path);
        reading->column->extend(m_browser.corpus());
    } else if (!reading->underWay && isWorthReading(reading->column.get())) {
        read(path);
    }
    return reading->column.get();
}

/// While a corpus grows, what was read first is good enough.
bool FieldValues::isWorthReading(const Column *known) const
{
    return !known || (!m_browser.session().isLoading() && known->size() != m_browser.corpus().size());
}

/// In the other thread, with all that is kept once it has been asked for.
void FieldValues::read(const QString &path)
{
    const std::shared_ptr<Reading> reading = m_columns.value(path);
    reading->underWay = true;
    m_pool.start([this, path, corpus = m_browser.corpus(), reading = std::weak_ptr(reading)] {
        const auto column = std::make_shared<Column>(path);
        if (!reading.expired()) { // somebody still wants to know
            column->extend(corpus);
            column->folded();
            column->labels(corpus.schema());
            column->ranked(isByValue(path, corpus.schema()));
        }
        QMetaObject::invokeMethod(
            this,
            [this, column, reading] {
                const std::shared_ptr<Reading> wanted = reading.lock();
                if (!wanted)
                    return;
                *wanted = {column, false};
                emit arrived();
            },
            Qt::QueuedConnection);
    });
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
    return countedInColumn(path, begun);
}

QList<FacetValue> FieldValues::countedInColumn(const QString &path, const QByteArray &begun)
{
    Column *const values = column(path);
    if (!values)
        return {};
    const Schema &schema = m_browser.corpus().schema();
    const std::vector<QByteArray> &folded = values->folded();
    const QStringList &labels = values->labels(schema);
    QList<FacetValue> counted;
    for (const int number : values->ranked(isByValue(path, schema))) {
        if (counted.size() == mostOffered)
            break;
        const QString &value = values->values().at(number);
        const QString &label = labels.at(number);
        const auto index = static_cast<std::size_t>(number);
        if (starts(folded[index], begun) || (label != value && starts(fold(label), begun)))
            counted.append({value, label, values->totals()[index]});
    }
    return counted;
}

std::optional<QStringList> FieldValues::all(const QString &path)
{
    const Column *const values = column(path);
    return values && values->size() == m_browser.corpus().size() ? std::optional(values->values()) : std::nullopt;
}

} // namespace casebook
