#pragma once

#include <QString>
#include <QStringList>

namespace casebook {

/// The condition of a query that a cursor stands in, as far as it has been written.
struct CompletionPlace {
    qsizetype offset = 0; ///< of the condition, behind its minus, in UTF-16 units
    qsizetype length = 0; ///< to its end, which may be behind the cursor
    bool hasName = false; ///< there is a colon before the cursor
    QString name;         ///< before it, without quotes
    QStringList values;   ///< between the colon and the last comma, without quotes
    QString begun;        ///< the word, or the last value, up to the cursor, without quotes
    bool quoted = false;  ///< it has quotes

    bool operator==(const CompletionPlace &) const = default;
};

CompletionPlace completionPlaceAt(QStringView text, qsizetype cursor);

} // namespace casebook
