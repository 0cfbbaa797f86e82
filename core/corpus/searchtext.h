#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace casebook {

/// Appends text (bytes are UTF-8) as it is searched: folded (core/base/fold.h), with a single blank between words
/// wherever lines are broken, marks of block quotes left out, and a line's end between paragraphs. So a phrase is found
/// across lines, and not across paragraphs.
void appendSearchText(QByteArray &target, QByteArrayView utf8);
void appendSearchText(QByteArray &target, QStringView text);

} // namespace casebook
