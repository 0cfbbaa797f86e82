#include "core/markdown/fromhtml/htmltokens.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReference = 32;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNameEnd(QChar c)
{
    return c.isSpace() || c == u'/' || c == u'>' || c == u'=';
}

// The attributes that mean something to us: all else is not kept.
bool isOfUse(QStringView name)
{
    static constexpr std::array<QStringView, 9> names{u"href",  u"src",   u"alt",     u"style", u"class",
                                                      u"align", u"start", u"colspan", u"hidden"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What is inside of these is not text of the page. They do not nest.
bool isRaw(QStringView name)
{
    static constexpr std::array<QStringView, 8> names{u"script",   u"style",  u"title",    u"textarea",
                                                      u"noscript", u"iframe", u"noframes", u"xmp"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The names of U+00A0 to U+00FF, in order: office programs write letters this way.
constexpr char latin1Names[] =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
    "micro "
    "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
    "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
    "thorn yuml";

QHash<QString, char32_t> makeReferences()
{
    QHash<QString, char32_t> references{
        {u"amp"_s, U'&'},      {u"lt"_s, U'<'},       {u"gt"_s, U'>'},      {u"quot"_s, U'"'},
        {u"apos"_s, U'\''},    {u"ndash"_s, 0x2013},  {u"mdash"_s, 0x2014}, {u"lsquo"_s, 0x2018},
        {u"rsquo"_s, 0x2019},  {u"sbquo"_s, 0x201A},  {u"ldquo"_s, 0x201C}, {u"rdquo"_s, 0x201D},
        {u"bdquo"_s, 0x201E},  {u"dagger"_s, 0x2020}, {u"bull"_s, 0x2022},  {u"hellip"_s, 0x2026},
        {u"permil"_s, 0x2030}, {u"prime"_s, 0x2032},  {u"Prime"_s, 0x2033}, {u"lsaquo"_s, 0x2039},
        {u"rsaquo"_s, 0x203A}, {u"euro"_s, 0x20AC},   {u"trade"_s, 0x2122}, {u"larr"_s, 0x2190},
        {u"uarr"_s, 0x2191},   {u"rarr"_s, 0x2192},   {u"darr"_s, 0x2193},  {u"minus"_s, 0x2212},
        {u"infin"_s, 0x221E},  {u"asymp"_s, 0x2248},  {u"ne"_s, 0x2260},    {u"le"_s, 0x2264},
        {u"ge"_s, 0x2265},     {u"ensp"_s, 0x2002},   {u"emsp"_s, 0x2003},  {u"thinsp"_s, 0x2009},
        {u"zwnj"_s, 0x200C},   {u"zwj"_s, 0x200D},    {u"OElig"_s, 0x152},  {u"oelig"_s, 0x153},
        {u"Scaron"_s, 0x160},  {u"scaron"_s, 0x161},  {u"Yuml"_s, 0x178},   {u"fnof"_s, 0x192},
        {u"circ"_s, 0x2C6},    {u"tilde"_s, 0x2DC},   {u"Omega"_s, 0x3A9},  {u"micro"_s, 0xB5},
        {u"alpha"_s, 0x3B1},   {u"beta"_s, 0x3B2},    {u"pi"_s, 0x3C0},     {u"mu"_s, 0x3BC},
    };
    char32_t code = 0xA0;
    const QStringList names = QString::fromLatin1(latin1Names).split(u' ');
    for (const QString &name : names)
        references.insert(name, code++);
    return references;
}

// A code point that may stand in a file, or the sign for one that is broken.
char32_t usable(uint code)
{
    const bool isControl = code < 0x20 && code != '\t' && code != '\n';
    return isControl || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0xFFFD : code;
}

// The code point of what stands between & and ;, or 0.
char32_t codeOf(QStringView reference)
{
    static const QHash<QString, char32_t> references = makeReferences();
    if (!reference.startsWith(u'#'))
        return references.value(reference.toString(), 0);
    const bool isHex = reference.size() > 1 && (reference[1] == u'x' || reference[1] == u'X');
    bool isNumber = false;
    const uint code = reference.sliced(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    return isNumber ? usable(code) : 0;
}

} // namespace

QString HtmlToken::attribute(QStringView name) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [name](const auto &attribute) { return attribute.first == name; });
    return found == attributes.end() ? QString() : found->second;
}

QString withoutReferences(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype taken = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        const qsizetype end = text.sliced(at, std::min(longestReference, text.size() - at)).indexOf(u';');
        const char32_t code = end > 1 ? codeOf(text.sliced(at + 1, end - 1)) : 0;
        if (code == 0)
            continue;
        out += text.sliced(taken, at - taken);
        out += QChar::fromUcs4(code);
        taken = at + end + 1;
    }
    out += text.sliced(taken);
    return out;
}

bool HtmlTokens::next(HtmlToken &token)
{
    while (!atEnd()) {
        if (m_html[m_at] == u'<' && readTag(token)) {
            if (!token.text.isEmpty())
                return true;
            continue; // a comment or a declaration
        }
        const qsizetype end = m_html.indexOf(u'<', m_at + 1);
        const qsizetype stop = end < 0 ? m_html.size() : end;
        token = {HtmlToken::Kind::Text, withoutReferences(m_html.sliced(m_at, stop - m_at))};
        m_at = stop;
        return true;
    }
    return false;
}

// Leaves the name empty where what stands here has no meaning for the text; false where it is text.
bool HtmlTokens::readTag(HtmlToken &token)
{
    const QStringView rest = m_html.sliced(m_at + 1);
    const bool isEnd = rest.startsWith(u'/');
    const qsizetype name = isEnd ? 1 : 0;
    if (rest.startsWith(u'!') || rest.startsWith(u'?')) {
        token = {};
        skipDeclaration();
        return true;
    }
    if (name >= rest.size() || !isLetter(rest[name]))
        return false;
    qsizetype end = name;
    while (end < rest.size() && !isNameEnd(rest[end]))
        ++end;
    token = {isEnd ? HtmlToken::Kind::End : HtmlToken::Kind::Start, rest.sliced(name, end - name).toString().toLower()};
    m_at += 1 + end;
    readAttributes(token);
    if (!isEnd && isRaw(token.text)) {
        skipInside(token.text);
        token = {};
    }
    return true;
}

void HtmlTokens::skipBlanks()
{
    while (!atEnd() && m_html[m_at].isSpace())
        ++m_at;
}

void HtmlTokens::readAttributes(HtmlToken &token)
{
    for (;;) {
        skipBlanks();
        if (atEnd() || m_html[m_at] == u'>') {
            m_at = std::min(m_at + 1, m_html.size());
            return;
        }
        token.closesItself = m_html[m_at] == u'/';
        if (token.closesItself) {
            ++m_at;
            continue;
        }
        const qsizetype begin = m_at++;
        while (!atEnd() && !isNameEnd(m_html[m_at]))
            ++m_at;
        const QString name = m_html.sliced(begin, m_at - begin).toString().toLower();
        skipBlanks();
        const QString value = !atEnd() && m_html[m_at] == u'=' ? readValue() : QString();
        if (token.kind == HtmlToken::Kind::Start && isOfUse(name))
            token.attributes.append({name, value});
    }
}

// From the equals sign on.
QString HtmlTokens::readValue()
{
    ++m_at;
    skipBlanks();
    if (atEnd())
        return {};
    const QChar quote = m_html[m_at];
    const qsizetype begin = m_at;
    if (quote == u'"' || quote == u'\'') {
        const qsizetype close = m_html.indexOf(quote, begin + 1);
        const qsizetype end = close < 0 ? m_html.size() : close;
        m_at = std::min(end + 1, m_html.size());
        return withoutReferences(m_html.sliced(begin + 1, end - begin - 1));
    }
    while (!atEnd() && !m_html[m_at].isSpace() && m_html[m_at] != u'>')
        ++m_at;
    return withoutReferences(m_html.sliced(begin, m_at - begin));
}

void HtmlTokens::skipDeclaration()
{
    const bool isComment = m_html.sliced(m_at).startsWith(u"<!--");
    const QStringView mark = isComment ? u"-->" : u">";
    const qsizetype end = m_html.indexOf(mark, m_at + (isComment ? 4 : 1));
    m_at = end < 0 ? m_html.size() : end + mark.size();
}

void HtmlTokens::skipInside(QStringView name)
{
    for (qsizetype at = m_html.indexOf(u"</", m_at); at >= 0; at = m_html.indexOf(u"</", at + 2)) {
        const QStringView rest = m_html.sliced(at + 2);
        if (rest.startsWith(name, Qt::CaseInsensitive)) {
            const qsizetype end = rest.indexOf(u'>');
            m_at = end < 0 ? m_html.size() : at + 2 + end + 1;
            return;
        }
    }
    m_at = m_html.size();
}

} // namespace casebook
