#pragma once

#include "core/markdown/node.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace casebook {

/// A paragraph with more columns than this stays text.
inline constexpr int maximumTableColumns = 256;

/// Where a pipe table is in a paragraph.
struct PipeTablePlace {
    qsizetype headerLine = 0; ///< from 0; the delimiter row is the next line, the rows are all lines after that
    QList<ColumnAlignment> columns;
};

/// The alignments that a delimiter row such as `|:--|--:|` states, or nothing where the line is none.
std::optional<QList<ColumnAlignment>> parseDelimiterRow(QByteArrayView line);

/// The cells of a row, trimmed, with `\|` read as a pipe: at most `limit`, what is beyond is left out.
QList<QByteArray> splitTableRow(QByteArrayView line, qsizetype limit);

/// The table in the lines of one paragraph: a header row and below it a delimiter row with as many cells.
/// Takes time in proportion to the text.
std::optional<PipeTablePlace> findPipeTable(const QList<QByteArrayView> &lines);

} // namespace casebook
