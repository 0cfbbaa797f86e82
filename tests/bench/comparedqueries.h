#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace casebook::bench {

/// What is asked of three programs in the words of each.
struct ComparedQuery {
    QString ours;
    /// Patterns for ripgrep, each to be found in a file; one that starts with '!' is not to be found. Empty: ripgrep
    /// has no words for it.
    QStringList patterns;
    /// For FTS5. Empty: it has no words for it.
    QString match;
    bool sameMeaning = true;     ///< so that the answers must be the same
    bool sameForFullText = true; ///< likewise for FTS5, whose phrases go on over full stops and paragraphs
};

/// Forty questions: what somebody types key by key, words that are everywhere, rare or nowhere, phrases, exclusions,
/// alternatives, fields. Where keys of the front matter or marks of Markdown could be found, or letters fold, the
/// meanings differ, and only times are compared.
const QList<ComparedQuery> &comparedQueries();

} // namespace casebook::bench
