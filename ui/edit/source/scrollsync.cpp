#include "ui/edit/source/scrollsync.h"

#include "ui/edit/source/bodytext.h"
#include "ui/edit/sourceeditor.h"
#include "ui/typeset/markdowntypesetter.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>

#include <algorithm>
#include <cmath>

namespace casebook {

namespace {

// How far down a view is, from 0 to 1.
double shareOf(const QScrollBar *bar)
{
    const int range = bar->maximum() - bar->minimum();
    return range > 0 ? double(bar->value() - bar->minimum()) / range : 0;
}

// The line of the source at a height of its view, from 0, with the share of the line that is above.
double lineAtHeight(const SourceEditor &source, double height)
{
    const QTextBlock block = source.cursorForPosition(QPoint(0, static_cast<int>(height))).block();
    const double top = source.cursorRect(QTextCursor(block)).top();
    const double size = std::max(1.0, block.layout()->boundingRect().height());
    return block.blockNumber() + std::clamp((height - top) / size, 0.0, 1.0);
}

// Scrolls so that a line is at a share of the view.
void showLine(SourceEditor &source, double line, double viewShare)
{
    const QTextBlock block =
        source.document()->findBlockByNumber(std::clamp(static_cast<int>(line), 0, source.blockCount() - 1));
    const double rows = block.firstLineNumber() + (line - block.blockNumber()) * block.lineCount();
    const double above = viewShare * source.viewport()->height() / source.fontMetrics().lineSpacing();
    source.verticalScrollBar()->setValue(static_cast<int>(std::lround(rows - above)));
}

} // namespace

ScrollSync::ScrollSync(SourceEditor *source, QTextEdit *preview, QObject *parent)
    : QObject(parent), m_source(source), m_preview(preview)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ScrollSync::follow);
    for (QObject *watched : QList<QObject *>{source, source->viewport(), source->verticalScrollBar(), preview,
                                             preview->viewport(), preview->verticalScrollBar()})
        watched->installEventFilter(this);
    connect(source->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_previewLeads)
            followSource();
    });
    connect(preview->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_previewLeads)
            followPreview();
    });
    connect(source, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_moving)
            return;
        m_previewLeads = false;
        m_later.start(); // once the view has moved to the cursor
    });
    // Another width or another size of type.
    connect(preview->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ScrollSync::previewShown);
}

void ScrollSync::previewShown()
{
    m_mapped = nullptr;
    m_later.start();
}

// Who is touched leads.
bool ScrollSync::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Wheel || type == QEvent::KeyPress || type == QEvent::MouseButtonPress) {
        m_previewLeads =
            watched == m_preview || watched == m_preview->viewport() || watched == m_preview->verticalScrollBar();
    }
    return false;
}

void ScrollSync::follow()
{
    if (m_previewLeads)
        return; // what it shows stays, and so does the source
    followSource();
    followCursor();
}

bool ScrollSync::showsFrontMatterCursor() const
{
    return !isInBody(m_source->textCursor()) && m_source->viewport()->rect().intersects(m_source->cursorRect());
}

void ScrollSync::followSource()
{
    if (m_moving || !m_preview->isVisible() || !m_source->isVisible())
        return;
    readMap();
    const double share = shareOf(m_source->verticalScrollBar());
    const double line = lineAtHeight(*m_source, share * m_source->viewport()->height());
    movePreview(showsFrontMatterCursor() ? 0 : m_map.heightOf(line), share);
}

void ScrollSync::movePreview(double height, double viewShare)
{
    const QScopedValueRollback<bool> guard(m_moving, true);
    const double above = viewShare * m_preview->viewport()->height();
    m_preview->verticalScrollBar()->setValue(static_cast<int>(std::lround(height - above)));
}

// What is being written is to be seen, also where the two views are of different heights.
void ScrollSync::followCursor()
{
    if (!m_preview->isVisible() || !isInBody(m_source->textCursor()))
        return;
    const QRect cursor = m_source->cursorRect();
    if (!m_source->viewport()->rect().intersects(cursor))
        return;
    const double height = m_map.heightOf(m_source->textCursor().blockNumber());
    const double top = m_preview->verticalScrollBar()->value();
    const int viewHeight = m_preview->viewport()->height();
    if (height < top || height > top + viewHeight - m_preview->fontMetrics().lineSpacing() * 2)
        movePreview(height, double(cursor.top()) / std::max(1, m_source->viewport()->height()));
}

void ScrollSync::followPreview()
{
    if (m_moving || !m_preview->isVisible() || !m_source->isVisible())
        return;
    readMap();
    const QScopedValueRollback<bool> guard(m_moving, true);
    const double share = shareOf(m_preview->verticalScrollBar());
    const double height = m_preview->verticalScrollBar()->value() + share * m_preview->viewport()->height();
    if (share >= 1) // what stands below the body has no line
        m_source->verticalScrollBar()->setValue(m_source->verticalScrollBar()->maximum());
    else
        showLine(*m_source, m_map.lineAt(height), share);
}

void ScrollSync::readMap()
{
    QTextDocument *document = m_preview->document();
    if (m_mapped == document)
        return;
    m_mapped = document;
    m_map = {};
    const QTextBlock body = firstBodyLine(*m_source->document());
    const int offset = body.isValid() ? body.blockNumber() : 0;
    double end = 0;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockFormat().intProperty(sourceLineProperty);
        if (line <= 0)
            continue;
        const QRectF place = document->documentLayout()->blockBoundingRect(block);
        m_map.add(offset + line - 1, place.top());
        end = std::max(end, place.bottom());
    }
    m_map.add(m_source->blockCount(), end);
}

} // namespace casebook
