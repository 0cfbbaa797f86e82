#pragma once

#include "core/sources/readabletext.h"

namespace casebook {

/// What there is to read in a page of HTML: see readableText().
ReadableText readableHtml(const QString &html, const QString &address, const ReadableOptions &options);

} // namespace casebook
