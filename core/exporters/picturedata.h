#pragma once

#include "core/corpus/layout.h"

#include <QString>

namespace casebook {

/// A picture of a corpus as a data: address, so that a document holds it itself: PNG, JPEG, GIF or WebP, told by its
/// first bytes, of at most 4 MB. "" for anything else, for what is not there, and for what lies outside the corpus.
/// `path` is relative to the corpus.
QString pictureData(const CorpusLayout &layout, const QString &path);

} // namespace casebook
