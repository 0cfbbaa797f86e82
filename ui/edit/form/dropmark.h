#pragma once

#include <QTimer>
#include <QWidget>

class QScrollArea;

namespace casebook {

/// A line between the widgets of a column, where what is dragged would go. Scrolls the area around it along.
class DropMark : public QWidget {
    Q_OBJECT

public:
    explicit DropMark(QWidget *column);

    /// Shows the gap that is nearest to a place on the screen. `others`: the widgets of the column, in order.
    void show(const QPoint &position, const QList<QWidget *> &others);
    /// The gap that is shown: before the widget of that index, or behind the last. -1 if none.
    int gap() const { return isVisible() ? m_gap : -1; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();
    void scroll();
    QScrollArea *area() const;

    QTimer m_scroll; // while the pointer is at an edge
    QPoint m_position;
    QList<QWidget *> m_others;
    int m_gap = -1;
};

} // namespace casebook
