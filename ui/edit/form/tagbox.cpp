#include "ui/edit/form/tagbox.h"

#include "core/corpus/fieldtext.h"
#include "ui/edit/form/inputframe.h"
#include "ui/edit/form/termcompleter.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

TagBox::TagBox(QWidget *parent) : QWidget(parent), m_line(new QLineEdit(this))
{
    m_line->setObjectName(u"tagLine"_s);
    m_line->setFrame(false);
    QPalette clear = m_line->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_line->setPalette(clear);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        setCurrent(-1);
        // A comma ends an item, but not between quotes.
        const bool isOpen = text.trimmed().startsWith(u'"') && text.count(u'"') % 2 != 0;
        if (text.contains(u',') && !isOpen)
            addTyped();
    });
}

void TagBox::setItems(const QList<Term> &items)
{
    if (m_items == items)
        return;
    m_items = items;
    m_current = std::min(m_current, static_cast<int>(m_items.size()) - 1);
    m_hovered = -1;
    updateGeometry();
    place();
    update();
}

void TagBox::setCurrent(int index)
{
    const int last = static_cast<int>(m_items.size()) - 1;
    if (std::exchange(m_current, std::clamp(index, -1, last)) != m_current)
        update();
}

void TagBox::setSuggestions(TermModel *model)
{
    auto *completer = new TermCompleter(model, m_line);
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &TagBox::completeWith);
}

void TagBox::completeWith(const QString &id)
{
    emit addRequested({id});
    // The line puts the completion in after this.
    QMetaObject::invokeMethod(m_line, &QLineEdit::clear, Qt::QueuedConnection);
}

void TagBox::addTyped()
{
    const QStringList typed = splitItems(m_line->text());
    m_line->clear();
    if (!typed.isEmpty())
        emit addRequested(typed);
}

TagBox::Places TagBox::placesFor(int width) const
{
    const QFontMetrics metrics = fontMetrics();
    const int edge = 3;
    const int gap = metrics.height() / 4;
    const int high = metrics.height() + 2;
    const int cross = metrics.height();
    const int least = metrics.averageCharWidth() * 10; // of the line
    Places places;
    int x = edge;
    int y = edge;
    for (const Term &item : m_items) {
        const int wide = std::min(metrics.horizontalAdvance(item.label) + gap * 2 + cross, width - 2 * edge);
        if (x > edge && x + wide > width - edge) {
            x = edge;
            y += high + gap;
        }
        places.items.append(QRect(x, y, wide, high));
        x += wide + gap;
    }
    if (x > edge && x + least > width - edge) {
        x = edge;
        y += high + gap;
    }
    places.line = QRect(x, y, width - edge - x, high);
    places.height = y + high + edge;
    const QRect all(0, 0, width, places.height);
    for (QRect &item : places.items)
        item = QStyle::visualRect(layoutDirection(), all, item);
    places.line = QStyle::visualRect(layoutDirection(), all, places.line);
    return places;
}

int TagBox::heightForWidth(int width) const
{
    return placesFor(width).height;
}

QSize TagBox::sizeHint() const
{
    const int wide = fontMetrics().averageCharWidth() * 32;
    return {wide, heightForWidth(wide)};
}

QSize TagBox::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14, fontMetrics().height() + 8};
}

void TagBox::place()
{
    m_places = placesFor(width());
    m_line->setGeometry(m_places.line);
}

void TagBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

QRect TagBox::crossOf(const QRect &item) const
{
    QRect cross = item;
    if (isRightToLeft())
        cross.setRight(item.left() + item.height());
    else
        cross.setLeft(item.right() - item.height());
    return cross;
}

int TagBox::itemAt(const QPoint &position) const
{
    const auto found = std::find_if(m_places.items.begin(), m_places.items.end(),
                                    [&position](const QRect &item) { return item.contains(position); });
    return found == m_places.items.end() ? -1 : static_cast<int>(found - m_places.items.begin());
}

void TagBox::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_line->setFocus(Qt::MouseFocusReason);
    const int index = itemAt(event->position().toPoint());
    if (index >= 0 && crossOf(m_places.items.at(index)).contains(event->position().toPoint()))
        emit removeRequested(index);
    else
        setCurrent(index);
}

