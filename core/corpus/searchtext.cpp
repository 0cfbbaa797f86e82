#include "core/corpus/searchtext.h"

#include "core/base/fold.h"

#include <QtEndian>

#include <cstring>

namespace casebook {

namespace {

bool isBlank(char byte)
{
    // Most bytes are letters, which the first look tells.
    return static_cast<uchar>(byte) <= ' ' && (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r');
}

/// The end of the blanks, line ends and quote marks that start at `at`, and how many lines end in them.
struct Gap {
    qsizetype end;
    int lines = 0;
};

Gap gapAt(QByteArrayView text, qsizetype at)
{
    Gap gap{at};
    while (gap.end < text.size()) {
        const char byte = text[gap.end];
        const bool lineEnds = byte == '\n' || (byte == '\r' && !text.sliced(gap.end).startsWith("\r\n"));
        if (!isBlank(byte) && (byte != '>' || gap.lines == 0))
            break;
        gap.lines += lineEnds ? 1 : 0;
        ++gap.end;
    }
    return gap;
}

/// Whether eight bytes are words with one blank between them, as most are: no control character, no two blanks.
bool areWords(quint64 eight)
{
    constexpr quint64 eachByte = 0x0101010101010101;
    constexpr quint64 highBits = eachByte * 0x80;
    const quint64 controls = (eight - eachByte * 0x20) & ~eight & highBits;
    const quint64 others = eight ^ (eachByte * ' ');
    const quint64 blanks = ~(((others & ~highBits) + ~highBits) | others) & highBits;
    return controls == 0 && (blanks & (blanks >> 8)) == 0;
}

/// Where the text ends that stays as it is from `at` on.
qsizetype endOfWords(QByteArrayView text, qsizetype at)
{
    // By seven, for the eighth byte and the next may be two blanks.
    for (; at + 8 <= text.size() && areWords(qFromUnaligned<quint64>(text.data() + at)); at += 7) {}
    while (at < text.size()
           && (!isBlank(text[at]) || (text[at] == ' ' && at + 1 < text.size() && !isBlank(text[at + 1]))))
        ++at;
    return at;
}

/// Makes one blank, or one line's end, of all that stand side by side from `start` on.
void closeGaps(QByteArray &text, qsizetype start)
{
    char *const bytes = text.data();
    qsizetype filled = start;
    for (qsizetype at = start; at < text.size();) {
        const qsizetype end = endOfWords(text, at);
        if (filled != at)
            std::memmove(bytes + filled, bytes + at, static_cast<std::size_t>(end - at));
        filled += end - at;
        if (end == text.size())
            break;
        const Gap gap = gapAt(text, end);
        bytes[filled++] = gap.lines > 1 ? '\n' : ' ';
        at = gap.end;
    }
    text.truncate(filled);
}

} // namespace

void appendSearchText(QByteArray &target, QByteArrayView utf8)
{
    const qsizetype start = target.size();
    appendFolded(target, utf8);
    closeGaps(target, start);
}

void appendSearchText(QByteArray &target, QStringView text)
{
    const qsizetype start = target.size();
    appendFolded(target, text);
    closeGaps(target, start);
}

} // namespace casebook
