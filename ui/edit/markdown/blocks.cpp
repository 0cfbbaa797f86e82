#include "ui/edit/markdown/blocks.h"

#include "ui/edit/markdown/linkmark.h"
#include "ui/edit/markdown/markdownline.h"

#include <QStringList>

namespace casebook {

using namespace Qt::StringLiterals;
using Side = Replacement::Side;

namespace {

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

QString prefixed(const QString &markdown, const QString &prefix)
{
    QStringList lines = markdown.split(u'\n');
    for (QString &line : lines)
        line = line.isEmpty() ? trimmedEnd(prefix) : QString(prefix + line);
    return lines.join(u'\n');
}

QString titleAsLink(const QuoteSource &source)
{
    if (source.address.isEmpty())
        return source.title;
    if (source.title.isEmpty())
        return u'<' + source.address + u'>';
    QString title = source.title;
    title.replace(u'[', u"\\["_s).replace(u']', u"\\]"_s);
    return u'[' + title + u"]("_s + linkDestination(source.address) + u')';
}

/// Where blocks go, and what has to stand around them.
class Insertion {
public:
    explicit Insertion(const SelectedText &source);

    TextChange change(const QString &markdown) const;

private:
    bool isBlankAt(qsizetype place) const { return markdownLineAt(m_text, place).isBlank(); }
    QString above() const;
    QString below() const;

    QStringView m_text;
    TextSpan m_selection;
    MarkdownLine m_first;
    MarkdownLine m_last;
    bool m_hasHead;   ///< text on the first line, before the selection
    bool m_hasTail;   ///< text on the last line, behind it
    bool m_keepsMark; ///< the first block stands right behind the mark of a list's item
    QString m_prefix; ///< what a line starts with to be in the same quotes and the same item
};

Insertion::Insertion(const SelectedText &source)
    : m_text(source.text),
      m_selection(source.selection),
      m_first(markdownLineAt(m_text, m_selection.begin)),
      m_last(markdownLineAt(m_text, m_selection.end)),
      m_hasHead(m_selection.begin > m_first.content.begin),
      m_hasTail(m_selection.end < m_last.content.end),
      m_keepsMark(!m_hasHead && !m_first.list.isEmpty() && m_selection.begin >= m_first.list.end),
      m_prefix(m_text.sliced(m_first.line.begin, m_first.quote.end - m_first.line.begin).toString())
{
    if (m_first.quoteDepth > 0 && !m_prefix.endsWith(u' '))
        m_prefix += u' ';
    if (m_hasHead || m_keepsMark)
        m_prefix += QString(m_first.indent() + m_first.list.size(), u' ');
}

QString Insertion::above() const
{
    if (m_hasHead)
        return u'\n' + trimmedEnd(m_prefix) + u'\n';
    const bool isBelowText = !m_keepsMark && m_first.line.begin > 0 && !isBlankAt(m_first.line.begin - 1);
    return isBelowText ? QString(trimmedEnd(m_prefix) + u'\n') : QString();
}

QString Insertion::below() const
{
    if (m_hasTail)
        return u'\n' + trimmedEnd(m_prefix) + u'\n' + m_prefix;
    const bool isAboveText = m_last.line.end < m_text.size() && !isBlankAt(m_last.line.end + 1);
    return isAboveText ? QString(u'\n' + trimmedEnd(m_prefix)) : QString();
}

TextChange Insertion::change(const QString &markdown) const
{
    // Blanks at the cut go with the selection, and so do the marks of quotes, which come again with every line.
    TextSpan place = m_selection;
    if (!m_hasHead && !m_keepsMark)
        place.begin = m_first.line.begin;
    while (m_hasHead && m_text[place.begin - 1] == u' ')
        --place.begin;
    if (!m_hasTail)
        place.end = m_last.line.end;
    while (m_hasTail && m_text[place.end] == u' ')
        ++place.end;
    QString blocks = prefixed(markdown, m_prefix);
    if (m_keepsMark)
        blocks.remove(0, m_prefix.size());
    blocks.prepend(above());
    const qsizetype end = place.begin + blocks.size();
    TextChange change;
    change.replacements = {{place, blocks + below(), Side::Opens}};
    change.selection = TextSpan{end, end};
    return change;
}

} // namespace

TextChange insertBlocks(const SelectedText &source, const QString &markdown)
{
    return Insertion(source).change(markdown);
}

QString attributedQuote(const QString &text, const QuoteSource &source)
{
    QStringList parts{source.speaker, titleAsLink(source), source.year};
    parts.removeAll(QString());
    QString inside = text.trimmed();
    inside.replace(u"\r\n"_s, u"\n"_s);
    if (!parts.isEmpty())
        inside += u"\n\n— "_s + parts.join(u", "_s);
    return prefixed(inside, u"> "_s);
}

} // namespace casebook
