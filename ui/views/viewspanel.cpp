#include "ui/views/viewspanel.h"

#include "ui/theme/flatbutton.h"
#include "ui/views/viewactions.h"
#include "ui/views/viewlist.h"
#include "ui/views/viewsmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

ViewsPanel::ViewsPanel(ViewsModel &model, const ViewActions &actions, QWidget *parent)
    : QWidget(parent),
      m_actions(actions),
      m_model(model),
      m_title(new QToolButton(this)),
      m_update(flatButton(actions.update, this)),
      m_list(new ViewList(this)),
      m_none(new QLabel(tr("None yet: save a filter to come back to it."), this))
{
    setObjectName(u"viewsPanel"_s);
    m_title->setObjectName(u"viewsTitle"_s);
    m_title->setText(tr("Views"));
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setContentsMargins(8, 0, 8, 4);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(4, 6, 6, 2);
    header->setSpacing(2);
    header->addWidget(m_title);
    header->addStretch(1);
    header->addWidget(m_update);
    header->addWidget(flatButton(actions.save, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_list);
    layout->addWidget(m_none);

    m_list->setViewsModel(&model);
    m_list->setKeyActions(actions.listActions());
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ViewsPanel::openMenu);
    connect(m_title, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        emit collapsedChanged(m_collapsed);
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &ViewsPanel::showState);
    connect(actions.update, &QAction::changed, this, &ViewsPanel::showState);
    setCollapsed(false);
}

void ViewsPanel::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    m_title->setArrowType(collapsed ? Qt::RightArrow : Qt::DownArrow);
    m_title->setAccessibleName(collapsed ? tr("Saved views, collapsed") : tr("Saved views"));
    showState();
}

void ViewsPanel::showState()
{
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any && !m_collapsed);
    m_none->setVisible(!any && !m_collapsed);
    m_update->setVisible(m_actions.update->isEnabled());
}

void ViewsPanel::openMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *show = menu->addAction(tr("&Show"), m_list, [this, id = index.data(ViewsModel::IdRole).toString()] {
        emit m_list->showRequested(id);
    });
    show->setEnabled(!index.data(ViewsModel::BrokenRole).toBool());
    QAction *update =
        menu->addAction(m_actions.update->icon(), tr("&Update with What Is Shown"), m_list,
                        [this, id = index.data(ViewsModel::IdRole).toString()] { emit m_list->updateRequested(id); });
    update->setEnabled(show->isEnabled());
    menu->addSeparator();
    menu->addActions(m_actions.listActions());
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace casebook
