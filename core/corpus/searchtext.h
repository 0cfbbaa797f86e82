#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace casebook {

/// Appends UTF-8 text as it is searched: folded (core/base/fold.h), with a single blank between words wherever lines
/// are broken, marks of block quotes left out, and a line's end between paragraphs. So a phrase is found across lines,
/// and not across paragraphs.
void appendSearchText(QByteArray &target, QByteArrayView utf8);

} // namespace casebook
