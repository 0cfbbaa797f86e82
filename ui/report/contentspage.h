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

/// Typesets the contents: a line for each entry, its page number at the right.
void appendContents(TextFlow &flow, const QList<ContentsEntry> &entries);

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
