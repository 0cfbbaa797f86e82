#include "ui/browse/filterpanel.h"

#include "ui/browse/browser.h"
#include "ui/browse/facetsection.h"
#include "ui/browse/yearsection.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

FilterPanel::FilterPanel(Browser &browser, QWidget *parent)
    : QWidget(parent), m_browser(browser), m_content(new QWidget), m_layout(new QVBoxLayout(m_content)),
      m_clear(new QToolButton(this)), m_empty(new QLabel(tr("No field of this corpus is a facet."), m_content))
{
    auto *title = new QLabel(tr("Filters"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_clear->setText(tr("Clear"));
    m_clear->setIcon(icon(u"clear"_s));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setToolTip(tr("Drop all filters and words"));
    m_clear->setObjectName(u"clearFilters"_s);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 6, 6, 6);
    header->addWidget(title, 1);
    header->addWidget(m_clear);

    m_layout->setContentsMargins(4, 0, 4, 8);
    m_layout->setSpacing(2);
    m_empty->setWordWrap(true);
    m_empty->setMargin(8);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The viewport's background is the window's, not the base of a text field.
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(scroll, 1);

    connect(m_clear, &QToolButton::clicked, &browser, &Browser::clearQuery);
    connect(&browser, &Browser::resultChanged, this, &FilterPanel::showResult);
    showResult();
}

void FilterPanel::addAbove(QWidget *widget)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, widget);
}

void FilterPanel::showResult()
{
    const QList<Facet> &facets = m_browser.result().facets;
    m_clear->setEnabled(!m_browser.query().isEmpty());
    m_empty->setVisible(facets.isEmpty());
    QList<FilterSection *> used;
    for (const Facet &facet : facets) {
        FilterSection *section = sectionFor(facet);
        used.append(section);
        section->setVisible(!facet.values.isEmpty());
        section->showFacet(facet);
        if (auto *years = qobject_cast<YearSection *>(section)) {
            const auto [from, to] = m_browser.query().range(facet.path);
            years->showRange(from, to);
        }
    }
    for (FilterSection *section : std::as_const(m_sections)) {
        if (!used.contains(section))
            section->deleteLater();
    }
    if (used == m_sections)
        return;
    m_sections = used;
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        m_layout->insertWidget(static_cast<int>(i), m_sections.at(i));
}

FilterSection *FilterPanel::sectionFor(const Facet &facet)
{
    const bool years = facet.type == FieldType::Year;
    const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](FilterSection *section) {
        return section->path() == facet.path && (qobject_cast<YearSection *>(section) != nullptr) == years;
    });
    if (found != m_sections.end())
        return *found;
    FilterSection *section = years ? static_cast<FilterSection *>(new YearSection(facet.path, m_content)) : new FacetSection(facet.path, m_content);
    section->setCollapsed(m_collapsed.contains(facet.path));
    connectSection(section);
    return section;
}

void FilterPanel::connectSection(FilterSection *section)
{
    const QString path = section->path();
    connect(section, &FilterSection::stateRequested, &m_browser,
            [this, path](const QString &value, FacetState state) { m_browser.setFacet(path, value, state); });
    connect(section, &FilterSection::rangeRequested, &m_browser,
            [this, path](const QString &from, const QString &to) { m_browser.setRange(path, from, to); });
    connect(section, &FilterSection::clearRequested, &m_browser, [this, path] { m_browser.clearField(path); });
    connect(section, &FilterSection::collapsedChanged, this, [this, path](bool collapsed) {
        if (collapsed)
            m_collapsed.insert(path);
        else
            m_collapsed.remove(path);
    });
}

QStringList FilterPanel::collapsedPaths() const
{
    QStringList paths(m_collapsed.begin(), m_collapsed.end());
    paths.sort();
    return paths;
}

void FilterPanel::setCollapsedPaths(const QStringList &paths)
{
    m_collapsed = QSet<QString>(paths.begin(), paths.end());
    for (FilterSection *section : std::as_const(m_sections))
        section->setCollapsed(m_collapsed.contains(section->path()));
}

} // namespace casebook
