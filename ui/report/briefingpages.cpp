// How BriefingLayout puts what is typeset on pages, and the pages in order.

#include "ui/report/briefinglayout.h"
#include "ui/report/pagefit.h"
#include "ui/report/reportwords.h"

#include <QTextDocument>

#include <algorithm>

namespace casebook {

namespace {

constexpr qreal caseDistance = 3.4; // em between two cases on a page
constexpr qreal leastStart = 0.22;  // and where less of it would stand there: its name alone
constexpr int rowsAtOnce = 100;     // of a list: some pages
constexpr qreal leastOfCase = 0.3;  // of the text's height: where less is left, a case begins on the next page

} // namespace

BriefingLayout::Section BriefingLayout::write(QTextDocument &document, const PageHead &head, qreal drop)
{
    TextColumn column(document);
    Section section;
    place(section, column, column.cut(m_geometry.text.height() - drop), {head, drop});
    return section;
}

BriefingLayout::Section BriefingLayout::writeFitting(const Typeset &typeset, const PageHead &head)
{
    PageFit fit{m_style.leading, m_geometry.text.height()};
    std::unique_ptr<QTextDocument> document = typeset(m_style);
    auto column = std::make_unique<TextColumn>(*document);
    const QList<PageSlice> slices = column->look(fit.pageHeight);
    for (const PageFit &other : closerFits(slices, m_style, m_geometry)) {
        TypeStyle style = m_style;
        style.leading = other.leading;
        std::unique_ptr<QTextDocument> text = other.leading < m_style.leading ? typeset(style) : nullptr;
        auto tried = text ? std::make_unique<TextColumn>(*text) : nullptr;
        if ((tried ? *tried : *column).look(other.pageHeight).size() >= slices.size())
            continue;
        fit = other;
        if (tried) {
            column = std::move(tried);
            document = std::move(text);
        }
        break;
    }
    Section section;
    place(section, *column, column->cut(fit.pageHeight), {head});
    return section;
}

BriefingLayout::Section BriefingLayout::writeOn(QTextDocument &document, const PageHead &head)
{
    const qreal below = m_used + caseDistance * m_style.em;
    const qreal leastRoom = leastOfCase * m_geometry.text.height();
    if (m_used <= 0 || m_geometry.text.height() - below < leastRoom)
        return write(document, head);
    TextColumn column(document);
    Section section;
    const QList<PageSlice> slices = column.lookBelow(below, m_geometry.text.height());
    const bool startsThere = slices.size() == 1 || slices.first().bottom > leastStart * m_geometry.text.height();
    if (startsThere)
        place(section, column, column.cutBelow(below, m_geometry.text.height()), {head, 0, below, true});
    else
        place(section, column, column.cut(m_geometry.text.height()), {head});
    return section;
}

BriefingLayout::Section BriefingLayout::writeList(const QString &head, int rows, const ComposeRows &composeRows,
                                                  const Drawn &drawn)
{
    Section section;
    int first = 0;
    do {
        const int count = std::min(rowsAtOnce, rows - first);
        const auto document = compose([&](TextFlow &flow) { composeRows(flow, first, count); });
        const bool moreFollows = first + count < rows;
        TextColumn column(*document);
        Placing placing{{head, {}}};
        if (first > 0) {
            placing.skipped = column.topOfRows();
            placing.below = std::max(0.1, m_used - placing.skipped);
        }
        const qreal height = m_geometry.text.height();
        const QList<PageSlice> slices =
            first > 0 ? column.cutBelow(placing.below, height, moreFollows) : column.cut(height, moreFollows);
        place(section, column, slices, placing, [&](const PageSlice &slice, qreal top) {
            if (drawn)
                drawn(*document, slice, top);
        });
        first += count;
    } while (first < rows);
    return section;
}

void BriefingLayout::place(Section &section, const TextColumn &column, QList<PageSlice> slices, const Placing &placing,
                           const std::function<void(const PageSlice &, qreal top)> &drawn)
{
    if (slices.isEmpty())
        return;
    const bool shares = placing.below > 0 && slices.first().bottom > slices.first().top;
    if (placing.below > 0 && !shares && slices.size() > 1)
        slices.removeFirst();
    const bool opens = section.pages == 0;
    const int firstPage = m_writer->pages() - (shares ? 1 : 0);
    if (opens) {
        section.firstPage = firstPage;
        section.down = shares ? placing.below : 0;
    }
    section.pages = firstPage + static_cast<int>(slices.size()) - section.firstPage;
    if (shares)
        slices.first().top = std::max(slices.first().top, placing.skipped);
    // Of the slices, how far each stands below the top of the text's area.
    const auto downOf = [&](qsizetype slice) {
        return placing.drop + (slice == 0 && shares ? placing.below + placing.skipped : 0);
    };
    for (qsizetype i = 0; i < slices.size(); ++i) {
        if (i == 0 && shares) {
            if (placing.rule)
                m_writer->addRule(placing.below);
            m_writer->continuePage(column, slices.at(i), downOf(i));
        } else {
            m_writer->addPage(column, slices.at(i), i == 0 && opens ? PageHead() : placing.head, placing.drop);
        }
        if (drawn)
            drawn(slices.at(i), m_geometry.text.top() + downOf(i) + slices.at(i).headHeight());
    }
    m_used = downOf(slices.size() - 1) - placing.drop + slices.last().headHeight() + slices.last().bottom
        - slices.last().top;
    const auto marked = [&](const QString &text, int level, qreal top) {
        qsizetype i = 0;
        while (i + 1 < slices.size() && slices.at(i + 1).top <= top)
            ++i;
        const qreal y = m_geometry.text.top() + downOf(i) + slices.at(i).headHeight() + top - slices.at(i).top;
        return Section::Mark{text, level, firstPage - section.firstPage + static_cast<int>(i), y};
    };
    for (const ColumnAnchor &anchor : column.anchors())
        section.anchors.append(marked(anchor.name, 0, anchor.top));
    for (const ColumnHeading &heading : column.headings())
        section.headings.append(marked(heading.text, heading.level, heading.top));
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
