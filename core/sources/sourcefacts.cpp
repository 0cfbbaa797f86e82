#include "core/sources/sourcefacts.h"

#include "core/importers/sourceaddress.h"
#include "core/sources/archive.h"

namespace casebook {

LinkRecord SourceFacts::link(const QString &url) const
{
    const QString key = sourceKey(url);
    const auto record = links.constFind(key);
    if (record != links.constEnd())
        return *record;
    LinkRecord unchecked;
    unchecked.url = key;
    return unchecked;
}

bool SourceFacts::hasSnapshot(const QString &url) const
{
    return !snapshots.isEmpty() && snapshots.contains(addressKey(url)); // most corpora have none, so few are read
}

QDateTime SourceFacts::snapshotOf(const QString &url) const
{
    return snapshots.isEmpty() ? QDateTime() : snapshots.value(addressKey(url));
}

void SourceFacts::addSnapshot(const QString &url, const QDateTime &taken)
{
    QDateTime &latest = snapshots[addressKey(url)];
    if (!latest.isValid() || taken > latest)
        latest = taken;
}

LinkRecord linkOf(const SourceFactsPtr &facts, const QString &url)
{
    return facts ? facts->link(url) : SourceFacts().link(url);
}

SourceFactsPtr readSourceFacts(const QString &root, QString *message)
{
    KeptLinks kept = readLinkRecords(root);
    if (message)
        *message = kept.message;
    auto facts = std::make_shared<SourceFacts>();
    facts->links = std::move(kept.records);
    const Archive archive = Archive::read(root); // what is wrong with it, it tells where snapshots are shown
    for (const Snapshot &snapshot : archive.snapshots())
        facts->addSnapshot(snapshot.url, snapshot.checked);
    return facts;
}

bool isWebAddress(QStringView url)
{
    // Asked of every source of a large corpus at each load: what a full reading would refuse is told when it is
    // checked.
    url = url.trimmed();
    const qsizetype host = url.startsWith(u"https://", Qt::CaseInsensitive) ? 8
        : url.startsWith(u"http://", Qt::CaseInsensitive)                   ? 7
                                                                            : url.size();
    return host < url.size() && url.at(host) != u'/';
}

QStringList webAddresses(const CaseStudy &study, const Schema &schema)
{
    QStringList addresses;
    for (const Source &source : sourcesOf(study, schema)) {
        const QString address = SourceFacts::sourceKey(source.url);
        if (isWebAddress(address) && !addresses.contains(address))
            addresses.append(address);
    }
    return addresses;
}

} // namespace casebook
