#include "app/receivedocument.h"

#include "app/command.h"
#include "app/interruption.h"
#include "core/importers/documentaddress.h"
#include "core/importers/documentdownload.h"

#include <QEventLoop>
#include <QLocale>
#include <QTimer>

#include <optional>

namespace casebook {

namespace {

constexpr int lookEvery = 100; // ms, for Ctrl+C

QString progressText(qint64 received, qint64 total)
{
    const QLocale locale;
    if (total <= 0)
        return CommandText::tr("Fetching: %1").arg(locale.formattedDataSize(received));
    return CommandText::tr("Fetching: %1 of %2")
        .arg(locale.formattedDataSize(received), locale.formattedDataSize(total));
}

Result<ReceivedDocument> fetchDocument(const QString &address, bool allowPrivate, Console &console)
{
    const Interruption interruption;
    QEventLoop loop;
    DocumentDownload download;
    std::optional<Result<ReceivedDocument>> received;
    QTimer look;
    look.callOnTimeout(&loop, [&] {
        if (interruption.happened())
            loop.quit();
    });
    QObject::connect(&download, &DocumentDownload::progressed, &loop,
                     [&](qint64 done, qint64 total) { console.progress(progressText(done, total)); });
    download.start(address, allowPrivate, [&](const Result<ReceivedDocument> &document) {
        received.emplace(document);
        loop.quit();
    });
    look.start(lookEvery);
    loop.exec();
    console.progress({});
    if (!received)
        return Error{CommandText::tr("%1 was not fetched: interrupted.").arg(address)};
    return *received;
}

} // namespace

Result<ReceivedDocument> receiveDocument(const QString &fileOrAddress, bool allowPrivate, Console &console)
{
    return isDocumentAddress(fileOrAddress) ? fetchDocument(fileOrAddress, allowPrivate, console)
                                            : receiveFile(fileOrAddress);
}

} // namespace casebook
