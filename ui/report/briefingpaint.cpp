// How BriefingLayout brings its pages to a printer.

#include "ui/report/briefinglayout.h"
#include "ui/report/reportwords.h"

#include <algorithm>

namespace casebook {

namespace {

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

Result<void> BriefingLayout::paint(QPagedPaintDevice &device, const BriefingPages &pages)
{
    const int copies = std::max(1, pages.copies);
    m_meter.setRounds(1 + copies);
    m_pages.setPages(std::make_unique<PageWriter>(m_content.geometry, m_pages.style()));
    if (const auto laidOut = layOut(); !laidOut)
        return laidOut;
    const auto total = static_cast<int>(m_structure.sheets.size());
    if (!isAnyWanted(pages.wanted, total))
        return Error{ReportWords::tr("The briefing has %Ln page(s), and none of those that were asked for: print all "
                                     "pages, or other ones.",
                                     nullptr, total)};
    m_pages.setPages(
        std::make_unique<PageWriter>(&device, m_content.geometry, m_pages.style(),
                                     PrintedPages{pages.wanted, [this](int page) { return footOf(page); }}));
    if (!m_pages.pages().isActive())
        return Error{ReportWords::tr("The printer cannot be opened: look whether it is there and switched on, or "
                                     "print to a file.")};
    return writePrinted(contents(), copies);
}

Result<void> BriefingLayout::writePrinted(const QList<ContentsEntry> &entries, int rounds)
{
    const auto total = static_cast<int>(m_structure.sheets.size());
    for (int round = 0; round < rounds; ++round) {
        m_meter.nextRound();
        m_meter.begin(BriefingStep::Phase::Print, 0, total);
        m_pages.pages().startCopy();
        if (const auto written = writeInOrder(entries); !written)
            return written;
    }
    const bool whole = m_pages.pages().isPrinting();
    if (m_meter.isStopped() || !m_meter.tellEnd())
        return Error{ReportWords::tr("Cancelled: not all pages were printed.")};
    m_pages.setPages(nullptr);
    if (!whole)
        return Error{ReportWords::tr("The printer did not take all pages: look whether it has paper and is still "
                                     "there.")};
    return {};
}

Result<void> BriefingLayout::writeInOrder(const QList<ContentsEntry> &entries)
{
    if (const auto written = writeTitle(); !written)
        return written;
    writeSummary();
    if (options().contents)
        drawContents(entries);
    for (int group = 0; group < plan().groups.size() && !m_meter.isStopped(); ++group) {
        if (plan().showsGroups())
            writeGroup(group);
        if (const auto written = writeCasesOf(group); !written)
            return written;
    }
    writeSources();
    writeSelection();
    return {};
}

Result<void> BriefingLayout::writeCasesOf(int group)
{
    const auto cases = static_cast<int>(m_cases.size());
    for (int number = 0; number < cases && options().cases && !m_meter.isStopped(); ++number) {
        if (plan().groupOf[static_cast<size_t>(number)] != group) // it stands elsewhere
            continue;
        if (const auto written = writeCase(number); !written)
            return written;
    }
    return {};
}

} // namespace casebook
