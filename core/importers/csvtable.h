#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

/// A row of a CSV table and where it starts.
struct CsvRow {
    QStringList cells;
    int line = 1; ///< from 1
};

/// Cells between commas, semicolons, tabs or upright bars: whichever gives the first rows most evenly several cells, or
/// the one that a first line "sep=;" names, which is left out. As RFC 4180 has them, in quotes where they need it,
/// blanks before the quotes allowed. Lenient: a quote in the middle of a cell is a quote, and one that is never closed
/// ends with the text; `openQuote` is told the line where that begins, 0 where there is none. Blank lines are left out.
QList<CsvRow> readCsv(const QString &text, int *openQuote = nullptr);

} // namespace casebook
