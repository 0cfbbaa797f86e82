#include "ui/edit/editheader.h"

#include "ui/edit/colors.h"
#include "ui/edit/pathlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

EditHeader::EditHeader(QWidget *faces, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent), m_path(new PathLabel(this)), m_unsaved(new QLabel(tr("● Not saved"), this))
{
    setObjectName(u"editHeader"_s);
    auto *row = new QHBoxLayout(this);
    const int margin = fontMetrics().height() / 4;
    row->setContentsMargins(3 * margin, margin, margin, margin);
    m_unsaved->setObjectName(u"unsavedMark"_s);
    row->addWidget(m_path);
    row->addSpacing(margin);
    row->addWidget(m_unsaved);
    row->addStretch(1);
    row->addWidget(faces);
    row->addSpacing(2 * margin);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    showColors();
}

void EditHeader::showFile(const QString &path, bool modified)
{
    m_path->setPath(path);
    m_unsaved->setVisible(modified);
    fit();
}

/// What the line takes with words on its buttons, roughly; asked of no layout, since those would have to be made first.
int EditHeader::wantedWidth() const
{
    const QFontMetrics metrics = fontMetrics();
    int width = m_path->sizeHint().width() + (m_unsaved->isHidden() ? 0 : m_unsaved->sizeHint().width());
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    for (const QToolButton *button : buttons)
        width += button->iconSize().width() + metrics.horizontalAdvance(button->text()) + metrics.height();
    return width + 4 * metrics.height();
}

void EditHeader::fit()
{
    const Qt::ToolButtonStyle style = wantedWidth() <= width() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setToolButtonStyle(style);
}

void EditHeader::showColors()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, readable(warningColor(colors), colors.color(QPalette::Window)));
    m_unsaved->setPalette(colors);
}

void EditHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showColors();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void EditHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace casebook
