#include "ui/typeset/inlineobjects.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QTextDocument>
#include <QTextFrame>

#include <algorithm>
#include <cmath>

namespace casebook {

namespace {

enum Property {
    ShareProperty = QTextFormat::UserProperty + 110,
    HeightProperty,
    ColorProperty,
    ImageProperty,
    ScaleProperty,
    InsetProperty,
};

constexpr qreal widthWithoutLayout = 600;
constexpr char pictureLimit[] = "pictureLimit"; // of a document

// How much larger a unit is where the document is laid out for another device, as QTextDocument::print() does.
qreal deviceScale(const QTextDocument *document)
{
    const QPaintDevice *device = document->documentLayout()->paintDevice();
    const QScreen *screen = QGuiApplication::primaryScreen();
    return device ? device->logicalDpiY() / (screen ? screen->logicalDotsPerInch() : 96) : 1;
}

QSizeF barSize(const QTextFormat &format, const QTextDocument *document, qreal width)
{
    return {std::max(2.0, format.doubleProperty(ShareProperty) * width),
            format.doubleProperty(HeightProperty) * deviceScale(document)};
}

QSizeF pictureSize(const QTextFormat &format, const QTextDocument *document, qreal width)
{
    const qreal device = deviceScale(document);
    const QSize pixels = qvariant_cast<QImage>(format.property(ImageProperty)).size();
    const QSizeF natural = pixels * format.doubleProperty(ScaleProperty) * device;
    const qreal pageHeight = document->pageSize().height();
    const qreal limit = document->property(pictureLimit).toReal();
    const qreal room = std::floor(width - format.doubleProperty(InsetProperty) * device) - 1;
    const QSizeF largest(std::max(16.0, room), limit > 0 ? limit : pageHeight > 0 ? pageHeight * 0.7 : 2 * width);
    const bool fits = natural.width() <= largest.width() && natural.height() <= largest.height();
    return fits ? natural : natural.scaled(largest, Qt::KeepAspectRatio);
}

} // namespace

InlineObjects::InlineObjects(QTextDocument *document) : QObject(document) {}

void InlineObjects::install(QTextDocument *document)
{
    if (document->findChild<InlineObjects *>(QString(), Qt::FindDirectChildrenOnly))
        return;
    auto *objects = new InlineObjects(document);
    document->documentLayout()->registerHandler(Bar, objects);
    document->documentLayout()->registerHandler(Picture, objects);
}

void InlineObjects::limitPictures(QTextDocument *document, qreal height)
{
    document->setProperty(pictureLimit, height);
}

QTextCharFormat InlineObjects::bar(qreal share, qreal height, const QColor &color, const QTextCharFormat &around)
{
    QTextCharFormat format = around;
    format.setObjectType(Bar);
    format.setVerticalAlignment(QTextCharFormat::AlignBaseline);
    format.setProperty(ShareProperty, std::clamp(share, 0.0, 1.0));
    format.setProperty(HeightProperty, height);
    format.setProperty(ColorProperty, color);
    return format;
}

QTextCharFormat InlineObjects::picture(const QImage &image, qreal scale, qreal inset, const QString &words)
{
    QTextCharFormat format;
    format.setObjectType(Picture);
    format.setProperty(ImageProperty, image);
    format.setProperty(ScaleProperty, scale);
    format.setProperty(InsetProperty, inset);
    if (!words.isEmpty())
        format.setToolTip(words);
    return format;
}

QSizeF InlineObjects::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const qreal known = textWidthOf(document);
    const qreal width = known > 0 ? known : widthWithoutLayout;
    return format.objectType() == Bar ? barSize(format, document, width) : pictureSize(format, document, width);
}

void InlineObjects::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    painter->save();
    if (format.objectType() == Bar) {
        const qreal radius = std::min(rect.height(), rect.width()) * 0.2;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(qvariant_cast<QColor>(format.property(ColorProperty)));
        painter->drawRoundedRect(rect, radius, radius);
    } else {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(rect, qvariant_cast<QImage>(format.property(ImageProperty)));
    }
    painter->restore();
}

qreal textWidthOf(const QTextDocument *document)
{
    const QTextFrameFormat root = document->rootFrame()->frameFormat();
    return std::max(0.0, document->textWidth() - root.leftMargin() - root.rightMargin());
}

} // namespace casebook
