#pragma once

#include "core/curate/plan.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
QT_END_NAMESPACE

namespace casebook {

class FileChangesView;

/// A plan to be looked at: its files with a tick for each, their differences, and what is left out and why; while it is
/// being made, how far that has come.
class PlanView : public QWidget {
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    /// The plan, with the files chosen that are ticked.
    Plan chosenPlan() const;
    int chosenCount() const;
    /// What stands there while there is no plan.
    void showNothing(const QString &message);
    /// The plan is being made.
    void showProgress(int done, int total);

signals:
    void chosenCountChanged(int count);

private:
    void showSummary();

    Plan m_plan;
    FileChangesView *m_changes;
    QLabel *m_summary;
    QProgressBar *m_progress;
};

} // namespace casebook
