#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace casebook {

/// A place in a finished PDF.
struct PdfDestination {
    int page = 0;  ///< from 0, in the final order
    qreal top = 0; ///< points from the bottom of the page

    bool operator==(const PdfDestination &) const = default;
};

/// A line of the outline; its children follow it with a greater level.
struct PdfOutlineItem {
    QString title;
    int level = 0;
    bool open = false; ///< its children are shown at first
    PdfDestination destination;
};

/// One page of the finished PDF, made of pages as they were written.
struct PdfSheet {
    int page = 0;
    int overlay = -1; ///< a page of the first file whose marks are added; -1: none
    int file = 0;     ///< that the page is in
};

struct PdfMetadata {
    QString title;
    QString author;
    QString subject;
    QString keywords;
    QString creator;
    QString language; ///< as BCP 47 has it
    QDateTime created;
};

/// What Qt's PDF lacks.
struct PdfStructure {
    QList<PdfSheet> sheets;                         ///< the final order; pages that are in no sheet are dropped
    QHash<QByteArray, PdfDestination> destinations; ///< by inner address ("#name", "casebook:…"), percent-decoded
    QList<PdfOutlineItem> outline;
    PdfMetadata metadata;
    bool grey = false; ///< all colours, those of pictures too, become shades of grey
};

/// Puts the pages of one or more PDFs by Qt in order, adds outline and metadata, and turns their inner links, which Qt
/// writes as addresses, into links to places. Inner links without a destination are removed; the parts of one link on
/// one line become one. The same input gives the same bytes.
///
/// Page by page, so that it takes little memory however many pages there are: `written` must be open for reading at any
/// place, `target` for writing. What the target refuses is not an Error here: it knows that itself. `goesOn` is asked
/// after every page and may be null; where it says no, what is in the target is no PDF, which is no Error either.
Result<void> finishPdf(const std::vector<QIODevice *> &written, const PdfStructure &structure, QIODevice &target,
                       const std::function<bool()> &goesOn = {});

} // namespace casebook
