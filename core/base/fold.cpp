#include "core/base/fold.h"

#include <QString>

#include <algorithm>

namespace casebook {

namespace {

bool isAscii(char byte)
{
    return static_cast<uchar>(byte) < 0x80;
}

char lowered(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

void appendSlice(QByteArray &target, QByteArrayView utf8)
{
    const QString decomposed = QString::fromUtf8(utf8).normalized(QString::NormalizationForm_KD);
    QString kept;
    kept.reserve(decomposed.size());
    const QList<uint> codes = decomposed.toUcs4();
    for (const char32_t code : codes) {
        if (!QChar::isMark(code))
            kept.append(QChar::fromUcs4(code));
    }
    // Qt's toCaseFolded() is the full folding, except for the sharp s, which it leaves alone.
    QString folded = kept.toCaseFolded();
    folded.replace(QChar(0x00DF), QStringLiteral("ss"));
    target.append(folded.toUtf8());
}

/// In slices, for Qt decomposes a text in a time that grows with its square where characters become many. They can be
/// cut between any two characters: only marks depend on their neighbours, and marks go.
void appendSlowly(QByteArray &target, QByteArrayView utf8)
{
    constexpr qsizetype sliceSize = 1024;
    constexpr qsizetype longestCharacter = 4;
    while (utf8.size() > sliceSize) {
        qsizetype end = sliceSize;
        while (end > sliceSize - longestCharacter && (static_cast<uchar>(utf8[end]) & 0xC0) == 0x80)
            --end;
        appendSlice(target, utf8.first(end));
        utf8 = utf8.sliced(end);
    }
    appendSlice(target, utf8);
}

} // namespace

void appendFolded(QByteArray &target, QByteArrayView utf8)
{
    const char *at = utf8.begin();
    const char *const end = utf8.end();
    while (at < end) {
        // A mark may follow an ASCII letter: the letter before a run of other bytes goes with it, which changes nothing
        // for the letter itself, so runs can be cut at any ASCII byte.
        const char *run = std::find_if_not(at, end, isAscii);
        const qsizetype size = target.size();
        target.resize(size + (run - at));
        std::transform(at, run, target.data() + size, lowered);
        at = std::find_if(run, end, isAscii);
        if (run != at)
            appendSlowly(target, QByteArrayView(run, at));
    }
}

void appendFolded(QByteArray &target, QStringView text)
{
    if (!std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; })) {
        appendFolded(target, text.toUtf8());
        return;
    }
    const qsizetype size = target.size();
    target.resize(size + text.size());
    std::transform(text.begin(), text.end(), target.data() + size,
                   [](QChar c) { return lowered(static_cast<char>(c.unicode())); });
}

QByteArray fold(QStringView text)
{
    QByteArray folded;
    appendFolded(folded, text);
    return folded;
}

} // namespace casebook
