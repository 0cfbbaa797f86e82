#pragma once

#include "core/corpus/corpus.h"

namespace casebook {

/// A case as one cites it, in one line of plain text: organization, title, move and year, then its sources with their
/// years and addresses, then when a curator last checked it.
QString citation(const CaseStudy &study, const Schema &schema);

} // namespace casebook
