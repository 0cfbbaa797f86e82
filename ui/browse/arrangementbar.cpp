#include "ui/browse/arrangementbar.h"

#include "core/evidence/evidencefields.h"
#include "ui/browse/browser.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array sortKeys{SortKey::Relevance, SortKey::Year, SortKey::Title, SortKey::Organization,
                              SortKey::Evidence};

QString sortLabel(SortKey key)
{
    switch (key) {
    case SortKey::Relevance:
        return ArrangementBar::tr("Relevance");
    case SortKey::Year:
        return ArrangementBar::tr("Year");
    case SortKey::Title:
        return ArrangementBar::tr("Title");
    case SortKey::Organization:
        return ArrangementBar::tr("Organization");
    case SortKey::Evidence:
        return ArrangementBar::tr("Evidence");
    }
    return {};
}

QToolButton *menuButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setMenu(new QMenu(button));
    return button;
}

} // namespace

ArrangementBar::ArrangementBar(Browser &browser, QWidget *parent)
    : QWidget(parent),
      m_browser(browser),
      m_group(menuButton(u"group"_s, tr("Group by"), this)),
      m_sort(menuButton(u"sort"_s, tr("Sort by"), this))
{
    m_group->setObjectName(u"groupBy"_s);
    m_sort->setObjectName(u"sortBy"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_group);
    layout->addWidget(m_sort);
    layout->addStretch(1);
    connect(m_group->menu(), &QMenu::aboutToShow, this, &ArrangementBar::fillGroupMenu);
    connect(m_sort->menu(), &QMenu::aboutToShow, this, &ArrangementBar::fillSortMenu);
    connect(&browser, &Browser::resultChanged, this, &ArrangementBar::showArrangement);
    showArrangement();
}

QString ArrangementBar::groupPath() const
{
    const QString path = m_browser.arrangement().groupPath;
    return path.isEmpty() ? m_browser.corpus().schema().fieldOf(role::group) : path;
}

void ArrangementBar::showArrangement()
{
    const QString path = groupPath();
    m_group->setText(path.isEmpty() ? tr("No groups") : m_browser.corpus().schema().fieldLabel(path));
    m_sort->setText(m_browser.query().sortPath.isEmpty()
                        ? sortLabel(m_browser.arrangement().sort)
                        : m_browser.corpus().schema().fieldLabel(m_browser.query().sortPath));
}

void ArrangementBar::fillGroupMenu()
{
    m_group->menu()->clear();
    const Schema &schema = m_browser.corpus().schema();
    for (const QString &path : Search::groupingPaths(schema)) {
        QAction *action = m_group->menu()->addAction(schema.fieldLabel(path), this, [this, path] {
            Arrangement arrangement = m_browser.arrangement();
            arrangement.groupPath = path;
            m_browser.setArrangement(arrangement);
        });
        action->setCheckable(true);
        action->setChecked(path == groupPath());
    }
}

void ArrangementBar::fillSortMenu()
{
    m_sort->menu()->clear();
    for (const SortKey key : sortKeys) {
        if (key == SortKey::Evidence && !m_browser.corpus().schema().isComputed(evidenceField))
            continue;
        QAction *action = m_sort->menu()->addAction(sortLabel(key), this, [this, key] {
            Query query = m_browser.query();
            query.sortPath.clear();
            m_browser.setQuery(query);
            Arrangement arrangement = m_browser.arrangement();
            arrangement.sort = key;
            m_browser.setArrangement(arrangement);
        });
        action->setCheckable(true);
        action->setChecked(m_browser.query().sortPath.isEmpty() && key == m_browser.arrangement().sort);
    }
}

} // namespace casebook
