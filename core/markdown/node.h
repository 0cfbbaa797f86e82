#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace casebook {

enum class MarkdownKind {
    Document,
    // Blocks
    Paragraph,
    Heading,
    BlockQuote,
    List,
    Item,
    CodeBlock,
    ThematicBreak,
    Table,
    TableRow,
    TableCell,
    // Inlines
    Text,
    SoftBreak,
    LineBreak,
    Emphasis,
    Strong,
    Code,
    Link,
    Image,
};

enum class ColumnAlignment {
    None,
    Left,
    Center,
    Right,
};

/// One node of parsed Markdown: a plain value that owns its children. Cheap to move, deep to copy.
///
/// A tree that parseMarkdown() made is at most markdownMaximumDepth levels deep, so that recursion over it is safe.
struct MarkdownNode {
    MarkdownKind kind = MarkdownKind::Document;
    int line = 0;         ///< blocks: where the block starts, from 1, in the text that was parsed; 0 for inlines
    int level = 0;        ///< Heading: 1 to 6
    int start = 1;        ///< List, ordered: the number of its first item
    bool ordered = false; ///< List
    bool tight = false;   ///< List: no blank lines between its items
    bool header = false;  ///< TableRow: the first row, which names the columns
    QList<ColumnAlignment> columns = {}; ///< Table: one for each column; a row may have fewer cells, never more
    QString text = {}; ///< Text, Code; CodeBlock: its lines, each with its end; Image: what it shows, in words
    QString url =
        {}; ///< Link, Image: the address as written, entities and backslashes resolved; nothing else is done to it
    QString title = {}; ///< Link, Image: the title; CodeBlock: the info string, whose first word is the language
    std::vector<MarkdownNode> children = {};

    bool isBlock() const { return kind < MarkdownKind::Text; }
    bool operator==(const MarkdownNode &) const = default;
};

inline constexpr int markdownMaximumDepth = 100;

/// A heading of a text, for an outline.
struct MarkdownHeading {
    int level = 0;
    QString text;
    int line = 0;

    bool operator==(const MarkdownHeading &) const = default;
};

/// The headings that structure the text, in order: those inside quotes and lists belong to these and are left out.
QList<MarkdownHeading> headings(const MarkdownNode &node);

/// The words without the marks: a line feed after each block, a space between the cells of a row.
QString plainText(const MarkdownNode &node);

} // namespace casebook
