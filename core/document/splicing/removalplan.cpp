#include "core/document/splicing/editplan.h"

namespace casebook {

namespace {

/// The place behind an entry's comma and the blanks that follow it; the entry's end where it has no comma.
qsizetype behindComma(QByteArrayView bytes, qsizetype at)
{
    const qsizetype comma = skipBlanks(bytes, at);
    return comma < bytes.size() && bytes[comma] == ',' ? skipBlanks(bytes, comma + 1) : at;
}

bool holdsComment(QByteArrayView bytes, qsizetype begin, qsizetype end)
{
    return begin < end && bytes.sliced(begin, end - begin).contains('#');
}

Splices planFlowRemoval(const EditSite &site, const EditLevel &owner, std::size_t index)
{
    const QByteArrayView bytes = site.bytes();
    const std::size_t count = owner.layout->items.size();
    const Span entry = entrySpan(site, owner, index);
    if (count == 1)
        return {{{owner.layout->content + 1, owner.layout->end - 1}, {}}};
    if (index + 1 == count) {
        const Span before = entrySpan(site, owner, index - 1);
        if (!holdsComment(bytes, before.end, entry.begin))
            return {{{before.end, entry.end}, {}}};
        // A comment in between stays, and the comma before it, which may end a list as well as its own.
        return {{{entry.begin, behindComma(bytes, entry.end)}, {}}};
    }
    const qsizetype next = entrySpan(site, owner, index + 1).begin;
    const bool plain = !holdsComment(bytes, entry.end, next);
    return {{{entry.begin, plain ? next : behindComma(bytes, entry.end)}, {}}};
}

/// The first entry of a list or map whose first line it shares with what is around it: `- key: value`.
Splices planSharedLine(const EditSite &site, const EditLevel &owner, const Span &entry)
{
    const QByteArrayView bytes = site.bytes();
    const qsizetype next = entrySpan(site, owner, 1).begin;
    const qsizetype end = lineEnd(bytes, entry.end);
    if (!holdsComment(bytes, end, next))
        return {{{entry.begin, next}, {}}}; // the next one moves up
    qsizetype begin = entry.begin;
    while (begin > 0 && (bytes[begin - 1] == ' ' || bytes[begin - 1] == '\t'))
        --begin;
    return {{{begin, end}, {}}};
}

} // namespace

Splices planRemoval(const EditSite &site, const EditPlace &place)
{
    const QByteArrayView bytes = site.bytes();
    const EditLevel &owner = place.owner();
    const std::size_t index = place.last().index;
    if (!isBlockCollection(bytes, *owner.node, *owner.layout))
        return planFlowRemoval(site, owner, index);
    const Span entry = entrySpan(site, owner, index);
    const bool ownsLine = isFirstOnLine(bytes, entry.begin);
    if (owner.layout->explicitKeys || (!ownsLine && (index > 0 || owner.layout->items.size() == 1)))
        return {}; // what is behind a `?` is left to a person
    if (!ownsLine)
        return planSharedLine(site, owner, entry);
    qsizetype end = nextLine(bytes, entry.end);
    // Where the entry above ends in a text that keeps the blank lines below it (|+), those below this one would join
    // it.
    while (site.writer.isCautious() && end < site.document.frontMatter().end
           && skipBlanks(bytes, end) == lineEnd(bytes, end))
        end = nextLine(bytes, end);
    return {{{lineStart(bytes, entry.begin), end}, {}}};
}

} // namespace casebook
