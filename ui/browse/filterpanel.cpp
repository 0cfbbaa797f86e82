#include "ui/browse/filterpanel.h"

#include "core/query/ordinal.h"
#include "ui/browse/browser.h"
#include "ui/browse/facetsection.h"
#include "ui/browse/rangesection.h"
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

namespace {

/// Whether a section is of the kind that shows facets of a type.
bool isFor(const FilterSection &section, FieldType type)
{
    if (type == FieldType::Year)
        return qobject_cast<const YearSection *>(&section);
    if (const auto *range = qobject_cast<const RangeSection *>(&section))
        return range->type() == type;
    return !isOrdered(type) && qobject_cast<const FacetSection *>(&section);
}

/// Whether a case may have several values at a path: it is a list, or a part of a list of records.
bool mayHaveSeveral(const Schema &schema, const QString &path)
{
    const Field *field = schema.field(path);
    const Field *whole = schema.field(QStringView(path).left(path.indexOf(u'.')));
    return (field && field->type == FieldType::List)
        || (path.contains(u'.') && whole && whole->type == FieldType::Records);
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

FilterPanel::FilterPanel(Browser &browser, QWidget *parent)
    : QWidget(parent),
      m_browser(browser),
      m_content(new QWidget),
      m_layout(new QVBoxLayout(m_content)),
      m_clear(new QToolButton(this)),
      m_empty(new QLabel(tr("There is nothing to filter by."), m_content))
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
        const auto [from, to] = m_browser.query().range(facet.path);
        section->showRange(from, to);
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
    const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](FilterSection *section) {
        return section->path() == facet.path && isFor(*section, facet.type);
    });
    FilterSection *section = found == m_sections.end() ? makeSection(facet) : *found;
    if (auto *values = qobject_cast<FacetSection *>(section))
        values->setMultiple(mayHaveSeveral(m_browser.corpus().schema(), facet.path));
    return section;
}

FilterSection *FilterPanel::makeSection(const Facet &facet)
{
    FilterSection *section = nullptr;
    if (facet.type == FieldType::Year) {
        section = new YearSection(facet.path, m_content);
    } else if (isOrdered(facet.type)) {
        section = new RangeSection(facet.path, facet.type, m_content);
    } else {
        auto *values = new FacetSection(facet.path, m_content);
        values->setSortedByName(m_byName.contains(facet.path));
        connectValues(values);
        section = values;
    }
    section->setCollapsed(m_collapsed.contains(facet.path));
    connectSection(section);
    return section;
}

void FilterPanel::connectSection(FilterSection *section)
{
    const QString path = section->path();
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

void FilterPanel::connectValues(FacetSection *section)
{
    const QString path = section->path();
    connect(section, &FilterSection::stateRequested, &m_browser,
            [this, path](const QString &value, FacetState state) { m_browser.setFacet(path, value, state); });
    connect(section, &FilterSection::onlyRequested, &m_browser, [this, path](const QString &value) {
        Query query = m_browser.query();
        query.clearField(path);
        query.setFacet(path, value, FacetState::Included);
        m_browser.setQuery(query);
    });
    connect(section, &FacetSection::joinRequested, &m_browser,
            [this, path](FacetJoin join) { m_browser.setFacetJoin(path, join); });
    connect(section, &FacetSection::sortedByNameChanged, this, [this, path](bool byName) {
        if (byName)
            m_byName.insert(path);
        else
            m_byName.remove(path);
    });
}

QStringList FilterPanel::collapsedPaths() const
{
    return sorted(m_collapsed);
}

void FilterPanel::setCollapsedPaths(const QStringList &paths)
{
    m_collapsed = QSet<QString>(paths.begin(), paths.end());
    for (FilterSection *section : std::as_const(m_sections))
        section->setCollapsed(m_collapsed.contains(section->path()));
}

QStringList FilterPanel::pathsByName() const
{
    return sorted(m_byName);
}

void FilterPanel::setPathsByName(const QStringList &paths)
{
    m_byName = QSet<QString>(paths.begin(), paths.end());
    for (FilterSection *section : std::as_const(m_sections)) {
        if (auto *values = qobject_cast<FacetSection *>(section))
            values->setSortedByName(m_byName.contains(values->path()));
    }
}

} // namespace casebook
