#pragma once

#include "core/exporters/sourceindex.h"
#include "ui/report/briefing.h"
#include "ui/report/briefingplan.h"
#include "ui/report/contentspage.h"
#include "ui/report/pagegeometry.h"
#include "ui/report/pagewriter.h"
#include "ui/report/pdffinish.h"
#include "ui/report/textcolumn.h"

#include <QSet>
#include <QTemporaryFile>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

struct MarkdownNode;

/// Lays out one briefing, page by page, into a file that is gone afterwards. Used once.
///
/// Cases are laid out once, one at a time, and long lists a piece at a time, so that memory holds no more than that of
/// the text. What needs the numbers of pages (contents, feet) is written after the cases, and finishPdf() puts the
/// pages in order.
class BriefingLayout {
public:
    /// `options` are complete: they have a title and a date. The corpus must outlive the layout.
    BriefingLayout(const Corpus &corpus, BriefingPlan plan, const BriefingOptions &options);
    ~BriefingLayout();

    /// Lays out all pages of a PDF, which an Error calls `name`.
    Result<void> run(const QString &name, const BriefingProgress &progress);
    /// Then writes the PDF to a device that is open. What this refuses is not an Error here.
    Result<void> finish(QIODevice &target);
    /// The pages as pictures: see drawBriefing().
    Result<void> draw(qreal dotsPerInch, int mostPages, const BriefingProgress &progress,
                      const std::function<bool(int page, int pages, const QByteArray &png)> &page);

    /// The pages on a printer: see paintBriefing().
    Result<void> paint(QPagedPaintDevice &device, const BriefingPages &pages, const BriefingProgress &progress);

private:
    /// Some pages that belong together, and what is on them.
    struct Section {
        struct Mark {
            QString text; ///< a heading's words, or an anchor's name
            int level = 0;
            int page = 0;  ///< from 0, in the section
            qreal top = 0; ///< pixels from the top of the page
        };
        int firstPage = 0; ///< as written
        int pages = 0;
        QList<Mark> anchors;
        QList<Mark> headings;
        qreal down = 0; ///< where it begins on its first page, below the top of the text area
    };
    /// Builds a text at the end of an empty document.
    using Compose = std::function<void(TextFlow &)>;
    /// Builds one as a document, in one style or another.
    using Typeset = std::function<std::unique_ptr<QTextDocument>(const TypeStyle &)>;
    /// Builds some of the rows of a long list at the end of an empty document.
    using ComposeRows = std::function<void(TextFlow &, int first, int count)>;
    /// Told what is on the page added last: a slice of a document, and how far below the top of the page its corner is.
    using Drawn = std::function<void(const QTextDocument &, const PageSlice &, qreal top)>;
    /// How a text goes on a page.
    struct Placing {
        PageHead head;
        qreal drop = 0;    ///< how far it begins below the top of its first page
        qreal below = 0;   ///< its first slice goes on the page that is there, so far down; 0: on one of its own
        qreal skipped = 0; ///< of that slice, what is not drawn, as it stands on that page already
        bool rule = false; ///< above that slice
    };

    Error fileError(const QString &name) const;
    Result<void> layOut(const BriefingProgress &progress);
    Result<void> writeCases(const BriefingProgress &progress);
    Result<void> writeCase(int number);
    std::unique_ptr<QTextDocument> typesetCase(int number, const MarkdownNode &body, const TypeStyle &style) const;
    void appendCase(QTextDocument &document, int number, const MarkdownNode &body, const TypeStyle &style) const;
    void writeGroups();
    void writeGroup(int number);
    void writeSummary();
    void writeSources();
    void writeSelection();
    Result<void> writeTitle();
    /// What one appends to a document, as pages of their own.
    Section writePart(const QString &head, const Compose &compose);
    /// The same of a list of any length: a few pages of it at a time, as Qt wants more memory for a text than its PDF.
    Section writeList(const QString &head, int rows, const ComposeRows &compose, const Drawn &drawn = {});
    bool hasPlace(int number) const { return m_cases[static_cast<size_t>(number)].pages > 0; }
    void writeContents();
    Section drawContents(const QList<ContentsEntry> &entries);
    /// How many pages the contents take; sets their spacing.
    int measureContents();
    QList<ContentsEntry> contents() const;
    void writeFeet();
    PageFoot footOf(int page) const;
    /// All pages as they follow each other in the document, which has been laid out before.
    Result<void> writeInOrder(const QList<ContentsEntry> &entries, const BriefingProgress &progress);

    void prepare(QTextDocument &document) const;
    std::unique_ptr<QTextDocument> compose(const Compose &compose) const;
    Section write(QTextDocument &document, const PageHead &head, qreal drop = 0);
    /// A text on pages of its own, set a little closer where its end would else stand alone on one.
    Section writeFitting(const Typeset &typeset, const PageHead &head);
    /// The same, on the page that the section before has left unfinished.
    Section writeOn(QTextDocument &document, const PageHead &head);
    /// Adds slices of a column to the pages, and them and what is on them to a section.
    void place(Section &section, const TextColumn &column, QList<PageSlice> slices, const Placing &placing,
               const std::function<void(const PageSlice &, qreal top)> &drawn = {});
    QList<const Section *> inOrder() const;

    void arrange();
    int finalPage(const Section &section, int page = 0) const;
    PdfDestination placeOf(const Section &section, const Section::Mark &mark) const;
    /// Its page's top, or where it begins on a page that it shares.
    PdfDestination startOf(const Section &section) const;
    void addDestinations();
    void addOutline();
    void addCaseToOutline(int number, int level);
    void describe();

    const Corpus &m_corpus;
    BriefingPlan m_plan;
    BriefingOptions m_options;
    TypeStyle m_style;
    PageGeometry m_geometry;
    QSet<QString> m_addresses; ///< of the cases in the document
    SourceIndex m_sourceIndex;
    int m_mostPages = 0; ///< where more than these are written, no further case is; 0: no limit
    qreal m_used =
        0; ///< of the text area of the page written last, where the next case may follow on it; 0: it may not
    ContentsSpacing m_contentsSpacing;
    QTemporaryFile m_file; ///< the pages as Qt writes them
    std::unique_ptr<PageWriter> m_writer;
    Section m_title;
    Section m_summary;
    Section m_contents;
    Section m_sources;
    Section m_selection;
    std::vector<Section> m_groups;
    std::vector<Section> m_cases;
    std::vector<int> m_finalPages; ///< by page as written
    PdfStructure m_structure;
};

/// The address of the page that opens a group, by its number in the plan.
QString groupAddress(int number);
/// The address of a part of the document: "summary", "sources", "selection".
QString partAddress(const QString &name);

} // namespace casebook
