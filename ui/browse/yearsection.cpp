#include "ui/browse/yearsection.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideSpace = 8;
constexpr int mostYears = 200; // drawn; older ones are left out of the picture

} // namespace

YearHistogram::YearHistogram(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Cases by year"));
}

void YearHistogram::setCounts(int first, const QList<int> &counts)
{
    m_first = first;
    m_counts = counts;
    update();
}

void YearHistogram::setRange(int from, int to)
{
    m_from = from;
    m_to = to;
    update();
}

QSize YearHistogram::sizeHint() const
{
    return {120, 3 * fontMetrics().height()};
}

int YearHistogram::yearAt(double x) const
{
    const double step = (width() - 2.0 * sideSpace) / std::max<qsizetype>(m_counts.size(), 1);
    const int position = std::clamp(static_cast<int>((x - sideSpace) / step), 0, std::max(static_cast<int>(m_counts.size()) - 1, 0));
    return m_first + position;
}

void YearHistogram::paintEvent(QPaintEvent *)
{
    if (m_counts.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor base = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Highlight);
    const int largest = std::max(*std::max_element(m_counts.begin(), m_counts.end()), 1);
    const double step = (width() - 2.0 * sideSpace) / static_cast<double>(m_counts.size());
    const double gap = step > 5 ? 2 : 0.5;
    const int from = m_pressed ? std::min(m_pressed, m_dragged) : m_from;
    const int to = m_pressed ? std::max(m_pressed, m_dragged) : m_to;
    for (qsizetype i = 0; i < m_counts.size(); ++i) {
        const int year = m_first + static_cast<int>(i);
        const bool inside = year >= from && year <= to;
        const double full = height() - 4.0;
        const double tall = m_counts.at(i) == 0 ? 1.5 : std::max(4.0, full * m_counts.at(i) / largest);
        painter.setBrush(blend(inside ? accent : palette().color(QPalette::WindowText), base, inside ? 0.65 : 0.18));
        painter.drawRoundedRect(QRectF(sideSpace + step * static_cast<double>(i), height() - tall, step - gap, tall), 1, 1);
    }
}

void YearHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_counts.isEmpty())
        return;
    m_pressed = m_dragged = yearAt(event->position().x());
    update();
}

void YearHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    m_dragged = yearAt(event->position().x());
    update();
}

void YearHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressed || event->button() != Qt::LeftButton)
        return;
    const auto [from, to] = std::minmax({m_pressed, m_dragged});
    m_pressed = 0;
    emit rangeChosen(from, to);
}

bool YearHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_counts.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int year = yearAt(help->pos().x());
        const int count = m_counts.value(year - m_first);
        QToolTip::showText(help->globalPos(), tr("%1: %Ln case(s)", nullptr, count).arg(year), this);
        return true;
    }
    return QWidget::event(event);
}

YearSection::YearSection(QString path, QWidget *parent)
    : FilterSection(std::move(path), parent), m_histogram(new YearHistogram(this)), m_from(new QSpinBox(this)), m_to(new QSpinBox(this))
{
    m_from->setAccessibleName(tr("From year"));
    m_to->setAccessibleName(tr("To year"));
    for (QSpinBox *box : {m_from, m_to}) {
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignCenter);
        connect(box, &QSpinBox::valueChanged, this, [this] { choose(m_from->value(), m_to->value()); });
    }
    auto *range = new QHBoxLayout;
    range->setContentsMargins(sideSpace, 4, sideSpace, 0);
    range->addWidget(m_from, 1);
    range->addWidget(new QLabel(u"–"_s, this));
    range->addWidget(m_to, 1);
    body()->addWidget(m_histogram);
    body()->addLayout(range);
    connect(m_histogram, &YearHistogram::rangeChosen, this, [this](int from, int to) { choose(from, to); });
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
    QList<int> counts(last - first + 1, 0);
    for (const FacetValue &value : facet.values) {
        const int year = value.value.toInt();
        if (year >= first && year <= last)
            counts[year - first] += value.count;
    }
    m_histogram->setCounts(first, counts);
    for (QSpinBox *box : {m_from, m_to}) {
        const QSignalBlocker blocker(box);
        box->setRange(first, last);
    }
}

void YearSection::showRange(const QString &from, const QString &to)
{
    bool hasFrom = false;
    bool hasTo = false;
    const int first = from.toInt(&hasFrom);
    const int last = to.toInt(&hasTo);
    const QSignalBlocker fromBlocker(m_from);
    const QSignalBlocker toBlocker(m_to);
    m_from->setValue(hasFrom ? first : m_first);
    m_to->setValue(hasTo ? last : m_last);
    m_histogram->setRange(hasFrom ? first : m_first, hasTo ? last : m_last);
}

void YearSection::choose(int from, int to)
{
    if (from > to)
        std::swap(from, to);
    // A bound at the end of all years is no bound: cases that come later are meant too.
    emit rangeRequested(from <= m_first ? QString() : QString::number(from), to >= m_last ? QString() : QString::number(to));
}

} // namespace casebook
