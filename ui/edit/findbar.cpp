#include "ui/edit/findbar.h"

#include "ui/edit/colors.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QToolButton *addButton(QWidget *bar, const QString &name, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    bar->layout()->addWidget(button);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent) : QWidget(parent), m_text(new QLineEdit(this)), m_result(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    auto *row = new QHBoxLayout(this);
    const int margin = fontMetrics().height() / 4;
    row->setContentsMargins(2 * margin, margin, margin, margin);
    m_text->setObjectName(u"findText"_s);
    m_text->setPlaceholderText(tr("Find in the text"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setClearButtonEnabled(true);
    m_result->setObjectName(u"findResult"_s);
    row->addWidget(m_text, 1);
    row->addWidget(m_result);
    QToolButton *previous = addButton(this, u"findPrevious"_s, tr("Find the one before (Shift+Enter)"), u"previous"_s);
    QToolButton *next = addButton(this, u"findNext"_s, tr("Find the next one (Enter)"), u"next"_s);
    QToolButton *close = addButton(this, u"findClose"_s, tr("Close (Esc)"), u"close"_s);

    connect(m_text, &QLineEdit::textEdited, this, &FindBar::textEdited);
    connect(previous, &QToolButton::clicked, this, [this] { emit findRequested(text(), true); });
    connect(next, &QToolButton::clicked, this, [this] { emit findRequested(text(), false); });
    connect(close, &QToolButton::clicked, this, &FindBar::finish);
    hide();
}

void FindBar::start(const QString &text)
{
    if (!text.isEmpty())
        m_text->setText(text);
    m_result->clear();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QString FindBar::text() const
{
    return m_text->text();
}

void FindBar::showResult(FindResult result)
{
    const bool missing = result == FindResult::NotFound && !text().isEmpty();
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     missing ? readable(errorColor(colours), colours.color(QPalette::Window))
                             : colours.color(QPalette::WindowText));
    m_result->setPalette(colours);
    m_result->setText(missing ? tr("Not found") : result == FindResult::Wrapped ? tr("From the other end") : QString());
}

void FindBar::finish()
{
    hide();
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn)
        emit findRequested(text(), event->modifiers().testFlag(Qt::ShiftModifier));
    else if (event->key() == Qt::Key_Escape)
        finish();
    else
        QWidget::keyPressEvent(event);
}

} // namespace casebook
