#include "ui/edit/source/scrollmap.h"

#include <algorithm>

namespace casebook {

void ScrollMap::add(double line, double height)
{
    if (line > m_places.back().line && height > m_places.back().height)
        m_places.push_back({line, height});
}

double ScrollMap::heightOf(double line) const
{
    const auto below = std::upper_bound(m_places.begin(), m_places.end(), line,
                                        [](double value, const Place &place) { return value < place.line; });
    if (below == m_places.end())
        return m_places.back().height;
    if (below == m_places.begin())
        return m_places.front().height;
    const Place &above = *std::prev(below);
    return between(above.height, below->height, (line - above.line) / (below->line - above.line));
}

double ScrollMap::lineAt(double height) const
{
    const auto below = std::upper_bound(m_places.begin(), m_places.end(), height,
                                        [](double value, const Place &place) { return value < place.height; });
    if (below == m_places.end())
        return m_places.back().line;
    if (below == m_places.begin())
        return m_places.front().line;
    const Place &above = *std::prev(below);
    return between(above.line, below->line, (height - above.height) / (below->height - above.height));
}

} // namespace casebook
