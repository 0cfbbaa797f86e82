#pragma once

#include "core/corpus/session.h"
#include "core/query/search.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace casebook {

/// What is asked of the open corpus, and the answer: the one state that query field, filter panel, tree and status line
/// show. No widgets.
///
/// While a corpus loads the answer is renewed in steps that leave the window time to react.
class Browser : public QObject {
    Q_OBJECT

public:
    /// The session must outlive the browser.
    explicit Browser(CorpusSession &session, QObject *parent = nullptr);
    ~Browser() override;

    const CorpusSession &session() const { return m_session; }
    const Corpus &corpus() const { return m_session.corpus(); }
    const Query &query() const { return m_query; }
    const Arrangement &arrangement() const { return m_arrangement; }
    const SearchResult &result() const { return m_result; }
    /// The words and phrases that are asked for, folded: what is marked wherever it is shown.
    const QList<QByteArray> &sought() const { return m_sought; }
    /// How many cases another query would find.
    int countOf(const Query &query) { return m_search.run(query, m_arrangement).matches(); }
    /// The text as typed; the query's canonical form where it was set otherwise.
    const QString &queryText() const { return m_queryText; }

    /// The counts that another query would give the facets.
    QList<Facet> facetsOf(const Query &query) { return m_search.run(query, m_arrangement).facets; }
    /// Reads the text as a query and asks it. A condition at its end of which only the name stands there is not asked yet.
    void setQueryText(const QString &text);
    void setQuery(const Query &query);
    void setArrangement(const Arrangement &arrangement);
    /// Off → included → excluded → off.
    void cycleFacet(const QString &path, const QString &value);
    void setFacet(const QString &path, const QString &value, FacetState state);
    /// How the values that a facet includes go together, now and as it includes more of them.
    void setFacetJoin(const QString &path, FacetJoin join);
    void setRange(const QString &path, const QString &from, const QString &to);
    void clearField(const QString &path);
    void clearQuery();

signals:
    /// There is a new answer.
    void resultChanged();
    /// The query is another one; comes before resultChanged().
    void queryChanged();

private:
    void refresh();
    void refreshSoon();

    CorpusSession &m_session;
    Search m_search;
    Query m_query;
    QString m_queryText;
    QList<QByteArray> m_sought;
    Arrangement m_arrangement;
    SearchResult m_result;
    QTimer m_refreshTimer;
    qint64 m_lastDuration = 0; ///< of a refresh, in ms
};

} // namespace casebook
