#include "core/importers/casematching.h"

#include "core/base/fold.h"
#include "core/importers/sourceaddress.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// A page that more cases cite than this, such as a survey, does not tell by itself which case is meant: looking at all
// of them for each would take a time that grows with their square.
constexpr qsizetype mostCiting = 50;

QByteArray key(const QString &text)
{
    return fold(text.simplified());
}

/// What an imported case and one of the corpus have in common.
struct Pair {
    int imported = 0;
    int position = 0;
    int score = 0;
};

class Matcher {
public:
    Matcher(const QList<ImportedCase> &imported, const CaseStudies &cases, const Schema &schema, const BodyOfCase &body)
        : m_imported(imported), m_cases(cases), m_schema(schema), m_body(body)
    {
        for (std::size_t i = 0; i < cases.size(); ++i)
            index(static_cast<int>(i));
    }

    QList<int> run()
    {
        for (int i = 0; i < m_imported.size(); ++i) {
            for (const int position : candidatesOf(m_imported.at(i)))
                weigh(i, position);
        }
        std::stable_sort(m_pairs.begin(), m_pairs.end(),
                         [](const Pair &a, const Pair &b) { return a.score > b.score; });
        QList<int> matches(m_imported.size(), -1);
        QSet<int> taken;
        for (const Pair &pair : std::as_const(m_pairs)) {
            if (matches.at(pair.imported) < 0 && !taken.contains(pair.position)) {
                matches[pair.imported] = pair.position;
                taken.insert(pair.position);
            }
        }
        return matches;
    }

private:
    void index(int position)
    {
        const CaseStudy &study = *m_cases[static_cast<std::size_t>(position)];
        for (const Source &source : sourcesOf(study, m_schema)) {
            if (const QString address = addressKey(source.url); !address.isEmpty()) {
                m_byAddress[address].append(position);
                m_byOrganization[{address, organizationOf(study)}].append(position);
            }
        }
        m_byTitle[key(study.title)].append(position);
        m_byId.insert(study.id, position);
    }

    /// Those that cite a page; of very many the organization's own.
    QList<int> citing(const QString &address, const QByteArray &organization) const
    {
        const QList<int> all = m_byAddress.value(address);
        if (all.size() <= mostCiting)
            return all;
        const QList<int> own = m_byOrganization.value({address, organization});
        return own.size() <= mostCiting ? own : QList<int>();
    }

    QList<int> candidatesOf(const ImportedCase &one) const
    {
        QList<int> positions = m_byTitle.value(key(one.title));
        const QByteArray organization = key(one.organization);
        for (const ImportedSource &source : one.sources)
            positions += citing(addressKey(source.url), organization);
        if (const auto known = m_byId.constFind(one.id); known != m_byId.constEnd())
            positions.append(*known);
        std::sort(positions.begin(), positions.end());
        positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
        return positions;
    }

    QByteArray organizationOf(const CaseStudy &study) const
    {
        return key(roleTexts(study, m_schema, role::organization).join(u", "_s));
    }

    void weigh(int imported, int position)
    {
        const ImportedCase &one = m_imported.at(imported);
        const CaseStudy &study = *m_cases[static_cast<std::size_t>(position)];
        const QList<Source> sources = sourcesOf(study, m_schema);
        const QByteArray organization = organizationOf(study);
        const bool sameOrganization = organization == key(one.organization);
        const bool sameTitle = key(study.title) == key(one.title);
        bool firstShared = false;
        const bool sameId = !one.id.isEmpty() && one.id == study.id;
        int score = (sameOrganization ? 8 : 0) + (sameTitle ? 8 : 0) + (sameId ? 12 : 0);
        bool restsOnSame = false;
        for (const ImportedSource &source : one.sources) {
            const QString address = addressKey(source.url);
            for (const Source &other : sources) {
                if (address.isEmpty() || address != addressKey(other.url))
                    continue;
                score += source.mentioned ? 2 : 10;
                restsOnSame = restsOnSame || !source.mentioned;
                firstShared = firstShared || (!source.mentioned && &other == &sources.first());
            }
        }
        // An article about many is a source of many: then it takes more to be the same case.
        const bool near = sameOrganization || organization.isEmpty() || one.organization.isEmpty()
            || organization.contains(key(one.organization)) || key(one.organization).contains(organization);
        const bool bySource =
            restsOnSame && (near || (firstShared && m_byAddress.value(addressKey(sources.first().url)).size() == 1));
        const bool byName = sameTitle && (sameOrganization || m_schema.fieldOf(role::organization).isEmpty());
        // Another corpus may use the same id for something else.
        const bool byId = sameId && (sameTitle || (sameOrganization && !organization.isEmpty()) || restsOnSame);
        if (!bySource && !byName && !byId)
            return;
        if (m_body(position).trimmed() == one.body.trimmed())
            score += 8;
        m_pairs.append({imported, position, score});
    }

    const QList<ImportedCase> &m_imported;
    const CaseStudies &m_cases;
    const Schema &m_schema;
    const BodyOfCase &m_body;
    QHash<QString, QList<int>> m_byAddress;
    QHash<std::pair<QString, QByteArray>, QList<int>> m_byOrganization; ///< by address and organization
    QHash<QByteArray, QList<int>> m_byTitle;
    QHash<QString, int> m_byId;
    QList<Pair> m_pairs;
};

/// What formats with fields of their own say under the names that the corpus has for them.
ImportedCase inRoles(const ImportedCase &one, const Schema &schema)
{
    ImportedCase filled = one;
    const Value further(one.further);
    if (filled.organization.isEmpty())
        filled.organization = further[schema.fieldOf(role::organization)].toTexts().join(u", "_s);
    if (!filled.sources.isEmpty())
        return filled;
    for (const Value &source : further[schema.fieldOf(role::sources)].items()) {
        const QString url = source.isMap() ? source[schema.partOf(role::sources, u"url")].toText() : source.toText();
        if (isSourceAddress(url))
            filled.sources.append({titleFromAddress(url), url});
    }
    return filled;
}

} // namespace

QList<int> matchCases(const QList<ImportedCase> &imported, const CaseStudies &cases, const Schema &schema,
                      const BodyOfCase &body)
{
    QList<ImportedCase> filled;
    for (const ImportedCase &one : imported)
        filled.append(one.further.empty() ? one : inRoles(one, schema));
    return Matcher(filled, cases, schema, body).run();
}

} // namespace casebook
