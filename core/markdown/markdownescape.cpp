#include "core/markdown/markdownescape.h"

#include <algorithm>

namespace casebook {

namespace {

bool isAsciiPunctuation(QChar c)
{
    return c.unicode() < 0x80 && c.isPrint() && !c.isLetterOrNumber() && c != u' ';
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

/// Looks at one character after the other, with its neighbours.
class Escaper {
public:
    Escaper(QStringView text, const TextPlace &place) : m_text(text), m_place(place) {}

    QString run() const;

private:
    QChar at(qsizetype index) const
    {
        return index < 0 ? m_place.before : index >= m_text.size() ? m_place.after : m_text[index];
    }
    bool isMark(qsizetype index) const;
    bool startsReference(qsizetype index) const;
    qsizetype lineMark() const;

    QStringView m_text;
    const TextPlace &m_place;
};

QString Escaper::run() const
{
    QString out;
    const qsizetype first = m_place.startsLine ? lineMark() : -1;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (i == first || isMark(i))
            out += u'\\';
        out += m_text[i];
    }
    return out;
}

bool Escaper::isMark(qsizetype index) const
{
    const QChar before = at(index - 1);
    const QChar after = at(index + 1);
    switch (m_text[index].unicode()) {
    case u'\\':
        return isAsciiPunctuation(after) || index + 1 == m_text.size();
    case u'`':
    case u'[':
        return true;
    case u'*':
        return !before.isSpace() || !after.isSpace();
    case u'_':
        return !(before.isSpace() && after.isSpace()) && !(isWord(before) && isWord(after));
    case u']':
        return m_place.inLink;
    case u'<':
        return after.isLetter() || (after == u'/' && at(index + 2).isLetter()) || after == u'!' || after == u'?';
    case u'&':
        return startsReference(index);
    case u'!':
        return index + 1 == m_text.size() && m_place.after == u'[';
    case u'|':
        return m_place.inTable;
    default:
        return false;
    }
}

bool Escaper::startsReference(qsizetype index) const
{
    qsizetype end = index + 1;
    while (end < m_text.size() && end - index < 32 && (m_text[end].isLetterOrNumber() || m_text[end] == u'#'))
        ++end;
    return end > index + 1 && end < m_text.size() && m_text[end] == u';';
}

// The place of what would make the line something else than text, or -1.
qsizetype Escaper::lineMark() const
{
    if (m_text.isEmpty())
        return -1;
    const QChar first = m_text[0];
    qsizetype run = 1;
    while (run < m_text.size() && m_text[run] == first)
        ++run;
    const bool isAlone =
        std::all_of(m_text.begin(), m_text.end(), [](QChar c) { return QStringView(u"-=:| ").contains(c); });
    if (first == u'>' || isAlone)
        return 0;
    if (first == u'#')
        return run <= 6 && at(run).isSpace() ? 0 : -1;
    if (first == u'-' || first == u'+' || first == u'*')
        return at(1).isSpace() || run >= 3 ? 0 : -1;
    if (first == u'~' || first == u'=')
        return run >= 3 || run == m_text.size() ? 0 : -1;
    qsizetype digits = 0;
    while (digits < m_text.size() && m_text[digits] >= u'0' && m_text[digits] <= u'9')
        ++digits;
    const bool isNumber =
        digits > 0 && digits <= 9 && (at(digits) == u'.' || at(digits) == u')') && at(digits + 1).isSpace();
    return isNumber ? digits : -1;
}

} // namespace

QString escaped(QStringView text, const TextPlace &place)
{
    return Escaper(text, place).run();
}

QString codeSpan(const QString &code)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    // The shortest fence that does not occur in it; one longer than the longest is simple and always right.
    const QString fence(longest + 1, u'`');
    const bool pads = code.startsWith(u'`') || code.endsWith(u'`')
        || (code.startsWith(u' ') && code.endsWith(u' ') && !code.trimmed().isEmpty());
    return pads ? QString(fence + u' ' + code + u' ' + fence) : QString(fence + code + fence);
}

} // namespace casebook
