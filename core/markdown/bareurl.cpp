#include "core/markdown/bareurl.h"

#include <algorithm>
#include <array>

namespace casebook {

namespace {

struct Scheme {
    QStringView prefix;
    bool mail;
};

constexpr std::array<Scheme, 3> schemes = {{{u"https://", false}, {u"http://", false}, {u"mailto:", true}}};

const Scheme *schemeAt(QStringView text, qsizetype at)
{
    for (const Scheme &scheme : schemes) {
        if (text.mid(at).startsWith(scheme.prefix, Qt::CaseInsensitive))
            return &scheme;
    }
    return nullptr;
}

bool endsUrl(QChar c)
{
    return c.isSpace() || c == u'<' || c.unicode() < 0x20;
}

bool isSentenceMark(QChar c)
{
    constexpr QStringView marks = u"?!.,:*_~'\"\u2019\u201d\u00bb\u2026\u3002\uff0c";
    return marks.contains(c);
}

bool isHostCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c == u'-' || c == u'_' || c == u'.';
}

// The end of what is an entity ("&quot;") before the ';' at end - 1, or `end` where there is none.
qsizetype beforeEntity(QStringView url, qsizetype end)
{
    qsizetype at = end - 2;
    while (at >= 0 && url.at(at).isLetterOrNumber())
        --at;
    return at >= 0 && at < end - 2 && url.at(at) == u'&' ? at : end;
}

// Without the marks that belong to the sentence. A ')' belongs to it unless its '(' is in the address.
qsizetype trimmedLength(QStringView url)
{
    qsizetype end = url.size();
    qsizetype surplus = url.count(u')') - url.count(u'(');
    while (end > 0) {
        const QChar last = url.at(end - 1);
        if (isSentenceMark(last)) {
            --end;
        } else if (last == u')' && surplus > 0) {
            --surplus;
            --end;
        } else if (const qsizetype shorter = last == u';' ? beforeEntity(url, end) : end; shorter != end) {
            end = shorter;
        } else {
            break;
        }
    }
    return end;
}

// A host of http:// starts with a letter or digit ("[::1]" stays text), and its last two parts hold no underscore.
bool startsWithHost(QStringView rest)
{
    const auto *end = std::find_if_not(rest.begin(), rest.end(), isHostCharacter);
    QStringView host = rest.left(end - rest.begin());
    while (!host.isEmpty() && isSentenceMark(host.back()))
        host.chop(1);
    if (host.isEmpty() || !(host.front().isLetterOrNumber() || host.front().isSurrogate()))
        return false;
    const qsizetype lastDot = host.lastIndexOf(u'.');
    const qsizetype tail = lastDot > 0 ? host.left(lastDot).lastIndexOf(u'.') + 1 : 0;
    return !host.mid(tail).contains(u'_');
}

bool startsWithMailbox(QStringView rest)
{
    const auto *at =
        std::find_if(rest.begin(), rest.end(), [](QChar c) { return c == u'@' || c == u':' || endsUrl(c); });
    return at != rest.begin() && at != rest.end() && *at == u'@' && at + 1 != rest.end()
        && (at + 1)->isLetterOrNumber();
}

} // namespace

TextRange findBareUrl(QStringView text, qsizetype from)
{
    for (qsizetype colon = text.indexOf(u':', from); colon >= 0; colon = text.indexOf(u':', colon + 1)) {
        qsizetype start = colon;
        while (start > from && colon - start < 6 && text.at(start - 1).isLetter())
            --start;
        const Scheme *scheme = schemeAt(text, start);
        if (!scheme || (start > 0 && text.at(start - 1).isLetterOrNumber()))
            continue;
        // Neither test looks past the next ':', so that a row of refused addresses takes linear time.
        const QStringView rest = text.mid(start + scheme->prefix.size());
        if (!(scheme->mail ? startsWithMailbox(rest) : startsWithHost(rest)))
            continue;
        const auto *stop = std::find_if(rest.begin(), rest.end(), endsUrl);
        return {start, trimmedLength(text.mid(start, stop - (text.begin() + start)))};
    }
    return {text.size(), 0};
}

} // namespace casebook
