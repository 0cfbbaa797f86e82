#pragma once

#include "core/base/result.h"
#include "core/corpus/casestudy.h"
#include "core/corpus/layout.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// Whether a case has a title in its front matter, rather than its first heading or its file's name for one.
bool hasOwnTitle(const CaseStudy &study, const Schema &schema);

/// "Read States (copy)", or "(copy 2)" and so on: a title that no case has.
QString copyTitle(const QString &title, const CaseStudies &cases);

/// A case's file under another title, all else as it is; with an empty title the bytes are the file's own. The Error
/// tells why the file cannot be read, or the title cannot be set. Reads the disk.
Result<QByteArray> copiedBytes(const CorpusLayout &layout, const Schema &schema, const QString &path,
                               const QString &title);

} // namespace casebook
