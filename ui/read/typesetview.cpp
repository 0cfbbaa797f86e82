#include "ui/read/typesetview.h"

#include "ui/read/externallink.h"
#include "ui/theme/theme.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/inlinetypesetter.h"

#include <QPointer>
#include <QScrollBar>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int resizePause = 80; // ms without a change of width before the text is typeset again
constexpr double smallestZoom = 0.5;
constexpr double largestZoom = 3.0;
constexpr qsizetype longText = 60'000; // characters; laying out more would be felt (about 100 ms)
constexpr qsizetype mostMarks = 2'000; // of what is found: more are neither seen nor quickly made
constexpr int widestSide = 112;        // logical pixels, before a text that is to stand near the beginning

constexpr QStringView wholeLink = u"casebook:whole";

void appendWholeLink(QTextDocument *document, const TypeStyle &style)
{
    QTextBlockFormat block = style.blockFormat(style.body);
    block.setTopMargin(style.em);
    QTextCursor cursor(document);
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock(block, style.bodyFormat());
    cursor.insertText(TypesetView::tr("Show the whole text"), asLink(style.bodyFormat(), wholeLink.toString(), style));
}

} // namespace

TypesetView::TypesetView(Measure measure, QWidget *parent) : QTextBrowser(parent), m_measure(measure)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);                       // beside the text, too
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else each text could change the width, and be typeset twice
    // A text that fits has no place to be scrolled to, and the bar shows none.
    verticalScrollBar()->setEnabled(false);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, verticalScrollBar(),
            [bar = verticalScrollBar()](int least, int most) { bar->setEnabled(most > least); });
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_retypeset.setSingleShot(true);
    m_retypeset.setInterval(resizePause);
    connect(&m_retypeset, &QTimer::timeout, this, &TypesetView::typeset);
    connect(this, &QTextBrowser::anchorClicked, this, &TypesetView::follow);
    connect(this, &QTextBrowser::highlighted, this,
            [this](const QUrl &url) { emit addressHovered(isExternalLink(url) ? url.toDisplayString() : QString()); });
}

void TypesetView::typeset()
{
    m_retypeset.stop();
    applyMeasure();
    m_typesetWidth = viewport()->width();
    const TypeStyle style = TypeStyle::fromPalette(palette(), m_zoom);
    const int place = verticalScrollBar()->value();
    auto *fresh = new QTextDocument(this);
    prepareDocument(fresh, style, style.em * 1.5);
    fresh->setTextWidth(m_typesetWidth); // what is side by side depends on it
    m_isCut = fill(fresh, style, m_showsWhole ? 0 : longText);
    if (m_isCut)
        appendWholeLink(fresh, style);
    const QPointer<QTextDocument> old = document();
    setDocument(fresh); // deletes the old one if it is the view's own first one
    if (old)
        old->deleteLater();
    verticalScrollBar()->setValue(place);
    documentReplaced();
}

void TypesetView::applyMeasure()
{
    const TypeStyle style = TypeStyle::fromPalette(palette(), m_zoom);
    const int widest = static_cast<int>(style.comfortableWidth() * m_measure.width + 3 * style.em);
    const int available = width() - verticalScrollBar()->sizeHint().width();
    const int side = std::max(0, (available - widest) / 2);
    const int before = m_measure.nearTheBeginning ? std::min(side, widestSide) : side;
    setViewportMargins(before, 0, m_measure.nearTheBeginning ? std::max(0, available - widest - before) : side, 0);
    // What is beside the text has the text's background.
    QPalette colors = palette();
    if (colors.color(QPalette::Window) != colors.color(QPalette::Base)) {
        colors.setColor(QPalette::Window, colors.color(QPalette::Base));
        const QSignalBlocker blocker(this);
        setPalette(colors);
    }
}

void TypesetView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, smallestZoom, largestZoom);
    if (std::abs(zoom - m_zoom) < 0.001)
        return;
    m_zoom = zoom;
    typeset();
    emit zoomChanged(zoom);
}

FindResult TypesetView::find(const QString &text, bool backward, bool again)
{
    m_findText = text;
    showMarks();
    return findText(*this, text, backward, again);
}

void TypesetView::clearFindMarks()
{
    m_findText.clear();
    showMarks();
}

void TypesetView::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks = ownMarks();
    QTextCharFormat mark;
    mark.setForeground(palette().color(QPalette::Text));
    mark.setBackground(blend(groupColor(u"orange"_s, 0, palette()), palette().color(QPalette::Base), 0.35));
    const qsizetype most = marks.size() + mostMarks;
    for (QTextCursor at = document()->find(m_findText, 0); !m_findText.isEmpty() && !at.isNull() && marks.size() < most;
         at = document()->find(m_findText, at))
        marks.append({at, mark});
    setExtraSelections(marks);
}

QVariant TypesetView::loadResource(int, const QUrl &)
{
    // Everything that is shown is in the document already. A null answer would be asked for again and again.
    return QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
}

void TypesetView::follow(const QUrl &link)
{
    const QString address = link.toString(QUrl::FullyEncoded);
    if (address.startsWith(u'#')) {
        scrollToAnchor(link.fragment());
    } else if (address == wholeLink) {
        m_showsWhole = true;
        typeset();
    } else if (!followOwn(address)) {
        openExternalLink(link);
    }
}

void TypesetView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    applyMeasure();
    if (viewport()->width() != m_typesetWidth)
        m_retypeset.start();
}

void TypesetView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_retypeset.start();
}

void TypesetView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextBrowser::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
}

void typesetMessage(QTextDocument *document, const TypeStyle &style, const QString &message)
{
    QTextBlockFormat centered;
    centered.setAlignment(Qt::AlignHCenter);
    centered.setTopMargin(style.em * 6);
    QTextCursor cursor(document);
    cursor.setBlockFormat(centered);
    cursor.insertText(message, style.mutedFormat());
}

} // namespace casebook
