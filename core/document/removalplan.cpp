#include "core/document/editplan.h"

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
    return bytes.sliced(begin, end - begin).contains('#');
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
        // A comment in between stays, and the comma before it, which may end a list as well.
        const bool plain = !holdsComment(bytes, before.end, entry.begin);
        return {{{plain ? before.end : entry.begin, entry.end}, {}}};
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
    if (index == 0 && !isFirstOnLine(bytes, entry.begin))
        return planSharedLine(site, owner, entry);
    return {{{lineStart(bytes, entry.begin), nextLine(bytes, entry.end)}, {}}};
}

} // namespace casebook
