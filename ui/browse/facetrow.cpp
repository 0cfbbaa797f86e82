#include "ui/browse/facetrow.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace casebook {

namespace {

constexpr int padding = 4;
constexpr int barHeight = 2;

FacetState nextState(FacetState state)
{
    switch (state) {
    case FacetState::Off:
        return FacetState::Included;
    case FacetState::Included:
        return FacetState::Excluded;
    case FacetState::Excluded:
        return FacetState::Off;
    }
    return FacetState::Off;
}

/// A box that is empty, ticked, or struck out.
void paintBox(QPainter *painter, const QRectF &box, FacetState state, const QColor &text, const QColor &accent,
              const QColor &base)
{
    const bool off = state == FacetState::Off;
    painter->setPen(QPen(off ? blend(text, base, 0.45) : accent, 1.2));
    painter->setBrush(state == FacetState::Included ? QBrush(accent) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(box, 3, 3);
    if (off)
        return;
    const QPointF at = box.topLeft();
    const double size = box.width();
    painter->setPen(
        QPen(state == FacetState::Included ? base : accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (state == FacetState::Included) {
        const QPointF tick[] = {at + QPointF(0.24, 0.52) * size, at + QPointF(0.43, 0.71) * size,
                                at + QPointF(0.77, 0.31) * size};
        painter->drawPolyline(tick, 3);
    } else {
        painter->drawLine(at + QPointF(0.26, 0.5) * size, at + QPointF(0.74, 0.5) * size);
    }
}

} // namespace

FacetRow::FacetRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { emit stateRequested(nextState(m_value.state)); });
}

void FacetRow::showValue(const FacetValue &value, int largest)
{
    const bool same = value.value == m_value.value && value.label == m_value.label && value.count == m_value.count
        && value.state == m_value.state;
    if (same && std::max(largest, 1) == m_largest && !text().isNull())
        return; // most rows, at most keystrokes
    m_value = value;
    m_largest = std::max(largest, 1);
    // A value that would find nothing cannot be asked for, but what is asked for can be taken back.
    setEnabled(value.count > 0 || value.state != FacetState::Off);
    if (text() != value.label)
        setText(value.label);
    updateAccessibility();
    update();
}

void FacetRow::updateAccessibility()
{
    QString name = tr("%1, %Ln case(s)", nullptr, m_value.count).arg(m_value.label);
    if (m_value.state == FacetState::Included)
        name = tr("%1, included").arg(name);
    else if (m_value.state == FacetState::Excluded)
        name = tr("%1, excluded").arg(name);
    setAccessibleName(name);
    setToolTip(tr("%1\nClick to include, again to exclude, again to let go. Alt+click excludes.").arg(m_value.label));
}

QSize FacetRow::sizeHint() const
{
    return {120, fontMetrics().height() + 2 * padding + barHeight};
}

void FacetRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor base = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor text = palette().color(group, QPalette::WindowText);
    if (underMouse() && isEnabled())
        painter.fillRect(rect(), blend(accent, base, 0.08));
    if (hasFocus()) {
        painter.setPen(blend(accent, base, 0.8));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    const int lineHeight = fontMetrics().height();
    const double boxSize = std::min(13.0, lineHeight * 0.8);
    paintBox(&painter, QRectF(6.5, padding + (lineHeight - boxSize) / 2, boxSize, boxSize), m_value.state, text, accent,
             base);

    const QString count = QLocale().toString(m_value.count);
    const int countWidth = fontMetrics().horizontalAdvance(count);
    QRect line(static_cast<int>(6.5 + boxSize + 8), padding, 0, lineHeight);
    line.setRight(width() - countWidth - 16);
    painter.setPen(text);
    QFont textFont = font();
    textFont.setStrikeOut(m_value.state == FacetState::Excluded);
    textFont.setWeight(m_value.state == FacetState::Included ? QFont::DemiBold : QFont::Normal);
    painter.setFont(textFont);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(textFont).elidedText(m_value.label, Qt::ElideRight, line.width()));
    painter.setFont(font());
    painter.setPen(isEnabled() ? mutedText(palette()) : text);
    painter.drawText(QRect(0, padding, width() - 8, lineHeight), Qt::AlignRight | Qt::AlignVCenter, count);

    const double full = width() - line.left() - 8;
    const double share = std::min(1.0, static_cast<double>(m_value.count) / m_largest);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(text, base, 0.08));
    painter.drawRect(QRectF(line.left(), height() - barHeight - 1, full, barHeight));
    painter.setBrush(blend(accent, base, m_value.state == FacetState::Excluded ? 0.25 : 0.6));
    painter.drawRect(QRectF(line.left(), height() - barHeight - 1, full * share, barHeight));
}

void FacetRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::AltModifier)
        && rect().contains(event->pos())) {
        setDown(false);
        exclude();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void FacetRow::exclude()
{
    emit stateRequested(m_value.state == FacetState::Excluded ? FacetState::Off : FacetState::Excluded);
}

void FacetRow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::AltModifier))
        exclude();
    else if (enter)
        click();
    else if (event->key() == Qt::Key_Plus)
        emit stateRequested(FacetState::Included);
    else if (event->key() == Qt::Key_Minus)
        emit stateRequested(FacetState::Excluded);
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit stateRequested(FacetState::Off);
    else if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QAbstractButton::keyPressEvent(event);
}

void FacetRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Only This"), this, &FacetRow::onlyRequested);
    menu->addSeparator();
    const auto add = [&](const QString &label, FacetState state) {
        QAction *action = menu->addAction(label, this, [this, state] { emit stateRequested(state); });
        action->setCheckable(true);
        action->setChecked(m_value.state == state);
    };
    add(tr("&Include"), FacetState::Included);
    add(tr("&Exclude"), FacetState::Excluded);
    add(tr("O&ff"), FacetState::Off);
    menu->popup(event->globalPos());
}

} // namespace casebook
