#include "ui/read/matchmarks.h"

#include "core/query/matchplaces.h"
#include "ui/theme/matchcolors.h"

#include <QTextBlock>

namespace casebook {

namespace {

constexpr qsizetype mostPlaces = 3000; // more would slow down every paint, and nobody goes through them

} // namespace

void MatchMarks::find(QTextDocument *document, bool keepCurrent)
{
    const int countBefore = count();
    m_places.clear();
    for (QTextBlock block = document->begin(); block.isValid() && !m_sought.isEmpty(); block = block.next()) {
        for (const TextPlace &place : matchPlaces(block.text(), m_sought)) {
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(place.start));
            cursor.setPosition(block.position() + static_cast<int>(place.end()), QTextCursor::KeepAnchor);
            m_places.append(cursor);
            if (m_places.size() == mostPlaces)
                break;
        }
        if (m_places.size() == mostPlaces)
            break;
    }
    if (!keepCurrent || count() != countBefore)
        m_current = -1;
}

void MatchMarks::clear()
{
    m_places.clear();
    m_current = -1;
}

bool MatchMarks::goTo(int place)
{
    if (place < 0 || place >= count())
        return false;
    m_current = place;
    return true;
}

QList<QTextEdit::ExtraSelection> MatchMarks::selections(const QPalette &palette) const
{
    QList<QTextEdit::ExtraSelection> selections;
    for (int place = 0; place < count(); ++place) {
        QTextCharFormat format;
        format.setBackground(matchColor(palette, place == m_current));
        format.setForeground(palette.color(QPalette::Text)); // links and what stands back could not be read on it
        selections.append({m_places.at(place), format});
    }
    return selections;
}

} // namespace casebook
