#pragma once

#include "core/sources/fetch.h"
#include "core/sources/linkjudge.h"

namespace casebook {

/// One look at a page: its head, then, where that does not say enough, its text; once more where the server asked for
/// patience.
///
/// Lives in the fetcher's thread; ends when deleted.
class LinkLook : public QObject {
    Q_OBJECT

public:
    /// The fetcher must outlive this.
    LinkLook(Fetcher &fetcher, const QUrl &url, bool allowPrivate, QObject *parent = nullptr);
    ~LinkLook() override;

    /// What was found, but for the comparison.
    const LinkFindings &findings() const { return m_findings; }

signals:
    /// The server is being asked.
    void started();
    /// Once, from the event loop.
    void finished();

private:
    void askForHead();
    void takeHead(const FetchAnswer &answer);
    void askForPage(qint64 firstBytes);
    void takePage(const FetchAnswer &answer);
    bool comesBackLater(const FetchAnswer &answer);
    void finish(const FetchAnswer &answer);

    Fetcher &m_fetcher;
    FetchRequest m_request;
    LinkFindings m_findings;
    QList<FetchHop> m_hops; ///< that the head went through
    Fetcher::Id m_fetch = 0;
    int m_retries = 0;
    bool m_isStarted = false;
};

} // namespace casebook
