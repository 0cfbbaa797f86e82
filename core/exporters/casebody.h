#pragma once

#include "core/corpus/corpus.h"
#include "core/markdown/node.h"

#include <functional>

namespace casebook {

/// The body of a case among others in one document.
struct BodyRules {
    int topLevel = 3; ///< of its highest headings; those below follow, down to 6
    /// Where a link to a path, relative to the corpus, leads in the document; "" where that is not in it, and the words
    /// of the link alone are kept.
    std::function<QString(const QString &path)> resolve = {};
    /// The address for a picture in the corpus, by its path relative to the corpus; "": its words take its place.
    std::function<QString(const QString &path)> picture = {};
};

/// Reads the body of a case again from its file and fits it into a document: headings are shifted, a first heading that
/// repeats the title is left out, links and pictures are treated as the rules say. Empty where the file cannot be read.
MarkdownNode bodyInDocument(const Corpus &corpus, const CaseStudy &study, const BodyRules &rules);

} // namespace casebook
