#include "ui/edit/merge/mergedtext.h"

#include "ui/edit/editbuffer.h"

#include <QTextDocument>

#include <algorithm>

namespace casebook {

MergeRegions mergeTexts(const QString &base, const QString &mine, const QString &theirs)
{
    return mergeLines(base.toUtf8(), mine.toUtf8(), theirs.toUtf8());
}

namespace {

// What each region begins as. A last line without an end gets one where something follows.
QStringList initialPieces(const MergeRegions &regions)
{
    QStringList pieces;
    bool isLineOpen = false;
    for (const MergeRegion &region : regions) {
        const QString text = QString::fromUtf8(mergedText(region));
        pieces.append(isLineOpen && !text.isEmpty() ? QString(u'\n' + text) : text);
        isLineOpen = text.isEmpty() ? isLineOpen : !text.endsWith(u'\n');
    }
    return pieces;
}

} // namespace

QString MergedText::initialText(const MergeRegions &regions)
{
    return initialPieces(regions).join(QString());
}

MergedText::MergedText(const MergeRegions &regions, QTextDocument *document, QObject *parent)
    : QObject(parent), m_regions(regions), m_document(document)
{
    int at = 0;
    const QStringList pieces = initialPieces(regions);
    for (int i = 0; i < m_regions.size(); ++i) {
        if (i > 0) {
            QTextCursor boundary(document);
            boundary.setPosition(std::min(at, document->characterCount() - 1));
            boundary.setKeepPositionOnInsert(true); // what is typed where a line begins belongs to that line
            m_boundaries.append(boundary);
        }
        const auto length = static_cast<int>(pieces[i].size());
        if (m_regions[i].kind == MergeRegion::Kind::Conflict) {
            m_conflicts.append(i);
            m_states.append(State::Open);
            m_lengths.append(length);
        }
        at += length;
    }
    m_position = document->availableUndoSteps();
    connect(document, &QTextDocument::undoCommandAdded, this, [this] { m_isNewEdit = true; });
    connect(document, &QTextDocument::contentsChange, this, &MergedText::noteEdit);
    connect(document, &QTextDocument::contentsChanged, this, &MergedText::followUndo);
    followUndo();
}

int MergedText::start(int region) const
{
    return region == 0 ? 0 : m_boundaries[region - 1].position();
}

int MergedText::end(int region) const
{
    return region == m_boundaries.size() ? m_document->characterCount() - 1 : m_boundaries[region].position();
}

QTextCursor MergedText::place(int region) const
{
    QTextCursor cursor(m_document);
    cursor.setPosition(start(region));
    cursor.setPosition(std::max(start(region), end(region)), QTextCursor::KeepAnchor);
    return cursor;
}

QString MergedText::text() const
{
    return EditBuffer::textOf(m_document->toRawText());
}

QString MergedText::textFor(const MergeRegion &region, State state) const
{
    switch (state) {
    case State::Theirs:
        return QString::fromUtf8(mergedText(region, MergeChoice::Theirs));
    case State::Both:
        return QString::fromUtf8(mergedText(region, MergeChoice::MineThenTheirs));
    default:
        return QString::fromUtf8(mergedText(region, MergeChoice::Mine));
    }
}

void MergedText::decide(int conflict, State state)
{
    const int region = m_conflicts[conflict];
    m_states[conflict] = state;
    if (state != State::ByHand) {
        QTextCursor cursor = place(region);
        QString text = textFor(m_regions[region], state);
        // In front of other lines, a last line needs an end that it did not have in its own file.
        if (!text.isEmpty() && !text.endsWith(u'\n') && end(region) < m_document->characterCount() - 1)
            text += u'\n';
        const int from = start(region);
        if (!text.isEmpty() && from > 0 && m_document->characterAt(from - 1) != QChar::ParagraphSeparator)
            text.prepend(u'\n');
        const int shift = static_cast<int>(text.size()) - (end(region) - from);
        QList<int> after;
        for (int i = 0; i < m_boundaries.size(); ++i)
            after.append(m_boundaries[i].position() + (i >= region ? shift : 0));
        m_isDeciding = true;
        cursor.insertText(text);
        m_isDeciding = false;
        for (int i = 0; i < m_boundaries.size(); ++i)
            m_boundaries[i].setPosition(after[i]);
        m_lengths[conflict] = static_cast<int>(text.size());
    }
    followUndo();
}

int MergedText::nextOpen(int conflict) const
{
    for (int i = 1; i <= conflictCount(); ++i) {
        const int next = (conflict + i) % conflictCount();
        if (m_states[next] == State::Open)
            return next;
    }
    return -1;
}

// A conflict that is edited is decided.
void MergedText::noteEdit(int position, int, int added)
{
    if (m_isDeciding || (!m_isNewEdit && m_document->availableUndoSteps() != m_position))
        return;
    for (int i = 0; i < m_conflicts.size(); ++i) {
        const int from = start(m_conflicts[i]);
        const int to = end(m_conflicts[i]);
        const bool isInside = position < to && position + added > from;
        if (isInside || to - from != m_lengths[i])
            m_states[i] = State::ByHand;
        m_lengths[i] = to - from;
    }
}

// After an edit remembers how things stand; after undo or redo makes them stand as they did.
void MergedText::followUndo()
{
    if (m_isDeciding)
        return;
    const int position = m_document->availableUndoSteps();
    const bool isUndo = !m_isNewEdit && position != m_position && m_snapshots.contains(position);
    m_isNewEdit = false;
    m_position = position;
    if (isUndo)
        restore(m_snapshots[position]);
    else
        m_snapshots.insert(position, snapshot());
    emit statesChanged();
}

MergedText::Snapshot MergedText::snapshot() const
{
    Snapshot now{{}, m_states};
    for (const QTextCursor &boundary : m_boundaries)
        now.boundaries.append(boundary.position());
    return now;
}

void MergedText::restore(const Snapshot &then)
{
    for (int i = 0; i < m_boundaries.size(); ++i)
        m_boundaries[i].setPosition(std::min(then.boundaries[i], m_document->characterCount() - 1));
    for (int i = 0; i < m_conflicts.size(); ++i)
        m_lengths[i] = end(m_conflicts[i]) - start(m_conflicts[i]);
    m_states = then.states;
}

} // namespace casebook
