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
    };

    Kind kind = Kind::Word;
    bool excluded = false; ///< the condition must not hold
    QString text;
    QString path;
    QStringList values;
    QString from; ///< as written; empty: no lower bound
    QString to;
    bool open = false; ///< of a range: the bounds themselves are left out

    bool operator==(const QueryTerm &) const = default;
};

/// What a facet's value does to the result.
enum class FacetState {
    Off,
    Included,
    Excluded,
};

/// What a person asks of a corpus: a plain value, made from text and printed as text.
struct Query {
    QList<QueryTerm> terms;
    QString sortPath; ///< empty: the order of the window or command line
    bool sortDescending = false;

    bool isEmpty() const { return terms.isEmpty(); }
    /// Whether words are asked for, so that there is a relevance to sort by.
    bool hasWords() const;

    FacetState facetState(const QString &path, const QString &value) const;
    /// Includes, excludes or forgets one value of a field; other conditions stay.
    void setFacet(const QString &path, const QString &value, FacetState state);
    /// The range asked of a field: its bounds, included, both empty where there is none.
    std::pair<QString, QString> range(const QString &path) const;
    /// Sets the range of a field; both bounds empty takes it away.
    void setRange(const QString &path, const QString &from, const QString &to);
    /// Forgets all conditions on a field.
    void clearField(const QString &path);
    bool hasField(const QString &path) const;

    bool operator==(const Query &) const = default;
};

/// Reads a query. Never fails: what is not understood is searched for as words.
///
/// Understood so far: words, "phrases", -exclusion, field:value, field:a,b, field:"two words", field:from..to,
/// field:>=n and the like, has:field, missing:field, is:broken, sort:field, sort:-field. A field may be named by its
/// path, by the last part of the path, or by the beginning of a path (three letters at least), as long as only one
/// field is meant; a name with blanks or signs in it stands in quotes, "due date":2024. A value in quotes is never a
/// range, and a range with a bound that cannot be read is a word.
Query parseQuery(QStringView text, const Schema &schema);

/// The query as text, in one canonical form; parsing it gives the same query.
QString toText(const Query &query, const Schema &schema);

/// The query in words, for the status line and the title page: "From: Go · since 2018". Empty for an empty query.
QString describeQuery(const Query &query, const Schema &schema);

/// The path of the field that a name means, or "" if none or more than one is meant.
QString resolveFieldName(QStringView name, const Schema &schema);

} // namespace casebook
