#include "ui/edit/markdown/linemarks.h"

#include "ui/edit/markdown/markdownline.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;
using Side = Replacement::Side;

namespace {

Replacement insertion(qsizetype at, const QString &text)
{
    return {{at, at}, text, Side::Opens};
}

// The lines from the first paragraph that is touched to the last, blank ones between them included.
QList<MarkdownLine> linesOfParagraphs(const SelectedText &source)
{
    const QList<QList<MarkdownLine>> paragraphs = markdownParagraphs(source.text, source.selection);
    if (paragraphs.isEmpty())
        return markdownLines(source.text, source.selection);
    return markdownLines(source.text, {paragraphs.first().first().line.begin, paragraphs.last().last().line.end});
}

Replacement withoutQuote(QStringView text, const MarkdownLine &line)
{
    const qsizetype mark = line.quote.begin;
    const bool hasBlank = mark + 1 < line.line.end && text[mark + 1] == u' ';
    return {{line.line.begin, mark + (hasBlank ? 2 : 1)}, {}, Side::Opens};
}

/// What becomes, or is, one item of a list.
struct Item {
    MarkdownLine first;
    QList<MarkdownLine> rest;
};

QList<Item> itemsOf(const SelectedText &source)
{
    const bool several = markdownLines(source.text, source.selection).size() > 1;
    QList<Item> items;
    const QList<QList<MarkdownLine>> paragraphs = markdownParagraphs(source.text, source.selection);
    for (const QList<MarkdownLine> &paragraph : paragraphs) {
        const bool isItem = paragraph.first().listMark != MarkdownLine::ListMark::None;
        for (const MarkdownLine &line : paragraph) {
            const bool isTouched = line.line.end > source.selection.begin && line.line.begin < source.selection.end;
            const bool isFirst = &line == &paragraph.first();
            const bool belongs = !several || (isItem && line.indent() > paragraph.first().indent());
            if (!isFirst && belongs)
                items.last().rest.append(line);
            else if (isTouched || !several || (isFirst && isItem))
                items.append({line, {}});
        }
    }
    if (items.isEmpty() && !several)
        items.append({markdownLineAt(source.text, source.selection.begin), {}});
    return items;
}

// Puts another mark, or none, in the place of an item's, and moves its other lines to stand below its text.
void setMark(QStringView text, const Item &item, const QString &mark, QList<Replacement> &replacements)
{
    const qsizetype before = item.first.list.size();
    replacements.append({item.first.list, mark, Side::Opens});
    const qsizetype shift = mark.size() - before;
    for (const MarkdownLine &line : item.rest) {
        const qsizetype start = line.quote.end;
        qsizetype blanks = 0;
        while (start + blanks < line.content.begin && text[start + blanks] == u' ')
            ++blanks;
        if (shift > 0)
            replacements.append(insertion(start, QString(shift, u' ')));
        else if (shift < 0)
            replacements.append({{start, start + std::min(-shift, blanks)}, {}, Side::Opens});
    }
}

QString markOf(ListKind kind, qsizetype number)
{
    return kind == ListKind::Bullets ? u"- "_s : QString(QString::number(number) + u". ");
}

// The number signs that may close a heading go with those that open it.
void removeHeading(QStringView text, const MarkdownLine &line, QList<Replacement> &replacements)
{
    replacements.append({line.heading, {}, Side::Opens});
    qsizetype end = line.content.end;
    while (end > line.content.begin && text[end - 1] == u'#')
        --end;
    const bool closes = end < line.content.end && (end == line.content.begin || text[end - 1] == u' ');
    while (closes && end > line.content.begin && text[end - 1] == u' ')
        --end;
    if (closes)
        replacements.append({{end, line.content.end}, {}, Side::Closes});
}

} // namespace

TextChange toggleQuote(const SelectedText &source)
{
    const QList<MarkdownLine> lines = linesOfParagraphs(source);
    const bool isOn = std::all_of(lines.begin(), lines.end(),
                                  [](const MarkdownLine &line) { return line.quoteDepth > 0 || line.isBlank(); })
        && std::any_of(lines.begin(), lines.end(), [](const MarkdownLine &line) { return line.quoteDepth > 0; });
    TextChange change;
    for (const MarkdownLine &line : lines) {
        if (!isOn)
            change.replacements.append(
                insertion(line.line.begin, line.line.isEmpty() && lines.size() > 1 ? u">"_s : u"> "_s));
        else if (line.quoteDepth > 0)
            change.replacements.append(withoutQuote(source.text, line));
    }
    return change;
}

TextChange toggleList(const SelectedText &source, ListKind kind)
{
    const auto wanted = kind == ListKind::Bullets ? MarkdownLine::ListMark::Bullet : MarkdownLine::ListMark::Number;
    const QList<Item> items = itemsOf(source);
    const bool isOn = !items.isEmpty() && std::all_of(items.begin(), items.end(), [wanted](const Item &item) {
        return item.first.listMark == wanted;
    });
    TextChange change;
    qsizetype number = 0;
    for (const Item &item : items) {
        ++number;
        if (isOn)
            setMark(source.text, item, {}, change.replacements);
        else if (item.first.listMark != wanted || kind == ListKind::Numbers)
            setMark(source.text, item, markOf(kind, number), change.replacements);
    }
    return change;
}

TextChange toggleHeading(const SelectedText &source, int level)
{
    QList<MarkdownLine> lines = markdownLines(source.text, source.selection);
    if (lines.size() > 1)
        lines.removeIf([](const MarkdownLine &line) { return line.isBlank(); });
    const bool isOn = std::all_of(lines.begin(), lines.end(),
                                  [level](const MarkdownLine &line) { return line.headingLevel == level; });
    const QString signs = level > 0 ? QString(QString(level, u'#') + u' ') : QString();
    TextChange change;
    for (const MarkdownLine &line : std::as_const(lines)) {
        if (line.headingLevel > 0 && (isOn || level == 0))
            removeHeading(source.text, line, change.replacements);
        else if (line.headingLevel != level)
            change.replacements.append({line.heading, signs, Side::Opens});
    }
    return change;
}

} // namespace casebook
