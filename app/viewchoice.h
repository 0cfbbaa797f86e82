#pragma once

#include "core/base/result.h"
#include "core/query/savedview.h"

namespace casebook {

/// The view of a corpus that --view names. The Error says that there is none of that id, with the nearest ones, or why
/// its file cannot be read.
Result<SavedView> chooseView(const Corpus &corpus, const QString &id);

/// Both conditions, those of the view first; the order is the query's, and the view's where that has none.
Query queryWithin(const SavedView &view, const Query &query, const Schema &schema);

} // namespace casebook
