#pragma once

#include "core/importers/importfile.h"

#include <QString>

namespace casebook {

/// Whether a text is HTML, by how it begins.
bool isWebPage(const QString &text);
/// The same of a document, by what its server or its name says of it, too.
bool isWebPage(const ReceivedDocument &document);

/// The text of a web page as Markdown, its main content alone, of which cases are read as of any other. The Error says
/// why there is none. May take a second; any thread.
Result<ReceivedDocument> markdownOfPage(const ReceivedDocument &page);

} // namespace casebook
