#pragma once

#include <QByteArrayView>

namespace casebook {

/// The offset of the first place at or after `from` where the bytes of `needle` stand in `text`; -1 if there is none.
///
/// What memmem() does, several times as fast on text: it looks for the needle's first and last byte at once, sixteen
/// places at a time, where the processor can (every x86-64 can). The search reads the whole corpus at each keystroke.
qsizetype findBytes(QByteArrayView text, QByteArrayView needle, qsizetype from = 0);

} // namespace casebook
