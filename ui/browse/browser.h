#pragma once

#include "core/corpus/session.h"
#include "core/query/searcher.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace casebook {

/// What is asked of the open corpus, and the answer: the one state that query field, filter panel, tree and status line
/// show. No widgets.
///
/// A small corpus is asked at once, a large one in another thread: what is shown meanwhile is the answer to the
/// question before, whole and by itself (answered(), result(), answeredCorpus(), sought()), and never an answer to an
/// older one. While a corpus loads the answer is renewed in steps that leave the window time to react.
class Browser : public QObject {
    Q_OBJECT

public:
    /// The session must outlive the browser.
    explicit Browser(CorpusSession &session, QObject *parent = nullptr);
    ~Browser() override;

    /// Who asks the corpus.
    Searcher &searcher() { return m_searcher; }

    const CorpusSession &session() const { return m_session; }
    const Corpus &corpus() const { return m_session.corpus(); }
    const Query &query() const { return m_query; }
    const Arrangement &arrangement() const { return m_arrangement; }
    /// The text as typed; the query's canonical form where it was set otherwise.
    const QString &queryText() const { return m_queryText; }

    const SearchResult &result() const { return m_answer.result; }
    /// The query that the result answers.
    const Query &answered() const { return m_answered; }
    /// The corpus in which the result's positions hold: the session's as it was when the question came.
    const std::shared_ptr<const Corpus> &answeredCorpus() const { return m_answer.corpus; }
    /// The words and phrases that are asked for there, folded: what is marked wherever it is shown.
    const QList<QByteArray> &sought() const { return m_sought; }
    /// Whether the result answers query().
    bool isAnswered() const { return m_searcher.isAnswered(); }
    /// Does something as soon as it does, or at once. Later things take the place of earlier ones that still wait.
    void whenAnswered(std::function<void()> then);

    /// How many cases another query would find, told at once or later, while `asker` is there and asks nothing else.
    void countOf(const Query &query, QObject *asker, std::function<void(int)> take);
    /// The counts that another query would give the facets, likewise.
    void facetsOf(const Query &query, QObject *asker, std::function<void(const QList<Facet> &)> take);

    /// Reads the text as a query and asks it. A condition at its end of which only the name stands there is not asked
    /// yet.
    void setQueryText(const QString &text) { setQueryText(text, text); }
    /// The same for a person who is still writing: only `asked`, the beginning of the text, is asked.
    void setQueryText(const QString &text, const QString &asked);
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
    /// The answer is a long time coming, or it has come after all.
    void delayed(bool waiting);

private:
    void refresh();
    void ask();
    void take(const Answer &answer, const Query &query);
    void forgetAnswer();
    void refreshSoon();

    CorpusSession &m_session;
    Searcher m_searcher;
    Query m_query;
    QString m_queryText;
    QString m_askedText; ///< of it, what is asked
    QList<QByteArray> m_sought;
    Arrangement m_arrangement;
    Answer m_answer;
    Query m_answered;
    std::function<void()> m_whenAnswered;
    QTimer m_refreshTimer;
    QTimer m_delayTimer;
    QElapsedTimer m_sinceAsked;
    qint64 m_lastDuration = 0; ///< until an answer, in ms
    bool m_delayed = false;
};

} // namespace casebook
