#include "core/sources/pagecharset.h"

#include <QByteArray>

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype farthest = 4096;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// What is behind the next `word` and an equals sign, in quotes or not; `at` moves behind it. Empty where there is none.
QByteArray valueAfter(const QByteArray &text, QByteArrayView word, qsizetype &at)
{
    at = text.indexOf(word, at);
    if (at < 0)
        return {};
    at += word.size();
    qsizetype begin = at;
    while (begin < text.size() && isBlank(text.at(begin)))
        ++begin;
    if (begin >= text.size() || text.at(begin) != '=')
        return {};
    ++begin;
    while (begin < text.size() && (isBlank(text.at(begin)) || text.at(begin) == '"' || text.at(begin) == '\''))
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && !isBlank(text.at(end)) && !QByteArrayView("\"';/>?").contains(text.at(end)))
        ++end;
    at = end;
    return text.mid(begin, end - begin);
}

QByteArray charsetInTag(const QByteArray &tag)
{
    for (qsizetype at = 0; at >= 0;) {
        const QByteArray value = valueAfter(tag, "charset", at);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

// From the tag or comment that begins at `at`, where the next thing begins.
qsizetype endOf(const QByteArray &head, qsizetype at)
{
    const bool isComment = head.mid(at, 4) == "<!--";
    const qsizetype end = head.indexOf(isComment ? "-->" : ">", at + (isComment ? 4 : 1));
    return end < 0 ? head.size() : end + 1;
}

} // namespace

QString charsetInPage(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(std::min(bytes.size(), farthest)).toByteArray().toLower();
    if (head.startsWith("<?xml")) {
        qsizetype at = 0;
        const QByteArray declaration = head.left(endOf(head, 0));
        if (const QByteArray value = valueAfter(declaration, "encoding", at); !value.isEmpty())
            return QString::fromLatin1(value);
    }
    for (qsizetype at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
        const qsizetype end = endOf(head, at);
        const QByteArray tag = head.mid(at, end - at);
        if (tag.startsWith("<meta") && tag.size() > 5 && (isBlank(tag.at(5)) || tag.at(5) == '/')) {
            if (const QByteArray value = charsetInTag(tag); !value.isEmpty())
                return QString::fromLatin1(value);
        }
        at = end;
    }
    return {};
}

} // namespace casebook
