#pragma once

#include "core/corpus/schema.h"
#include "core/importers/importeddocument.h"

#include <QByteArray>

namespace casebook {

/// The corpus.yaml of a corpus that is made for a document: its groups, and the fields that it brings along, else
/// those with a role, and what tells strong evidence from weak. readSchema() reads it without a problem. UTF-8, LF.
QByteArray newCorpusText(const ImportedDocument &document, const QString &folderName);

/// What corpus.yaml says of a schema: groups, fields with their vocabularies, roles.
QString schemaText(const Schema &schema);

} // namespace casebook
