#pragma once

#include "ui/palette/palettesearch.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace casebook {

class PaletteModel;

/// The command palette: a field and what it finds, over the middle of the window. Return goes to what is marked, or
/// does it; Esc, or a click elsewhere, closes it, and the focus goes back to where it was.
class Palette : public QWidget {
    Q_OBJECT

public:
    explicit Palette(QWidget *window);

    PaletteSearch &search() { return *m_search; }
    /// Shows it, empty; whoever opens it has set what is to be found. Nothing where it is open.
    void open();
    bool isOpen() const { return isVisible(); }
    /// Closes it and gives the focus back.
    void dismiss();
    /// Finds anew, as other things can be found.
    void findAgain();

signals:
    /// The palette is closed already.
    void chosen(const casebook::PaletteEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showMatches(const QString &text, const QList<PaletteMatch> &matches);
    bool takeKey(const QKeyEvent &event);
    void choose(int row);
    void chooseWhenFound();
    void place();
    void tellCurrent();

    QWidget *m_window;
    PaletteSearch *m_search;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_none;
    QPointer<QWidget> m_focusBefore;
    QString m_shownText;            ///< what the rows answer to
    bool m_shown = false;           ///< something has been found since it was opened
    bool m_chooseWhenFound = false; ///< Return was pressed before the answer was there
};

} // namespace casebook
