#include "ui/read/caseview.h"

#include "ui/archive/snapshotwords.h"
#include "ui/provenance/provenancenote.h"
#include "ui/read/evidencepanel.h"
#include "ui/read/externallink.h"
#include "ui/read/typesetcase.h"
#include "ui/typeset/evidencetypesetter.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double widestMeasure = 1.2; // of the comfortable width, since claims stand side by side

} // namespace

CaseView::CaseView(QWidget *parent) : TypesetView({widestMeasure, true}, parent)
{
    setAccessibleName(tr("Case study"));
}

void CaseView::showCase(const ShownCase &shown)
{
    const bool same = shown.study && shown.study->id == currentId();
    const int place = same ? verticalScrollBar()->value() : 0;
    if (!same)
        setShowsWhole(false);
    const bool isUnchanged = same && m_shown.study->contentKey == shown.study->contentKey;
    const QList<Provenance> known = isUnchanged ? m_shown.provenance : QList<Provenance>();
    m_shown = shown;
    m_shown.provenance = known;
    if (!same) {
        forgetFound();
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

bool CaseView::fill(QTextDocument *document, const TypeStyle &style, qsizetype limit)
{
    if (!m_shown.study) {
        typesetMessage(document, style, m_message);
        return false;
    }
    typesetCase(document, m_shown, style, limit);
    return limit > 0 && m_shown.document.bodyText().size() > limit;
}

void CaseView::documentReplaced()
{
    findMatches(true);
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

bool CaseView::followOwn(const QString &address)
{
    if (address.startsWith(caseLinkPrefix)) {
        emit caseRequested(QUrl::fromPercentEncoding(QStringView(address).mid(QStringView(caseLinkPrefix).size()).toUtf8()));
    } else if (const int claim = claimOfEvidenceLink(address); claim >= 0) {
        explainEvidence(claim);
    } else if (const QString page = pageOfSnapshotLink(address); !page.isEmpty()) {
        emit snapshotRequested(page);
    } else if (const Provenance *seen = provenanceOfLink(m_shown.provenance, address)) {
        const Provenance shown = *seen; // what is connected may show another case
        emit passageRequested(shown.url, shown.passageText, shown.snapshot.sha256);
    } else if (address.startsWith(problemLinkPrefix)) {
        emit lineRequested(QStringView(address).mid(QStringView(problemLinkPrefix).size()).toInt());
    } else {
        return false;
    }
    return true;
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
