#include "ui/browse/rangesection.h"

#include "core/query/ordinal.h"
#include "ui/browse/rangehistogram.h"

#include <QLineEdit>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBars = 24;

/// The places of the values that are numbers or dates, rising.
std::vector<qsizetype> orderOf(const QList<FacetValue> &values, FieldType type)
{
    std::vector<std::pair<double, qsizetype>> numbers;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (const std::optional<double> number = ordinalOf(values.at(i).value, type, false))
            numbers.emplace_back(*number, i);
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<qsizetype> order;
    order.reserve(numbers.size());
    for (const auto &[number, place] : numbers)
        order.push_back(place);
    return order;
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
    addRange(m_histogram, m_from, m_to);
    connect(m_histogram, &RangeHistogram::barsChosen, this, &RangeSection::chooseBars);
}

void RangeSection::showFacet(const Facet &facet)
{
    FilterSection::showFacet(facet);
    m_histogram->setAccessibleName(tr("Cases by %1").arg(facet.label));
    m_from->setAccessibleName(tr("%1 from").arg(facet.label));
    m_to->setAccessibleName(tr("%1 up to").arg(facet.label));
    const auto sameValue = [](const FacetValue &left, const FacetValue &right) { return left.value == right.value; };
    // Mostly only the counts differ, and there may be thousands of numbers.
    if (!std::equal(m_values.begin(), m_values.end(), facet.values.begin(), facet.values.end(), sameValue))
        m_order = orderOf(facet.values, m_type);
    m_values = facet.values;
    const auto valueAt = [&](qsizetype i) -> const FacetValue & {
        return m_values.at(m_order[static_cast<std::size_t>(i)]);
    };
    const auto size = static_cast<qsizetype>(m_order.size());
    setVisible(size > 0);
    m_spans.clear();
    QList<RangeHistogram::Bar> bars;
    const qsizetype count = std::min(size, mostBars);
    for (qsizetype bar = 0; bar < count; ++bar) {
        const qsizetype begin = bar * size / count;
        const qsizetype end = (bar + 1) * size / count;
        Span span{valueAt(begin).value, valueAt(end - 1).value, 0};
        for (qsizetype i = begin; i < end; ++i)
            span.count += valueAt(i).count;
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
