#include "ui/edit/findbar.h"

#include "ui/edit/colors.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QToolButton *makeButton(QWidget *bar, const QString &name, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QToolButton *makeToggle(QWidget *bar, const QString &name, const QString &text, const QString &iconName)
{
    QToolButton *button = makeButton(bar, name, text, iconName);
    button->setCheckable(true);
    button->hide();
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent),
      m_text(new QLineEdit(this)),
      m_result(new QLabel(this)),
      m_matchCase(makeToggle(this, u"matchCase"_s, tr("Match case"), u"match-case"_s)),
      m_wholeWords(makeToggle(this, u"wholeWords"_s, tr("Whole words"), u"whole-words"_s)),
      m_replacement(new QLineEdit(this)),
      m_replaceRow(makeReplaceRow())
{
    setObjectName(u"findBar"_s);
    m_text->setObjectName(u"findText"_s);
    m_text->setPlaceholderText(tr("Find in the text"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setClearButtonEnabled(true);
    m_result->setObjectName(u"findResult"_s);
    QToolButton *previous = makeButton(this, u"findPrevious"_s, tr("Find the one before (Shift+Enter)"), u"previous"_s);
    QToolButton *next = makeButton(this, u"findNext"_s, tr("Find the next one (Enter)"), u"next"_s);
    QToolButton *close = makeButton(this, u"findClose"_s, tr("Close (Esc)"), u"close"_s);
    const int margin = fontMetrics().height() / 4;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * margin, margin, margin, margin);
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    for (QWidget *widget : QList<QWidget *>{m_result, m_matchCase, m_wholeWords, previous, next, close})
        row->addWidget(widget);
    column->addLayout(row);
    column->addWidget(m_replaceRow);

    connect(m_text, &QLineEdit::textEdited, this, &FindBar::textEdited);
    for (QToolButton *option : {m_matchCase, m_wholeWords})
        connect(option, &QToolButton::toggled, this, [this] { emit textEdited(text()); });
    connect(previous, &QToolButton::clicked, this, [this] { emit findRequested(text(), true); });
    connect(next, &QToolButton::clicked, this, [this] { emit findRequested(text(), false); });
    connect(close, &QToolButton::clicked, this, &FindBar::finish);
    hide();
}

QWidget *FindBar::makeReplaceRow()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    m_replacement->setObjectName(u"replacement"_s);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Text to replace it with"));
    auto *one = new QPushButton(tr("&Replace"), widget);
    one->setObjectName(u"replaceOne"_s);
    auto *all = new QPushButton(tr("Replace &All"), widget);
    all->setObjectName(u"replaceAll"_s);
    row->addWidget(m_replacement, 1);
    for (QPushButton *button : {one, all}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(one, &QPushButton::clicked, this, [this] { emit replaceRequested(text(), m_replacement->text()); });
    connect(all, &QPushButton::clicked, this, [this] { emit replaceAllRequested(text(), m_replacement->text()); });
    widget->hide();
    return widget;
}

void FindBar::offerOptions()
{
    m_matchCase->show();
    m_wholeWords->show();
}

FindOptions FindBar::options() const
{
    return {m_matchCase->isChecked(), m_wholeWords->isChecked()};
}

void FindBar::start(const QString &text)
{
    show(text, false);
}

void FindBar::startReplace(const QString &text)
{
    show(text, true);
}

void FindBar::show(const QString &text, bool replaces)
{
    if (!text.isEmpty())
        m_text->setText(text);
    m_result->clear();
    m_replaceRow->setVisible(replaces);
    QWidget::show();
    // A text to begin with is mostly what is to be replaced.
    QLineEdit *first = replaces && !text.isEmpty() ? m_replacement : m_text;
    first->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    first->selectAll();
}

void FindBar::showReplaced(int count)
{
    showResult(count > 0 ? FindResult::Found : FindResult::NotFound);
    if (count > 0)
        m_result->setText(tr("Replaced %Ln place(s)", nullptr, count));
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
    if (isReturn && m_replacement->hasFocus())
        emit replaceRequested(text(), m_replacement->text());
    else if (isReturn)
        emit findRequested(text(), event->modifiers().testFlag(Qt::ShiftModifier));
    else if (event->key() == Qt::Key_Escape)
        finish();
    else
        QWidget::keyPressEvent(event);
}

} // namespace casebook
