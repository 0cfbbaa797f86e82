#include "core/importers/webpage.h"

#include "core/markdown/markdownescape.h"
#include "core/markdown/markdownwriter.h"
#include "core/sources/readabletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

constexpr qsizetype lookedAt = 4096; // UTF-16 units or bytes

bool hasTitle(const MarkdownNode &document)
{
    return std::any_of(document.children.begin(), document.children.end(), [](const MarkdownNode &block) {
        return block.kind == MarkdownKind::Heading && block.level == 1;
    });
}

} // namespace

bool isWebPage(const QString &text)
{
    static const QRegularExpression start(
        u"^\\s*(?:<!--.*?-->\\s*|<\\?xml[^>]*>\\s*)*<(?:!doctype html|html|head)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return text.left(lookedAt).contains(start);
}

bool isWebPage(const ReceivedDocument &document)
{
    static const QRegularExpression ending(u"\\.x?html?$"_s, QRegularExpression::CaseInsensitiveOption);
    return document.type == "text/html" || document.type == "application/xhtml+xml" || document.name.contains(ending)
        || isWebPage(QString::fromUtf8(document.bytes.left(lookedAt)));
}

Result<ReceivedDocument> markdownOfPage(const ReceivedDocument &page)
{
    const Result<ReadableText> text =
        readableText(page.bytes, u"text/html"_s, QString::fromLatin1(page.charset), page.from);
    if (!text)
        return text.error();
    ReceivedDocument document = page;
    QString markdown = toMarkdown(text->document);
    if (!text->title.isEmpty() && !hasTitle(text->document))
        markdown.prepend(u"# "_s + escaped(text->title.simplified(), {}) + u"\n\n"_s);
    document.bytes = markdown.toUtf8();
    document.name += u".md"_s;
    document.type.clear();
    document.charset.clear();
    document.notes.append(
        ImportText::tr("The document is a web page: its main text was read, and what stands around it "
                       "was left out."));
    return document;
}

} // namespace casebook
