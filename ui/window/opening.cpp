#include "ui/window/opening.h"

#include "core/corpus/session.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreeview.h"
#include "ui/edit/editpage.h"
#include "ui/recover/neighbourbanner.h"
#include "ui/recover/recovery.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"
#include "ui/window/corpuspage.h"
#include "ui/window/settings.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <utility>

namespace casebook {

Opening::Opening(CorpusSession &session, Browser &browser, const Parts &parts, QWidget *window)
    : QObject(window), m_session(session), m_browser(browser), m_parts(parts), m_window(window)
{
    m_recovery = new Recovery(
        [this](const UnsavedText &unsaved, const auto &done) {
            m_parts.page.pane()->restore(unsaved, done);
            m_parts.page.tree()->selectCase(m_parts.page.pane()->currentId());
        },
        window);
    connect(m_recovery, &Recovery::message, &parts.status, &StatusLine::showMessage);
    connect(&session, &CorpusSession::grew, this, &Opening::showPending);
    connect(&session, &CorpusSession::loaded, this, &Opening::finish);
    connect(&session, &CorpusSession::changed, this, &Opening::followChange);
    connect(&session, &CorpusSession::lost, this, &Opening::leave);
    connectActions();
}

void Opening::connectActions()
{
    const Actions &actions = m_parts.actions;
    connect(actions.open, &QAction::triggered, this, &Opening::choose);
    connect(actions.closeCorpus, &QAction::triggered, this, &Opening::requestLeave);
    connect(actions.recentMenu, &QMenu::aboutToShow, this, &Opening::fillRecentMenu);
    connect(actions.recover, &QAction::triggered, this,
            [this] { m_recovery->offerAgain(m_session.corpus().layout().root); });
    WelcomePage *welcome = &m_parts.welcome;
    connect(welcome, &WelcomePage::openRequested, this, &Opening::choose);
    connect(welcome, &WelcomePage::folderRequested, this, [this](const QString &folder) { open(folder); });
    connect(welcome, &WelcomePage::forgetRequested, this, [welcome](const QString &folder) {
        Settings::removeRecentCorpus(folder);
        welcome->setRecent(Settings::recentCorpora());
    });
}

void Opening::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a folder of case studies"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(m_session.isOpen() ? m_session.corpus().layout().root : QDir::homePath());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { open(folder); });
    dialog->open();
}

void Opening::fillRecentMenu()
{
    QMenu *menu = m_parts.actions.recentMenu;
    menu->clear();
    for (const QString &folder : Settings::recentCorpora())
        menu->addAction(QDir::toNativeSeparators(folder), this, [this, folder] { open(folder); });
    if (menu->isEmpty())
        menu->addAction(tr("Nothing yet"))->setEnabled(false);
}

void Opening::open(const QString &folder, const QString &caseId, const QString &filter)
{
    m_parts.page.pane()->requestLeave([this, folder, caseId, filter](bool mayLeave) {
        if (mayLeave)
            enter(folder, caseId, filter);
    });
}

void Opening::enter(const QString &folder, const QString &caseId, const QString &filter)
{
    CorpusPage &page = m_parts.page;
    page.pane()->stopEditing();
    rememberCase();
    const QString before = m_session.corpus().layout().root;
    if (const Result<void> opened = m_session.open(folder); !opened) {
        leave(opened.error().message);
        m_recovery->offer(folder); // its unsaved text is there even if the folder is not
        return;
    }
    const QString root = m_session.corpus().layout().root;
    if (root != before) {
        page.pane()->forget();
        page.tree()->forget();
        m_browser.setArrangement({{}, m_browser.arrangement().sort});
    }
    page.neighbours()->enter(root);
    m_offerRecovery = true;
    Settings::addRecentCorpus(root);
    m_pendingCase = caseId.isEmpty() ? Settings::lastCase(root) : caseId;
    m_pendingEdit = false;
    page.pane()->showNothing(tr("Choose a case on the left."));
    m_browser.setQueryText(filter);
    emit entered();
    m_focusTree = true;
}

void Opening::requestLeave()
{
    m_parts.page.pane()->requestLeave([this](bool mayLeave) {
        if (mayLeave)
            leave({});
    });
}

void Opening::leave(const QString &message)
{
    CorpusPage &page = m_parts.page;
    rememberCase();
    if (!message.isEmpty() && page.pane()->isEditing()) {
        // What is being edited must not vanish with its folder: say what has happened and leave the text where it is.
        m_parts.status.showMessage(message);
        page.pane()->editor()->fileChangedOnDisk();
        return;
    }
    page.pane()->stopEditing();
    page.neighbours()->leave();
    m_session.close();
    page.pane()->forget();
    page.tree()->forget();
    m_parts.status.setProgress(0, 0);
    m_parts.welcome.setRecent(Settings::recentCorpora());
    m_parts.welcome.setMessage(message);
    emit left();
}

void Opening::rememberCase() const
{
    const QString id = m_parts.page.pane()->currentId();
    if (m_session.isOpen() && !id.isEmpty())
        Settings::setLastCase(m_session.corpus().layout().root, id);
}

void Opening::finish()
{
    if (m_session.corpus().size() == 0 && !m_parts.page.pane()->isEditing()) // it may have been read anew, too
        m_parts.page.pane()->showNothing({}); // the tree says what can be done
    showPending();
    if (std::exchange(m_offerRecovery, false))
        m_recovery->offer(m_session.corpus().layout().root);
}

void Opening::followChange(const CorpusChange &change)
{
    for (const auto &[from, to] : change.renamed.asKeyValueRange())
        m_parts.page.tree()->followRename(from, to);
    showPending();
}

void Opening::expectCase(const QString &id, bool edit)
{
    m_pendingCase = id;
    m_pendingEdit = edit;
}

void Opening::showPending()
{
    CaseTreeView *tree = m_parts.page.tree();
    CasePane *pane = m_parts.page.pane();
    // Only now there are rows, and the tree is there to take the focus.
    if (m_session.corpus().size() > 0 && std::exchange(m_focusTree, false))
        tree->setFocus();
    if (!m_pendingCase.isEmpty() && !m_session.corpus().find(m_pendingCase)) {
        if (m_session.isLoading() || m_pendingEdit)
            return;
        m_pendingCase.clear(); // it is not there any more
    }
    if (m_pendingCase.isEmpty()) {
        // With nothing to go back to, the first case is better than an empty page.
        if (!m_session.isLoading() && pane->currentId().isEmpty() && tree->currentId().isEmpty())
            tree->step(1);
        return;
    }
    const QString id = std::exchange(m_pendingCase, QString());
    tree->selectCase(id);
    pane->read(id);
    if (std::exchange(m_pendingEdit, false))
        pane->edit(id);
}

} // namespace casebook
