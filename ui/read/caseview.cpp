#include "ui/read/caseview.h"

#include "ui/archive/snapshotwords.h"
#include "ui/provenance/provenancenote.h"
#include "ui/read/evidencepanel.h"
#include "ui/read/externallink.h"
#include "ui/read/typesetcase.h"
#include "ui/theme/theme.h"
#include "ui/typeset/evidencetypesetter.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QClipboard>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int resizePause = 80;          // ms without a change of width before the case is typeset again
constexpr double smallestZoom = 0.5;
constexpr double largestZoom = 3.0;
constexpr qsizetype longBody = 60'000;   // characters; laying out more would be felt (about 100 ms)
constexpr int sideSpace = 28;            // logical pixels at least beside the text
constexpr double widestMeasure = 1.2;    // of the comfortable width, since claims stand side by side

constexpr QStringView wholeLink = u"casebook:whole";

void appendLink(QTextDocument *document, const TypeStyle &style, const QString &text, QStringView address)
{
    QTextBlockFormat block = style.blockFormat(style.body);
    block.setTopMargin(style.em);
    QTextCharFormat format = style.bodyFormat();
    format.setAnchor(true);
    format.setAnchorHref(address.toString());
    format.setForeground(style.link);
    format.setFontUnderline(true);
    QTextCursor cursor(document);
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock(block, format);
    cursor.insertText(text, format);
}

} // namespace

CaseView::CaseView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else each case could change the width, and be typeset twice
    // A text that fits has no place to be scrolled to, and the bar shows none.
    verticalScrollBar()->setEnabled(false);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, verticalScrollBar(),
            [bar = verticalScrollBar()](int least, int most) { bar->setEnabled(most > least); });
    setAccessibleName(tr("Case study"));
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_retypeset.setSingleShot(true);
    m_retypeset.setInterval(resizePause);
    connect(&m_retypeset, &QTimer::timeout, this, &CaseView::typeset);
    connect(this, &QTextBrowser::anchorClicked, this, &CaseView::follow);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &url) {
        emit addressHovered(isExternalLink(url) ? url.toDisplayString() : QString());
    });
}

void CaseView::showCase(const ShownCase &shown)
{
    const bool same = shown.study && shown.study->id == currentId();
    const int place = same ? verticalScrollBar()->value() : 0;
    if (!same)
        m_showAll = false;
    const bool isUnchanged = same && m_shown.study->contentKey == shown.study->contentKey;
    const QList<Provenance> known = isUnchanged ? m_shown.provenance : QList<Provenance>();
    m_shown = shown;
    m_shown.provenance = known;
    if (!same) {
        m_findText.clear();
        m_matches.clear();
    }
    typeset();
    verticalScrollBar()->setValue(place);
    emit caseShown();
}

void CaseView::showNothing(const QString &message)
{
    m_shown = {};
    m_message = message;
    typeset();
    emit caseShown();
}

void CaseView::setProvenance(const QList<Provenance> &provenance)
{
    const auto isKnown = [](const Provenance &one) { return one.isKnown(); };
    const auto nothingIn = [&](const QList<Provenance> &all) { return std::none_of(all.begin(), all.end(), isKnown); };
    const bool isSame = nothingIn(provenance) && nothingIn(m_shown.provenance);
    if (!hasCase())
        return;
    m_shown.provenance = provenance;
    if (!isSame)
        typeset();
}

