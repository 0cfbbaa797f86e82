#include "ui/report/pdfoutline.h"

#include "ui/report/pdflinks.h"

namespace casebook {

namespace {

/// A node that may still get children.
struct OpenNode {
    QPDFObjectHandle object;
    QPDFObjectHandle lastChild = QPDFObjectHandle::newNull();
    int level = -1;
    bool open = true;
    int shown = 0; ///< how many items are to be seen below it once it is open
};

void close(OpenNode &node, OpenNode *parent)
{
    if (node.shown > 0) {
        node.object.replaceKey("/Last", node.lastChild);
        node.object.replaceKey("/Count", QPDFObjectHandle::newInteger(node.open ? node.shown : -node.shown));
    }
    if (parent && node.open)
        parent->shown += node.shown;
}

void closeTo(std::vector<OpenNode> &path, int level)
{
    while (path.size() > 1 && path.back().level >= level) {
        close(path.back(), &path.at(path.size() - 2));
        path.pop_back();
    }
}

} // namespace

QPDFObjectHandle makeOutline(QPDF &pdf, const std::vector<QPDFObjectHandle> &pages, const QList<PdfOutlineItem> &items,
                             const LinkParts &parts)
{
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<OpenNode> path{{root}};
    for (const PdfOutlineItem &item : items) {
        closeTo(path, item.level);
        OpenNode &parent = path.back();
        QPDFObjectHandle object = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        object.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(item.title.toStdString()));
        object.replaceKey("/Parent", parent.object);
        object.replaceKey("/Dest", makeDestination(pages, item.destination, parts));
        if (parent.lastChild.isNull()) {
            parent.object.replaceKey("/First", object);
        } else {
            parent.lastChild.replaceKey("/Next", object);
            object.replaceKey("/Prev", parent.lastChild);
        }
        parent.lastChild = object;
        ++parent.shown;
        path.push_back({object, QPDFObjectHandle::newNull(), item.level, item.open, 0});
    }
    closeTo(path, 0);
    close(path.front(), nullptr);
    return root;
}

} // namespace casebook
