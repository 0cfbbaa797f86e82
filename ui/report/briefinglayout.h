#pragma once

#include "ui/report/briefingcontent.h"
#include "ui/report/briefingmeter.h"
#include "ui/report/caseruns.h"
#include "ui/report/contentspage.h"
#include "ui/report/pdffinish.h"
#include "ui/report/sectionwriter.h"

#include <QTemporaryFile>

#include <functional>
#include <vector>

namespace casebook {

/// Lays out one briefing, page by page, into files that are gone afterwards. Used once.
///
/// Cases are laid out once, one at a time on each thread, and long lists a piece at a time, so that memory holds no
/// more than that of the text. What needs the numbers of pages (contents, feet) is written after the cases, and
/// finishPdf() puts the pages in order.
class BriefingLayout {
public:
    /// `options` are complete: they have a title and a date. The corpus must outlive the layout. `progress` is told on
    /// the thread that this is made on, which has to be the one that it is used on.
    BriefingLayout(const Corpus &corpus, BriefingPlan plan, const BriefingOptions &options, BriefingProgress progress);
    ~BriefingLayout();

    /// Lays out all pages of a PDF, which an Error calls `name`.
    Result<void> run(const QString &name);
    /// Then writes the PDF to a device that is open. What this refuses is not an Error here.
    Result<void> finish(QIODevice &target);
    /// The pages as pictures: see drawBriefing().
    Result<void> draw(qreal dotsPerInch, int mostPages,
                      const std::function<bool(int page, int pages, const QByteArray &png)> &page);
    /// The pages on a printer: see paintBriefing().
    Result<void> paint(QPagedPaintDevice &device, const BriefingPages &pages);

private:
    const BriefingPlan &plan() const { return m_content.plan; }
    const BriefingOptions &options() const { return m_content.options; }
    const Schema &schema() const { return m_content.corpus.schema(); }

    Result<void> layOut();
    /// What may fail or be stopped, and does not need the number of any page.
    Result<void> writeBody();
    Result<void> writeCases();
    Result<void> writeCase(int number);
    void writeGroups();
    void writeGroup(int number);
    void writeSummary();
    void writeSources();
    void writeSelection();
    Result<void> writeTitle();
    bool hasPlace(int number) const { return m_cases[static_cast<size_t>(number)].pages > 0; }
    void writeContents();
    Section drawContents(const QList<ContentsEntry> &entries);
    /// How many pages the contents take; sets their spacing.
    int measureContents();
    QList<ContentsEntry> contents() const;
    void writeFeet();
    PageFoot footOf(int page) const;
    Result<void> writePrinted(const QList<ContentsEntry> &entries, int rounds);
    /// All pages as they follow each other in the document, which has been laid out before.
    Result<void> writeInOrder(const QList<ContentsEntry> &entries);
    Result<void> writeCasesOf(int group);

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

    BriefingContent m_content;
    BriefingMeter m_meter;
    QTemporaryFile m_file; ///< the pages as Qt writes them; gone after what writes to it
    SectionWriter m_pages;
    int m_mostPages = 0; ///< where more than these are written, no further case is; 0: no limit
    ContentsSpacing m_contentsSpacing;
    Section m_title;
    Section m_summary;
    Section m_contents;
    Section m_sources;
    Section m_selection;
    std::vector<Section> m_groups;
    std::vector<Section> m_cases;
    CaseRuns m_runs;
    std::vector<std::vector<int>> m_finalPages; ///< by file, and by page as written in it
    PdfStructure m_structure;
};

/// The address of the page that opens a group, by its number in the plan.
QString groupAddress(int number);
/// The address of a part of the document: "summary", "sources", "selection".
QString partAddress(const QString &name);

} // namespace casebook
