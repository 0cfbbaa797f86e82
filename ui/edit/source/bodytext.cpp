#include "ui/edit/source/bodytext.h"

#include "ui/edit/editbuffer.h"
#include "ui/edit/syntax.h"

#include <QPlainTextEdit>
#include <QTextBlock>

namespace casebook {

namespace {

SyntaxState::Mode modeBehind(const QTextBlock &line)
{
    return SyntaxState::fromInt(line.userState()).mode;
}

bool isMarkdown(const QTextBlock &line)
{
    return modeBehind(line) == SyntaxState::Markdown || modeBehind(line) == SyntaxState::CodeBlock;
}

int bodyOffset(const QPlainTextEdit &editor)
{
    const QTextBlock first = firstBodyLine(*editor.document());
    return first.isValid() ? first.position() : 0;
}

} // namespace

bool isInBody(const QTextBlock &line)
{
    // A line's state is the one at its end: the line that closes the front matter has the body's.
    return line.isValid() && (line.blockNumber() == 0 ? isMarkdown(line) : isMarkdown(line.previous()));
}

bool isInBody(const QTextCursor &cursor)
{
    return isInBody(cursor.document()->findBlock(cursor.selectionStart()));
}

bool isInCode(const QTextBlock &line)
{
    return line.previous().isValid() && modeBehind(line.previous()) == SyntaxState::CodeBlock
        && modeBehind(line) == SyntaxState::CodeBlock;
}

QTextBlock firstBodyLine(const QTextDocument &document)
{
    QTextBlock line = document.firstBlock();
    while (line.isValid() && !isInBody(line))
        line = line.next();
    return line;
}

SelectedText selectedBody(const QPlainTextEdit &editor)
{
    const int offset = bodyOffset(editor);
    const QTextCursor cursor = editor.textCursor();
    return {EditBuffer::textOf(editor.document()->toRawText()).mid(offset),
            {cursor.selectionStart() - offset, cursor.selectionEnd() - offset}};
}

void changeBody(QPlainTextEdit &editor, const TextChange &change)
{
    if (change.isEmpty())
        return;
    const int offset = bodyOffset(editor);
    const auto placeOf = [offset](qsizetype place) { return static_cast<int>(place) + offset; };
    QTextCursor cursor = editor.textCursor();
    const auto moved = [&](int place) { return placeOf(movedBy(change.replacements, place - offset)); };
    int anchor = moved(cursor.anchor());
    int position = moved(cursor.position());
    if (change.selection) {
        anchor = placeOf(change.selection->begin);
        position = placeOf(change.selection->end);
    }
    cursor.beginEditBlock();
    for (auto replacement = change.replacements.crbegin(); replacement != change.replacements.crend(); ++replacement) {
        cursor.setPosition(placeOf(replacement->place.begin));
        cursor.setPosition(placeOf(replacement->place.end), QTextCursor::KeepAnchor);
        cursor.insertText(replacement->text);
    }
    cursor.endEditBlock();
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    editor.ensureCursorVisible();
}

} // namespace casebook
