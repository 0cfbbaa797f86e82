#include "core/document/splicing/yamlstyle.h"

#include <algorithm>

namespace casebook {

namespace {

/// Counts habits all over a tree.
class StyleReader {
public:
    explicit StyleReader(QByteArrayView file) : m_file(file) {}

    void look(const YamlNode &node, const YamlLayout &layout)
    {
        if (node.alias)
            return;
        if (node.kind == YamlNode::Kind::Scalar)
            lookAtScalar(layout);
        if (node.kind == YamlNode::Kind::Sequence)
            lookAtList(node, layout);
        if (node.kind == YamlNode::Kind::Map)
            lookAtMap(node, layout);
        for (std::size_t i = 0; i < node.items.size(); ++i)
            look(node.items[i], layout.items[i]);
    }

    YamlStyle style(YamlStyle style) const
    {
        style.quote = m_single > m_double ? '\'' : '"';
        style.flowLists = m_flowLists >= m_blockLists;
        style.padLists = m_padLists;
        style.padMaps = m_padMaps;
        style.indentStep = m_indentStep > 0 ? m_indentStep : style.indentStep;
        style.dashIndent = m_dashIndent >= 0 ? m_dashIndent : style.dashIndent;
        style.dashGap = m_dashGap.isEmpty() ? style.dashGap : m_dashGap;
        return style;
    }

private:
    void lookAtScalar(const YamlLayout &layout)
    {
        if (layout.isEmptyValue())
            return;
        m_single += m_file[layout.content] == '\'' ? 1 : 0;
        m_double += m_file[layout.content] == '"' ? 1 : 0;
    }

    bool isPadded(const YamlLayout &layout) const
    {
        return layout.end - layout.content > 2 && m_file[layout.content + 1] == ' ' && m_file[layout.end - 2] == ' ';
    }

    void lookAtList(const YamlNode &node, const YamlLayout &layout)
    {
        const bool ofScalars = std::all_of(node.items.begin(), node.items.end(), [](const YamlNode &item) {
            return item.kind == YamlNode::Kind::Scalar || item.kind == YamlNode::Kind::Null;
        });
        const bool isFlow = layout.marks.empty();
        if (isFlow && !node.items.empty())
            m_padLists = m_padLists || isPadded(layout);
        if (ofScalars && !node.items.empty())
            ++(isFlow ? m_flowLists : m_blockLists);
        if (!isFlow && m_dashGap.isEmpty()) {
            const qsizetype gap = skipBlanks(m_file, layout.marks.front() + 1) - layout.marks.front() - 1;
            if (gap > 0 && layout.items.front().begin == layout.marks.front() + 1 + gap)
                m_dashGap = QByteArray(gap, ' ');
        }
    }

    void lookAtMap(const YamlNode &node, const YamlLayout &layout)
    {
        if (m_file[layout.content] == '{') {
            m_padMaps = m_padMaps || isPadded(layout);
            return;
        }
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const YamlLayout &item = layout.items[i];
            const qsizetype step = columnOf(m_file, item.content) - columnOf(m_file, layout.keys[i].begin);
            const bool below = lineStart(m_file, item.content) > layout.keys[i].begin;
            if (!below || node.items[i].alias)
                continue;
            if (node.items[i].kind == YamlNode::Kind::Sequence && !item.marks.empty() && m_dashIndent < 0)
                m_dashIndent = step;
            if (node.items[i].kind == YamlNode::Kind::Map && m_indentStep < 0)
                m_indentStep = step;
        }
    }

    QByteArrayView m_file;
    int m_single = 0;
    int m_double = 0;
    int m_flowLists = 0;
    int m_blockLists = 0;
    bool m_padLists = false;
    bool m_padMaps = false;
    qsizetype m_indentStep = -1;
    qsizetype m_dashIndent = -1;
    QByteArray m_dashGap;
};

} // namespace

YamlStyle styleOf(const Document &document, const YamlLayout *layout)
{
    const QByteArrayView bytes(document.bytes());
    YamlStyle usual;
    const qsizetype end = lineEnd(bytes, 0);
    if (end < bytes.size())
        usual.lineBreak = bytes.sliced(end, nextLine(bytes, end) - end).toByteArray();
    if (!layout)
        return usual;
    StyleReader reader(bytes);
    reader.look(document.tree(), *layout);
    return reader.style(usual);
}

} // namespace casebook
