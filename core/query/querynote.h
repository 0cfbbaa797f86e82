#pragma once

#include "core/corpus/schema.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace casebook {

/// Something in the text of a query that was not understood, or may not be what was meant.
struct QueryNote {
    enum class Kind {
        UnknownField,    ///< no field is called `name`: searched for as text
        AmbiguousField,  ///< several are: searched for as text
        UnknownValue,    ///< no case has the value `name` in the field at `path`
        UnreadableRange, ///< `name` is no range of the field at `path`: searched for as text
        UnknownState,    ///< is: does not know `name`: searched for as text
        NoReviewDate,    ///< is:stale, and no field of the corpus says when a case was reviewed: searched for as text
        LoneParenthesis, ///< closes nothing: searched for as text
        UnclosedParenthesis, ///< counts as closed at the end
        EmptyGroup,          ///< nothing stands in the parentheses: counts for nothing
        LoneOr,              ///< has nothing on one side: counts for nothing
        TooDeep,             ///< the parenthesis is one of too many in each other: counts for nothing
        TooMany,             ///< from here on are more conditions than a query may have: they count for nothing
        BlankBehindColon,    ///< what the field `name` is asked for stands behind a blank: both are searched for as text
    };

    Kind kind = Kind::UnknownField;
    qsizetype offset = 0; ///< in UTF-16 units, of what is wrong
    qsizetype length = 0;
    QString name;       ///< what is wrong, as written, without quotes
    QString path;       ///< of the field that it is about, if one is known
    QString word;       ///< the whole condition that is searched for as text, where one is
    QString suggestion; ///< what to write at this place instead, in quotes where it needs them; may be empty

    bool operator==(const QueryNote &) const = default;
};

/// The values that the cases have in the field at a path; nothing where they are not known.
using ValuesOf = std::function<std::optional<QStringList>(const QString &path)>;

/// The note as a sentence for people, with its suggestion: "No field is called "form": ... Did you mean from?"
QString messageOf(const QueryNote &note, const Schema &schema);

/// The text of a query with a note's suggestion put in its place; the text itself where there is none.
QString withSuggestion(const QString &text, const QueryNote &note);

} // namespace casebook
