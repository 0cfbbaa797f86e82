#pragma once

#include "core/corpus/schema.h"
#include "core/query/query.h"

#include <QList>
#include <QString>

#include <vector>

namespace casebook {

/// The cases of a result that share a value of the grouping field.
struct ResultGroup {
    QString value; ///< empty for the cases without one
    QString label;
    QString description;
    QString color;         ///< see Group; may be empty
    std::vector<int> rows; ///< positions in the corpus, in order
};

struct FacetValue {
    QString value;
    QString label;
    int count = 0; ///< of the cases that a click on it leads to: see core/query/facetcounter.h
    FacetState state = FacetState::Off;
};

struct Facet {
    QString path;
    QString label;
    FieldType type = FieldType::Choice;
    QList<FacetValue> values; ///< in an order that filters do not change: years ascending, else most frequent first
    bool active = false;      ///< the query has a condition on this field
    FacetJoin join = FacetJoin::Any; ///< how the counts were made: see Arrangement::joinAll
};

struct SearchResult {
    std::vector<ResultGroup> groups; ///< without empty ones
    std::vector<int> order;          ///< every matching position once, in order of first appearance in the groups
    int total = 0;                   ///< cases in the corpus
    QList<Facet> facets;

    int matches() const { return static_cast<int>(order.size()); }
};

} // namespace casebook
