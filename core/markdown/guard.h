#pragma once

#include <QByteArrayView>

namespace casebook {

/// Whether cmark would take time out of proportion to the text. True for nothing that a person would write:
/// a thousand images in one paragraph, or thousands of blank lines below lists nested thousands deep.
bool isMarkdownHostile(QByteArrayView utf8);

} // namespace casebook
