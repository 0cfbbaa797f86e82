#pragma once

#include <QColor>
#include <QString>
#include <QTextCharFormat>

namespace casebook {

/// A few words of ours beside something of a case, such as what was seen of its words in a snapshot.
struct TextNote {
    QString text; ///< empty: there is nothing to say
    QString toolTip;
    QString address; ///< where it leads; may be empty
    QColor tone;     ///< of the text
};

struct TypeStyle;

/// How a note is written: small, in its tone, as a link where it leads somewhere.
QTextCharFormat noteFormat(const TextNote &note, const TypeStyle &style);

} // namespace casebook
