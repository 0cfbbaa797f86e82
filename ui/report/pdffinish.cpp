#include "ui/report/pdffinish.h"

#include "ui/report/pdfcopy.h"
#include "ui/report/pdffonts.h"
#include "ui/report/pdfgrey.h"
#include "ui/report/pdflinks.h"
#include "ui/report/pdfoutline.h"
#include "ui/report/reportwords.h"

#include <QIODevice>

#include <exception>
#include <memory>
#include <utility>

namespace casebook {

namespace {

using Kind = PdfValue::Kind;

constexpr char footName[] = "/Foot"; // Qt's names end in numbers

/// A PDF by Qt, on its way into another.
struct WrittenPdf {
    WrittenPdf(QIODevice &written, PdfObjects &objects)
        : source(written), copy(source, objects), fonts(source, objects, copy)
    {
        pages = source.pages();
    }

    PdfValue page(int number) { return source.read(pages.at(static_cast<size_t>(number))).value; }

    PdfSource source;
    PdfCopy copy;
    PdfFonts fonts;
    std::vector<int> pages; ///< their objects
};

/// Finishes one PDF. Exceptions pass through.
class Finisher {
public:
    Finisher(const std::vector<QIODevice *> &written, const PdfStructure &structure, QIODevice &target)
        : m_structure(structure), m_objects(target)
    {
        for (QIODevice *device : written)
            m_written.push_back(std::make_unique<WrittenPdf>(*device, m_objects));
    }

    void run(const std::function<bool()> &goesOn)
    {
        m_root = m_objects.reserve();
        m_tree = m_objects.reserve();
        for (qsizetype i = 0; i < m_structure.sheets.size(); ++i)
            m_pages.push_back(m_objects.reserve());
        m_save = m_objects.reserve();
        m_restore = m_objects.reserve();
        m_objects.addStream(m_save, {}, "q");
        m_objects.addStream(m_restore, {}, QByteArray("Q ") + footName + " Do");
        for (size_t i = 0; i < m_pages.size() && m_objects.isWritten(); ++i) {
            writePage(i);
            if (goesOn && !goesOn())
                return;
        }
        int tag = 0;
        for (const auto &written : m_written) {
            tag = written->fonts.write(tag);
            written->copy.copyWaiting();
        }
        writeTree();
        writeRoot();
        m_objects.finish(m_root, writeInformation());
    }

private:
    void writePage(size_t place)
    {
        const PdfSheet &sheet = m_structure.sheets.at(static_cast<qsizetype>(place));
        WrittenPdf &from = *m_written.at(static_cast<size_t>(sheet.file));
        const PdfValue page = from.page(sheet.page);
        PdfValue resources = from.source.resolved(page.at("/Resources"));
        QByteArray contents = pdfReference(writeStream(from, page, {}));
        if (sheet.overlay >= 0) {
            contents = pdfReference(m_save) + ' ' + contents + ' ' + pdfReference(m_restore);
            addFoot(resources, writeFoot(sheet.overlay));
        }
        m_objects.add(m_pages[place],
                      "<< /Type /Page /Parent " + pdfReference(m_tree) + " /MediaBox "
                          + from.copy.text(page.at("/MediaBox")) + " /Contents [ " + contents + " ] /Resources "
                          + resourcesText(from, resources) + annotationsOf(from.source, page) + " >>");
        from.copy.copyWaiting(); // pictures, where they are first seen
    }

    /// What is drawn on a page, as a stream with some more entries; its number.
    int writeStream(WrittenPdf &from, const PdfValue &page, const QByteArray &entries)
    {
        const PdfSource::Object stream = from.source.read(page.at("/Contents").reference);
        const int number = m_objects.reserve();
        const QByteArray data = from.source.data(stream);
        const bool isPacked = stream.value.at("/Filter").text == "/FlateDecode";
        if (!isPacked)
            m_objects.addPlainStream(number, entries, data);
        else
            m_objects.addStream(number, entries + "/Filter /FlateDecode", m_structure.grey ? greyContents(data) : data);
        return number;
    }

    // As a form, which has names of its own: pages of different files have the same names for different things.
    int writeFoot(int overlay)
    {
        WrittenPdf &from = *m_written.front();
        const PdfValue marks = from.page(overlay);
        PdfValue resources = from.source.resolved(marks.at("/Resources"));
        const QByteArray text = resourcesText(from, resources);
        if (text != m_footResources) { // of nearly all feet they are the same
            m_footResources = text;
            m_footResourcesNumber = m_objects.add(text);
        }
        const int number = writeStream(from, marks,
                                       "/Subtype /Form /BBox " + from.copy.text(marks.at("/MediaBox")) + " /Resources "
                                           + pdfReference(m_footResourcesNumber) + ' ');
        from.copy.copyWaiting();
        return number;
    }

    static void addFoot(PdfValue &resources, int number)
    {
        PdfValue forms = resources.at("/XObject");
        if (!forms.is(Kind::Dictionary))
            forms = {Kind::Dictionary, {}};
        forms.set(footName, PdfValue::plain(pdfReference(number)));
        resources.set("/XObject", std::move(forms));
    }

    static QByteArray resourcesText(WrittenPdf &from, PdfValue &resources)
    {
        PdfValue fonts = resources.at("/Font");
        for (PdfValue &font : fonts.items) {
            if (font.is(Kind::Reference))
                font = PdfValue::plain(pdfReference(from.fonts.numberOf(font.reference)));
        }
        resources.set("/Font", std::move(fonts));
        return from.copy.text(resources);
    }

    QByteArray annotationsOf(PdfSource &source, const PdfValue &page)
    {
        std::vector<PdfLink> parts;
        for (const PdfValue &annotation : source.resolved(page.at("/Annots")).items)
            parts.push_back(linkOf(source.resolved(annotation)));
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
    PdfObjects m_objects;
    std::vector<std::unique_ptr<WrittenPdf>> m_written; ///< by file
    std::vector<int> m_pages;                           ///< in the final order
    QByteArray m_footResources;
    int m_footResourcesNumber = 0;
    int m_root = 0;
    int m_tree = 0;
    int m_save = 0;
    int m_restore = 0;
};

} // namespace

Result<void> finishPdf(const std::vector<QIODevice *> &written, const PdfStructure &structure, QIODevice &target,
                       const std::function<bool()> &goesOn)
{
    try {
        Finisher(written, structure, target).run(goesOn);
        return {};
    } catch (const std::exception &error) {
        return Error{ReportWords::tr("The pages could not be put together: %1. Please report this.")
                         .arg(QString::fromUtf8(error.what()))};
    }
}

} // namespace casebook
