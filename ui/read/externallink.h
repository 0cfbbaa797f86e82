#pragma once

#include <QUrl>

namespace casebook {

/// Whether an address may leave the program: http, https or mailto, and nothing else.
bool isExternalLink(const QUrl &url);

/// Asks the desktop to open an address, if isExternalLink(). False where it may not or could not.
bool openExternalLink(const QUrl &url);

} // namespace casebook
