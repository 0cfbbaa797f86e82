#include "ui/read/readinghistory.h"

namespace casebook {

namespace {

constexpr qsizetype longest = 200;

} // namespace

void ReadingHistory::visit(const QString &id)
{
    if (m_at >= 0 && m_ids.at(m_at) == id)
        return;
    m_ids.resize(m_at + 1);
    m_ids.append(id);
    if (m_ids.size() > longest)
        m_ids.removeFirst();
    m_at = m_ids.size() - 1;
}

void ReadingHistory::rename(const QString &from, const QString &to)
{
    for (QString &id : m_ids) {
        if (id == from)
            id = to;
    }
}

void ReadingHistory::remove(const QString &id)
{
    for (qsizetype i = m_ids.size() - 1; i >= 0; --i) {
        // What stood on both sides of it is one visit now: a step must lead somewhere else.
        const bool twice = i + 1 < m_ids.size() && m_ids.at(i) == m_ids.at(i + 1);
        if (m_ids.at(i) != id && !twice)
            continue;
        m_ids.removeAt(i);
        if (i <= m_at)
            --m_at;
    }
    if (m_at < 0 && !m_ids.isEmpty())
        m_at = 0;
}

void ReadingHistory::clear()
{
    m_ids.clear();
    m_at = -1;
}

} // namespace casebook
