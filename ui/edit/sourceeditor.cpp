#include "ui/edit/sourceeditor.h"

#include "core/difference/linedifference.h"
#include "ui/edit/editbuffer.h"
#include "ui/edit/editkeys.h"
#include "ui/edit/linegutter.h"
#include "ui/edit/source/bodytext.h"
#include "ui/edit/source/longlines.h"
#include "ui/edit/source/richpaster.h"
#include "ui/edit/sourcehighlighter.h"
#include "ui/edit/tintedline.h"
#include "ui/theme/matchcolors.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// One hunk of a difference, made in the document as it is at the time.
void applyHunk(QTextCursor &edit, const LineHunk &hunk, const QStringList &lines)
{
    const QTextDocument *document = edit.document();
    const QString text = lines.sliced(hunk.newFirst, hunk.newCount).join(u'\n');
    const bool toEnd = hunk.oldFirst + hunk.oldCount >= document->blockCount();
    if (toEnd && hunk.oldFirst == 0) {
        edit.select(QTextCursor::Document);
        edit.insertText(text);
    } else if (toEnd) { // with the end of the line above
        edit.setPosition(document->findBlockByNumber(hunk.oldFirst).isValid()
                             ? document->findBlockByNumber(hunk.oldFirst).position() - 1
                             : document->characterCount() - 1);
        edit.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        edit.insertText(hunk.newCount > 0 ? QString(u'\n' % text) : QString());
    } else { // with the ends of the lines themselves
        edit.setPosition(document->findBlockByNumber(hunk.oldFirst).position());
        edit.setPosition(document->findBlockByNumber(hunk.oldFirst + hunk.oldCount).position(),
                         QTextCursor::KeepAnchor);
        edit.insertText(hunk.newCount > 0 ? QString(text % u'\n') : QString());
    }
}

QString plainText(const QMimeData &source)
{
    return source.text().remove(QChar::Null);
}

} // namespace

SourceEditor::SourceEditor(QWidget *parent)
    : QPlainTextEdit(parent),
      m_gutter(new LineGutter(this)),
      m_paster(new RichPaster(this)),
      m_highlighter(new SourceHighlighter(document(), palette()))
{
    setObjectName(u"sourceEditor"_s);
    setAccessibleName(tr("Source"));
    setFrameShape(QFrame::NoFrame);
    setZoom(0);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &SourceEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showDecorations();
        m_gutter->update();
    });
    placeGutter();
    showDecorations();
}

void SourceEditor::setContents(const QString &text)
{
    m_marks.clear();
    m_tints.clear();
    m_paster->forget();
    wrapFor(*this, text);
    setPlainText(text);
    wrapAnew(*this, text); // now, not while the old one is still there
    document()->setModified(false);
    showDecorations();
}

void SourceEditor::replaceContents(const QString &text, UndoStep step)
{
    const QStringList lines = text.split(u'\n');
    const QList<LineHunk> hunks = diffLines(EditBuffer::textOf(document()->toRawText()).split(u'\n'), lines);
    if (hunks.isEmpty())
        return;
    wrapFor(*this, text);
    const QTextCursor top(firstVisibleBlock());
    const int cursorLine = textCursor().blockNumber();
    const int cursorColumn = textCursor().positionInBlock();
    const bool cursorReplaced = std::any_of(hunks.begin(), hunks.end(), [cursorLine](const LineHunk &hunk) {
        return cursorLine >= hunk.oldFirst && cursorLine < hunk.oldFirst + hunk.oldCount;
    });
    QTextCursor edit(document());
    if (step == UndoStep::Joined)
        edit.joinPreviousEditBlock();
    else
        edit.beginEditBlock();
    for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk)
        applyHunk(edit, *hunk, lines);
    edit.endEditBlock();
    if (cursorReplaced) {
        const QTextBlock block = document()->findBlockByNumber(std::min(cursorLine, blockCount() - 1));
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + std::min(cursorColumn, block.length() - 1));
        setTextCursor(cursor);
    }
    verticalScrollBar()->setValue(top.block().firstLineNumber());
}

void SourceEditor::goTo(int line, int column)
{
    setTextCursor(placeInSource(*document(), line, column));
    centerCursor();
}

void SourceEditor::setProblems(const Problems &problems)
{
    m_marks.set(*document(), problems);
    showDecorations();
    m_gutter->update();
}

