#pragma once

#include "core/query/query.h"
#include "core/query/querynote.h"

#include <QList>
#include <QStringView>

namespace casebook {

/// A place in the text of a query, and what it was understood as: what a query field makes chips and colours of.
///
/// Places are in UTF-16 units, from 0. Tokens come in the order of the text and do not overlap; between them are
/// blanks, and what counts for nothing.
struct QueryToken {
    enum class Kind {
        Term,  ///< one condition
        Or,    ///< between two alternatives
        Open,  ///< a parenthesis, with the minus before it if there is one
        Close, ///< the other one
        Sort,  ///< sort:field
    };

    Kind kind = Kind::Term;
    qsizetype offset = 0;
    qsizetype length = 0;
    qsizetype valueOffset =
        0; ///< where the values start, behind `name:`; of a word or phrase where itself starts, behind a minus
    QueryTerm::Kind termKind = QueryTerm::Kind::Word; ///< of a term
    QString path;                                     ///< the field that is meant, if one is
    bool excluded = false;                            ///< a minus stands before it
    int depth = 0;                                    ///< how many parentheses are open around it
    /// Which of Query::terms it makes, alone or as a part; -1 for none: the order, and parentheses that group nothing.
    int term = -1;
    bool part = false; ///< it makes that term together with other tokens, as parts of a group do

    qsizetype end() const { return offset + length; }
    bool operator==(const QueryToken &) const = default;
};

/// A query with how it was read.
struct QueryReading {
    Query query;
    QList<QueryToken> tokens;
    QList<QueryNote> notes; ///< what was not understood, or may not be what was meant, in the order of the text
};

/// Reads a query as parseQuery() does, and tells how. Without `valuesOf` a value is doubted only where the schema lists
/// all there are.
QueryReading readQuery(QStringView text, const Schema &schema, const ValuesOf &valuesOf = {});

} // namespace casebook
