#include "ui/report/pagewriter.h"

#include "ui/report/pagebreaks.h"
#include "ui/report/textcolumn.h"

#include <QFontMetricsF>

#include <algorithm>

namespace casebook {

namespace {

constexpr int dotsPerInch = 1200; // fine enough for rules and clips; type has no dots

QFont lineFont(const TypeStyle &style)
{
    QFont font = style.heading;
    font.setPixelSize(std::max(1, qRound(0.78 * style.em))); // points would be reckoned by the device's resolution
    return font;
}

} // namespace

PageWriter::PageWriter(QIODevice *device, const PageGeometry &geometry, const TypeStyle &style)
    : m_geometry(geometry), m_style(style), m_lineFont(lineFont(style)), m_writer(std::make_unique<QPdfWriter>(device))
{
    m_writer->setPageLayout(geometry.layout);
    m_writer->setResolution(dotsPerInch);
    m_painter.begin(m_writer.get());
    const qreal scale = dotsPerInch / geometry.dotsPerInch;
    m_painter.scale(scale, scale);
}

PageWriter::PageWriter(qreal resolution, const PageGeometry &geometry, const TypeStyle &style)
    : m_geometry(geometry),
      m_style(style),
      m_lineFont(lineFont(style)),
      m_pictureScale(resolution / geometry.dotsPerInch)
{
}

PageWriter::PageWriter(const PageGeometry &geometry, const TypeStyle &style)
    : m_geometry(geometry), m_style(style), m_lineFont(lineFont(style)), m_draws(false)
{
}

PageWriter::PageWriter(QPagedPaintDevice *device, const PageGeometry &geometry, const TypeStyle &style,
                       PrintedPages printed)
    : m_geometry(geometry),
      m_style(style),
      m_lineFont(lineFont(style)),
      m_printer(device),
      m_printed(std::move(printed))
{
    if (!m_painter.begin(device))
        return;
    const qreal scale = std::min(device->width() / geometry.sheet.width(), device->height() / geometry.sheet.height());
    m_painter.translate((device->width() - scale * geometry.sheet.width()) / 2,
                        (device->height() - scale * geometry.sheet.height()) / 2);
    m_painter.scale(scale, scale);
}

void PageWriter::beginPrinted()
{
    m_draws = m_printed.wanted.isEmpty() || m_printed.wanted.contains(m_pages);
    if (!m_draws)
        return;
    if (++m_printedPages > 1 && !m_printer->newPage())
        m_refused = true;
    drawFoot(m_printed.footOf(m_pages - 1));
}

void PageWriter::beginPage()
{
    ++m_pages;
    if (m_printer) {
        beginPrinted();
        return;
    }
    if (m_writer) {
        if (m_pages > 1)
            m_writer->newPage();
        return;
    }
    if (m_pictureScale <= 0)
        return;
    if (m_painter.isActive())
        m_painter.end();
    // 16 bits are enough for a look, and half of the memory.
    m_pictures.emplace_back((m_geometry.sheet * m_pictureScale).toSize(), QImage::Format_RGB16);
    m_feet.emplace_back();
    m_pictures.back().fill(Qt::white);
    beginPicture(m_pictures.back());
}

void PageWriter::beginPicture(QImage &picture)
{
    m_painter.begin(&picture);
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    m_painter.scale(m_pictureScale, m_pictureScale);
}

QImage PageWriter::takePicture(int page, int foot)
{
    QImage picture = std::exchange(m_pictures[static_cast<size_t>(page)], QImage());
    if (foot >= 0) {
        beginPicture(picture);
        drawFoot(m_feet[static_cast<size_t>(foot)]);
        m_painter.end();
    }
    return picture;
}

void PageWriter::drawLine(qreal baseline, const QString &left, const QString &right)
{
    const QRectF text = m_geometry.text;
    const QFontMetricsF metrics(m_lineFont);
    const qreal rightWidth = metrics.horizontalAdvance(right);
    const QString fitting = metrics.elidedText(left, Qt::ElideRight, text.width() - rightWidth - 2 * m_style.em);
    m_painter.setFont(m_lineFont);
    m_painter.setPen(m_style.muted);
    if (!fitting.isEmpty())
        m_painter.drawText(QPointF(text.left(), baseline), fitting);
    if (!right.isEmpty())
        m_painter.drawText(QPointF(text.right() - rightWidth, baseline), right);
}

void PageWriter::addPage(const TextColumn &column, const PageSlice &slice, const PageHead &head, qreal drop)
{
    beginPage();
    if (!m_draws)
        return;
    if (!head.left.isEmpty() || !head.right.isEmpty()) {
        const QRectF text = m_geometry.text;
        drawLine(m_geometry.headBaseline, head.left, head.right);
        const qreal y = m_geometry.headBaseline + 0.5 * m_style.em;
        m_painter.setPen(QPen(m_style.rule, 0.05 * m_style.em));
        m_painter.drawLine(QPointF(text.left(), y), QPointF(text.right(), y));
    }
    column.draw(m_painter, slice, m_geometry.text.topLeft() + QPointF(0, drop), m_geometry.text.left() / 2);
}

void PageWriter::continuePage(const TextColumn &column, const PageSlice &slice, qreal down)
{
    if (!m_draws)
        return;
    const QRectF text = m_geometry.text;
    column.draw(m_painter, slice, text.topLeft() + QPointF(0, down), text.left() / 2);
}

void PageWriter::addRule(qreal down)
{
    if (!m_draws)
        return;
    const QRectF text = m_geometry.text;
    const qreal y = text.top() + down - 1.4 * m_style.em;
    m_painter.setPen(QPen(m_style.rule, 0.05 * m_style.em));
    m_painter.drawLine(QPointF(text.left(), y), QPointF(text.right(), y));
}

void PageWriter::addFoot(const QString &left, const QString &right, const QString &middle)
{
    if (m_writer) {
        beginPage();
        drawFoot({left, right, middle});
        return;
    }
    ++m_pages;
    m_pictures.emplace_back();
    m_feet.push_back({left, right, middle});
}

void PageWriter::drawFoot(const PageFoot &foot)
{
    drawLine(m_geometry.footBaseline, foot.left, foot.right);
    if (foot.middle.isEmpty())
        return;
    const QFontMetricsF metrics(m_painter.font());
    const QRectF text = m_geometry.text;
    const QString fitting = metrics.elidedText(foot.middle, Qt::ElideRight, text.width());
    m_painter.setPen(m_style.warning);
    m_painter.drawText(
        QPointF(text.center().x() - metrics.horizontalAdvance(fitting) / 2, m_geometry.footBaseline + 1.5 * m_style.em),
        fitting);
}

} // namespace casebook
