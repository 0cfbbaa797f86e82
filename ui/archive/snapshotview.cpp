#include "ui/archive/snapshotview.h"

#include "ui/read/externallink.h"
#include "ui/theme/theme.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/inlinetypesetter.h"
#include "ui/typeset/markdowntypesetter.h"

#include <QPointer>
#include <QScrollBar>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int resizePause = 80;        // ms without a change of width before the text is typeset again
constexpr qsizetype longText = 60'000; // characters; laying out more would be felt (about 100 ms)
constexpr qsizetype mostMarks = 2000;  // of what is found: more are neither seen nor quickly made
constexpr QStringView wholeLink = u"casebook:whole";

bool isBetweenWords(QChar c)
{
    // Line and paragraph ends, cells and the places to break at that typesetting puts into long words.
    return c.isSpace() || c == QChar(0xFDD0) || c == QChar(0xFDD1) || c == QChar::ObjectReplacementCharacter;
}

/// A text with its blanks made alike, and where each of its characters stood.
struct PlainText {
    QString text;
    QList<int> places;

    explicit PlainText(const QString &raw)
    {
        text.reserve(raw.size());
        for (qsizetype i = 0; i < raw.size(); ++i) {
            const bool isBlank = isBetweenWords(raw.at(i));
            if (raw.at(i) == QChar(0x200B) || (isBlank && (text.isEmpty() || text.endsWith(u' '))))
                continue;
            text += isBlank ? QChar(u' ') : raw.at(i);
            places.append(static_cast<int>(i));
        }
    }
};

void appendWholeLink(QTextDocument *document, const TypeStyle &style, const QString &text)
{
    QTextBlockFormat block = style.blockFormat(style.body);
    block.setTopMargin(style.em);
    QTextCursor cursor(document);
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock(block, style.bodyFormat());
    cursor.insertText(text, asLink(style.bodyFormat(), wholeLink.toString(), style));
}

} // namespace

SnapshotView::SnapshotView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"snapshotView"_s);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);                       // beside the text, too
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else each text could change the width, and be typeset twice
    setAccessibleName(tr("Kept copy of a source"));
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_retypeset.setSingleShot(true);
    m_retypeset.setInterval(resizePause);
    connect(&m_retypeset, &QTimer::timeout, this, &SnapshotView::typeset);
    connect(this, &QTextBrowser::anchorClicked, this, &SnapshotView::follow);
    connect(this, &QTextBrowser::highlighted, this,
            [this](const QUrl &url) { emit addressHovered(isExternalLink(url) ? url.toDisplayString() : QString()); });
}

SnapshotView::~SnapshotView() = default;

void SnapshotView::showText(const MarkdownNode &document, std::shared_ptr<ImageSource> pictures)
{
    m_text = document;
    m_pictures = std::move(pictures);
    m_hasText = true;
    m_showAll = false;
    m_findText.clear();
    m_passage.clear();
    typeset();
    verticalScrollBar()->setValue(0);
}

void SnapshotView::showNothing(const QString &message)
{
    m_text = {};
    m_pictures.reset();
    m_message = message;
    m_hasText = false;
    m_findText.clear();
    m_passage.clear();
    typeset();
}

void SnapshotView::typeset()
{
    m_retypeset.stop();
    applyMeasure();
    m_typesetWidth = viewport()->width();
    const TypeStyle style = TypeStyle::fromPalette(palette(), m_zoom);
    const int place = verticalScrollBar()->value();
    auto *fresh = new QTextDocument(this);
    prepareDocument(fresh, style, style.em * 1.5);
    fresh->setTextWidth(viewport()->width());
    m_isCut = false;
    if (m_hasText) {
        MarkdownOptions options;
        options.images = m_pictures.get();
        options.characterLimit = m_showAll ? 0 : longText;
        TextFlow flow(QTextCursor(fresh), style);
        MarkdownTypesetter(flow, options).append(m_text);
        flow.finish();
        m_isCut = !m_showAll && plainText(m_text).size() > longText;
        if (m_isCut)
            appendWholeLink(fresh, style, tr("Show the whole text"));
    } else {
        QTextBlockFormat centered;
        centered.setAlignment(Qt::AlignHCenter);
        centered.setTopMargin(style.em * 4);
        QTextCursor cursor(fresh);
        cursor.setBlockFormat(centered);
        cursor.insertText(m_message, style.mutedFormat());
    }
    const QPointer<QTextDocument> old = document();
    setDocument(fresh);
    if (old)
        old->deleteLater();
    verticalScrollBar()->setValue(place);
    m_passagePlace = {};
    if (!m_passage.isEmpty())
        goToPassage();
    showMarks();
}

