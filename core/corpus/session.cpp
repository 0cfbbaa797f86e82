#include "core/corpus/session.h"

#include "core/corpus/folderwatcher.h"
#include "core/corpus/inference.h"
#include "core/corpus/validation.h"

namespace casebook {

namespace {

constexpr int quietTime = 150;    // ms without an event before the folders are looked through
constexpr int mostFolders = 4096; // watched; changes in others are seen when the window becomes active

FileStamp descriptionStampOf(const CorpusLayout &layout)
{
    return stampOf(layout.descriptionPath()).value_or(FileStamp());
}

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
    connect(m_watcher, &FolderWatcher::changed, this, [this] { m_quiet.start(); });
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
    Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    close();
    m_corpus = Corpus(head->layout, head->schema, head->problems);
    m_descriptionStamp = descriptionStampOf(head->layout);
    m_open = true;
    emit opened();
    m_loader.start(*head);
    return {};
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

void CorpusSession::watchFolders()
{
    m_pool.start([this, layout = m_corpus.layout(), cancelled = m_cancelled] {
        const QStringList folders = caseFolders(layout, mostFolders);
        QMetaObject::invokeMethod(
            this,
            [this, folders, cancelled] {
                if (!*cancelled)
                    m_watcher->watch(folders);
            },
            Qt::QueuedConnection);
    });
}

void CorpusSession::analyse()
{
    m_pool.start([this, cases = m_corpus.cases(), schema = m_corpus.schema(), layout = m_corpus.layout(),
                  cancelled = m_cancelled] {
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
        emit lost(layout.error().message);
        return;
    }
    if (descriptionStampOf(*layout) != m_descriptionStamp) {
        // Another description may change every field: load anew. The window keeps its selection by id.
        if (const Result<void> reopened = open(layout->root); !reopened)
            emit lost(reopened.error().message);
        return;
    }
    m_looking = true;
    m_pool.start([this, layout = m_corpus.layout(), schema = m_corpus.schema(), cases = m_corpus.cases(),
                  cancelled = m_cancelled] {
        CorpusChange change = rescan(layout, schema, cases, *cancelled);
        QMetaObject::invokeMethod(
            this,
            [this, change = std::move(change), cancelled] {
                if (!*cancelled)
                    apply(change);
            },
            Qt::QueuedConnection);
    });
}

void CorpusSession::apply(const CorpusChange &change)
{
    m_looking = false;
    m_corpus.add(change.updated);
    if (!change.removed.isEmpty())
        m_corpus.remove(change.removed);
    m_corpus.setRefused(change.refused);
    if (!change.isEmpty()) {
        emit changed(change);
        watchFolders();
        analyse();
    }
    if (std::exchange(m_lookAgain, false))
        lookAgain();
}

} // namespace casebook
