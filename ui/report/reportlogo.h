#pragma once

#include "core/base/result.h"
#include "core/corpus/layout.h"

#include <QImage>
#include <QString>

namespace casebook {

/// The picture for the title page: an absolute path, or one in the corpus, which it may not leave. No path gives a null
/// picture. The Error says why the picture cannot be used and what to do.
Result<QImage> readLogo(const QString &path, const CorpusLayout &layout);

} // namespace casebook
