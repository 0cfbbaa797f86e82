#include "ui/edit/difference/filechangesview.h"

#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/difference/filechangesmodel.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

FileChangesView::FileChangesView(QWidget *parent)
    : QWidget(parent),
      m_model(new FileChangesModel(this)),
      m_list(new QTreeView(this)),
      m_all(new QCheckBox(this)),
      m_difference(new DifferencePanel(this)),
      m_emptyText(tr("Nothing changes."))
{
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(m_difference);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    const int unit = fontMetrics().averageCharWidth();
    splitter->setSizes({unit * 44, unit * 96});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    m_difference->setTitles(tr("Now"), tr("Then"));
    connect(m_model, &FileChangesModel::ticksChanged, this, &FileChangesView::showTicks);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FileChangesView::showCurrent);
    // clicked() alone: a half tick is where single ones were taken away, and never where a person clicks to.
    connect(m_all, &QCheckBox::clicked, this, [this] {
        m_model->tickAll(m_model->tickedCount() < m_model->tickableCount());
        showTicks();
    });
    setChanges({});
}

QWidget *FileChangesView::makeList()
{
    m_all->setObjectName(u"allChanges"_s);
    m_list->setObjectName(u"fileChanges"_s);
    m_list->setAccessibleName(tr("Files that change"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(FileChangesModel::FileColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(FileChangesModel::ChangeColumn, QHeaderView::Interactive);
    m_list->header()->resizeSection(FileChangesModel::ChangeColumn, fontMetrics().averageCharWidth() * 16);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_all);
    column->addWidget(m_list, 1);
    side->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    return side;
}

QSize FileChangesView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 32};
}

void FileChangesView::setChanges(const QList<PlannedChange> &changes)
{
    m_model->setChanges(changes);
    m_list->setCurrentIndex(m_model->index(0, FileChangesModel::FileColumn));
    showCurrent();
}

QList<FileChange> FileChangesView::tickedChanges() const
{
    QList<FileChange> changes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isTicked(row))
            changes.append(m_model->change(row).change);
    }
    return changes;
}

int FileChangesView::tickedCount() const
{
    return m_model->tickedCount();
}

void FileChangesView::setTickable(bool tickable)
{
    m_model->setTickable(tickable);
    m_list->setCurrentIndex(m_model->index(0, FileChangesModel::FileColumn));
    m_all->setVisible(tickable);
}

void FileChangesView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showCurrent();
}

void FileChangesView::showCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) {
        m_difference->showMessage(m_emptyText);
        return;
    }
    const PlannedChange &planned = m_model->change(index.row());
    if (planned.isRefused())
        m_difference->showMessage(planned.refusal);
    else if (planned.change.oldBytes == planned.change.newBytes)
        m_difference->showMessage(tr("Only the name changes."));
    else
        m_difference->compare(planned.change.oldBytes, planned.change.newBytes);
}

void FileChangesView::showTicks()
{
    const int ticked = m_model->tickedCount();
    const int all = m_model->tickableCount();
    m_all->setText(tr("%1 of %Ln file(s)", nullptr, all).arg(locale().toString(ticked)));
    m_all->setEnabled(all > 0);
    m_all->setTristate(ticked > 0 && ticked < all);
    m_all->setCheckState(ticked == 0 ? Qt::Unchecked : ticked < all ? Qt::PartiallyChecked : Qt::Checked);
    emit tickedCountChanged(ticked);
}

} // namespace casebook
