#pragma once

#include "core/corpus/corpus.h"

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace casebook {

enum class CopyAs {
    Markdown, ///< caseMarkdown()
    RichText, ///< caseHtml(), with Markdown for programs that take plain text alone
    Citation, ///< citation()
};

/// A case for the clipboard; whoever gets it owns it. Reads the case's file again.
QMimeData *copiedCase(CopyAs how, const Corpus &corpus, const CaseStudy &study);

/// Puts it there.
void copyCase(CopyAs how, const Corpus &corpus, const CaseStudy &study);

} // namespace casebook
