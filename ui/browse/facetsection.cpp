#include "ui/browse/facetsection.h"

#include "core/base/fold.h"
#include "ui/browse/facetrow.h"
#include "ui/browse/findvalue.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QCollator>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewValues = 8;    // shown of a long list
constexpr int manyValues = 12;  // from here on one can look for a value
constexpr int mostValues = 500; // shown on request: more rows than that help nobody, and the search finds them all

/// Whether only counts and states differ, as after most keystrokes.
bool sameValues(const QList<FacetValue> &left, const QList<FacetValue> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto &one, const auto &other) {
        return one.value == other.value && one.label == other.label;
    });
}

} // namespace

FacetSection::FacetSection(QString path, QWidget *parent)
    : FilterSection(std::move(path), parent),
      m_menu(new QToolButton(this)),
      m_join(new QToolButton(this)),
      m_find(new FindValue(this)),
      m_findLine(new QHBoxLayout),
      m_none(new QLabel(tr("No such value"), this)),
      m_more(new QToolButton(this))
{
    addToHeading(m_join);
    addToHeading(m_menu);
    makeMenu();
    makeFind();
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->hide();
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_showAll = !m_showAll;
        updateRows();
    });
    m_join->setObjectName(u"facetJoin"_s);
    m_join->hide();
    connect(m_join, &QToolButton::clicked, this,
            [this] { emit joinRequested(m_facet.join == FacetJoin::Any ? FacetJoin::All : FacetJoin::Any); });
}

