#include "core/provenance/soughtwords.h"

#include "core/importers/sourceaddress.h"
#include "core/provenance/quotesearch.h"
#include "core/provenance/quotesinbody.h"

#include <algorithm>
#include <numeric>

namespace casebook {

namespace {

/// Puts what is looked for into its list, unless there is nothing to look for or nowhere to look.
class Gatherer {
public:
    explicit Gatherer(const QList<Source> &sources) : m_sources(sources) {}

    void add(SoughtWords sought)
    {
        sought.isNamed = !sought.sources.isEmpty();
        if (!sought.isNamed) {
            sought.sources.resize(m_sources.size());
            std::iota(sought.sources.begin(), sought.sources.end(), 1);
        }
        sought.sources.removeIf([this](int source) { return addressKey(m_sources.at(source - 1).url).isEmpty(); });
        if (!sought.sources.isEmpty() && hasWords(sought.words))
            m_found.append(std::move(sought));
    }
    const QList<SoughtWords> &found() const { return m_found; }

private:
    const QList<Source> &m_sources;
    QList<SoughtWords> m_found;
};

} // namespace

QList<SoughtWords> soughtWords(const CaseStudy &study, const Schema &schema, const MarkdownNode &body)
{
    const QList<Source> sources = sourcesOf(study, schema);
    Gatherer gatherer(sources);
    const QList<Claim> claims = claimsOf(study, schema);
    for (qsizetype i = 0; i < claims.size(); ++i) {
        SoughtWords sought{SoughtWords::Kind::Claim, static_cast<int>(i) + 1, claims.at(i).text, false, {}, false};
        if (claims.at(i).source >= 1 && claims.at(i).source <= sources.size())
            sought.sources = {claims.at(i).source};
        gatherer.add(sought);
    }
    for (const BodyQuote &quote : quotesIn(body, sources))
        gatherer.add({SoughtWords::Kind::Quote, quote.line, quote.words, !quote.isParaphrase, quote.sources, false});
    return gatherer.found();
}

} // namespace casebook
