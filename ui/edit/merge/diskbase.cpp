#include "ui/edit/merge/diskbase.h"

#include <QTextDocument>

#include <algorithm>

namespace casebook {

DiskBase::DiskBase(const QTextDocument *document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(document, &QTextDocument::undoCommandAdded, this, [this] { m_isNewEdit = true; });
    connect(document, &QTextDocument::contentsChanged, this, &DiskBase::follow);
}

void DiskBase::reset(DiskVersion version)
{
    m_first = std::move(version);
    m_steps.clear();
    m_lost.clear();
    m_reached = 0;
    findRefused();
}

void DiskBase::advance(DiskVersion version, bool changedText)
{
    m_lost.remove(version.hash);
    if (changedText) {
        m_steps.append({m_document->availableUndoSteps(), std::move(version), {}});
        m_reached = static_cast<int>(m_steps.size());
    } else if (m_reached == 0) {
        m_first = std::move(version);
    } else {
        m_steps[m_reached - 1].version = std::move(version);
    }
    findRefused();
}

void DiskBase::retreat()
{
    if (m_reached == 0)
        return;
    const DiskVersion before = m_reached == 1 ? m_first : m_steps[m_reached - 2].version;
    m_steps.append({m_document->availableUndoSteps(), before, current().hash});
    m_reached = static_cast<int>(m_steps.size());
    findRefused();
}

void DiskBase::follow()
{
    const int position = m_document->availableUndoSteps();
    const auto isIn = [position](const Step &step) { return step.position <= position; };
    const bool isNewEdit = std::exchange(m_isNewEdit, false);
    const int before = m_reached;
    // An edit after an undo: what was undone cannot come back. Typing may join the last step and add none.
    const bool isGone =
        isNewEdit || (!m_document->isRedoAvailable() && !std::all_of(m_steps.cbegin(), m_steps.cend(), isIn));
    while (isGone && m_steps.size() > before) {
        const Step step = m_steps.takeLast();
        if (step.refused.isEmpty())
            m_lost.insert(step.version.hash);
    }
    m_reached = static_cast<int>(std::count_if(m_steps.cbegin(), m_steps.cend(), isIn));
    findRefused();
    if (m_reached != before)
        emit moved();
}

// What the steps in the text took out, and what those took in that are undone.
void DiskBase::findRefused()
{
    m_refused = m_lost;
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps[i];
        if (i < m_reached && !step.refused.isEmpty())
            m_refused.insert(step.refused);
        else if (i < m_reached)
            m_refused.remove(step.version.hash);
        else if (step.refused.isEmpty())
            m_refused.insert(step.version.hash);
    }
}

} // namespace casebook
