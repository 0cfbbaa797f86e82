#pragma once

#include "ui/edit/syntax.h"

#include <QHash>
#include <QPalette>
#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace casebook {

/// Colours a case study's source: YAML in the front matter, Markdown in the body.
class SourceHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    /// The document owns the highlighter.
    SourceHighlighter(QTextDocument *document, const QPalette &palette);

    /// Makes the colours for another palette, and colours everything anew where they differ.
    void setPalette(const QPalette &palette);
    QTextCharFormat formatOf(SyntaxKind kind) const { return m_formats.value(static_cast<int>(kind)); }

protected:
    void highlightBlock(const QString &text) override;

private:
    void makeFormats(const QPalette &palette);

    QHash<int, QTextCharFormat> m_formats; // by SyntaxKind
};

} // namespace casebook
