#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/jsonwriter.h"
#include "core/query/rank.h"
#include "core/query/search.h"

#include <QList>
#include <QString>

namespace casebook {

// The shapes that scripts rely on: keys may be added, none renamed.

/// One case: {"id", "path", "title", "group", "fields", "problems": [{"severity", "line", "column", "message"}]}.
/// "path" is relative to the corpus; "group" is the first value of the field that groups the tree, "" where there is
/// none; "fields" holds every front matter key as written, typed. With a body, it comes last, as "body".
///
/// In a corpus with evidence also "evidence": null, or {"strength", "weakened", "steps", "claims": [{"strength",
/// "weakened", "steps"}]}, claims as the file has them. A strength is "measured", "first-hand", "reported" or
/// "hypothetical", "weakened" the number of steps that were taken off; "steps" explain both: [{"rule", "effect",
/// "text"}], an effect being a strength, "-1" and the like, or "".
///
/// Where links of its sources have been checked also "links": see writeLink().
///
/// With a rank, "rank" says why the case stands where it stands: {"order": "relevance", "points", "nearness", "length",
/// "words": [{"word", "place", "whole", "points"}]}, or {"order": "field", "field", "value"}, or {"order": "usual"}.
void writeCase(JsonWriter &json, const Corpus &corpus, const CaseStudy &study, const QString *body = nullptr,
               const Rank *rank = nullptr);

/// {"url", "state", "status", "location", "checked"}: a state is "fine", "moved", "doubtful", "forbidden", "dead" or
/// "unreachable"; "status" is 0 where there was no answer; "checked" is in UTC, ISO 8601.
void writeLink(JsonWriter &json, const LinkRecord &link);

/// The body of a case, read again from its file: Markdown as it stands. Bytes that are not UTF-8 become U+FFFD. Empty
/// where the file cannot be read; the case's problems say why.
QString readBody(const Corpus &corpus, const CaseStudy &study);

/// [{"field", "label", "values": [{"value", "label", "count"}]}]
void writeFacets(JsonWriter &json, const QList<Facet> &facets);

/// [{"path", "line", "column", "severity", "message"}]
void writeProblems(JsonWriter &json, const QList<FileProblem> &problems);

} // namespace casebook
