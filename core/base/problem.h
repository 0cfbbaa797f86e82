#pragma once

#include <QList>
#include <QString>

namespace casebook {

enum class Severity {
    Error,
    Warning,
};

/// Something wrong with a file, with its place.
struct Problem {
    Severity severity = Severity::Error;
    int line = 0;   ///< from 1, counted in the whole file; 0 where the problem is the file as such
    int column = 0; ///< from 1, in characters (code points) of that line; 0 where line is 0
    QString message;

    bool operator==(const Problem &) const = default;
};

using Problems = QList<Problem>;

/// "error" or "warning": the word that the command line and its JSON print; not translated.
QString severityName(Severity severity);

/// Whether any of the problems is an error.
bool hasError(const Problems &problems);

} // namespace casebook
