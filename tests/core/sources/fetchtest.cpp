#include "tests/core/sources/fetchtest.h"

#include "core/sources/webaddress.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace casebook;

TestFetcher::TestFetcher(bool systemProxy) : fetcher(settings(systemProxy)) {}

FetchSettings TestFetcher::settings(bool systemProxy)
{
    FetchSettings settings;
    settings.systemProxy = systemProxy;
    settings.timing = &time;
    settings.isPrivate = [](const QHostAddress &address) {
        return address != QHostAddress(QHostAddress::LocalHost) && isPrivateAddress(address);
    };
    settings.lookUp = [this](const QString &host, QObject *context, FetchSettings::Found found) {
        const FetchError error =
            failures.value(host, hosts.contains(host) ? FetchError::None : FetchError::HostNotFound);
        QMetaObject::invokeMethod(
            context, [addresses = hosts.value(host), error, found] { found(addresses, error); }, Qt::QueuedConnection);
    };
    return settings;
}

FetchAnswer TestFetcher::get(const FetchRequest &request)
{
    QObject context;
    std::optional<FetchAnswer> answer;
    fetcher.fetch(request, &context, [&](const FetchAnswer &given) { answer = given; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30000))
        qFatal("No answer came for %s", qPrintable(request.url.toString()));
    return *answer;
}

FetchAnswer TestFetcher::get(const QUrl &url)
{
    FetchRequest request;
    request.url = url;
    return get(request);
}
