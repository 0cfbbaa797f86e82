#pragma once

#include <QListView>

namespace casebook {

class ViewsModel;

/// The list of saved views, as tall as its rows, up to a few. A click or Return shows a view; rows are moved by
/// dragging.
class ViewList : public QListView {
    Q_OBJECT

public:
    explicit ViewList(QWidget *parent = nullptr);

    void setViewsModel(ViewsModel *model);
    /// The view that has the focus in the list; "" where none has.
    QString currentId() const;
    /// Actions whose keys mean them while the list has the focus, whatever they mean elsewhere.
    void setKeyActions(const QList<QAction *> &actions) { m_keyActions = actions; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void showRequested(const QString &id);
    /// The view is to ask for what is shown.
    void updateRequested(const QString &id);
    void currentIdChanged();

protected:
    bool event(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void restoreCurrent();
    QAction *actionFor(const QKeyEvent &event) const;

    QList<QAction *> m_keyActions;
    QString m_currentId; ///< kept while the model is read anew
};

} // namespace casebook
