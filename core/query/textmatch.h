#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace casebook {

/// The offset, in bytes, of the first place at or after `from` where `needle` starts a word of `text`; -1 if there is
/// none. Both are folded UTF-8. Inside a run of Chinese, Japanese or Korean, which has no blanks, every character
/// starts a word; so does a needle that starts with something other than a letter or digit.
qsizetype findWord(QByteArrayView text, QByteArrayView needle, qsizetype from = 0);

/// Whether no letter or digit of the same word stands at an offset of folded UTF-8, so that what ends there is a whole
/// word.
bool endsWord(QByteArrayView text, qsizetype at);

} // namespace casebook
