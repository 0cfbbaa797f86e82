#pragma once

#include "core/corpus/schema.h"

#include <QWidget>

class QLineEdit;

namespace casebook {

class TermModel;

/// The items of a list, each in a box that can be taken out, and a place to type more. Knows nothing of files: it asks
/// by signals and shows what it is told.
///
/// Enter, a comma, Tab and leaving add what is typed. With nothing typed, Left and Right choose an item, Backspace and
/// Delete take it out, Alt+Left and Alt+Right move it.
class TagBox : public QWidget {
    Q_OBJECT

public:
    explicit TagBox(QWidget *parent = nullptr);

    void setItems(const QList<Term> &items);
    const QList<Term> &items() const { return m_items; }
    /// Where to type; it has the focus for all of this.
    QLineEdit *line() const { return m_line; }
    /// Offers terms while something is typed. The model stays its owner's.
    void setSuggestions(TermModel *model);
    /// The item that is chosen, or -1.
    int current() const { return m_current; }
    void setCurrent(int index);
    /// Asks to add what has been typed.
    void addTyped();

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void addRequested(const QStringList &items);
    void removeRequested(int index);
    /// `to` counts without the item itself.
    void moveRequested(int index, int to);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Places {
        QList<QRect> items;
        QRect line;
        int height = 0;
    };

    Places placesFor(int width) const;
    void place();
    QRect crossOf(const QRect &item) const;
    int itemAt(const QPoint &position) const;
    bool pressKey(const QKeyEvent &event);
    bool pressOnItems(const QKeyEvent &event);
    void paintItem(class QPainter &painter, int index) const;
    void completeWith(const QString &id);

    QList<Term> m_items;
    QLineEdit *m_line;
    Places m_places; // as shown
    int m_current = -1;
    int m_hovered = -1; // the item whose cross the pointer is on
};

} // namespace casebook
