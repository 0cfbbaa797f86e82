#pragma once

#include "core/base/result.h"
#include "core/corpus/corpus.h"
#include "core/exporters/briefingrecipe.h"
#include "core/query/search.h"

#include <QByteArray>
#include <QDate>
#include <QPageRanges>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPagedPaintDevice;
QT_END_NAMESPACE

namespace casebook {

/// What a person decides about a briefing, and what it is about.
struct BriefingOptions : BriefingRecipe {
    QString selection; ///< how the cases were chosen, in words (describeQuery()); empty: all cases of the corpus
    QString query;     ///< the same as a query (toText()); may be empty
    Query filter;    ///< what made the selection, for the appendix; empty where it was made by hand, or is all there is
    QDate date;      ///< invalid: the day of SOURCE_DATE_EPOCH in UTC, else today
    int threads = 0; ///< that lay out cases at once; 0: as many as there are processors. The bytes do not depend on it.
};

/// How far a briefing is.
struct BriefingStep {
    enum class Phase {
        LayOut, ///< how many pages there will be is not known yet
        Write,  ///< the file is put together of them
        Print,
    };
    Phase phase = Phase::LayOut;
    int pages = 0;    ///< that are done in this phase
    int allPages = 0; ///< 0: not known
    int cases = 0;
    int allCases = 0;
    qreal share = 0; ///< of the whole, from 0 to 1; never less than before
};

/// "Laying out page 12, case 3 of 30", "Writing page 12 of 98".
QString stepInWords(const BriefingStep &step);

/// Told after each page and case how far it is; answers whether to go on.
using BriefingProgress = std::function<bool(const BriefingStep &step)>;

/// Lays out the cases of a selection as a PDF and puts it at `path`.
///
/// The document: a title page, a summary, contents with page numbers, each group with its cases in the order of the
/// selection, all sources, and how the selection came about; the recipe leaves parts out. Broken cases are left out,
/// and the title page says so. Inner links, outline and metadata are there. The bytes depend on the files, the options,
/// SOURCE_DATE_EPOCH and the machine's fonts alone. A logo that cannot be used is an Error.
///
/// The file is written beside its place and renamed when it is whole: an existing file is replaced only then (its mode
/// is kept, a symbolic link is followed), and after an Error, one for being cancelled included, no file is left. An
/// empty selection, and one in which every case is broken, is an Error. Needs a QGuiApplication; runs on any QThread,
/// and has others lay out many cases at once. `progress` is called on the calling thread and may be null.
Result<void> writeBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                           const QString &path, const BriefingProgress &progress = {});

/// The same pages as pictures, for a look at them: `dotsPerInch` says how large. Each is handed over as PNG when all
/// are laid out, in order; `page` answers whether to go on. With more than `mostPages` the cases that are left are not
/// laid out, so that a look costs the same whatever the size of the corpus.
Result<void> drawBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                          qreal dotsPerInch, int mostPages, const BriefingProgress &progress,
                          const std::function<bool(int page, int pages, const QByteArray &png)> &page);

/// Which pages are printed, and how often.
struct BriefingPages {
    QPageRanges wanted; ///< as the feet count them, from 1; empty: all
    int copies = 1;     ///< the whole document, one copy after the other
};

/// The same pages on a printer, or whatever else has pages. All is laid out twice, so that no page waits in memory: an
/// Error in the first round, such as for pages that are not there, comes before anything is painted.
///
/// Of A4 and Letter the device's paper counts, not that of the options; on other paper the sheet is scaled to fit, in
/// the middle. The device is set to paint on the whole sheet. What was painted before an Error, one for being cancelled
/// included, is the caller's to throw away. Needs a QGuiApplication; runs on any QThread, as long as nobody else
/// touches the device. `progress` is called on the calling thread, goes over all rounds, and may be null.
Result<void> paintBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                           QPagedPaintDevice &device, const BriefingPages &pages,
                           const BriefingProgress &progress = {});

} // namespace casebook
