#pragma once

#include "core/corpus/corpus.h"
#include "core/importers/importeddocument.h"

#include <functional>

namespace casebook {

/// The body of a case that is there, by its position; for telling apart what is alike otherwise.
using BodyOfCase = std::function<QString(int position)>;

/// Which case of a corpus each imported case is, as a position in `cases`; -1 where it is new.
///
/// By the address of a source (addressKey()), by organization and title, or by the id that the document names, where
/// something else agrees too. One case is never two: where several would do, what agrees in more goes first. An address
/// that very many cite tells nothing by itself. Takes time in proportion to the cases and what they share.
QList<int> matchCases(const QList<ImportedCase> &imported, const CaseStudies &cases, const Schema &schema,
                      const BodyOfCase &body);

} // namespace casebook
