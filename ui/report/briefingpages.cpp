// How BriefingLayout puts pages in order, and their feet below them.

#include "ui/report/briefinglayout.h"
#include "ui/report/reportwords.h"

namespace casebook {

QList<const Section *> BriefingLayout::inOrder() const
{
    QList<const Section *> order = {&m_title, &m_summary, &m_contents};
    size_t number = 0; // cases are numbered by groups
    for (size_t group = 0; group < m_groups.size(); ++group) {
        order.append(&m_groups[group]);
        for (; number < m_cases.size() && plan().groupOf[number] == static_cast<int>(group); ++number)
            order.append(&m_cases[number]);
    }
    return order << &m_sources << &m_selection;
}

void BriefingLayout::arrange()
{
    constexpr int nowhere = -1;
    m_structure.sheets.clear();
    m_finalPages.clear();
    for (const Section *section : inOrder()) {
        const auto file = static_cast<size_t>(section->file);
        if (m_finalPages.size() <= file)
            m_finalPages.resize(file + 1);
        std::vector<int> &places = m_finalPages[file];
        const auto end = static_cast<size_t>(section->firstPage + section->pages);
        if (places.size() < end)
            places.resize(end, nowhere);
        for (auto page = static_cast<size_t>(section->firstPage); page < end; ++page) {
            if (places[page] != nowhere) // it begins on the last page of the case before
                continue;
            places[page] = static_cast<int>(m_structure.sheets.size());
            m_structure.sheets.append({static_cast<int>(page), -1, section->file});
        }
    }
}

PageFoot BriefingLayout::footOf(int page) const
{
    if (page == 0) // the title page has no number
        return {{}, {}, options().notice};
    const auto total = static_cast<int>(m_structure.sheets.size());
    return {options().title + u" · " + dateInWords(options().date),
            ReportWords::tr("Page %1 of %2").arg(page + 1).arg(total), options().notice};
}

void BriefingLayout::writeFeet()
{
    const auto total = static_cast<int>(m_structure.sheets.size());
    for (int page = 0; page < total && !m_meter.isStopped(); ++page) {
        if (page == 0 && options().notice.isEmpty())
            continue;
        const PageFoot foot = footOf(page);
        m_pages.pages().addFoot(foot.left, foot.right, foot.middle);
        m_structure.sheets[page].overlay = m_pages.pages().pages() - 1;
        m_meter.tell();
    }
}

} // namespace casebook
