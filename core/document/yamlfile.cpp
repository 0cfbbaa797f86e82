#include "core/document/yamlfile.h"

#include "core/document/encoding.h"

#include <QCoreApplication>

namespace casebook {

namespace {

const QByteArray fence = "---";

qsizetype endOfLine(QByteArrayView bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    return end < 0 ? bytes.size() : end + 1;
}

bool isMark(QByteArrayView line, QByteArrayView mark)
{
    return line.startsWith(mark)
        && (line.size() == mark.size() || QByteArrayView(" \t\r\n").contains(line[mark.size()]));
}

/// Where the document's own lines begin: behind its mark, which only blank lines, comments and directives may precede.
qsizetype startOfDocument(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = from; at < bytes.size();) {
        const qsizetype next = endOfLine(bytes, at);
        const QByteArrayView line = bytes.sliced(at, next - at);
        if (isMark(line, fence))
            return line.trimmed() == fence ? next : at; // with text on it the mark is part of the document
        if (!line.trimmed().isEmpty() && line[0] != '#' && line[0] != '%')
            return from;
        at = next;
    }
    return from;
}

qsizetype endOfDocument(QByteArrayView bytes, qsizetype from)
{
    qsizetype at = endOfLine(bytes, from); // the first line may be the mark of its start
    while (at < bytes.size()) {
        const qsizetype next = endOfLine(bytes, at);
        const QByteArrayView line = bytes.sliced(at, next - at);
        if (isMark(line, fence) || isMark(line, "..."))
            return at;
        at = next;
    }
    return at;
}

} // namespace

YamlFile YamlFile::parse(const QByteArray &bytes)
{
    YamlFile file;
    const qsizetype begin = startOfDocument(bytes, hasByteOrderMark(bytes) ? 3 : 0);
    const qsizetype end = endOfDocument(bytes, begin);
    file.m_head = bytes.left(begin);
    file.m_tail = bytes.mid(end);
    QByteArray lines = bytes.mid(begin, end - begin);
    file.m_lineEnd = lines.contains("\r\n") ? "\r\n" : "\n";
    file.m_endAdded = !lines.isEmpty() && !lines.endsWith('\n');
    if (file.m_endAdded)
        lines += file.m_lineEnd;
    const QByteArray fenceLine = fence + file.m_lineEnd;
    file.m_document = Document::parse(QByteArray(fenceLine + lines + fenceLine));
    return file;
}

Result<QByteArray> YamlFile::applyEdits(const Edits &edits, const KeyOrder &order) const
{
    const Result<QByteArray> edited = casebook::applyEdits(m_document, edits, order);
    if (!edited)
        return edited;
    const QByteArray fenceLine = fence + m_lineEnd;
    const bool whole =
        edited->startsWith(fenceLine) && edited->endsWith(fenceLine) && edited->size() >= 2 * fenceLine.size();
    if (!whole || Document::parse(*edited).body().size() > 0)
        return Error{QCoreApplication::translate("Document",
                                                 "This edit would reach beyond the file's YAML: nothing "
                                                 "has been changed. Make it by hand.")};
    QByteArray lines = edited->mid(fenceLine.size(), edited->size() - 2 * fenceLine.size());
    if (m_endAdded && lines.endsWith(m_lineEnd))
        lines.chop(m_lineEnd.size());
    return QByteArray(m_head + lines + m_tail);
}

} // namespace casebook
