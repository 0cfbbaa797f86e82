#include "ui/browse/browser.h"

#include "core/query/completions.h"
#include "core/query/soughttexts.h"

#include <utility>

namespace casebook {

namespace {

constexpr qint64 refreshPause = 120; // ms at least between two answers while loading
constexpr qint64 pauseFactor = 4;    // and this many times what an answer takes
constexpr int longestSilence = 150;  // ms without an answer, before that is told

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

Browser::Browser(CorpusSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_searcher(session), m_answer{{}, std::make_shared<const Corpus>()}
{
    m_refreshTimer.setSingleShot(true);
    m_delayTimer.setSingleShot(true);
    m_delayTimer.setInterval(longestSilence);
    connect(&m_refreshTimer, &QTimer::timeout, this, &Browser::refresh);
    connect(&m_delayTimer, &QTimer::timeout, this, [this] {
        m_delayed = true;
        emit delayed(true);
    });
    const auto startAnew = [this] {
        m_searcher.corpusChanged();
        m_query = parseQuery(withoutUnfinished(m_askedText, corpus().schema()), corpus().schema());
        ask();
        if (!isAnswered())
            forgetAnswer(); // it is about another corpus
    };
    connect(&session, &CorpusSession::opened, this, startAnew);
    connect(&session, &CorpusSession::closed, this, startAnew);
    connect(&session, &CorpusSession::schemaChanged, this, [this] {
        m_searcher.corpusChanged();
        m_query = parseQuery(withoutUnfinished(m_queryText, corpus().schema()), corpus().schema());
        ask();
    });
    connect(&session, &CorpusSession::changed, this, [this] {
        m_searcher.corpusChanged();
        ask();
    });
    connect(&session, &CorpusSession::sourceFactsChanged, this, [this] {
        m_searcher.sourceFactsChanged();
        refreshSoon();
    });
    connect(&session, &CorpusSession::grew, this, [this] {
        m_searcher.corpusGrew();
        refreshSoon();
    });
    connect(&session, &CorpusSession::loaded, this, &Browser::ask);
}

Browser::~Browser() = default;

void Browser::setQueryText(const QString &text, const QString &asked)
{
    if (text == m_queryText && asked == m_askedText)
        return;
    m_queryText = text;
    m_askedText = asked;
    m_query = parseQuery(withoutUnfinished(asked, corpus().schema()), corpus().schema());
    emit queryChanged();
    ask();
}

void Browser::setQuery(const Query &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_queryText = toText(query, corpus().schema());
    m_askedText = m_queryText;
    emit queryChanged();
    ask();
}

void Browser::setArrangement(const Arrangement &arrangement)
{
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    ask();
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
        ask();
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

void Browser::whenAnswered(std::function<void()> then)
{
    m_whenAnswered = nullptr;
    if (isAnswered())
        then();
    else
        m_whenAnswered = std::move(then);
}

void Browser::countOf(const Query &query, QObject *asker, std::function<void(int)> take)
{
    m_searcher.askAside({query, m_arrangement}, asker,
                        [take = std::move(take)](const Answer &answer) { take(answer.result.matches()); });
}

void Browser::facetsOf(const Query &query, QObject *asker, std::function<void(const QList<Facet> &)> take)
{
    m_searcher.askAside({query, m_arrangement}, asker,
                        [take = std::move(take)](const Answer &answer) { take(answer.result.facets); });
}

void Browser::refreshSoon()
{
    if (m_answer.result.total == 0)
        refresh(); // the first rows must not wait
    else if (!m_refreshTimer.isActive())
        m_refreshTimer.start(static_cast<int>(std::max(refreshPause, pauseFactor * m_lastDuration)));
}

/// Asks the same anew, for more cases have come. An answer that is under way is worth having first.
void Browser::refresh()
{
    if (isAnswered())
        ask();
    else
        m_refreshTimer.start(static_cast<int>(refreshPause));
}

void Browser::ask()
{
    m_refreshTimer.stop();
    m_sinceAsked.start();
    m_searcher.ask({m_query, m_arrangement}, [this, query = m_query](const Answer &answer) { take(answer, query); });
    if (!isAnswered() && !m_delayTimer.isActive() && !m_delayed)
        m_delayTimer.start();
}

void Browser::take(const Answer &answer, const Query &query)
{
    m_delayTimer.stop();
    m_answer = answer;
    m_answered = query;
    m_sought = soughtIn(query, answer.corpus->schema());
    emit resultChanged();
    m_lastDuration = m_sinceAsked.elapsed();
    if (std::exchange(m_delayed, false))
        emit delayed(false);
    if (m_whenAnswered && isAnswered()) // what follows an answer may have asked anew
        std::exchange(m_whenAnswered, nullptr)();
}

void Browser::forgetAnswer()
{
    m_answer = {{}, std::make_shared<const Corpus>()};
    m_answered = {};
    m_sought.clear();
    emit resultChanged();
}

} // namespace casebook
