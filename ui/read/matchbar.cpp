#include "ui/read/matchbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

MatchBar::MatchBar(QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
{
    m_text->setObjectName(u"matchCount"_s);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_text);
    hide();
}

void MatchBar::setActions(QAction *previous, QAction *next)
{
    for (QAction *action : {previous, next}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        const QString name = action->text().remove(u'&');
        button->setAccessibleName(name);
        button->setToolTip(name + u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')');
        layout()->addWidget(button);
    }
}

void MatchBar::showMatches(bool sought, int current, int count)
{
    const QLocale locale;
    if (count == 0)
        m_text->setText(tr("No match shown"));
    else if (current < 0)
        m_text->setText(tr("%Ln match(es)", nullptr, count));
    else
        m_text->setText(tr("%1 of %Ln match(es)", nullptr, count).arg(locale.toString(current + 1)));
    setVisible(sought);
}

} // namespace casebook
