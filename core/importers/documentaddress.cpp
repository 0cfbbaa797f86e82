#include "core/importers/documentaddress.h"

#include "core/document/encoding.h"
#include "core/sources/charset.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

/// A page about a file, and the file.
struct PageRule {
    const char16_t *page;
    const char16_t *file;
};

constexpr std::array pageRules{
    PageRule{u"^https?://(?:www\\.)?github\\.com/([^/]+/[^/]+)/(?:blob|raw|blame)/([^?#]+).*$",
             u"https://raw.githubusercontent.com/\\1/\\2"},
    PageRule{u"^https?://gist\\.github\\.com/([^/?#]+/[0-9a-f]+)/?(?:[?#].*)?$",
             u"https://gist.githubusercontent.com/\\1/raw"},
    PageRule{u"^https?://gitlab\\.com/([^?#]+)/-/blob/([^?#]+).*$", u"https://gitlab.com/\\1/-/raw/\\2"},
    PageRule{u"^https?://codeberg\\.org/([^/]+/[^/]+)/src/(branch|commit|tag)/([^?#]+).*$",
             u"https://codeberg.org/\\1/raw/\\2/\\3"},
};

/// Types of which cases may be read, with the ending of files that hold them; "" where the text must tell.
struct TypeRule {
    QLatin1StringView type;
    QLatin1StringView ending;
};

constexpr std::array typeRules{
    TypeRule{"text/csv"_L1, ".csv"_L1},
    TypeRule{"application/csv"_L1, ".csv"_L1},
    TypeRule{"application/vnd.ms-excel"_L1, ".csv"_L1}, // what some servers call CSV
    TypeRule{"text/tab-separated-values"_L1, ".tsv"_L1},
    TypeRule{"application/json"_L1, ".json"_L1},
    TypeRule{"text/json"_L1, ".json"_L1},
    TypeRule{"text/markdown"_L1, ".md"_L1},
    TypeRule{"text/x-markdown"_L1, ".md"_L1},
    TypeRule{"text/plain"_L1, ""_L1},
    TypeRule{"application/octet-stream"_L1, ""_L1},
    TypeRule{"binary/octet-stream"_L1, ""_L1},
    TypeRule{""_L1, ""_L1},
};

QString fileName(const QString &address)
{
    const QString name = QUrl(address).fileName();
    return name.isEmpty() ? QUrl(address).host() : name;
}

/// Whether bytes are nothing that a person wrote as text, whatever their server calls them.
bool isBinary(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return false; // UTF-16
    return bytes.startsWith("%PDF-") || bytes.startsWith("PK\x03\x04")
        || bytes.first(std::min<qsizetype>(bytes.size(), 4096)).contains('\0');
}

QByteArray asUtf8(const QByteArray &bytes, const QByteArray &charset)
{
    if (charset.isEmpty() || findInvalidUtf8(bytes) < 0)
        return bytes;
    return decodeText(bytes, QString::fromLatin1(charset)).text.toUtf8();
}

QByteArray charsetIn(const QByteArray &type)
{
    static const QRegularExpression charset(u";\\s*charset\\s*=\\s*\"?([^\\s\";]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return charset.match(QString::fromLatin1(type)).captured(1).toLatin1();
}

Error refusal(const QString &address, const QString &what)
{
    return Error{ImportText::tr("%1 is %2: cases cannot be read off it. Formats that can: Markdown, CSV, and JSON that "
                                "Casebook exported.")
                     .arg(address, what)};
}

} // namespace

bool isDocumentAddress(const QString &text)
{
    static const QRegularExpression scheme(u"^\\s*[a-z][a-z0-9+.-]*://"_s, QRegularExpression::CaseInsensitiveOption);
    return text.contains(scheme);
}

QString documentBehind(const QString &address)
{
    for (const PageRule &rule : pageRules) {
        const QRegularExpression page(QString::fromUtf16(rule.page), QRegularExpression::CaseInsensitiveOption);
        if (address.contains(page))
            return QString(address).replace(page, QString::fromUtf16(rule.file));
    }
    return {};
}

Result<ReceivedDocument> receivedDocument(const QByteArray &bytes, const QString &address, const QByteArray &type)
{
    const QString essence = QString::fromLatin1(type).section(u';', 0, 0).trimmed().toLower();
    const bool isPage = essence == u"text/html" || essence == u"application/xhtml+xml";
    if (const QString behind = documentBehind(address); isPage && !behind.isEmpty())
        return Error{
            ImportText::tr("%1 is a page about the document. The document itself is at %2").arg(address, behind)};
    const auto is = [&essence](const TypeRule &rule) { return essence == rule.type; };
    const auto rule = std::find_if(typeRules.begin(), typeRules.end(), is);
    if (rule == typeRules.end() && !essence.startsWith(u"text/") && !isPage)
        return refusal(address, essence);
    if (isBinary(bytes))
        return refusal(address, ImportText::tr("no text"));
    const QByteArray charset = charsetIn(type);
    if (isPage)
        return ReceivedDocument{bytes, fileName(address), address, "text/html", charset};
    ReceivedDocument document{asUtf8(bytes, charset), fileName(address), address};
    static const QRegularExpression telling(u"\\.(?:csv|tsv|json|md|markdown)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (rule != typeRules.end() && !document.name.contains(telling))
        document.name += rule->ending;
    return document;
}

} // namespace casebook
