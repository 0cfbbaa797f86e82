#pragma once

#include <QString>
#include <QStringList>

namespace casebook {

/// The order of cases within a group.
enum class SortKey {
    Relevance, ///< where words are asked for; else group, year descending, title
    Year,      ///< newest first
    Title,
    Organization,
    Evidence, ///< strongest first
};

/// How a result is laid out, and counted.
struct Arrangement {
    QString groupPath; ///< the field that makes the groups; empty: the group role's
    SortKey sort = SortKey::Relevance;
    /// The paths of facets whose values are to go together by FacetJoin::All. The query itself tells only where it
    /// includes two of them, and then decides; the counts must be right before.
    QStringList joinAll = {};

    bool operator==(const Arrangement &) const = default;
};

} // namespace casebook
