#pragma once

#include <QString>
#include <QTextCursor>
#include <QTextDocument>

namespace casebook {

/// What became of a search in a text.
enum class FindResult {
    Found,
    Wrapped, ///< found, after going on from the other end of the text
    NotFound,
};

/// What counts as the same text.
struct FindOptions {
    bool matchCase = false;
    bool wholeWords = false;

    QTextDocument::FindFlags flags() const
    {
        QTextDocument::FindFlags flags;
        flags.setFlag(QTextDocument::FindCaseSensitively, matchCase);
        flags.setFlag(QTextDocument::FindWholeWords, wholeWords);
        return flags;
    }
};

/// Selects the next place of `text` in an editor (QPlainTextEdit or QTextEdit) and shows it; upper and lower case are
/// the same unless the options tell otherwise. The search starts behind the selection (or before it, going backward),
/// or, with `again` false, at its start: while a person is still typing, the place found grows instead of jumping on.
/// An empty text is not found.
template<typename Editor>
FindResult findText(Editor &editor, const QString &text, bool backward, bool again = true, FindOptions options = {})
{
    QTextCursor from = editor.textCursor();
    if (!again)
        from.setPosition(from.selectionStart());
    if (text.isEmpty()) {
        from.clearSelection();
        editor.setTextCursor(from);
        return FindResult::NotFound;
    }
    QTextDocument::FindFlags flags = options.flags();
    flags.setFlag(QTextDocument::FindBackward, backward);
    QTextCursor place = editor.document()->find(text, from, flags);
    const bool wrapped = place.isNull();
    if (wrapped) {
        QTextCursor end(editor.document());
        end.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        place = editor.document()->find(text, end, flags);
    }
    if (place.isNull())
        return FindResult::NotFound;
    editor.setTextCursor(place);
    return wrapped ? FindResult::Wrapped : FindResult::Found;
}

} // namespace casebook
