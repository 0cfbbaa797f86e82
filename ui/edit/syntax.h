#pragma once

#include <QList>
#include <QStringView>

namespace casebook {

/// What a piece of the source is, for its colour.
enum class SyntaxKind {
    Fence,    ///< --- around the front matter, ``` around code, a rule
    Key,      ///< a field's name
    String,   ///< quoted or block text in the front matter
    Number,   ///< also dates
    Constant, ///< true, false, null, ~
    Comment,
    Mark,    ///< list dashes, brackets, the signs that Markdown takes away
    Anchor,  ///< &anchor, *alias, !tag
    Heading, ///< a whole line
    Emphasis,
    Strong,
    Code,
    Link,    ///< the text of a link
    Address, ///< where it leads
    Quote,
};

/// A piece of one line, in UTF-16 units from the line's start. Of pieces that overlap, the later one lies on top.
struct SyntaxSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    SyntaxKind kind = SyntaxKind::Mark;

    bool operator==(const SyntaxSpan &) const = default;
};

using SyntaxSpans = QList<SyntaxSpan>;

/// What one line hands to the next: which language goes on, and two numbers that only its scanner reads.
struct SyntaxState {
    enum Mode {
        Start, ///< before the first line
        Yaml,
        YamlDoubleQuoted,
        YamlSingleQuoted,
        YamlBlock, ///< value: the column of the key that the block belongs to
        Toml,
        Markdown,
        CodeBlock, ///< value: the length of the fence; tilde: made of ~
    };
    Mode mode = Start;
    int value = 0;
    int depth = 0; ///< of YAML's brackets
    bool tilde = false;

    /// To and from the number that QTextBlock keeps; -1, a block's first state, is Start.
    int toInt() const;
    static SyntaxState fromInt(int packed);
};

/// Finds the pieces of a line, front matter or body, given how the line above ended. Linear but for marks of emphasis
/// in hostile text, where it gives up: a very long line is scanned in its beginning only.
SyntaxState scanLine(QStringView line, SyntaxState before, SyntaxSpans &spans);

/// A line of YAML, inside the front matter.
SyntaxState scanYaml(QStringView line, SyntaxState before, SyntaxSpans &spans);

/// A line of Markdown.
SyntaxState scanMarkdown(QStringView line, SyntaxState before, SyntaxSpans &spans);

} // namespace casebook
