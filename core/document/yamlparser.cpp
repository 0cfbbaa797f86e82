#include "core/document/yamlparser.h"

#include "core/document/encoding.h"
#include "core/document/plainyaml.h"
#include "core/document/yamltreebuilder.h"

#include <QCoreApplication>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <unordered_set>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

/// Only wants to know where a further document starts.
class MoreText final : public YAML::EventHandler {
public:
    struct Found {
        int offset;
    };

    void OnDocumentStart(const YAML::Mark &mark) override { throw Found{mark.pos}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// What one attempt to read a text needs, and collects.
class Reading {
public:
    Reading(QByteArrayView file, qsizetype offset, qsizetype length) : m_positions(file), m_base(offset)
    {
        m_text.assign(file.data() + offset, static_cast<std::size_t>(length));
        if (hasByteOrderMark(m_text)) { // yaml-cpp would pass over it, and not count it
            m_text.erase(0, 3);
            m_base += 3;
        }
        // yaml-cpp does not know a lone CR as a line's end; with an LF in its place every position stays what it is.
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            if (m_text[i] == '\r' && (i + 1 == m_text.size() || m_text[i + 1] != '\n'))
                m_text[i] = '\n';
        }
        m_length = static_cast<qsizetype>(m_text.size());
        // Where a text ends right after a line's end, yaml-cpp lets a missing quotation mark pass: let it end in a
        // comment.
        m_text += m_text.ends_with('\n') ? "#" : "\n#";
    }

    YamlResult read(const YamlLimits &limits)
    {
        YamlResult result;
        try {
            result.root = readDocument(limits);
        } catch (const YamlTreeBuilder::LimitReached &limit) {
            complain(limit.offset, limit.message);
        } catch (const YAML::Exception &exception) {
            complain(m_base + exception.mark.pos, messageOf(exception));
        } catch (const std::exception &exception) {
            const QString reason = QString::fromUtf8(exception.what());
            complain(m_base, translate("The YAML could not be read: %1.").arg(reason));
        }
        result.valid = m_read;
        if (m_read)
            findDuplicateKeys(result.root);
        result.problems = std::move(m_problems);
        return result;
    }

private:
    YamlNode readDocument(const YamlLimits &limits)
    {
        std::istringstream stream(m_text);
        YAML::Parser parser(stream);
        YamlTreeBuilder builder(std::string_view(m_text).substr(0, static_cast<std::size_t>(m_length)), m_base, limits);
        parser.HandleNextDocument(builder);
        YamlNode root = builder.takeRoot();
        try {
            MoreText more;
            parser.HandleNextDocument(more);
        } catch (const MoreText::Found &found) {
            complain(m_base + found.offset, translate("The YAML ends before this line: what follows is not read."));
        }
        m_read = true;
        return root;
    }

    void findDuplicateKeys(const YamlNode &node)
    {
        std::unordered_set<QStringView> seen;
        for (const YamlNode &key : node.keys) {
            if (key.kind == YamlNode::Kind::Scalar && !seen.insert(key.text).second)
                complain(key.offset, translate("The key \"%1\" stands twice: only the first counts.").arg(key.text));
        }
        for (const YamlNode &item : node.items) {
            if (!item.alias)
                findDuplicateKeys(item);
        }
    }

    static QString messageOf(const YAML::Exception &exception)
    {
        if (exception.msg == YAML::ErrorMsg::EOF_IN_SCALAR)
            return translate("The YAML is not valid: a quotation mark opens a text that has no end.");
        return translate("The YAML is not valid: %1.").arg(QString::fromStdString(exception.msg));
    }

    void complain(qsizetype offset, const QString &message)
    {
        const TextPosition place = m_positions.at(std::clamp(offset, m_base, m_base + m_length));
        m_problems.append({Severity::Error, place.line, place.column, message});
    }

    PositionFinder m_positions;
    qsizetype m_base;
    std::string m_text;
    qsizetype m_length; ///< of the text as it stands in the file
    bool m_read = false;
    Problems m_problems;
};

void shareTexts(YamlNode &node, StringPool &pool)
{
    node.text = pool.intern(node.text);
    for (std::vector<YamlNode> *children : {&node.keys, &node.items}) {
        for (YamlNode &child : *children)
            shareTexts(child, pool);
    }
}

} // namespace

YamlResult parseYaml(QByteArrayView file, qsizetype offset, qsizetype length, const YamlLimits &limits,
                     StringPool *pool)
{
    if (limits.depth >= deepestPlainYaml) {
        if (std::optional<YamlNode> root = readPlainYaml(file, offset, length, pool))
            return {std::move(*root), true, {}};
    }
    YamlResult result = parseYamlWithLibrary(file, offset, length, limits);
    if (pool)
        shareTexts(result.root, *pool);
    return result;
}

YamlResult parseYamlWithLibrary(QByteArrayView file, qsizetype offset, qsizetype length, const YamlLimits &limits)
{
    return Reading(file, offset, length).read(limits);
}

} // namespace casebook
