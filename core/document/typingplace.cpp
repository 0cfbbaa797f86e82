#include "core/document/typingplace.h"

#include "core/document/typingscan.h"

namespace casebook {

namespace {

bool isFence(QStringView line, bool opens)
{
    while (!line.isEmpty() && (line.back() == u' ' || line.back() == u'\t' || line.back() == u'\r'))
        line.chop(1);
    return line == u"---" || (!opens && line == u"...");
}

/// The lines between the fences; null where there is no front matter, or no end of it.
QStringView frontMatter(QStringView text)
{
    qsizetype lineEnd = text.indexOf(u'\n');
    if (lineEnd < 0 || !isFence(text.first(lineEnd), true))
        return {};
    const qsizetype begin = lineEnd + 1;
    for (qsizetype at = begin; at <= text.size(); at = lineEnd + 1) {
        lineEnd = text.indexOf(u'\n', at);
        if (lineEnd < 0)
            lineEnd = text.size();
        if (isFence(text.sliced(at, lineEnd - at), false))
            return text.sliced(begin, at - begin);
    }
    return {};
}

} // namespace

std::optional<TypingPlace> typingPlace(QStringView text, qsizetype cursor)
{
    const QStringView front = frontMatter(text);
    const qsizetype begin = front.data() - text.data();
    if (front.isNull() || cursor < begin || cursor >= begin + front.size()) // the closing fence's line is none of it
        return std::nullopt;
    std::optional<TypingPlace> place = TypingScan(front, cursor - begin).scan();
    if (place) {
        place->begin += begin;
        place->end += begin;
    }
    return place;
}

} // namespace casebook
