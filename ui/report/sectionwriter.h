#pragma once

#include "ui/report/briefingmeter.h"
#include "ui/report/pagewriter.h"
#include "ui/report/section.h"
#include "ui/report/textcolumn.h"
#include "ui/typeset/textflow.h"

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

/// Typesets texts and puts them on the pages of one PageWriter, one after the other, a document at a time.
///
/// Of one thread, with fonts of its own: a QFont that two threads share would have them exchange what they know of its
/// file. Once the meter says to stop, what is left is not drawn any more.
class SectionWriter {
public:
    /// Builds a text at the end of an empty document.
    using Compose = std::function<void(TextFlow &)>;
    /// Builds one as a document, in one style or another.
    using Typeset = std::function<std::unique_ptr<QTextDocument>(const TypeStyle &)>;
    /// Builds some of the rows of a long list at the end of an empty document.
    using ComposeRows = std::function<void(TextFlow &, int first, int count)>;
    /// Told what is on the page added last: a slice of a document, and how far below the top of the page its corner is.
    using Drawn = std::function<void(const QTextDocument &, const PageSlice &, qreal top)>;

    /// The style of what is printed, made anew: for the thread that asks.
    static TypeStyle paperStyle();

    /// Both must outlive the writer. `file` is what its sections say.
    SectionWriter(const PageGeometry &geometry, BriefingMeter &meter, int file = 0);
    ~SectionWriter();
    Q_DISABLE_COPY_MOVE(SectionWriter)

    /// What to write on. `counts` is false where the pages are but tried out. Answers what was written on before.
    std::unique_ptr<PageWriter> setPages(std::unique_ptr<PageWriter> pages, bool counts = true);
    PageWriter &pages() { return *m_pages; }
    const TypeStyle &style() const { return m_style; }
    /// How much of the text area of the page written last is taken, where more may follow on it; 0: none may.
    qreal used() const { return m_used; }

    /// An empty document for text, as wide as a page's.
    std::unique_ptr<QTextDocument> emptyDocument() const;
    std::unique_ptr<QTextDocument> compose(const TypeStyle &style, const Compose &compose) const;

    Section write(QTextDocument &document, const PageHead &head, qreal drop = 0);
    /// A text on pages of its own, set a little closer where its end would else stand alone on one.
    Section writeFitting(const Typeset &typeset, const PageHead &head);
    /// The same, on the page that the section before has left unfinished.
    Section writeOn(QTextDocument &document, const PageHead &head);
    /// A list of any length: a few pages of it at a time, as Qt wants more memory for a text than its PDF.
    Section writeList(const QString &head, int rows, const ComposeRows &compose, const Drawn &drawn = {});

private:
    /// How a text goes on a page.
    struct Placing {
        PageHead head;
        qreal drop = 0;    ///< how far it begins below the top of its first page
        qreal below = 0;   ///< its first slice goes on the page that is there, so far down; 0: on one of its own
        qreal skipped = 0; ///< of that slice, what is not drawn, as it stands on that page already
        bool rule = false; ///< above that slice
    };

    /// Adds slices of a column to the pages, and them and what is on them to a section.
    void place(Section &section, const TextColumn &column, QList<PageSlice> slices, const Placing &placing,
               const std::function<void(const PageSlice &, qreal top)> &drawn = {});

    const PageGeometry &m_geometry;
    BriefingMeter &m_meter;
    TypeStyle m_style;
    int m_file;
    bool m_counts = true;
    qreal m_used = 0;
    std::unique_ptr<PageWriter> m_pages;
};

/// Else Qt shapes all text twice: to lay it out and to draw it. For a document that is gone before the next one.
void keepGlyphs(const QTextDocument &document);

} // namespace casebook
