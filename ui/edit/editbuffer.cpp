#include "ui/edit/editbuffer.h"

#include "core/difference/linedifference.h"
#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QByteArray byteOrderMark = "\xEF\xBB\xBF";

struct Buffer {
    Q_DECLARE_TR_FUNCTIONS(casebook::EditBuffer)

public:
    static QString obstacle(const QString &what, int line)
    {
        return tr("This file is shown, but cannot be edited here without changing more than you ask: line %1 has %2. "
                  "Correct it with another program, then open it again.")
            .arg(line)
            .arg(what);
    }
};

// A carriage return that no line feed follows, or -1.
qsizetype findLoneReturn(const QByteArray &bytes)
{
    qsizetype at = bytes.indexOf('\r');
    while (at >= 0 && at + 1 < bytes.size() && bytes[at + 1] == '\n')
        at = bytes.indexOf('\r', at + 2);
    return at;
}

// The editor takes these for the end of a paragraph or of a frame.
bool isSwallowed(QChar character)
{
    return character == QChar::ParagraphSeparator || character == QChar(0xFDD0) || character == QChar(0xFDD1);
}

} // namespace

EditBuffer::EditBuffer(QByteArray bytes) : m_bytes(std::move(bytes))
{
    m_hasMark = hasByteOrderMark(m_bytes);
    decode();
    findObstacle();
}

void EditBuffer::decode()
{
    const QByteArrayView content = QByteArrayView(m_bytes).sliced(m_hasMark ? byteOrderMark.size() : 0);
    // A second byte order mark is a character of the text.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    m_text = decoder(content);
    for (qsizetype at = m_text.indexOf(u'\n'); at >= 0; at = m_text.indexOf(u'\n', at + 1)) {
        const bool returns = at > 0 && m_text[at - 1] == u'\r';
        m_endings.append(returns ? Ending::CarriageReturnLineFeed : Ending::LineFeed);
    }
    m_isMixed = m_endings.contains(Ending::LineFeed) && m_endings.contains(Ending::CarriageReturnLineFeed);
    m_text.replace(u"\r\n"_s, u"\n"_s);
}

void EditBuffer::findObstacle()
{
    const auto lineAt = [this](qsizetype offset) { return positionAt(m_bytes, offset).line; };
    if (const qsizetype at = m_bytes.indexOf('\0'); at >= 0) {
        m_obstacle = Buffer::obstacle(Buffer::tr("a NUL byte"), lineAt(at));
        m_text.replace(QChar::Null, QChar(0x2400)); // the picture of a NUL: a NUL itself ends the line in some fonts
    } else if (const qsizetype invalid = findInvalidUtf8(m_bytes); invalid >= 0) {
        m_obstacle = Buffer::obstacle(Buffer::tr("bytes that are not UTF-8"), lineAt(invalid));
    } else if (const qsizetype lone = findLoneReturn(m_bytes); lone >= 0) {
        m_obstacle = Buffer::obstacle(Buffer::tr("a carriage return without a line feed"), lineAt(lone));
    } else if (const auto swallowed = std::find_if(m_text.cbegin(), m_text.cend(), isSwallowed);
               swallowed != m_text.cend()) {
        const int line = static_cast<int>(std::count(m_text.cbegin(), swallowed, u'\n')) + 1;
        const QString code = QString::number(swallowed->unicode(), 16).toUpper();
        m_obstacle = Buffer::obstacle(Buffer::tr("the character U+%1").arg(code), line);
    }
}

QString EditBuffer::textOf(QString rawText)
{
    return rawText.replace(QChar::ParagraphSeparator, u'\n');
}

QByteArray EditBuffer::bytesOf(const QString &rawText) const
{
    const QString text = textOf(rawText);
    if (text == m_text)
        return m_bytes;
    QByteArray bytes = m_hasMark ? byteOrderMark : QByteArray();
    if (!m_isMixed) {
        QByteArray content = text.toUtf8();
        if (usualEnding() == Ending::CarriageReturnLineFeed)
            content.replace("\n", "\r\n");
        return bytes + content;
    }
    const QStringList lines = text.split(u'\n');
    const QList<Ending> endings = endingsFor(lines);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        bytes += lines[i].toUtf8();
        if (i < endings.size())
            bytes += endings[i] == Ending::LineFeed ? "\n" : "\r\n";
    }
    return bytes;
}

EditBuffer::Ending EditBuffer::usualEnding() const
{
    const qsizetype returns = m_endings.count(Ending::CarriageReturnLineFeed);
    return returns * 2 > m_endings.size() ? Ending::CarriageReturnLineFeed : Ending::LineFeed;
}

QList<EditBuffer::Ending> EditBuffer::endingsFor(const QStringList &lines) const
{
    const QList<LineHunk> hunks = diffLines(m_text.split(u'\n'), lines);
    QList<Ending> endings;
    endings.reserve(lines.size());
    const auto append = [&](int oldLine) {
        // The old last line has no ending of its own; if it is not the last any more, it takes its neighbour's.
        endings.append(oldLine < m_endings.size() ? m_endings[oldLine]
                           : endings.isEmpty()    ? usualEnding()
                                                  : endings.last());
    };
    int oldLine = 0;
    for (const LineHunk &hunk : hunks) {
        for (; oldLine < hunk.oldFirst; ++oldLine)
            append(oldLine);
        for (int i = 0; i < hunk.newCount; ++i) {
            // Edited lines keep their endings one by one; of lines that were joined, the last one's is left.
            const bool joined = i == hunk.newCount - 1 && hunk.oldCount > hunk.newCount;
            if (i < hunk.oldCount)
                append(joined ? hunk.oldFirst + hunk.oldCount - 1 : hunk.oldFirst + i);
            else
                endings.append(endings.isEmpty() ? usualEnding() : endings.last());
        }
        oldLine = hunk.oldFirst + hunk.oldCount;
    }
    while (endings.size() < lines.size())
        append(oldLine++);
    endings.resize(lines.size() - 1);
    return endings;
}

} // namespace casebook
