#pragma once

#include "core/sources/sourcefacts.h"

#include <QString>

namespace casebook {

/// For documents: "copy kept 20 November 2026", the day on which the latest snapshot of a page was seen to be what the
/// page holds; "" where none is kept.
QString copyInDocument(const SourceFactsPtr &facts, const QString &url);

} // namespace casebook
