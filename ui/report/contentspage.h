#pragma once

#include "ui/typeset/textflow.h"

#include <QColor>

QT_BEGIN_NAMESPACE
class QPainter;
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

struct ContentsEntry {
    QString text;
    QString address; ///< where a click on it leads: an inner address
    int page = 0;    ///< from 1; 0: not known yet, which takes the same room
    bool isGroup = false;
    QColor tone; ///< of a group
};

/// The space between the lines of the contents, in em.
struct ContentsSpacing {
    qreal line = 1.5; ///< from line to line of one entry
    qreal entry = 0.15;
    qreal group = 1.2;
};

/// From the usual one to the tightest that is still easy to read.
QList<ContentsSpacing> contentsSpacings();

/// Typesets `count` entries of the contents, from the one at `first` on: a line for each, its page number at the right;
/// above the first, the title.
void appendContents(TextFlow &flow, const QList<ContentsEntry> &entries, int first, int count,
                    const ContentsSpacing &spacing);

/// The dotted line that leads the eye from an entry to its number, in the document.
struct Leader {
    qreal left = 0;
    qreal right = 0;
    qreal baseline = 0;

    Leader movedBy(qreal x, qreal y) const { return {left + x, right + x, baseline + y}; }
};

/// The leaders of contents that are laid out: the last line of each entry that is no group.
QList<Leader> leadersOf(const QTextDocument &contents, qreal em);
void drawLeader(QPainter &painter, const Leader &leader, const TypeStyle &style);

} // namespace casebook
