#include "ui/browse/filtersection.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideSpace = 8; // logical pixels

} // namespace

FilterSection::FilterSection(QString path, QWidget *parent)
    : QWidget(parent),
      m_path(std::move(path)),
      m_title(new QToolButton(this)),
      m_clear(new QToolButton(this)),
      m_heading(new QHBoxLayout),
      m_bodyWidget(new QWidget(this)),
      m_body(new QVBoxLayout(m_bodyWidget))
{
    m_title->setAutoRaise(true);
    m_title->setArrowType(Qt::DownArrow);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_clear->setIcon(icon(u"clear"_s));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->hide();
    m_body->setContentsMargins(0, 0, 0, 6);
    m_body->setSpacing(0);

    m_heading->setContentsMargins(0, 0, 0, 0);
    m_heading->setSpacing(0);
    m_heading->addWidget(m_title);
    m_heading->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_heading);
    layout->addWidget(m_bodyWidget);

    connect(m_clear, &QToolButton::clicked, this, &FilterSection::clearRequested);
    connect(m_title, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        emit collapsedChanged(m_collapsed);
    });
}

void FilterSection::addToHeading(QToolButton *button)
{
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_heading->insertWidget(m_heading->count() - 1, button);
    setTabOrder(button, m_clear);
}

void FilterSection::addRange(QWidget *picture, QWidget *from, QWidget *to)
{
    auto *range = new QHBoxLayout;
    range->setContentsMargins(sideSpace, 4, sideSpace, 0);
    range->addWidget(from, 1);
    range->addWidget(new QLabel(u"–"_s, this));
    range->addWidget(to, 1);
    m_body->addWidget(picture);
    m_body->addLayout(range);
}

void FilterSection::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    m_title->setArrowType(collapsed ? Qt::RightArrow : Qt::DownArrow);
    m_bodyWidget->setVisible(!collapsed);
    nameTitle();
}

void FilterSection::nameTitle()
{
    m_title->setAccessibleName(m_collapsed ? tr("Filter: %1, collapsed").arg(m_label) : tr("Filter: %1").arg(m_label));
}

void FilterSection::showFacet(const Facet &facet)
{
    if (facet.label != m_label) {
        m_label = facet.label;
        m_title->setText(m_label);
        m_clear->setToolTip(tr("Drop all conditions on %1").arg(m_label));
        m_clear->setAccessibleName(m_clear->toolTip());
        nameTitle();
    }
    m_clear->setVisible(facet.active);
}

void FilterSection::showRange(const QString &, const QString &) {}

} // namespace casebook
