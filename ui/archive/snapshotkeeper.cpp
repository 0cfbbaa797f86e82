#include "ui/archive/snapshotkeeper.h"

#include "core/sources/fetch.h"

namespace casebook {

using namespace Qt::StringLiterals;

SnapshotKeeper::SnapshotKeeper(QObject *parent) : QObject(parent) {}

void SnapshotKeeper::makeTaker()
{
    m_fetcher = std::make_unique<Fetcher>();
    m_taker = std::make_unique<SnapshotTaker>(*m_fetcher);
    connect(m_taker.get(), &SnapshotTaker::taken, this, &SnapshotKeeper::take);
    connect(m_taker.get(), &SnapshotTaker::progressed, this, &SnapshotKeeper::progressed);
    connect(m_taker.get(), &SnapshotTaker::finished, this, &SnapshotKeeper::finish);
}

SnapshotKeeper::~SnapshotKeeper()
{
    m_taker.reset();
}

void SnapshotKeeper::keep(const QString &root, const QStringList &urls)
{
    if (root.isEmpty() || urls.isEmpty())
        return;
    if (!m_taker)
        makeTaker();
    if (!isRunning()) {
        m_refused.clear();
        m_kept = 0;
        m_unchanged = 0;
    }
    m_isStopped = false;
    m_taker->take(root, urls, m_options);
}

void SnapshotKeeper::stop()
{
    m_isStopped = true;
    if (m_taker)
        m_taker->cancel();
}

void SnapshotKeeper::take(const SnapshotOutcome &outcome)
{
    if (outcome.state == SnapshotOutcome::State::Kept)
        ++m_kept;
    else if (outcome.state == SnapshotOutcome::State::Unchanged)
        ++m_unchanged;
    else
        m_refused.append(outcome);
    if (outcome.snapshot.taken.isValid())
        emit kept();
}

void SnapshotKeeper::finish()
{
    emit progressed(0, 0);
    emit kept();
    QStringList parts;
    if (m_isStopped)
        parts.append(tr("Stopped"));
    if (m_kept > 0)
        parts.append(tr("%Ln copy(s) kept", nullptr, m_kept));
    if (m_unchanged > 0)
        parts.append(tr("%Ln page(s) unchanged", nullptr, m_unchanged));
    if (m_refused.size() == 1)
        parts.append(tr("Not kept: %1").arg(m_refused.first().message));
    else if (!m_refused.isEmpty())
        parts.append(tr("%Ln page(s) could not be kept", nullptr, static_cast<int>(m_refused.size())));
    emit finished(parts.join(u" \u00b7 "_s));
}

} // namespace casebook
