#include "ui/report/pagewriter.h"

#include "ui/report/pagebreaks.h"
#include "ui/report/textcolumn.h"

#include <QFontMetricsF>

#include <algorithm>

namespace casebook {

namespace {

constexpr int dotsPerInch = 1200; // fine enough for rules and clips; type has no dots

} // namespace

PageWriter::PageWriter(QIODevice *device, const PageGeometry &geometry, const TypeStyle &style)
    : m_geometry(geometry), m_style(style), m_writer(device)
{
    m_writer.setPageLayout(geometry.layout);
    m_writer.setResolution(dotsPerInch);
    m_painter.begin(&m_writer);
    const qreal scale = dotsPerInch / geometry.dotsPerInch;
    m_painter.scale(scale, scale);
}

void PageWriter::beginPage()
{
    if (m_pages++ > 0)
        m_writer.newPage();
}

void PageWriter::drawLine(qreal baseline, const QString &left, const QString &right)
{
    const QRectF text = m_geometry.text;
    QFont font = m_style.heading;
    font.setPixelSize(std::max(1, qRound(0.78 * m_style.em))); // points would be reckoned by the device's resolution
    const QFontMetricsF metrics(font);
    const qreal rightWidth = metrics.horizontalAdvance(right);
    const QString fitting = metrics.elidedText(left, Qt::ElideRight, text.width() - rightWidth - 2 * m_style.em);
    m_painter.setFont(font);
    m_painter.setPen(m_style.muted);
    if (!fitting.isEmpty())
        m_painter.drawText(QPointF(text.left(), baseline), fitting);
    if (!right.isEmpty())
        m_painter.drawText(QPointF(text.right() - rightWidth, baseline), right);
}

void PageWriter::addPage(const TextColumn &column, const PageSlice &slice, const PageHead &head, qreal drop)
{
    beginPage();
    if (!head.left.isEmpty() || !head.right.isEmpty()) {
        const QRectF text = m_geometry.text;
        drawLine(m_geometry.headBaseline, head.left, head.right);
        const qreal y = m_geometry.headBaseline + 0.5 * m_style.em;
        m_painter.setPen(QPen(m_style.rule, 0.05 * m_style.em));
        m_painter.drawLine(QPointF(text.left(), y), QPointF(text.right(), y));
    }
    column.draw(m_painter, slice, m_geometry.text.topLeft() + QPointF(0, drop), m_geometry.text.left() / 2);
}

void PageWriter::addFoot(const QString &left, const QString &right)
{
    beginPage();
    drawLine(m_geometry.footBaseline, left, right);
}

} // namespace casebook
