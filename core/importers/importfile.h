#pragma once

#include "core/base/result.h"
#include "core/importers/importeddocument.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace casebook {

/// Documents that are larger than this are not read.
inline constexpr qint64 documentSizeLimit = 64 * 1024 * 1024; // bytes

/// A document as it was received, before anything of it is read.
struct ReceivedDocument {
    QByteArray bytes;
    QString name;           ///< of the file, with its ending, which may tell the format
    QString from;           ///< where it comes from, for importedKey: the file's name, or an address
    QByteArray type = {};    ///< media type, where somebody says: "text/html"
    QByteArray charset = {}; ///< where somebody says
    QStringList notes = {};  ///< sentences for people, on how it was received
};

/// What is in a file that a person chose. The Error says why it cannot be read. Any thread.
Result<ReceivedDocument> receiveFile(const QString &path);

/// Cases for which the document names no group get this one; "" changes nothing.
void setMissingGroup(ImportedDocument &document, const QString &label);

} // namespace casebook
