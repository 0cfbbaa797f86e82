#pragma once

#include "core/sources/sourcefacts.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace casebook {

class CorpusSession;

/// What is known of the sources of the open corpus: reads it when a corpus is opened, takes in what is found out, keeps
/// it, and hands it to the CorpusSession. Fetches nothing.
///
/// Lives in the GUI thread; the disk is read and written elsewhere.
class SourceSession : public QObject {
    Q_OBJECT

public:
    /// The session must outlive this one.
    explicit SourceSession(CorpusSession &session, QObject *parent = nullptr);
    /// Waits until everything is kept.
    ~SourceSession() override;

    /// Takes in what a look at an address has shown. It is shown a moment later, and kept some moments after that,
    /// together with what comes until then. Nothing where no corpus is open.
    void add(const LinkRecord &record);
    /// Reads again what is kept: other processes may have added to it.
    void lookAgain();

signals:
    /// Something could not be read or kept: a sentence for people.
    void message(const QString &text);

private:
    void enter();
    void showPending();
    void keep();
    void take(const QString &root, const SourceFactsPtr &facts, const QString &message);

    CorpusSession &m_session;
    QString m_root;           ///< "" while no corpus is open
    LinkRecordList m_pending; ///< to be shown
    LinkRecordList m_unkept;  ///< to be written
    QTimer m_showSoon;
    QTimer m_keepSoon;
    QThreadPool m_pool; ///< of one thread, so that what is read last was written before
};

} // namespace casebook
