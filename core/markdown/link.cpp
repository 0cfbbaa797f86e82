#include "core/markdown/link.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// The letters, digits and marks before the first ':' of an address, or an empty view where a path comes first.
QStringView schemeOf(QStringView url)
{
    for (qsizetype i = 0; i < url.size(); ++i) {
        const QChar c = url.at(i);
        if (c == u':')
            return url.left(i);
        if (c == u'/' || c == u'\\' || c == u'?' || c == u'#')
            break;
    }
    return {};
}

bool hasControls(QStringView url)
{
    for (QChar c : url) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return true;
    }
    return false;
}

bool isWebScheme(QStringView scheme)
{
    return scheme.compare(u"http", Qt::CaseInsensitive) == 0 || scheme.compare(u"https", Qt::CaseInsensitive) == 0;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// The host as it stands in an http or https address: no user, no port.
QStringView writtenHost(QStringView url)
{
    const qsizetype start = url.indexOf(u"//") + 2;
    const auto *end =
        std::find_if(url.begin() + start, url.end(), [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    QStringView authority = url.mid(start, end - (url.begin() + start));
    authority = authority.mid(authority.lastIndexOf(u'@') + 1);
    const qsizetype port = authority.lastIndexOf(u':');
    return port < 0 ? authority : authority.left(port);
}

// What may stand in an address as it is; '%' too, for what is encoded already.
bool standsAsItIs(char c)
{
    constexpr QByteArrayView marks("-._~:/?#[]@!$&'()*+,;=%");
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
}

QByteArray percentEncoded(QStringView url)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    QByteArray out;
    for (char c : url.toUtf8()) {
        if (standsAsItIs(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

} // namespace

LinkKind linkKind(QStringView url)
{
    if (url.isEmpty() || hasControls(url))
        return LinkKind::Refused;
    const QStringView scheme = schemeOf(url);
    if (isWebScheme(scheme)) {
        const QUrl parsed(url.toString());
        return parsed.isValid() && !parsed.host().isEmpty() ? LinkKind::External : LinkKind::Refused;
    }
    if (scheme.compare(u"mailto", Qt::CaseInsensitive) == 0)
        return url.size() > scheme.size() + 1 ? LinkKind::External : LinkKind::Refused;
    // A ':' in the first part of a path would be read as a scheme by somebody, and two slashes of any kind as a host.
    const bool colon = !scheme.isNull() || url.front() == u':';
    const bool slashed = url.front() == u'/' || url.front() == u'\\';
    if (colon || slashed || url.front().isSpace())
        return LinkKind::Refused;
    return url.front() == u'#' ? LinkKind::Fragment : LinkKind::Relative;
}

QByteArray encodedLink(QStringView url)
{
    if (linkKind(url) == LinkKind::Refused)
        return {};
    if (!isWebScheme(schemeOf(url)))
        return percentEncoded(url);
    const QStringView host = writtenHost(url);
    if (isAscii(host))
        return percentEncoded(url);
    // QUrl knows how a host is written in ASCII; the rest is left alone, so that nothing is decoded or normalised.
    const qsizetype start = host.begin() - url.begin();
    const QString ascii = QUrl(url.toString()).host(QUrl::FullyEncoded);
    return percentEncoded(url.left(start)) + ascii.toLatin1() + percentEncoded(url.mid(start + host.size()));
}

QString linkHost(QStringView url)
{
    if (linkKind(url) != LinkKind::External || !isWebScheme(schemeOf(url)))
        return {};
    const QString host = QUrl(url.toString()).host();
    return host.startsWith(u"www."_s) ? host.mid(4) : host;
}

} // namespace casebook
