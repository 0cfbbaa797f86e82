#include "ui/window/mainwindow.h"

#include "core/sources/archivecheck.h"
#include "ui/archive/snapshotlibrary.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/editpage.h"
#include "ui/export/exporter.h"
#include "ui/problems/problemspanel.h"
#include "ui/read/readerpage.h"
#include "ui/read/typesetcase.h"
#include "ui/similar/similarpanel.h"
#include "ui/views/currentview.h"
#include "ui/views/viewcommands.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/aboutbox.h"
#include "ui/window/actions.h"
#include "ui/window/archiving.h"
#include "ui/window/casepane.h"
#include "ui/window/corpuspage.h"
#include "ui/window/curating.h"
#include "ui/window/matching.h"
#include "ui/window/opening.h"
#include "ui/window/palettecontrol.h"
#include "ui/window/paneactions.h"
#include "ui/window/provenancing.h"
#include "ui/window/settings.h"
#include "ui/window/shortcutsdialog.h"
#include "ui/window/sourcing.h"
#include "ui/window/statusline.h"
#include "ui/window/viewing.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent), m_browser(m_session), m_actions(new Actions(this)), m_stack(new QStackedWidget(this)),
      m_welcome(new WelcomePage), m_page(new CorpusPage(m_browser, *m_actions)), m_problems(new ProblemsPanel),
      m_problemsDock(new QDockWidget(tr("Problems"), this)), m_status(new StatusLine(m_browser, this)),
      m_curating(new Curating(m_session, m_browser, {*m_actions, *m_page, *m_status}, this)),
      m_opening(new Opening(m_session, m_browser, {*m_actions, *m_page, *m_welcome, *m_status}, this)),
      m_viewing(new Viewing(m_session, m_browser, m_curating->commands(), {*m_actions, *m_page}, this)),
      m_palette(new PaletteControl(m_session, m_browser, {*m_actions, *m_page, *m_viewing}, this)), m_exporter(new Exporter(m_browser, this))
{
    setWindowTitle(tr("Casebook[*]"));
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_page);
    setCentralWidget(m_stack);
    m_problemsDock->setObjectName(u"problemsDock"_s);
    m_problemsDock->setWidget(m_problems);
    m_problemsDock->setFeatures(QDockWidget::DockWidgetClosable);
    addDockWidget(Qt::BottomDockWidgetArea, m_problemsDock);
    m_problemsDock->hide();
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    m_sourcing = new Sourcing(m_session, m_browser, m_curating->commands(), {*m_actions, *m_page, *m_status}, this);
    connect(m_sourcing, &Sourcing::caseRequested, m_page->pane(), &CasePane::caseRequested);
    m_archiving = new Archiving(m_session, m_browser, {*m_page->tree(), *m_page->pane(), *m_status},
                                m_actions->sourcesMenu, this);
    connect(m_archiving, &Archiving::changed, m_sourcing, &Sourcing::lookAgain);
    connect(m_archiving, &Archiving::changed, this, &MainWindow::updateProblems);
    new Provenancing(m_session, *m_archiving, *m_page->pane());

    ReaderPage *reader = m_page->pane()->reader();
    reader->addBarAction(m_actions->back, false);
    reader->addBarAction(m_actions->forward, false);
    reader->addBarAction(m_actions->zoomOut, false);
    reader->addBarAction(m_actions->zoomIn, false);
    reader->addBarAction(m_actions->edit, true);

    makeMatching();
    makeSimilar();
    connectSession();
    connectPages();
    connectFileActions();
    connectViewActions();
    connectPaneActions(*m_actions, m_browser, *m_page->pane(), *m_status);
    restoreState();
    updateActions();
}

MainWindow::~MainWindow()
{
    hide(); // while all is there that listens: the focus goes, and what is being typed is taken
    delete std::exchange(m_archiving, nullptr); // has what is being written written
    delete m_sourcing; // keeps what is not kept yet, for which it needs the session
}

