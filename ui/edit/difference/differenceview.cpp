#include "ui/edit/difference/differenceview.h"

#include "ui/edit/difference/differencedelegate.h"
#include "ui/edit/difference/differencemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Rows of which each is measured; more of them would take longer than a person should wait.
constexpr int mostWrapped = 4000;

} // namespace

DifferenceView::DifferenceView(DifferenceModel *model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new DifferenceDelegate(*model, this))
{
    setObjectName(u"differenceView"_s);
    setAccessibleName(tr("Differences"));
    setFrameShape(QFrame::NoFrame);
    setModel(model);
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    connect(model, &QAbstractItemModel::modelReset, this, &DifferenceView::adapt);
    connect(model, &QAbstractItemModel::rowsInserted, this, &DifferenceView::adapt);
    connect(this, &QListView::clicked, this, &DifferenceView::clickRow);
    connect(this, &QListView::doubleClicked, this, &DifferenceView::activateRow);
    adapt();
}

void DifferenceView::adapt()
{
    const bool isLong = m_model->rowCount() > mostWrapped;
    m_delegate->setWrapping(!isLong);
    setUniformItemSizes(isLong);
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        goToRow(0);
}

int DifferenceView::currentHunk() const
{
    int hunk = -1;
    for (int row = currentIndex().isValid() ? currentIndex().row() : -1; row >= 0 && hunk < 0; --row)
        hunk = m_model->row(row).hunk;
    return hunk;
}

bool DifferenceView::step(int step)
{
    const int current = currentHunk();
    const bool isInside = current >= 0 && m_model->row(currentIndex().row()).hunk == current;
    // From below a difference, the previous one is that difference.
    const int wanted = current + step + (step < 0 && current >= 0 && !isInside ? 1 : 0);
    if (wanted < 0 || wanted >= m_model->difference().hunks().size())
        return false;
    goToHunk(wanted);
    return true;
}

// Nothing is selected by it: the colours tell more.
void DifferenceView::goToRow(int row)
{
    clearSelection();
    selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::NoUpdate);
}

void DifferenceView::goToHunk(int hunk)
{
    const QModelIndex index = m_model->index(m_model->rowOfHunk(hunk));
    if (!index.isValid())
        return;
    goToRow(index.row());
    scrollTo(m_model->index(std::max(0, index.row() - 3)), PositionAtTop); // with what stands above it
}

QString DifferenceView::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex());
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &index : std::as_const(rows)) {
        if (m_model->row(index.row()).kind != DifferenceRow::Kind::Hidden)
            text += m_model->plainText(index.row()) + u'\n';
    }
    return text;
}

void DifferenceView::clickRow(const QModelIndex &index)
{
    if (m_model->row(index.row()).kind == DifferenceRow::Kind::Hidden)
        m_model->open(index.row());
}

void DifferenceView::activateRow(const QModelIndex &index)
{
    const DifferenceRow &row = m_model->row(index.row());
    if (row.kind == DifferenceRow::Kind::Hidden) {
        const int place = index.row();
        m_model->open(place);
        goToRow(place);
        return;
    }
    const int line = row.newLine >= 0 ? row.newLine : m_model->difference().hunks().at(row.hunk).newFirst;
    emit lineActivated(std::min(line, std::max(0, m_model->difference().lineCount(TextSide::New) - 1)));
}

void DifferenceView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
    } else if (isPlain && event->key() == Qt::Key_N) {
        step(1);
    } else if (isPlain && event->key() == Qt::Key_P) {
        step(-1);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isPlain
               && currentIndex().isValid()) {
        activateRow(currentIndex());
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void DifferenceView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace casebook
