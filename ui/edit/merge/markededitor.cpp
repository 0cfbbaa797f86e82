#include "ui/edit/merge/markededitor.h"

#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace casebook {

namespace {

constexpr int mostTinted = 2000; // lines: each is looked at whenever the cursor moves

} // namespace

void MarkedEditor::setMarks(const QList<LineTint> &marks)
{
    QList<LineTint> tints;
    m_empty.clear();
    int left = mostTinted;
    for (const LineTint &mark : marks) {
        if (mark.count == 0)
            m_empty.append(mark);
        else if (left > 0)
            tints.append({mark.first, std::min(mark.count, left), mark.color});
        left -= mark.count;
    }
    setLineTints(tints);
    viewport()->update();
}

void MarkedEditor::paintEvent(QPaintEvent *event)
{
    SourceEditor::paintEvent(event);
    if (m_empty.isEmpty())
        return;
    QPainter painter(viewport());
    for (const LineTint &mark : std::as_const(m_empty)) {
        const QTextBlock block = document()->findBlockByNumber(std::min(mark.first, blockCount() - 1));
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (!block.isVisible() || place.top() > viewport()->height() || place.bottom() < 0)
            continue;
        const qreal y = mark.first < blockCount() ? place.top() : place.bottom() - 2;
        painter.fillRect(QRectF(0, y, viewport()->width(), 2), mark.color);
    }
}

} // namespace casebook
