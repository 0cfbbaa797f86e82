#include "tests/bench/vocabulary.h"

#include <QStringBuilder>

namespace casebook::bench {

namespace {

// The mark @ stands behind what is a facet only where many are wanted.
constexpr const char *head = R"(name: Generated cases
subject: Rust
description: Made-up cases in the shape of real ones, to measure with.

roles:
  title: title
  group: decision
  organization: organization
  from: from
  to: to
  year: year
  industry: industry
  stage: stage
  effort: effort
  claims: claims
  figures: figures
  sources: sources
  related: related
  tags: tags
  reviewed: reviewed

groups:
  - {value: migrating, label: Migrating to Rust, description: Existing software that was rewritten., color: blue}
  - {value: adopting, label: Adopting Rust, description: Rust is chosen for new work., color: teal}
  - {value: decided-against, label: Decided against Rust, description: Rust was given up or ruled out., color: orange}

fields:
  title: {type: text, label: Title, required: true}
  organization: {type: text, label: Organization, required: true@}
  decision: {type: choice, label: Decision, required: true, facet: true, vocabulary: decisions}
  from: {type: list, label: From, facet: true}
  to: {type: list, label: To@}
  year: {type: year, label: Year, required: true, facet: true}
  industry: {type: choice, label: Industry, facet: true, vocabulary: industries}
  stage: {type: choice, label: Stage, facet: true, vocabulary: stages}
  effort:
    type: record
    label: Effort
    fields:
      people: {type: number, label: People@}
      months: {type: number, label: Months@}
      lines: {type: number, label: Lines of code}
  claims:
    type: records
    label: Claims
    required: true
    fields:
      side: {type: choice, label: Side, required: true, facet: true, vocabulary: sides}
      reason: {type: choice, label: Reason, required: true, facet: true, vocabulary: reasons}
      text: {type: text, label: Claim, required: true}
      source: {type: number, label: Source@}
  figures:
    type: records
    label: Figures
    fields:
      what: {type: text, label: What was measured, required: true}
      before: {type: number, label: Before@}
      after: {type: number, label: After, required: true}
      unit: {type: text, label: Unit@}
      source: {type: number, label: Source@}
  sources:
    type: records
    label: Sources
    required: true
    fields:
      title: {type: text, label: Title, required: true}
      url: {type: url, label: Address, required: true}
      year: {type: year, label: Year@}
      kind: {type: choice, label: Kind of source, required: true, facet: true, vocabulary: source-kinds}
      relation: {type: choice, label: Relation, required: true, vocabulary: relations@}
  related: {type: list, label: Related cases}
  tags: {type: list, label: Tags@}
  reviewed: {type: date, label: Reviewed@}

vocabularies:
)";

template<typename List>
QByteArray vocabulary(const char *name, const List &ids)
{
    QByteArray text = QByteArray("  ") + name + ":\n";
    for (const char *id : ids) {
        QByteArray label(id);
        label.replace('-', ' ');
        text += QByteArray("    - {id: ") + id + ", label: " + label.left(1).toUpper() + label.mid(1) + "}\n";
    }
    return text;
}

QByteArray fields(FacetFields facets)
{
    return QByteArray(head).replace("@", facets == FacetFields::Many ? ", facet: true" : "");
}

} // namespace

QByteArray corpusDescription(FacetFields facets)
{
    return fields(facets) + vocabulary("decisions", decisions) + vocabulary("sides", sides)
        + vocabulary("reasons", reasons) + vocabulary("industries", industries) + vocabulary("stages", stages)
        + vocabulary("source-kinds", sourceKinds) + vocabulary("relations", relations);
}

} // namespace casebook::bench
