#pragma once

#include <QByteArray>
#include <QList>

namespace casebook::bench {

enum class Unit {
    Milliseconds,
    Bytes,
};

/// One line of the table: what was measured, against what.
struct Row {
    QByteArray work;
    int cases = 0;
    QByteArray against; ///< what the floor is
    Unit unit = Unit::Milliseconds;
    double floor = 0;
    double ours = 0;
    double target = 0; ///< what ours divided by the floor should not exceed; 0: nothing is asked
};

/// The rows as a table of plain text, each with its ratio and whether that is within the target.
QByteArray tableOf(const QList<Row> &rows);

} // namespace casebook::bench
