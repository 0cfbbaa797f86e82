#include "ui/browse/casetreeview.h"

#include "ui/browse/casedelegate.h"
#include "ui/browse/casetreemodel.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace casebook {

namespace {

constexpr qsizetype mostRestored = 5000; // selected cases; more are not selected again after a new answer
constexpr double paleness = 0.4;

} // namespace

CaseTreeView::CaseTreeView(QWidget *parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setRootIsDecorated(true);
    setIndentation(20);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegate(new CaseDelegate(this));
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Case studies"));
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_restoring)
            m_collapsed.insert(index.data(CaseTreeModel::GroupValueRole).toString());
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_restoring)
            m_collapsed.remove(index.data(CaseTreeModel::GroupValueRole).toString());
    });
}

void CaseTreeView::setCaseModel(CaseTreeModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &CaseTreeView::rememberScroll);
    setModel(model);
    // After setModel(), so that the view has been reset when we restore.
    connect(model, &QAbstractItemModel::modelReset, this, &CaseTreeView::restore);
    restore();
}

void CaseTreeView::rememberScroll()
{
    m_scroll = verticalScrollBar()->value();
    const QRect current = visualRect(currentIndex());
    m_currentTop = current.isValid() && viewport()->rect().intersects(current) ? current.top() : -1;
    m_restoring = true;
}

void CaseTreeView::restore()
{
    m_restoring = true;
    // Right after a reset expanding only notes what to lay out, so this is quick for any number of groups.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        if (!m_collapsed.contains(group.data(CaseTreeModel::GroupValueRole).toString()))
            expand(group);
    }
    restoreSelection();
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_scroll);
    // What the person is looking at stays where it is, however many rows have come above it.
    if (m_currentTop >= 0 && currentIndex().isValid())
        verticalScrollBar()->setValue(m_scroll + visualRect(currentIndex()).top() - m_currentTop);
    if (m_reveal && currentIndex().isValid()) {
        m_reveal = false;
        scrollTo(currentIndex());
    }
    m_restoring = false;
    emit selectedChanged();
}

void CaseTreeView::restoreSelection()
{
    QItemSelection selection;
    if (m_selected.size() <= mostRestored) {
        for (const QString &id : std::as_const(m_selected)) {
            const QModelIndex index = m_model->indexOf(id, m_currentGroup);
            if (index.isValid())
                selection.select(index, index);
        }
    }
    const QModelIndex current = m_currentId.isEmpty() ? QModelIndex() : m_model->indexOf(m_currentId, m_currentGroup);
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void CaseTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    for (const QModelIndex &index : {current, previous}) { // the frame is around the whole row
        const QRect item = visualRect(index);
        viewport()->update(0, item.top(), viewport()->width(), item.height());
    }
    if (m_restoring)
        return;
    const QString id = current.data(CaseTreeModel::IdRole).toString();
    m_currentGroup = current.data(CaseTreeModel::GroupValueRole).toString();
    if (id.isEmpty() || id == m_currentId)
        return;
    m_currentId = id;
    emit caseActivated(id);
}

void CaseTreeView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (m_restoring)
        return;
    const QStringList ids = selectedIds();
    m_selected = QSet<QString>(ids.begin(), ids.end());
    emit selectedChanged();
}

QStringList CaseTreeView::selectedIds() const
{
    QModelIndexList indexes = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return std::pair(a.internalId(), a.row()) < std::pair(b.internalId(), b.row());
    });
    QStringList ids;
    QSet<QString> known; // a case may stand in several groups
    for (const QModelIndex &index : std::as_const(indexes)) {
        const QString id = index.data(CaseTreeModel::IdRole).toString();
        if (!id.isEmpty() && !known.contains(id)) {
            known.insert(id);
            ids.append(id);
        }
    }
    return ids;
}

void CaseTreeView::selectCase(const QString &id)
{
    const QModelIndex index = m_model->indexOf(id, m_currentGroup);
    if (!index.isValid()) {
        m_currentId = id;
        m_selected = {id};
        m_reveal = true;
        selectAgain();
        return;
    }
    expand(index.parent());
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void CaseTreeView::forget()
{
    m_collapsed.clear();
    m_selected.clear();
    m_currentId.clear();
    m_currentGroup.clear();
    m_scroll = 0;
    m_reveal = false;
    selectAgain();
}

void CaseTreeView::selectAgain()
{
    m_restoring = true;
    restoreSelection();
    m_restoring = false;
    emit selectedChanged();
}

void CaseTreeView::followRename(const QString &from, const QString &to)
{
    if (m_currentId == from)
        m_currentId = to;
    if (m_selected.remove(from))
        m_selected.insert(to);
    selectAgain(); // the answer may know the new name already
}

void CaseTreeView::step(int by)
{
    const QModelIndex from = currentIndex();
    const auto lastRow = [this](int group) { return m_model->rowCount(m_model->index(group, 0)) - 1; };
    int group = by > 0 ? 0 : m_model->rowCount() - 1;
    int row = by > 0 ? 0 : lastRow(group);
    if (m_model->isGroup(from)) {
        group = by > 0 ? from.row() : from.row() - 1;
        row = by > 0 ? 0 : lastRow(group);
    } else if (from.isValid()) {
        group = from.parent().row();
        row = from.row() + by;
        if (row < 0)
            row = lastRow(--group);
        else if (row > lastRow(group)) {
            ++group;
            row = 0;
        }
    }
    if (group < 0 || group >= m_model->rowCount())
        return;
    const QModelIndex index = m_model->index(row, 0, m_model->index(group, 0));
    expand(index.parent());
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void CaseTreeView::setPale(bool pale)
{
    m_pale = pale;
    viewport()->update();
}

void CaseTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->setOpacity(m_pale ? paleness : 1);
    QTreeView::drawRow(painter, option, index);
    if (!hasFocus() || index != currentIndex())
        return;
    // Around the whole row: the delegate knows only the part behind the branch.
    painter->setPen(blend(palette().color(QPalette::Highlight), palette().color(QPalette::Base), 0.75));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
}

void CaseTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    // The style has filled this with the full highlight; the delegate's rows are tinted only.
    painter->fillRect(rect, rowBackground(palette(), selectionModel()->isSelected(index), hasFocus(), false));
    if (index.parent().isValid())
        return;
    // A plain triangle in the text's muted colour: the styles' own ones differ too much in dark palettes.
    const QPointF center(rect.right() - indentation() / 2.0, rect.center().y() + 0.5);
    const double size = 3.5;
    QPolygonF triangle;
    if (isExpanded(index))
        triangle << QPointF(-size, -size * 0.6) << QPointF(size, -size * 0.6) << QPointF(0, size);
    else
        triangle << QPointF(-size * 0.6, -size) << QPointF(size, 0) << QPointF(-size * 0.6, size);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mutedText(palette()));
    painter->drawPolygon(triangle.translated(center));
    painter->restore();
}

} // namespace casebook
