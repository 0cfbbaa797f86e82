#pragma once

#include <QString>
#include <QStringList>

namespace casebook {

/// The candidates that a mistyped word may stand for, best first, at most `most`: those that differ by few letters,
/// that hold the word, or that have a part (between signs other than letters and digits) like it. Upper and lower case
/// count as the same.
QStringList nearestOf(const QString &word, const QStringList &candidates, int most);

} // namespace casebook
