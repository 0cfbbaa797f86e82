#pragma once

#include <QByteArray>
#include <QStringView>

namespace casebook {

enum class LinkKind {
    External, ///< http, https or mailto: may be opened when a person asks
    Relative, ///< a path below or beside the file, perhaps with a fragment
    Fragment, ///< "#place" in the same text
    Refused,  ///< anything else: javascript:, file:, data:, //host, C:\path, an empty or broken address
};

/// What an address in a text may be used for. Text is untrusted: whatever is not known to be harmless is Refused.
LinkKind linkKind(QStringView url);

/// The address in ASCII, as HTML and PDF need it: the host in its ASCII form, everything else percent-encoded once.
/// Empty for a refused address.
QByteArray encodedLink(QStringView url);

/// The host of an http or https address, without "www."; empty for others.
QString linkHost(QStringView url);

} // namespace casebook
