#include "core/provenance/wordcharacters.h"

#include <algorithm>

namespace casebook {

char32_t codeAt(QStringView text, qsizetype at)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode());
}

qsizetype sizeOf(char32_t code)
{
    return QChar::requiresSurrogates(code) ? 2 : 1;
}

bool isUnseen(char32_t code)
{
    return code == 0x00AD || (code > 0x7F && QChar::category(code) == QChar::Other_Format);
}

bool isApostrophe(char32_t code)
{
    return code == U'\'' || code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0xFF07;
}

bool isDash(char32_t code)
{
    return code == U'-' || (code >= 0x2010 && code <= 0x2013) || code == 0x2212 || code == 0xFE63 || code == 0xFF0D;
}

bool isLetter(char32_t code)
{
    if (code < 0x80)
        return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z');
    return QChar::isLetterOrNumber(code) && !QChar::isDigit(code);
}

bool isSign(char32_t code)
{
    if (code < 0x80)
        return code == U'%' || code == U'$' || code == U'+' || code == U'#' || code == U'=' || code == U'<'
            || code == U'>';
    const QChar::Category category = QChar::category(code);
    return !isDash(code) && (category == QChar::Symbol_Math || category == QChar::Symbol_Currency || code == 0x2030);
}

QString foldedWord(QStringView word)
{
    const bool isAscii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii)
        return word.toString().toLower();
    QString text = word.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    text.replace(QChar(0x00DF), QStringLiteral("ss")); // which Qt's folding leaves alone
    return text.normalized(QString::NormalizationForm_KC);
}

QStringView stemOf(QStringView word)
{
    constexpr qsizetype longest = 6;
    if (word.size() >= 4 && word.endsWith(u's') && !word.endsWith(u"ss"))
        word.chop(1);
    if (word.size() >= 6 && word.endsWith(u"ing"))
        word.chop(3);
    else if (word.size() >= 5 && word.endsWith(u"ed"))
        word.chop(2);
    if (word.size() >= 4 && word.back() == word[word.size() - 2])
        word.chop(1);
    if (word.size() >= 4 && (word.endsWith(u'e') || word.endsWith(u'y')))
        word.chop(1);
    return word.first(std::min(word.size(), longest));
}

} // namespace casebook
