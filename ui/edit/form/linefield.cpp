#include "ui/edit/form/linefield.h"

#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"
#include "ui/edit/form/termcompleter.h"
#include "ui/read/externallink.h"
#include "ui/theme/icons.h"

#include <QCalendarWidget>
#include <QDate>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QUrl>
#include <QWidgetAction>

namespace casebook {

using namespace Qt::StringLiterals;

LineField::LineField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : TypedField(std::move(fieldSpec), host, parent), m_line(new QLineEdit)
{
    m_line->setObjectName(u"fieldLine"_s);
    const FieldType type = spec().field.type;
    if (type == FieldType::Date || type == FieldType::Url)
        addButtons();
    else
        setContent(m_line);
    if (type == FieldType::Date)
        m_line->setPlaceholderText(tr("YYYY-MM-DD"));
    watch(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &LineField::textEdited);
    connect(m_line, &QLineEdit::returnPressed, this, &LineField::flush);
}

void LineField::addButtons()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 5);
    row->addWidget(m_line, 1);
    if (spec().use == FieldSpec::Use::Reviewed) {
        QToolButton *today = addButton(row, u"todayButton"_s, {}, tr("Checked today"));
        today->setText(tr("Today"));
        connect(today, &QToolButton::clicked, this, [this] { choose(QDate::currentDate().toString(Qt::ISODate)); });
    }
    if (spec().field.type == FieldType::Date) {
        QToolButton *calendar = addButton(row, u"calendarButton"_s, u"calendar"_s, tr("Choose a day"));
        connect(calendar, &QToolButton::clicked, this, &LineField::showCalendar);
    } else {
        QToolButton *open = addButton(row, u"openButton"_s, u"external"_s, tr("Open in the browser"));
        connect(open, &QToolButton::clicked, this, &LineField::openAddress);
        m_open = open;
    }
    setContent(box);
}

QToolButton *LineField::addButton(QHBoxLayout *row, const QString &name, const QString &iconName, const QString &help)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setToolTip(help);
    button->setAccessibleName(QString(help % u": "_s % spec().field.label));
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(button);
    return button;
}

QWidget *LineField::control() const
{
    return m_line;
}

FieldWidth LineField::width() const
{
    const int character = fontMetrics().horizontalAdvance(u'0');
    switch (spec().field.type) {
    case FieldType::Year:
        return {character * 9, character * 12, false};
    case FieldType::Number:
        return {character * 11, character * 16, false};
    case FieldType::Date: {
        const int buttons = content()->sizeHint().width() - m_line->sizeHint().width();
        return {character * 14 + buttons, character * 16 + buttons, false};
    }
    case FieldType::Choice:
        return {character * 20, character * 34, false};
    default:
        return {.wholeRow = true};
    }
}

QString LineField::text() const
{
    return m_line->text();
}

void LineField::setText(const QString &text)
{
    const int cursor = m_line->cursorPosition();
    m_line->setText(text);
    m_line->setCursorPosition(m_line->hasFocus() ? static_cast<int>(std::min<qsizetype>(cursor, text.size())) : 0);
}

void LineField::showNode(const YamlNode *node)
{
    TypedField::showNode(node);
    m_line->setAccessibleName(spokenLabel());
    if (m_open)
        m_open->setEnabled(isExternalLink(QUrl(text(), QUrl::StrictMode)));
}

bool LineField::isCounted() const
{
    return spec().field.type == FieldType::Year || spec().field.type == FieldType::Number;
}

bool LineField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusIn)
        addCompleter();
    if (watched == m_line && event->type() == QEvent::KeyPress && isCounted()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            step(key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return TypedField::eventFilter(watched, event);
}

// When the focus comes: what is in use is found by looking at every case.
void LineField::addCompleter()
{
    if (spec().field.type != FieldType::Choice)
        return;
    TermModel *suggestions = host().terms().suggestions(spec());
    if (m_line->completer())
        return;
    auto *completer = new TermCompleter(suggestions, m_line);
    m_line->setCompleter(completer);
    connect(
        completer, qOverload<const QString &>(&QCompleter::activated), this, [this] { textEdited(); },
        Qt::QueuedConnection);
}

void LineField::step(int by)
{
    bool isNumber = false;
    const qlonglong number = m_line->text().trimmed().toLongLong(&isNumber);
    if (!isNumber && !m_line->text().trimmed().isEmpty())
        return;
    const bool isYear = spec().field.type == FieldType::Year;
    m_line->setText(QString::number(isNumber ? number + by : isYear ? QDate::currentDate().year() : 0));
    textEdited();
}

void LineField::choose(const QString &text)
{
    m_line->setText(text);
    m_line->setFocus(Qt::OtherFocusReason);
    textEdited();
    flush();
}

void LineField::showCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget;
    const QDate date = QDate::fromString(m_line->text().left(10), Qt::ISODate);
    calendar->setSelectedDate(date.isValid() ? date : QDate::currentDate());
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    connect(calendar, &QCalendarWidget::activated, this, [this, menu](QDate chosen) {
        menu->close();
        choose(chosen.toString(Qt::ISODate));
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    menu->popup(mapToGlobal(QPoint(0, height())));
    calendar->setFocus(Qt::PopupFocusReason);
}

void LineField::openAddress()
{
    openExternalLink(QUrl(m_line->text().trimmed(), QUrl::StrictMode));
}

} // namespace casebook
