#pragma once

#include "core/importers/importfile.h"
#include "core/sources/fetch.h"

#include <QObject>
#include <QString>

#include <functional>

namespace casebook {

/// Fetches the document at an address that a person typed. Nothing else is fetched with it.
///
/// Lives in the thread that called it, which needs an event loop; never blocks it.
class DocumentDownload : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<ReceivedDocument> &)>;

    explicit DocumentDownload(FetchSettings settings = {}, QObject *parent = nullptr);

    /// `done` is called once, from the event loop, unless it is cancelled. One document at a time: another one that is
    /// under way is cancelled. `allowPrivate`: also from this computer and from private networks.
    void start(const QString &address, bool allowPrivate, Done done);
    /// Nothing more is heard of it.
    void cancel();

signals:
    /// Bytes; `total` is -1 where it is not known.
    void progressed(qint64 received, qint64 total);

private:
    Fetcher *fetcher();

    FetchSettings m_settings;
    Fetcher *m_fetcher = nullptr; ///< made when it is needed
    Fetcher::Id m_fetch = 0;
};

/// What an answer holds for an import of the document at `address`. The Error says why there is none, and what to do.
Result<ReceivedDocument> documentIn(const FetchAnswer &answer, const QString &address);

} // namespace casebook
