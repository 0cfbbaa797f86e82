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
    /// Whether the list has the focus, or lends it to a menu or the palette.
    bool isActive() const { return m_active; }
    /// Actions whose keys mean them while the list has the focus, whatever they mean elsewhere.
    void setKeyActions(const QList<QAction *> &actions) { m_keyActions = actions; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void showRequested(const QString &id);
    /// The view is to ask for what is shown.
    void updateRequested(const QString &id);
    /// Another view has the focus, or the list has it no longer.
    void currentIdChanged();

protected:
    bool event(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void restoreCurrent();
    QAction *actionFor(const QKeyEvent &event) const;

    QList<QAction *> m_keyActions;
    bool m_active = false;
    QString m_currentId; ///< kept while the model is read anew
};

} // namespace casebook
