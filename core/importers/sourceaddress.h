#pragma once

#include <QString>
#include <QStringView>

namespace casebook {

/// Whether a source may have this address: http or https, with a host.
bool isSourceAddress(const QString &url);

/// What two addresses of one page have in common, however they are written: without scheme, "www.", a default port,
/// fragment, closing slash and what only counts visitors (utm_source and the like). Empty where it is no address.
QString addressKey(const QString &url);

/// A title for a page that nobody names: the words of its address, "Rewriting the sync engine" for
/// …/2020/rewriting-the-sync-engine.html; where it has none, its host and path. Never empty for an address.
QString titleFromAddress(const QString &url);

} // namespace casebook
