#pragma once

#include "core/base/result.h"
#include "core/query/savedview.h"

namespace casebook {

/// The view of a corpus that --view names. The Error says that there is none of that id, with the nearest ones, or why
/// its file cannot be read.
Result<SavedView> chooseView(const Corpus &corpus, const QString &id);

} // namespace casebook
