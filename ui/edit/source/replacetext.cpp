#include "ui/edit/source/replacetext.h"

#include <QPlainTextEdit>

namespace casebook {

bool replaceSelected(QPlainTextEdit &editor, const QString &text, const QString &replacement, FindOptions options)
{
    QTextCursor cursor = editor.textCursor();
    if (editor.isReadOnly() || text.isEmpty() || !cursor.hasSelection())
        return false;
    const QTextCursor place = editor.document()->find(text, cursor.selectionStart(), options.flags());
    if (place.isNull() || place.selectionStart() != cursor.selectionStart()
        || place.selectionEnd() != cursor.selectionEnd())
        return false;
    cursor.insertText(replacement);
    editor.setTextCursor(cursor);
    return true;
}

int replaceAll(QPlainTextEdit &editor, const QString &text, const QString &replacement, FindOptions options)
{
    if (editor.isReadOnly() || text.isEmpty())
        return 0;
    int count = 0;
    QTextCursor edit(editor.document());
    edit.beginEditBlock();
    for (QTextCursor place = editor.document()->find(text, 0, options.flags()); !place.isNull();
         place = editor.document()->find(text, place.selectionEnd(), options.flags())) {
        place.insertText(replacement);
        ++count;
    }
    edit.endEditBlock();
    return count;
}

} // namespace casebook
