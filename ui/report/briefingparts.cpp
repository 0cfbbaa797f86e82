// The parts of a briefing that are not its cases, and what becomes of the pages besides a PDF.

#include "ui/report/briefinglayout.h"
#include "ui/report/greyimages.h"
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

BriefingLayout::Section BriefingLayout::writePart(const QString &head, const Compose &append)
{
    const auto document = compose(append);
    return write(*document, {head, {}});
}

Result<void> BriefingLayout::writeTitle()
{
    const Result<QImage> read = readLogo(m_options.logo, m_corpus.layout());
    if (!read)
        return read.error();
    const QImage logo = m_options.color || read->isNull() ? *read : GreyImages::greyed(*read);
    const auto document =
        compose([&](TextFlow &flow) { appendTitlePage(flow, m_options, m_corpus.schema(), m_plan, logo); });
    const qreal drop = logo.isNull() ? titleDrop * m_geometry.text.height() : 0;
    m_title = write(*document, {m_options.title, {}}, drop);
    return {};
}

void BriefingLayout::writeSummary()
{
    if (!m_options.summary)
        return;
    const CasesSummary summary = summaryOf(m_plan, m_corpus.schema(), m_options.date);
    if (!isWorthAPage(summary))
        return;
    // One page, as long as there is a size of it that fits.
    std::unique_ptr<QTextDocument> document;
    for (const SummarySize &size : summarySizes()) {
        document = compose([&](TextFlow &flow) { appendSummary(flow, summary, m_plan, m_corpus.schema(), size); });
        if (document->documentLayout()->documentSize().height() <= m_geometry.text.height())
            break;
    }
    m_summary = write(*document, {ReportWords::tr("Summary"), {}});
}

void BriefingLayout::writeSources()
{
    if (m_options.sources && !m_sourceIndex.sources().isEmpty()) {
        m_sources = writeList(ReportWords::tr("All sources"), static_cast<int>(m_sourceIndex.sources().size()),
                              [&](TextFlow &flow, int first, int count) {
                                  appendAllSources(flow, m_sourceIndex, m_plan, m_corpus, first, count);
                              });
    }
}

void BriefingLayout::writeSelection()
{
    if (!m_options.appendix || m_options.filter.isEmpty())
        return;
    const SelectionReport report = reportSelection(m_corpus, m_options.filter);
    m_selection = writePart(ReportWords::tr("How the cases were selected"),
                            [&](TextFlow &flow) { appendSelection(flow, report, m_options, m_corpus); });
}

Result<void> BriefingLayout::draw(qreal dotsPerInch, int mostPages, const BriefingProgress &progress,
                                  const std::function<bool(int page, int pages, const QByteArray &png)> &page)
{
    m_writer = std::make_unique<PageWriter>(dotsPerInch, m_geometry, m_style);
    m_mostPages = mostPages;
    if (const auto laidOut = layOut(progress); !laidOut)
        return laidOut;
    m_writer->end();
    const auto total = static_cast<int>(m_structure.sheets.size());
    for (int number = 0; number < total; ++number) {
        const PdfSheet &sheet = m_structure.sheets.at(number);
        QImage image = m_writer->takePicture(sheet.page, sheet.overlay);
        if (!m_options.color)
            image = image.convertToFormat(QImage::Format_Grayscale8);
        if (!page(number, total, pngOf(image)))
            return Error{ReportWords::tr("Cancelled: no file was written.")};
    }
    return {};
}

} // namespace casebook
