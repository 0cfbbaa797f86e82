#pragma once

#include <QHash>
#include <QList>

#include <vector>

namespace casebook {

/// Gives equal things equal numbers, from 0 and without gaps: what is compared often is compared fast.
template<typename Thing>
class Numbering {
public:
    std::vector<int> numbersOf(const QList<Thing> &things)
    {
        std::vector<int> numbers;
        numbers.reserve(size_t(things.size()));
        for (const Thing &thing : things) {
            const int next = static_cast<int>(m_numbers.size());
            const auto known = m_numbers.constFind(thing);
            numbers.push_back(known == m_numbers.constEnd() ? *m_numbers.insert(thing, next) : *known);
        }
        return numbers;
    }

private:
    QHash<Thing, int> m_numbers;
};

} // namespace casebook
