#include "ui/report/sectionwriter.h"

#include "ui/report/pagefit.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/inlineobjects.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace casebook {

namespace {

constexpr qreal bodyPoints = 10.5;    // a whole number of pixels at the usual 96 to the inch, to which Qt rounds
constexpr qreal tallestPicture = 0.8; // of the text: a heading and some lines stand above it
constexpr qreal caseDistance = 3.4;   // em between two cases on a page
constexpr qreal leastStart = 0.22;    // and where less of it would stand there: its name alone
constexpr int rowsAtOnce = 100;       // of a list: some pages
constexpr qreal leastOfCase = 0.3;    // of the text's height: where less is left, a case begins on the next page

} // namespace

void keepGlyphs(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        block.layout()->setCacheEnabled(true);
}

TypeStyle SectionWriter::paperStyle()
{
    TypeStyle style = TypeStyle::forPrint(bodyPoints);
    for (QFont *font : {&style.body, &style.heading, &style.mono})
        font->setHintingPreference(QFont::PreferNoHinting); // paper has no pixels to fit
    return style;
}

SectionWriter::SectionWriter(const PageGeometry &geometry, BriefingMeter &meter, int file)
    : m_geometry(geometry), m_meter(meter), m_style(paperStyle()), m_file(file)
{
}

SectionWriter::~SectionWriter() = default;

std::unique_ptr<PageWriter> SectionWriter::setPages(std::unique_ptr<PageWriter> pages, bool counts)
{
    m_counts = counts;
    return std::exchange(m_pages, std::move(pages));
}

std::unique_ptr<QTextDocument> SectionWriter::emptyDocument() const
{
    auto document = std::make_unique<QTextDocument>();
    prepareDocument(document.get(), m_style, 0);
    InlineObjects::limitPictures(document.get(), tallestPicture * m_geometry.text.height());
    document->setUseDesignMetrics(true);
    document->setTextWidth(m_geometry.text.width());
    document->documentLayout(); // made while the document is empty: later, all that is there would be laid out twice
    return document;
}

std::unique_ptr<QTextDocument> SectionWriter::compose(const TypeStyle &style, const Compose &compose) const
{
    auto document = emptyDocument();
    QTextCursor cursor(document.get());
    cursor.beginEditBlock(); // laid out once, when all is there
    TextFlow flow(cursor, style);
    compose(flow);
    flow.finish();
    keepGlyphs(*document);
    cursor.endEditBlock();
    return document;
}

Section SectionWriter::write(QTextDocument &document, const PageHead &head, qreal drop)
{
    TextColumn column(document);
    Section section;
    place(section, column, column.cut(m_geometry.text.height() - drop), {head, drop});
    return section;
}

Section SectionWriter::writeFitting(const Typeset &typeset, const PageHead &head)
{
    PageFit fit = usualFit(m_style, m_geometry);
    std::unique_ptr<QTextDocument> document = typeset(m_style);
    auto column = std::make_unique<TextColumn>(*document);
    const QList<PageSlice> slices = column->look(fit.pageHeight);
    for (const PageFit &other : closerFits(slices, m_style, m_geometry)) {
        const bool isCloser = other.leading < m_style.leading || other.gaps < m_style.gaps;
        TypeStyle style = m_style;
        style.leading = other.leading;
        style.gaps = other.gaps;
        std::unique_ptr<QTextDocument> text = isCloser ? typeset(style) : nullptr;
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

Section SectionWriter::writeOn(QTextDocument &document, const PageHead &head)
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
        place(section, column, column.cutBelow(below, m_geometry.text.height()), {head, 0, below, 0, true});
    else
        place(section, column, column.cut(m_geometry.text.height()), {head});
    return section;
}

Section SectionWriter::writeList(const QString &head, int rows, const ComposeRows &composeRows, const Drawn &drawn)
{
    if (rows <= rowsAtOnce && !drawn) {
        return writeFitting(
            [&](const TypeStyle &style) { return compose(style, [&](TextFlow &flow) { composeRows(flow, 0, rows); }); },
            {head, {}});
    }
    Section section;
    int first = 0;
    do {
        const int count = std::min(rowsAtOnce, rows - first);
        const auto document = compose(m_style, [&](TextFlow &flow) { composeRows(flow, first, count); });
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
    } while (first < rows && !m_meter.isStopped());
    return section;
}

void SectionWriter::place(Section &section, const TextColumn &column, QList<PageSlice> slices, const Placing &placing,
                          const std::function<void(const PageSlice &, qreal top)> &drawn)
{
    if (slices.isEmpty())
        return;
    const bool shares = placing.below > 0 && slices.first().bottom > slices.first().top;
    if (placing.below > 0 && !shares && slices.size() > 1)
        slices.removeFirst();
    const bool opens = section.pages == 0;
    const int firstPage = m_pages->pages() - (shares ? 1 : 0);
    if (opens) {
        section.file = m_file;
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
    for (qsizetype i = 0; i < slices.size() && !m_meter.isStopped(); ++i) {
        if (i == 0 && shares) {
            if (placing.rule)
                m_pages->addRule(placing.below);
            m_pages->continuePage(column, slices.at(i), downOf(i));
        } else {
            m_pages->addPage(column, slices.at(i), i == 0 && opens ? PageHead() : placing.head, placing.drop);
            if (m_counts)
                m_meter.addPage();
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

} // namespace casebook
