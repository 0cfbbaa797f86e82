#include "ui/sources/linkrows.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

QList<LinkRow> linkRowsOf(const Corpus &corpus)
{
    QList<LinkRow> rows;
    const Schema &schema = corpus.schema();
    for (const CaseStudyPtr &study : corpus.cases()) {
        const QList<Source> sources = sourcesOf(*study, schema);
        QString name;
        for (qsizetype i = 0; i < sources.size(); ++i) {
            const QString address = SourceFacts::sourceKey(sources.at(i).url);
            if (!isWebAddress(address))
                continue;
            if (name.isEmpty()) {
                const QString organization = roleText(*study, schema, role::organization);
                name = organization.isEmpty() || organization == study->title
                    ? study->title
                    : QString(organization + u" · "_s + study->title);
            }
            const QString title = sources.at(i).title.simplified();
            rows.append({study->id, name, static_cast<int>(i) + 1, title.isEmpty() ? address : title, address});
        }
    }
    // Cases come as they were loaded, which is another order each time.
    std::stable_sort(rows.begin(), rows.end(), [](const LinkRow &a, const LinkRow &b) { return a.caseId < b.caseId; });
    return rows;
}

std::optional<AddressChange> moveOffer(const LinkRecord &record)
{
    if (record.state != LinkState::Moved || !record.permanent || !isWebAddress(record.location))
        return std::nullopt;
    QString location = record.location.trimmed();
    const qsizetype fragment = record.url.indexOf(u'#');
    if (fragment >= 0 && !location.contains(u'#'))
        location += record.url.mid(fragment);
    return location == record.url ? std::nullopt : std::optional(AddressChange{record.url, location});
}

QList<SoughtCopy> soughtCopies(const Corpus &corpus, const QStringList &addresses)
{
    QList<SoughtCopy> pages;
    QHash<QString, qsizetype> places;
    for (const QString &address : addresses) {
        places.insert(address, pages.size());
        pages.append({address, {}});
    }
    for (const CaseStudyPtr &study : corpus.cases()) {
        for (const QList<Source> sources = sourcesOf(*study, corpus.schema()); const Source &source : sources) {
            const auto place = places.constFind(SourceFacts::sourceKey(source.url));
            if (place != places.constEnd() && source.year > 0 && source.year <= corpus.today().year())
                pages[*place].near = std::max(pages[*place].near, QDate(source.year, 12, 31)); // held what all cite
        }
    }
    return pages;
}

bool isLinkProblem(LinkState state)
{
    return state != LinkState::Fine && state != LinkState::Unchecked;
}

QString linkIconName(LinkState state)
{
    return u"link-"_s + linkStateId(state);
}

} // namespace casebook
