#pragma once

#include "ui/edit/markdown/textchange.h"

#include <QList>
#include <QStringView>

namespace casebook {

/// An emphasis in a paragraph: the marks around it, which are as many on either side.
struct EmphasisSpan {
    TextSpan outer; ///< with its marks
    int marks = 1;  ///< 1: emphasis, 2: strong

    TextSpan inner() const { return {outer.begin + marks, outer.end - marks}; }
    bool operator==(const EmphasisSpan &) const = default;
};

/// The emphases in the text of one paragraph, as CommonMark pairs their marks, in the order of their ends. Marks in
/// code and behind a backslash count for nothing. Linear in the text.
QList<EmphasisSpan> emphasisSpans(QStringView paragraph);

/// Where the code that starts with the backticks at a place ends, or -1 where it is none. `unclosed` remembers the
/// lengths of runs that nothing closes, so that asking for every run in a text stays linear; it starts empty.
qsizetype endOfCode(QStringView text, qsizetype at, QList<qsizetype> &unclosed);

} // namespace casebook
