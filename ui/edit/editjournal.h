#pragma once

#include "core/base/result.h"
#include "core/store/unsavedtext.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

class QTextDocument;

namespace casebook {

class EditSession;
class Journal;

/// Keeps the unsaved text of a session in the journal, so that a crash does not lose it: about a second after a change,
/// again as long as it goes on, and no longer once the text is saved or dropped.
///
/// Writes in a thread of its own; everything else on the GUI thread.
class EditJournal : public QObject {
    Q_OBJECT

public:
    /// Session and document, which holds the session's text, must live longer.
    EditJournal(EditSession &session, const QTextDocument &document);
    /// What is unsaved then stays kept: nobody has said what is to become of it.
    ~EditJournal() override;

    /// Keeps what is unsaved at once; it is on the disk when this returns without an Error.
    Result<void> keepNow();

signals:
    /// The text cannot be kept. Said once, until it can be again.
    void failed(const QString &message);

private:
    bool hasUnsaved() const;
    UnsavedText unsaved() const;
    std::shared_ptr<Journal> journal();
    void schedule();
    void keep();
    void drop();
    void report(const Result<void> &kept);

    EditSession &m_session;
    QTimer m_timer;
    QThreadPool m_pool; // one thread: writes and the removal come in their order
    std::shared_ptr<Journal> m_journal;
    bool m_failing = false;
};

} // namespace casebook
