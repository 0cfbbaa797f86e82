#pragma once

#include <QString>

namespace casebook {

/// The order of cases within a group.
enum class SortKey {
    Relevance, ///< where words are asked for; else group, year descending, title
    Year,      ///< newest first
    Title,
    Organization,
    Evidence, ///< strongest first
};

/// How a result is laid out.
struct Arrangement {
    QString groupPath; ///< the field that makes the groups; empty: the group role's
    SortKey sort = SortKey::Relevance;

    bool operator==(const Arrangement &) const = default;
};

} // namespace casebook
