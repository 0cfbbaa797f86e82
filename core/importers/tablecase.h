#pragma once

#include "core/importers/importeddocument.h"

#include <QList>
#include <QString>

namespace casebook {

/// A cell of a table, and what becomes of its column (core/importers/columntarget.h).
struct TableCell {
    QString header; ///< of the column; "" where it has none
    QString target;
    QString text; ///< lines end with a line feed
};

/// The case that a row of a table tells. No word is lost: what its target cannot take, such as a second title, the
/// words around a year or a source without an address, goes into the body. Left out is only what has target::none.
///
/// The title is "" where no cell is one. Items of a list stand between semicolons or lines; where there is neither,
/// and our own export (`isOurs`) did not write the table, between upright bars, commas or slashes. Of parts of records
/// and of sources each line of a cell is one of them.
ImportedCase caseOfCells(const QList<TableCell> &cells, bool isOurs);

} // namespace casebook