void MainWindow::makeMatching()
{
    CasePane *pane = m_page->pane();
    auto *matching = new Matching(m_browser, {*m_actions, *m_page->tree(), *pane}, this);
    connect(matching, &Matching::message, m_status, &StatusLine::showMessage);
    connect(matching, &Matching::caseRequested, pane, &CasePane::caseRequested);
}

void MainWindow::makeSimilar()
{
    CasePane *pane = m_page->pane();
    auto *panel = new SimilarPanel(m_browser);
    panel->hide();
    pane->reader()->addPanel(panel);
    connect(m_actions->showSimilar, &QAction::toggled, panel, &QWidget::setVisible);
    connect(m_actions->showSimilar, &QAction::triggered, panel, [panel, pane](bool shown) {
        shown ? panel->setFocus() : pane->reader()->view()->setFocus();
    });
    connect(panel, &SimilarPanel::closeRequested, m_actions->showSimilar, &QAction::trigger);
    connect(panel, &SimilarPanel::caseRequested, pane, &CasePane::caseRequested);
    connect(pane, &CasePane::stateChanged, panel, [panel, pane] { panel->showFor(pane->currentId()); });
}

void MainWindow::connectSession()
{
    connect(&m_session, &CorpusSession::progress, m_status, [this](int done, int found) { m_status->setProgress(done, found); });
    // Also when a corpus has been read anew, since its description changed.
    connect(&m_session, &CorpusSession::opened, this, [this] {
        setWindowTitle(tr("%1[*] – Casebook").arg(m_session.corpus().schema().name));
    });
    connect(&m_session, &CorpusSession::loaded, this, [this] {
        m_status->setProgress(0, 0);
        updateActions();
    });
    connect(&m_session, &CorpusSession::validated, this, &MainWindow::updateProblems);
    connect(&m_session, &CorpusSession::changed, this, &MainWindow::updateProblems);
    connect(m_opening, &Opening::entered, this, &MainWindow::showCorpus);
    connect(m_opening, &Opening::left, this, &MainWindow::showWelcome);
    connect(&m_browser, &Browser::resultChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectPages()
{
    CaseTreeView *tree = m_page->tree();
    CasePane *pane = m_page->pane();
    connect(tree, &CaseTreeView::caseActivated, pane, &CasePane::read);
    connect(tree, &QAbstractItemView::doubleClicked, pane, [tree, pane] { pane->edit(tree->currentId()); });
    connect(pane, &CasePane::refused, tree, &CaseTreeView::selectCase);
    connect(pane, &CasePane::caseRequested, this, [tree, pane](const QString &id) {
        tree->selectCase(id);
        pane->read(id); // it may be filtered away
    });
    connect(pane, &CasePane::stateChanged, this, &MainWindow::updateActions);
    connect(pane, &CasePane::message, m_status, &StatusLine::showMessage);
    connect(pane, &CasePane::addressHovered, m_status, &StatusLine::showAddress);
    connect(pane->reader()->view(), &CaseView::zoomChanged, this, [](double zoom) { Settings::setZoom(zoom); });
    connect(pane->editor(), &EditPage::saved, &m_session, &CorpusSession::lookAgain);
    connect(pane->editor(), &EditPage::copySaved, &m_session, &CorpusSession::lookAgain);
    connect(m_problems, &ProblemsPanel::placeRequested, this, &MainWindow::goToProblem);
    connect(m_status, &StatusLine::problemsRequested, m_actions->showProblems, &QAction::toggle);
    connect(m_status, &StatusLine::cancelRequested, &m_session, &CorpusSession::cancel);
    connect(m_curating, &Curating::corpusMade, m_opening, [this](const QString &folder) { m_opening->open(folder); });
    connect(m_curating, &Curating::caseExpected, m_opening, &Opening::expectCase);
    connect(m_viewing, &Viewing::problemsChanged, this, &MainWindow::updateProblems);
    connect(m_exporter, &Exporter::done, m_status, &StatusLine::showMessage);
    connect(m_exporter, &Exporter::recipeKept, &m_viewing->commands(), &ViewCommands::keepRecipe);
}

void MainWindow::connectFileActions()
{
    CasePane *pane = m_page->pane();
    connect(m_actions->exportPdf, &QAction::triggered, this, [this] { m_exporter->exportCases(m_page->tree()->selectedIds(), m_viewing->current().view()); });
    connect(m_actions->printBriefing, &QAction::triggered, this, [this] { m_exporter->printCases(m_page->tree()->selectedIds(), m_viewing->current().view()); });
    connect(m_actions->print, &QAction::triggered, this, [this, pane] { casebook::printCase(pane->reader()->view()->shown(), this); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectViewActions()
{
    connect(m_actions->search, &QAction::triggered, this, [this] {
        m_page->queryField()->setFocus();
        m_page->queryField()->selectAll();
    });
    connect(m_actions->clearSearch, &QAction::triggered, &m_browser, &Browser::clearQuery);
    connect(m_actions->nextCase, &QAction::triggered, this, [this] { m_page->tree()->step(1); });
    connect(m_actions->previousCase, &QAction::triggered, this, [this] { m_page->tree()->step(-1); });
    connect(m_actions->showFilters, &QAction::toggled, this, &MainWindow::updateActions);
    connect(m_actions->showProblems, &QAction::toggled, m_problemsDock, &QWidget::setVisible);
    connect(m_problemsDock, &QDockWidget::visibilityChanged, this, [this] {
        m_actions->showProblems->setChecked(!m_problemsDock->isHidden());
    });
    connect(m_actions->refresh, &QAction::triggered, &m_session, &CorpusSession::lookAgain);
    connect(m_actions->systemColors, &QAction::triggered, this, [this] { setAppearance(Appearance::System); });
    connect(m_actions->lightColors, &QAction::triggered, this, [this] { setAppearance(Appearance::Light); });
    connect(m_actions->darkColors, &QAction::triggered, this, [this] { setAppearance(Appearance::Dark); });
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(*menuBar(), m_page->pane()->editor()->findChildren<QAction *>(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAboutBox(this); });
    connect(m_actions->aboutQt, &QAction::triggered, this, [] { QApplication::aboutQt(); });
}

void MainWindow::setBundledCorpus(const QString &folder)
{
    m_welcome->setBundled(folder);
}

void MainWindow::showView(const QString &id, const QString &filter)
{
    m_viewing->showWhenRead(id, filter);
}

void MainWindow::openCorpus(const QString &folder, const QString &caseId, const QString &filter)
{
    m_opening->open(folder, caseId, filter);
}

void MainWindow::showCorpus()
{
    m_stack->setCurrentWidget(m_page);
    setWindowFilePath(m_session.corpus().layout().root);
    updateActions();
}

void MainWindow::showWelcome()
{
    m_stack->setCurrentWidget(m_welcome);
    m_problemsDock->hide();
    setWindowTitle(tr("Casebook[*]"));
    setWindowFilePath({});
    updateProblems();
    updateActions();
}

void MainWindow::updateActions()
{
    const CasePane *pane = m_page->pane();
    const bool open = m_session.isOpen();
    const bool shown = !pane->currentId().isEmpty();
    m_actions->setState(open, shown, pane->isEditing() && pane->editor()->isModified());
    m_actions->showChanges->setEnabled(open && pane->isEditing());
    m_actions->back->setEnabled(open && pane->canGoBack());
    m_actions->forward->setEnabled(open && pane->canGoForward());
    m_actions->explainEvidence->setEnabled(shown && !pane->isEditing() && pane->reader()->view()->hasEvidence());
    m_actions->exportPdf->setEnabled(open && m_browser.result().matches() > 0);
    m_actions->printBriefing->setEnabled(m_actions->exportPdf->isEnabled());
    m_actions->edit->setText(pane->isEditing() ? tr("R&ead Case") : tr("&Edit Case"));
    m_actions->edit->setIconText(pane->isEditing() ? tr("Read") : tr("Edit"));
    m_actions->newCase->setIconText(tr("New"));
    m_actions->exportPdf->setIconText(tr("Export"));
    setWindowModified(open && pane->editor()->isModified());
    // Source and preview need the room more than the filters do.
    m_page->filters()->setVisible(m_actions->showFilters->isChecked() && !pane->isEditing());
}

void MainWindow::updateProblems()
{
    QList<FileProblem> problems;
    if (m_session.isOpen())
        problems = m_session.corpus().allProblems() + m_viewing->problems();
    if (m_session.isOpen() && m_archiving)
        problems += indexProblems(m_archiving->library().archive());
    const auto errors = static_cast<int>(std::count_if(problems.begin(), problems.end(), [](const FileProblem &problem) {
        return problem.problem.severity == Severity::Error;
    }));
    m_problems->setProblems(problems);
    m_status->setProblems(errors, static_cast<int>(problems.size()) - errors);
}

void MainWindow::goToProblem(const QString &path, int line, int column)
{
    const QString id = m_session.corpus().layout().idOf(path);
    if (!m_session.corpus().find(id)) {
        m_curating->editFile(path, line, column, m_problems->problemsOf(path));
        return;
    }
    m_page->tree()->selectCase(id);
    if (line > 0)
        m_page->pane()->edit(id, line, column);
    else
        m_page->pane()->read(id);
}

void MainWindow::setAppearance(Appearance appearance)
{
    Settings::setAppearance(appearance);
    applyAppearance(*qApp, appearance);
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(Settings::state(u"geometry"_s))) {
        const QSize room = screen()->availableSize();
        resize(QSize(1320, 860).boundedTo(room));
        if (room.width() < 1320 || room.height() < 860)
            setWindowState(Qt::WindowMaximized);
    }
    QMainWindow::restoreState(Settings::state(u"window"_s));
    m_page->restoreState(Settings::state(u"splitter"_s));
    m_page->pane()->editor()->restoreState(Settings::state(u"editor"_s));
    m_page->filters()->setCollapsedPaths(Settings::list(u"collapsed"_s));
    m_page->filters()->setPathsByName(Settings::list(u"facetsByName"_s));
    m_page->pane()->reader()->view()->setZoom(Settings::zoom());
    m_problemsDock->hide();
    m_sourcing->restoreState();
    m_actions->showFilters->setChecked(Settings::state(u"filters"_s) != "hidden");
    m_actions->showSimilar->setChecked(Settings::state(u"similar"_s) == "shown");
    const Appearance appearance = Settings::appearance();
    m_actions->systemColors->setChecked(appearance == Appearance::System);
    m_actions->lightColors->setChecked(appearance == Appearance::Light);
    m_actions->darkColors->setChecked(appearance == Appearance::Dark);
    m_welcome->setRecent(Settings::recentCorpora());
}

void MainWindow::saveState()
{
    Settings::setState(u"geometry"_s, saveGeometry());
    Settings::setState(u"window"_s, QMainWindow::saveState());
    Settings::setState(u"splitter"_s, m_page->saveState());
    Settings::setState(u"editor"_s, m_page->pane()->editor()->saveState());
    Settings::setState(u"filters"_s, m_actions->showFilters->isChecked() ? "shown" : "hidden");
    Settings::setState(u"similar"_s, m_actions->showSimilar->isChecked() ? "shown" : "hidden");
    Settings::setList(u"collapsed"_s, m_page->filters()->collapsedPaths());
    Settings::setList(u"facetsByName"_s, m_page->filters()->pathsByName());
    m_sourcing->saveState();
    m_opening->rememberCase();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose) {
        // The answer may come at once, or after a question has been answered.
        event->ignore();
        m_page->pane()->requestLeave([this](bool mayLeave) {
            if (mayLeave)
                m_curating->requestClose([this](bool mayClose) {
                    m_mayClose = mayClose;
                    if (mayClose)
                        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
                });
        });
        return;
    }
    saveState();
    event->accept();
}

bool MainWindow::event(QEvent *event)
{
    // Changes that no watcher told us about are found when the person comes back from wherever they were made.
    if (event->type() == QEvent::WindowActivate && m_session.isOpen()) {
        m_session.lookAgain();
        m_viewing->lookAgain();
        m_sourcing->lookAgain();
        m_archiving->lookAgain();
    }
    return QMainWindow::event(event);
}

} // namespace casebook
