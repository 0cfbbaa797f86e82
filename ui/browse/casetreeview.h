#pragma once

#include <QSet>
#include <QStringList>
#include <QTreeView>

namespace casebook {

class CaseTreeModel;

/// The tree of cases. Keeps, through every answer, which groups are collapsed, which cases are selected, which one is
/// current, and where the view is scrolled to.
class CaseTreeView : public QTreeView {
    Q_OBJECT

public:
    explicit CaseTreeView(QWidget *parent = nullptr);

    /// The model must outlive the view.
    void setCaseModel(CaseTreeModel *model);

    /// The current case's id, "" if there is none or a group is current. Stays while the case is filtered away.
    QString currentId() const { return m_currentId; }
    /// The selected cases that are in the answer, in its order.
    QStringList selectedIds() const;
    /// Makes a case current and selects it alone; opens its group. One that is not in the answer is the current one
    /// nevertheless, and is selected and shown as soon as it is there.
    void selectCase(const QString &id);
    /// From now on the id has this name: a file was renamed.
    void followRename(const QString &from, const QString &to);
    /// Nothing is selected, current or collapsed any more: another corpus comes.
    void forget();
    /// Whether rows stand back, for what they show is about to change.
    void setPale(bool pale);
    /// Goes to the case after (or before) the current one, through groups, opening them.
    void step(int by);

signals:
    /// A case has become current by a person's or the program's doing; "" for none.
    void caseActivated(const QString &id);
    /// Another set of cases is selected.
    void selectedChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void rememberScroll();
    void restore();
    void restoreSelection();
    void selectAgain();

    CaseTreeModel *m_model = nullptr;
    QSet<QString> m_collapsed; ///< values of groups
    QSet<QString> m_selected;  ///< ids
    QString m_currentId;
    QString m_currentGroup;    ///< the value of the group in which the current case was chosen
    int m_scroll = 0;
    int m_currentTop = -1;     ///< where the current row is in the viewport, in pixels; -1: out of sight
    bool m_restoring = false;
    bool m_pale = false;
    bool m_reveal = false;     ///< the current case is to be scrolled to when it is in the answer
};

} // namespace casebook
