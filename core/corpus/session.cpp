#include "core/corpus/session.h"

#include "core/base/clock.h"
#include "core/corpus/folderwatcher.h"
#include "core/corpus/inference.h"
#include "core/validation/validation.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int quietTime = 150;    // ms without an event before the folders are looked through
constexpr int longestWait = 2000; // ms; then they are, however busy they are
constexpr int mostFolders = 4096; // watched; changes in others are seen when the window becomes active

} // namespace

/// What is computed from all cases together.
struct CorpusSession::Analysis {
    Schema schema;
    QHash<QString, Problems> across;
};

CorpusSession::CorpusSession(QObject *parent)
    : QObject(parent), m_watcher(new FolderWatcher(this)), m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    connect(&m_quiet, &QTimer::timeout, this, &CorpusSession::lookAgain);
    connect(m_watcher, &FolderWatcher::changed, this, &CorpusSession::waitForQuiet);
    connect(&m_loader, &CorpusLoader::loaded, this, &CorpusSession::addLoaded);
    connect(&m_loader, &CorpusLoader::progress, this, &CorpusSession::progress);
    connect(&m_loader, &CorpusLoader::finished, this, &CorpusSession::finishLoad);
}

CorpusSession::~CorpusSession()
{
    stopWork();
    m_pool.waitForDone();
}

Result<void> CorpusSession::open(const QString &folder)
{
    // The stamp first: a description that is written while it is read is then seen to have changed.
    const FileStamp descriptionStamp = stampOf(folder + u"/corpus.yaml").value_or(FileStamp());
    Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    close();
    m_corpus = Corpus(head->layout, head->schema, head->problems);
    m_corpus.setToday(documentDate());
    m_descriptionStamp = descriptionStamp;
    m_open = true;
    emit opened();
    m_loader.start(*head);
    return {};
}

void CorpusSession::setSourceFacts(SourceFactsPtr facts)
{
    if (!m_open || facts == m_corpus.sourceFacts())
        return;
    m_corpus.setSourceFacts(std::move(facts));
    emit sourceFactsChanged();
}

void CorpusSession::close()
{
    if (!m_open)
        return;
    stopWork();
    m_corpus = {};
    m_open = false;
    emit closed();
}

void CorpusSession::cancel()
{
    if (!m_loader.isRunning())
        return;
    m_loader.cancel();
    analyse();
    emit loaded();
}

void CorpusSession::stopWork()
{
    m_loader.cancel();
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_pool.clear();
    m_watcher->watch({});
    m_quiet.stop();
    m_looking = false;
    m_lookAgain = false;
    m_lost = false;
}

void CorpusSession::addLoaded(const CaseStudies &cases)
{
    const bool first = m_corpus.size() == 0;
    m_corpus.add(cases);
    if (first && m_corpus.schema().inferred) {
        m_corpus.setSchema(inferSchema(m_corpus.cases(), m_corpus.schema().name));
        emit schemaChanged();
    }
    emit grew();
}

void CorpusSession::finishLoad(const QStringList &refused)
{
    m_corpus.setRefused(refused);
    watchFolders();
    analyse();
    emit loaded();
}

void CorpusSession::waitForQuiet()
{
    if (!m_quiet.isActive())
        m_firstEvent.start();
    if (!m_quiet.isActive() || !m_firstEvent.hasExpired(longestWait))
        m_quiet.start();
}

void CorpusSession::watch(const QStringList &folders)
{
    if (m_watcher->watch(folders))
        waitForQuiet(); // for what happened between the look at a folder and the watch on it
}

void CorpusSession::watchFolders()
{
    m_pool.start([this, layout = m_corpus.layout(), cancelled = m_cancelled] {
        const QStringList folders = caseFolders(layout, mostFolders);
        QMetaObject::invokeMethod(
            this,
            [this, folders, cancelled] {
                if (!*cancelled)
                    watch(folders);
            },
            Qt::QueuedConnection);
    });
}

void CorpusSession::analyse()
{
    m_pool.start([this, cases = m_corpus.cases(), schema = m_corpus.schema(), layout = m_corpus.layout(),
                  cancelled = m_cancelled]() mutable {
        // In an order of their own: they have come as the threads were done with them.
        std::sort(cases.begin(), cases.end(), [](const auto &a, const auto &b) { return a->id < b->id; });
        Analysis analysis{schema.inferred ? inferSchema(cases, schema.name) : schema, {}};
        analysis.across = validateAcross(cases, schema, layout);
        QMetaObject::invokeMethod(
            this,
            [this, analysis = std::move(analysis), cancelled] {
                if (*cancelled)
                    return;
                if (analysis.schema != m_corpus.schema()) {
                    m_corpus.setSchema(analysis.schema);
                    emit schemaChanged();
                }
                m_corpus.setAcrossProblems(analysis.across);
                emit validated();
            },
            Qt::QueuedConnection);
    });
}

void CorpusSession::lookAgain()
{
    if (!m_open || m_loader.isRunning())
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    const Result<CorpusLayout> layout = findLayout(m_corpus.layout().root);
    if (!layout) {
        lose(layout.error().message);
        return;
    }
    const bool moved = layout->caseFolder != m_corpus.layout().caseFolder;
    if (moved || stampOf(layout->descriptionPath()).value_or(FileStamp()) != m_descriptionStamp) {
        // Another description may change every field: load anew. The window keeps its selection by id.
        if (const Result<void> reopened = open(layout->root); !reopened)
            lose(reopened.error().message);
        return;
    }
    m_lost = false;
    m_looking = true;
    m_pool.start([this, layout = m_corpus.layout(), schema = m_corpus.schema(), cases = m_corpus.cases(),
                  cancelled = m_cancelled] {
        CorpusChange change = rescan(layout, schema, cases, *cancelled);
        const QStringList folders = caseFolders(layout, mostFolders);
        QMetaObject::invokeMethod(
            this,
            [this, change = std::move(change), folders, cancelled] {
                if (!*cancelled)
                    apply(change, folders);
            },
            Qt::QueuedConnection);
    });
}

void CorpusSession::lose(const QString &message)
{
    if (!std::exchange(m_lost, true))
        emit lost(message);
}

void CorpusSession::apply(const CorpusChange &change, const QStringList &folders)
{
    m_looking = false;
    m_corpus.add(change.updated);
    if (!change.removed.isEmpty())
        m_corpus.remove(change.removed);
    m_corpus.setRefused(change.refused);
    watch(folders);
    if (!change.isEmpty()) {
        analyse();
        emit changed(change);
    }
    if (std::exchange(m_lookAgain, false))
        lookAgain();
}

} // namespace casebook
