#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

#include <vector>

namespace casebook {

/// A piece of a text, in UTF-16 units from its beginning.
struct TextPlace {
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool operator==(const TextPlace &) const = default;
};

/// A text as it is searched (core/corpus/searchtext.h) that knows where each of its bytes came from, so that what is
/// found in it can be shown in the text as it was written.
class FoldedText {
public:
    explicit FoldedText(QStringView text);

    const QByteArray &bytes() const { return m_bytes; }
    /// Where a needle starts a word (core/query/textmatch.h), from left to right, at most `most` places, of which none
    /// overlaps another. The needle is folded; an empty one stands nowhere. A letter that is folded to several, as "ß"
    /// and "ﬁ" are, belongs to a place as a whole, and so do the marks that follow a letter.
    QList<TextPlace> placesOf(QByteArrayView needle, qsizetype most) const;

private:
    qsizetype endAfter(qsizetype byte) const;

    QByteArray m_bytes;
    std::vector<int> m_origins; ///< by byte, and one more: the text's size
};

/// Where any of the needles, folded, starts a word of a text, from left to right; places that overlap are one. At most
/// `most` for each needle.
QList<TextPlace> matchPlaces(QStringView text, const QList<QByteArray> &needles, qsizetype most = 10'000);

} // namespace casebook
