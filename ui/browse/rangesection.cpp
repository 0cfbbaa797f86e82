#include "ui/browse/rangesection.h"

#include "core/query/ordinal.h"
#include "ui/browse/rangehistogram.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideSpace = 8;
constexpr qsizetype mostBars = 24;

/// The values that are numbers or dates, rising.
QList<std::pair<double, FacetValue>> sortedValues(const Facet &facet, FieldType type)
{
    QList<std::pair<double, FacetValue>> values;
    for (const FacetValue &value : facet.values) {
        if (const std::optional<double> number = ordinalOf(value.value, type, false))
            values.append({*number, value});
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    return values;
}

} // namespace

RangeSection::RangeSection(QString path, FieldType type, QWidget *parent)
    : FilterSection(std::move(path), parent),
      m_type(type),
      m_histogram(new RangeHistogram(this)),
      m_from(new QLineEdit(this)),
      m_to(new QLineEdit(this))
{
    for (QLineEdit *field : {m_from, m_to}) {
        field->setAlignment(Qt::AlignCenter);
        connect(field, &QLineEdit::editingFinished, this, &RangeSection::ask);
    }
    auto *range = new QHBoxLayout;
    range->setContentsMargins(sideSpace, 4, sideSpace, 0);
    range->addWidget(m_from, 1);
    range->addWidget(new QLabel(u"–"_s, this));
    range->addWidget(m_to, 1);
    body()->addWidget(m_histogram);
    body()->addLayout(range);
    connect(m_histogram, &RangeHistogram::barsChosen, this, &RangeSection::chooseBars);
}

void RangeSection::showFacet(const Facet &facet)
{
    FilterSection::showFacet(facet);
    m_histogram->setAccessibleName(tr("Cases by %1").arg(facet.label));
    m_from->setAccessibleName(tr("%1 from").arg(facet.label));
    m_to->setAccessibleName(tr("%1 up to").arg(facet.label));
    const QList<std::pair<double, FacetValue>> values = sortedValues(facet, m_type);
    setVisible(!values.isEmpty());
    m_spans.clear();
    QList<RangeHistogram::Bar> bars;
    const qsizetype count = std::min(values.size(), mostBars);
    for (qsizetype bar = 0; bar < count; ++bar) {
        const qsizetype begin = bar * values.size() / count;
        const qsizetype end = (bar + 1) * values.size() / count;
        Span span{values.at(begin).second.value, values.at(end - 1).second.value, 0};
        for (qsizetype i = begin; i < end; ++i)
            span.count += values.at(i).second.count;
        bars.append({span.lowest == span.highest ? span.lowest : span.lowest + u" – "_s + span.highest, span.count});
        m_spans.append(span);
    }
    m_histogram->setBars(bars);
    m_from->setPlaceholderText(m_spans.isEmpty() ? QString() : m_spans.first().lowest);
    m_to->setPlaceholderText(m_spans.isEmpty() ? QString() : m_spans.last().highest);
}

void RangeSection::showRange(const QString &from, const QString &to)
{
    m_askedFrom = from;
    m_askedTo = to;
    if (!m_from->isModified() || !m_from->hasFocus())
        m_from->setText(from);
    if (!m_to->isModified() || !m_to->hasFocus())
        m_to->setText(to);
    markRange();
}

void RangeSection::markRange()
{
    const std::optional<double> from = ordinalOf(m_askedFrom, m_type, false);
    const std::optional<double> to = ordinalOf(m_askedTo, m_type, true);
    int first = 0;
    auto last = static_cast<int>(m_spans.size()) - 1;
    while (from && first < m_spans.size() && ordinalOf(m_spans.at(first).highest, m_type, true) < from)
        ++first;
    while (to && last >= 0 && ordinalOf(m_spans.at(last).lowest, m_type, false) > to)
        --last;
    m_histogram->setRange(first, last);
}

void RangeSection::chooseBars(int first, int last)
{
    // A bound at the end of all values is no bound: cases that come later are meant too.
    const bool all = last + 1 >= m_spans.size();
    emit rangeRequested(first <= 0 ? QString() : m_spans.at(first).lowest, all ? QString() : m_spans.at(last).highest);
}

void RangeSection::ask()
{
    const auto bound = [this](QLineEdit *field, const QString &asked) {
        const QString text = field->text().trimmed();
        const bool good = text.isEmpty() || ordinalOf(text, m_type, false);
        if (!good)
            field->setText(asked); // neither a number nor a date: what holds is shown
        field->setModified(false);
        return good ? text : asked;
    };
    const QString from = bound(m_from, m_askedFrom);
    const QString to = bound(m_to, m_askedTo);
    if (from != m_askedFrom || to != m_askedTo)
        emit rangeRequested(from, to);
}

} // namespace casebook
