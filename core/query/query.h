#pragma once

#include "core/corpus/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace casebook {

/// One condition of a query. All conditions of a query must hold.
struct QueryTerm {
    enum class Kind {
        Word,    ///< `text` starts a word of the case
        Phrase,  ///< `text` stands in the case, starting at a word
        Field,   ///< the field at `path` has one of `values`
        Range,   ///< a number, year or date at `path` lies between `from` and `to`
        Has,     ///< there is something at `path`
        Missing, ///< there is nothing at `path`
        Broken,  ///< the file has an error, or cannot be read
        Stale,   ///< nobody has reviewed the case for as long as `text` says: see core/query/period.h
        Group,   ///< one of `alternatives` holds
    };

    Kind kind = Kind::Word;
    bool excluded = false; ///< the condition must not hold
    QString text;          ///< of Stale: a period such as "6m"; empty: a year
    QString path;
    QStringList values;
    QString from; ///< as written; empty: no lower bound
    QString to;
    bool open = false; ///< of a range: the bounds themselves are left out
    /// Of a group: lists of conditions, of which all in one list hold. No list is empty; groups stand in groups at most
    /// `deepestGroup` deep.
    QList<QList<QueryTerm>> alternatives;

    bool operator==(const QueryTerm &other) const;
};

/// How deep parentheses are read.
inline constexpr int deepestGroup = 16;
/// How many conditions a query may have, those in groups among them.
inline constexpr int mostConditions = 1000;

/// What a facet's value does to the result.
enum class FacetState {
    Off,
    Included,
    Excluded,
};

/// How the included values of a facet go together.
enum class FacetJoin {
    Any, ///< a case has one of them: they stand in one condition, tags:a,b
    All, ///< a case has each of them: each stands in a condition of its own, tags:a tags:b
};

/// What a person asks of a corpus: a plain value, made from text and printed as text.
///
/// Facets are the conditions that stand for themselves: those in groups belong to no facet.
struct Query {
    QList<QueryTerm> terms;
    QString sortPath; ///< empty: the order of the window or command line
    bool sortDescending = false;

    bool isEmpty() const { return terms.isEmpty(); }
    /// Whether words are asked for, in groups too, so that there is a relevance to sort by.
    bool hasWords() const;

    /// Case and accents make no difference.
    FacetState facetState(const QString &path, const QString &value) const;
    /// Includes, excludes or forgets one value of a field. Included, it goes together with the others as facetJoin()
    /// tells, unless `join` says how. What would leave nothing of a value that is included goes: a range of the field,
    /// and missing:. Other conditions stay.
    void setFacet(const QString &path, const QString &value, FacetState state, std::optional<FacetJoin> join = {});
    /// All where several conditions include values of the field, Any where one includes several; with fewer than two
    /// values the query cannot tell, and the answer is `otherwise`.
    FacetJoin facetJoin(const QString &path, FacetJoin otherwise = FacetJoin::Any) const;
    /// Puts the values that are included together otherwise. Excluded ones stay as they are: none of them, ever.
    void setFacetJoin(const QString &path, FacetJoin join);
    /// The range asked of a field: its bounds, included, both empty where there is none.
    std::pair<QString, QString> range(const QString &path) const;
    /// Sets the range of a field; both bounds empty takes it away.
    void setRange(const QString &path, const QString &from, const QString &to);
    /// Forgets all conditions on a field.
    void clearField(const QString &path);
    bool hasField(const QString &path) const;

    bool operator==(const Query &) const = default;
};

/// Reads a query. Never fails: what is not understood is searched for as words. Who wants to know what was understood
/// calls readQuery() (core/query/queryreading.h).
///
///     memory            starts a word                     -memory          is not there
///     "garbage coll"    stands there as it is             a OR b           one of both
///     (a OR b) -(c d)   parentheses group                 from:go,c        one of these values
///     from:"a value"    with blanks in it                 year:2018..2022  from .. to, each may be left out
///     year:>=2020       and >, <, <=                      claims.reason:x  a part of a record
///     has:figures       something is there                missing:figures  nothing is
///     is:broken         the file has an error             is:stale         not reviewed for a year
///     is:stale>6m       for 6 months (d, w, m, y)         sort:-year       ordered, here downwards
///
/// OR is written in capitals and goes between whole runs of conditions: "a b OR c" is a and b, or c. A parenthesis
/// opens a group where a condition may start, else it is part of a word, as in main(); it need not be closed at the
/// end. A field may be named by its path, by the last part of the path, by its label, or by the beginning of a path
/// (three letters at least), as long as only one field is meant; a name with blanks or signs in it stands in quotes,
/// "due date":2024. A value in quotes is never a range, and a range with a bound that cannot be read is a word.
Query parseQuery(QStringView text, const Schema &schema);

/// The query as text, in one canonical form; parsing it gives the same query.
QString toText(const Query &query, const Schema &schema);

/// The query in words, for the status line and the title page: "From: Go · since 2018". Empty for an empty query.
QString describeQuery(const Query &query, const Schema &schema);

/// The path of the field that a name means, or "" if none or more than one is meant.
QString resolveFieldName(QStringView name, const Schema &schema);

} // namespace casebook
