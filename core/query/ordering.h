#pragma once

#include "core/corpus/corpus.h"
#include "core/query/arrangement.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace casebook {

class FieldTexts;

/// What all cases of a corpus are sorted by: a field, or where none is named one of the window's orders.
struct OrderKey {
    QString path; ///< of the field; its words or numbers count
    bool descending = false;
    SortKey sort = SortKey::Relevance;

    bool operator==(const OrderKey &) const = default;
};

/// All positions of a corpus in one order, which takes in more cases as they come.
///
/// What is equal is in the order of titles, then of ids; cases without the value come last, whichever way the order
/// runs.
class Ordering {
public:
    explicit Ordering(OrderKey key) : m_key(std::move(key)) {}

    const OrderKey &key() const { return m_key; }
    /// Sorts the cases that have been added to the corpus since the last time in among the others.
    void extend(const Corpus &corpus);
    const std::vector<int> &positions() const { return m_positions; }

private:
    /// Of one case: compared from the top down. Texts lie apart, since few orders need them.
    struct Rank {
        double first = 0;
        double second = 0;      ///< after the text
        quint64 titleStart = 0; ///< the title's first bytes, so that few titles are looked at
    };

    void rank(const Corpus &corpus, const FieldTexts &field, int position, bool numeric);
    void rankByField(const FieldTexts &field, const CaseStudy &study, std::size_t position, bool numeric);
    bool less(const Corpus &corpus, int left, int right) const;

    OrderKey m_key;
    std::vector<Rank> m_ranks;       ///< by position
    std::vector<QByteArray> m_texts; ///< by position; empty where no text counts
    std::vector<int> m_positions;
};

} // namespace casebook
