#include "core/document/splicing/editplan.h"

#include <algorithm>
#include <vector>

namespace casebook {

namespace {

/// The start of the comment lines right above an item, or of its own line.
qsizetype startWithComments(QByteArrayView bytes, qsizetype dash, qsizetype endOfAbove)
{
    qsizetype start = lineStart(bytes, dash);
    while (start > endOfAbove) {
        const qsizetype above =
            lineStart(bytes, start - 1 - (start > 1 && bytes[start - 1] == '\n' && bytes[start - 2] == '\r'));
        const qsizetype text = skipBlanks(bytes, above);
        if (above < endOfAbove || text >= bytes.size() || bytes[text] != '#')
            break;
        start = above;
    }
    return start;
}

/// The lines of each item of a list in block style, or, where the first dash is not first on its line, what stands from
/// each dash to the end of its item's lines.
std::vector<Span> blockItems(const EditSite &site, const EditLevel &list)
{
    const QByteArrayView bytes = site.bytes();
    const bool ownLines = isFirstOnLine(bytes, list.layout->marks.front());
    std::vector<Span> spans;
    for (std::size_t i = 0; i < list.layout->items.size(); ++i) {
        const Span entry = entrySpan(site, list, i);
        if (!ownLines)
            spans.push_back({entry.begin, lineEnd(bytes, entry.end)});
        else
            spans.push_back(
                {startWithComments(bytes, entry.begin, i == 0 ? lineStart(bytes, entry.begin) : spans.back().end),
                 nextLine(bytes, entry.end)});
    }
    return spans;
}

} // namespace

Splices planMove(const EditSite &site, const EditPlace &list, std::size_t from, std::size_t to)
{
    const EditLevel &level = list.last();
    std::vector<Span> spans;
    if (isBlockCollection(site.bytes(), *level.node, *level.layout)) {
        spans = blockItems(site, level);
    } else {
        for (std::size_t i = 0; i < level.layout->items.size(); ++i)
            spans.push_back(entrySpan(site, level, i));
    }
    std::vector<Span> order = spans;
    const Span moved = order[from];
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), moved);
    Splices splices;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (!(order[i] == spans[i]))
            splices.append({spans[i], site.bytes().sliced(order[i].begin, order[i].size()).toByteArray()});
    }
    return splices;
}

} // namespace casebook
