#pragma once

#include "ui/edit/markdown/textchange.h"

namespace casebook {

/// Puts blocks of Markdown (paragraphs, quotes, lists, ...) in the place of the selection, with one blank line to what
/// is above and below. In the midst of a line the line is parted. In quotes and lists they become part of these. The
/// cursor is behind them.
TextChange insertBlocks(const SelectedText &source, const QString &markdown);

/// Where a quoted text comes from. Empty parts are left out.
struct QuoteSource {
    QString speaker; ///< who said it
    QString title;   ///< of the page
    QString address;
    QString year;
};

/// A quote with its source below it, as Markdown: `> text`, `> — speaker, [title](address), year`. The text may be of
/// several lines and paragraphs. Without a line feed at its end.
QString attributedQuote(const QString &text, const QuoteSource &source);

} // namespace casebook
