#include "core/query/searcher.h"

#include "core/corpus/session.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int fewCases = 5000;       // asked, and read into columns, within some milliseconds
constexpr int fewWhileLoading = 500; // the same, where the processors have something else to do

} // namespace

/// What a search remembers, and the corpus that it is about.
struct Searcher::Engine {
    std::shared_ptr<const Corpus> corpus;
    Search search;

    explicit Engine(std::shared_ptr<const Corpus> first) : corpus(std::move(first)), search(*corpus) {}

    void use(const std::shared_ptr<const Corpus> &other, bool anew)
    {
        if (other == corpus)
            return;
        if (other->sourceFacts() != corpus->sourceFacts())
            search.sourceFactsChanged();
        if (anew)
            search.corpusChanged(*other);
        else
            search.corpusGrew(*other);
        corpus = other; // only now does nothing refer to the old one
    }
};

Searcher::Searcher(const CorpusSession &session, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_engine(std::make_unique<Engine>(std::make_shared<const Corpus>())),
      m_corpus(m_engine->corpus),
      m_mostAtOnce(fewCases)
{
    m_pool.setMaxThreadCount(1);
}

Searcher::~Searcher()
{
    if (m_running)
        *m_running->cancelled = true;
    m_pool.waitForDone();
}

void Searcher::corpusGrew()
{
    m_outOfDate = true;
}

void Searcher::corpusChanged()
{
    m_outOfDate = true;
    m_anew = true;
}

void Searcher::sourceFactsChanged()
{
    m_outOfDate = true;
}

bool Searcher::isAnswered() const
{
    return !(m_running && !m_running->aside && !*m_running->cancelled)
        && std::all_of(m_waiting.begin(), m_waiting.end(), [](const Job &job) { return job.aside; });
}

void Searcher::ask(const Question &question, Take take)
{
    std::erase_if(m_waiting, [](const Job &job) { return !job.aside; });
    if (m_running) {
        // What was asked aside is still wanted, and comes later.
        if (m_running->aside && !*m_running->cancelled) {
            m_waiting.push_front(*m_running);
            m_waiting.front().cancelled = std::make_shared<std::atomic<bool>>(false);
        }
        *m_running->cancelled = true;
    }
    add({question, std::move(take)});
}

void Searcher::askAside(const Question &question, QObject *asker, Take take)
{
    std::erase_if(m_waiting, [&](const Job &job) { return job.aside && job.asker == asker; });
    if (m_running && m_running->aside && m_running->asker == asker)
        *m_running->cancelled = true;
    add({question, std::move(take), true, asker});
}

void Searcher::add(Job job)
{
    if (!m_running && answersAtOnce()) {
        answerAtOnce(job);
        return;
    }
    if (job.aside)
        m_waiting.push_back(std::move(job));
    else
        m_waiting.push_front(std::move(job));
    next();
}

bool Searcher::answersAtOnce() const
{
    const int most = m_session.isLoading() ? std::min(m_mostAtOnce, fewWhileLoading) : m_mostAtOnce;
    return m_session.corpus().size() <= most;
}

void Searcher::answerAtOnce(const Job &job)
{
    renewCorpus();
    m_engine->use(m_corpus, std::exchange(m_anew, false));
    job.take({m_engine->search.run(job.question.query, job.question.arrangement), m_corpus});
}

void Searcher::next()
{
    while (!m_running && !m_waiting.empty()) {
        m_running = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_running->aside && !m_running->asker)
            m_running.reset();
        else
            start();
    }
}

void Searcher::start()
{
    renewCorpus();
    m_pool.start([this, engine = m_engine.get(), corpus = m_corpus, anew = std::exchange(m_anew, false),
                  before = m_before, question = m_running->question, cancelled = m_running->cancelled] {
        engine->use(corpus, anew);
        if (before)
            before();
        std::optional<Answer> answer;
        if (std::optional<SearchResult> result = engine->search.run(question.query, question.arrangement, *cancelled))
            answer = Answer{std::move(*result), corpus};
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer)] { finish(answer); }, Qt::QueuedConnection);
    });
}

void Searcher::finish(const std::optional<Answer> &answer)
{
    const Job job = *std::exchange(m_running, std::nullopt);
    // Something newer may have been asked while the answer was on its way here.
    if (answer && !*job.cancelled && (!job.aside || job.asker))
        job.take(*answer);
    next();
}

void Searcher::renewCorpus()
{
    if (std::exchange(m_outOfDate, false))
        m_corpus = std::make_shared<const Corpus>(m_session.corpus());
}

} // namespace casebook
