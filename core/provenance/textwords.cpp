#include "core/provenance/textwords.h"

#include "core/base/scripts.h"
#include "core/provenance/wordcharacters.h"

#include <QString>

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype longestWord = 128; // UTF-16 units: longer ones are several, which bounds the work for marks

/// FNV-1a, of UTF-16 units.
class Key {
public:
    void add(QStringView text)
    {
        for (const QChar c : text)
            m_value = (m_value ^ c.unicode()) * 1099511628211U;
    }
    quint64 value() const { return m_value; }

private:
    quint64 m_value = 14695981039346656037U;
};

quint64 keyOf(QStringView folded)
{
    Key key;
    key.add(folded);
    return key.value();
}

/// Reads words from left to right.
class Reader {
public:
    Reader(QStringView text, WordsOf what) : m_text(text), m_what(what) {}

    std::vector<TextWord> read()
    {
        m_words.reserve(static_cast<std::size_t>(m_text.size() / 5));
        while (m_at < m_text.size())
            readNext();
        return std::move(m_words);
    }

private:
    void readNext();
    void readLetters();
    void readNumber();
    void readCharacter();
    void readSign();
    bool skipNote();
    qsizetype digitsFrom(qsizetype at, qsizetype most = longestWord) const;
    qsizetype afterMarks(qsizetype at) const;
    bool isJoined(qsizetype start) const;
    void append(const QString &word, qsizetype start, TextWord::Kind kind);

    QStringView m_text;
    WordsOf m_what;
    qsizetype m_at = 0;
    std::vector<TextWord> m_words;
    QString m_last; // the last word, folded
};

void Reader::readNext()
{
    const char32_t code = codeAt(m_text, m_at);
    if (QChar::isDigit(code))
        readNumber();
    else if (isOfScriptWithoutBlanks(code) && QChar::isLetterOrNumber(code))
        readCharacter();
    else if (isLetter(code))
        readLetters();
    else if (isSign(code))
        readSign();
    else if (code != U'[' || m_what != WordsOf::Page || !skipNote())
        m_at += sizeOf(code);
}

/// "[12]": goes past it.
bool Reader::skipNote()
{
    constexpr qsizetype mostDigits = 3;
    const qsizetype end = digitsFrom(m_at + 1, mostDigits + 1);
    const qsizetype digits = end - m_at - 1;
    if (digits < 1 || digits > mostDigits || end >= m_text.size() || m_text[end] != u']')
        return false;
    m_at = end + 1;
    return true;
}

void Reader::readLetters()
{
    const qsizetype start = m_at;
    QString letters;
    while (m_at < m_text.size() && m_at - start < longestWord) {
        const char32_t code = codeAt(m_text, m_at);
        const qsizetype next = m_at + sizeOf(code);
        const bool isOfWord =
            (isLetter(code) && !isOfScriptWithoutBlanks(code)) || QChar::isMark(code) || QChar::isDigit(code);
        const bool isInside = isApostrophe(code) && next < m_text.size() && isLetter(codeAt(m_text, next));
        if (isOfWord)
            letters.append(m_text.sliced(m_at, next - m_at));
        else if (!isInside && !isUnseen(code))
            break;
        m_at = next;
    }
    append(foldedWord(letters), start, TextWord::Kind::Word);
}

/// Where digits end that begin at a place, which is looked for no further than it must.
qsizetype Reader::digitsFrom(qsizetype at, qsizetype most) const
{
    const qsizetype farthest = std::min(at + most, m_text.size());
    while (at < farthest && QChar::isDigit(codeAt(m_text, at)))
        at += sizeOf(codeAt(m_text, at));
    return at;
}

/// Groups of three behind a comma, an apostrophe or a blank that does not break are joined; other commas are points.
void Reader::readNumber()
{
    const qsizetype start = m_at;
    QString number;
    for (;;) {
        const qsizetype end = std::min(digitsFrom(m_at), start + longestWord);
        number.append(m_text.sliced(m_at, end - m_at));
        m_at = end;
        if (m_at + 1 >= m_text.size() || m_at - start >= longestWord)
            break;
        const char32_t mark = codeAt(m_text, m_at);
        const qsizetype digits = digitsFrom(m_at + 1) - m_at - 1;
        const bool groups = mark == U',' || isApostrophe(mark) || mark == 0x00A0 || mark == 0x202F || mark == 0x2009;
        const bool isFraction = mark == U'.' || mark == U',';
        if (digits < 1 || (!isFraction && !(groups && digits == 3)))
            break;
        if (!groups || digits != 3)
            number.append(u'.');
        ++m_at;
    }
    append(foldedWord(number), start, TextWord::Kind::Number);
}

qsizetype Reader::afterMarks(qsizetype at) const
{
    const qsizetype farthest = std::min(at + longestWord, m_text.size());
    while (at < farthest && QChar::isMark(codeAt(m_text, at)))
        at += sizeOf(codeAt(m_text, at));
    return at;
}

void Reader::readCharacter()
{
    const qsizetype start = m_at;
    m_at = std::min(afterMarks(m_at + sizeOf(codeAt(m_text, m_at))), start + longestWord);
    append(foldedWord(m_text.sliced(start, m_at - start)), start, TextWord::Kind::Character);
}

void Reader::readSign()
{
    const qsizetype start = m_at;
    m_at += sizeOf(codeAt(m_text, m_at));
    append(foldedWord(m_text.sliced(start, m_at - start)), start, TextWord::Kind::Sign);
}

/// Whether a dash alone stands between the last word and the one that starts here, or did where a line ended: behind it
/// or behind a soft hyphen is a line end then, or the blank that came of one.
bool Reader::isJoined(qsizetype start) const
{
    constexpr qsizetype mostBlanks = 16; // of what stands at the beginning of the next line
    qsizetype at = m_words.back().end;
    if (m_text[at - 1] != QChar::SoftHyphen) {
        if (at >= start || !isDash(codeAt(m_text, at)))
            return false;
        ++at;
    }
    return start - at <= mostBlanks && m_text.sliced(at, start - at).trimmed().isEmpty();
}

void Reader::append(const QString &word, qsizetype start, TextWord::Kind kind)
{
    if (word.isEmpty())
        return;
    TextWord found;
    found.key = keyOf(word);
    found.stem = kind == TextWord::Kind::Word ? keyOf(stemOf(word)) : found.key;
    found.start = static_cast<int>(start);
    found.end = static_cast<int>(m_at);
    found.letters = static_cast<int>(word.size());
    found.kind = kind;
    if (kind == TextWord::Kind::Word && !m_words.empty() && m_words.back().kind == kind && isJoined(start)) {
        const QString joined = m_last + word;
        found.joinedKey = keyOf(joined);
        found.joinedStem = keyOf(stemOf(joined));
    }
    m_last = word;
    m_words.push_back(found);
}

} // namespace

std::vector<TextWord> textWords(QStringView text, WordsOf what)
{
    return Reader(text, what).read();
}

} // namespace casebook
