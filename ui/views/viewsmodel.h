#pragma once

#include "core/query/savedview.h"

#include <QAbstractListModel>

namespace casebook {

class CurrentView;
class ViewSession;

/// The saved views, a row each. A row that is dropped elsewhere asks for a move; the model changes when the files have.
class ViewsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        CountRole,   ///< cases; -1: not known yet
        CurrentRole, ///< it is the one that is shown
        ChangedRole, ///< and something else is asked for than it says
        BrokenRole,
    };

    /// Both must outlive the model.
    ViewsModel(const ViewSession &views, const CurrentView &current, QObject *parent = nullptr);

    /// The row of a view; invalid where it is not there.
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// The view is to get the place `to`, counted without it.
    void moveRequested(const QString &id, int to);

private:
    QString textOf(int row) const;
    QString toolTipOf(int row) const;
    void readAgain();
    void repaint();

    const ViewSession &m_views;
    const CurrentView &m_current;
    QList<SavedView> m_list; ///< as told to whoever looks
};

} // namespace casebook