void CaseView::typeset()
{
    m_retypeset.stop();
    applyMeasure();
    m_typesetWidth = viewport()->width();
    const TypeStyle style = TypeStyle::fromPalette(palette(), m_zoom);
    const int place = verticalScrollBar()->value();
    auto *fresh = new QTextDocument(this);
    prepareDocument(fresh, style, style.em * 1.5);
    fresh->setTextWidth(viewport()->width()); // what is side by side depends on it
    if (m_shown.study) {
        typesetCase(fresh, m_shown, style, m_showAll ? 0 : longBody);
        if (!m_showAll && m_shown.document.bodyText().size() > longBody)
            appendLink(fresh, style, tr("Show the whole text"), wholeLink);
    } else {
        QTextCursor cursor(fresh);
        QTextBlockFormat centered;
        centered.setAlignment(Qt::AlignHCenter);
        centered.setTopMargin(style.em * 6);
        cursor.setBlockFormat(centered);
        cursor.insertText(m_message, style.mutedFormat());
    }
    const QPointer<QTextDocument> old = document();
    setDocument(fresh); // deletes the old one if it is the view's own first one
    if (old)
        old->deleteLater();
    verticalScrollBar()->setValue(place);
    findMatches(true);
}

void CaseView::applyMeasure()
{
    const TypeStyle style = TypeStyle::fromPalette(palette(), m_zoom);
    const int widest = static_cast<int>(style.comfortableWidth() * widestMeasure + 3 * style.em);
    const int available = width() - verticalScrollBar()->sizeHint().width();
    const int side = std::max(0, (available - widest) / 2);
    setViewportMargins(std::min(side, sideSpace * 4), 0, std::max(0, available - widest - std::min(side, sideSpace * 4)), 0);
    // What is beside the text has the text's background.
    QPalette colors = palette();
    if (colors.color(QPalette::Window) != colors.color(QPalette::Base)) {
        colors.setColor(QPalette::Window, colors.color(QPalette::Base));
        const QSignalBlocker blocker(this);
        setPalette(colors);
    }
}

void CaseView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, smallestZoom, largestZoom);
    if (std::abs(zoom - m_zoom) < 0.001)
        return;
    m_zoom = zoom;
    typeset();
    emit zoomChanged(zoom);
}

FindResult CaseView::find(const QString &text, bool backward, bool again)
{
    m_findText = text;
    showMarks();
    return findText(*this, text, backward, again);
}

void CaseView::clearFindMarks()
{
    m_findText.clear();
    showMarks();
}

void CaseView::setSought(const QList<QByteArray> &sought)
{
    if (sought == m_matches.sought())
        return;
    m_matches.setSought(sought);
    findMatches(false);
}

void CaseView::findMatches(bool keepCurrent)
{
    if (m_shown.study)
        m_matches.find(document(), keepCurrent);
    else // a message is no text that was searched
        m_matches.clear();
    showMarks();
    emit matchesChanged();
}

bool CaseView::goToMatch(int place)
{
    if (!m_matches.goTo(place))
        return false;
    QTextCursor cursor = m_matches.at(place);
    cursor.setPosition(cursor.selectionStart()); // to find, read and select from here on
    setTextCursor(cursor);
    const QRect rect = cursorRect();
    const int margin = viewport()->height() / 5;
    if (rect.top() < margin || rect.bottom() > viewport()->height() - margin)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - viewport()->height() / 3);
    showMarks();
    emit matchesChanged();
    return true;
}

void CaseView::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks = m_matches.selections(palette());
    QTextCharFormat mark;
    mark.setBackground(blend(groupColor(u"orange"_s, 0, palette()), palette().color(QPalette::Base), 0.35));
    mark.setForeground(palette().color(QPalette::Text));
    for (QTextCursor at = document()->find(m_findText, 0); !m_findText.isEmpty() && !at.isNull(); at = document()->find(m_findText, at))
        marks.append({at, mark});
    setExtraSelections(marks);
}

QVariant CaseView::loadResource(int, const QUrl &)
{
    // Everything that is shown is in the document already. A null answer would be asked for again and again.
    return QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
}

