#pragma once

#include "core/query/matchplaces.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

/// What was seen where the words of a quote or a claim were looked for. It says nothing of whether they are true.
enum class Finding : qint8 {
    NotFound,
    Changed, ///< a quote: with other words; a claim: a passage, but without some of its numbers
    Found,
};

/// What differs between a quote and the page: either may be empty.
struct WordChange {
    QString sought;
    QString seen;

    bool operator==(const WordChange &) const = default;
};

/// Where words stand in a page. A value.
struct Passage {
    Finding finding = Finding::NotFound;
    /// How much of what was sought stands there, from 0 to 1: of a quote the words, of a claim its words,
    /// counted by how rare they are, without the numbers in `missing`.
    double measure = 0;
    TextPlace place = {};           ///< in the page's text; empty where nothing was found
    QList<TextPlace> parts = {};    ///< of a quote with ellipses, what stands between them; else the place alone
    QList<WordChange> changes = {}; ///< of a quote, in its order
    QStringList missing = {}; ///< the numbers of a claim that do not stand in the passage, as the claim writes them
    bool scattered = false;   ///< the parts of a quote stand far apart, or in another order

    bool operator==(const Passage &) const = default;
};

} // namespace casebook
