#include "core/markdown/pipetable.h"

namespace casebook {

namespace {

bool isDelimiterCharacter(char c)
{
    return c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t';
}

// The line between its outer pipes; those are optional on either side.
QByteArrayView withoutOuterPipes(QByteArrayView line)
{
    line = line.trimmed();
    if (line.startsWith('|'))
        line = line.sliced(1);
    qsizetype backslashes = 0;
    while (backslashes + 1 < line.size() && line.at(line.size() - 2 - backslashes) == '\\')
        ++backslashes;
    if (line.endsWith('|') && backslashes % 2 == 0)
        line.chop(1);
    return line;
}

// The end of the cell that starts at `from`: the next pipe that no backslash escapes, or the end.
qsizetype cellEnd(QByteArrayView row, qsizetype from)
{
    for (qsizetype at = from; at < row.size(); ++at) {
        if (row.at(at) == '|')
            return at;
        if (row.at(at) == '\\')
            ++at;
    }
    return row.size();
}

QByteArray withPlainPipes(QByteArrayView cell)
{
    QByteArray out;
    out.reserve(cell.size());
    for (qsizetype at = 0; at < cell.size(); ++at) {
        const bool escape = cell.at(at) == '\\' && at + 1 < cell.size();
        if (escape && cell.at(at + 1) != '|')
            out += cell.at(at);
        out += cell.at(escape ? ++at : at);
    }
    return out;
}

// Calls `take` with each cell as long as it answers true.
template<typename Take>
void eachCell(QByteArrayView line, Take take)
{
    const QByteArrayView row = withoutOuterPipes(line);
    for (qsizetype from = 0; from <= row.size();) {
        const qsizetype end = cellEnd(row, from);
        if (!take(row.sliced(from, end - from).trimmed()))
            return;
        from = end + 1;
    }
}

qsizetype cellCount(QByteArrayView line)
{
    qsizetype count = 0;
    eachCell(line, [&count](QByteArrayView) { return ++count <= maximumTableColumns; });
    return count;
}

std::optional<ColumnAlignment> alignmentOf(QByteArrayView cell)
{
    const bool left = cell.startsWith(':');
    if (left)
        cell = cell.sliced(1);
    const bool right = cell.endsWith(':');
    if (right)
        cell.chop(1);
    if (cell.isEmpty() || cell.contains(':') || cell.contains(' ') || cell.contains('\t') || cell.contains('|'))
        return std::nullopt;
    if (left && right)
        return ColumnAlignment::Center;
    if (left)
        return ColumnAlignment::Left;
    return right ? ColumnAlignment::Right : ColumnAlignment::None;
}

} // namespace

std::optional<QList<ColumnAlignment>> parseDelimiterRow(QByteArrayView line)
{
    if (!line.contains('|') || !line.contains('-'))
        return std::nullopt;
    for (char c : line) {
        if (!isDelimiterCharacter(c))
            return std::nullopt;
    }
    QList<ColumnAlignment> columns;
    bool valid = true;
    eachCell(line, [&](QByteArrayView cell) {
        const std::optional<ColumnAlignment> alignment = alignmentOf(cell);
        valid = alignment.has_value() && columns.size() < maximumTableColumns;
        if (valid)
            columns.append(*alignment);
        return valid;
    });
    return valid ? std::optional(columns) : std::nullopt;
}

QList<QByteArray> splitTableRow(QByteArrayView line, qsizetype limit)
{
    QList<QByteArray> cells;
    eachCell(line, [&](QByteArrayView cell) {
        if (cells.size() < limit)
            cells.append(withPlainPipes(cell));
        return cells.size() < limit;
    });
    return cells;
}

std::optional<PipeTablePlace> findPipeTable(const QList<QByteArrayView> &lines)
{
    for (qsizetype at = 1; at < lines.size(); ++at) {
        const auto columns = parseDelimiterRow(lines.at(at));
        if (columns && cellCount(lines.at(at - 1)) == columns->size())
            return PipeTablePlace{at - 1, *columns};
    }
    return std::nullopt;
}

} // namespace casebook
