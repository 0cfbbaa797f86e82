#pragma once

#include "core/sources/fetchanswer.h"

#include <QSet>
#include <QStringList>

#include <functional>

namespace casebook {

/// What of a page of HTML tells whether it is the page that was asked for. A value.
struct PageSigns {
    bool isHtml = false;  ///< there was a page to look at; else all else is empty
    bool isWhole = false; ///< all of it was seen
    QString title;
    QStringList mainHeadings; ///< h1
    QStringList headings;     ///< h2, h3
    QSet<QString> anchors;    ///< every id, and every name of an `a`: where a fragment can lead
    QStringList words;        ///< of its text, folded; the first few thousand

    /// How alike the texts of two pages are, from 0 to 1: the share of the words of both that both have.
    double likeness(const PageSigns &other) const;
};

/// Looks at what an answer holds; nothing is found in one that is no HTML, or is still packed. Any thread.
PageSigns pageSigns(const FetchAnswer &answer);

/// The same in another thread, as a long page takes long. `found` is called once, from the event loop, unless the
/// context is gone by then.
void findPageSigns(const FetchAnswer &answer, QObject *context, std::function<void(const PageSigns &)> found);

/// Whether the media type is that of a page of HTML, or is not told.
bool mayBeHtml(const FetchAnswer &answer);

} // namespace casebook
