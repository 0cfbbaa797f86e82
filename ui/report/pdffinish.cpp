#include "ui/report/pdffinish.h"

#include "ui/report/pdffonts.h"
#include "ui/report/pdfgrey.h"
#include "ui/report/pdflinks.h"
#include "ui/report/pdfoutline.h"
#include "ui/report/reportwords.h"

#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace casebook {

namespace {

QPDFObjectHandle unicode(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

/// Finishes one PDF. Exceptions of libqpdf pass through.
class Finisher {
public:
    Finisher(const QByteArray &written, const PdfStructure &structure) : m_structure(structure)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("briefing", written.constData(), static_cast<size_t>(written.size()));
    }

    QByteArray run()
    {
        m_written = m_pdf.getAllPages();
        for (const PdfSheet &sheet : m_structure.sheets)
            m_pages.push_back(m_written.at(static_cast<size_t>(sheet.page)));
        // First, page by page, what makes objects smaller: with the first new one, libqpdf reads all the rest.
        const LinkParts parts;
        for (QPDFObjectHandle &page : m_pages)
            rewriteLinks(page, m_pages, m_structure.destinations, parts);
        addOverlays();
        orderPages();
        if (!m_structure.outline.isEmpty())
            m_pdf.getRoot().replaceKey("/Outlines", makeOutline(m_pdf, m_pages, m_structure.outline, parts));
        mendFonts(m_pdf, m_pages);
        if (m_structure.grey)
            makeGrey(m_pdf, m_pages);
        labelPages();
        describe();
        return write();
    }

private:
    void addOverlays()
    {
        for (size_t i = 0; i < m_pages.size(); ++i) {
            const int number = m_structure.sheets.at(static_cast<qsizetype>(i)).overlay;
            if (number < 0)
                continue;
            const QPDFObjectHandle marks = m_written.at(static_cast<size_t>(number));
            overlay(m_pages[i], marks);
            m_pdf.replaceObject(marks.getObjGen(), QPDFObjectHandle::newNull()); // no longer a page: free its memory
        }
    }

    // Qt names resources by the numbers of their objects, so that those of two pages never mean different things.
    void overlay(QPDFObjectHandle page, QPDFObjectHandle marks)
    {
        if (m_save.isNull()) {
            m_save = m_pdf.newStream("q\n");
            m_restore = m_pdf.newStream("\nQ\n");
        }
        QPDFObjectHandle contents = QPDFObjectHandle::newArray();
        contents.appendItem(m_save);
        for (QPDFObjectHandle part : page.getPageContents())
            contents.appendItem(part);
        contents.appendItem(m_restore);
        for (QPDFObjectHandle part : marks.getPageContents())
            contents.appendItem(part);
        page.replaceKey("/Contents", contents);
        page.getKey("/Resources").mergeResources(marks.getKey("/Resources"));
    }

    void orderPages()
    {
        QPDFObjectHandle tree = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        QPDFObjectHandle kids = QPDFObjectHandle::newArray();
        const QPDFObjectHandle box = m_pages.front().getKey("/MediaBox"); // one object, as all have the same size
        for (QPDFObjectHandle &page : m_pages) {
            page.replaceKey("/Parent", tree);
            page.replaceKey("/MediaBox", box);
            kids.appendItem(page);
        }
        tree.replaceKey("/Type", QPDFObjectHandle::newName("/Pages"));
        tree.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(m_pages.size())));
        tree.replaceKey("/Kids", kids);
        m_pdf.getRoot().replaceKey("/Pages", tree);
    }

    /// "Title", then the numbers that stand in the feet.
    void labelPages()
    {
        m_pdf.getRoot().replaceKey(
            "/PageLabels", QPDFObjectHandle::parse("<< /Nums [ 0 << /P (Title) >> 1 << /S /D /St 2 >> ] >>"));
    }

    void describe()
    {
        const PdfMetadata &metadata = m_structure.metadata;
        QPDFObjectHandle root = m_pdf.getRoot();
        root.replaceKey("/Lang", unicode(metadata.language));
        root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));

        const std::string created =
            metadata.created.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
        QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
        info.replaceKey("/Title", unicode(metadata.title));
        info.replaceKey("/Author", unicode(metadata.author));
        info.replaceKey("/Subject", unicode(metadata.subject));
        info.replaceKey("/Keywords", unicode(metadata.keywords));
        info.replaceKey("/Creator", unicode(metadata.creator));
        info.replaceKey("/Producer", unicode(QStringLiteral("Qt ") + QString::fromLatin1(qVersion())));
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString(created));
        info.replaceKey("/ModDate", QPDFObjectHandle::newString(created));
        m_pdf.getTrailer().replaceKey("/Info", m_pdf.makeIndirectObject(info));
    }

    QByteArray write()
    {
        QByteArray bytes;
        Pl_Function sink("briefing", nullptr, [&bytes](const unsigned char *data, size_t size) {
            bytes.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
        });
        QPDFWriter writer(m_pdf);
        writer.setOutputPipeline(&sink);
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        return bytes;
    }

    const PdfStructure &m_structure;
    QPDF m_pdf;
    std::vector<QPDFObjectHandle> m_written;
    std::vector<QPDFObjectHandle> m_pages;
    QPDFObjectHandle m_save = QPDFObjectHandle::newNull();
    QPDFObjectHandle m_restore = QPDFObjectHandle::newNull();
};

} // namespace

Result<QByteArray> finishPdf(const QByteArray &written, const PdfStructure &structure)
{
    try {
        return Finisher(written, structure).run();
    } catch (const std::exception &error) {
        return Error{ReportWords::tr("The pages could not be put together: %1. Please report this.")
                         .arg(QString::fromUtf8(error.what()))};
    }
}

} // namespace casebook
