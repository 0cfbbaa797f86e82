#pragma once

#include "core/corpus/corpus.h"

#include <QHash>

namespace casebook {

/// How a case becomes HTML.
struct HtmlCaseRules {
    QString place;                 ///< the id of its element, and what those of its sources begin with; "": none
    QHash<QString, QString> cases; ///< the places of other cases in the document, by their paths in the corpus
    int level = 3;                 ///< of the title's heading
    bool pictures = true;          ///< those of the corpus are put in; else their words take their place
};

/// One case as an <article>: title, facts, claims side by side, figures, body, sources, related cases, other fields.
///
/// Everything is escaped, and nothing of the corpus is markup: no raw HTML, no script, no style. Links are http, https,
/// mailto, or lead to places in the document; nothing is fetched. Reads the case's file again.
QString caseHtml(const Corpus &corpus, const CaseStudy &study, const HtmlCaseRules &rules);

} // namespace casebook
