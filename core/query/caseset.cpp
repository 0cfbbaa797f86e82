#include "core/query/caseset.h"

namespace casebook {

namespace {

/// How many bits are set. By arithmetic, since not every processor that we are built for counts by itself, and what
/// then stands in looks the bytes up one by one.
int bitsIn(quint64 word)
{
    word -= (word >> 1) & 0x5555'5555'5555'5555U;
    word = (word & 0x3333'3333'3333'3333U) + ((word >> 2) & 0x3333'3333'3333'3333U);
    word = (word + (word >> 4)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return static_cast<int>((word * 0x0101'0101'0101'0101U) >> 56);
}

} // namespace

void CaseSet::insertMarked(const std::vector<char> &marks)
{
    for (std::size_t position = 0; position < marks.size(); ++position)
        m_words[position / 64] |= quint64(marks[position] != 0) << (position % 64);
}

int CaseSet::count() const
{
    int count = 0;
    for (const quint64 word : m_words)
        count += bitsIn(word);
    return count;
}

int CaseSet::countCommon(const CaseSet &other) const
{
    int count = 0;
    for (std::size_t word = 0; word < other.m_words.size(); ++word)
        count += bitsIn(m_words[word] & other.m_words[word]);
    return count;
}

} // namespace casebook
