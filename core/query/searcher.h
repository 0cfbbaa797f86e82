#pragma once

#include "core/query/search.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace casebook {

class CorpusSession;

/// What is asked of a corpus.
struct Question {
    Query query;
    Arrangement arrangement;

    bool operator==(const Question &) const = default;
};

/// An answer with what its positions are about.
struct Answer {
    SearchResult result;
    std::shared_ptr<const Corpus> corpus; ///< as it was when it was asked; never null
};

/// Answers questions about the corpus of a session: about a small one at once, about a large one in a thread of its
/// own, so that nobody waits who has something else to do. What nobody wants to know any more is cancelled.
///
/// Lives in the GUI thread, and hands answers over there. A large corpus is asked as it was when the question came.
class Searcher : public QObject {
    Q_OBJECT

public:
    using Take = std::function<void(const Answer &)>;

    /// The session must outlive the searcher.
    explicit Searcher(const CorpusSession &session, QObject *parent = nullptr);
    ~Searcher() override;

    /// To be called when the corpus has changed: see Search.
    void corpusGrew();
    void corpusChanged();
    void sourceFactsChanged();

    /// Asks the one question that matters: one asked before is cancelled, and never answered.
    void ask(const Question &question, Take take);
    /// Asks something else, which is answered as soon as nothing that matters more is left to do. Another question of
    /// the same asker takes its place; one who is gone is told nothing.
    void askAside(const Question &question, QObject *asker, Take take);
    /// Whether the question that matters has been answered.
    bool isAnswered() const;

    /// Whether the corpus is small enough to be asked without another thread.
    bool answersAtOnce() const;
    /// Corpora of more cases are asked in another thread.
    void setMostAtOnce(int cases) { m_mostAtOnce = cases; }
    /// What that thread does before each search. For tests, which may stop it there.
    void setBefore(std::function<void()> before) { m_before = std::move(before); }

private:
    struct Engine;
    struct Job {
        Question question;
        Take take;
        bool aside = false;
        QPointer<QObject> asker = {}; ///< of what is asked aside
        std::shared_ptr<std::atomic<bool>> cancelled = std::make_shared<std::atomic<bool>>(false);
    };

    void add(Job job);
    void next();
    void answerAtOnce(const Job &job);
    void start();
    void finish(const std::optional<Answer> &answer);
    void renewCorpus();

    const CorpusSession &m_session;
    std::unique_ptr<Engine> m_engine; ///< of the thread at work, if one is
    std::shared_ptr<const Corpus> m_corpus;
    std::function<void()> m_before;
    std::deque<Job> m_waiting;    ///< what matters most first
    std::optional<Job> m_running; ///< in the other thread
    QThreadPool m_pool;
    int m_mostAtOnce;
    bool m_outOfDate = true; ///< m_corpus is not as the session's
    bool m_anew = true;      ///< and not only shorter
};

} // namespace casebook