QString SourceEditor::problemsOnLine(int line) const
{
    QStringList messages;
    const Problems problems = m_marks.onLine(line);
    for (const Problem &problem : problems)
        messages.append(problem.message);
    messages.removeDuplicates();
    return messages.join(u'\n');
}

bool SourceEditor::hasErrorOnLine(int line) const
{
    return hasError(m_marks.onLine(line));
}

void SourceEditor::setMatches(const QList<QTextCursor> &places, int current)
{
    m_matches = places;
    m_currentMatch = current;
    showDecorations();
}

void SourceEditor::setLineTints(const QList<LineTint> &tints)
{
    m_tints = tints;
    showDecorations();
    m_gutter->update();
}

void SourceEditor::showDecorations()
{
    const QPalette colours = palette();
    QList<QTextEdit::ExtraSelection> selections;
    const auto addLine = [&](const QTextBlock &block, const QColor &color) {
        selections.append(tintedLine(block, color, colours));
    };
    if (m_tints.isEmpty() && !isReadOnly())
        addLine(textCursor().block(), blend(colours.color(QPalette::Highlight), colours.color(QPalette::Base), 0.09));
    for (const LineTint &tint : std::as_const(m_tints)) {
        for (int line = tint.first; line < tint.first + tint.count; ++line)
            addLine(document()->findBlockByNumber(line), tint.color);
    }
    for (int place = 0; place < m_matches.size(); ++place) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = m_matches.at(place);
        selection.format.setBackground(matchColor(colours, place == m_currentMatch));
        selection.format.setForeground(colours.color(QPalette::Text));
        selections.append(selection);
    }
    setExtraSelections(selections + m_marks.selections(colours));
}

void SourceEditor::setZoom(int steps)
{
    const int zoom = std::clamp(steps, -6, 24);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(4.0, font.pointSizeF() + zoom));
    setFont(font);
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    document()->setDocumentMargin(fontMetrics().horizontalAdvance(u' ') * 0.75);
    placeGutter();
    if (std::exchange(m_zoom, zoom) != zoom)
        emit zoomChanged(zoom);
}

int SourceEditor::gutterWidth() const
{
    return m_gutter->wantedWidth();
}

void SourceEditor::placeGutter()
{
    const int width = gutterWidth();
    const bool mirrored = isRightToLeft();
    setViewportMargins(mirrored ? 0 : width, 0, mirrored ? width : 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(mirrored ? inside.right() - width + 1 : inside.left(), inside.top(), width, inside.height());
}

void SourceEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void SourceEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        showDecorations();
        m_gutter->update();
    } else if (event->type() == QEvent::ReadOnlyChange) {
        setTabChangesFocus(isReadOnly()); // where Tab writes nothing, it leads on
        showDecorations();
    }
}

bool SourceEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int position = cursorForPosition(help->pos()).position();
    QToolTip::showText(help->globalPos(), m_marks.messagesAt(position).join(u'\n'), viewport());
    return true;
}

void SourceEditor::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    const int delta = event->angleDelta().y();
    setZoom(m_zoom + (delta > 0 ? 1 : delta < 0 ? -1 : 0));
    event->accept();
}

bool SourceEditor::editByKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (plain && event.key() == Qt::Key_Tab && !tabChangesFocus())
        insertTab(textCursor());
    else if (event.key() == Qt::Key_Backtab && !tabChangesFocus())
        removeIndent(textCursor());
    else if (isReturn && (plain || modifiers == Qt::ShiftModifier)) // with Shift, Qt would put U+2028 into the file
        insertLine(textCursor());
    else
        return false;
    ensureCursorVisible();
    return true;
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    if (!isReadOnly() && editByKey(*event))
        event->accept();
    else
        QPlainTextEdit::keyPressEvent(event);
}

QMimeData *SourceEditor::createMimeDataFromSelection() const
{
    auto *mime = new QMimeData; // the caller owns it
    mime->setText(EditBuffer::textOf(textCursor().selectedText()));
    return mime;
}

void SourceEditor::pastePlain()
{
    m_pastesPlain = true;
    paste();
    m_pastesPlain = false;
}

bool SourceEditor::insertRich(const QMimeData &source)
{
    const QTextCursor cursor = textCursor();
    if (m_pastesPlain || !source.hasHtml() || !isInBody(cursor)
        || isInCode(document()->findBlock(cursor.selectionStart())))
        return false;
    return m_paster->paste(source.html(), plainText(source));
}

void SourceEditor::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source || insertRich(*source) || !source->hasText())
        return;
    const QString text = plainText(*source);
    wrapFor(*this, text);
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace casebook
