#pragma once

#include "core/sources/snapshottaker.h"

#include <QObject>

#include <memory>

namespace casebook {

/// Keeps copies of pages because a person asked for them, counts what became of them, and tells it in the end.
class SnapshotKeeper : public QObject {
    Q_OBJECT

public:
    explicit SnapshotKeeper(QObject *parent = nullptr);
    ~SnapshotKeeper() override;

    /// Keeps copies of these pages in the corpus at `root`. More can be asked for while some are under way.
    void keep(const QString &root, const QStringList &urls);
    /// Stops: what has been kept stays.
    void stop();
    bool isRunning() const { return m_taker && m_taker->isRunning(); }

    void setPictures(bool pictures) { m_options.pictures = pictures; }
    void setAllowPrivate(bool allow) { m_options.allowPrivate = allow; }
    /// What was not kept in the last run, with the reasons.
    const QList<SnapshotOutcome> &refused() const { return m_refused; }

signals:
    /// `total` 0: nothing is under way.
    void progressed(int done, int total);
    /// The archive holds more than before.
    void kept();
    /// All that was asked for is done, or stopped: a sentence for people.
    void finished(const QString &message);

private:
    void take(const SnapshotOutcome &outcome);
    void finish();

    void makeTaker();

    std::unique_ptr<Fetcher> m_fetcher; ///< made when it is needed for the first time; must outlive the taker
    std::unique_ptr<SnapshotTaker> m_taker;
    SnapshotOptions m_options;
    QList<SnapshotOutcome> m_refused;
    int m_kept = 0;
    int m_unchanged = 0;
    bool m_isStopped = false;
};

} // namespace casebook
