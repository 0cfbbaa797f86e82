#pragma once

#include "core/base/result.h"
#include "core/importers/importeddocument.h"

namespace casebook {

/// Documents that are larger than this are not read.
inline constexpr qint64 documentSizeLimit = 64 * 1024 * 1024; // bytes

/// Reads the document in a file that a person chose, as readDocumentBytes() does. The Error says why it cannot be
/// read, too. Any thread.
Result<ImportedDocument> readDocumentFile(const QString &path, const QString &format = {});

/// Cases for which the document names no group get this one; "" changes nothing.
void setMissingGroup(ImportedDocument &document, const QString &label);

} // namespace casebook
