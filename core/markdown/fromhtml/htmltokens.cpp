#include "core/markdown/fromhtml/htmltokens.h"

#include <algorithm>
#include <array>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <memory>
#include <string_view>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// libxml2 looks through all open elements at each end: a page without any end of its own would take for ever.
constexpr int deepest = 400;

struct FreeContext {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

QString textOf(const xmlChar *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

// The attributes that mean something to us: all else is not kept.
bool isOfUse(std::string_view name)
{
    static constexpr std::array<std::string_view, 15> names{"href", "src",      "alt",   "style",  "class",
                                                            "id",   "role",     "align", "start",  "colspan",
                                                            "rel",  "data-src", "name",  "hidden", "aria-hidden"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// One run of libxml2 over a page, or over what an earlier one left of it.
class TokenReader {
public:
    explicit TokenReader(const std::function<void(const HtmlToken &)> &take) : m_take(take) {}

    /// How many bytes were read: fewer than there are where elements are nested too deep.
    qsizetype read(QByteArrayView html);

private:
    static TokenReader &of(void *data) { return *static_cast<TokenReader *>(data); }
    static void start(void *data, const xmlChar *name, const xmlChar **attributes);
    static void end(void *data, const xmlChar *name);
    static void text(void *data, const xmlChar *text, int size);
    void stop();

    const std::function<void(const HtmlToken &)> &m_take;
    std::unique_ptr<htmlParserCtxt, FreeContext> m_context;
    int m_depth = 0;
    qsizetype m_stoppedAt = -1;
};

void TokenReader::start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    TokenReader &reader = of(data);
    HtmlToken token{HtmlToken::Kind::Start, textOf(name).toLower()};
    for (const xmlChar **at = attributes; at && *at; at += 2) {
        if (isOfUse(reinterpret_cast<const char *>(at[0])))
            token.attributes.append({textOf(at[0]), at[1] ? textOf(at[1]) : QString()});
    }
    reader.m_take(token);
    if (++reader.m_depth > deepest)
        reader.stop();
}

void TokenReader::end(void *data, const xmlChar *name)
{
    TokenReader &reader = of(data);
    --reader.m_depth;
    if (reader.m_stoppedAt < 0) // else the elements that are open go on in the next run
        reader.m_take({HtmlToken::Kind::End, textOf(name).toLower()});
}

void TokenReader::text(void *data, const xmlChar *text, int size)
{
    of(data).m_take({HtmlToken::Kind::Text, QString::fromUtf8(reinterpret_cast<const char *>(text), size)});
}

void TokenReader::stop()
{
    if (m_stoppedAt >= 0)
        return;
    m_stoppedAt = xmlByteConsumed(m_context.get());
    xmlStopParser(m_context.get());
}

qsizetype TokenReader::read(QByteArrayView html)
{
    m_context.reset(htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
    if (!m_context)
        return html.size();
    htmlSAXHandler &handler = *m_context->sax;
    handler = {};
    handler.startElement = start;
    handler.endElement = end;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    handler.initialized = 1;
    m_context->userData = this;
    htmlCtxtUseOptions(m_context.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                           | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    xmlSwitchEncoding(m_context.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(m_context.get());
    return m_stoppedAt < 0 ? html.size() : m_stoppedAt;
}

// The run before stopped inside of a tag, behind its attributes.
QByteArrayView withoutTagEnd(QByteArrayView html)
{
    if (html.startsWith('/'))
        html = html.sliced(1);
    return html.startsWith('>') ? html.sliced(1) : html;
}

} // namespace

QString HtmlToken::attribute(QStringView name) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [name](const auto &attribute) { return attribute.first == name; });
    return found == attributes.end() ? QString() : found->second;
}

bool HtmlToken::hasAttribute(QStringView name) const
{
    return std::any_of(attributes.begin(), attributes.end(),
                       [name](const auto &attribute) { return attribute.first == name; });
}

void readHtmlTokens(QStringView html, const std::function<void(const HtmlToken &)> &take)
{
    static const bool isReady = (xmlInitParser(), true); // once, whatever thread is the first
    Q_UNUSED(isReady)
    QString clean = html.toString();
    clean.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    const QByteArray bytes = clean.toUtf8();
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        const qsizetype read = TokenReader(take).read(rest);
        rest = read > 0 ? withoutTagEnd(rest.sliced(std::min(read, rest.size()))) : QByteArrayView();
    }
}

} // namespace casebook
