#include "ui/browse/yearsection.h"

#include "ui/browse/rangehistogram.h"

#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostYears = 200; // drawn; older ones are left out of the picture

} // namespace

YearSection::YearSection(QString path, QWidget *parent)
    : FilterSection(std::move(path), parent),
      m_histogram(new RangeHistogram(this)),
      m_from(new QSpinBox(this)),
      m_to(new QSpinBox(this))
{
    m_histogram->setAccessibleName(tr("Cases by year"));
    m_from->setAccessibleName(tr("From year"));
    m_to->setAccessibleName(tr("To year"));
    for (QSpinBox *box : {m_from, m_to}) {
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignCenter);
        connect(box, &QSpinBox::valueChanged, this, [this] { choose(m_from->value(), m_to->value()); });
    }
    addRange(m_histogram, m_from, m_to);
    connect(m_histogram, &RangeHistogram::barsChosen, this,
            [this](int first, int last) { choose(m_first + first, m_first + last); });
}

void YearSection::showFacet(const Facet &facet)
{
    FilterSection::showFacet(facet);
    int first = 9999;
    int last = 0;
    for (const FacetValue &value : facet.values) {
        const int year = value.value.toInt();
        if (year > 0) {
            first = std::min(first, year);
            last = std::max(last, year);
        }
    }
    setVisible(last > 0);
    if (last == 0)
        return;
    m_first = first = std::max(first, last - mostYears);
    m_last = last;
    QList<RangeHistogram::Bar> bars;
    for (int year = first; year <= last; ++year)
        bars.append({QString::number(year), 0});
    for (const FacetValue &value : facet.values) {
        const int year = value.value.toInt();
        if (year >= first && year <= last)
            bars[year - first].count += value.count;
    }
    m_histogram->setBars(bars);
    for (QSpinBox *box : {m_from, m_to}) {
        const QSignalBlocker blocker(box);
        box->setRange(first, last);
    }
}

void YearSection::showRange(const QString &from, const QString &to)
{
    bool hasFrom = false;
    bool hasTo = false;
    int first = from.toInt(&hasFrom);
    int last = to.toInt(&hasTo);
    first = hasFrom ? first : m_first;
    last = hasTo ? last : m_last;
    const QSignalBlocker fromBlocker(m_from);
    const QSignalBlocker toBlocker(m_to);
    m_from->setValue(first);
    m_to->setValue(last);
    m_histogram->setRange(first - m_first, last - m_first);
}

void YearSection::choose(int from, int to)
{
    if (from > to)
        std::swap(from, to);
    // A bound at the end of all years is no bound: cases that come later are meant too.
    emit rangeRequested(from <= m_first ? QString() : QString::number(from),
                        to >= m_last ? QString() : QString::number(to));
}

} // namespace casebook
