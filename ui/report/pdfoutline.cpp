#include "ui/report/pdfoutline.h"

#include "ui/report/pdflinks.h"
#include "ui/report/pdfvalue.h"

namespace casebook {

namespace {

/// What ties an item to the others; by their places in the list, the root being the first. -1: there is none.
struct Node {
    int parent = -1;
    int first = -1;
    int last = -1;
    int previous = -1;
    int next = -1;
    int shown = 0; ///< how many items are to be seen below it once it is open
};

/// Ties items that come in order, each with its level.
std::vector<Node> nodesOf(const QList<PdfOutlineItem> &items)
{
    std::vector<Node> nodes(static_cast<size_t>(items.size()) + 1);
    std::vector<int> path{0}; // from the root to the item before
    const auto levelOf = [&](int node) { return node == 0 ? -1 : items.at(node - 1).level; };
    for (int node = 1; node <= items.size(); ++node) {
        while (levelOf(path.back()) >= levelOf(node))
            path.pop_back();
        Node &parent = nodes[static_cast<size_t>(path.back())];
        nodes[static_cast<size_t>(node)].parent = path.back();
        nodes[static_cast<size_t>(node)].previous = parent.last;
        if (parent.last < 0)
            parent.first = node;
        else
            nodes[static_cast<size_t>(parent.last)].next = node;
        parent.last = node;
        path.push_back(node);
    }
    // From the last to the first, so that children are counted before their parents.
    for (auto node = static_cast<int>(items.size()); node > 0; --node) {
        const Node &child = nodes[static_cast<size_t>(node)];
        nodes[static_cast<size_t>(child.parent)].shown += 1 + (items.at(node - 1).open ? child.shown : 0);
    }
    return nodes;
}

} // namespace

int writeOutline(PdfObjects &objects, const std::vector<int> &pages, const QList<PdfOutlineItem> &items)
{
    const std::vector<Node> nodes = nodesOf(items);
    std::vector<int> numbers;
    for (size_t i = 0; i < nodes.size(); ++i)
        numbers.push_back(objects.reserve());
    for (size_t i = 0; i < nodes.size(); ++i) {
        const Node &node = nodes[i];
        QByteArray text = i == 0 ? QByteArray("<< /Type /Outlines") : QByteArray("<<");
        const auto tie = [&](const char *key, int other) {
            if (other >= 0)
                text += key + pdfReference(numbers[static_cast<size_t>(other)]);
        };
        tie(" /Parent ", node.parent);
        tie(" /First ", node.first);
        tie(" /Last ", node.last);
        tie(" /Prev ", node.previous);
        tie(" /Next ", node.next);
        const PdfOutlineItem *item = i > 0 ? &items.at(static_cast<qsizetype>(i) - 1) : nullptr;
        if (node.shown > 0)
            text += " /Count " + QByteArray::number(!item || item->open ? node.shown : -node.shown);
        if (item) {
            text += " /Title " + pdfText(item->title) + " /Dest "
                + destinationText(pages.at(static_cast<size_t>(item->destination.page)), item->destination.top);
        }
        objects.add(numbers[i], text + " >>");
    }
    return numbers.front();
}

} // namespace casebook
