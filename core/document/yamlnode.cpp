#include "core/document/yamlnode.h"

#include <algorithm>
#include <limits>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPooled = 40;         // characters
constexpr std::size_t pooledCount = 1024; // a power of two

bool isAnyOf(const QString &text, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView word) { return word == text; });
}

/// Reads digits alone: Qt takes signs, blanks and prefixes too.
bool readDigits(QStringView digits, int base, qint64 *number)
{
    const bool plain = std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f'));
    });
    bool ok = false;
    *number = plain ? digits.toLongLong(&ok, base) : 0;
    return ok;
}

/// An integer of the core schema: decimal with or without a sign, 0o octal or 0x hexadecimal.
bool readInteger(const QString &text, qint64 *number)
{
    const QStringView view(text);
    if (view.startsWith(u"0x"))
        return readDigits(view.mid(2), 16, number);
    if (view.startsWith(u"0o"))
        return readDigits(view.mid(2), 8, number);
    const bool negative = view.front() == u'-';
    if (!readDigits(view.mid(negative || view.front() == u'+' ? 1 : 0), 10, number))
        return false;
    *number = negative ? -*number : *number;
    return true;
}

/// A float of the core schema: [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?, infinities and NaN.
bool readFloat(const QString &text, double *number)
{
    if (isAnyOf(text, {u".inf", u".Inf", u".INF", u"+.inf", u"+.Inf", u"+.INF"})) {
        *number = std::numeric_limits<double>::infinity();
        return true;
    }
    if (isAnyOf(text, {u"-.inf", u"-.Inf", u"-.INF"})) {
        *number = -std::numeric_limits<double>::infinity();
        return true;
    }
    if (isAnyOf(text, {u".nan", u".NaN", u".NAN"})) {
        *number = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    // A sign inside, as in a date, belongs to an exponent.
    QChar before = u'e';
    const bool plain = std::all_of(text.begin(), text.end(), [&](QChar c) {
        const bool signs = before.toLower() == u'e' && (c == u'+' || c == u'-');
        before = c;
        return signs || (c >= u'0' && c <= u'9') || c == u'.' || c == u'e' || c == u'E';
    });
    bool ok = false;
    *number = plain ? text.toDouble(&ok) : 0;
    return ok;
}

Value plainValue(const QString &text)
{
    if (text.isEmpty() || isAnyOf(text, {u"~", u"null", u"Null", u"NULL"}))
        return {};
    if (isAnyOf(text, {u"true", u"True", u"TRUE"}))
        return true;
    if (isAnyOf(text, {u"false", u"False", u"FALSE"}))
        return false;
    const char16_t first = text.at(0).unicode();
    if (!((first >= u'0' && first <= u'9') || first == u'-' || first == u'+' || first == u'.'))
        return text;
    qint64 integer = 0;
    if (readInteger(text, &integer))
        return integer;
    double number = 0;
    if (readFloat(text, &number))
        return number;
    return text;
}

/// FNV-1a: for a few characters faster than qHash(), which guards against texts that are made to collide.
template<typename Unit>
std::size_t placeOf(const Unit *units, qsizetype count)
{
    quint32 hash = 0x811C9DC5;
    for (const Unit *unit = units; unit != units + count; ++unit)
        hash = (hash ^ static_cast<quint32>(*unit)) * 0x01000193;
    return (hash ^ (hash >> 16)) % pooledCount;
}

} // namespace

StringPool::StringPool() : m_recent(pooledCount) {}

QString StringPool::intern(const QString &text)
{
    if (text.isEmpty() || text.size() > longestPooled)
        return text;
    QString &kept = m_recent[placeOf(QStringView(text).utf16(), text.size())];
    if (kept != text)
        kept = text;
    return kept;
}

QString StringPool::intern(QByteArrayView utf8)
{
    const bool isAscii =
        std::all_of(utf8.begin(), utf8.end(), [](char byte) { return static_cast<uchar>(byte) < 0x80; });
    if (!isAscii || utf8.isEmpty() || utf8.size() > longestPooled)
        return intern(QString::fromUtf8(utf8));
    QString &kept = m_recent[placeOf(utf8.data(), utf8.size())];
    if (kept != QLatin1String(utf8.data(), utf8.size()))
        kept = QString::fromUtf8(utf8);
    return kept;
}

const YamlNode *YamlNode::find(QStringView key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key)
            return &items[i];
    }
    return nullptr;
}

const YamlNode *YamlNode::findKey(QStringView key) const
{
    for (const YamlNode &node : keys) {
        if (node.text == key)
            return &node;
    }
    return nullptr;
}

Value toValue(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return {};
    case YamlNode::Kind::Scalar:
        return node.plain ? plainValue(node.text) : Value(node.text);
    case YamlNode::Kind::Sequence: {
        Value::List list;
        list.reserve(node.items.size());
        for (const YamlNode &item : node.items)
            list.push_back(toValue(item));
        return list;
    }
    case YamlNode::Kind::Map: {
        Value::Map map;
        map.reserve(node.items.size());
        for (std::size_t i = 0; i < node.items.size(); ++i)
            map.emplace_back(node.keys[i].text, toValue(node.items[i]));
        return map;
    }
    }
    return {};
}

} // namespace casebook
