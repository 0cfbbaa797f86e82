#include "core/exporters/sourceindex.h"

namespace casebook {

namespace {

/// What makes two sources one: the address but for a slash at its end, else the title.
QString identityOf(const Source &source)
{
    QString identity = source.url.trimmed();
    while (identity.endsWith(u'/'))
        identity.chop(1);
    return identity.isEmpty() ? source.title.simplified() : identity;
}

} // namespace

SourceIndex::SourceIndex(const CaseStudies &cases, const Schema &schema)
{
    for (size_t position = 0; position < cases.size(); ++position) {
        for (const Source &source : sourcesOf(*cases[position], schema))
            add(source, static_cast<int>(position));
    }
}

int SourceIndex::positionOf(const Source &source) const
{
    return m_positions.value(identityOf(source), -1);
}

void SourceIndex::add(const Source &source, int position)
{
    const QString identity = identityOf(source);
    if (identity.isEmpty())
        return;
    if (!m_positions.contains(identity)) {
        m_positions.insert(identity, static_cast<int>(m_sources.size()));
        m_sources.append({source, {}});
    }
    IndexedSource &indexed = m_sources[m_positions.value(identity)];
    if (indexed.source.title.isEmpty())
        indexed.source.title = source.title;
    if (indexed.source.year == 0)
        indexed.source.year = source.year;
    if (!indexed.citations.contains(position))
        indexed.citations.append(position);
}

} // namespace casebook
