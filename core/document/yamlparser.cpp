#include "core/document/yamlparser.h"

#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <unordered_map>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

/// Thrown by the builder through yaml-cpp, caught in parseYaml(), seen nowhere else.
struct LimitReached {
    QString message;
    qsizetype offset;
};

/// The number of nodes of a tree, its keys included.
int countNodes(const YamlNode &node)
{
    int count = 1;
    for (const YamlNode &key : node.keys)
        count += countNodes(key);
    for (const YamlNode &item : node.items)
        count += countNodes(item);
    return count;
}

/// Builds the tree from yaml-cpp's events.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(qsizetype base, const YamlLimits &limits) : m_base(base), m_limits(limits) {}

    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(nodeAt(mark), anchor); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            throw LimitReached{translate("This alias stands inside the value that it names."), offsetOf(mark)};
        m_expanded += countNodes(found->second);
        if (m_expanded > m_limits.expandedNodes) {
            throw LimitReached{translate("The aliases of this front matter stand for more than %1 values: write them out.")
                                   .arg(m_limits.expandedNodes), offsetOf(mark)};
        }
        YamlNode node = found->second;
        node.alias = true;
        node.offset = offsetOf(mark);
        add(std::move(node), 0);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        YamlNode node = nodeAt(mark);
        node.kind = YamlNode::Kind::Scalar;
        node.plain = tag == "?";
        node.text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        add(std::move(node), anchor);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(mark, YamlNode::Kind::Sequence, style, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(mark, YamlNode::Kind::Map, style, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct OpenNode {
        YamlNode node;
        YAML::anchor_t anchor;
    };

    qsizetype offsetOf(const YAML::Mark &mark) const { return m_base + std::max(mark.pos, 0); }

    YamlNode nodeAt(const YAML::Mark &mark) const
    {
        YamlNode node;
        node.offset = offsetOf(mark);
        return node;
    }

    void open(const YAML::Mark &mark, YamlNode::Kind kind, YAML::EmitterStyle::value style, YAML::anchor_t anchor)
    {
        if (static_cast<int>(m_open.size()) >= m_limits.depth) {
            throw LimitReached{translate("The front matter is nested more than %1 levels deep.").arg(m_limits.depth),
                               offsetOf(mark)};
        }
        YamlNode node = nodeAt(mark);
        node.kind = kind;
        node.flow = style == YAML::EmitterStyle::Flow;
        m_open.push_back({std::move(node), anchor});
    }

    void close()
    {
        OpenNode done = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(done.node), done.anchor);
    }

    void add(YamlNode node, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            m_anchors.insert_or_assign(anchor, node);
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        YamlNode &owner = m_open.back().node;
        const bool isKey = owner.kind == YamlNode::Kind::Map && owner.keys.size() == owner.items.size();
        (isKey ? owner.keys : owner.items).push_back(std::move(node));
    }

    qsizetype m_base;
    YamlLimits m_limits;
    YamlNode m_root;
    std::vector<OpenNode> m_open;
    std::unordered_map<YAML::anchor_t, YamlNode> m_anchors;
    int m_expanded = 0;
};

Problem problemAt(QByteArrayView file, qsizetype offset, const QString &message)
{
    const TextPosition place = positionAt(file, offset);
    return {Severity::Error, place.line, place.column, message};
}

void findDuplicateKeys(const YamlNode &node, QByteArrayView file, Problems &problems)
{
    QSet<QString> seen;
    for (const YamlNode &key : node.keys) {
        if (key.kind == YamlNode::Kind::Scalar && seen.contains(key.text) && !node.alias) {
            problems.append(problemAt(file, key.offset,
                                      translate("The key \"%1\" stands twice: only the first counts.").arg(key.text)));
        }
        seen.insert(key.text);
    }
    for (const YamlNode &item : node.items) {
        if (!item.alias)
            findDuplicateKeys(item, file, problems);
    }
}

YamlResult failure(Problem problem)
{
    YamlResult result;
    result.valid = false;
    result.problems.append(std::move(problem));
    return result;
}

} // namespace

YamlResult parseYaml(QByteArrayView file, qsizetype offset, qsizetype length, const YamlLimits &limits)
{
    std::string text(file.data() + offset, static_cast<std::size_t>(length));
    // yaml-cpp does not know a lone CR as a line's end; with an LF in its place every position stays what it is.
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))
            text[i] = '\n';
    }
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        TreeBuilder builder(offset, limits);
        parser.HandleNextDocument(builder);
        YamlResult result;
        result.root = builder.takeRoot();
        findDuplicateKeys(result.root, file, result.problems);
        return result;
    } catch (const LimitReached &limit) {
        return failure(problemAt(file, limit.offset, limit.message));
    } catch (const YAML::Exception &exception) {
        const QString reason = QString::fromStdString(exception.msg);
        return failure(problemAt(file, offset + std::max(exception.mark.pos, 0),
                                 translate("The front matter is not valid YAML: %1.").arg(reason)));
    } catch (const std::exception &exception) {
        const QString reason = QString::fromUtf8(exception.what());
        return failure(problemAt(file, offset, translate("The front matter could not be read: %1.").arg(reason)));
    }
}

} // namespace casebook
