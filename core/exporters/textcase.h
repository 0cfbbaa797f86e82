#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/plaintext.h"

#include <QString>

namespace casebook {

/// One case for reading on a terminal: title, facts in the schema's order, problems, claims, figures, sources, then the
/// body, Markdown as it stands. Every line ends with a line end; safe to print (core/exporters/plaintext.h).
QString caseText(const Corpus &corpus, const CaseStudy &study, const QString &body, const TextStyle &style);

} // namespace casebook
