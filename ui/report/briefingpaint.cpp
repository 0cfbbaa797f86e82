// How BriefingLayout brings its pages to a printer.

#include "ui/report/briefinglayout.h"
#include "ui/report/reportwords.h"

#include <QTextDocument>

namespace casebook {

namespace {

/// One of several rounds over the cases, as a part of them all.
BriefingProgress roundOf(const BriefingProgress &progress, int round, int rounds)
{
    if (!progress)
        return {};
    return [progress, round, rounds](int done, int total) { return progress(round * total + done, rounds * total); };
}

bool isAnyWanted(const QPageRanges &wanted, int pages)
{
    if (wanted.isEmpty())
        return true;
    for (int page = 1; page <= pages; ++page) {
        if (wanted.contains(page))
            return true;
    }
    return false;
}

} // namespace

Result<void> BriefingLayout::paint(QPagedPaintDevice &device, const BriefingPages &pages,
                                   const BriefingProgress &progress)
{
    const int rounds = 1 + std::max(1, pages.copies);
    m_writer = std::make_unique<PageWriter>(m_geometry, m_style);
    if (const auto laidOut = layOut(roundOf(progress, 0, rounds)); !laidOut)
        return laidOut;
    const auto total = static_cast<int>(m_structure.sheets.size());
    if (!isAnyWanted(pages.wanted, total))
        return Error{ReportWords::tr("The briefing has %Ln page(s), and none of those that were asked for: print all "
                                     "pages, or other ones.",
                                     nullptr, total)};
    const QList<ContentsEntry> entries = contents();
    m_writer = std::make_unique<PageWriter>(&device, m_geometry, m_style,
                                            PrintedPages{pages.wanted, [this](int page) { return footOf(page); }});
    if (!m_writer->isActive())
        return Error{ReportWords::tr("The printer cannot be opened: look whether it is there and switched on, or "
                                     "print to a file.")};
    for (int round = 1; round < rounds; ++round) {
        m_writer->startCopy();
        if (const auto written = writeInOrder(entries, roundOf(progress, round, rounds)); !written)
            return written;
    }
    const bool whole = m_writer->isPrinting();
    m_writer.reset();
    if (!whole)
        return Error{ReportWords::tr("The printer did not take all pages: look whether it has paper and is still "
                                     "there.")};
    return {};
}

Result<void> BriefingLayout::writeInOrder(const QList<ContentsEntry> &entries, const BriefingProgress &progress)
{
    if (const auto written = writeTitle(); !written)
        return written;
    writeSummary();
    if (m_options.contents)
        drawContents(entries);
    const auto cases = static_cast<int>(m_cases.size());
    int done = 0;
    for (int group = 0; group < m_plan.groups.size(); ++group) {
        if (m_plan.showsGroups())
            writeGroup(group);
        for (int number = 0; number < cases && m_options.cases; ++number) {
            if (m_plan.groupOf[static_cast<size_t>(number)] != group) // it stands elsewhere
                continue;
            if (progress && !progress(done++, cases))
                return Error{ReportWords::tr("Cancelled: not all pages were printed.")};
            if (const auto written = writeCase(number); !written)
                return written;
        }
    }
    writeSources();
    writeSelection();
    if (progress && !progress(cases, cases))
        return Error{ReportWords::tr("Cancelled: not all pages were printed.")};
    return {};
}

} // namespace casebook
