#pragma once

#include "core/corpus/corpus.h"

#include <QString>
#include <QStringList>

namespace casebook {

/// The folder `data` of the project, which holds the bundled corpora.
QString dataFolder();
/// The bundled corpus about Rust, loaded once for a test program. Ends the program where it cannot be.
const Corpus &rustCorpus();
/// A case of it. Ends the program where there is none.
const CaseStudy &rustCase(const QString &id);
/// The ids of all its cases, sorted.
QStringList rustIds();
/// A case's whole file as text.
QString fileText(const CaseStudy &study);
/// A case's body, as the words that are shown.
QString bodyWords(const CaseStudy &study);
/// A file as text. Ends the program where it cannot be read.
QString textOfFile(const QString &path);

} // namespace casebook
