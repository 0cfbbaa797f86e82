#pragma once

#include <QList>
#include <QString>

namespace casebook {

/// Some pages that belong together, and what is on them.
struct Section {
    struct Mark {
        QString text; ///< a heading's words, or an anchor's name
        int level = 0;
        int page = 0;  ///< from 0, in the section
        qreal top = 0; ///< pixels from the top of the page
    };
    int file = 0;      ///< that its pages are in: 0 the one that begins with the title, then those of the cases
    int firstPage = 0; ///< as written in that file
    int pages = 0;
    QList<Mark> anchors;
    QList<Mark> headings;
    qreal down = 0; ///< where it begins on its first page, below the top of the text area
};

} // namespace casebook
