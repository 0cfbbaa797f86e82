#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QListWidget;

namespace casebook {

/// One line of the popup.
struct PopupRow {
    QString text; ///< what is put in
    QString label;
    QString detail;      ///< stands back, on the right
    bool goesOn = false; ///< a value is to follow
};

/// A short list below a text field that keeps the focus: the field hands its keys over as long as the list is open. A
/// part of the window, not a window of its own, so that it is where it belongs on every desktop.
class QueryPopup : public QFrame {
    Q_OBJECT

public:
    /// `window`: in which the list lies over what is below the field.
    explicit QueryPopup(QWidget *field);

    /// Opens below a place of the field; with no rows it closes. None is current at first, unless `chooses`.
    void open(const QList<PopupRow> &rows, const QRect &place, bool chooses = false);
    void close();
    bool isOpen() const { return isVisible(); }
    /// The number of the current row; -1: none.
    int current() const;
    const QList<PopupRow> &rows() const { return m_rows; }
    /// Goes up or down, past the ends to none at all.
    void move(int by);

signals:
    void chosen(const casebook::PopupRow &row);

private:
    QListWidget *m_list;
    QWidget *m_field;
    QList<PopupRow> m_rows;
};

} // namespace casebook
