#pragma once

#include "ui/edit/markdown/textchange.h"

#include <QList>
#include <QStringView>

namespace casebook {

/// One line of Markdown, taken apart by what stands at its start: `> - ## text` has all of it. Places are those in the
/// whole text.
struct MarkdownLine {
    enum class ListMark {
        None,
        Bullet,
        Number,
    };
    TextSpan line;    ///< without its end
    TextSpan quote;   ///< the marks of quotes, with the blank behind each; empty where there are none
    TextSpan list;    ///< the mark of a list's item, with the blanks behind it; empty, behind all blanks, without one
    TextSpan heading; ///< the number signs of a heading, with the blanks behind them
    TextSpan content; ///< what is left, without blanks at either end
    ListMark listMark = ListMark::None;
    int quoteDepth = 0;
    int headingLevel = 0; ///< 0: no heading

    bool isBlank() const { return content.isEmpty() && list.isEmpty() && heading.isEmpty(); }
    /// Blanks between the marks of quotes and what follows.
    qsizetype indent() const;
};

/// The line that a place is on.
MarkdownLine markdownLineAt(QStringView text, qsizetype place);

/// The lines that a stretch touches; a last one of which it holds nothing does not count.
QList<MarkdownLine> markdownLines(QStringView text, const TextSpan &stretch);

/// The lines of each paragraph that a stretch touches, from its first to its last, also those outside of the stretch.
/// Lines of one paragraph stand below each other in the same quotes, and only the first has the mark of a list. A
/// heading, a fence and a row of a table each are one of their own. Blank lines are left out.
QList<QList<MarkdownLine>> markdownParagraphs(QStringView text, const TextSpan &stretch);

} // namespace casebook
