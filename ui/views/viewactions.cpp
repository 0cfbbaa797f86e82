#include "ui/views/viewactions.h"

#include "core/query/viewsession.h"
#include "ui/theme/icons.h"
#include "ui/views/currentview.h"

#include <QAction>
#include <QMenu>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype viewsWithKeys = 9;

QString withoutMnemonic(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace

ViewActions::ViewActions(const ViewSession &views, const CurrentView &current, QMenu *menu, QWidget *window)
    : QObject(window), m_views(views), m_current(current), m_menu(menu), m_window(window)
{
    save = add(u"saveView"_s, tr("&Save as View…"), u"bookmark"_s, u"Ctrl+Alt+S"_s);
    update = add(u"updateView"_s, tr("&Update View"), u"refresh"_s, u"Ctrl+Alt+U"_s);
    m_menu->addSeparator();
    rename = add(u"renameView"_s, tr("Re&name View…"), u"rename"_s, u"F2"_s);
    moveUp = add(u"moveViewUp"_s, tr("Move View U&p"), u"previous"_s, u"Ctrl+Shift+Up"_s);
    moveDown = add(u"moveViewDown"_s, tr("Move View D&own"), u"next"_s, u"Ctrl+Shift+Down"_s);
    trash = add(u"trashView"_s, tr("Move View to &Trash"), u"trash"_s, u"Del"_s);
    m_menu->addSeparator();
    // Their keys belong to cases elsewhere: the list looks for them itself.
    for (QAction *action : listActions())
        action->setShortcutContext(Qt::WidgetShortcut);
    connect(&views, &ViewSession::changed, this, &ViewActions::listViews);
    connect(&current, &CurrentView::changed, this, &ViewActions::markCurrent);
    listViews();
    setState(false, {});
}

QAction *ViewActions::add(const QString &name, const QString &text, const QString &iconName, const QString &keys)
{
    auto *action = new QAction(icon(iconName), text, m_window);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(keys));
    m_menu->addAction(action);
    return action;
}

void ViewActions::listViews()
{
    qDeleteAll(m_shown);
    m_shown.clear();
    for (const SavedView &view : m_views.views().views) {
        auto *action = new QAction(withoutMnemonic(view.name), m_menu);
        action->setData(view.id);
        action->setCheckable(true);
        action->setEnabled(!view.broken);
        if (m_shown.size() < viewsWithKeys)
            action->setShortcut(QKeySequence(u"Alt+%1"_s.arg(m_shown.size() + 1)));
        connect(action, &QAction::triggered, this, [this, id = view.id] {
            emit showRequested(id);
            markCurrent(); // a click has toggled the mark, whatever is shown now
        });
        m_menu->addAction(action);
        m_shown.append(action);
    }
    markCurrent();
}

void ViewActions::markCurrent()
{
    for (QAction *action : std::as_const(m_shown))
        action->setChecked(action->data().toString() == m_current.id());
    const SavedView *view = m_current.view();
    update->setEnabled(view && m_current.isChanged());
    update->setText(view ? tr("&Update View “%1”").arg(withoutMnemonic(view->name)) : tr("&Update View"));
    update->setIconText(tr("Update"));
    save->setIconText(tr("Save…"));
}

void ViewActions::setState(bool corpusOpen, const QString &id)
{
    save->setEnabled(corpusOpen);
    const SavedView *view = m_views.views().find(id);
    const qsizetype place = view ? m_views.views().views.indexOf(*view) : -1;
    rename->setEnabled(view && !view->broken);
    trash->setEnabled(view);
    moveUp->setEnabled(place > 0);
    moveDown->setEnabled(place >= 0 && place + 1 < m_views.views().views.size());
    nameView(view);
    markCurrent();
}

void ViewActions::nameView(const SavedView *view)
{
    const auto name = [view](QAction *action, const QString &text, const QString &textAndName) {
        action->setText(view ? textAndName.arg(withoutMnemonic(view->name)) : text);
    };
    name(rename, tr("Re&name View…"), tr("Re&name View “%1”…"));
    name(moveUp, tr("Move View U&p"), tr("Move View “%1” U&p"));
    name(moveDown, tr("Move View D&own"), tr("Move View “%1” D&own"));
    name(trash, tr("Move View to &Trash"), tr("Move View “%1” to &Trash"));
}

} // namespace casebook
