#pragma once

#include "app/command.h"
#include "core/base/result.h"
#include "core/corpus/corpus.h"
#include "core/exporters/briefingrecipe.h"
#include "core/query/query.h"
#include "core/query/search.h"

namespace casebook {

/// A corpus and what --view and --filter leave of it, in the window's order.
struct Selection {
    Corpus corpus;
    Query query;
    SearchResult result;
    BriefingRecipe recipe; ///< of the view
};

/// The folder that the invocation means; messages tell of anything odd about it. The Error where there is none.
Result<QString> folderFor(const Invocation &invocation, Console &console);

/// Loads the corpus of an invocation. Messages tell of an empty folder and of a corpus.yaml that cannot be used.
Result<Corpus> openCorpus(const Invocation &invocation, Console &console);

/// The same, filtered by --view and --filter. Messages tell of a part of the query that names no field, and where nothing matches.
Result<Selection> selectCases(const Invocation &invocation, Console &console);

/// The path, relative to the corpus, of the case with an id. Only the folder is looked through; no file is read. The
/// Error suggests the nearest ids, and those of `alsoMeant`.
Result<QString> pathOfCase(const CorpusLayout &layout, const QString &id, const QStringList &alsoMeant = {});

/// Prints an Error as a message.
ExitStatus fail(const Error &error, Console &console);

/// The Error for an id that no case has, with the nearest ones.
Error unknownCase(const QString &id, const QStringList &ids);

} // namespace casebook
