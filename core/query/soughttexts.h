#pragma once

#include "core/query/query.h"

#include <QByteArray>
#include <QList>

namespace casebook {

/// A text that a query asks for, as it can be found in a case: what is highlighted.
struct SoughtText {
    QByteArray text;    ///< folded (core/base/fold.h), with single blanks; never empty
    QString path;       ///< the field that it is asked of; empty: it may stand anywhere
    bool whole = false; ///< it is a whole value of that field; else it starts a word (findWord())

    bool operator==(const SoughtText &) const = default;
};

/// All that a query asks for, each once, in the order of the query; those in groups too. Nothing that is excluded.
/// Ranges, has: and the like have no text. Values that are asked for by their label come as their id.
QList<SoughtText> soughtTexts(const Query &query, const Schema &schema);

} // namespace casebook
