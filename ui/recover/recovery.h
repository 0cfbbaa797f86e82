#pragma once

#include "core/store/leftjournal.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace casebook {

class RecoveryDialog;

/// Finds what an earlier run has left of a corpus, and offers it in a dialog. GUI thread.
class Recovery : public QObject {
    Q_OBJECT

public:
    /// Brings a text back into the editor, and tells whether it is there and kept in the journal of this run.
    using Restore = std::function<void(const UnsavedText &unsaved, std::function<void(bool kept)> done)>;

    /// Dialogs belong to `window`.
    Recovery(Restore restore, QWidget *window);

    /// Offers the unsaved text of the corpus at `root`, which need not be there any more; where there is none, does
    /// nothing. Temporary files that a killed process has left in the corpus are cleared away as well.
    void offer(const QString &root);
    /// The same because a person asked for it: says so where there is none.
    void offerAgain(const QString &root);

signals:
    /// For a status line.
    void message(const QString &text);

private:
    bool show(const QString &root);
    void restore(const LeftJournal &journal);

    Restore m_restore;
    QWidget *m_window;
    QPointer<RecoveryDialog> m_dialog;
};

} // namespace casebook
