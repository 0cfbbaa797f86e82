#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/plaintext.h"
#include "core/query/search.h"

#include <QString>

#include <functional>

namespace casebook {

// Lists for people and for tables. Every line ends with a line end.

/// The cases of one group under its heading, one a line: id, organization and title, from and to, year. Files with an
/// error show it below. `idWidth` is how wide the ids' column is. `noteOf` gives a line to print below a case; "" for
/// none.
QString groupText(const Corpus &corpus, const ResultGroup &group, int idWidth, const TextStyle &style,
                  const std::function<QString(const CaseStudy &)> &noteOf = {});

/// The width of the ids of a result, in characters, up to a bound past which a long id pushes its line to the right.
int idWidthOf(const Corpus &corpus, const SearchResult &result);

/// The names of a table's columns, and one case's line: tabs between columns, ", " between the values of one, and no
/// tabs or line ends in them.
QString tableHeading();
QString tableRow(const Corpus &corpus, const CaseStudy &study);

/// Every facet with its values and their counts.
QString facetsText(const QList<Facet> &facets, const TextStyle &style);

/// FILE:LINE:COLUMN: severity: message; without the numbers that are not known.
QString fileProblemLine(const FileProblem &found, const TextStyle &style);

} // namespace casebook
