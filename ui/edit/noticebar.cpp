#include "ui/edit/noticebar.h"

#include "ui/edit/editsession.h"

#include <QAction>

namespace casebook {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(EditSession *session, QAction *close, QWidget *parent)
    : Banner(parent), m_session(session), m_close(close)
{
    add(u"compare"_s, tr("Compare…"), {}, &EditSession::compareWithDisk);
    add(u"reload"_s, tr("Reload"), tr("Take what is on disk; undo brings your text back"), &EditSession::takeDisk);
    add(u"keepMine"_s, tr("Keep Mine"), tr("Go on editing; saving asks before it replaces what is on disk"),
        &EditSession::dismissNotice);
    add(u"undoMerge"_s, tr("Undo"), tr("Take out of the text what has come from disk; saving will ask"),
        &EditSession::undoMerge);
    add(u"goOnRenamed"_s, tr("Go On There"), {}, &EditSession::goOnRenamed);
    add(u"saveAgain"_s, tr("Save Again"), {}, &EditSession::saveDeletedAgain);
    add(u"saveElsewhere"_s, tr("Save a Copy Elsewhere…"), {}, &EditSession::saveElsewhere);
    add(u"dismiss"_s, tr("Dismiss"), {}, &EditSession::dismissNotice);
    auto *showMerge = new QAction(tr("Show"), this);
    showMerge->setObjectName(u"showMerge"_s);
    showMerge->setToolTip(tr("What has come from disk"));
    connect(showMerge, &QAction::triggered, this, &NoticeBar::mergeRequested);
    connect(session, &EditSession::noticeChanged, this, &NoticeBar::showNotice);
}

QAction *NoticeBar::add(const QString &name, const QString &text, const QString &help, void (EditSession::*run)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!help.isEmpty())
        action->setToolTip(help);
    connect(action, &QAction::triggered, m_session, run);
    return action;
}

QList<QAction *> NoticeBar::answers() const
{
    const auto some = [this](std::initializer_list<const char16_t *> names) {
        QList<QAction *> actions;
        for (const char16_t *name : names)
            actions.append(findChild<QAction *>(QString::fromUtf16(name), Qt::FindDirectChildrenOnly));
        return actions;
    };
    switch (m_session->notice().kind) {
    case EditNotice::Kind::None:
    case EditNotice::Kind::ReadOnly:
        break;
    case EditNotice::Kind::ChangedOnDisk:
        return some({u"compare", u"reload", u"keepMine"});
    case EditNotice::Kind::Merged:
        return some({u"showMerge", u"undoMerge", u"dismiss"});
    case EditNotice::Kind::RenamedOnDisk:
        return some({u"goOnRenamed", u"saveAgain", u"saveElsewhere"});
    case EditNotice::Kind::DeletedOnDisk:
        return some({u"saveAgain", u"saveElsewhere"}) + QList<QAction *>{m_close};
    case EditNotice::Kind::Noteworthy:
        return some({u"dismiss"});
    case EditNotice::Kind::Failed:
        return some({u"saveElsewhere", u"dismiss"});
    }
    return {};
}

void NoticeBar::showNotice()
{
    const EditNotice &notice = m_session->notice();
    if (notice.kind == EditNotice::Kind::None)
        hide();
    else
        showMessage(notice.text, answers(), notice.kind == EditNotice::Kind::Failed);
}

} // namespace casebook
