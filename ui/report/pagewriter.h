#pragma once

#include "ui/report/pagegeometry.h"
#include "ui/typeset/typestyle.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>

#include <memory>
#include <utility>
#include <vector>

namespace casebook {

class TextColumn;
struct PageSlice;

/// What stands above the text of a page.
struct PageHead {
    QString left;
    QString right;
};

/// Writes the pages of a PDF one after the other, in whatever order they come. Of one thread.
///
/// A page's number is its place in that order, from 0. Qt ends the file in the destructor, or in end().
class PageWriter {
public:
    /// The device must be open and outlive the writer.
    PageWriter(QIODevice *device, const PageGeometry &geometry, const TypeStyle &style);
    /// Draws pictures in place of a PDF. Of a page with nothing but a foot only the words are kept.
    PageWriter(qreal dotsPerInch, const PageGeometry &geometry, const TypeStyle &style);

    /// A picture that was drawn, with the foot of another page unless that is -1; forgets it. After end().
    QImage takePicture(int page, int foot);

    bool isActive() const { return m_painter.isActive(); }
    int pages() const { return m_pages; }
    void end() { m_painter.end(); }

    /// A page with a slice of a column at the top of the text area less `drop`.
    void addPage(const TextColumn &column, const PageSlice &slice, const PageHead &head, qreal drop = 0);
    /// A slice on the page added last, `down` below the top of the text area, with a rule above it.
    void continuePage(const TextColumn &column, const PageSlice &slice, qreal down);
    /// A page with nothing but a foot, and a line below that in the middle.
    void addFoot(const QString &left, const QString &right, const QString &middle);
    /// On the page added last; in the document's units.
    QPainter &painter() { return m_painter; }

private:
    struct Foot {
        QString left;
        QString right;
        QString middle;
    };

    void beginPage();
    void beginPicture(QImage &picture);
    void drawFoot(const Foot &foot);
    void drawLine(qreal baseline, const QString &left, const QString &right);

    PageGeometry m_geometry;
    TypeStyle m_style;
    std::unique_ptr<QPdfWriter> m_writer; ///< null where pictures are drawn
    qreal m_pictureScale = 1;
    std::vector<QImage> m_pictures; ///< by page; null where it is a foot
    std::vector<Foot> m_feet;       ///< by page
    QPainter m_painter;
    int m_pages = 0;
};

} // namespace casebook
