#pragma once

#include "core/document/yamlnode.h"
#include "core/document/yamlparser.h"

#include <yaml-cpp/eventhandler.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace casebook {

/// Builds the tree of one document from yaml-cpp's events. Included in core/document alone.
class YamlTreeBuilder final : public YAML::EventHandler {
public:
    /// Thrown through yaml-cpp where a limit is reached, or an alias stands inside what it names; parseYaml() catches
    /// it.
    struct LimitReached {
        QString message;
        qsizetype offset; ///< in the file
    };

    /// The text is what the parser reads, and must outlive the builder; it stands `base` bytes into the file.
    YamlTreeBuilder(std::string_view text, qsizetype base, const YamlLimits &limits);

    /// The tree, once all events have come.
    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

private:
    /// Which child of its owner a node is.
    struct Step {
        bool isKey = false;
        std::size_t index = 0;

        bool operator==(const Step &) const = default;
    };

    struct OpenNode {
        YamlNode node;
        YAML::anchor_t anchor;
        Step step;
    };

    qsizetype offsetOf(const YAML::Mark &mark) const;
    YamlNode nodeAt(const YAML::Mark &mark) const;
    bool isWrittenNull(std::size_t at) const;
    qsizetype endOfTextBefore(qsizetype offset) const;
    void checkDepth(int more, const YAML::Mark &mark) const;
    void open(const YAML::Mark &mark, YamlNode::Kind kind, YAML::EmitterStyle::value style, YAML::anchor_t anchor);
    void close();
    Step nextStep() const;
    void add(YamlNode node, YAML::anchor_t anchor);
    void remember(YAML::anchor_t anchor, const Step &last);
    const YamlNode &nodeOf(const std::vector<Step> &path) const;

    std::string_view m_text;
    qsizetype m_base;
    YamlLimits m_limits;
    YamlNode m_root;
    std::vector<OpenNode> m_open; ///< the collections that have not ended, the outermost first
    /// Anchors are kept as places and not as copies: copies of nodes inside each other would grow without measure.
    std::unordered_map<YAML::anchor_t, std::vector<Step>> m_anchors;
    int m_expanded = 0; ///< nodes that aliases have added
};

} // namespace casebook
