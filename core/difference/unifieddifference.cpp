#include "core/difference/unifieddifference.h"

#include "core/difference/filelines.h"
#include "core/difference/linedifference.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int context = 3;

using FileLines = QList<QByteArrayView>;

// As git does: in quotes and with escapes where a reader of the difference would stumble over the name.
QByteArray quoted(const QByteArray &name)
{
    QByteArray result;
    for (const char character : name) {
        if (character == '"' || character == '\\')
            result += QByteArray("\\") + character;
        else if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f)
            result += '\\' + QByteArray::number(static_cast<unsigned char>(character), 8).rightJustified(3, '0');
        else
            result += character;
    }
    return result == name ? name : '"' + result + '"';
}

QByteArray nameOf(const QString &path, const char *prefix)
{
    return path.isEmpty() ? QByteArray("/dev/null") : quoted(prefix + path.toUtf8());
}

// A tab ends a name that has blanks; else what follows a blank may be taken for a date.
QByteArray headerLine(const char *mark, const QByteArray &name)
{
    return mark + name + (name.contains(' ') ? "\t\n" : "\n");
}

bool isRename(const FileChange &change)
{
    return !change.oldPath.isEmpty() && !change.newPath.isEmpty() && change.oldPath != change.newPath;
}

QByteArray gitHeader(const FileChange &change)
{
    const QString oldPath = change.oldPath.isEmpty() ? change.newPath : change.oldPath;
    const QString newPath = change.newPath.isEmpty() ? change.oldPath : change.newPath;
    const QByteArray header = "diff --git " + nameOf(oldPath, "a/") + ' ' + nameOf(newPath, "b/") + '\n';
    if (isRename(change))
        return header + "rename from " + nameOf(oldPath, "") + "\nrename to " + nameOf(newPath, "") + '\n';
    return header + (change.oldPath.isEmpty() ? "new file mode 100644\n" : "deleted file mode 100644\n");
}

QByteArray range(int first, int count)
{
    // Of no lines, the number of the line above.
    const QByteArray start = QByteArray::number(count == 0 ? first : first + 1);
    return count == 1 ? start : start + ',' + QByteArray::number(count);
}

void appendLines(QByteArray &text, char mark, const FileLines &lines, int first, int end)
{
    for (int i = first; i < end; ++i) {
        text += mark;
        text += lines[i];
        if (!lines[i].endsWith('\n'))
            text += "\n\\ No newline at end of file\n";
    }
}

/// Hunks so near to each other that their contexts touch.
void appendGroup(QByteArray &text, LineHunks::const_iterator first, LineHunks::const_iterator last,
                 const FileLines &oldLines, const FileLines &newLines)
{
    const int before = std::min(context, first->oldFirst);
    const int after = std::min(context, static_cast<int>(oldLines.size()) - last->oldEnd());
    const int oldFirst = first->oldFirst - before;
    const int newFirst = first->newFirst - before;
    text += "@@ -" + range(oldFirst, last->oldEnd() + after - oldFirst) + " +"
        + range(newFirst, last->newEnd() + after - newFirst) + " @@\n";
    int oldNext = oldFirst;
    for (auto hunk = first; hunk <= last; ++hunk) {
        appendLines(text, ' ', oldLines, oldNext, hunk->oldFirst);
        appendLines(text, '-', oldLines, hunk->oldFirst, hunk->oldEnd());
        appendLines(text, '+', newLines, hunk->newFirst, hunk->newEnd());
        oldNext = hunk->oldEnd();
    }
    appendLines(text, ' ', oldLines, oldNext, oldNext + after);
}

} // namespace

bool isUnchanged(const FileChange &change)
{
    return change.oldPath == change.newPath && change.oldBytes == change.newBytes;
}

QByteArray unifiedDifference(const FileChange &change)
{
    if (isUnchanged(change))
        return {};
    const FileLines oldLines = fileLines(change.oldBytes);
    const FileLines newLines = fileLines(change.newBytes);
    const LineHunks hunks = diffLines(oldLines, newLines);
    QByteArray text = isRename(change) || hunks.isEmpty() ? gitHeader(change) : QByteArray();
    if (!hunks.isEmpty()) {
        text += headerLine("--- ", nameOf(change.oldPath, "a/"));
        text += headerLine("+++ ", nameOf(change.newPath, "b/"));
    }
    auto hunk = hunks.constBegin();
    while (hunk != hunks.constEnd()) {
        auto last = hunk;
        while (last + 1 != hunks.constEnd() && (last + 1)->oldFirst - last->oldEnd() <= 2 * context)
            ++last;
        appendGroup(text, hunk, last, oldLines, newLines);
        hunk = last + 1;
    }
    return text;
}

} // namespace casebook
