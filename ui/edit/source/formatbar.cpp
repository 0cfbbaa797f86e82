#include "ui/edit/source/formatbar.h"

#include "ui/edit/source/formatactions.h"
#include "ui/theme/icons.h"

#include <QMenu>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int pixels = 18;

} // namespace

FormatBar::FormatBar(const FormatActions &actions, QWidget *parent) : QToolBar(tr("Format"), parent)
{
    setObjectName(u"formatBar"_s);
    setIconSize(QSize(pixels, pixels));
    setMovable(false);
    for (const char16_t *name : {u"bold", u"italic", u"link"})
        addButton(actions.action(name));
    addSeparator();
    addHeadings(actions);
    for (const char16_t *name : {u"list", u"numbers", u"quote"})
        addButton(actions.action(name));
    addSeparator();
    addButton(actions.action(u"insertQuote"));
}

void FormatBar::addButton(QAction *action)
{
    addAction(action);
    QWidget *button = widgetForAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    const QString name = QString(action->text()).remove(u'&').remove(u'…');
    action->setToolTip(tr("%1 (%2)").arg(name, action->shortcut().toString(QKeySequence::NativeText)));
    button->setAccessibleName(name);
}

void FormatBar::addHeadings(const FormatActions &actions)
{
    auto *menu = new QMenu(this);
    for (const char16_t *name : {u"heading1", u"heading2", u"heading3", u"heading4", u"noHeading"})
        menu->addAction(actions.action(name));
    auto *button = new QToolButton(this);
    button->setObjectName(u"headings"_s);
    button->setIcon(icon(u"heading"_s));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tr("Heading"));
    button->setAccessibleName(tr("Heading"));
    // One of them tells for all whether there is anything to do.
    QAction *first = actions.action(u"heading1");
    button->setEnabled(first->isEnabled());
    connect(first, &QAction::changed, button, [button, first] { button->setEnabled(first->isEnabled()); });
    addWidget(button);
}

} // namespace casebook
