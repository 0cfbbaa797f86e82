#pragma once

#include "core/corpus/schema.h"
#include "core/document/yamlnode.h"

#include <functional>

namespace casebook {

/// Told of what is wrong with a node of corpus.yaml.
using SchemaComplaint = std::function<void(const YamlNode &node, const QString &message)>;

/// Reads what stands under `evidence` in corpus.yaml: a map with `first-party`, `third-party` (relations of a source),
/// `hypothetical` (stages of a case) and `interested` (kinds of source), each one value or a list of them, and `years`,
/// the age from which an account is dated. What is missing, or wrong, is as EvidenceTerms has it.
///
/// The schema must have its fields and roles, for values are looked up in their vocabularies.
EvidenceTerms readEvidenceTerms(const YamlNode &node, const Schema &schema, const SchemaComplaint &complain);

} // namespace casebook
