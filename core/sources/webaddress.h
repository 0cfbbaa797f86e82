#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QHostAddress;
QT_END_NAMESPACE

namespace casebook {

/// Reads an address that may be asked for over the network, blanks around it allowed: http or https, with a host. A
/// name and a password in it are left out: none is ever sent. The Error says what is wrong with it.
Result<QUrl> webAddress(const QString &text);
/// The same for one that was read before, such as that of a redirect.
Result<QUrl> webAddress(const QUrl &url);

/// Whether an address leads to this computer, to a network that is not public, or nowhere: loopback, private,
/// link-local, shared (RFC 6598), multicast, reserved or meant for documentation; those inside of IPv6 addresses too
/// (mapped, NAT64, 6to4, Teredo).
bool isPrivateAddress(const QHostAddress &address);

/// Whether a host's name means this computer or its own network by itself, whatever it resolves to: "localhost",
/// "printer", "wiki.local", "x.home.arpa", "x.internal".
bool isPrivateName(const QString &host);

} // namespace casebook
