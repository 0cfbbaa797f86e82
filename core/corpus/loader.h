#pragma once

#include "core/corpus/corpus.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace casebook {

/// The first step of a load: where the corpus lies, its schema as far as corpus.yaml tells it, and its problems.
struct CorpusHead {
    CorpusLayout layout;
    Schema schema;     ///< empty and inferred where there is no corpus.yaml
    Problems problems; ///< of corpus.yaml
};

/// Looks at a folder and reads its corpus.yaml. Quick; any thread. The Error says why the folder cannot be opened.
Result<CorpusHead> readHead(const QString &folder);

/// Loads a corpus in steps on threads of its own; signals arrive in the thread of this object.
///
/// Batches start small, so that the first rows are there at once, and grow.
class CorpusLoader : public QObject {
    Q_OBJECT

public:
    explicit CorpusLoader(QObject *parent = nullptr);
    /// Cancels, and waits for the threads to notice.
    ~CorpusLoader() override;

    /// Starts to load; a load under way is cancelled, and nothing more is heard of it.
    void start(const CorpusHead &head);
    /// Stops; no signal comes after it, finished() neither.
    void cancel();
    bool isRunning() const { return m_job != nullptr; }

signals:
    /// Some more cases, in no particular order.
    void loaded(const casebook::CaseStudies &cases);
    /// `found` grows until the folder has been walked through.
    void progress(int done, int found);
    /// All cases have been handed over. `refused`: folders that were not entered, see walkCases().
    void finished(const QStringList &refused);

private:
    struct Job;

    void deliver(const std::shared_ptr<Job> &job, const CaseStudies &cases);

    QThreadPool m_pool;
    std::shared_ptr<Job> m_job;
};

/// Loads a whole corpus and returns when it is done: for the command line. Uses all cores.
/// `inferSchema` and validateAcross() have been applied.
Result<Corpus> loadCorpus(const QString &folder);

} // namespace casebook

Q_DECLARE_METATYPE(casebook::CaseStudies)
