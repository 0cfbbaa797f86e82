#pragma once

#include <QByteArrayView>
#include <QString>

namespace casebook {

/// The text of the first heading of a Markdown body, ATX or setext, without its marks; "" where there is none. A quick
/// look that knows lines and fences, for the titles of files that name none; inline Markdown stays as it is written.
QString firstHeading(QByteArrayView body);

} // namespace casebook
