#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"

#include <QHash>

namespace casebook {

/// A source that one or several cases cite.
struct IndexedSource {
    Source source;        ///< as the first case that cites it has it; a year or title that it lacks is a later one's
    QList<int> citations; ///< positions in the cases that were given, each once, ascending
};

/// The sources of several cases, each once, in the order in which they are first cited.
class SourceIndex {
public:
    SourceIndex(const CaseStudies &cases, const Schema &schema);

    const QList<IndexedSource> &sources() const { return m_sources; }
    /// The position of a source among sources(); -1 for one that has neither address nor title.
    int positionOf(const Source &source) const;

private:
    void add(const Source &source, int position);

    QList<IndexedSource> m_sources;
    QHash<QString, int> m_positions; ///< by address, or by title where there is none
};

} // namespace casebook
