#pragma once

#include "core/base/result.h"
#include "core/sources/fetch.h"

#include <QDateTime>

#include <optional>

namespace casebook {

/// A copy of a page that the Wayback Machine has.
struct WaybackCopy {
    QUrl url;       ///< https, below web.archive.org
    QDateTime when; ///< in UTC

    bool operator==(const WaybackCopy &) const = default;
};

/// What its availability interface answers, in JSON: the nearest copy that held the page itself (a status of 200), or
/// none. The Error where this is no such answer.
Result<std::optional<WaybackCopy>> readWaybackAnswer(const QByteArray &json);

/// Asks the Wayback Machine of the Internet Archive (archive.org/help/wayback_api.php) for copies of pages.
///
/// Lives in the fetcher's thread, which needs an event loop; never blocks it.
class WaybackLookup : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<std::optional<WaybackCopy>> &copy)>;

    /// The fetcher must outlive this.
    explicit WaybackLookup(Fetcher &fetcher, QObject *parent = nullptr);

    /// Another service with the same interface, as in tests, which may be on this computer.
    void setService(const QUrl &url) { m_service = url; }

    /// Looks for the copy nearest to a day, or the newest where it is invalid. The answer comes once, from the event
    /// loop, unless the context or this is gone by then.
    void find(const QString &url, const QDate &near, QObject *context, Done done);
    /// No answer comes any more.
    void cancel();

private:
    Fetcher &m_fetcher;
    QUrl m_service;
    std::unique_ptr<QObject> m_asked; ///< what is under way hangs on it
};

} // namespace casebook
