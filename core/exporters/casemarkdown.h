#pragma once

#include "core/corpus/corpus.h"

#include <functional>

namespace casebook {

/// "Organization, Project: From → To", without what is not known: the heading of a case in a document.
QString caseHeading(const CaseStudy &study, const Schema &schema);

/// One case as Markdown in the shape of the list of case studies that this kind of corpus grew from: a heading of level
/// 2, "Source:" or "Sources:" with links, the body with its headings from level 3 on. Where the schema has claims and
/// figures they follow, each with a link to its source. Ends with a line end.
///
/// `resolve`: see BodyRules; may be null. Reads the case's file again.
QString caseMarkdown(const Corpus &corpus, const CaseStudy &study,
                     const std::function<QString(const QString &path)> &resolve = {});

} // namespace casebook
