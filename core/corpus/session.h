#pragma once

#include "core/corpus/corpus.h"
#include "core/corpus/loader.h"
#include "core/corpus/rescan.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace casebook {

class FolderWatcher;

/// One open corpus that follows its folder: loads it, watches it, and tells what has changed.
///
/// Lives in the GUI thread; the work is done elsewhere.
class CorpusSession : public QObject {
    Q_OBJECT

public:
    explicit CorpusSession(QObject *parent = nullptr);
    ~CorpusSession() override;

    /// Closes what is open and starts to load a folder. The Error says why it cannot be opened; what was open stays.
    Result<void> open(const QString &folder);
    void close();
    /// Stops a load: what has been loaded stays.
    void cancel();

    bool isOpen() const { return m_open; }
    bool isLoading() const { return m_loader.isRunning(); }
    const Corpus &corpus() const { return m_corpus; }

    /// What is known of the pages that the corpus cites, from now on.
    void setSourceFacts(SourceFactsPtr facts);

    /// Looks through the folder for changes now, unless a look is under way.
    void lookAgain();

signals:
    /// A corpus has been opened; no case is loaded yet.
    void opened();
    void closed();
    /// Cases were added at the end of the corpus.
    void grew();
    void progress(int done, int found);
    /// All cases are there.
    void loaded();
    /// Other fields or groups than before: only an inferred schema changes.
    void schemaChanged();
    /// Corpus::sourceFacts() are others.
    void sourceFactsChanged();
    /// What only all cases together can tell is known, or known anew.
    void validated();
    /// Files have changed on disk, and the corpus with them.
    void changed(const casebook::CorpusChange &change);
    /// The folder is gone, or can no longer be read. Said once; what was loaded stays, until the folder is back.
    void lost(const QString &message);

private:
    struct Analysis;

    void addLoaded(const CaseStudies &cases);
    void finishLoad(const QStringList &refused);
    void apply(const CorpusChange &change, const QStringList &folders);
    void lose(const QString &message);
    void waitForQuiet();
    void watch(const QStringList &folders);
    void analyse();
    void watchFolders();
    void stopWork();

    Corpus m_corpus;
    CorpusLoader m_loader;
    FolderWatcher *m_watcher;
    QElapsedTimer m_firstEvent; ///< since the first event that has not been looked after
    QTimer m_quiet;             ///< runs out when nothing has happened in the folders for a moment
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the work under way in m_pool
    FileStamp m_descriptionStamp;
    bool m_open = false;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_lost = false;
};

} // namespace casebook
