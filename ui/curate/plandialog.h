#pragma once

#include "core/curate/plan.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace casebook {

class PlanView;

/// Shows a plan and asks whether it is to be carried out. It carries out nothing itself: accepted() comes with
/// chosenPlan().
class PlanDialog : public QDialog {
    Q_OBJECT

public:
    explicit PlanDialog(const QString &title, QWidget *parent = nullptr);

    /// A sentence above the list.
    void setExplanation(const QString &text);
    /// The words on the button that agrees, for a number of files.
    void setAction(std::function<QString(int count)> words);
    void setPlan(const Plan &plan);
    /// The plan with the files that are ticked.
    virtual Plan chosenPlan() const;

protected:
    PlanView *view() const { return m_view; }
    /// Where a widget may be put between the explanation and the list.
    QVBoxLayout *head() const { return m_head; }
    void showCount();

private:
    PlanView *m_view;
    QLabel *m_explanation;
    QVBoxLayout *m_head;
    QPushButton *m_accept;
    std::function<QString(int)> m_words;
};

} // namespace casebook
