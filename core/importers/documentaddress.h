#pragma once

#include "core/base/result.h"
#include "core/importers/importfile.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// Whether a person means an address rather than a file: it begins with a scheme such as "https://".
bool isDocumentAddress(const QString &text);

/// Where the document itself is, for the address of a page about it on GitHub, GitLab, Codeberg or Gist; empty for any
/// other address. Asks nobody.
QString documentBehind(const QString &address);

/// A document that came from an address as it is to be read: `name` gets the ending that tells its type, and text in an
/// encoding that its server tells becomes UTF-8. `type`: the Content-Type, as sent.
///
/// A web page stays as it is: see webpage.h. The Error says that it is no document that cases can be read off: a page
/// about a document that has an address of its own, a picture, a PDF.
Result<ReceivedDocument> receivedDocument(const QByteArray &bytes, const QString &address, const QByteArray &type);

} // namespace casebook
