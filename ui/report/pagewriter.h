#pragma once

#include "ui/report/pagegeometry.h"
#include "ui/typeset/typestyle.h"

#include <QImage>
#include <QPageRanges>
#include <QPainter>
#include <QPdfWriter>

#include <deque>
#include <functional>
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

/// What stands below the text of a page, and in the middle below that.
struct PageFoot {
    QString left;
    QString right;
    QString middle;
};

/// What of a document goes to a printer.
struct PrintedPages {
    QPageRanges wanted;                    ///< empty: all
    std::function<PageFoot(int)> footOf{}; ///< by page, from 0
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

    /// Draws nothing: counts the pages.
    PageWriter(const PageGeometry &geometry, const TypeStyle &style);
    /// Draws on a printer, where pages come in the document's order and have their feet at once. The sheet is scaled to
    /// the device's, in its middle. The device must outlive the writer; its origin is the corner of its paper.
    PageWriter(QPagedPaintDevice *device, const PageGeometry &geometry, const TypeStyle &style, PrintedPages printed);

    /// Begins with the first page again, on the same printer.
    void startCopy() { m_pages = 0; }
    /// Whether the printer has taken all pages so far.
    bool isPrinting() const { return m_painter.isActive() && !m_refused; }
    /// Whether the page added last is drawn at all.
    bool draws() const { return m_draws; }

    /// A picture that was drawn, with the foot of another page unless that is -1; forgets it. After end().
    QImage takePicture(int page, int foot);

    bool isActive() const { return m_painter.isActive(); }
    bool writesPdf() const { return m_writer != nullptr; }
    int pages() const { return m_pages; }
    void end() { m_painter.end(); }

    /// A page with a slice of a column at the top of the text area less `drop`.
    void addPage(const TextColumn &column, const PageSlice &slice, const PageHead &head, qreal drop = 0);
    /// A slice on the page added last, `down` below the top of the text area.
    void continuePage(const TextColumn &column, const PageSlice &slice, qreal down);
    /// A rule across the page added last, above what is going to stand `down` below the top of the text area.
    void addRule(qreal down);
    /// A page with nothing but a foot, and a line below that in the middle.
    void addFoot(const QString &left, const QString &right, const QString &middle);
    /// On the page added last; in the document's units.
    QPainter &painter() { return m_painter; }

private:
    void beginPage();
    void beginPrinted();
    void beginPicture(QImage &picture);
    void drawFoot(const PageFoot &foot);
    void drawLine(qreal baseline, const QString &left, const QString &right);

    PageGeometry m_geometry;
    TypeStyle m_style;
    QFont m_lineFont; ///< of heads and feet: to look for one anew for each would take longer than to draw it
    std::unique_ptr<QPdfWriter> m_writer; ///< null where pictures are drawn
    QPagedPaintDevice *m_printer = nullptr;
    PrintedPages m_printed;
    int m_printedPages = 0;
    bool m_refused = false; ///< the printer did not take a page
    bool m_draws = true;
    qreal m_pictureScale = 0;      ///< 0 where no pictures are drawn
    std::deque<QImage> m_pictures; ///< by page; null where it is a foot; a deque, for the last one is being painted on
    std::vector<PageFoot> m_feet;  ///< by page
    QPainter m_painter;
    int m_pages = 0;
};

} // namespace casebook
