#pragma once

#include "app/console.h"
#include "core/importers/importfile.h"

namespace casebook {

/// Reads a file, or fetches what is at an address, with its progress on the console. The Error tells of an interruption
/// too. `allowPrivate`: also from this computer and from private networks.
Result<ReceivedDocument> receiveDocument(const QString &fileOrAddress, bool allowPrivate, Console &console);

} // namespace casebook
