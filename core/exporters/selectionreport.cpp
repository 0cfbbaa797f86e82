#include "core/exporters/selectionreport.h"

#include "core/query/search.h"
#include "core/query/spelling.h"

namespace casebook {

SelectionReport reportSelection(const Corpus &corpus, const Query &query)
{
    SelectionReport report;
    Search search(corpus);
    QList<std::vector<bool>> holds;
    const SearchResult all = search.run({}, {});
    for (const QueryTerm &term : query.terms) {
        Query alone;
        alone.terms = {term};
        std::vector<bool> matches(static_cast<size_t>(corpus.size()), false);
        for (const int row : search.run(alone, {}).order)
            matches[static_cast<size_t>(row)] = true;
        holds.append(std::move(matches));
        report.terms.append(
            {describeQuery(spelledAsIn(all.facets, alone), corpus.schema()), toText(alone, corpus.schema()), 0, 0});
    }
    for (const int row : all.order) {
        FilteredCase filtered{row, {}};
        for (qsizetype term = 0; term < holds.size(); ++term) {
            if (!holds.at(term)[static_cast<size_t>(row)])
                filtered.terms.append(static_cast<int>(term));
        }
        for (const int term : filtered.terms) {
            ++report.terms[term].removed;
            report.terms[term].removedOnly += filtered.terms.size() == 1 ? 1 : 0;
        }
        if (!filtered.terms.isEmpty())
            report.filtered.append(filtered);
    }
    return report;
}

} // namespace casebook