void FacetSection::makeMenu()
{
    m_menu->setObjectName(u"facetMenu"_s);
    m_menu->setIcon(icon(u"more"_s));
    // Not the button's own menu, whose arrow would stand behind each heading.
    auto *menu = new QMenu(m_menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    connect(m_menu, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
}

void FacetSection::makeFind()
{
    m_find->hide();
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setContentsMargins(8, 2, 8, 2);
    m_none->hide();
    m_findLine->addWidget(m_find);
    body()->addLayout(m_findLine);
    body()->addWidget(m_none);
    connect(m_find, &QLineEdit::textChanged, this, &FacetSection::updateRows);
}

void FacetSection::fillMenu(QMenu *menu)
{
    menu->clear();
    const auto add = [&](QActionGroup *group, const QString &text, bool checked, auto chosen) {
        QAction *action = menu->addAction(text, this, chosen);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(checked);
    };
    const auto sortBy = [this](bool byName) {
        return [this, byName] {
            setSortedByName(byName);
            emit sortedByNameChanged(byName);
        };
    };
    auto *order = new QActionGroup(menu);
    add(order, tr("Sort by &Count"), !m_byName, sortBy(false));
    add(order, tr("Sort by &Name"), m_byName, sortBy(true));
    if (!m_multiple)
        return;
    menu->addSeparator();
    auto *join = new QActionGroup(menu);
    const auto ask = [this](FacetJoin wanted) { return [this, wanted] { emit joinRequested(wanted); }; };
    add(join, tr("Cases with A&ny of the Included"), m_facet.join == FacetJoin::Any, ask(FacetJoin::Any));
    add(join, tr("Cases with A&ll of the Included"), m_facet.join == FacetJoin::All, ask(FacetJoin::All));
}

void FacetSection::setMultiple(bool multiple)
{
    m_multiple = multiple;
    showJoin();
}

void FacetSection::setSortedByName(bool byName)
{
    if (byName == m_byName)
        return;
    m_byName = byName;
    m_folded.clear();
    sortValues();
    updateRows();
}

void FacetSection::showFacet(const Facet &facet)
{
    if (facet.label != label()) {
        m_menu->setToolTip(tr("Order of %1").arg(facet.label));
        m_menu->setAccessibleName(tr("Order of the filter %1").arg(facet.label));
        m_find->setPlaceholderText(tr("Find in %1").arg(facet.label));
        m_find->setAccessibleName(m_find->placeholderText());
    }
    FilterSection::showFacet(facet);
    if (!sameValues(facet.values, m_facet.values)) {
        m_order.clear();
        m_folded.clear();
    }
    m_facet = facet;
    sortValues();
    updateRows();
    showJoin();
}

void FacetSection::sortValues()
{
    m_sorted = m_facet.values;
    if (!m_byName)
        return;
    if (m_order.empty())
        findOrder();
    for (qsizetype i = 0; i < m_sorted.size(); ++i)
        m_sorted[i] = m_facet.values.at(m_order[static_cast<std::size_t>(i)]);
}

void FacetSection::findOrder()
{
    // The C locale knows no names, only bytes.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, qsizetype>> order;
    for (qsizetype i = 0; i < m_facet.values.size(); ++i)
        order.emplace_back(collator.sortKey(m_facet.values.at(i).label), i);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    m_order.clear();
    for (const auto &[key, place] : order)
        m_order.push_back(place);
}

void FacetSection::showJoin()
{
    const auto included = std::count_if(m_sorted.begin(), m_sorted.end(),
                                        [](const FacetValue &value) { return value.state == FacetState::Included; });
    const bool all = m_facet.join == FacetJoin::All;
    m_join->setVisible(m_multiple && (all || included > 1));
    m_join->setText(all ? tr("all") : tr("any"));
    m_join->setToolTip(all ? tr("Cases must have all of the included values: press for any of them")
                           : tr("Cases must have any of the included values: press for all of them"));
    m_join->setAccessibleName(m_join->toolTip());
}

QList<FacetValue> FacetSection::shownValues()
{
    QList<FacetValue> shown;
    const QByteArray needle = m_find->isHidden() ? QByteArray() : fold(m_find->text().simplified());
    if (needle.isEmpty()) {
        for (const FacetValue &value : std::as_const(m_sorted)) {
            const bool fits = shown.size() < (m_showAll ? mostValues : fewValues);
            if (fits || value.state != FacetState::Off)
                shown.append(value);
        }
        return shown;
    }
    if (m_folded.isEmpty()) {
        for (const FacetValue &value : std::as_const(m_sorted))
            m_folded.append(fold(value.label == value.value ? value.label : value.label + u'\n' + value.value));
    }
    for (qsizetype i = 0; i < m_sorted.size() && shown.size() < mostValues; ++i) {
        if (m_folded.at(i).contains(needle))
            shown.append(m_sorted.at(i));
    }
    return shown;
}

FacetRow *FacetSection::rowAt(qsizetype i)
{
    while (m_rows.size() <= i) {
        auto *row = new FacetRow(this);
        connect(row, &FacetRow::stateRequested, this,
                [this, row](FacetState state) { emit stateRequested(row->value().value, state); });
        connect(row, &FacetRow::onlyRequested, this, [this, row] { emit onlyRequested(row->value().value); });
        body()->insertWidget(body()->indexOf(m_none), row);
        setTabOrder(m_rows.isEmpty() ? static_cast<QWidget *>(m_find) : m_rows.last(), row);
        m_rows.append(row);
    }
    return m_rows.at(i);
}

void FacetSection::updateRows()
{
    const bool many = m_sorted.size() >= manyValues;
    m_find->setVisible(many);
    m_findLine->setContentsMargins(many ? QMargins(6, 2, 8, 4) : QMargins()); // as the boxes and counts below it
    const bool finding = !m_find->isHidden() && !m_find->text().trimmed().isEmpty();
    int largest = 1;
    for (const FacetValue &value : std::as_const(m_sorted))
        largest = std::max(largest, value.count);
    const QList<FacetValue> shown = shownValues();
    for (qsizetype i = 0; i < shown.size(); ++i) {
        rowAt(i)->showValue(shown.at(i), largest);
        m_rows.at(i)->show();
    }
    for (qsizetype i = shown.size(); i < m_rows.size(); ++i)
        m_rows.at(i)->hide();
    const auto hidden = static_cast<int>(m_sorted.size() - shown.size());
    m_none->setVisible(finding && shown.isEmpty());
    m_more->setVisible(!finding && (m_showAll ? m_sorted.size() > fewValues : hidden > 0));
    m_more->setText(m_showAll ? tr("Show fewer") : tr("%Ln more…", nullptr, hidden));
}

} // namespace casebook
