#pragma once

#include "core/corpus/corpus.h"
#include "core/query/column.h"
#include "core/query/query.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace casebook {

/// What a query makes of a case: out, in, or kept out by the conditions on one facet alone, told as the facet's number
/// plus one. That facet counts such a case, for it shows what would be there without its own conditions.
using CaseState = quint16;
inline constexpr CaseState caseIsOut = 0;
inline constexpr CaseState caseIsIn = 0xFFFF;

/// A query made ready for one corpus. Any number of threads may ask at once, while corpus and columns stay as they are.
class Conditions {
public:
    /// `columnOf` gives the filled column of a path. Facets are numbered by their place in `facetPaths`.
    Conditions(const Query &query, const Schema &schema, const QStringList &facetPaths,
               const std::function<Column &(const QString &)> &columnOf);

    /// Whether nothing is asked, so that every case is in.
    bool isEmpty() const;
    CaseState stateOf(const CaseStudy &study, int position) const;
    /// The words and phrases that must stand in a case, folded.
    const std::vector<QByteArray> &wanted() const { return m_wanted; }

private:
    /// A condition on a field, decided once for each distinct value.
    struct ValueCheck {
        const Column *column;
        std::vector<char> hits; ///< by the value's number
        bool excluded;
        int facet; ///< its number; -1: the field is none
    };

    struct PresenceCheck {
        QString path;
        const Column *column; ///< of a computed field; null: the file tells
        bool present;
        int facet;
    };

    void addText(const QueryTerm &term);
    void addValues(const QueryTerm &term, const Schema &schema, Column &column, int facet);
    bool textsHold(const CaseStudy &study) const;
    static bool isPresent(const PresenceCheck &check, const CaseStudy &study, int position);

    std::vector<QByteArray> m_wanted;
    std::vector<QByteArray> m_unwanted;
    std::vector<ValueCheck> m_values;
    std::vector<PresenceCheck> m_presences;
    std::vector<bool> m_broken; ///< for each is:broken, whether it is wanted
};

} // namespace casebook
