#include "ui/edit/source/sourcematches.h"

#include "core/query/matchplaces.h"
#include "ui/edit/sourceeditor.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr int pause = 200;             // ms without a key before what was typed is looked through
constexpr qsizetype mostPlaces = 1000; // more would slow down every key

} // namespace

SourceMatches::SourceMatches(SourceEditor *editor, QObject *parent) : QObject(parent), m_editor(editor)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &SourceMatches::find);
    connect(editor->document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (!m_sought.isEmpty() && removed + added > 0)
            m_timer.start();
    });
}

void SourceMatches::setSought(const QList<QByteArray> &sought)
{
    if (sought == m_sought)
        return;
    m_sought = sought;
    find();
}

int SourceMatches::count()
{
    if (m_timer.isActive())
        find();
    return static_cast<int>(m_places.size());
}

void SourceMatches::find()
{
    m_timer.stop();
    m_places.clear();
    m_current = -1;
    if (!m_sought.isEmpty()) {
        // The raw text has one unit for each position of a cursor.
        const QString text = m_editor->document()->toRawText();
        for (const TextPlace &place : matchPlaces(text, m_sought, mostPlaces).mid(0, mostPlaces)) {
            QTextCursor cursor(m_editor->document());
            cursor.setPosition(static_cast<int>(place.start));
            cursor.setPosition(static_cast<int>(place.end()), QTextCursor::KeepAnchor);
            m_places.append(cursor);
        }
    }
    show();
}

void SourceMatches::show()
{
    m_editor->setMatches(m_places, m_current);
}

bool SourceMatches::step(int by)
{
    const int places = count();
    const QTextCursor cursor = m_editor->textCursor();
    const int from = by > 0 ? cursor.selectionEnd() : cursor.selectionStart();
    int next = by > 0 ? 0 : places - 1;
    while (next >= 0 && next < places
           && (by > 0 ? m_places.at(next).selectionStart() < from : m_places.at(next).selectionEnd() > from))
        next += by;
    const bool wraps = next < 0 || next >= places;
    m_current = (next + places) % places;
    m_editor->setTextCursor(m_places.at(m_current));
    m_editor->centerCursor();
    show();
    return wraps;
}

} // namespace casebook
