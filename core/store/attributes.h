#pragma once

#include <QByteArray>

namespace casebook {

/// Gives the file that is open as `to` what the file at `from` carries beside its bytes: extended attributes, and with
/// them its access list. An access list that the new file has from its folder goes where `from` has none.
///
/// What only an administrator may set (labels, capabilities) is copied where the system lets us and is else left to the
/// system; signatures of the old bytes are not copied. `from` is in the file system's encoding. 0 or a value of errno.
int copyExtendedAttributes(const QByteArray &from, int to);

} // namespace casebook
