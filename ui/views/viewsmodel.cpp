#include "ui/views/viewsmodel.h"

#include "core/query/viewsession.h"
#include "ui/views/currentview.h"

#include <QMimeData>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QString mimeType = u"application/x-casebook-view"_s;

} // namespace

ViewsModel::ViewsModel(const ViewSession &views, const CurrentView &current, QObject *parent)
    : QAbstractListModel(parent), m_views(views), m_current(current)
{
    connect(&views, &ViewSession::changed, this, &ViewsModel::readAgain);
    connect(&views, &ViewSession::counted, this, &ViewsModel::repaint);
    connect(&current, &CurrentView::changed, this, &ViewsModel::repaint);
    readAgain();
}

void ViewsModel::readAgain()
{
    beginResetModel();
    m_list = m_views.views().views;
    endResetModel();
}

void ViewsModel::repaint()
{
    if (!m_list.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

QModelIndex ViewsModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_list.at(row).id == id)
            return index(row);
    }
    return {};
}

int ViewsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.size());
}

QString ViewsModel::textOf(int row) const
{
    const SavedView &view = m_list.at(row);
    QStringList parts{view.name};
    if (view.broken)
        parts.append(tr("cannot be read"));
    else if (const int count = m_views.countOf(view.id); count >= 0)
        parts.append(tr("%Ln case(s)", nullptr, count));
    if (view.id == m_current.id())
        parts.append(m_current.isChanged() ? tr("shown, changed") : tr("shown"));
    return parts.join(u", "_s);
}

QString ViewsModel::toolTipOf(int row) const
{
    const SavedView &view = m_list.at(row);
    if (view.broken)
        return tr("%1 cannot be read: see the list of problems.").arg(view.path);
    QStringList lines{view.name};
    if (!view.description.isEmpty())
        lines.append(view.description);
    const Schema &schema = m_views.corpus().schema();
    if (const QString words = describeQuery(view.query(schema), schema); !words.isEmpty())
        lines.append(words);
    lines.append(view.path);
    return lines.join(u'\n');
}

QVariant ViewsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SavedView &view = m_list.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return view.name;
    case Qt::ToolTipRole:
        return toolTipOf(index.row());
    case Qt::AccessibleTextRole:
        return textOf(index.row());
    case IdRole:
        return view.id;
    case CountRole:
        return m_views.countOf(view.id);
    case CurrentRole:
        return view.id == m_current.id();
    case ChangedRole:
        return view.id == m_current.id() && m_current.isChanged();
    case BrokenRole:
        return view.broken;
    default:
        return {};
    }
}

Qt::ItemFlags ViewsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows, not on them
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList ViewsModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *ViewsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType, indexes.first().data(IdRole).toString().toUtf8());
    return data;
}

bool ViewsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (!data || action != Qt::MoveAction || parent.isValid() || !data->hasFormat(mimeType))
        return false;
    const QModelIndex from = indexOf(QString::fromUtf8(data->data(mimeType)));
    if (!from.isValid())
        return false;
    int to = row < 0 ? rowCount() : row;
    to -= from.row() < to ? 1 : 0;
    if (to != from.row())
        emit moveRequested(from.data(IdRole).toString(), to);
    return false; // so that the view does not remove the row: the model follows the files
}

} // namespace casebook
