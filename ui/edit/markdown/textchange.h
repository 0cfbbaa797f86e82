#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace casebook {

/// A stretch of a text, in UTF-16 units from its start.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind the last one; never before begin

    bool isEmpty() const { return begin == end; }
    qsizetype size() const { return end - begin; }
    bool contains(const TextSpan &other) const { return begin <= other.begin && other.end <= end; }
    bool touches(const TextSpan &other) const { return begin < other.end && other.begin < end; }

    bool operator==(const TextSpan &) const = default;
};

/// A text with what is selected in it; an empty selection is a cursor. What an editing command looks at. Lines end with
/// a line feed.
struct SelectedText {
    QString text;
    TextSpan selection;

    bool operator==(const SelectedText &) const = default;
};

/// A stretch of a text and what comes in its place.
struct Replacement {
    /// Where a place at the replacement's own start belongs, such as the end of a selection.
    enum class Side {
        Opens,  ///< behind what is inserted: a mark that belongs to what follows it
        Closes, ///< before what is inserted: a mark that belongs to what it follows
    };
    TextSpan place;
    QString text;
    Side side = Side::Opens;
};

/// What an editing command does to a text: replacements that do not overlap, in the order of their places. The
/// selection goes with the text around it, unless the command says where it is afterwards.
struct TextChange {
    QList<Replacement> replacements;
    std::optional<TextSpan> selection; ///< in the text as it is afterwards

    bool isEmpty() const { return replacements.isEmpty(); }
};

/// Where a place in the text is after the replacements.
qsizetype movedBy(const QList<Replacement> &replacements, qsizetype place);

/// The text and the selection after a change.
SelectedText applied(const SelectedText &before, const TextChange &change);

} // namespace casebook
