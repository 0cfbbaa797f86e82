// The parts of a briefing that are not its cases, and what becomes of the pages besides a PDF.

#include "ui/report/briefinglayout.h"
#include "ui/report/greyimages.h"
#include "ui/report/grouppage.h"
#include "ui/report/reportlogo.h"
#include "ui/report/reportwords.h"
#include "ui/report/selectionpage.h"
#include "ui/report/sourcespage.h"
#include "ui/report/summarypage.h"
#include "ui/report/titlepage.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QTextDocument>

namespace casebook {

namespace {

constexpr qreal titleDrop = 0.16; // of the text's height

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 85); // quick rather than small
    return bytes;
}

} // namespace

Result<void> BriefingLayout::writeTitle()
{
    const Result<QImage> read = readLogo(options().logo, m_content.corpus.layout());
    if (!read)
        return read.error();
    const QImage logo = options().color || read->isNull() ? *read : GreyImages::greyed(*read);
    const auto document = m_pages.compose(
        m_pages.style(), [&](TextFlow &flow) { appendTitlePage(flow, options(), schema(), plan(), logo); });
    const qreal height = m_content.geometry.text.height();
    const qreal room = height - document->documentLayout()->documentSize().height();
    const qreal drop = logo.isNull() && room > titleDrop * height ? titleDrop * height : 0;
    m_title = m_pages.write(*document, {options().title, {}}, drop);
    return {};
}

void BriefingLayout::writeGroups()
{
    if (!plan().showsGroups())
        return;
    for (int number = 0; number < plan().groups.size() && !m_meter.isStopped(); ++number)
        writeGroup(number);
}

void BriefingLayout::writeGroup(int number)
{
    const BriefingGroup &group = plan().groups.at(number);
    m_groups[static_cast<size_t>(number)] =
        m_pages.writeList(group.label, static_cast<int>(group.cases.size()), [&](TextFlow &flow, int first, int count) {
            appendGroupPage(flow, group, plan(), schema(), first, count);
        });
}

void BriefingLayout::writeSummary()
{
    if (!options().summary || m_meter.isStopped())
        return;
    const CasesSummary summary = summaryOf(plan(), schema(), options().date);
    if (!isWorthAPage(summary))
        return;
    // One page, as long as there is a size of it that fits.
    std::unique_ptr<QTextDocument> document;
    for (const SummarySize &size : summarySizes()) {
        document = m_pages.compose(m_pages.style(),
                                   [&](TextFlow &flow) { appendSummary(flow, summary, plan(), schema(), size); });
        if (document->documentLayout()->documentSize().height() <= m_content.geometry.text.height())
            break;
    }
    m_summary = m_pages.write(*document, {ReportWords::tr("Summary"), {}});
}

void BriefingLayout::writeSources()
{
    if (options().sources && !m_meter.isStopped() && !m_content.sourceIndex.sources().isEmpty()) {
        m_sources =
            m_pages.writeList(ReportWords::tr("All sources"), static_cast<int>(m_content.sourceIndex.sources().size()),
                              [&](TextFlow &flow, int first, int count) {
                                  appendAllSources(flow, m_content.sourceIndex, plan(), m_content.corpus, first, count);
                              });
    }
}

void BriefingLayout::writeSelection()
{
    if (!options().appendix || options().filter.isEmpty() || m_meter.isStopped())
        return;
    const SelectionReport report = reportSelection(m_content.corpus, options().filter);
    const auto typeset = [&](const TypeStyle &style) {
        return m_pages.compose(style,
                               [&](TextFlow &flow) { appendSelection(flow, report, options(), m_content.corpus); });
    };
    m_selection = m_pages.writeFitting(typeset, {ReportWords::tr("How the cases were selected"), {}});
}

Result<void> BriefingLayout::draw(qreal dotsPerInch, int mostPages,
                                  const std::function<bool(int page, int pages, const QByteArray &png)> &page)
{
    m_pages.setPages(std::make_unique<PageWriter>(dotsPerInch, m_content.geometry, m_pages.style()));
    m_mostPages = mostPages;
    if (const auto laidOut = layOut(); !laidOut)
        return laidOut;
    m_pages.pages().end();
    const auto total = static_cast<int>(m_structure.sheets.size());
    for (int number = 0; number < total; ++number) {
        const PdfSheet &sheet = m_structure.sheets.at(number);
        QImage image = m_pages.pages().takePicture(sheet.page, sheet.overlay);
        if (!options().color)
            image = image.convertToFormat(QImage::Format_Grayscale8);
        if (!page(number, total, pngOf(image)))
            return Error{ReportWords::tr("Cancelled: no file was written.")};
    }
    return {};
}

} // namespace casebook
