#pragma once

#include "ui/report/pagegeometry.h"
#include "ui/typeset/typestyle.h"

#include <QPainter>
#include <QPdfWriter>

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

    bool isActive() const { return m_painter.isActive(); }
    int pages() const { return m_pages; }
    void end() { m_painter.end(); }

    /// A page with a slice of a column at the top of the text area less `drop`.
    void addPage(const TextColumn &column, const PageSlice &slice, const PageHead &head, qreal drop = 0);
    /// A page with nothing but a foot.
    void addFoot(const QString &left, const QString &right);
    /// On the page added last; in the document's units.
    QPainter &painter() { return m_painter; }

private:
    void beginPage();
    void drawLine(qreal baseline, const QString &left, const QString &right);

    PageGeometry m_geometry;
    TypeStyle m_style;
    QPdfWriter m_writer;
    QPainter m_painter;
    int m_pages = 0;
};

} // namespace casebook
