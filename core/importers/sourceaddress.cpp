#include "core/importers/sourceaddress.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool countsVisitors(const QString &key)
{
    static const QStringList names{u"fbclid"_s, u"gclid"_s, u"gi"_s, u"ref"_s, u"ref_src"_s, u"mc_cid"_s, u"mc_eid"_s};
    return key.startsWith(u"utm_") || names.contains(key);
}

QString queryKey(const QUrl &url)
{
    QStringList parts;
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyEncoded)) {
        if (!countsVisitors(key))
            parts.append(key + u'=' + value);
    }
    parts.sort();
    return parts.isEmpty() ? QString() : u'?' + parts.join(u'&');
}

/// A number or a hash that a blog puts behind the words of an address.
bool isCode(const QString &word)
{
    static const QRegularExpression code(u"^(?=.*\\d)[0-9a-f]{6,}$"_s);
    return code.match(word).hasMatch();
}

} // namespace

bool isSourceAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
}

QString addressKey(const QString &text)
{
    if (!isSourceAddress(text))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.startsWith(u"www."))
        host.remove(0, 4);
    if (const int port = url.port(); port > 0 && port != 80 && port != 443)
        host += u':' + QString::number(port);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return host + path + queryKey(url);
}

QString titleFromAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    QString last = parts.isEmpty() ? QString() : parts.last();
    static const QRegularExpression ending(u"\\.(html?|php|aspx?|md)$"_s, QRegularExpression::CaseInsensitiveOption);
    last.remove(ending);
    static const QRegularExpression between(u"[-_ +]+"_s);
    QStringList words = last.split(between, Qt::SkipEmptyParts);
    while (!words.isEmpty() && isCode(words.last()))
        words.removeLast();
    if (words.size() < 3) {
        const QString key = addressKey(text).section(u'?', 0, 0);
        return key.isEmpty() ? text : key;
    }
    QString title = words.join(u' ');
    title[0] = title.at(0).toUpper();
    return title;
}

} // namespace casebook
