#include "core/document/yamltreebuilder.h"

#include <QCoreApplication>
#include <yaml-cpp/mark.h>

#include <algorithm>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

/// How much an alias would put in its place.
struct Extent {
    int nodes = 1; // keys included
    int depth = 0; // collections inside each other
};

Extent extentOf(const YamlNode &node)
{
    Extent extent;
    for (const std::vector<YamlNode> *children : {&node.keys, &node.items}) {
        for (const YamlNode &child : *children) {
            const Extent inner = extentOf(child);
            extent.nodes += inner.nodes;
            extent.depth = std::max(extent.depth, inner.depth);
        }
    }
    extent.depth += node.kind == YamlNode::Kind::Sequence || node.kind == YamlNode::Kind::Map ? 1 : 0;
    return extent;
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

} // namespace

YamlTreeBuilder::YamlTreeBuilder(std::string_view text, qsizetype base, const YamlLimits &limits)
    : m_text(text), m_base(base), m_limits(limits)
{
}

void YamlTreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    YamlNode node = nodeAt(mark);
    if (anchor == 0 && !isWrittenNull(static_cast<std::size_t>(node.offset - m_base)))
        node.offset = endOfTextBefore(node.offset);
    add(std::move(node), anchor);
}

void YamlTreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end())
        throw LimitReached{translate("This alias stands inside the value that it names."), offsetOf(mark)};
    const YamlNode &original = nodeOf(found->second);
    const Extent extent = extentOf(original);
    m_expanded += extent.nodes;
    if (m_expanded > m_limits.expandedNodes) {
        throw LimitReached{translate("The aliases stand for more than %1 values: write them out.")
                               .arg(m_limits.expandedNodes),
                           offsetOf(mark)};
    }
    checkDepth(extent.depth, mark);
    YamlNode node = original;
    node.alias = true;
    node.offset = offsetOf(mark);
    add(std::move(node), 0);
}

void YamlTreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                               const std::string &value)
{
    YamlNode node = nodeAt(mark);
    node.kind = YamlNode::Kind::Scalar;
    node.plain = tag == "?";
    node.text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    if (value.starts_with("\xEF\xBB\xBF")) // which Qt takes for a byte order mark
        node.text.prepend(QChar(QChar::ByteOrderMark));
    add(std::move(node), anchor);
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value style)
{
    open(mark, YamlNode::Kind::Sequence, style, anchor);
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value style)
{
    open(mark, YamlNode::Kind::Map, style, anchor);
}

qsizetype YamlTreeBuilder::offsetOf(const YAML::Mark &mark) const
{
    return m_base + std::max(mark.pos, 0);
}

YamlNode YamlTreeBuilder::nodeAt(const YAML::Mark &mark) const
{
    YamlNode node;
    node.offset = offsetOf(mark);
    return node;
}

/// Whether a null stands there in so many letters; if not, yaml-cpp gives the place of whatever comes next.
bool YamlTreeBuilder::isWrittenNull(std::size_t at) const
{
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (m_text.substr(std::min(at, m_text.size())).starts_with(word)) {
            const std::size_t end = at + word.size();
            return end >= m_text.size() || isBlank(m_text[end]) || m_text[end] == ',' || m_text[end] == ']'
                || m_text[end] == '}';
        }
    }
    return false;
}

qsizetype YamlTreeBuilder::endOfTextBefore(qsizetype offset) const
{
    std::size_t at = std::min(static_cast<std::size_t>(offset - m_base), m_text.size());
    while (at > 0 && isBlank(m_text[at - 1]))
        --at;
    return m_base + static_cast<qsizetype>(at);
}

void YamlTreeBuilder::checkDepth(int more, const YAML::Mark &mark) const
{
    if (static_cast<int>(m_open.size()) + more > m_limits.depth) {
        throw LimitReached{translate("The YAML is nested more than %1 levels deep.").arg(m_limits.depth),
                           offsetOf(mark)};
    }
}

void YamlTreeBuilder::open(const YAML::Mark &mark, YamlNode::Kind kind, YAML::EmitterStyle::value style,
                           YAML::anchor_t anchor)
{
    checkDepth(1, mark);
    YamlNode node = nodeAt(mark);
    node.kind = kind;
    node.flow = style == YAML::EmitterStyle::Flow;
    const Step step = nextStep();
    m_open.push_back({std::move(node), anchor, step});
}

void YamlTreeBuilder::close()
{
    OpenNode done = std::move(m_open.back());
    m_open.pop_back();
    add(std::move(done.node), done.anchor);
}

YamlTreeBuilder::Step YamlTreeBuilder::nextStep() const
{
    if (m_open.empty())
        return {};
    const YamlNode &owner = m_open.back().node;
    const bool isKey = owner.kind == YamlNode::Kind::Map && owner.keys.size() == owner.items.size();
    return {isKey, isKey ? owner.keys.size() : owner.items.size()};
}

void YamlTreeBuilder::add(YamlNode node, YAML::anchor_t anchor)
{
    if (m_open.empty()) {
        m_root = std::move(node);
        return;
    }
    const Step step = nextStep();
    if (anchor != 0)
        remember(anchor, step);
    YamlNode &owner = m_open.back().node;
    (step.isKey ? owner.keys : owner.items).push_back(std::move(node));
}

void YamlTreeBuilder::remember(YAML::anchor_t anchor, const Step &last)
{
    std::vector<Step> path;
    for (std::size_t level = 1; level < m_open.size(); ++level)
        path.push_back(m_open[level].step);
    path.push_back(last);
    m_anchors.insert_or_assign(anchor, std::move(path));
}

const YamlNode &YamlTreeBuilder::nodeOf(const std::vector<Step> &path) const
{
    const YamlNode *node = &m_open.front().node;
    std::size_t level = 0;
    bool isOpen = true; // a node that is still open has not been handed to its owner yet
    for (const Step &step : path) {
        isOpen = isOpen && level + 1 < m_open.size() && m_open[level + 1].step == step;
        if (isOpen)
            node = &m_open[++level].node;
        else
            node = &(step.isKey ? node->keys : node->items)[step.index];
    }
    return *node;
}

} // namespace casebook
