#pragma once

#include "ui/edit/markdown/textchange.h"

#include <optional>

namespace casebook {

/// Rich text as Markdown.
struct RichText {
    QString markdown;
    bool isBlocks = false; ///< more than one paragraph of text: it stands on lines of its own
};

/// HTML of the clipboard as Markdown. Nothing where there is nothing in it that plain text does not have: then the
/// plain text is to be pasted. So is HTML that is code with its colours, or that is too long. Any thread; hostile HTML
/// takes up to two microseconds a character.
std::optional<RichText> richText(QString html);

/// What pasting it changes in a body, in the place of the selection.
TextChange richPaste(const RichText &text, const SelectedText &body);

} // namespace casebook
