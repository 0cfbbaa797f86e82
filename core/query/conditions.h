#pragma once

#include "core/corpus/corpus.h"
#include "core/query/column.h"
#include "core/query/firstplaces.h"
#include "core/query/query.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace casebook {

/// What a query makes of a case: it is in, or out, or would be in if one facet asked for something else. What a facet
/// counts is told in core/query/facetcounter.h.
struct CaseState {
    static constexpr int everyFacet = -1;
    static constexpr int noFacet = -2;

    int facet = everyFacet; ///< which facets count the case: a facet's number, or one of the above
    int value = -1;         ///< the only one of its values that is counted, by the column's number; -1: each of them

    bool isIn() const { return facet == everyFacet; }
    bool isOut() const { return facet == noFacet; }
};

/// A query made ready for one corpus. Any number of threads may ask at once, while corpus and columns stay as they are.
class Conditions {
public:
    using ColumnOf = std::function<Column &(const QString &path)>;

    /// `columnOf` gives the filled column of a path. Facets are numbered by their place in `facetPaths`; those in
    /// `joinAll` go by FacetJoin::All even where the query cannot tell.
    Conditions(const Query &query, const Corpus &corpus, const QStringList &facetPaths, const QStringList &joinAll,
               const ColumnOf &columnOf);

    /// Whether nothing is asked, so that every case is in.
    bool isEmpty() const { return m_own.empty() && m_exclusions.empty() && m_checks.empty(); }
    /// The words and phrases that are looked for anywhere, folded.
    const std::vector<QByteArray> &words() const { return m_words; }
    /// `first`: of that case and of words().
    CaseState stateOf(const CaseStudy &study, int position, FirstPlaces &first) const;

private:
    enum class Kind { Values, Presence, Broken, Text, Group };

    /// A condition, decided for each distinct value as far as it is about values.
    struct Check {
        Kind kind = Kind::Text;
        bool excluded = false;
        int facet = -1;                 ///< the facet that counts cases without this condition; -1: none does
        const Column *column = nullptr; ///< of values; of presence only where the field is computed
        std::vector<char> hits;         ///< by the value's number
        QString path;
        QByteArray needle;
        int word = -1; ///< its number among words(); -1: none of them
        std::vector<std::vector<Check>> alternatives;
    };

    /// All values of a facet that are excluded one by one.
    struct Exclusion {
        enum Hit : char { None, Named, Meant }; ///< by its own name, so that it can be taken back, or otherwise

        int facet;
        const Column *column;
        std::vector<char> hits;
    };

    std::vector<Check> checksOf(const QList<QueryTerm> &terms) const;
    Check checkOf(const QueryTerm &term) const;
    std::vector<char> hitsOf(const QueryTerm &term, Column &column) const;
    std::vector<char> freshDates(const QueryTerm &term, Column &column) const;
    void addExclusion(const QueryTerm &term, int facet);
    static int costOf(const Check &check);
    static void sortByCost(std::vector<Check> &checks);

    static bool holds(const Check &check, const CaseStudy &study, int position, FirstPlaces &first);
    static bool allHold(const std::vector<Check> &checks, const CaseStudy &study, int position, FirstPlaces &first);
    static bool isPresent(const Check &check, const CaseStudy &study, int position);

    const Corpus &m_corpus;
    const ColumnOf &m_columnOf; ///< while the conditions are made
    std::vector<QByteArray> m_words;
    std::vector<Check> m_own; ///< what facets ask for themselves, and leave out where they count
    std::vector<Exclusion> m_exclusions;
    std::vector<Check> m_checks; ///< all other conditions
};

} // namespace casebook
