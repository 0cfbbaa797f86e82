#pragma once

#include "core/sources/snapshot.h"

#include <QList>
#include <QObject>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace casebook {

class Browser;
class CasePane;
class CaseTreeView;
class CorpusSession;
class SnapshotKeeper;
class SnapshotLibrary;
class SnapshotPage;
class StatusLine;

/// Connects the archive with the window: Sources → Keep a Copy, the copies beside the sources of the case that is read,
/// and the page on which a copy is read, in the place of the case.
///
/// Its actions, by objectName: "keepCase", "keepSelection", "keepMissing", "keepPictures", "stopKeeping",
/// "showRefused", "readCopy".
class Archiving : public QObject {
    Q_OBJECT

public:
    struct Parts {
        CaseTreeView &tree;
        CasePane &pane;
        StatusLine &status;
    };

    /// `window` owns it, and outlives whatever is given. `menu` gets the actions.
    Archiving(CorpusSession &session, const Browser &browser, const Parts &parts, QMenu *menu, QMainWindow *window);

    const SnapshotLibrary &library() const { return *m_library; }
    SnapshotPage *page() const { return m_page; }
    /// Shows what is kept of a page in the place of the case, unless what is being edited must stay: the latest copy,
    /// or the one of this sum, and where given a passage of it.
    void readCopy(const QString &url, const QString &passage = {}, const QByteArray &sha256 = {});
    /// Other processes may have kept copies.
    void lookAgain();

signals:
    /// Other snapshots are kept than before.
    void changed();

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QString &iconName);
    void fillMenu(QMenu *menu);
    void connectKeeper();
    void connectPage();
    void keep(QStringList urls);
    void updateActions();
    void showCopies();
    void fillCopies(QMenu *menu);
    void showUse(int done, int total);
    QStringList addressesOf(const QStringList &ids) const;
    QStringList missingOf(const QStringList &urls) const;
    QString titleOf(const QString &url) const;

    CorpusSession &m_session;
    const Browser &m_browser;
    Parts m_parts;
    QMainWindow *m_window;
    SnapshotLibrary *m_library;
    SnapshotKeeper *m_keeper;
    SnapshotPage *m_page;
    QAction *m_keepCase = nullptr;
    QAction *m_keepSelection = nullptr;
    QAction *m_keepMissing = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_showRefused = nullptr;
    QString m_shownId;             ///< the case whose copies were last told of
    QList<Snapshot> m_shownCopies; ///< what was told of, by source
    QMenu *m_copies = nullptr;     ///< the sources of the case of which copies are kept
};

} // namespace casebook
