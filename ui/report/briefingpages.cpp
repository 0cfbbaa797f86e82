// How BriefingLayout puts what is typeset on pages, and the pages in order.

#include "ui/report/briefinglayout.h"
#include "ui/report/reportwords.h"

namespace casebook {

namespace {

constexpr qreal caseDistance = 3.4; // em between two cases on a page
constexpr qreal leastOfCase = 0.3;  // of the text's height: where less is left, a case begins on the next page

} // namespace

BriefingLayout::Section BriefingLayout::write(QTextDocument &document, const PageHead &head, qreal drop)
{
    TextColumn column(document);
    const QList<PageSlice> slices = column.cut(m_geometry.text.height() - drop);
    Section section{m_writer->pages(), static_cast<int>(slices.size()), {}, {}};
    for (const PageSlice &slice : slices)
        m_writer->addPage(column, slice, &slice == &slices.first() ? PageHead() : head, drop);
    m_used = slices.isEmpty() ? 0 : slices.last().headHeight() + slices.last().bottom - slices.last().top;
    mark(section, column, slices, drop);
    return section;
}

BriefingLayout::Section BriefingLayout::writeOn(QTextDocument &document, const PageHead &head)
{
    const qreal down = m_used + caseDistance * m_style.em;
    const qreal leastRoom = leastOfCase * m_geometry.text.height();
    if (m_used <= 0 || m_geometry.text.height() - down < leastRoom)
        return write(document, head);
    TextColumn column(document);
    QList<PageSlice> slices = column.cutBelow(down, m_geometry.text.height());
    const bool shares = !slices.isEmpty() && slices.first().bottom > slices.first().top;
    if (!shares && !slices.isEmpty())
        slices.removeFirst();
    Section section{m_writer->pages() - (shares ? 1 : 0), static_cast<int>(slices.size()), {}, {}};
    for (const PageSlice &slice : slices) {
        const bool first = &slice == &slices.first();
        if (first && shares)
            m_writer->continuePage(column, slice, down);
        else
            m_writer->addPage(column, slice, first ? PageHead() : head);
    }
    section.down = shares ? down : 0;
    mark(section, column, slices, 0);
    const bool sameSlice = slices.size() == 1 && shares;
    m_used = (sameSlice ? down : 0) + slices.last().headHeight() + slices.last().bottom - slices.last().top;
    return section;
}

void BriefingLayout::mark(Section &section, const TextColumn &column, const QList<PageSlice> &slices, qreal drop) const
{
    const auto placed = [&](const QString &text, int level, qreal top) {
        qsizetype page = 0;
        while (page + 1 < slices.size() && slices.at(page + 1).top <= top)
            ++page;
        const PageSlice &slice = slices.at(page);
        const qreal y =
            m_geometry.text.top() + drop + (page == 0 ? section.down : 0) + slice.headHeight() + top - slice.top;
        return Section::Mark{text, level, static_cast<int>(page), y};
    };
    for (const ColumnAnchor &anchor : column.anchors())
        section.anchors.append(placed(anchor.name, 0, anchor.top));
    for (const ColumnHeading &heading : column.headings())
        section.headings.append(placed(heading.text, heading.level, heading.top));
}

QList<const BriefingLayout::Section *> BriefingLayout::inOrder() const
{
    QList<const Section *> order = {&m_title, &m_summary, &m_contents};
    for (size_t group = 0; group < m_groups.size(); ++group) {
        order.append(&m_groups[group]);
        for (size_t number = 0; number < m_cases.size(); ++number) {
            if (m_plan.groupOf[number] == static_cast<int>(group))
                order.append(&m_cases[number]);
        }
    }
    return order << &m_sources << &m_selection;
}

void BriefingLayout::arrange()
{
    constexpr int nowhere = -1;
    m_structure.sheets.clear();
    m_finalPages.assign(static_cast<size_t>(m_contents.firstPage + m_contents.pages), nowhere);
    for (const Section *section : inOrder()) {
        for (int page = section->firstPage; page < section->firstPage + section->pages; ++page) {
            int &place = m_finalPages[static_cast<size_t>(page)];
            if (place != nowhere) // it begins on the last page of the case before
                continue;
            place = static_cast<int>(m_structure.sheets.size());
            m_structure.sheets.append({page, -1});
        }
    }
}

PageFoot BriefingLayout::footOf(int page) const
{
    if (page == 0) // the title page has no number
        return {{}, {}, m_options.notice};
    const auto total = static_cast<int>(m_structure.sheets.size());
    return {m_options.title + u" · " + dateInWords(m_options.date),
            ReportWords::tr("Page %1 of %2").arg(page + 1).arg(total), m_options.notice};
}

void BriefingLayout::writeFeet()
{
    const auto total = static_cast<int>(m_structure.sheets.size());
    for (int page = 0; page < total; ++page) {
        if (page == 0 && m_options.notice.isEmpty())
            continue;
        const PageFoot foot = footOf(page);
        m_writer->addFoot(foot.left, foot.right, foot.middle);
        m_structure.sheets[page].overlay = m_writer->pages() - 1;
    }
}

} // namespace casebook
