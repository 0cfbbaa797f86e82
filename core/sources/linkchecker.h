#pragma once

#include "core/sources/linklook.h"

#include <QHash>
#include <QStringList>

namespace casebook {

/// Finds out whether addresses still answer, page by page: each page is asked once, however many parts of it are cited,
/// and each host once or a few times for an address that cannot exist, as many say "there is no such page" with a
/// status of 200. Nothing is kept here; whoever listens does.
///
/// Lives in the fetcher's thread, which needs an event loop; never blocks it. One run at a time.
class LinkChecker : public QObject {
    Q_OBJECT

public:
    /// The fetcher must outlive this.
    explicit LinkChecker(Fetcher &fetcher, QObject *parent = nullptr);
    ~LinkChecker() override;

    /// Whether this computer and private networks may be asked. Before start().
    void setAllowPrivate(bool allow) { m_allowPrivate = allow; }

    /// Starts on these addresses, as they stand in the case studies; each is told of once. What was running is stopped.
    void start(const QStringList &urls);
    /// Stops: nothing more is told, not even finished().
    void cancel();

    bool isRunning() const { return m_done < m_total; }
    int done() const { return m_done; }
    int total() const { return m_total; }

signals:
    /// An address is being asked now.
    void asking(const QString &url);
    /// What is known now of one address.
    void checked(const casebook::LinkRecord &record);
    void progressed(int done, int total);
    void finished();

private:
    struct Page {
        QStringList urls; ///< that differ in their fragments alone, or not at all once trimmed
        LinkLook *look = nullptr;
        LinkFindings findings;
    };
    using Key = QByteArray; ///< a page's address without fragment

    void take(const Key &key);
    void compare(const Key &key);
    void askElsewhere(const QString &site);
    void takeElsewhere(const QString &site, const FetchAnswer &answer, const PageSigns &signs);
    void conclude(const Key &key);
    void tell(const Key &key);
    void considerMissing();
    void takeControl(bool networkWorks);
    void tellMissing();

    /// What a host answers to an address that cannot exist, asked once at most.
    struct Elsewhere {
        bool isKnown = false;
        QList<Key> waiting;
        FetchAnswer answer;
        PageSigns page;
    };

    Fetcher &m_fetcher;
    bool m_allowPrivate = false;
    QHash<Key, Page> m_pages;
    QHash<QString, Elsewhere> m_elsewhere; ///< by host, and perhaps the first part of the path
    QList<Key> m_missing;                  ///< whose host cannot be found, while it is not known if others can be
    std::unique_ptr<QObject> m_run;        ///< what belongs to this run hangs on it
    int m_runNumber = 0;                   ///< tells whether whoever was told of something stopped the run
    bool m_networkWorks = false;
    bool m_controlAsked = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace casebook
