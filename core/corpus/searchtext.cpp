#include "core/corpus/searchtext.h"

#include "core/base/fold.h"

namespace casebook {

namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
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

} // namespace

void appendSearchText(QByteArray &target, QByteArrayView utf8)
{
    const qsizetype start = target.size();
    appendFolded(target, utf8);
    char *const bytes = target.data();
    qsizetype filled = start;
    for (qsizetype at = start; at < target.size();) {
        if (!isBlank(bytes[at])) {
            bytes[filled++] = bytes[at++];
            continue;
        }
        const Gap gap = gapAt(target, at);
        bytes[filled++] = gap.lines > 1 ? '\n' : ' ';
        at = gap.end;
    }
    target.truncate(filled);
}

} // namespace casebook
