#pragma once

#include "core/base/result.h"
#include "core/corpus/corpus.h"
#include "core/importers/importeddocument.h"

#include <QByteArray>
#include <QString>

namespace casebook {

/// The corpus that cases are brought into: one that is there, or one that is to be made in a folder that is empty or
/// not there yet.
struct ImportTarget {
    CorpusLayout layout;
    Schema schema;
    CaseStudies cases;
    QByteArray description; ///< of a new corpus: its corpus.yaml; empty where the corpus is there

    bool isNew() const { return !description.isEmpty(); }
};

/// Whether the folder is to become a new corpus: it is not there, or nothing is in it.
bool isEmptyPlace(const QString &folder);

/// A new corpus for a document. Touches nothing.
ImportTarget newTarget(const QString &folder, const ImportedDocument &document);

/// A corpus that is loaded.
ImportTarget targetOf(const Corpus &corpus);

/// Loads the corpus in a folder, or plans a new one. The Error says why neither can be.
Result<ImportTarget> findTarget(const QString &folder, const ImportedDocument &document);

} // namespace casebook
