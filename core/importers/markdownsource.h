#pragma once

#include "core/markdown/node.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace casebook {

/// A Markdown text with its tree: what a block looks like in the text, by the lines that it stands in.
///
/// The blocks of the document take up all of its lines: what stands between two of them, such as the definition of a
/// link, belongs to the one before.
class MarkdownSource {
public:
    /// `text` has LF alone. `firstLine`: the line, from 1, in which it starts in a larger text: only line() counts so.
    explicit MarkdownSource(const QString &text, int firstLine = 1);

    const std::vector<MarkdownNode> &blocks() const { return m_tree.children; }
    std::size_t size() const { return m_tree.children.size(); }
    const MarkdownNode &block(std::size_t index) const { return m_tree.children[index]; }
    /// The line of the larger text in which a block starts.
    int line(std::size_t index) const { return block(index).line + m_firstLine - 1; }

    /// The lines of some blocks as they stand, `end` left out, without blank lines around them.
    QString lines(std::size_t first, std::size_t end) const;
    QString lines(std::size_t index) const { return lines(index, index + 1); }
    /// The lines of one item of the list at `index`, without its mark and indentation.
    QString item(std::size_t index, std::size_t position) const;

    /// A text that was cut out of this one, with the definitions of links that it names and has lost.
    QString withDefinitions(const QString &text) const;

private:
    int firstLineOf(std::size_t index) const;
    QString joined(int first, int end) const;
    void findDefinitions();

    QStringList m_lines;
    MarkdownNode m_tree;
    int m_firstLine = 1;
    QHash<QString, QString> m_definitions; ///< lines, by label in lower case
};

/// A link of a text.
struct FoundLink {
    QString text; ///< its words
    QString url;

    bool operator==(const FoundLink &) const = default;
};

/// The links with an http or https address below a node, in order; pictures are none.
QList<FoundLink> linksIn(const MarkdownNode &node);

/// The heading's line or lines with another level, 1 to 6.
QString headingLine(const MarkdownNode &heading, const QString &lines, int level);

} // namespace casebook
