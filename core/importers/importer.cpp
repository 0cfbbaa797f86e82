#include "core/importers/importer.h"

#include "core/document/encoding.h"
#include "core/importers/formats.h"
#include "core/importers/mojibake.h"
#include "core/importers/sourcerules.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

bool isUtf16(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

QString decoded(const QByteArray &bytes, QStringList &notes)
{
    if (isUtf16(bytes)) {
        notes.append(ImportText::tr("The document is UTF-16; it was read as that."));
        return QStringDecoder(QStringConverter::Utf16).decode(bytes);
    }
    if (findInvalidUtf8(bytes) >= 0) {
        notes.append(ImportText::tr("The document is not UTF-8: it was read as Windows-1252. Look at its accents and "
                                    "quotation marks."));
        return fromWindows1252(bytes);
    }
    return QString::fromUtf8(hasByteOrderMark(bytes) ? bytes.mid(3) : bytes);
}

QString withPlainLines(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(u'\0'), QChar(0xfffd));
    return text;
}

const Importer *surestOf(const QString &text, const QString &origin)
{
    const Importer *best = nullptr;
    int most = 0;
    for (const auto &importer : allImporters()) {
        if (const int sure = importer->recognize(text, origin); sure > most) {
            most = sure;
            best = importer.get();
        }
    }
    return best;
}

const Importer *called(const QString &name)
{
    for (const auto &importer : allImporters()) {
        if (importer->name() == name)
            return importer.get();
    }
    return nullptr;
}

} // namespace

QStringList importerNames()
{
    QStringList names;
    for (const auto &importer : allImporters())
        names.append(importer->name());
    return names;
}

Result<ImportedDocument> readDocumentBytes(const QByteArray &bytes, const QString &origin, const QString &format,
                                           const QStringList &columns)
{
    QStringList notes;
    const Repair repair = repairMojibake(withPlainLines(decoded(bytes, notes)));
    if (repair.count > 0) {
        notes.append(
            ImportText::tr("%Ln place(s) held text that was UTF-8 and had been read as %1; they were repaired, "
                           "such as %2.",
                           nullptr, repair.count)
                .arg(repair.encoding, repair.example));
    }
    const Importer *importer = format.isEmpty() ? surestOf(repair.text, origin) : called(format);
    if (!importer && !format.isEmpty()) {
        return Error{
            ImportText::tr("There is no format \"%1\". Formats: %2.").arg(format, importerNames().join(u", "_s))};
    }
    if (!importer) {
        return Error{ImportText::tr("%1 holds no cases that can be read off it: it is no curated list of case studies, "
                                    "article, link list, CSV table with a header or export of Casebook.")
                         .arg(origin)};
    }
    ImportedDocument document =
        columns.isEmpty() ? importer->read(repair.text, origin) : importer->readColumns(repair.text, origin, columns);
    document.format = importer->name();
    // Nothing at all, and the reason why, is no document.
    if (document.cases.isEmpty() && document.about.isEmpty() && hasError(document.problems)) {
        const Problem &problem = document.problems.first();
        return Error{ImportText::tr("%1, line %2: %3").arg(origin).arg(problem.line).arg(problem.message)};
    }
    for (ImportedCase &one : document.cases) {
        const bool isOurs = !one.id.isEmpty(); // what a corpus left open stays open
        for (ImportedSource &source : one.sources) {
            if (!isOurs)
                judgeSource(source, one.organization);
        }
    }
    document.notes = notes + document.notes;
    return document;
}

} // namespace casebook
