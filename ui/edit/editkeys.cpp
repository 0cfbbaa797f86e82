#include "ui/edit/editkeys.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

int blanksBefore(QStringView text)
{
    int count = 0;
    while (count < text.size() && text[count] == u' ')
        ++count;
    return count;
}

// The first and last line that a selection touches; a last line of which nothing is selected does not count.
std::pair<int, int> touchedLines(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const QTextBlock first = document->findBlock(cursor.selectionStart());
    const QTextBlock last = document->findBlock(cursor.selectionEnd());
    const bool none = last != first && cursor.selectionEnd() == last.position();
    return {first.blockNumber(), last.blockNumber() - (none ? 1 : 0)};
}

template<typename Change>
void changeLines(QTextCursor &cursor, Change change)
{
    const auto [first, last] = touchedLines(cursor);
    cursor.beginEditBlock();
    QTextCursor edit(cursor.document());
    for (int line = first; line <= last; ++line) {
        const QTextBlock block = cursor.document()->findBlockByNumber(line);
        edit.setPosition(block.position());
        change(edit, block.text());
    }
    cursor.endEditBlock();
}

void indentLine(QTextCursor &edit, const QString &text)
{
    if (!text.isEmpty())
        edit.insertText(QString(indentWidth, u' '));
}

// Whether the cursor stands on the mark of a list, or right after it.
bool isOnListMark(const QTextCursor &cursor)
{
    static const QRegularExpression mark(u"^\\s*([-*+]|\\d{1,9}[.)])(\\s+|$)"_s);
    const QRegularExpressionMatch match = mark.match(cursor.block().text());
    return match.hasMatch() && cursor.positionInBlock() <= match.capturedEnd();
}

} // namespace

void insertTab(QTextCursor cursor)
{
    const auto [first, last] = touchedLines(cursor);
    if (first != last || isOnListMark(cursor)) {
        changeLines(cursor, indentLine);
        return;
    }
    const int column = cursor.document()->findBlock(cursor.selectionStart()).position();
    const int over = (cursor.selectionStart() - column) % indentWidth;
    cursor.insertText(QString(indentWidth - over, u' '));
}

void removeIndent(QTextCursor cursor)
{
    changeLines(cursor, [](QTextCursor &edit, const QString &text) {
        const int count = text.startsWith(u'\t') ? 1 : std::min(blanksBefore(text), indentWidth);
        edit.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, count);
        edit.removeSelectedText();
    });
}

void insertLine(QTextCursor cursor)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString text = cursor.block().text();
    const int blanks = std::min(blanksBefore(text), cursor.positionInBlock());
    cursor.insertBlock();
    cursor.insertText(QString(blanks, u' '));
    cursor.endEditBlock();
}

} // namespace casebook
