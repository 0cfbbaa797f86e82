#pragma once

#include "core/base/result.h"
#include "core/corpus/corpus.h"
#include "core/query/search.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace casebook {

/// Cases on their way into a text format, and what is said of them as a whole.
struct ExportContent {
    const Corpus &corpus;
    const SearchResult &selection;
    QString title; ///< empty: the corpus's name
    QString words; ///< how the cases were chosen (describeQuery()); empty: all of them
    QString query; ///< the same as a query (toText())

    QString titleOrName() const;
};

/// Takes the next bytes; answers whether to go on.
using ExportSink = std::function<bool(const QByteArray &piece)>;
/// Told how far it is; answers whether to go on.
using ExportProgress = std::function<bool(int done, int total)>;

/// A text format that cases are written in. All are UTF-8; the same content gives the same bytes.
struct TextFormat {
    QString name;           ///< "markdown"
    QString label;          ///< "Markdown", for people
    QStringList suffixes;   ///< of file names, in lower case, without the dot, the usual one first
    bool leavesOut = false; ///< broken cases: planExport() tells which
    /// Writes the content in pieces, about one a case, so that it is never in memory as a whole. Stops where the sink
    /// says so, and then answers false. Reads the files of the cases again. Any thread.
    bool (*write)(const ExportContent &, const ExportSink &) = nullptr;
};

/// Markdown, HTML, CSV, JSON and BibTeX.
const QList<TextFormat> &textFormats();

/// Whether there is anything to write; the Error says what to do about it. A format that leaves broken cases out has
/// nothing to write where all are.
Result<void> checkContent(const TextFormat &format, const ExportContent &content);

/// Writes a file. One that exists is replaced when the new one is whole, and not before; after an Error, one for being
/// stopped by `progress` included, what was there is there still. `progress` may be null.
Result<void> writeTextFile(const TextFormat &format, const ExportContent &content, const QString &path,
                           const ExportProgress &progress = {});

} // namespace casebook
