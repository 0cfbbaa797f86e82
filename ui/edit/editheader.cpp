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
    : QWidget(parent),
      m_path(new PathLabel(this)),
      m_unsaved(new QLabel(tr("● Not saved"), this)),
      m_row(new QHBoxLayout(this))
{
    setObjectName(u"editHeader"_s);
    const int margin = fontMetrics().height() / 4;
    m_row->setContentsMargins(3 * margin, margin, margin, margin);
    m_unsaved->setObjectName(u"unsavedMark"_s);
    m_row->addWidget(m_path);
    m_row->addSpacing(margin);
    m_row->addWidget(m_unsaved);
    m_row->addStretch(1);
    m_row->addWidget(faces);
    m_row->addSpacing(2 * margin);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_row->addWidget(button);
    }
    showColors();
}

void EditHeader::showFile(const QString &path, bool modified)
{
    m_path->setPath(path);
    m_unsaved->setVisible(modified);
    fit();
}

void EditHeader::fit()
{
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    const auto setStyle = [&](Qt::ToolButtonStyle style) {
        for (QToolButton *button : buttons)
            button->setToolButtonStyle(style);
        m_row->invalidate();
    };
    setStyle(Qt::ToolButtonTextBesideIcon);
    if (m_row->sizeHint().width() > width())
        setStyle(Qt::ToolButtonIconOnly);
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