void TagBox::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int index = itemAt(position);
    const int hovered = index >= 0 && crossOf(m_places.items.at(index)).contains(position) ? index : -1;
    setCursor(index >= 0 ? Qt::ArrowCursor : Qt::IBeamCursor);
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void TagBox::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (std::exchange(m_hovered, -1) != -1)
        update();
}

bool TagBox::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = itemAt(help->pos());
        QToolTip::showText(help->globalPos(), index < 0 ? QString() : m_items.at(index).definition, this);
        return true;
    }
    return QWidget::event(event);
}

bool TagBox::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (pressKey(static_cast<QKeyEvent &>(*event)))
            return true;
        break;
    case QEvent::ShortcutOverride: {
        // The window has Alt+Left and Alt+Right for other things; here they move an item.
        const auto &key = static_cast<QKeyEvent &>(*event);
        const bool moves =
            key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right);
        if (moves && m_current >= 0) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
            addTyped();
            setCurrent(-1);
        }
        update();
        break;
    case QEvent::FocusIn:
        update();
        break;
    case QEvent::Hide:
        if (!event->spontaneous())
            addTyped(); // while its list is open the line is left without losing the focus
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool TagBox::pressKey(const QKeyEvent &event)
{
    const bool typed = !m_line->text().trimmed().isEmpty();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & ~Qt::KeypadModifier)
            return false;
        addTyped();
        return true;
    case Qt::Key_Tab:
        if (typed)
            addTyped();
        return typed && event.modifiers() == Qt::NoModifier;
    default:
        return !m_line->isReadOnly() && m_line->text().isEmpty() && pressOnItems(event);
    }
}

bool TagBox::pressOnItems(const QKeyEvent &event)
{
    const int count = static_cast<int>(m_items.size());
    const bool alt = event.modifiers() == Qt::AltModifier;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int forth = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int by = event.key() == back ? -1 : event.key() == forth ? 1 : 0;
    if (by != 0 && alt && m_current >= 0) {
        const int to = std::clamp(m_current + by, 0, count - 1);
        if (to != m_current)
            emit moveRequested(std::exchange(m_current, to), to);
        return true;
    }
    if (by != 0 && event.modifiers() == Qt::NoModifier && count > 0) {
        if (m_current < 0 && by < 0)
            setCurrent(count - 1);
        else if (m_current >= 0)
            setCurrent(m_current + by < count ? std::max(0, m_current + by) : -1);
        return true;
    }
    const bool removes = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
    if (!removes || event.modifiers() != Qt::NoModifier || count == 0)
        return false;
    if (m_current >= 0)
        emit removeRequested(m_current);
    else if (event.key() == Qt::Key_Backspace)
        setCurrent(count - 1); // and goes the next time
    return true;
}

void TagBox::paintEvent(QPaintEvent *)
{
    paintInputFrame(*this, this, rect(), m_line->hasFocus());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_items.size() && i < m_places.items.size(); ++i)
        paintItem(painter, i);
}

void TagBox::paintItem(QPainter &painter, int index) const
{
    const QRect place = m_places.items.at(index);
    const QPalette colours = palette();
    const bool chosen = index == m_current && m_line->hasFocus();
    const QColor base = colours.color(QPalette::Base);
    const QColor text = colours.color(chosen ? QPalette::HighlightedText : QPalette::Text);
    painter.setPen(Qt::NoPen);
    painter.setBrush(chosen ? colours.color(QPalette::Highlight) : blend(colours.color(QPalette::Text), base, 0.1));
    painter.drawRoundedRect(place, 3, 3);
    const int gap = fontMetrics().height() / 4;
    const QRect cross = crossOf(place);
    const QRect room =
        isRightToLeft() ? place.adjusted(cross.width(), 0, -gap, 0) : place.adjusted(gap, 0, -cross.width(), 0);
    painter.setPen(text);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(m_items.at(index).label, Qt::ElideRight, room.width()));
    QPen pen(index == m_hovered || chosen ? text : blend(text, base, 0.6), 1.4);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    const double arm = fontMetrics().height() * 0.19;
    const QPointF middle = QRectF(cross).center();
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
}

} // namespace casebook
