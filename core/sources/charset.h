#pragma once

#include <QByteArray>
#include <QString>

namespace casebook {

/// How it was found out in what charset a text is.
enum class CharsetFrom {
    ByteOrderMark,
    Header,    ///< the server said so
    Page,      ///< the page says so itself, in a meta element or an XML declaration
    Valid,     ///< nobody says, but it is valid UTF-8
    Detection, ///< guessed by uchardet from how often which bytes follow each other
    LastResort ///< Windows-1252, in which every byte means something
};

/// A page's text, and how it was read.
struct DecodedText {
    QString text;
    QString charset; ///< its usual name: "UTF-8", "Shift_JIS", "windows-1252"
    CharsetFrom from = CharsetFrom::LastResort;
    bool isDamaged = false; ///< some bytes mean nothing in this charset; U+FFFD stands in their place
};

/// Reads the bytes of a text as browsers do: a byte order mark goes before what the server said (`declared`, "" where
/// it said nothing), and that before what the page says. A charset that does not fit the bytes, where another one of
/// these does, is taken for a mistake. Labels mean what they mean to browsers: "latin1" is Windows-1252, "gb2312" GBK.
///
/// UTF-8, UTF-16, and all that glibc's iconv knows of what the web knows: Qt 6.4 has only Unicode and Latin-1 unless it
/// was built with ICU. Never fails; any thread.
DecodedText decodeText(const QByteArray &bytes, const QString &declared);

/// The usual name of a charset, by any of its labels; "" for one that is not known.
QString charsetName(QStringView label);

} // namespace casebook
