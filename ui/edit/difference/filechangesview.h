#pragma once

#include "ui/edit/difference/plannedchange.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QTreeView;
QT_END_NAMESPACE

namespace casebook {

class DifferencePanel;
class FileChangesModel;

/// What is going to happen to several files, to be looked at before it does: a list with a tick for each, and beside it
/// the difference of the chosen one, unified or side by side.
///
/// Every change that can be made is ticked at first. One that is refused cannot be ticked; its reason stands in the
/// place of the difference. Changes that change nothing are not listed. Changes nothing itself: whoever shows it makes
/// the ticked changes. Differences are counted as rows come into sight, so thousands of files cost nothing.
class FileChangesView : public QWidget {
    Q_OBJECT

public:
    explicit FileChangesView(QWidget *parent = nullptr);

    /// Shows other changes, in the order given, the first one chosen.
    void setChanges(const QList<PlannedChange> &changes);
    /// What is ticked, in order.
    QList<FileChange> tickedChanges() const;
    int tickedCount() const;
    /// Without it the list is for looking at only, and all that is not refused counts as ticked.
    void setTickable(bool tickable);
    /// What stands there while nothing is listed; "Nothing changes." at first.
    void setEmptyText(const QString &text);

    QSize sizeHint() const override;

signals:
    /// After setChanges() too.
    void tickedCountChanged(int count);

private:
    QWidget *makeList();
    void showCurrent();
    void showTicks();

    FileChangesModel *m_model;
    QTreeView *m_list;
    QCheckBox *m_all;
    DifferencePanel *m_difference;
    QString m_emptyText;
};

} // namespace casebook
