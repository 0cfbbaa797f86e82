#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace casebook {

/// The offset, in bytes, of the first place at or after `from` where `needle` starts a word of `text`; -1 if there is
/// none. Both are folded UTF-8. Inside a run of Chinese, Japanese or Korean, which has no blanks, every character starts
/// a word; so does a needle that starts with something other than a letter or digit.
qsizetype findWord(QByteArrayView text, QByteArrayView needle, qsizetype from = 0);

} // namespace casebook
