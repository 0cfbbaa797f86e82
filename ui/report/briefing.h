#pragma once

#include "core/base/result.h"
#include "core/corpus/corpus.h"
#include "core/query/search.h"

#include <QDate>
#include <QMarginsF>
#include <QPageSize>
#include <QString>

#include <functional>

namespace casebook {

/// What a person decides about a briefing.
struct BriefingOptions {
    QString title;     ///< empty: made of the corpus's name
    QString question;  ///< what the reader has to decide; may be empty
    QString selection; ///< how the cases were chosen, in words (describeQuery()); empty: all cases of the corpus
    QString query;     ///< the same as a query (toText()); may be empty
    QDate date;        ///< invalid: the day of SOURCE_DATE_EPOCH in UTC, else today
    QPageSize::PageSizeId pageSize = QPageSize::A4;
    QMarginsF margins{36, 28, 36, 25}; ///< millimetres; what stands in the head and the foot lies inside them
};

/// Told after each case how many of all are done; answers whether to go on.
using BriefingProgress = std::function<bool(int done, int total)>;

/// Lays out the cases of a selection as a PDF and puts it at `path`.
///
/// The document: a title page, contents with page numbers, then each group with its cases in the order of the
/// selection. Broken cases are left out, and the title page says so. Inner links, outline and metadata are there. The
/// bytes depend on the files, the options, SOURCE_DATE_EPOCH and the machine's fonts alone.
///
/// The file is written beside its place and renamed when it is whole: an existing file is replaced only then (its mode
/// is kept, a symbolic link is followed), and after an Error, one for being cancelled included, no file is left. An
/// empty selection, and one in which every case is broken, is an Error. Needs a QGuiApplication; runs on any QThread.
/// `progress` is called on the calling thread and may be null.
Result<void> writeBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                           const QString &path, const BriefingProgress &progress = {});

} // namespace casebook
