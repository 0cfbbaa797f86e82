#pragma once

#include "core/importers/importer.h"
#include "core/importers/importtarget.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace casebook {

/// What of a document is not found again in a corpus: words that stand there more seldom than in the document, and
/// links. Empty where nothing is lost. The word "Source" at the start of a line is what became a field.
QStringList lostWords(const QString &document, const QByteArray &corpus);
QStringList lostLinks(const QString &document, const QByteArray &corpus);

/// All bytes of a corpus: every file below a folder.
QByteArray bytesOf(const QString &folder);

/// Imports a document into a folder as the command line does, stubs left out. Answers the paths written.
QStringList importInto(const QString &folder, const QByteArray &document, const QString &origin);

/// A file below tests/data/importers.
QByteArray fixture(const QString &name);
/// A document in the shared seeds; empty where it is not there.
QByteArray seed(const QString &name);

} // namespace casebook
