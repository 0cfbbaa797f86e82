#include "core/importers/markdownsource.h"

#include "core/importers/sourceaddress.h"
#include "core/markdown/parser.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &definition()
{
    static const QRegularExpression expression(u"^ {0,3}\\[([^\\]\\[]+)\\]:\\s*\\S"_s);
    return expression;
}

void collectLinks(const MarkdownNode &node, QList<FoundLink> &links)
{
    if (node.kind == MarkdownKind::Link && isSourceAddress(node.url))
        links.append({plainText(node).simplified(), node.url});
    for (const MarkdownNode &child : node.children)
        collectLinks(child, links);
}

} // namespace

MarkdownSource::MarkdownSource(const QString &text, int firstLine)
    : m_lines(text.split(u'\n')), m_tree(parseMarkdown(text.toUtf8())), m_firstLine(firstLine)
{
    findDefinitions();
}

void MarkdownSource::findDefinitions()
{
    for (const QString &line : m_lines) {
        if (const auto match = definition().match(line); match.hasMatch())
            m_definitions.insert(match.captured(1).simplified().toLower(), line.trimmed());
    }
}

int MarkdownSource::firstLineOf(std::size_t index) const
{
    if (index == 0)
        return 1;
    return index < size() ? block(index).line : static_cast<int>(m_lines.size()) + 1;
}

QString MarkdownSource::joined(int first, int end) const
{
    const auto isBlank = [this](int line) { return m_lines.at(line - 1).trimmed().isEmpty(); };
    while (first < end && isBlank(first))
        ++first;
    while (end > first && isBlank(end - 1))
        --end;
    return m_lines.mid(first - 1, end - first).join(u'\n');
}

QString MarkdownSource::lines(std::size_t first, std::size_t end) const
{
    return joined(firstLineOf(first), firstLineOf(end));
}

QString MarkdownSource::item(std::size_t index, std::size_t position) const
{
    const std::vector<MarkdownNode> &items = block(index).children;
    const int first = position == 0 ? firstLineOf(index) : items[position].line;
    const int end = position + 1 < items.size() ? items[position + 1].line : firstLineOf(index + 1);
    QStringList lines = joined(first, std::max(first, end)).split(u'\n');
    static const QRegularExpression mark(u"^\\s*(?:[-*+]|\\d{1,9}[.)])(?:\\s+|$)"_s);
    const qsizetype indent = mark.match(lines.first()).capturedLength();
    lines.first().remove(0, indent);
    for (QString &line : lines) {
        qsizetype blanks = 0;
        while (&line != &lines.first() && blanks < indent && blanks < line.size() && line.at(blanks).isSpace())
            ++blanks;
        line.remove(0, blanks);
    }
    return lines.join(u'\n').trimmed();
}

QString MarkdownSource::withDefinitions(const QString &text) const
{
    if (m_definitions.isEmpty())
        return text;
    static const QRegularExpression label(u"\\[([^\\]\\[]+)\\]"_s);
    QStringList missing;
    for (auto it = label.globalMatch(text); it.hasNext();) {
        const QString line = m_definitions.value(it.next().captured(1).simplified().toLower());
        if (!line.isEmpty() && !missing.contains(line) && !text.contains(line))
            missing.append(line);
    }
    return missing.isEmpty() ? text : QString(text + u"\n\n"_s + missing.join(u'\n'));
}

QList<FoundLink> linksIn(const MarkdownNode &node)
{
    QList<FoundLink> links;
    collectLinks(node, links);
    return links;
}

QString headingLine(const MarkdownNode &heading, const QString &lines, int level)
{
    static const QRegularExpression atx(u"^ {0,3}#{1,6}(?=\\s|$)"_s);
    QString text = lines;
    if (heading.level == level)
        return text;
    const QString mark(level, u'#');
    if (text.contains(atx))
        return text.replace(atx, mark);
    // What follows the underline, such as the definition of a link, stays below.
    const qsizetype at = text.indexOf(QRegularExpression(u"\\n *(?:=+|-+) *(?:\\n|$)"_s));
    const QString words = (at < 0 ? text : text.left(at)).simplified();
    const QString rest = at < 0 ? QString() : text.mid(at + 1).section(u'\n', 1);
    return mark + u' ' + words + (rest.isEmpty() ? QString() : u'\n' + rest);
}

} // namespace casebook
