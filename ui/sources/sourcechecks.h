#pragma once

#include "ui/sources/linkcheck.h"

#include <QSet>
#include <QStringList>

namespace casebook {

/// The looks at addresses that a person has asked for: one run at a time, to which more can be added, and which can be
/// stopped at any time.
class SourceChecks : public QObject {
    Q_OBJECT

public:
    explicit SourceChecks(SourceNetwork network, QObject *parent = nullptr);

    /// For tests, and nothing is under way.
    void setNetwork(SourceNetwork network) { m_network = std::move(network); }
    /// Whether addresses of private networks and of this computer may be asked, from the next run on.
    void setAllowPrivate(bool allow) { m_allowPrivate = allow; }

    /// Checks addresses, those left out that are waiting already.
    void check(const QStringList &addresses);
    /// Looks for archived copies of pages. Nothing while that is being done for others.
    void lookForCopies(const QList<SoughtCopy> &pages);
    /// Stops everything.
    void stop();

    bool isRunning() const { return m_check || m_lookup; }
    bool isLooking() const { return m_lookup != nullptr; }
    /// Of the addresses that are checked.
    int done() const { return m_done; }
    int total() const { return m_total; }
    /// Of the pages of which copies are looked for.
    int copiesDone() const { return static_cast<int>(m_copies.size()); }
    int copiesTotal() const { return m_copiesTotal; }
    /// The addresses that are being asked, or wait for it.
    const QSet<QString> &asking() const { return m_asking; }

signals:
    /// Something was started, answered or has ended.
    void progressChanged();
    void answered(const casebook::LinkRecord &record);
    /// A run has ended: what it has seen. `stopped`: before its end.
    void checked(const casebook::LinkRecordList &records, bool stopped);
    /// The search for copies has ended, with what it was told.
    void copiesFound(const QList<casebook::FoundCopy> &copies, bool stopped);

private:
    void startCheck(const QStringList &addresses);
    void take(const LinkRecord &record);
    void finishCheck();
    void finishLookup();

    SourceNetwork m_network;
    LinkCheck *m_check = nullptr;
    CopyLookup *m_lookup = nullptr;
    QSet<QString> m_known; ///< what this run asks, or has asked
    QSet<QString> m_asking;
    QStringList m_waiting; ///< to be asked when the run under way has ended
    LinkRecordList m_records;
    QList<FoundCopy> m_copies;
    int m_done = 0;
    int m_total = 0;
    int m_copiesTotal = 0;
    bool m_allowPrivate = false;
    bool m_stopped = false;
};

} // namespace casebook
