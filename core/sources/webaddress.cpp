#include "core/sources/webaddress.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "casebook::Sources";

/// What is not the public internet, by the IANA registries of special-purpose addresses.
const QList<QPair<QHostAddress, int>> &privateNetworks()
{
    static const QList<QPair<QHostAddress, int>> networks = [] {
        constexpr std::array names{
            "0.0.0.0/8",      "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24",   "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",  "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4",  "240.0.0.0/4",    "::/96",          "100::/64",       "2001:2::/48",
            "2001:db8::/32",  "fc00::/7",     "fe80::/10",      "fec0::/10",      "ff00::/8",       "64:ff9b:1::/48"};
        QList<QPair<QHostAddress, int>> list;
        for (const char *name : names)
            list.append(QHostAddress::parseSubnet(QString::fromLatin1(name)));
        return list;
    }();
    return networks;
}

quint32 fourBytes(const Q_IPV6ADDR &bytes, int at)
{
    return quint32(bytes[at]) << 24 | quint32(bytes[at + 1]) << 16 | quint32(bytes[at + 2]) << 8 | bytes[at + 3];
}

/// The IPv4 address that an IPv6 address is a way of writing, or to which it leads; null where there is none.
QHostAddress embedded(const QHostAddress &address)
{
    bool isMapped = false;
    if (const quint32 mapped = address.toIPv4Address(&isMapped); isMapped)
        return QHostAddress(mapped);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (address.isInSubnet(QHostAddress(u"64:ff9b::"_s), 96))
        return QHostAddress(fourBytes(bytes, 12));
    if (address.isInSubnet(QHostAddress(u"2002::"_s), 16))
        return QHostAddress(fourBytes(bytes, 2));
    if (address.isInSubnet(QHostAddress(u"2001::"_s), 32))
        return QHostAddress(~fourBytes(bytes, 12));
    return {};
}

} // namespace

Result<QUrl> webAddress(const QString &text)
{
    return webAddress(QUrl(text.trimmed(), QUrl::StrictMode));
}

Result<QUrl> webAddress(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1)) {
        return Error{QCoreApplication::translate(context,
                                                 "\"%1\" is not a web address: it has to begin with http:// or "
                                                 "https://.")
                         .arg(url.isValid() ? url.toDisplayString() : url.errorString())};
    }
    if (url.host().isEmpty() || url.port() == 0)
        return Error{QCoreApplication::translate(context, "\"%1\" names no host.").arg(url.toDisplayString())};
    return url.adjusted(QUrl::RemoveUserInfo);
}

bool isPrivateAddress(const QHostAddress &address)
{
    if (address.isNull())
        return true;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        if (const QHostAddress inner = embedded(address); !inner.isNull())
            return isPrivateAddress(inner);
    }
    const QList<QPair<QHostAddress, int>> &networks = privateNetworks();
    return std::any_of(networks.begin(), networks.end(), [&](const QPair<QHostAddress, int> &network) {
        return network.first.protocol() == address.protocol() && address.isInSubnet(network);
    });
}

bool isPrivateName(const QString &host)
{
    QString name = host.toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    if (!QHostAddress(name).isNull())
        return false;
    static const QStringList endings{u".localhost"_s, u".local"_s, u".internal"_s,
                                     u".home.arpa"_s, u".lan"_s,   u".intranet"_s};
    return !name.contains(u'.')
        || std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return name.endsWith(ending); });
}

} // namespace casebook
