#include "ui/edit/sourcehighlighter.h"

#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QTextDocument>

namespace casebook {

namespace {

QTextCharFormat colored(const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

} // namespace

SourceHighlighter::SourceHighlighter(QTextDocument *document, const QPalette &palette) : QSyntaxHighlighter(document)
{
    makeFormats(palette);
}

void SourceHighlighter::setPalette(const QPalette &palette)
{
    const QHash<int, QTextCharFormat> before = m_formats;
    makeFormats(palette);
    if (m_formats != before)
        rehighlight();
}

void SourceHighlighter::makeFormats(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const bool dark = isDark(palette);
    const auto hue = [&](const QColor &light, const QColor &onDark) {
        return colored(readable(dark ? onDark : light, base));
    };
    const QTextCharFormat quiet = colored(readable(mutedText(palette), base));
    const QTextCharFormat green = hue(QColor(0x2b, 0x73, 0x3a), QColor(0x8f, 0xd1, 0x8f));
    const QTextCharFormat rust = hue(QColor(0xa3, 0x45, 0x12), QColor(0xf0, 0xa3, 0x75));
    const QTextCharFormat violet = hue(QColor(0x6f, 0x42, 0xa5), QColor(0xc8, 0xa6, 0xf0));
    const QTextCharFormat key = hue(QColor(0x1b, 0x5e, 0x9b), QColor(0x86, 0xbd, 0xf2));
    const QTextCharFormat link = colored(readable(palette.color(QPalette::Link), base));
    QTextCharFormat comment = quiet;
    comment.setFontItalic(true);
    QTextCharFormat heading = rust;
    heading.setFontWeight(QFont::Bold);
    QTextCharFormat emphasis;
    emphasis.setFontItalic(true);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);

    const std::pair<SyntaxKind, QTextCharFormat> formats[] = {
        {SyntaxKind::Fence, quiet},       {SyntaxKind::Key, key},         {SyntaxKind::String, green},
        {SyntaxKind::Number, rust},       {SyntaxKind::Constant, violet}, {SyntaxKind::Comment, comment},
        {SyntaxKind::Mark, quiet},        {SyntaxKind::Anchor, violet},   {SyntaxKind::Heading, heading},
        {SyntaxKind::Emphasis, emphasis}, {SyntaxKind::Strong, strong},   {SyntaxKind::Code, green},
        {SyntaxKind::Link, link},         {SyntaxKind::Address, quiet},   {SyntaxKind::Quote, violet},
    };
    m_formats.clear();
    for (const auto &[kind, format] : formats)
        m_formats.insert(static_cast<int>(kind), format);
}

void SourceHighlighter::highlightBlock(const QString &text)
{
    SyntaxSpans spans;
    const SyntaxState after = scanLine(text, SyntaxState::fromInt(previousBlockState()), spans);
    setCurrentBlockState(after.toInt());
    for (const SyntaxSpan &span : spans) {
        // On top of what lies there already: emphasis keeps a heading's colour.
        QTextCharFormat merged = format(static_cast<int>(span.start));
        merged.merge(formatOf(span.kind));
        setFormat(static_cast<int>(span.start), static_cast<int>(span.length), merged);
    }
}

} // namespace casebook