void CaseView::follow(const QUrl &link)
{
    const QString address = link.toString(QUrl::FullyEncoded);
    if (address.startsWith(u'#')) {
        scrollToAnchor(link.fragment());
    } else if (address.startsWith(caseLinkPrefix)) {
        emit caseRequested(QUrl::fromPercentEncoding(QStringView(address).mid(QStringView(caseLinkPrefix).size()).toUtf8()));
    } else if (const int claim = claimOfEvidenceLink(address); claim >= 0) {
        explainEvidence(claim);
    } else if (const QString page = pageOfSnapshotLink(address); !page.isEmpty()) {
        emit snapshotRequested(page);
    } else if (const Provenance *seen = provenanceOfLink(m_shown.provenance, address)) {
        const Provenance shown = *seen; // what is connected may show another case
        emit passageRequested(shown.url, shown.passageText, shown.snapshot.sha256);
    } else if (address == wholeLink) {
        m_showAll = true;
        typeset();
    } else if (address.startsWith(problemLinkPrefix)) {
        emit lineRequested(QStringView(address).mid(QStringView(problemLinkPrefix).size()).toInt());
    } else {
        openExternalLink(link);
    }
}

std::optional<CaseEvidence> CaseView::evidence() const
{
    if (!m_shown.study)
        return std::nullopt;
    return EvidenceReader(m_shown.schema, m_shown.today).read(*m_shown.study);
}

void CaseView::explainEvidence(int claim)
{
    const std::optional<CaseEvidence> found = evidence();
    if (!found || claim > found->claims.size())
        return;
    EvidencePanel::Content content;
    if (claim == 0) {
        content = {m_shown.study->title, wordOf(found->strength), found->steps(), true};
    } else {
        const Strength &strength = found->claims.at(claim - 1);
        content = {claimsOf(*m_shown.study, m_shown.schema).at(claim - 1).text.simplified(), wordOf(strength),
                   stepsOf(strength), false};
        const Provenance *seen = provenanceOfWords(m_shown.provenance, SoughtWords::Kind::Claim, claim);
        if (seen && seen->isKnown())
            content.seen = provenanceInLines(*seen);
    }
    auto *panel = new EvidencePanel(content, this);
    panel->popUp(placeOf(evidenceLink(claim)));
}

/// Where on the screen a link stands; the top of the view where it is out of sight.
QRect CaseView::placeOf(const QString &address) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() != address)
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(it.fragment().position());
            const QRect place = cursorRect(cursor);
            if (viewport()->rect().contains(place))
                return {viewport()->mapToGlobal(place.topLeft()), place.size()};
        }
    }
    return {viewport()->mapToGlobal(QPoint(viewport()->width() / 4, 0)), QSize(0, 0)};
}

void CaseView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    applyMeasure();
    if (viewport()->width() != m_typesetWidth)
        m_retypeset.start();
}

void CaseView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_retypeset.start();
}

void CaseView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextBrowser::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
}

void CaseView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyText = menu->addAction(tr("Copy"), this, &QTextEdit::copy);
    copyText->setEnabled(textCursor().hasSelection());
    const QUrl link(anchorAt(event->pos()));
    if (isExternalLink(link)) {
        menu->addAction(tr("Open %1").arg(fontMetrics().elidedText(link.toDisplayString(), Qt::ElideMiddle, 400)), this,
                        [link] { openExternalLink(link); });
        menu->addAction(tr("Copy Address"), this, [link] { QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded)); });
        if (link.scheme() != u"mailto")
            menu->addAction(tr("Keep a Copy"), this, [this, link] { emit copyRequested(link.toString(QUrl::FullyEncoded)); });
    }
    menu->addAction(tr("Select All"), this, &QTextEdit::selectAll);
    if (hasCase() && !actions().isEmpty()) { // what the window offers for a case
        menu->addSeparator();
        menu->addActions(actions());
    }
    if (hasEvidence()) {
        const int claim = std::max(0, claimOfEvidenceLink(anchorAt(event->pos())));
        menu->addSeparator();
        menu->addAction(tr("Explain Evidence"), this, [this, claim] { explainEvidence(claim); });
    }
    menu->popup(event->globalPos());
}

} // namespace casebook
