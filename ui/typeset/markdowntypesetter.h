#pragma once

#include "core/markdown/node.h"
#include "ui/typeset/imagesource.h"
#include "ui/typeset/textflow.h"
#include "ui/typeset/textnote.h"

#include <functional>

namespace casebook {

/// How Markdown is typeset.
struct MarkdownOptions {
    int headingOffset = 0;         ///< added to the levels of headings
    QString anchorPrefix = {};     ///< before the names of anchors, so that several texts can share one document
    ImageSource *images = nullptr; ///< not owned, must outlive the typesetting; null: every picture is a placeholder
    /// The address for a link that is written relative to the text's file (percent-decoded, without fragment), or ""
    /// where it leads nowhere. Without this function such links are plain text.
    std::function<QString(const QString &path)> resolve = {};
    /// What is beyond so many characters is left out, with a note that says so; 0: nothing is. A thousand take layout
    /// about a millisecond, and blocks count for more than their words.
    qsizetype characterLimit = 0;
    /// What is said below a block quote that is in no other, by its line (MarkdownNode::line). May be empty.
    std::function<TextNote(int line)> noteOfQuote = {};
};

/// Property of a QTextBlockFormat: the line of the Markdown that the block starts at, from 1, as MarkdownNode::line has
/// it.
inline constexpr int sourceLineProperty = QTextFormat::UserProperty + 101;

/// Builds rich text of Markdown: the same for the screen and for paper.
///
/// Headings carry their level (QTextBlockFormat::headingLevel) and an anchor made of their words. Links lead to http,
/// https and mailto addresses, to anchors of the same text ("#..."), and to what `resolve` answers; all else is plain
/// text.
class MarkdownTypesetter {
public:
    MarkdownTypesetter(TextFlow &flow, const MarkdownOptions &options);

    /// Appends all blocks of a document. `gap` is the space above the first of them.
    void append(const MarkdownNode &document, qreal gap = 0);

private:
    void appendBlocks(const std::vector<MarkdownNode> &blocks, bool tight);
    void appendBlock(const MarkdownNode &block, bool tight);
    void appendParagraph(const MarkdownNode &block, bool tight);
    void appendPlaceholder(const MarkdownNode &paragraph, const QString &reason, qreal gap);
    void appendHeading(const MarkdownNode &block);
    void appendQuote(const MarkdownNode &block);
    void appendQuoteNote(const MarkdownNode &block);
    void appendCode(const MarkdownNode &block);
    void appendList(const MarkdownNode &list);
    void appendItem(const MarkdownNode &item, const QString &marker, qreal step, bool tight);
    void appendRule(const MarkdownNode &block);
    void beginBlock(const MarkdownNode &source, qreal gap, QTextBlockFormat format, const QTextCharFormat &chars);
    qreal gapAbove(qreal wanted);
    void appendEnd(const MarkdownNode &block, qsizetype room);

    TextFlow &m_flow;
    MarkdownOptions m_options;
    QString m_marker; ///< of the list item whose first block is still to come
    qreal m_markerStep = 0;
    int m_lists = 0;            ///< how many are open
    int m_quotes = 0;           ///< how many are open
    qsizetype m_characters = 0; ///< as the limit counts them
    bool m_full = false;
    qreal m_firstGap = -1; ///< the gap asked for above the first block, until it is used
    bool m_afterHeading = false;
};

} // namespace casebook
