#include "ui/window/actions.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The platform's keys, and ours where it has none (see QKeySequence::StandardKey).
QList<QKeySequence> keysOr(QKeySequence::StandardKey standard, const QKeySequence &ours)
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(standard);
    if (keys.isEmpty())
        keys.append(ours);
    return keys;
}

} // namespace

Actions::Actions(QMainWindow *window) : QObject(window), m_window(window)
{
    QMenuBar *bar = window->menuBar();
    fillFileMenu(bar->addMenu(tr("&File")));
    fillEditMenu(bar->addMenu(tr("&Edit")));
    fillViewMenu(bar->addMenu(tr("&View")));
    sourcesMenu = bar->addMenu(tr("&Sources"));
    fillSourcesMenu(sourcesMenu);
    fillHelpMenu(bar->addMenu(tr("&Help")));
    setState(false, false, false);
}

QAction *Actions::add(QMenu *menu, const QString &name, const QString &text, const QString &iconName, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, m_window);
    action->setObjectName(name);
    action->setShortcuts(keys);
    menu->addAction(action);
    return action;
}

void Actions::fillFileMenu(QMenu *menu)
{
    newCase = add(menu, u"newCase"_s, tr("&New Case…"), u"new"_s, QKeySequence::keyBindings(QKeySequence::New));
    open = add(menu, u"openCorpus"_s, tr("&Open Corpus…"), u"open"_s, QKeySequence::keyBindings(QKeySequence::Open));
    recentMenu = menu->addMenu(tr("Open &Recent"));
    closeCorpus = add(menu, u"closeCorpus"_s, tr("&Close Corpus"), u"close"_s, QKeySequence::keyBindings(QKeySequence::Close));
    recover = add(menu, u"recover"_s, tr("Reco&ver Unsaved Text…"), {}, {});
    menu->addSeparator();
    duplicate = add(menu, u"duplicate"_s, tr("&Duplicate Case…"), u"duplicate"_s, {QKeySequence(u"Ctrl+D"_s)});
    rename = add(menu, u"rename"_s, tr("Rena&me File…"), u"rename"_s, {QKeySequence(Qt::Key_F2)});
    trash = add(menu, u"trash"_s, tr("Move to &Trash"), u"trash"_s, {QKeySequence(Qt::Key_Delete)}); // not the platform's, of which Ctrl+D may be one
    menu->addSeparator();
    importCases = add(menu, u"importCases"_s, tr("&Import Cases…"), u"import"_s, {QKeySequence(u"Ctrl+Shift+I"_s)});
    exportPdf = add(menu, u"exportPdf"_s, tr("&Export…"), u"export"_s, {QKeySequence(u"Ctrl+E"_s)});
    printBriefing = add(menu, u"printBriefing"_s, tr("Print &Briefing…"), u"print"_s, {QKeySequence(u"Ctrl+Shift+P"_s)});
    print = add(menu, u"print"_s, tr("&Print Case…"), u"print"_s, QKeySequence::keyBindings(QKeySequence::Print));
    menu->addSeparator();
    quit = add(menu, u"quit"_s, tr("&Quit"), u"quit"_s, keysOr(QKeySequence::Quit, QKeySequence(u"Ctrl+Q"_s)));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::fillEditMenu(QMenu *menu)
{
    undo = add(menu, u"undoFiles"_s, tr("&Undo"), u"undo"_s, QKeySequence::keyBindings(QKeySequence::Undo));
    redo = add(menu, u"redoFiles"_s, tr("Re&do"), u"redo"_s, QKeySequence::keyBindings(QKeySequence::Redo));
    menu->addSeparator();
    edit = add(menu, u"edit"_s, tr("&Edit Case"), u"edit"_s, {QKeySequence(Qt::Key_F4), QKeySequence(u"Ctrl+Return"_s)});
    editFields = add(menu, u"editFields"_s, tr("Chan&ge a Field of the Selected Cases…"), u"edit-fields"_s, {QKeySequence(u"Shift+F2"_s)});
    save = add(menu, u"saveCase"_s, tr("&Save"), u"save"_s, QKeySequence::keyBindings(QKeySequence::Save));
    revert = add(menu, u"revertCase"_s, tr("&Revert"), u"revert"_s, {});
    showChanges = add(menu, u"showChanges"_s, tr("Sho&w Changes"), u"difference"_s, {QKeySequence(Qt::Key_F7)});
    showChanges->setCheckable(true);
    menu->addSeparator();
    formatMenu = menu->addMenu(tr("F&ormat"));
    menu->addSeparator();
    copy = add(menu, u"copy"_s, tr("&Copy"), u"copy"_s, {});
    QMenu *copyAs = menu->addMenu(tr("Copy Case &As"));
    copyMarkdown = add(copyAs, u"copyMarkdown"_s, tr("Copy Case as &Markdown"), {}, {});
    copyRichText = add(copyAs, u"copyRichText"_s, tr("Copy Case as &Rich Text"), {}, {});
    copyCitation = add(copyAs, u"copyCitation"_s, tr("Copy Case as &Citation"), {}, {QKeySequence(u"Ctrl+Shift+C"_s)});
    find = add(menu, u"find"_s, tr("&Find in Text…"), u"search"_s, QKeySequence::keyBindings(QKeySequence::Find));
    nextMatch = add(menu, u"nextMatch"_s, tr("Ne&xt Match"), u"next"_s, keysOr(QKeySequence::FindNext, QKeySequence(Qt::Key_F3)));
    previousMatch = add(menu, u"previousMatch"_s, tr("Previous &Match"), u"previous"_s, keysOr(QKeySequence::FindPrevious, QKeySequence(u"Shift+F3"_s)));
    menu->addSeparator();
    search = add(menu, u"search"_s, tr("Searc&h All Cases"), u"filter"_s, {QKeySequence(u"Ctrl+L"_s), QKeySequence(u"Ctrl+Shift+F"_s)});
    clearSearch = add(menu, u"clearSearch"_s, tr("C&lear Search and Filters"), u"clear"_s, {QKeySequence(u"Ctrl+Shift+L"_s)});
    palette = add(menu, u"palette"_s, tr("Command &Palette…"), u"search"_s, {QKeySequence(u"Ctrl+K"_s)});
}

void Actions::fillViewMenu(QMenu *menu)
{
    back = add(menu, u"back"_s, tr("&Back"), u"back"_s, QKeySequence::keyBindings(QKeySequence::Back));
    forward = add(menu, u"forward"_s, tr("&Forward"), u"forward"_s, QKeySequence::keyBindings(QKeySequence::Forward));
    nextCase = add(menu, u"nextCase"_s, tr("&Next Case"), u"next"_s, {QKeySequence(u"Alt+Down"_s)});
    previousCase = add(menu, u"previousCase"_s, tr("&Previous Case"), u"previous"_s, {QKeySequence(u"Alt+Up"_s)});
    menu->addSeparator();
    QList<QKeySequence> zoomInKeys = QKeySequence::keyBindings(QKeySequence::ZoomIn);
    zoomInKeys.append(QKeySequence(u"Ctrl+="_s));
    zoomIn = add(menu, u"zoomIn"_s, tr("Zoom &In"), u"zoom-in"_s, zoomInKeys);
    zoomOut = add(menu, u"zoomOut"_s, tr("Zoom &Out"), u"zoom-out"_s, QKeySequence::keyBindings(QKeySequence::ZoomOut));
    zoomReset = add(menu, u"zoomReset"_s, tr("&Actual Size"), {}, {QKeySequence(u"Ctrl+0"_s)});
    menu->addSeparator();
    showFilters = add(menu, u"showFilters"_s, tr("Fil&ters"), u"filter"_s, {QKeySequence(Qt::Key_F9)});
    showFilters->setCheckable(true);
    showFilters->setChecked(true);
    viewsMenu = menu->addMenu(icon(u"bookmark"_s), tr("&Saved Views"));
    showProblems = add(menu, u"showProblems"_s, tr("P&roblems"), u"problems"_s, {QKeySequence(u"Ctrl+Shift+M"_s)});
    showProblems->setCheckable(true);
    explainEvidence = add(menu, u"explainEvidence"_s, tr("Explain E&vidence"), {}, {QKeySequence(u"Ctrl+Shift+E"_s)});
    showSimilar = add(menu, u"showSimilar"_s, tr("&Cases Like This One"), u"similar"_s, {QKeySequence(u"Ctrl+J"_s)});
    showSimilar->setCheckable(true);
    refresh = add(menu, u"refresh"_s, tr("Look for Changes on &Disk"), u"refresh"_s, QKeySequence::keyBindings(QKeySequence::Refresh));
    menu->addSeparator();
    QMenu *colors = menu->addMenu(tr("App&earance"));
    systemColors = add(colors, u"systemColors"_s, tr("As the Des&ktop"), {}, {});
    lightColors = add(colors, u"lightColors"_s, tr("&Light"), u"sun"_s, {});
    darkColors = add(colors, u"darkColors"_s, tr("&Dark"), u"moon"_s, {});
    auto *group = new QActionGroup(this);
    for (QAction *action : {systemColors, lightColors, darkColors}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    fullScreen = add(menu, u"fullScreen"_s, tr("F&ull Screen"), {}, keysOr(QKeySequence::FullScreen, QKeySequence(Qt::Key_F11)));
    fullScreen->setCheckable(true);
}

/// Whoever connects them enables them.
void Actions::fillSourcesMenu(QMenu *menu)
{
    checkCase = add(menu, u"checkCase"_s, tr("&Check Links of This Case"), u"link-check"_s, {QKeySequence(Qt::Key_F6)});
    checkSelection = add(menu, u"checkSelection"_s, tr("Check Links of the &Selected Cases"), {}, {QKeySequence(u"Shift+F6"_s)});
    checkAll = add(menu, u"checkAll"_s, tr("Check &All Links"), {}, {QKeySequence(u"Ctrl+F6"_s)});
    stopChecks = add(menu, u"stopChecks"_s, tr("S&top"), u"close"_s, {QKeySequence(u"Ctrl+."_s)});
    menu->addSeparator();
    useMoves = add(menu, u"useMoves"_s, tr("Use &New Addresses…"), u"link-moved"_s, {});
    findCopies = add(menu, u"findCopies"_s, tr("&Look for an Archived Copy…"), u"history"_s, {});
    menu->addSeparator();
    showLinks = add(menu, u"showLinks"_s, tr("L&inks"), u"link-check"_s, {QKeySequence(Qt::Key_F12)});
    showLinks->setCheckable(true);
    showNeeds = add(menu, u"showNeeds"_s, tr("Cases That Need a L&ook"), u"needs-look"_s, {});
    menu->addSeparator();
    allowPrivate = add(menu, u"allowPrivate"_s, tr("Allow &Private Addresses"), {}, {});
    allowPrivate->setCheckable(true);
    allowPrivate->setToolTip(tr("Lets sources on this computer and in private networks be asked: only for a corpus that you trust"));
}

void Actions::fillHelpMenu(QMenu *menu)
{
    shortcuts = add(menu, u"shortcuts"_s, tr("&Keyboard Shortcuts"), {}, keysOr(QKeySequence::HelpContents, QKeySequence(Qt::Key_F1)));
    menu->addSeparator();
    about = add(menu, u"about"_s, tr("&About Casebook"), u"about"_s, {});
    about->setMenuRole(QAction::AboutRole);
    aboutQt = add(menu, u"aboutQt"_s, tr("About &Qt"), {}, {});
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void Actions::setState(bool corpusOpen, bool caseShown, bool unsaved)
{
    for (QAction *action : {closeCorpus, recover, newCase, exportPdf, printBriefing, search, clearSearch, nextCase, previousCase, nextMatch, previousMatch, showSimilar, showFilters, showProblems, refresh})
        action->setEnabled(corpusOpen);
    for (QAction *action : {duplicate, rename, trash, edit, editFields, print, find, copy, copyMarkdown, copyRichText, copyCitation, zoomIn, zoomOut, zoomReset})
        action->setEnabled(corpusOpen && caseShown);
    for (QAction *action : {save, revert})
        action->setEnabled(unsaved);
}

} // namespace casebook
