#include "ui/edit/source/longlines.h"

#include <QPlainTextEdit>
#include <QTextOption>

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype longest = 5'000; // characters: up to here nobody feels the difference

} // namespace

qsizetype longestWord(QStringView text)
{
    qsizetype most = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at].isSpace()) {
            most = std::max(most, at - begin);
            begin = at + 1;
        }
    }
    return std::max(most, text.size() - begin);
}

void wrapFor(QPlainTextEdit &editor, QStringView text)
{
    if (editor.wordWrapMode() != QTextOption::WrapAnywhere && longestWord(text) > longest)
        editor.setWordWrapMode(QTextOption::WrapAnywhere);
}

void wrapAnew(QPlainTextEdit &editor, QStringView text)
{
    if (longestWord(text) <= longest)
        editor.setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

} // namespace casebook
