#include "core/difference/textdifference.h"

#include "core/difference/filelines.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMarked = 1 << 16; // characters of one side of a hunk

constexpr QChar byteOrderMark = u'\uFEFF';

QByteArrayView withoutEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

LineEnd endOf(QByteArrayView line)
{
    if (!line.endsWith('\n'))
        return LineEnd::None;
    return line.endsWith("\r\n") ? LineEnd::CarriageReturnLineFeed : LineEnd::LineFeed;
}

QChar pictureOf(QChar character)
{
    const char16_t code = character.unicode();
    if (code == u'\t')
        return character;
    if (code < 0x20)
        return QChar(0x2400 + code);
    if (code == 0x7f)
        return QChar(0x2421);
    // What would break or turn the line.
    const bool isSeparator = code == 0x2028 || code == 0x2029 || code == 0x85;
    const bool isDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return isSeparator || isDirection ? QChar(QChar::ReplacementCharacter) : character;
}

// The ranges of lines joined by line feeds, line by line.
QList<QList<WordRange>> byLine(const QList<WordRange> &ranges, const QStringList &lines)
{
    QList<QList<WordRange>> result(lines.size());
    qsizetype start = 0;
    auto range = ranges.begin();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const qsizetype end = start + lines[i].size();
        for (; range != ranges.end() && range->start <= end; ++range) {
            const qsizetype first = std::max(range->start, start);
            const qsizetype last = std::min(range->end(), end);
            if (last > first)
                result[i].append({first - start, last - first});
            if (range->end() > end + 1)
                break; // it goes on in the next line
        }
        start = end + 1;
    }
    return result;
}

} // namespace

TextDifference::TextDifference(const QByteArray &oldBytes, const QByteArray &newBytes)
    : m_old(oldBytes),
      m_new(newBytes),
      m_oldLines(fileLines(m_old)),
      m_newLines(fileLines(m_new)),
      m_hunks(diffLines(m_oldLines, m_newLines)),
      m_hasSeveralLineEnds(findSeveralLineEnds())
{
}

bool TextDifference::findSeveralLineEnds() const
{
    bool found[2] = {false, false};
    for (const FileLines *lines : {&m_oldLines, &m_newLines}) {
        for (const QByteArrayView line : *lines) {
            if (const LineEnd end = endOf(line); end != LineEnd::None)
                found[end == LineEnd::LineFeed ? 0 : 1] = true;
        }
    }
    return found[0] && found[1];
}

QString TextDifference::line(TextSide side, int line) const
{
    QString text = QString::fromUtf8(withoutEnd(linesOf(side).at(line)));
    if (line == 0 && text.startsWith(byteOrderMark))
        text.remove(0, 1);
    std::transform(text.begin(), text.end(), text.begin(), pictureOf);
    return text;
}

LineEnd TextDifference::lineEnd(TextSide side, int line) const
{
    return endOf(linesOf(side).at(line));
}

QStringList TextDifference::hunkLines(TextSide side, const LineHunk &hunk) const
{
    const int first = side == TextSide::Old ? hunk.oldFirst : hunk.newFirst;
    const int count = side == TextSide::Old ? hunk.oldCount : hunk.newCount;
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines.append(line(side, first + i));
    return lines;
}

QList<QList<WordRange>> TextDifference::marks(TextSide side, int hunk) const
{
    const LineHunk &place = m_hunks.at(hunk);
    if (place.oldCount == 0 || place.newCount == 0)
        return {};
    const QStringList oldLines = hunkLines(TextSide::Old, place);
    const QStringList newLines = hunkLines(TextSide::New, place);
    const QString oldText = oldLines.join(u'\n');
    const QString newText = newLines.join(u'\n');
    if (std::max(oldText.size(), newText.size()) > mostMarked)
        return {};
    const WordDifference difference = diffWords(oldText, newText);
    // All of it marked is none of it marked.
    const auto isWhole = [](const QList<WordRange> &ranges, const QString &text) {
        return ranges.size() == 1 && ranges.first() == WordRange{0, text.size()};
    };
    if (isWhole(difference.removed, oldText) && isWhole(difference.added, newText))
        return {};
    return side == TextSide::Old ? byLine(difference.removed, oldLines) : byLine(difference.added, newLines);
}

} // namespace casebook
