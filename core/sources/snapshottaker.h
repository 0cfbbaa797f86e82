#pragma once

#include "core/sources/archivestore.h"
#include "core/sources/fetch.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace casebook {

/// How copies of pages are made.
struct SnapshotOptions {
    bool pictures = false;     ///< those in the text of a page are kept too
    bool allowPrivate = false; ///< pages of this computer and of private networks
};

/// What became of one page.
struct SnapshotOutcome {
    enum class State {
        Kept,      ///< a new snapshot is in the archive
        Unchanged, ///< the page holds what the archive has of it; the look is recorded
        Refused,   ///< there was no page to keep: an answer such as 404, a type that is not text, a wall, no answer
        Failed,    ///< the archive could not be written
    };
    QString url;
    State state = State::Refused;
    Snapshot snapshot = {}; ///< where Kept or Unchanged
    QString message = {};   ///< why not, for a person; empty where Kept or Unchanged
    int pictures = 0;       ///< that were kept with it
};

/// "kept", "unchanged", "refused" or "failed": what scripts say.
QString snapshotStateId(SnapshotOutcome::State state);

/// Fetches pages and keeps them in the archive of a corpus. Only a person's wish starts it.
///
/// Pages of text types and PDF are kept, whole ones, of at most 20 MiB, answered with a status of 2xx; nothing else is,
/// and no page that only wants to see that no program asks.
/// Stays responsive: what is written is written on another thread. Lives in its caller's thread, which needs an event
/// loop.
class SnapshotTaker : public QObject {
    Q_OBJECT

public:
    /// The fetcher must outlive the taker.
    explicit SnapshotTaker(Fetcher &fetcher, QObject *parent = nullptr);
    /// Cancels, and waits for what is being written.
    ~SnapshotTaker() override;

    /// Keeps copies of these pages, each once, in the corpus at `root`. What is under way goes on.
    void take(const QString &root, const QStringList &urls, const SnapshotOptions &options);
    /// No page is asked for any more. What is being written is finished and told of, then `finished` follows; at once,
    /// from inside this call, where nothing is.
    void cancel();
    bool isRunning() const { return m_left > 0; }

signals:
    /// A page is done, one way or the other.
    void taken(const casebook::SnapshotOutcome &outcome);
    void progressed(int done, int total);
    void finished();

private:
    struct Page;
    using PagePtr = std::shared_ptr<Page>;

    void fetchPage(const PagePtr &page);
    void judge(const PagePtr &page, const FetchAnswer &answer);
    void keep(const PagePtr &page, const FetchAnswer &answer);
    void fetchPictures(const PagePtr &page, const QStringList &urls);
    void keepPicture(const PagePtr &page, const FetchAnswer &answer, const QString &url);
    void finishPicture(const PagePtr &page);
    void finish(const PagePtr &page);

    Fetcher &m_fetcher;
    QThreadPool m_pool; ///< of one thread: one write to the index after the other
    QList<Fetcher::Id> m_fetches;
    QList<PagePtr> m_pages; ///< that are waited for
    int m_left = 0;
    int m_total = 0;
};

} // namespace casebook

Q_DECLARE_METATYPE(casebook::SnapshotOutcome)
