#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace casebook {

class CurrentView;
class ViewActions;
class ViewList;
class ViewsModel;

/// The list of saved views under a heading that collapses, with keys to save what is shown and to update the view that
/// has been changed.
class ViewsPanel : public QWidget {
    Q_OBJECT

public:
    /// The model and the actions must outlive the panel.
    ViewsPanel(ViewsModel &model, const ViewActions &actions, QWidget *parent = nullptr);

    ViewList *list() const { return m_list; }
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

signals:
    /// A person has collapsed the list, or opened it.
    void collapsedChanged(bool collapsed);

private:
    void showState();
    void openMenu(const QPoint &place);

    const ViewActions &m_actions;
    ViewsModel &m_model;
    QToolButton *m_title;
    QToolButton *m_update;
    ViewList *m_list;
    QLabel *m_none;
    bool m_collapsed = false;
};

} // namespace casebook
