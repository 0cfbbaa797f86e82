#include "ui/edit/banner.h"

#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent) : QFrame(parent), m_message(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    setObjectName(u"banner"_s);
    m_message->setObjectName(u"bannerMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText); // it names files of a corpus that is not to be trusted
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    const int margin = fontMetrics().height() / 3;
    row->setContentsMargins(3 * margin, margin, margin, margin);
    row->addWidget(m_message, 1);
    row->addLayout(m_buttons);
    hide();
}

void Banner::showMessage(const QString &message, const QList<QAction *> &actions, bool serious)
{
    m_serious = serious;
    m_message->setText(message);
    setAccessibleName(message);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        // Later: the click on this very button may be what led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons->addWidget(button);
    }
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Banner::message() const
{
    return m_message->text();
}

QColor Banner::edge() const
{
    return m_serious ? errorColor(palette()) : warningColor(palette());
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor window = palette().color(QPalette::Window);
    painter.fillRect(rect(), blend(edge(), window, 0.14));
    const int rule = fontMetrics().height() / 4;
    painter.fillRect(isRightToLeft() ? width() - rule : 0, 0, rule, height(), edge());
}

} // namespace casebook
