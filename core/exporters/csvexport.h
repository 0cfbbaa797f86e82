#pragma once

#include "core/exporters/textformat.h"

namespace casebook {

/// A table as RFC 4180 has it: a heading, then a row a case; CRLF at the ends of lines, quotes where they are needed.
///
/// Columns: id, path, title, every field of the schema and every other key of the front matters (the parts of records
/// by their paths, "claims.text"; one that is called like a column of ours as "fields.id"), what is computed, where
/// copies of sources are kept the days on which they were last seen to be the latest, with their addresses
/// ("snapshots"), and the problems. Items of a list are separated by "; ". A cell for a part of several records has a
/// line for each record, the first line for the first.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do not show; so does
/// one that looks as if it had got one. Numbers stay as they are.
bool writeCsv(const ExportContent &content, const ExportSink &sink);

/// One cell, as it stands in the file.
QByteArray csvCell(const QString &text);

} // namespace casebook
