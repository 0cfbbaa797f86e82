#include "ui/views/viewlist.h"

#include "ui/views/viewdelegate.h"
#include "ui/views/viewsmodel.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>

namespace casebook {

namespace {

constexpr int mostRows = 7; // the others are scrolled to, for the filters need room too

} // namespace

ViewList::ViewList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new ViewDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDropIndicatorShown(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Saved views"));
    // It lies on the panel, and looks like a part of it.
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit showRequested(index.data(ViewsModel::IdRole).toString()); });
}

void ViewList::setViewsModel(ViewsModel *model)
{
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ViewList::restoreCurrent);
    updateGeometry();
}

QString ViewList::currentId() const
{
    return currentIndex().data(ViewsModel::IdRole).toString();
}

void ViewList::restoreCurrent()
{
    const QModelIndex index = static_cast<const ViewsModel *>(model())->indexOf(m_currentId);
    if (index.isValid())
        setCurrentIndex(index);
    updateGeometry();
    emit currentIdChanged();
}

void ViewList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        m_currentId = currentId();
    emit currentIdChanged();
}

QSize ViewList::sizeHint() const
{
    const int rows = model() ? std::min(model()->rowCount(), mostRows) : 0;
    const int height = rows == 0 ? 0 : sizeHintForRow(0);
    return {120, rows * height};
}

QSize ViewList::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void ViewList::dropEvent(QDropEvent *event)
{
    // QListView would move rows in the model at once; ours follows the files, and only asks.
    QAbstractItemView::dropEvent(event);
}

void ViewList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    m_active = true;
    emit currentIdChanged();
}

void ViewList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    m_active = event->reason() == Qt::PopupFocusReason || event->reason() == Qt::MenuBarFocusReason
        || event->reason() == Qt::ActiveWindowFocusReason;
    emit currentIdChanged();
}

QAction *ViewList::actionFor(const QKeyEvent &event) const
{
    const QKeySequence keys(event.keyCombination());
    const auto found = std::find_if(m_keyActions.begin(), m_keyActions.end(), [&](const QAction *action) {
        return action->shortcut().matches(keys) == QKeySequence::ExactMatch;
    });
    return found == m_keyActions.end() ? nullptr : *found;
}

bool ViewList::event(QEvent *event)
{
    // An action of the window with the same keys must not have them while the list has the focus.
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void ViewList::keyPressEvent(QKeyEvent *event)
{
    if (QAction *action = actionFor(*event)) {
        action->trigger();
        return;
    }
    const bool shows = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (shows && currentIndex().isValid() && event->modifiers() == Qt::NoModifier)
        emit showRequested(currentId());
    else
        QListView::keyPressEvent(event);
}

} // namespace casebook
