#pragma once

#include "core/corpus/corpus.h"
#include "core/query/caseset.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <span>
#include <vector>

namespace casebook {

/// The values of one field over all cases of a corpus, as numbers: what facets and field conditions are computed from.
class Column {
public:
    /// What becomes of values that differ in case or accents alone, "go" and "Go".
    enum class Spellings {
        Apart,
        /// They are one value, as they are to a query: as the schema spells it, or else the case that was read first.
        /// Values that are compared by their words or as numbers stay apart.
        Together,
    };

    explicit Column(QString path, Spellings spellings = Spellings::Apart)
        : m_path(std::move(path)), m_spellings(spellings)
    {
    }

    const QString &path() const { return m_path; }
    /// Reads the cases from position size() on, on all cores.
    void extend(const Corpus &corpus);
    /// Forgets everything.
    void clear();

    /// How many cases have been read.
    int size() const { return static_cast<int>(m_starts.size()) - 1; }
    /// The distinct values, in order of first appearance.
    const QStringList &values() const { return m_values; }
    /// The same, folded (core/base/fold.h), with single blanks in them: what they are compared by. By number; kept once
    /// asked for.
    const std::vector<QByteArray> &folded();
    /// How many cases have a value, by its number.
    const std::vector<int> &totals() const { return m_totals; }
    /// How many cases of a set have each value, by its number; the set has room for size() positions.
    std::vector<int> countsIn(const CaseSet &cases);
    /// What people read for each value, by its number; kept once asked for.
    const QStringList &labels(const Schema &schema);
    /// The numbers of the values, in the order in which they are shown: ascending if `byValue`, else the most frequent
    /// first. The same until the next extend() that finds cases.
    const std::vector<int> &ranked(bool byValue);
    /// The numbers of the values of the case at a position.
    std::span<const int> at(int position) const
    {
        const auto begin = static_cast<std::size_t>(m_starts[static_cast<std::size_t>(position)]);
        const auto end = static_cast<std::size_t>(m_starts[static_cast<std::size_t>(position) + 1]);
        return {m_ids.data() + begin, end - begin};
    }

private:
    void learnSpellings(const Schema &schema);
    void append(const QStringList &texts);
    int numberOf(const QString &value);
    void extendSets();

    QString m_path;
    Spellings m_spellings;
    bool m_merges = false;
    QHash<QByteArray, QString> m_known; ///< the schema's spelling of values, by how they fold; where they are merged
    QStringList m_values;
    QHash<QString, int> m_numbers;
    QHash<QByteArray, int> m_numbersFolded; ///< where they are merged
    std::vector<int> m_totals;
    std::vector<QByteArray> m_folded; ///< as far as asked for
    std::vector<int> m_starts{0};
    std::vector<int> m_ids;
    std::vector<CaseSet> m_sets; ///< the cases that have a value, by its number; as far as asked for
    int m_setsSize = 0;          ///< what size() was then
    QStringList m_labels;        ///< as far as asked for
    std::vector<int> m_ranked;
    int m_rankedSize = -1; ///< what size() was then
};

} // namespace casebook
