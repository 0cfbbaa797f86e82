#pragma once

#include "core/corpus/corpus.h"
#include "core/query/arrangement.h"
#include "core/query/query.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace casebook {

/// A saved filter: one file in the folder `views` of a corpus. A value.
///
/// The file is a YAML map: `name` (what people call it), `description`, `filter` (a query), `sort` (a field, with "-"
/// before it for descending; what the filter itself says goes before it), `group` (the field that makes the groups),
/// `position` (a whole number: lists of views show the lowest first, and those without one behind them, by id) and
/// `briefing` (how it is exported: core/exporters/briefingrecipe.h).
/// All but the name may be missing; other keys are passed over.
struct SavedView {
    QString id;   ///< the file's name without .yaml
    QString path; ///< relative to the corpus
    QString name; ///< the id where the file has none
    QString description;
    QString filter;
    QString sort;
    QString group;
    bool broken = false; ///< the file could not be read
    std::optional<int> position = std::nullopt;
    Value briefing = {}; ///< as written; readRecipe() understands it

    /// What the view asks for.
    Query query(const Schema &schema) const;
    /// How it is laid out. A field that is not there is the same as none.
    Arrangement arrangement(const Schema &schema) const;

    bool operator==(const SavedView &) const = default;
};

/// What is shown, as a view would say it: a value with `filter`, `sort` and `group` alone. An order of the window is told
/// as the field that it goes by; what a corpus shows anyway is left out.
SavedView viewOf(const Query &query, const Arrangement &arrangement, const Schema &schema);

/// The same of a view as it is written: two views that ask for the same give the same.
SavedView canonicalView(const SavedView &view, const Schema &schema);

/// Both conditions, those of `query` first; the order is that of `more`, and that of `query` where it has none.
Query narrowed(Query query, const Query &more);

/// A view as it was read, and what is wrong with its file.
struct SavedViewResult {
    SavedView view;
    Problems problems;
};

/// Reads the bytes of a view. Problems are YAML that cannot be read, a missing name, words of the filter, a sort or
/// a group that name no field, a position that is no whole number, and what readRecipe() says of the briefing. `id` and
/// `path` of the view are left to the caller.
SavedViewResult readView(const QByteArray &bytes, const Schema &schema);

/// All views of a corpus.
struct SavedViews {
    QList<SavedView> views; ///< by position, then by id; broken ones among them
    QList<FileProblem> problems;

    bool operator==(const SavedViews &) const = default;
    /// The view of an id, or null.
    const SavedView *find(const QString &id) const;
};

/// Reads all views of a corpus. Never fails: what cannot be read is a problem. Any thread.
SavedViews loadViews(const CorpusLayout &layout, const Schema &schema);

} // namespace casebook
