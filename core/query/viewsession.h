#pragma once

#include "core/corpus/session.h"
#include "core/query/savedview.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace casebook {

class FolderWatcher;

/// The saved views of the open corpus: reads them, follows the folder `views`, and counts what each of them leaves.
///
/// Lives in the GUI thread; the work is done elsewhere.
class ViewSession : public QObject {
    Q_OBJECT

public:
    /// The session must outlive this one.
    explicit ViewSession(const CorpusSession &session, QObject *parent = nullptr);
    ~ViewSession() override;

    const Corpus &corpus() const { return m_session.corpus(); }
    const SavedViews &views() const { return m_views; }
    /// How many cases a view leaves; -1 where that is not known yet.
    int countOf(const QString &id) const { return m_counts.value(id, -1); }

    /// Reads the views now, or once more as soon as the reading under way has ended.
    void lookAgain();

signals:
    /// Other views or problems than before.
    void changed();
    /// Other counts than before.
    void counted();

private:
    void startAnew();
    void take(const SavedViews &views);
    void watch();
    void count();
    void cancel();

    const CorpusSession &m_session;
    FolderWatcher *m_watcher;
    SavedViews m_views;
    QHash<QString, int> m_counts; ///< by id
    QString m_root;
    QTimer m_quiet; ///< runs out when nothing has happened in the folder for a moment
    QTimer m_countSoon;
    QThreadPool m_reading;
    QThreadPool m_counting;
    std::shared_ptr<std::atomic<bool>> m_cancelled;      ///< of the reading
    std::shared_ptr<std::atomic<bool>> m_countCancelled; ///< of the counting under way
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace casebook
