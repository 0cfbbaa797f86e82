#include "ui/browse/browser.h"

#include "core/query/completions.h"
#include "core/query/soughttexts.h"

namespace casebook {

namespace {

constexpr qint64 refreshPause = 120; // ms at least between two answers while loading
constexpr qint64 pauseFactor = 4;    // and this many times what an answer takes

QList<QByteArray> soughtIn(const Query &query, const Schema &schema)
{
    QList<QByteArray> sought;
    for (const SoughtText &one : soughtTexts(query, schema)) {
        if (!one.whole) // a value of a field says nothing of the same word elsewhere
            sought.append(one.text);
    }
    return sought;
}

} // namespace

Browser::Browser(CorpusSession &session, QObject *parent) : QObject(parent), m_session(session), m_search(session.corpus())
{
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &Browser::refresh);
    const auto startAnew = [this] {
        m_search.corpusChanged();
        m_query = parseQuery(withoutUnfinished(m_queryText, corpus().schema()), corpus().schema());
        refresh();
    };
    connect(&session, &CorpusSession::opened, this, startAnew);
    connect(&session, &CorpusSession::closed, this, startAnew);
    connect(&session, &CorpusSession::schemaChanged, this, startAnew);
    connect(&session, &CorpusSession::changed, this, [this] {
        m_search.corpusChanged();
        refresh();
    });
    connect(&session, &CorpusSession::grew, this, [this] {
        m_search.corpusGrew();
        refreshSoon();
    });
    connect(&session, &CorpusSession::loaded, this, &Browser::refresh);
}

Browser::~Browser() = default;

void Browser::setQueryText(const QString &text)
{
    if (text == m_queryText)
        return;
    m_queryText = text;
    m_query = parseQuery(withoutUnfinished(text, corpus().schema()), corpus().schema());
    emit queryChanged();
    refresh();
}

void Browser::setQuery(const Query &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_queryText = toText(query, corpus().schema());
    emit queryChanged();
    refresh();
}

void Browser::setArrangement(const Arrangement &arrangement)
{
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    refresh();
}

void Browser::cycleFacet(const QString &path, const QString &value)
{
    switch (m_query.facetState(path, value)) {
    case FacetState::Off:
        return setFacet(path, value, FacetState::Included);
    case FacetState::Included:
        return setFacet(path, value, FacetState::Excluded);
    case FacetState::Excluded:
        return setFacet(path, value, FacetState::Off);
    }
}

void Browser::setFacet(const QString &path, const QString &value, FacetState state)
{
    Query query = m_query;
    const bool all = m_arrangement.joinAll.contains(path);
    query.setFacet(path, value, state, all ? std::optional(FacetJoin::All) : std::nullopt);
    setQuery(query);
}

void Browser::setFacetJoin(const QString &path, FacetJoin join)
{
    Query query = m_query;
    query.setFacetJoin(path, join);
    const bool asked = query != m_query;
    m_arrangement.joinAll.removeAll(path);
    if (join == FacetJoin::All)
        m_arrangement.joinAll.append(path);
    if (asked)
        setQuery(query);
    else
        refresh();
}

void Browser::setRange(const QString &path, const QString &from, const QString &to)
{
    Query query = m_query;
    query.setRange(path, from, to);
    setQuery(query);
}

void Browser::clearField(const QString &path)
{
    Query query = m_query;
    query.clearField(path);
    setQuery(query);
}

void Browser::clearQuery()
{
    setQueryText({});
}

void Browser::refreshSoon()
{
    if (m_result.total == 0)
        refresh(); // the first rows must not wait
    else if (!m_refreshTimer.isActive())
        m_refreshTimer.start(static_cast<int>(std::max(refreshPause, pauseFactor * m_lastDuration)));
}

void Browser::refresh()
{
    m_refreshTimer.stop();
    QElapsedTimer timer;
    timer.start();
    m_sought = soughtIn(m_query, corpus().schema());
    m_result = m_search.run(m_query, m_arrangement);
    emit resultChanged();
    m_lastDuration = timer.elapsed();
}

} // namespace casebook
