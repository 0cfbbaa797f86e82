#include "ui/ask/querybar.h"

#include "ui/ask/querynotes.h"
#include "ui/browse/browser.h"
#include "ui/browse/queryfield.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestInMenu = 400; // logical pixels

/// Looks like a line edit around the field that it holds.
class FieldFrame : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionFrame option;
        option.initFrom(this);
        option.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, this);
        option.state |= QStyle::State_Sunken;
        const auto *field = findChild<QueryField *>();
        option.state.setFlag(QStyle::State_HasFocus, field && field->hasFocus());
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    }
};

/// The sign of a search. Drawn each time, in the colours of the moment; a label would keep those it was made in.
class Glass : public QWidget {
public:
    using QWidget::QWidget;

    QSize sizeHint() const override { return QSize(fontMetrics().height(), fontMetrics().height()); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        icon(u"search"_s).paint(&painter, rect());
    }
};

QToolButton *makeButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::ArrowCursor);
    return button;
}

} // namespace

QueryBar::QueryBar(Browser &browser, QWidget *parent)
    : QWidget(parent),
      m_browser(browser),
      m_field(new QueryField(browser, this)),
      m_history(makeButton(u"history"_s, tr("Earlier searches"), this)),
      m_clear(makeButton(u"clear"_s, tr("Clear the search (Esc)"), this)),
      m_notes(new QueryNotes(this))
{
    m_history->setObjectName(u"queryHistory"_s);
    m_history->setPopupMode(QToolButton::InstantPopup);
    m_history->setMenu(new QMenu(m_history));
    m_history->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    m_clear->setObjectName(u"queryClear"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(makeFrame());
    column->addWidget(m_notes);
    setFocusProxy(m_field);
    connect(m_field, &QueryField::readingChanged, this, &QueryBar::showReading);
    connect(m_field, &QueryField::historyChanged, this,
            [this] { m_history->setEnabled(!m_field->history().texts().isEmpty()); });
    connect(m_history->menu(), &QMenu::aboutToShow, this, &QueryBar::fillHistoryMenu);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_field->clear();
        m_field->setFocus();
    });
    connect(m_notes, &QueryNotes::suggestionChosen, m_field, &QueryField::follow);
    m_history->setEnabled(!m_field->history().texts().isEmpty());
    showReading();
}

QWidget *QueryBar::makeFrame()
{
    auto *frame = new FieldFrame(this);
    auto *glass = new Glass(frame);
    glass->setObjectName(u"queryGlass"_s);
    glass->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(8, 2, 4, 2);
    row->setSpacing(4);
    row->addWidget(glass);
    row->addWidget(m_field, 1);
    row->addWidget(m_clear);
    row->addWidget(m_history);
    return frame;
}

void QueryBar::showReading()
{
    m_clear->setVisible(!m_field->text().isEmpty());
    m_notes->showReading(m_field->reading(), m_browser.corpus().schema(), m_browser.result().facets,
                         [this](const QueryNote &note) { return !m_field->isBeingWritten(note); });
}

void QueryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The words carry their colours. Later: when those below have got the new ones, too.
    if (event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, &QueryBar::showReading, Qt::QueuedConnection);
}

void QueryBar::fillHistoryMenu()
{
    QMenu *menu = m_history->menu();
    menu->clear();
    for (const QString &text : m_field->history().texts()) {
        QString label = fontMetrics().elidedText(text, Qt::ElideRight, longestInMenu);
        menu->addAction(label.replace(u'&', u"&&"_s), m_field, [this, text] {
            m_field->setText(text);
            m_field->setFocus();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Clear the list"), m_field, &QueryField::clearHistory);
}

} // namespace casebook
