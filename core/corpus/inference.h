#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"

namespace casebook {

/// Makes up a schema for a folder without a corpus.yaml from the front matter of its files.
///
/// Every key becomes a field, in the order of first appearance; its type is the narrowest that fits every value seen. A
/// field becomes a facet if it is a choice, a year, or a list with values that recur. The first of decision, group,
/// category, ring, status, type that exists groups the tree, else the folder does. A field named like a role has it.
Schema inferSchema(const CaseStudies &cases, const QString &name);

} // namespace casebook
