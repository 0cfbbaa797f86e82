#include "core/document/document.h"

#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Document", text);
}

/// The line that starts at `begin`: its content without the line's end, and where the next line starts.
struct Line {
    QByteArrayView text;
    qsizetype next = 0;
};

Line lineAt(QByteArrayView bytes, qsizetype begin)
{
    qsizetype end = begin;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
        ++end;
    qsizetype next = end;
    if (next < bytes.size())
        next += bytes[next] == '\r' && next + 1 < bytes.size() && bytes[next + 1] == '\n' ? 2 : 1;
    return {bytes.sliced(begin, end - begin), next};
}

/// A fence may be followed by blanks, and by nothing else.
bool isFence(QByteArrayView line, QByteArrayView fence)
{
    return line.startsWith(fence) && line.sliced(fence.size()).trimmed().isEmpty();
}

} // namespace

Document Document::parse(QByteArray bytes, const DocumentLimits &limits, StringPool *pool)
{
    Document document;
    document.m_bytes = std::move(bytes);
    document.m_body = {0, document.m_bytes.size()};
    if (document.m_bytes.size() > limits.fileSize) {
        document.breakAt(-1,
                         translate("The file has %1, and only %2 are read: split it.")
                             .arg(QLocale().formattedDataSize(document.m_bytes.size()),
                                  QLocale().formattedDataSize(limits.fileSize)));
        return document;
    }
    document.m_problems = checkEncoding(document.m_bytes);
    document.findFrontMatter(limits, pool);
    std::stable_sort(document.m_problems.begin(), document.m_problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return document;
}

QByteArrayView Document::bodyText() const
{
    return QByteArrayView(m_bytes).sliced(m_body.begin, m_body.size());
}

void Document::findFrontMatter(const DocumentLimits &limits, StringPool *pool)
{
    const QByteArrayView bytes(m_bytes);
    const qsizetype start = hasByteOrderMark(bytes) ? 3 : 0;
    m_body.begin = start;
    const Line first = lineAt(bytes, start);
    const bool yaml = isFence(first.text, "---");
    if (!yaml && !isFence(first.text, "+++"))
        return;
    for (qsizetype at = first.next; at < bytes.size();) {
        const Line line = lineAt(bytes, at);
        if (isFence(line.text, yaml ? "---" : "+++") || (yaml && isFence(line.text, "..."))) {
            m_kind = yaml ? FrontMatterKind::Yaml : FrontMatterKind::Toml;
            m_frontMatter = {first.next, at};
            m_body.begin = line.next;
            readFrontMatter(limits, pool);
            return;
        }
        at = line.next;
    }
    breakAt(start,
            translate("The front matter that starts here has no end: close it with a line of %1.")
                .arg(yaml ? u"---"_s : u"+++"_s));
}

void Document::readFrontMatter(const DocumentLimits &limits, StringPool *pool)
{
    if (m_kind == FrontMatterKind::Toml) {
        breakAt(m_frontMatter.begin,
                translate("Front matter in TOML is not supported: its fields are not read. "
                          "Write it as YAML between lines of ---."));
        return;
    }
    if (m_frontMatter.size() > limits.frontMatterSize) {
        breakAt(m_frontMatter.begin,
                translate("The front matter has %1, and only %2 are read: move text to the body.")
                    .arg(QLocale().formattedDataSize(m_frontMatter.size()),
                         QLocale().formattedDataSize(limits.frontMatterSize)));
        return;
    }
    const QByteArrayView block = QByteArrayView(m_bytes).sliced(m_frontMatter.begin, m_frontMatter.size());
    if (block.trimmed().isEmpty())
        return;
    // A NUL, and to yaml-cpp U+0004 too, is where a text ends: all that follows would be missing.
    if (findInvalidUtf8(block) >= 0 || block.contains('\0') || block.contains('\4')) {
        m_broken = true; // checkEncoding() has said where
        return;
    }
    YamlResult result = parseYaml(m_bytes, m_frontMatter.begin, m_frontMatter.size(), limits.yaml, pool);
    m_problems += result.problems;
    m_broken = !result.valid;
    m_tree = std::move(result.root);
    if (result.valid && m_tree.kind != YamlNode::Kind::Map && m_tree.kind != YamlNode::Kind::Null) {
        breakAt(m_tree.offset, translate("The front matter is not a list of \"key: value\" lines."));
        m_tree = {};
    }
}

void Document::breakAt(qsizetype offset, const QString &message)
{
    const TextPosition place = offset < 0 ? TextPosition{0, 0} : positionAt(m_bytes, offset);
    m_problems.append({Severity::Error, place.line, place.column, message});
    m_broken = true;
}

} // namespace casebook
