#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "core/document/document.h"

namespace casebook {

/// Files of a corpus that are larger than this are entries with a problem.
inline constexpr qint64 caseSizeLimit = 4 * 1024 * 1024; // bytes

/// Reads one case file. Never fails: a file that cannot be read is a broken case with a problem. Any thread.
/// The pool may be null.
CaseStudyPtr readCase(const CorpusLayout &layout, const Schema &schema, const FoundFile &file, StringPool *pool);

/// Makes a case study of a document's bytes that need not be on disk: what an editor's preview shows.
CaseStudyPtr caseFromDocument(const CorpusLayout &layout, const Schema &schema, const QString &path,
                              const Document &document);

/// Reads a case's file again, for its body and its positions. The Error says why it cannot be read.
Result<Document> readDocument(const CorpusLayout &layout, const QString &path);

} // namespace casebook
