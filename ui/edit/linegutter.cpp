#include "ui/edit/linegutter.h"

#include "ui/edit/colors.h"
#include "ui/edit/sourceeditor.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

LineGutter::LineGutter(SourceEditor *editor) : QWidget(editor), m_editor(editor)
{
    setCursor(Qt::ArrowCursor);
}

int LineGutter::wantedWidth() const
{
    const int digits = std::max(3, static_cast<int>(QString::number(m_editor->blockCount()).size()));
    const QFontMetrics metrics = m_editor->fontMetrics();
    return metrics.horizontalAdvance(u'9') * (digits + 3); // a dot and a blank before, a blank after
}

QSize LineGutter::sizeHint() const
{
    return {wantedWidth(), 0};
}

QList<LineGutter::Row> LineGutter::visibleRows() const
{
    QList<Row> rows;
    QTextBlock block = m_editor->firstVisibleBlock();
    qreal top = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset()).top();
    for (; block.isValid() && top < height(); block = block.next()) {
        const QRectF rect = m_editor->blockBoundingRect(block);
        rows.append({block.blockNumber(), qRound(top), qRound(rect.height())});
        top += rect.height();
    }
    return rows;
}

int LineGutter::lineAt(int y) const
{
    const QList<Row> rows = visibleRows();
    const auto row = std::find_if(rows.begin(), rows.end(), [y](const Row &r) { return y < r.top + r.height; });
    return row == rows.end() ? -1 : row->line;
}

void LineGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colours = m_editor->palette();
    painter.fillRect(event->rect(), blend(colours.color(QPalette::Text), colours.color(QPalette::Base), 0.035));
    painter.setFont(m_editor->font());
    const QList<Row> rows = visibleRows();
    for (const Row &row : rows)
        paintRow(painter, row);
}

void LineGutter::paintRow(QPainter &painter, const Row &row) const
{
    const QPalette &colours = m_editor->palette();
    const QColor base = colours.color(QPalette::Base);
    const QColor text = colours.color(QPalette::Text);
    const QFontMetrics metrics = m_editor->fontMetrics();
    const int blank = metrics.horizontalAdvance(u'9');
    for (const LineTint &tint : m_editor->m_tints) {
        if (row.line >= tint.first && row.line < tint.first + tint.count)
            painter.fillRect(QRect(0, row.top, width(), row.height), tint.color);
    }
    if (!m_editor->problemsOnLine(row.line + 1).isEmpty()) {
        const qreal radius = blank * 0.4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_editor->hasErrorOnLine(row.line + 1) ? errorColor(colours) : warningColor(colours));
        painter.drawEllipse(QPointF(blank, row.top + metrics.height() / 2.0), radius, radius);
    }
    const bool current = row.line == m_editor->textCursor().blockNumber();
    QFont font = m_editor->font();
    font.setBold(current);
    painter.setFont(font);
    painter.setPen(current ? text : readable(mutedText(colours), base));
    painter.drawText(QRect(0, row.top, width() - blank, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(row.line + 1));
}

bool LineGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = lineAt(help->pos().y());
    QToolTip::showText(help->globalPos(), line < 0 ? QString() : m_editor->problemsOnLine(line + 1), this);
    return true;
}

void LineGutter::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(qRound(event->position().y()));
    const QTextBlock block = m_editor->document()->findBlockByNumber(line);
    if (event->button() != Qt::LeftButton || line < 0 || !block.isValid())
        return;
    m_editor->setTextCursor(QTextCursor(block));
    m_editor->setFocus(Qt::MouseFocusReason);
}

void LineGutter::wheelEvent(QWheelEvent *event)
{
    m_editor->wheelEvent(event);
}

} // namespace casebook
