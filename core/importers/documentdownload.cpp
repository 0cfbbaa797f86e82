#include "core/importers/documentdownload.h"

#include "core/importers/documentaddress.h"
#include "core/sources/webaddress.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

constexpr int unauthorized = 401;
constexpr int forbidden = 403;
constexpr int notFound = 404;
constexpr int gone = 410;
constexpr int tooManyRequests = 429;
constexpr int serverFault = 500;

QString reasonOf(const FetchAnswer &answer)
{
    switch (answer.status) {
    case unauthorized:
    case forbidden:
        return ImportText::tr("its server lets nobody in without signing in, or no program; save the document with a "
                              "browser and import the file (%1)");
    case notFound:
    case gone:
        return ImportText::tr("there is nothing at this address (%1)");
    case tooManyRequests:
        return ImportText::tr("its server asks to come back later (%1)");
    default:
        return answer.status >= serverFault ? ImportText::tr("its server has a fault: try again later (%1)")
                                            : ImportText::tr("its server did not send it (%1)");
    }
}

/// Whether it came in the clear, on the whole way or a part of it.
bool cameInTheClear(const FetchAnswer &answer)
{
    const auto isClear = [](const QUrl &url) { return url.scheme() != u"https"; };
    return isClear(answer.url)
        || std::any_of(answer.hops.begin(), answer.hops.end(), [&](const FetchHop &hop) { return isClear(hop.url); });
}

} // namespace

DocumentDownload::DocumentDownload(FetchSettings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings))
{
}

// Whoever imports no address needs nothing of the network.
Fetcher *DocumentDownload::fetcher()
{
    if (!m_fetcher) {
        m_fetcher = new Fetcher(m_settings, this);
        connect(m_fetcher, &Fetcher::progressed, this, [this](Fetcher::Id id, qint64 received, qint64 total) {
            if (id == m_fetch)
                emit progressed(received, total);
        });
    }
    return m_fetcher;
}

void DocumentDownload::start(const QString &address, bool allowPrivate, Done done)
{
    cancel();
    const Result<QUrl> url = webAddress(address);
    if (!url) {
        QTimer::singleShot(0, this, [error = url.error(), done = std::move(done)] { done(error); });
        return;
    }
    FetchRequest request;
    request.url = *url;
    request.maximumBytes = documentSizeLimit;
    request.allowPrivate = allowPrivate;
    request.accept = "text/markdown,text/csv,application/json,text/plain;q=0.9,*/*;q=0.1";
    m_fetch = fetcher()->fetch(request, this,
                               [this, from = url->toString(), done = std::move(done)](const FetchAnswer &answer) {
                                   m_fetch = 0;
                                   done(documentIn(answer, from));
                               });
}

void DocumentDownload::cancel()
{
    if (m_fetcher)
        m_fetcher->cancel(m_fetch);
    m_fetch = 0;
}

Result<ReceivedDocument> documentIn(const FetchAnswer &answer, const QString &address)
{
    const auto failure = [&address](const QString &reason) {
        return Error{ImportText::tr("%1 could not be fetched: %2").arg(address, reason)};
    };
    if (answer.hasError())
        return failure(answer.message);
    if (answer.truncated) {
        return failure(ImportText::tr("it is larger than %1 MiB. Save it to a file and take that apart.")
                           .arg(documentSizeLimit / 1024 / 1024));
    }
    if (!answer.isFine() || answer.status == 304)
        return failure(QString(reasonOf(answer).arg(answer.status) + u'.'));
    if (answer.body.isEmpty())
        return failure(ImportText::tr("it is empty."));
    Result<ReceivedDocument> document =
        receivedDocument(answer.body, answer.url.toString(), answer.header("content-type"));
    if (!document)
        return document;
    document->from = address;
    if (cameInTheClear(answer)) {
        document->notes.append(ImportText::tr("The document came over a connection that is not encrypted: anybody on "
                                              "the way could have changed it."));
    }
    return document;
}

} // namespace casebook
