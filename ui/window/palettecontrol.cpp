#include "ui/window/palettecontrol.h"

#include "core/query/viewsession.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreeview.h"
#include "ui/edit/editpage.h"
#include "ui/palette/palette.h"
#include "ui/views/currentview.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"
#include "ui/window/corpuspage.h"
#include "ui/window/settings.h"
#include "ui/window/viewing.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRecent = 12;

} // namespace

PaletteControl::PaletteControl(const CorpusSession &session, Browser &browser, const Parts &parts, QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_browser(browser),
      m_parts(parts),
      m_window(window),
      m_palette(new Palette(window))
{
    connect(parts.actions.palette, &QAction::triggered, this, &PaletteControl::open);
    connect(m_palette, &Palette::chosen, this, &PaletteControl::carryOut);
    const auto casesChanged = [this] {
        m_casesChanged = true;
        if (m_palette->isOpen()) {
            collect();
            m_palette->findAgain();
        }
    };
    connect(&session, &CorpusSession::opened, this, casesChanged);
    connect(&session, &CorpusSession::closed, this, casesChanged);
    connect(&session, &CorpusSession::loaded, this, casesChanged);
    connect(&session, &CorpusSession::changed, this, casesChanged);
    connect(&session, &CorpusSession::schemaChanged, this, casesChanged);
    connect(&session, &CorpusSession::grew, this, [this] { m_casesChanged = true; });
}

void PaletteControl::open()
{
    if (m_palette->isOpen()) {
        m_palette->dismiss(); // the same key closes it
        return;
    }
    collectActions();
    collect();
    m_palette->open();
}

void PaletteControl::collectActions()
{
    m_actions = {};
    m_actions.leaveOut(m_parts.actions.palette);
    // Views are found as what they are.
    for (QAction *action : m_parts.actions.viewsMenu->actions()) {
        if (!action->data().isNull())
            m_actions.leaveOut(action);
    }
    for (QAction *action : m_window->menuBar()->actions()) {
        if (action->menu())
            m_actions.addMenu(action->menu());
    }
    if (m_parts.page.pane()->isEditing())
        m_actions.add(m_parts.page.pane()->editor()->findChildren<QAction *>(), tr("Editor"));
}

void PaletteControl::collect()
{
    if (std::exchange(m_casesChanged, false))
        m_palette->search().setCases(m_session.corpus());
    PaletteEntries entries = m_actions.entries();
    if (m_session.isOpen()) {
        const ViewSession &views = m_parts.viewing.views();
        QList<int> counts;
        for (const SavedView &view : views.views().views)
            counts.append(views.countOf(view.id));
        const PaletteEntries others = viewEntries(views.views().views, counts);
        const PaletteEntries values = valueEntries(m_browser.result().facets);
        entries.insert(entries.begin(), others.begin(), others.end());
        entries.insert(entries.end(), values.begin(), values.end());
    }
    m_palette->search().setEntries(std::move(entries), Settings::list(u"palette"_s));
}

void PaletteControl::remember(const PaletteEntry &entry)
{
    QStringList recent = Settings::list(u"palette"_s);
    recent.removeAll(entry.key());
    recent.prepend(entry.key());
    recent.resize(std::min(recent.size(), mostRecent));
    Settings::setList(u"palette"_s, recent);
}

void PaletteControl::carryOut(const PaletteEntry &entry)
{
    remember(entry);
    switch (entry.kind) {
    case PaletteEntry::Kind::Case:
        goToCase(entry.id);
        break;
    case PaletteEntry::Kind::View:
        m_parts.viewing.current().show(entry.id);
        break;
    case PaletteEntry::Kind::Value:
        m_browser.setFacet(entry.id, entry.value, FacetState::Included);
        break;
    case PaletteEntry::Kind::Action:
        if (QAction *action = m_actions.action(entry.id); action && action->isEnabled())
            action->trigger();
        break;
    }
}

void PaletteControl::goToCase(const QString &id)
{
    CaseTreeView *tree = m_parts.page.tree();
    tree->selectCase(id);
    m_parts.page.pane()->read(id); // it may be filtered away
    if (!m_parts.page.pane()->isEditing())
        tree->setFocus();
}

} // namespace casebook
