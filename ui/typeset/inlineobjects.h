#pragma once

#include <QImage>
#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>

namespace casebook {

/// Things drawn in a line of text that follow the width of the text: bars of figures, and pictures.
///
/// A document needs install() before it is laid out; the handler lives as long as the document.
class InlineObjects : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    enum Type {
        Bar = QTextFormat::UserObject + 11,
        Picture,
    };

    static void install(QTextDocument *document);
    /// Makes pictures no taller than this: what a page holds. To be called before the document is filled.
    static void limitPictures(QTextDocument *document, qreal height);

    /// A bar as long as `share` (0 to 1) of the text's width, `height` thick; `around` is the format of the text around
    /// it.
    static QTextCharFormat bar(qreal share, qreal height, const QColor &color, const QTextCharFormat &around);
    /// A picture in its own size times `scale`, or smaller where the text less `inset` is narrower. `words` say what it
    /// shows.
    static QTextCharFormat picture(const QImage &image, qreal scale, qreal inset, const QString &words);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    explicit InlineObjects(QTextDocument *document);
};

/// The width that text has between the margins of a document that is laid out; 0 where it has none yet.
qreal textWidthOf(const QTextDocument *document);

} // namespace casebook
