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

/// Cells between commas, semicolons or tabs, whichever the first line has most of; as RFC 4180 has them, in quotes
/// where they need it. Lenient: a quote in the middle of a cell is a quote, and one that is never closed ends with the
/// text. Blank lines are left out.
QList<CsvRow> readCsv(const QString &text);

} // namespace casebook
