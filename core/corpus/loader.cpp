#include "core/corpus/loader.h"

#include "core/base/clock.h"
#include "core/corpus/casereader.h"
#include "core/corpus/inference.h"
#include "core/corpus/schemareader.h"
#include "core/validation/validation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QThread>
#include <QtConcurrent>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Corpus", text);
}

constexpr int firstBatch = 32;
constexpr int largestBatch = 512;
constexpr qint64 descriptionLimit = 1024 * 1024; // bytes

CaseStudies readBatch(const CorpusLayout &layout, const Schema &schema, const std::vector<FoundFile> &files,
                      const std::atomic<bool> &cancelled)
{
    StringPool pool;
    CaseStudies cases;
    cases.reserve(files.size());
    for (const FoundFile &file : files) {
        if (cancelled)
            break;
        cases.push_back(readCase(layout, schema, file, &pool));
    }
    return cases;
}

Result<QByteArray> readDescription(const CorpusLayout &layout)
{
    if (!leadsInside(layout, u"corpus.yaml"_s))
        return Error{translate("This symbolic link leads out of the corpus, and is not followed.")};
    Result<FileBytes> file = readFileBytes(layout.descriptionPath(), descriptionLimit);
    if (!file)
        return file.error();
    if (file->stamp.size > descriptionLimit) {
        const QLocale locale;
        return Error{translate("The file has %1, and only %2 are read: its fields are guessed from the cases.")
                         .arg(locale.formattedDataSize(file->stamp.size), locale.formattedDataSize(descriptionLimit))};
    }
    return std::move(file->bytes);
}

} // namespace

Result<CorpusHead> readHead(const QString &folder)
{
    Result<CorpusLayout> layout = findLayout(folder);
    if (!layout)
        return layout.error();
    CorpusHead head{std::move(*layout), {}, {}};
    head.schema.setRole(role::title.toString(), role::title.toString());
    head.schema.inferred = true;
    if (head.layout.hasDescription) {
        if (const Result<QByteArray> bytes = readDescription(head.layout); !bytes) {
            head.problems.append({Severity::Error, 0, 0, bytes.error().message});
        } else {
            SchemaResult result = readSchema(*bytes);
            if (result.valid)
                head.schema = std::move(result.schema);
            head.problems = std::move(result.problems);
        }
    }
    if (head.schema.name.isEmpty())
        head.schema.name = QDir(head.layout.root).dirName();
    return head;
}

/// What the threads of one load share.
struct CorpusLoader::Job {
    CorpusHead head;
    std::atomic<bool> cancelled = false;
    std::atomic<int> found = 0;
    // The rest belongs to the loader's own thread, but for `refused`, which is complete before `walked` is told.
    int done = 0;
    bool walked = false;
    QStringList refused;
};

CorpusLoader::CorpusLoader(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<CaseStudies>();
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
}

CorpusLoader::~CorpusLoader()
{
    cancel();
    m_pool.waitForDone();
}

void CorpusLoader::cancel()
{
    if (m_job)
        m_job->cancelled = true;
    m_job.reset();
    m_pool.clear();
}

void CorpusLoader::start(const CorpusHead &head)
{
    cancel();
    auto job = std::make_shared<Job>();
    job->head = head;
    m_job = job;

    const auto read = [this, job](std::vector<FoundFile> files) {
        m_pool.start([this, job, files = std::move(files)] {
            CaseStudies cases = readBatch(job->head.layout, job->head.schema, files, job->cancelled);
            if (!job->cancelled)
                QMetaObject::invokeMethod(
                    this, [this, job, cases] { deliver(job, cases); }, Qt::QueuedConnection);
        });
    };
    m_pool.start([this, job, read] {
        std::vector<FoundFile> batch;
        int size = firstBatch;
        walkCases(
            job->head.layout,
            [&](const FoundFile &file) {
                batch.push_back(file);
                ++job->found;
                if (static_cast<int>(batch.size()) == size) {
                    read(std::exchange(batch, {}));
                    size = std::min(size * 2, largestBatch);
                }
                return !job->cancelled;
            },
            [&](const QString &path) { job->refused.append(path); });
        if (!batch.empty())
            read(std::move(batch));
        QMetaObject::invokeMethod(
            this,
            [this, job] {
                job->walked = true;
                deliver(job, {});
            },
            Qt::QueuedConnection);
    });
}

void CorpusLoader::deliver(const std::shared_ptr<Job> &job, const CaseStudies &cases)
{
    if (job != m_job)
        return; // cancelled meanwhile
    job->done += static_cast<int>(cases.size());
    if (!cases.empty())
        emit loaded(cases);
    if (job == m_job) // whoever listens may have cancelled
        emit progress(job->done, job->found);
    if (job == m_job && job->walked && job->done == job->found) {
        m_job.reset();
        emit finished(job->refused);
    }
}

Result<Corpus> loadCorpus(const QString &folder)
{
    Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    const CorpusLayout layout = head->layout;
    const Schema schema = head->schema;

    const std::atomic<bool> cancelled = false;
    QStringList refused;
    std::vector<QFuture<CaseStudies>> loaded;
    std::vector<FoundFile> batch;
    const auto read = [&] {
        loaded.push_back(QtConcurrent::run(
            [&, files = std::exchange(batch, {})] { return readBatch(layout, schema, files, cancelled); }));
    };
    walkCases(
        layout,
        [&](const FoundFile &file) {
            batch.push_back(file);
            if (batch.size() == largestBatch)
                read();
            return true;
        },
        [&](const QString &path) { refused.append(path); });
    read();

    Corpus corpus(layout, schema, head->problems);
    corpus.setToday(documentDate());
    corpus.setSourceFacts(readSourceFacts(layout.root));
    for (QFuture<CaseStudies> &cases : loaded)
        corpus.add(cases.takeResult());
    corpus.sortById();
    corpus.setRefused(refused);
    if (schema.inferred)
        corpus.setSchema(inferSchema(corpus.cases(), schema.name));
    corpus.setAcrossProblems(validateAcross(corpus.cases(), corpus.schema(), layout));
    return corpus;
}

} // namespace casebook
