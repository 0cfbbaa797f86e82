#pragma once

#include <QAbstractButton>

namespace casebook {

/// What a card is taken by: its number above a grip. Dragging tells where the pointer is; a key press is the card's.
class DragHandle : public QAbstractButton {
    Q_OBJECT

public:
    explicit DragHandle(QWidget *parent = nullptr);

    void setNumber(int number);

    QSize sizeHint() const override;

signals:
    /// The pointer's place on the screen; the first is where the drag begins.
    void dragged(const QPoint &position);
    void dropped();
    /// Esc, or the drag was taken away.
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void endDrag(bool drop);

    QPoint m_pressed;
    bool m_down = false;
    bool m_dragging = false;
};

} // namespace casebook
