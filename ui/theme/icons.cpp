#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

/// The pictures are part of a static library: nothing else brings them in. The macro wants to stand outside any namespace.
static bool initPictures()
{
    Q_INIT_RESOURCE(casebook);
    return true;
}

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QColor colorFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    default:
        return palette.color(QPalette::ButtonText);
    }
}

/// Draws an SVG's shape in one colour of the palette.
class TintedEngine : public QIconEngine {
public:
    explicit TintedEngine(QString path) : m_path(std::move(path)) {}

    QIconEngine *clone() const override { return new TintedEngine(m_path); }
    QString key() const override { return u"casebook-tinted"_s; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = colorFor(mode);
        const QString key = m_path + u'/' + QString::number(size.width()) + u'/' + QString::number(scale) + u'/' + color.name(QColor::HexArgb);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(m_path).render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        pixmap = QPixmap::fromImage(image);
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QString m_path;
};

} // namespace

QIcon icon(const QString &name)
{
    static const bool ready = initPictures();
    Q_UNUSED(ready)
    const QString path = u":/icons/actions/"_s + name + u".svg"_s;
    return QFile::exists(path) ? QIcon(new TintedEngine(path)) : QIcon();
}

QIcon programIcon()
{
    static const bool ready = initPictures();
    Q_UNUSED(ready)
    return QIcon(u":/icons/org.casebook.Casebook.svg"_s);
}

} // namespace casebook
