#include "core/sources/readabletext.h"

#include "core/markdown/parser.h"
#include "core/sources/archive.h"
#include "core/sources/charset.h"
#include "core/sources/pdftext.h"
#include "core/sources/readablehtml.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 16 * 1024 * 1024; // characters that are read of a page

QString tr(const char *text)
{
    return QCoreApplication::translate("ReadableText", text);
}

bool isHtml(const QString &type, const QString &text)
{
    if (type == u"text/html" || type == u"application/xhtml+xml")
        return true;
    const QString head = text.left(1000).trimmed().toLower();
    return type.isEmpty() && head.startsWith(u'<') && (head.contains(u"<!doctype html") || head.contains(u"<html"));
}

// Text that is laid out by its lines, such as a log or a program.
bool isLaidOut(const QString &type)
{
    return type != u"text/plain" && !type.isEmpty();
}

MarkdownNode codeOf(const QString &text)
{
    MarkdownNode document;
    if (!text.trimmed().isEmpty())
        document.children.push_back(
            {.kind = MarkdownKind::CodeBlock, .text = text.endsWith(u'\n') ? text : text + u'\n'});
    return document;
}

ReadableText readText(const DecodedText &decoded, const QString &type, const QString &address,
                      const ReadableOptions &options)
{
    QString text = decoded.text.left(longestText);
    ReadableText readable;
    if (isHtml(type, text)) {
        readable = readableHtml(text, address, options);
    } else {
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        if (type == u"text/markdown")
            readable.document = parseMarkdown(text.toUtf8());
        else
            readable.document = isLaidOut(type) ? codeOf(text) : paragraphsOf(text);
    }
    readable.charset = decoded.charset;
    readable.isDamaged = decoded.isDamaged;
    return readable;
}

} // namespace

Result<ReadableText> readableText(const QByteArray &bytes, const QString &type, const QString &charset,
                                  const QString &address, const ReadableOptions &options)
{
    if (type == u"application/pdf" || bytes.startsWith("%PDF-"))
        return readPdf(bytes, options.stop);
    if (type.startsWith(u"image/") || type.startsWith(u"audio/") || type.startsWith(u"video/"))
        return Error{tr("A file of the type %1 holds no text to read. Open it with another program.").arg(type)};
    ReadableText readable = readText(decodeText(bytes, charset), type, address, options);
    if (readable.document.children.empty()) {
        return Error{tr("There is no text in this page: it may be one that a browser has to put together by running "
                        "its scripts.")};
    }
    return readable;
}

Result<ReadableText> readSnapshot(const QString &root, const Snapshot &snapshot, const ReadableOptions &options)
{
    const Result<QByteArray> bytes = snapshotBytes(root, snapshot);
    if (!bytes)
        return bytes.error();
    return readableText(*bytes, snapshot.type, snapshot.charset, snapshot.finalUrl, options);
}

} // namespace casebook
