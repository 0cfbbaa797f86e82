#include "ui/browse/facetsection.h"

#include "ui/browse/facetrow.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewValues = 8;    // shown of a long list
constexpr int mostValues = 500; // shown on request: more rows than that help nobody, and the query field finds them all

} // namespace

FilterSection::FilterSection(QString path, QWidget *parent)
    : QWidget(parent), m_path(std::move(path)), m_title(new QToolButton(this)), m_clear(new QToolButton(this)),
      m_bodyWidget(new QWidget(this)), m_body(new QVBoxLayout(m_bodyWidget))
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

    auto *header = new QHBoxLayout;
    header->setContentsMargins(0, 0, 0, 0);
    header->setSpacing(0);
    header->addWidget(m_title);
    header->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_bodyWidget);

    connect(m_clear, &QToolButton::clicked, this, &FilterSection::clearRequested);
    connect(m_title, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        emit collapsedChanged(m_collapsed);
    });
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
    m_title->setAccessibleName(m_collapsed ? tr("Filter: %1, collapsed").arg(m_title->text()) : tr("Filter: %1").arg(m_title->text()));
}

void FilterSection::showFacet(const Facet &facet)
{
    m_title->setText(facet.label);
    nameTitle();
    m_clear->setVisible(facet.active);
    m_clear->setToolTip(tr("Drop all conditions on %1").arg(facet.label));
    m_clear->setAccessibleName(m_clear->toolTip());
}

FacetSection::FacetSection(QString path, QWidget *parent) : FilterSection(std::move(path), parent), m_more(new QToolButton(this))
{
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->hide();
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_showAll = !m_showAll;
        updateRows();
    });
}

void FacetSection::showFacet(const Facet &facet)
{
    FilterSection::showFacet(facet);
    m_facet = facet;
    updateRows();
}

void FacetSection::updateRows()
{
    int largest = 1;
    QList<FacetValue> shown;
    for (const FacetValue &value : std::as_const(m_facet.values)) {
        largest = std::max(largest, value.count);
        const bool fits = shown.size() < (m_showAll ? mostValues : fewValues);
        if (fits || value.state != FacetState::Off)
            shown.append(value);
    }
    while (m_rows.size() < shown.size()) {
        auto *row = new FacetRow(this);
        connect(row, &FacetRow::stateRequested, this, [this, row](FacetState state) { emit stateRequested(row->value().value, state); });
        body()->insertWidget(static_cast<int>(m_rows.size()), row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setVisible(i < shown.size());
        if (i < shown.size())
            m_rows.at(i)->showValue(shown.at(i), largest);
    }
    const int hidden = static_cast<int>(m_facet.values.size() - shown.size());
    m_more->setVisible(m_showAll ? m_facet.values.size() > fewValues : hidden > 0);
    m_more->setText(m_showAll ? tr("Show fewer") : tr("%Ln more…", nullptr, hidden));
}

} // namespace casebook
