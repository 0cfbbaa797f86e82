#pragma once

#include "core/importers/importeddocument.h"
#include "core/importers/markdownsource.h"

#include <QRegularExpression>

namespace casebook {

/// A source for a link; its year is read off "(2025)" or "in 2022" in the link's words, or off `after`, the text right
/// behind it.
ImportedSource sourceFrom(const FoundLink &link, const QString &after = {});

/// Adds a source unless one of the same address (addressKey()) is there; the better title and the year are kept.
void addSource(QList<ImportedSource> &sources, const ImportedSource &source);

/// The newest year of some sources; 0 where none has one.
int newestYear(const QList<ImportedSource> &sources);

/// Whether a paragraph begins with "Source:", "Sources:" or the like.
bool namesSources(const MarkdownNode &paragraph);

/// The sources that a block lists.
struct CitedSources {
    QList<ImportedSource> sources;
    bool complete = true;   ///< the sources hold every word and link of the block
    bool continues = false; ///< nothing follows the colon: a list comes next
};

/// Reads a "Source:" paragraph, or the list that follows one.
CitedSources readSources(const MarkdownNode &block);

} // namespace casebook
