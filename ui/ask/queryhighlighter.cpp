#include "ui/ask/queryhighlighter.h"

#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

QueryHighlighter::QueryHighlighter(QTextDocument *document, Read read)
    : QSyntaxHighlighter(document), m_read(std::move(read))
{
}

void QueryHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

void QueryHighlighter::highlightBlock(const QString &text)
{
    m_reading = m_read(text);
    for (const QueryToken &token : std::as_const(m_reading.tokens))
        showToken(token);
    for (const QueryNote &note : std::as_const(m_reading.notes))
        showNote(note);
}

void QueryHighlighter::showToken(const QueryToken &token)
{
    const int start = static_cast<int>(token.offset);
    const int value = static_cast<int>(token.valueOffset);
    QTextCharFormat format;
    if (token.kind != QueryToken::Kind::Term && token.kind != QueryToken::Kind::Sort) {
        format.setFontWeight(QFont::Bold);
        format.setForeground(mutedText(m_palette));
        setFormat(start, static_cast<int>(token.length), format);
        return;
    }
    if (token.excluded)
        format.setForeground(groupColor(u"red"_s, 0, m_palette));
    QTextCharFormat name = format;
    if (!token.excluded)
        name.setForeground(mutedText(m_palette));
    if (value > start)
        setFormat(start, value - start, name);
    format.setFontStrikeOut(token.excluded);
    setFormat(std::max(start, value), static_cast<int>(token.end()) - std::max(start, value), format);
}

void QueryHighlighter::showNote(const QueryNote &note)
{
    // Its other colours stay.
    for (int at = static_cast<int>(note.offset); at < static_cast<int>(note.offset + note.length); ++at) {
        QTextCharFormat format = this->format(at);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(warningColor(m_palette));
        setFormat(at, 1, format);
    }
}

} // namespace casebook
