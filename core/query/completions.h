#pragma once

#include "core/query/searchresult.h"

#include <QList>
#include <QString>

#include <functional>

namespace casebook {

/// Something that a query may go on with.
struct Completion {
    QString text;        ///< what the place becomes: "from:Go", with quotes where they are needed
    QString label;       ///< what is told apart: "Go", or "from:"
    QString detail;      ///< what it is: the field's label
    int count = -1;      ///< how many cases have the value; -1: not counted
    bool goesOn = false; ///< a value is to follow

    bool operator==(const Completion &) const = default;
};

/// What the query may go on with at a cursor.
struct Completions {
    qsizetype offset = 0; ///< of the text that a completion takes the place of, in UTF-16 units
    qsizetype length = 0;
    QList<Completion> items; ///< the best first

    bool operator==(const Completions &) const = default;
};

/// The values of a field with their labels and counts, in the order in which they are to be offered: those in which a word
/// starts with `begun` (folded; empty: all), though others may be among them.
using CountedValuesOf = std::function<QList<FacetValue>(const QString &path, const QByteArray &begun)>;

/// What can stand where the cursor is (an offset in UTF-16 units): behind `name:` the values of that field, behind
/// has:, missing: and sort: fields, behind is: its words; elsewhere fields, and values of facets that begin like the
/// word. Nothing where nothing has been begun, unless it is `asked` for, nothing where all is there already, and at
/// most `most`.
Completions completionsAt(QStringView text, qsizetype cursor, const Schema &schema, const CountedValuesOf &valuesOf,
                          bool asked = false, qsizetype most = 12);

/// The text of a query up to a condition at its end of which only the name is written yet: "collector from:" becomes
/// "collector ". What is being asked while a person writes on.
QStringView withoutUnfinished(QStringView text, const Schema &schema);

/// The same, and without a value at the end that is only the beginning of some that the field has, where that field's
/// values are compared whole: "collector from:j" becomes "collector ", "from:go,j" becomes "from:go". For a person who
/// is still writing there; to others such a query asks for the value "j".
QStringView withoutBegunValue(QStringView text, const Schema &schema, const CountedValuesOf &valuesOf);

} // namespace casebook