void SnapshotView::applyMeasure()
{
    const TypeStyle style = TypeStyle::fromPalette(palette(), m_zoom);
    const int widest = static_cast<int>(style.comfortableWidth() + 3 * style.em);
    const int available = width() - verticalScrollBar()->sizeHint().width();
    const int side = std::max(0, (available - widest) / 2);
    setViewportMargins(side, 0, side, 0);
    QPalette colors = palette();
    if (colors.color(QPalette::Window) != colors.color(QPalette::Base)) {
        colors.setColor(QPalette::Window, colors.color(QPalette::Base)); // beside the text as behind it
        const QSignalBlocker blocker(this);
        setPalette(colors);
    }
}

void SnapshotView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 3.0);
    if (std::abs(zoom - m_zoom) < 0.001)
        return;
    m_zoom = zoom;
    typeset();
    emit zoomChanged(zoom);
}

FindResult SnapshotView::find(const QString &text, bool backward, bool again)
{
    m_findText = text;
    showMarks();
    return findText(*this, text, backward, again);
}

void SnapshotView::clearFindMarks()
{
    m_findText.clear();
    showMarks();
}

bool SnapshotView::showPassage(const QString &passage)
{
    m_passage = passage.simplified();
    m_passagePlace = {};
    bool isFound = goToPassage();
    if (!isFound && m_isCut) {
        m_showAll = true;
        typeset();
        isFound = !m_passagePlace.isNull();
    }
    if (!isFound)
        m_passage.clear();
    showMarks();
    return isFound;
}

bool SnapshotView::goToPassage()
{
    const PlainText plain(document()->toRawText());
    const qsizetype at = m_passage.isEmpty() ? -1 : plain.text.indexOf(m_passage);
    if (at < 0)
        return false;
    m_passagePlace = QTextCursor(document());
    m_passagePlace.setPosition(plain.places.at(at));
    QTextCursor start = m_passagePlace;
    m_passagePlace.setPosition(plain.places.at(at + m_passage.size() - 1) + 1, QTextCursor::KeepAnchor);
    setTextCursor(start); // to read, find and select from here on
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - viewport()->height() / 3);
    return true;
}

void SnapshotView::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat mark;
    mark.setForeground(palette().color(QPalette::Text));
    if (!m_passagePlace.isNull()) {
        mark.setBackground(blend(groupColor(u"teal"_s, 0, palette()), palette().color(QPalette::Base), 0.3));
        marks.append({m_passagePlace, mark});
    }
    mark.setBackground(blend(groupColor(u"orange"_s, 0, palette()), palette().color(QPalette::Base), 0.35));
    for (QTextCursor at = document()->find(m_findText, 0);
         !m_findText.isEmpty() && !at.isNull() && marks.size() < mostMarks; at = document()->find(m_findText, at))
        marks.append({at, mark});
    setExtraSelections(marks);
}

QVariant SnapshotView::loadResource(int, const QUrl &)
{
    // Everything that is shown is in the document already. A null answer would be asked for again and again.
    return QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
}

void SnapshotView::follow(const QUrl &link)
{
    if (link.toString() == wholeLink) {
        m_showAll = true;
        typeset();
    } else if (link.toString().startsWith(u'#')) {
        scrollToAnchor(link.fragment());
    } else {
        openExternalLink(link);
    }
}

void SnapshotView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    applyMeasure();
    if (viewport()->width() != m_typesetWidth)
        m_retypeset.start();
}

void SnapshotView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_retypeset.start();
}

void SnapshotView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextBrowser::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
}

} // namespace casebook
