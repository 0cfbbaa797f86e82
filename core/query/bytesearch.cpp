#include "core/query/bytesearch.h"

#include <QtGlobal>

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace casebook {

namespace {

qsizetype findSlowly(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    const void *found = ::memmem(text.data() + from, static_cast<std::size_t>(text.size() - from), needle.data(),
                                 static_cast<std::size_t>(needle.size()));
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

/// Whether a needle that stands at a place may count there.
bool isAllowed(QByteArrayView text, qsizetype at, bool outsideWords)
{
    return !outsideWords || at == 0 || !isWordByte(text[at - 1]);
}

#ifdef __SSE2__

__m128i load(const char *bytes)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
}

/// Marks word bytes. Added to, those of one range become the largest signed numbers there are.
__m128i wordBytes(__m128i bytes)
{
    const __m128i letters = _mm_cmpgt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(127 - 'z')), _mm_set1_epi8(127 - 26));
    const __m128i digits = _mm_cmpgt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(127 - '9')), _mm_set1_epi8(127 - 10));
    return _mm_or_si128(letters, digits);
}

/// Sixteen places at a time, four times over before the answer is looked at. Answers where it stopped for want of text.
template<bool outsideWords>
class BlockSearch {
public:
    static constexpr qsizetype width = 16;
    static constexpr qsizetype step = 4 * width;

    explicit BlockSearch(QByteArrayView needle)
        : m_needle(needle),
          m_last(needle.size() - 1),
          m_firsts(_mm_set1_epi8(needle.front())),
          m_lasts(_mm_set1_epi8(needle.back()))
    {
    }

    /// The needle's place, or -1; `from` is then where the rest of the text starts. Outside words `from` is not 0.
    qsizetype find(QByteArrayView text, qsizetype &from) const
    {
        for (; from + m_last + step <= text.size(); from += step) {
            const char *const at = text.data() + from;
            const __m128i hits[] = {hitsAt(at), hitsAt(at + width), hitsAt(at + 2 * width), hitsAt(at + 3 * width)};
            const __m128i any = _mm_or_si128(_mm_or_si128(hits[0], hits[1]), _mm_or_si128(hits[2], hits[3]));
            if (_mm_movemask_epi8(any) == 0)
                continue;
            for (int block = 0; block < 4; ++block) {
                if (const qsizetype place = firstOf(hits[block], at + block * width); place >= 0)
                    return from + block * width + place;
            }
        }
        for (; from + m_last + width <= text.size(); from += width) {
            const char *const at = text.data() + from;
            if (const qsizetype place = firstOf(hitsAt(at), at); place >= 0)
                return from + place;
        }
        return -1;
    }

private:
    /// The places where both the first and the last byte fit.
    __m128i hitsAt(const char *at) const
    {
        return _mm_and_si128(_mm_cmpeq_epi8(m_firsts, load(at)), _mm_cmpeq_epi8(m_lasts, load(at + m_last)));
    }

    qsizetype firstOf(__m128i hits, const char *at) const
    {
        if constexpr (outsideWords)
            hits = _mm_andnot_si128(wordBytes(load(at - 1)), hits);
        for (auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits)); mask != 0; mask &= mask - 1) {
            const int place = std::countr_zero(mask);
            if (std::memcmp(at + place, m_needle.data(), static_cast<std::size_t>(m_needle.size())) == 0)
                return place;
        }
        return -1;
    }

    QByteArrayView m_needle;
    qsizetype m_last;
    __m128i m_firsts;
    __m128i m_lasts;
};

#endif

template<bool outsideWords>
qsizetype find(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    if (from > text.size() - needle.size())
        return -1;
#ifdef __SSE2__
    constexpr qsizetype longest = 256; // a longer needle of one letter would be compared all over at every place
    if (!needle.isEmpty() && needle.size() <= longest) {
        if (outsideWords && from == 0) {
            if (text.startsWith(needle))
                return 0;
            from = 1;
        }
        if (const qsizetype at = BlockSearch<outsideWords>(needle).find(text, from); at >= 0)
            return at;
    }
#endif
    while (from <= text.size() - needle.size() && (from = findSlowly(text, needle, from)) >= 0) {
        if (isAllowed(text, from, outsideWords))
            return from;
        // Nowhere else in this word is it allowed, however often it stands there.
        do {
            ++from;
        } while (outsideWords && from < text.size() && isWordByte(text[from - 1]));
    }
    return -1;
}

} // namespace

qsizetype findBytes(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    return find<false>(text, needle, from);
}

qsizetype findBytesOutsideWords(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    return find<true>(text, needle, from);
}

} // namespace casebook
