#include "core/importers/mojibake.h"

#include <QHash>
#include <QStringView>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView macRomanUpper =
    u"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›"
    u"ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
constexpr QStringView windows1252Middle = u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/// Which byte a character was, for one encoding.
using ByteOf = QHash<char16_t, uchar>;

ByteOf macRoman()
{
    ByteOf bytes;
    for (qsizetype i = 0; i < macRomanUpper.size(); ++i)
        bytes.insert(macRomanUpper.at(i).unicode(), static_cast<uchar>(0x80 + i));
    return bytes;
}

/// Latin-1 as well: where the two differ they use different characters.
ByteOf windows1252()
{
    ByteOf bytes;
    for (int i = 0x80; i < 0x100; ++i)
        bytes.insert(static_cast<char16_t>(i), static_cast<uchar>(i));
    for (qsizetype i = 0; i < windows1252Middle.size(); ++i)
        bytes.insert(windows1252Middle.at(i).unicode(), static_cast<uchar>(0x80 + i));
    return bytes;
}

/// How many bytes a character has in UTF-8, by its first; 0 where none starts so.
int lengthFrom(uchar lead)
{
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

struct Misread {
    qsizetype length = 0; ///< UTF-16 code units as they stand; 0: none is here
    QString meant = {};
};

Misread misreadAt(QStringView text, qsizetype at, const ByteOf &byteOf)
{
    const auto lead = byteOf.constFind(text.at(at).unicode());
    const int length = lead == byteOf.constEnd() ? 0 : lengthFrom(*lead);
    if (length == 0 || at + length > text.size())
        return {};
    QByteArray bytes(1, static_cast<char>(*lead));
    for (int i = 1; i < length; ++i) {
        const auto next = byteOf.constFind(text.at(at + i).unicode());
        if (next == byteOf.constEnd() || *next < 0x80 || *next > 0xBF)
            return {};
        bytes.append(static_cast<char>(*next));
    }
    QString meant = QString::fromUtf8(bytes);
    const bool control = meant.size() == 1 && meant.at(0).unicode() < 0xA0;
    if (control || meant.contains(QChar(0xfffd)))
        return {};
    return {length, std::move(meant)};
}

/// What one line, or a whole text, shows.
struct Evidence {
    int sequences = 0; ///< misread characters
    int strong = 0;    ///< those of three or four characters, which nobody writes
    int others = 0;    ///< characters beyond ASCII that are part of none

    bool isWhole() const { return sequences > 0 && others == 0; }
    Evidence &operator+=(const Evidence &other)
    {
        sequences += other.sequences;
        strong += other.strong;
        others += other.others;
        return *this;
    }
};

Evidence evidenceIn(QStringView text, const ByteOf &byteOf)
{
    Evidence evidence;
    for (qsizetype i = 0; i < text.size();) {
        if (text.at(i).unicode() < 0x80) {
            ++i;
            continue;
        }
        const Misread misread = misreadAt(text, i, byteOf);
        evidence.sequences += misread.length > 0 ? 1 : 0;
        evidence.strong += misread.length > 2 ? 1 : 0;
        evidence.others += misread.length > 0 ? 0 : 1;
        i += std::max<qsizetype>(misread.length, 1);
    }
    return evidence;
}

class Repairer {
public:
    Repairer(const QString &text, const ByteOf &byteOf) : m_text(text), m_byteOf(byteOf)
    {
        for (const QStringView line : QStringView(m_text).split(u'\n'))
            m_whole += evidenceIn(line, byteOf);
    }

    /// Whether the text has been misread at all.
    bool isSure() const { return m_whole.strong > 0 || (m_whole.isWhole() && m_whole.sequences >= 2); }
    int strong() const { return m_whole.strong; }
    int sequences() const { return m_whole.sequences; }

    Repair run() const
    {
        Repair repair;
        for (const QStringView line : QStringView(m_text).split(u'\n')) {
            if (!repair.text.isNull())
                repair.text += u'\n';
            const Evidence evidence = evidenceIn(line, m_byteOf);
            // One odd character more, in a text that is full of misreadings, must not save the rest of its line.
            const bool most = m_whole.strong >= 5 && m_whole.others * 10 < m_whole.sequences;
            const bool sure = evidence.isWhole() && (evidence.strong > 0 || m_whole.isWhole());
            repair.text += sure || (most && evidence.sequences > 0) ? repaired(line, repair) : line.toString();
            if (repair.text.isNull())
                repair.text = u""_s;
        }
        return repair;
    }

private:
    QString repaired(QStringView line, Repair &repair) const
    {
        QString text;
        for (qsizetype i = 0; i < line.size();) {
            const Misread misread = line.at(i).unicode() < 0x80 ? Misread() : misreadAt(line, i, m_byteOf);
            if (misread.length == 0) {
                text += line.at(i++);
                continue;
            }
            if (repair.count++ == 0)
                repair.example = line.mid(i, misread.length) + u" → "_s + misread.meant;
            text += misread.meant;
            i += misread.length;
        }
        return text;
    }

    const QString &m_text;
    const ByteOf &m_byteOf;
    Evidence m_whole;
};

QString nameOfWestern(const QString &text)
{
    // Control characters come from Latin-1 alone.
    for (const QChar c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            return u"Latin-1"_s;
    }
    return u"Windows-1252"_s;
}

Repair repairedOnce(const QString &text)
{
    static const ByteOf mac = macRoman();
    static const ByteOf western = windows1252();
    const Repairer asMac(text, mac);
    const Repairer asWestern(text, western);
    const bool preferMac = asMac.strong() > asWestern.strong()
        || (asMac.strong() == asWestern.strong() && asMac.sequences() > asWestern.sequences());
    const Repairer &better = preferMac ? asMac : asWestern;
    if (!better.isSure())
        return {text};
    Repair repair = better.run();
    repair.encoding = preferMac ? u"Mac Roman"_s : nameOfWestern(text);
    return repair;
}

} // namespace

Repair repairMojibake(const QString &text)
{
    Repair result{text};
    for (int round = 0; round < 3; ++round) {
        Repair next = repairedOnce(result.text);
        if (next.count == 0)
            break;
        result.text = std::move(next.text);
        if (round == 0) {
            result.encoding = next.encoding;
            result.example = next.example;
            result.count = next.count;
        }
    }
    return result;
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        text += byte >= 0x80 && byte < 0xA0 ? windows1252Middle.at(byte - 0x80) : QChar(ushort(byte));
    }
    return text;
}

} // namespace casebook
