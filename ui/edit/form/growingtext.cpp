#include "ui/edit/form/growingtext.h"

#include "ui/edit/editbuffer.h"
#include "ui/edit/form/inputframe.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace casebook {

namespace {

constexpr int mostLines = 14; // a longer text scrolls
constexpr int textMargin = 4; // pixels, the frame included: as much as a line edit has

} // namespace

GrowingText::GrowingText(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(textMargin);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_knownWidth = -1;
        if (heightForWidth(width()) != height())
            updateGeometry();
        if (!m_setting)
            emit edited();
    });
}

QString GrowingText::text() const
{
    return EditBuffer::textOf(document()->toRawText());
}

void GrowingText::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_setting = true;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    setTextCursor(cursor);
    m_setting = false;
}

int GrowingText::textHeight(int width) const
{
    const double room = width - 2 * document()->documentMargin();
    double height = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextLayout layout(block.text(), font());
        layout.setTextOption(document()->defaultTextOption());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLeadingIncluded(true);
            line.setLineWidth(std::max(1.0, room));
            height += std::ceil(line.height());
        }
        layout.endLayout();
    }
    return static_cast<int>(height + 2 * document()->documentMargin());
}

int GrowingText::heightForWidth(int width) const
{
    if (width == m_knownWidth)
        return m_knownHeight;
    m_knownWidth = width;
    m_knownHeight = std::min(textHeight(width), mostLines * fontMetrics().lineSpacing());
    return m_knownHeight;
}

QSize GrowingText::sizeHint() const
{
    const int wide = fontMetrics().averageCharWidth() * 40;
    return {wide, heightForWidth(wide)};
}

QSize GrowingText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().lineSpacing()};
}

void GrowingText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_knownWidth = -1;
}

void GrowingText::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !isReadOnly()
        && (modifiers == Qt::ShiftModifier || (modifiers == Qt::NoModifier && blockCount() > 1))) {
        textCursor().insertBlock(); // Qt's own would put U+2028 into the file
        ensureCursorVisible();
    } else if (isReturn) {
        event->setAccepted(modifiers == Qt::NoModifier);
        if (modifiers == Qt::NoModifier)
            emit returnPressed();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void GrowingText::paintEvent(QPaintEvent *event)
{
    paintInputFrame(*this, viewport(), viewport()->rect(), hasFocus());
    QPlainTextEdit::paintEvent(event);
}

// The form scrolls, and only a text that is longer than its room does as well.
void GrowingText::wheelEvent(QWheelEvent *event)
{
    const bool scrolls = hasFocus() && textHeight(viewport()->width()) > viewport()->height() + fontMetrics().height();
    if (scrolls)
        QPlainTextEdit::wheelEvent(event);
    else
        event->ignore();
}

void GrowingText::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
    viewport()->update();
}

void GrowingText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
    viewport()->update();
}

void GrowingText::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source || !source->hasText())
        return;
    QString text = source->text();
    text.remove(QChar::Null).replace(QChar::LineSeparator, u'\n');
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace casebook
