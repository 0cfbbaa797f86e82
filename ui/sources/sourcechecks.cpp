#include "ui/sources/sourcechecks.h"

namespace casebook {

SourceChecks::SourceChecks(SourceNetwork network, QObject *parent) : QObject(parent), m_network(std::move(network)) {}

void SourceChecks::check(const QStringList &addresses)
{
    if (!m_network.newCheck)
        return;
    QStringList more;
    for (const QString &address : addresses) {
        if (m_known.contains(address))
            continue;
        m_known.insert(address);
        more.append(address);
    }
    if (more.isEmpty())
        return;
    m_total += static_cast<int>(more.size());
    if (m_check)
        m_waiting += more;
    else
        startCheck(more);
    emit progressChanged();
}

void SourceChecks::startCheck(const QStringList &addresses)
{
    m_check = m_network.newCheck(this);
    connect(m_check, &LinkCheck::asking, this, [this](const QStringList &asked) {
        m_asking.unite(QSet<QString>(asked.begin(), asked.end()));
        emit progressChanged();
    });
    connect(m_check, &LinkCheck::answered, this, &SourceChecks::take);
    connect(m_check, &LinkCheck::finished, this, &SourceChecks::finishCheck);
    m_check->start(addresses, m_allowPrivate);
}

void SourceChecks::take(const LinkRecord &record)
{
    ++m_done;
    m_asking.remove(record.url);
    m_records.append(record);
    emit answered(record);
    emit progressChanged();
}

void SourceChecks::finishCheck()
{
    if (!m_check)
        return;
    m_check->disconnect(this);
    m_check->deleteLater();
    m_check = nullptr;
    m_asking.clear();
    if (const QStringList waiting = std::exchange(m_waiting, {}); !waiting.isEmpty()) {
        startCheck(waiting);
        return;
    }
    m_known.clear();
    m_done = 0;
    m_total = 0;
    const LinkRecordList records = std::exchange(m_records, {});
    emit checked(records, std::exchange(m_stopped, false));
    emit progressChanged();
}

void SourceChecks::lookForCopies(const QList<SoughtCopy> &pages)
{
    if (m_lookup || pages.isEmpty() || !m_network.newLookup)
        return;
    m_lookup = m_network.newLookup(this);
    connect(m_lookup, &CopyLookup::answered, this, [this](const FoundCopy &copy) {
        m_copies.append(copy);
        emit progressChanged();
    });
    connect(m_lookup, &CopyLookup::finished, this, &SourceChecks::finishLookup);
    m_copiesTotal = static_cast<int>(pages.size());
    m_lookup->start(pages);
    emit progressChanged();
}

void SourceChecks::finishLookup()
{
    if (!m_lookup)
        return;
    m_lookup->disconnect(this);
    m_lookup->deleteLater();
    m_lookup = nullptr;
    m_copiesTotal = 0;
    const QList<FoundCopy> copies = std::exchange(m_copies, {});
    emit copiesFound(copies, std::exchange(m_stopped, false));
    emit progressChanged();
}

void SourceChecks::stop()
{
    m_waiting.clear();
    if (m_check) {
        m_stopped = true;
        m_check->cancel();
    }
    if (m_lookup) {
        m_stopped = true;
        m_lookup->cancel();
    }
}

} // namespace casebook
