#include "core/markdown/guard.h"

#include <algorithm>

namespace casebook {

namespace {

// Each closed link makes cmark walk over all images left open before it in its paragraph.
constexpr int maximumImagesPerParagraph = 1000;
// Each line makes cmark walk over all containers that are open. Measured at about a nanosecond a step.
constexpr qint64 maximumContainerSteps = 100'000'000;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool isMarker(char c)
{
    return c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')' || (c >= '0' && c <= '9');
}

// At most so many containers can be open after this line: a marker opens one, and two columns of indent keep one open.
qint64 containersOf(QByteArrayView line)
{
    qint64 count = 0;
    for (char c : line) {
        if (isMarker(c))
            count += 2;
        else if (c == '\t')
            count += 4;
        else if (c == ' ')
            count += 1;
        else
            break;
    }
    return count / 2;
}

int imagesIn(QByteArrayView line)
{
    int count = 0;
    for (qsizetype at = line.indexOf("!["); at >= 0; at = line.indexOf("![", at + 2))
        ++count;
    return count;
}

} // namespace

bool isMarkdownHostile(QByteArrayView utf8)
{
    int images = 0;
    qint64 open = 0;
    qint64 steps = 0;
    bool afterBlank = true;
    for (qsizetype start = 0; start < utf8.size();) {
        const qsizetype newline = utf8.indexOf('\n', start);
        const qsizetype end = newline < 0 ? utf8.size() : newline;
        const QByteArrayView line = utf8.sliced(start, end - start);
        start = end + 1;
        if (std::all_of(line.begin(), line.end(), isBlank)) {
            images = 0;
            afterBlank = true;
        } else {
            images += imagesIn(line);
            // A line that goes on with a paragraph leaves open what was open, however little it is indented.
            open = afterBlank ? containersOf(line) : std::max(open, containersOf(line));
            afterBlank = false;
        }
        steps += open;
        if (images > maximumImagesPerParagraph || steps > maximumContainerSteps)
            return true;
    }
    return false;
}

} // namespace casebook
