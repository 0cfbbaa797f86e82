#pragma once

#include "ui/typeset/markdowntypesetter.h"

namespace casebook {

/// Appends the inlines of one block at a flow's cursor.
class InlineTypesetter {
public:
    InlineTypesetter(TextFlow &flow, const MarkdownOptions &options) : m_flow(flow), m_options(options) {}

    void append(const std::vector<MarkdownNode> &inlines, const QTextCharFormat &format);

private:
    void append(const MarkdownNode &node, const QTextCharFormat &format);
    void appendImage(const MarkdownNode &image, const QTextCharFormat &format);
    QTextCharFormat codeFormat(const QTextCharFormat &format) const;
    QTextCharFormat linkFormat(const QString &url, const QTextCharFormat &format) const;
    QString hrefOf(const QString &url) const;

    TextFlow &m_flow;
    const MarkdownOptions &m_options;
};

/// `format` as a link to an address that needs no further checking.
QTextCharFormat asLink(const QTextCharFormat &format, const QString &href, const TypeStyle &style);

/// The name of a heading's anchor, as most tools make it: lower case, '-' for spaces, no punctuation.
QString anchorName(const QString &heading);

} // namespace casebook
