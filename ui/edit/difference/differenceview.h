#pragma once

#include <QListView>

namespace casebook {

class DifferenceDelegate;
class DifferenceModel;

/// Shows a DifferenceModel. Up and Down go by rows; N and P to the next and previous difference; Enter or a click on a
/// row that hides lines shows them; Ctrl+C copies the selected rows as a unified difference has them.
class DifferenceView : public QListView {
    Q_OBJECT

public:
    /// The model must live as long as the view.
    explicit DifferenceView(DifferenceModel *model, QWidget *parent = nullptr);

    /// The difference that the current row is in, or below; -1 above the first one.
    int currentHunk() const;
    /// Shows the difference that comes `step` after the current one, and makes it the current one. Past the ends
    /// nothing happens. False then.
    bool step(int step);
    void goToHunk(int hunk);
    /// The selected rows, or the current one, as a unified difference has them.
    QString selectedText() const;
    /// Nothing: letters are keys here.
    void keyboardSearch(const QString &) override {}

signals:
    /// Enter or a double click on a line of the new text, or on one that was removed: on the line that stands there
    /// now. From 0.
    void lineActivated(int newLine);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void goToRow(int row);
    void clickRow(const QModelIndex &index);
    void activateRow(const QModelIndex &index);
    void adapt();

    DifferenceModel *m_model;
    DifferenceDelegate *m_delegate;
};

} // namespace casebook
