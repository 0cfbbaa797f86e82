#pragma once

#include "core/corpus/corpus.h"
#include "core/document/document.h"

namespace casebook {

/// What validateAcross() would tell of a case once it was saved: for unsaved text. `edited` is the case that `document`
/// reads as; the other cases are those of the corpus.
Problems validateAmong(const CaseStudy &edited, const Document &document, const Corpus &corpus);

} // namespace casebook
