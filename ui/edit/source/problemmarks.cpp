#include "ui/edit/source/problemmarks.h"

#include "ui/edit/colors.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace casebook {

namespace {

// More underlines than anyone reads would slow every key down.
constexpr qsizetype mostMarks = 200;

// From the column to the last word of the line; where nothing stands there, the whole line.
QTextCursor rangeOf(const Problem &problem, const QTextDocument &document)
{
    QTextCursor range = placeInSource(document, problem.line, problem.column);
    const QTextBlock block = range.block();
    const QString text = block.text();
    int end = static_cast<int>(text.size());
    while (end > 0 && text.at(end - 1).isSpace())
        --end;
    const bool isEmpty = range.positionInBlock() >= end;
    if (isEmpty)
        range.setPosition(block.position());
    range.setPosition(block.position() + (isEmpty ? static_cast<int>(text.size()) : end), QTextCursor::KeepAnchor);
    return range;
}

} // namespace

QTextCursor placeInSource(const QTextDocument &document, int line, int column)
{
    const QTextBlock block = document.findBlockByNumber(std::clamp(line, 1, document.blockCount()) - 1);
    const QString text = block.text();
    int offset = 0;
    for (int passed = 1; passed < column && offset < text.size(); ++passed)
        offset += text.at(offset).isHighSurrogate() && offset + 1 < text.size() ? 2 : 1;
    QTextCursor place(block);
    place.setPosition(block.position() + offset);
    return place;
}

void ProblemMarks::set(const QTextDocument &document, const Problems &problems)
{
    m_marks.clear();
    for (const Problem &problem : problems) {
        if (problem.line > 0 && m_marks.size() < mostMarks)
            m_marks.append({rangeOf(problem, document), problem});
    }
}

Problems ProblemMarks::onLine(int line) const
{
    Problems problems;
    for (const Mark &mark : m_marks) {
        if (mark.place.document()->findBlock(mark.place.selectionStart()).blockNumber() == line - 1)
            problems.append(mark.problem);
    }
    return problems;
}

QStringList ProblemMarks::messagesAt(int position) const
{
    QStringList messages;
    for (const Mark &mark : m_marks) {
        if (position >= mark.place.selectionStart() && position <= mark.place.selectionEnd())
            messages.append(mark.problem.message);
    }
    return messages;
}

QList<QTextEdit::ExtraSelection> ProblemMarks::selections(const QPalette &palette) const
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const Mark &mark : m_marks) {
        const bool isError = mark.problem.severity == Severity::Error;
        QTextEdit::ExtraSelection selection;
        selection.cursor = mark.place;
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(isError ? errorColor(palette) : warningColor(palette));
        selections.append(selection);
    }
    return selections;
}

} // namespace casebook
