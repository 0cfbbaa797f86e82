#include "core/document/splicing/yamlscalar.h"

#include "core/document/yamlnode.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// A character that only a text in double quotes can hold, as an escape: controls, other line ends, byte order marks
/// and what is no character.
bool needsEscape(QChar c)
{
    const char16_t code = c.unicode();
    return (code < 0x20 && code != u'\t') || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029
        || code == 0xFEFF || code >= 0xFFFE;
}

/// Words and forms that readers of YAML 1.1 take for something else than text.
bool isReserved(const QString &text)
{
    static const QStringList words{u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"y"_s, u"n"_s, u"="_s, u"<<"_s};
    const auto isNumeral = [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"_:.,+-").contains(c); };
    const bool isNumberLike = text.contains(u'_') || text.contains(u':');
    return words.contains(text.toLower()) || (isNumberLike && std::all_of(text.begin(), text.end(), isNumeral));
}

bool startsLikeMark(const QString &text)
{
    const QChar first = text.front();
    if (first == u'-')
        return text.size() == 1 || isBlank(text.at(1)) || text.startsWith(u"---"_s);
    return QStringView(u"?:,[]{}#&*!|>'\"%@`").contains(first) || text.startsWith(u"..."_s);
}

bool fitsPlain(const QString &text, const ScalarPlace &place)
{
    if (text.isEmpty() || isBlank(text.front()) || isBlank(text.back()) || startsLikeMark(text) || isReserved(text))
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool beforeBlank = i + 1 == text.size() || isBlank(text.at(i + 1));
        if (needsEscape(c) || c == u'\t' || (c == u':' && beforeBlank) || (c == u'#' && isBlank(text.at(i - 1))))
            return false;
        if (place.inFlow && QStringView(u",[]{}?").contains(c))
            return false;
    }
    YamlNode node;
    node.kind = YamlNode::Kind::Scalar;
    node.text = text;
    return toValue(node).isString();
}

QByteArray inDoubleQuotes(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += QString(u'\\') + c;
        else if (c == u'\n')
            escaped += u"\\n"_s;
        else if (c == u'\t')
            escaped += u"\\t"_s;
        else if (needsEscape(c))
            escaped += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            escaped += c;
    }
    return (u'"' + escaped + u'"').toUtf8();
}

std::optional<QByteArray> inSingleQuotes(QString text)
{
    const auto isForeign = [](QChar c) { return needsEscape(c) || c == u'\t'; };
    if (std::any_of(text.begin(), text.end(), isForeign))
        return std::nullopt;
    return (u'\'' + text.replace(u"'"_s, u"''"_s) + u'\'').toUtf8();
}

/// Whether lines below a mark can hold the text: it has something to show, and no line of blanks alone, whose blanks
/// would be lost, nor one that seems to be indented further at the start.
bool fitsBlock(const QString &text)
{
    if (text.isEmpty() || text.startsWith(u'\n') || isBlank(text.front()))
        return false;
    const auto isForeign = [](QChar c) { return c != u'\n' && needsEscape(c); };
    if (std::any_of(text.begin(), text.end(), isForeign))
        return false;
    const QStringList lines = text.split(u'\n');
    return std::none_of(lines.begin(), lines.end(), [](const QString &line) {
        return !line.isEmpty() && (line.trimmed().isEmpty() || line.startsWith(u'\t'));
    });
}

qsizetype endingBreaks(const QString &text)
{
    qsizetype count = 0;
    while (count < text.size() && text.at(text.size() - 1 - count) == u'\n')
        ++count;
    return count;
}

/// What says, behind `|` or `>`, how the text ends.
QByteArray chomping(const QString &text)
{
    const qsizetype breaks = endingBreaks(text);
    return breaks == 0 ? "-" : breaks == 1 ? "" : "+";
}

QByteArray below(const QByteArray &mark, const QStringList &lines, const ScalarPlace &place)
{
    QByteArray text = mark;
    for (const QString &line : lines) {
        text += place.lineBreak;
        if (!line.isEmpty())
            text += QByteArray(place.indent, ' ') + line.toUtf8();
    }
    return text;
}

std::optional<QByteArray> asLiteral(const QString &text, const ScalarPlace &place)
{
    if (place.inFlow || !fitsBlock(text))
        return std::nullopt;
    QStringList lines = text.split(u'\n');
    if (endingBreaks(text) > 0)
        lines.removeLast(); // what the last line's own end stands for
    return below("|" + chomping(text), lines, place);
}

/// One paragraph broken into lines where a single blank stands between two words.
QStringList brokenInto(const QString &paragraph, qsizetype width)
{
    QStringList lines;
    QString line;
    for (const QString &word : paragraph.split(u' ')) {
        const bool fits =
            line.isEmpty() || word.isEmpty() || line.endsWith(u' ') || line.size() + 1 + word.size() <= width;
        if (fits) {
            line += (line.isNull() ? QString() : u" "_s) + word;
        } else {
            lines.append(line);
            line = word;
        }
    }
    lines.append(line);
    return lines;
}

std::optional<QByteArray> asFolded(const QString &text, const ScalarPlace &place)
{
    const QStringList given = text.split(u'\n');
    const bool hasIndented = std::any_of(given.begin(), given.end(), [](const QString &line) {
        return line.startsWith(u' ') || line.endsWith(u' ') || line.contains(u"  "_s);
    });
    if (place.inFlow || hasIndented || !fitsBlock(text))
        return std::nullopt;
    const qsizetype breaks = endingBreaks(text);
    QStringList lines;
    for (const QString &paragraph : text.chopped(breaks).split(u'\n')) {
        if (!lines.isEmpty())
            lines.append(QString()); // one line end more than the text has
        lines += brokenInto(paragraph, place.width - place.indent);
    }
    for (qsizetype i = 1; i < breaks; ++i)
        lines.append(QString());
    return below(">" + chomping(text), lines, place);
}

QByteArray numeral(double number)
{
    if (std::isinf(number))
        return number > 0 ? ".inf" : "-.inf";
    if (std::isnan(number))
        return ".nan";
    const QByteArray text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    return text.contains('.') || text.contains('e') ? text : text + ".0";
}

} // namespace

std::optional<QByteArray> writtenScalar(const Value &value, ScalarStyle style, const ScalarPlace &place)
{
    if (!value.isString()) {
        if (style != ScalarStyle::Plain)
            return std::nullopt;
        if (value.isNull())
            return QByteArray("null");
        return value.isNumber() && !value.isInteger() ? numeral(value.toNumber()) : value.toText().toUtf8();
    }
    const QString text = value.toText();
    switch (style) {
    case ScalarStyle::Plain:
        return fitsPlain(text, place) ? std::optional(text.toUtf8()) : std::nullopt;
    case ScalarStyle::SingleQuoted:
        return inSingleQuotes(text);
    case ScalarStyle::DoubleQuoted:
        return inDoubleQuotes(text);
    case ScalarStyle::Literal:
        return asLiteral(text, place);
    case ScalarStyle::Folded:
        return asFolded(text, place);
    }
    return std::nullopt;
}

ScalarStyle styleOfScalar(char first)
{
    switch (first) {
    case '\'':
        return ScalarStyle::SingleQuoted;
    case '"':
        return ScalarStyle::DoubleQuoted;
    case '|':
        return ScalarStyle::Literal;
    case '>':
        return ScalarStyle::Folded;
    default:
        return ScalarStyle::Plain;
    }
}

} // namespace casebook
