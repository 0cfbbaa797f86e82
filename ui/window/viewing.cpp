#include "ui/window/viewing.h"

#include "core/query/viewsession.h"
#include "ui/browse/browser.h"
#include "ui/browse/filterpanel.h"
#include "ui/curate/casecommands.h"
#include "ui/views/currentview.h"
#include "ui/views/viewactions.h"
#include "ui/views/viewcommands.h"
#include "ui/views/viewlist.h"
#include "ui/views/viewsmodel.h"
#include "ui/views/viewspanel.h"
#include "ui/window/actions.h"
#include "ui/window/corpuspage.h"
#include "ui/window/settings.h"

#include <QAction>

namespace casebook {

using namespace Qt::StringLiterals;

Viewing::Viewing(const CorpusSession &session, Browser &browser, CaseCommands &files, const Parts &parts,
                 QWidget *window)
    : QObject(window),
      m_session(session),
      m_browser(browser),
      m_views(new ViewSession(session, this)),
      m_current(new CurrentView(browser, *m_views, this)),
      m_commands(new ViewCommands(*m_views, *m_current, files, window)),
      m_actions(new ViewActions(*m_views, *m_current, parts.actions.viewsMenu, window))
{
    placePanel(parts);
    connectActions();
    connectList();
    // What was done to files may have been done to views.
    connect(&files, &CaseCommands::historyChanged, m_views, &ViewSession::lookAgain);
    connect(m_views, &ViewSession::changed, this, &Viewing::problemsChanged);
    connect(m_views, &ViewSession::changed, this, &Viewing::showState);
    connect(m_views, &ViewSession::changed, this, &Viewing::showPending);
    connect(m_current, &CurrentView::changed, this, &Viewing::showState);
    connect(&session, &CorpusSession::opened, this, &Viewing::showState);
    connect(&session, &CorpusSession::closed, this, &Viewing::showState);
    connect(&session, &CorpusSession::closed, this, [this] { m_pending.clear(); });
    showState();
}

void Viewing::placePanel(const Parts &parts)
{
    auto *model = new ViewsModel(*m_views, *m_current, this);
    auto *panel = new ViewsPanel(*model, *m_actions);
    m_list = panel->list();
    panel->setCollapsed(Settings::state(u"views"_s) == "collapsed");
    connect(panel, &ViewsPanel::collapsedChanged, this,
            [](bool collapsed) { Settings::setState(u"views"_s, collapsed ? "collapsed" : "shown"); });
    connect(model, &ViewsModel::moveRequested, m_commands, &ViewCommands::move);
    m_list->addActions({parts.actions.undo, parts.actions.redo});
    parts.page.filters()->addAbove(panel);
}

void Viewing::connectActions()
{
    connect(m_actions, &ViewActions::showRequested, m_current, &CurrentView::show);
    connect(m_actions->save, &QAction::triggered, m_commands, &ViewCommands::save);
    connect(m_actions->update, &QAction::triggered, this, [this] { m_commands->update(m_current->id()); });
    connect(m_actions->rename, &QAction::triggered, this, [this] { m_commands->rename(target()); });
    connect(m_actions->moveUp, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(m_actions->moveDown, &QAction::triggered, this, [this] { moveBy(1); });
    connect(m_actions->trash, &QAction::triggered, this, [this] { m_commands->moveToTrash(target()); });
}

void Viewing::connectList()
{
    connect(m_list, &ViewList::showRequested, m_current, &CurrentView::show);
    connect(m_list, &ViewList::updateRequested, m_commands, &ViewCommands::update);
    connect(m_list, &ViewList::currentIdChanged, this, &Viewing::showState);
}

void Viewing::moveBy(int rows)
{
    const QString id = target();
    if (const SavedView *view = m_views->views().find(id))
        m_commands->move(id, m_views->views().views.indexOf(*view) + rows);
}

QString Viewing::target() const
{
    return m_list->isActive() ? m_list->currentId() : m_current->id();
}

void Viewing::showState()
{
    m_actions->setState(m_session.isOpen(), target());
}

QList<FileProblem> Viewing::problems() const
{
    return m_views->views().problems;
}

void Viewing::showWhenRead(const QString &id, const QString &filter)
{
    m_pending = id;
    m_pendingFilter = filter;
    showPending();
}

void Viewing::showPending()
{
    if (m_pending.isEmpty() || !m_views->views().find(m_pending))
        return;
    m_current->show(std::exchange(m_pending, QString()));
    const Query more = parseQuery(m_pendingFilter, m_session.corpus().schema());
    if (!more.isEmpty() || !more.sortPath.isEmpty())
        m_browser.setQuery(narrowed(m_browser.query(), more));
}

void Viewing::lookAgain()
{
    m_views->lookAgain();
}

} // namespace casebook
