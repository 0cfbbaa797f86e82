#pragma once

#include "ui/edit/banner.h"

namespace casebook {

class EditSession;

/// What stands above the text until it is settled, with the ways to settle it.
///
/// The actions, by objectName: "compare", "reload", "keepMine", "showMerge", "undoMerge", "goOnRenamed", "saveAgain",
/// "saveElsewhere", "dismiss".
class NoticeBar : public Banner {
    Q_OBJECT

public:
    /// The session must outlive the bar. `close` leaves the file; it stays its owner's.
    NoticeBar(EditSession *session, QAction *close, QWidget *parent = nullptr);

signals:
    /// What the last merge has changed is to be shown.
    void mergeRequested();

private:
    QAction *add(const QString &name, const QString &text, const QString &help, void (EditSession::*run)());
    QList<QAction *> answers() const;
    void showNotice();

    EditSession *m_session;
    QAction *m_close;
};

} // namespace casebook
