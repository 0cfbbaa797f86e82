#include "ui/report/pdffinish.h"

#include "ui/report/pdfcopy.h"
#include "ui/report/pdffonts.h"
#include "ui/report/pdfgrey.h"
#include "ui/report/pdflinks.h"
#include "ui/report/pdfoutline.h"
#include "ui/report/reportwords.h"

#include <QIODevice>

#include <exception>
#include <utility>

namespace casebook {

namespace {

using Kind = PdfValue::Kind;

/// Finishes one PDF. Exceptions pass through.
class Finisher {
public:
    Finisher(QIODevice &written, const PdfStructure &structure, QIODevice &target)
        : m_structure(structure),
          m_source(written),
          m_objects(target),
          m_copy(m_source, m_objects),
          m_fonts(m_source, m_objects, m_copy)
    {
    }

    void run()
    {
        m_written = m_source.pages();
        m_root = m_objects.reserve();
        m_tree = m_objects.reserve();
        for (qsizetype i = 0; i < m_structure.sheets.size(); ++i)
            m_pages.push_back(m_objects.reserve());
        m_save = m_objects.reserve();
        m_restore = m_objects.reserve();
        m_objects.addStream(m_save, {}, "q");
        m_objects.addStream(m_restore, {}, "Q");
        for (size_t i = 0; i < m_pages.size() && m_objects.isWritten(); ++i)
            writePage(i);
        m_fonts.write();
        m_copy.copyWaiting();
        writeTree();
        writeRoot();
        m_objects.finish(m_root, writeInformation());
    }

private:
    PdfValue pageAt(int number) { return m_source.read(m_written.at(static_cast<size_t>(number))).value; }

    void writePage(size_t place)
    {
        const PdfSheet &sheet = m_structure.sheets.at(static_cast<qsizetype>(place));
        const PdfValue page = pageAt(sheet.page);
        PdfValue resources = m_source.resolved(page.at("/Resources"));
        QByteArray contents = contentsOf(page);
        if (sheet.overlay >= 0) {
            const PdfValue marks = pageAt(sheet.overlay);
            contents = pdfReference(m_save) + ' ' + contents + ' ' + pdfReference(m_restore) + ' ' + contentsOf(marks);
            addResources(resources, m_source.resolved(marks.at("/Resources")));
        }
        m_objects.add(m_pages[place],
                      "<< /Type /Page /Parent " + pdfReference(m_tree) + " /MediaBox "
                          + m_copy.text(page.at("/MediaBox")) + " /Contents [ " + contents + " ] /Resources "
                          + resourcesText(resources) + annotationsOf(page) + " >>");
        m_copy.copyWaiting(); // pictures, where they are first seen
    }

    QByteArray contentsOf(const PdfValue &page)
    {
        const PdfSource::Object stream = m_source.read(page.at("/Contents").reference);
        const int number = m_objects.reserve();
        const QByteArray data = m_source.data(stream);
        const bool isPacked = stream.value.at("/Filter").text == "/FlateDecode";
        if (!isPacked)
            m_objects.addPlainStream(number, {}, data);
        else
            m_objects.addStream(number, "/Filter /FlateDecode", m_structure.grey ? greyContents(data) : data);
        return pdfReference(number);
    }

    // Qt names resources by the numbers of their objects, so that those of two pages never mean different things.
    static void addResources(PdfValue &resources, const PdfValue &others)
    {
        for (size_t i = 0; i < others.items.size(); ++i) {
            const QByteArray &kind = others.keys.at(static_cast<qsizetype>(i));
            PdfValue merged = resources.at(kind);
            if (!merged.is(Kind::Dictionary)) {
                resources.set(kind, others.items[i]);
                continue;
            }
            for (size_t k = 0; k < others.items[i].items.size(); ++k)
                merged.set(others.items[i].keys.at(static_cast<qsizetype>(k)), others.items[i].items[k]);
            resources.set(kind, std::move(merged));
        }
    }

