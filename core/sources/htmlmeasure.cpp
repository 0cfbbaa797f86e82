#include "core/sources/htmlmeasure.h"

namespace casebook {

namespace {

bool isComma(QChar c)
{
    return c == u',' || c == u'\u3001' || c == u'\uFF0C' || c == u'\u060C' || c == u';';
}

void measure(const HtmlNode &node, bool isLinked, HtmlMeasure &total)
{
    for (const QChar c : node.text) {
        if (c.isSpace())
            continue;
        ++total.text;
        total.linked += isLinked ? 1 : 0;
        total.commas += isComma(c) ? 1 : 0;
    }
    for (const HtmlNode &child : node.children)
        measure(child, isLinked || node.name == u"a", total);
}

} // namespace

HtmlMeasure measureOf(const HtmlNode &node)
{
    HtmlMeasure total;
    measure(node, false, total);
    return total;
}

} // namespace casebook
