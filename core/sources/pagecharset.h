#pragma once

#include <QByteArrayView>
#include <QString>

namespace casebook {

/// What a page says of its own charset, as it stands there: in `<meta charset>`, in a meta element's
/// `content="...; charset="`, or in an XML declaration. "" where it says nothing in its first 4096 bytes.
///
/// It stands before the page can be read, so it is looked for in the bytes, as browsers do
/// (html.spec.whatwg.org, "prescan a byte stream to determine its encoding").
QString charsetInPage(QByteArrayView bytes);

} // namespace casebook