    QByteArray resourcesText(PdfValue &resources)
    {
        PdfValue fonts = resources.at("/Font");
        for (PdfValue &font : fonts.items) {
            if (font.is(Kind::Reference))
                font = PdfValue::plain(pdfReference(m_fonts.numberOf(font.reference)));
        }
        resources.set("/Font", std::move(fonts));
        return m_copy.text(resources);
    }

    QByteArray annotationsOf(const PdfValue &page)
    {
        std::vector<PdfLink> parts;
        for (const PdfValue &annotation : m_source.resolved(page.at("/Annots")).items)
            parts.push_back(linkOf(m_source.resolved(annotation)));
        QByteArray references;
        for (const PdfLink &link : joined(parts)) {
            const QByteArray text = annotationOf(link);
            if (!text.isEmpty())
                references += ' ' + pdfReference(m_objects.add(text));
        }
        return references.isEmpty() ? QByteArray() : QByteArray(" /Annots [" + references + " ]");
    }

    /// Empty where the link leads nowhere.
    QByteArray annotationOf(const PdfLink &link) const
    {
        if (!isInnerAddress(link.address))
            return link.address.isEmpty() ? QByteArray() : outerAnnotation(link);
        const auto place = m_structure.destinations.constFind(QByteArray::fromPercentEncoding(link.address));
        if (place == m_structure.destinations.constEnd())
            return {};
        return innerAnnotation(link, m_pages.at(static_cast<size_t>(place->page)), place->top);
    }

    void writeTree()
    {
        QByteArray kids;
        for (const int page : m_pages)
            kids += ' ' + pdfReference(page);
        m_objects.add(m_tree,
                      "<< /Type /Pages /Count " + QByteArray::number(m_pages.size()) + " /Kids [" + kids + " ] >>");
    }

    void writeRoot()
    {
        QByteArray root = "<< /Type /Catalog /Pages " + pdfReference(m_tree);
        if (!m_structure.outline.isEmpty())
            root += " /Outlines " + pdfReference(writeOutline(m_objects, m_pages, m_structure.outline));
        // The labels: "Title", then the numbers that stand in the feet.
        m_objects.add(m_root,
                      root + " /Lang " + pdfText(m_structure.metadata.language)
                          + " /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >>"
                            " /PageLabels << /Nums [ 0 << /P (Title) >> 1 << /S /D /St 2 >> ] >> >>");
    }

    int writeInformation()
    {
        const PdfMetadata &metadata = m_structure.metadata;
        const QByteArray created =
            metadata.created.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1();
        const auto entry = [](const char *key, const QString &text) { return QByteArray(key + pdfText(text)); };
        return m_objects.add("<<" + entry(" /Title ", metadata.title) + entry(" /Author ", metadata.author)
                             + entry(" /Subject ", metadata.subject) + entry(" /Keywords ", metadata.keywords)
                             + entry(" /Creator ", metadata.creator)
                             + entry(" /Producer ", QStringLiteral("Qt ") + QString::fromLatin1(qVersion()))
                             + " /CreationDate " + pdfString(created) + " /ModDate " + pdfString(created) + " >>");
    }

    const PdfStructure &m_structure;
    PdfSource m_source;
    PdfObjects m_objects;
    PdfCopy m_copy;
    PdfFonts m_fonts;
    std::vector<int> m_written; ///< the pages' objects by Qt
    std::vector<int> m_pages;   ///< and those in the final order
    int m_root = 0;
    int m_tree = 0;
    int m_save = 0;
    int m_restore = 0;
};

} // namespace

Result<void> finishPdf(QIODevice &written, const PdfStructure &structure, QIODevice &target)
{
    try {
        Finisher(written, structure, target).run();
        return {};
    } catch (const std::exception &error) {
        return Error{ReportWords::tr("The pages could not be put together: %1. Please report this.")
                         .arg(QString::fromUtf8(error.what()))};
    }
}

} // namespace casebook
