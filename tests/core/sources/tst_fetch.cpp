#include "core/sources/fetch.h"
#include "tests/core/sources/fetchtest.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::FetchError)

namespace {

QUrl named(const ScriptedServer &server, const QString &path)
{
    return server.url(path, u"good.test"_s);
}

/// As `Content-Encoding: deflate` has it.
QByteArray packed(const QByteArray &bytes)
{
    return qCompress(bytes).mid(4); // without the length that Qt puts first
}

} // namespace

class TestFetch : public QObject {
    Q_OBJECT

private slots:
    void init();

    void givesWhatWasSent();
    void asksPlainly();
    void followsAndRecordsRedirects();
    void refusesRedirects_data();
    void refusesRedirects();
    void refusesPrivateAddresses_data();
    void refusesPrivateAddresses();
    void triesTheNextAddress();
    void asksByIPv6_data();
    void asksByIPv6();
    void tellsFailuresApart_data();
    void tellsFailuresApart();
    void givesUpInTime_data();
    void givesUpInTime();
    void cutsOff();
    void unpacks();
    void refusesBombs();
    void asksForARange();
    void asksOnlyForWhatIsWanted();
    void asksWhetherItChanged();
    void stopsWhenToldTo();
    void stopsWithItsContext();
    void leavesAHostAlone();
    void sharesTurnsWithOthers();
    void sendsNoCredentials_data();
    void sendsNoCredentials();
    void goesThroughTheSystemsProxy();

private:
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TestFetcher> m_web;
};

void TestFetch::init()
{
    m_web = std::make_unique<TestFetcher>();
    m_server = std::make_unique<ScriptedServer>();
    m_web->hosts.insert(u"good.test"_s, {QHostAddress(u"127.0.0.1"_s)});
}

void TestFetch::givesWhatWasSent()
{
    m_server->on("/page",
                 httpAnswer(200, "caf\xE9", {"Content-Type: Text/HTML; Charset=\"ISO-8859-1\"", "ETag: \"7\""}));
    const FetchAnswer answer = m_web->get(named(*m_server, u"/page#part"_s));
    QVERIFY2(answer.isFine(), qPrintable(answer.message));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("caf\xE9"));
    QCOMPARE(answer.mediaType(), QByteArray("text/html"));
    QCOMPARE(answer.charset(), QByteArray("iso-8859-1"));
    QCOMPARE(answer.header("etag"), QByteArray("\"7\""));
    QCOMPARE(answer.url.fragment(), u"part"_s);
    QVERIFY(!answer.truncated);
    QCOMPARE(answer.received.timeSpec(), Qt::UTC);
}

void TestFetch::asksPlainly()
{
    m_server->on("/", httpAnswer(200, "x", {"Set-Cookie: a=b"}));
    QUrl url = named(*m_server, u"/?q=a%20b#c"_s);
    url.setUserInfo(u"me:secret"_s);
    QVERIFY(m_web->get(url).isFine());
    QVERIFY(m_web->get(url).isFine());
    QCOMPARE(m_server->requests().size(), 2);
    const ScriptedServer::Request &request = m_server->requests().last();
    QCOMPARE(request.path, QByteArray("/?q=a%20b"));
    QCOMPARE(request.headers.value("host"), "good.test:" + QByteArray::number(m_server->serverPort()));
    QVERIFY2(request.headers.value("user-agent").startsWith("Casebook/"), request.headers.value("user-agent"));
    for (const char *name : {"cookie", "authorization", "referer"})
        QVERIFY2(!request.headers.contains(name), name);
}

void TestFetch::followsAndRecordsRedirects()
{
    m_server->on("/1", redirectTo(301, "/2"));
    m_server->on("/2", redirectTo(308, "http://good.test:" + QByteArray::number(m_server->serverPort()) + "/3"));
    m_server->on("/3", redirectTo(302, "4?x=\xC3\xA9"));
    m_server->on("/4", httpAnswer(200, "there"));
    const FetchAnswer answer = m_web->get(named(*m_server, u"/1#part"_s));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("there"));
    QCOMPARE(answer.url.toEncoded(), named(*m_server, u"/4"_s).toEncoded() + "?x=%C3%A9#part");
    const QList<FetchHop> hops{{named(*m_server, u"/1#part"_s), 301, true},
                               {named(*m_server, u"/2#part"_s), 308, true},
                               {named(*m_server, u"/3#part"_s), 302, false}};
    QCOMPARE(answer.hops, hops);
    QCOMPARE(answer.permanentLocation(), named(*m_server, u"/3#part"_s));
}

void TestFetch::refusesRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<FetchError>("error");
    QTest::newRow("for ever") << QByteArray("/loop") << FetchError::TooManyRedirects;
    QTest::newRow("another scheme") << QByteArray("ftp://good.test/x") << FetchError::NotWeb;
    QTest::newRow("a file") << QByteArray("file:///etc/passwd") << FetchError::NotWeb;
    QTest::newRow("a script") << QByteArray("javascript:alert(1)") << FetchError::NotWeb;
    QTest::newRow("nowhere") << QByteArray("http://[::1") << FetchError::BadRedirect;
    QTest::newRow("a private address") << QByteArray("http://10.0.0.1/") << FetchError::PrivateAddress;
    QTest::newRow("this computer") << QByteArray("http://localhost/") << FetchError::PrivateAddress;
    QTest::newRow("a name of a private address") << QByteArray("http://sly.test/") << FetchError::PrivateAddress;
}

void TestFetch::refusesRedirects()
{
    QFETCH(QByteArray, location);
    m_web->hosts.insert(u"sly.test"_s, {QHostAddress(u"192.168.1.1"_s)});
    m_server->on("/loop", redirectTo(302, location));
    const FetchAnswer answer = m_web->get(named(*m_server, u"/loop"_s));
    QTEST(answer.error, "error");
    QVERIFY(!answer.message.isEmpty());
    QVERIFY(!answer.hops.isEmpty());
}

void TestFetch::refusesPrivateAddresses_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host :
         {"127.0.0.2", "10.1.2.3", "[::1]", "localhost", "sly.test", "mixed.test", "0x7f.2", "printer"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestFetch::refusesPrivateAddresses()
{
    QFETCH(QString, host);
    ScriptedServer other(u"127.0.0.2"_s);
    m_web->hosts.insert(u"sly.test"_s, {QHostAddress(u"127.0.0.2"_s)});
    m_web->hosts.insert(u"mixed.test"_s, {QHostAddress(u"127.0.0.1"_s), QHostAddress(u"127.0.0.2"_s)});
    const QUrl url(u"http://"_s + host + u':' + QString::number(other.serverPort()) + u"/x"_s);
    const FetchAnswer answer = m_web->get(url);
    QCOMPARE(answer.error, FetchError::PrivateAddress);
    QCOMPARE(answer.status, 0);
    QVERIFY(other.requests().isEmpty());

    FetchRequest allowed;
    allowed.url = other.url(u"/x"_s);
    allowed.allowPrivate = true;
    QCOMPARE(m_web->get(allowed).status, 404);
}

void TestFetch::triesTheNextAddress()
{
    m_server->on("/x", httpAnswer(200, "x"));
    FetchRequest request;
    request.url = m_server->url(u"/x"_s, u"two.test"_s);
    request.allowPrivate = true;
    m_web->hosts.insert(u"two.test"_s, {QHostAddress(u"127.0.0.9"_s), QHostAddress(u"127.0.0.1"_s)});
    QCOMPARE(m_web->get(request).status, 200);
}

void TestFetch::asksByIPv6_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("by its address") << QString();
    QTest::newRow("by a name") << u"six.test"_s;
}

void TestFetch::asksByIPv6()
{
    QFETCH(QString, host);
    if (QTcpServer probe; !probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("There is no IPv6 here.");
    ScriptedServer server(u"::1"_s);
    server.on("/x", httpAnswer(200, "x"));
    m_web->hosts.insert(u"six.test"_s, {QHostAddress(QHostAddress::LocalHostIPv6)});
    FetchRequest request;
    request.url = server.url(u"/x"_s, host);
    QCOMPARE(m_web->get(request).error, FetchError::PrivateAddress);
    request.allowPrivate = true;
    const FetchAnswer answer = m_web->get(request);
    QVERIFY2(answer.isFine(), qPrintable(answer.message));
    const QByteArray name = host.isEmpty() ? QByteArray("[::1]") : host.toLatin1();
    QCOMPARE(server.requests().last().headers.value("host"), name + ':' + QByteArray::number(server.serverPort()));
}

void TestFetch::tellsFailuresApart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<FetchError>("error");
    QTest::newRow("closes at once") << u"/closes"_s << FetchError::ClosedEarly;
    QTest::newRow("closes in the head") << u"/head"_s << FetchError::ClosedEarly;
    QTest::newRow("promises more than it sends") << u"/lies"_s << FetchError::ClosedEarly;
    QTest::newRow("closes in a chunk") << u"/chunk"_s << FetchError::ClosedEarly;
    QTest::newRow("damaged gzip") << u"/damaged"_s << FetchError::CannotUnpack;
    QTest::newRow("no HTTP") << u"/other"_s << FetchError::ClosedEarly;
}

void TestFetch::tellsFailuresApart()
{
    QFETCH(QString, path);
    m_server->on("/closes", [](QTcpSocket &socket, const ScriptedServer::Request &) { socket.disconnectFromHost(); });
    m_server->on("/head", QByteArray("HTTP/1.1 200 OK\r\nContent-Le"));
    m_server->on("/lies", QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"));
    m_server->on("/chunk", QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nshort"));
    m_server->on("/damaged", httpAnswer(200, "this is no gzip", {"Content-Encoding: gzip"}));
    m_server->on("/other", QByteArray("220 mail.test ESMTP\r\n\r\n"));
    const FetchAnswer answer = m_web->get(named(*m_server, path));
    QTEST(answer.error, "error");
    QVERIFY2(answer.message.contains(u"good.test"), qPrintable(answer.message));
}

void TestFetch::givesUpInTime_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("seconds");
    QTest::newRow("says nothing") << u"/hangs"_s << 21;
    QTest::newRow("hangs after the head") << u"/stalls"_s << 21;
    QTest::newRow("sends slowly for ever") << u"/slow"_s << 61;
}

void TestFetch::givesUpInTime()
{
    QFETCH(QString, path);
    QFETCH(int, seconds);
    int sent = 0;
    m_server->on("/hangs", [](QTcpSocket &, const ScriptedServer::Request &) {});
    m_server->on("/stalls", [&](QTcpSocket &socket, const ScriptedServer::Request &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx");
    });
    m_server->on("/slow", [&](QTcpSocket &socket, const ScriptedServer::Request &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&] { sent += int(socket.write("x")); });
        timer->start(1);
    });
    QObject context;
    std::optional<FetchAnswer> answer;
    FetchRequest request;
    request.url = named(*m_server, path);
    qint64 received = 0;
    connect(&m_web->fetcher, &Fetcher::progressed, &context, [&](Fetcher::Id, qint64 bytes) { received = bytes; });
    m_web->fetcher.fetch(request, &context, [&](const FetchAnswer &given) { answer = given; });
    QTRY_COMPARE(m_server->requests().size(), 1);
    if (path == u"/slow") {
        for (int passed = 0; passed < seconds && !answer;
             passed += 15) { // bytes come all the while, so that it is never idle
            const qint64 before = received;
            QTRY_VERIFY(received > before || answer);
            m_web->time.pass(std::chrono::seconds(15));
        }
    } else {
        m_web->time.pass(std::chrono::seconds(seconds - 2));
        QCoreApplication::processEvents();
        QVERIFY(!answer);
        m_web->time.pass(std::chrono::seconds(2));
    }
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error, FetchError::TimedOut);
}

void TestFetch::cutsOff()
{
    m_server->on("/long", httpAnswer(200, QByteArray(100000, 'x')));
    FetchRequest request;
    request.url = named(*m_server, u"/long"_s);
    request.maximumBytes = 1000;
    const FetchAnswer answer = m_web->get(request);
    QVERIFY(answer.isFine());
    QVERIFY(answer.truncated);
    QCOMPARE(answer.body.size(), 1000);
    request.maximumBytes = 100000;
    QVERIFY(!m_web->get(request).truncated);
}

void TestFetch::unpacks()
{
    const QByteArray bytes = packed("packed words");
    m_server->on("/packed", httpAnswer(200, bytes, {"Content-Encoding: deflate"}));
    const FetchAnswer answer = m_web->get(named(*m_server, u"/packed"_s));
    QVERIFY2(answer.isFine(), qPrintable(answer.message));
    QCOMPARE(answer.body, QByteArray("packed words"));
    QVERIFY(!answer.isPacked);

    FetchRequest part;
    part.url = named(*m_server, u"/packed"_s);
    part.firstBytes = 1000;
    QCOMPARE(m_web->get(part).body, bytes);
    QVERIFY(m_web->get(part).isPacked);
}

void TestFetch::refusesBombs()
{
    m_server->on("/bomb", httpAnswer(200, packed(QByteArray(64 * 1024 * 1024, '\0')), {"Content-Encoding: deflate"}));
    FetchRequest request;
    request.url = named(*m_server, u"/bomb"_s);
    const FetchAnswer answer = m_web->get(request);
    QCOMPARE(answer.error, FetchError::CannotUnpack);
    QVERIFY(answer.body.size() <= request.maximumBytes);
}

void TestFetch::asksForARange()
{
    m_server->on("/part", httpAnswer(206, "first", {"Content-Range: bytes 0-4/900"}));
    m_server->on("/whole", httpAnswer(206, "first", {"Content-Range: bytes 0-4/5"}));
    m_server->on("/deaf", httpAnswer(200, "first and all the rest"));
    FetchRequest request;
    request.firstBytes = 5;
    request.url = named(*m_server, u"/part"_s);
    const FetchAnswer part = m_web->get(request);
    QVERIFY(part.isFine());
    QVERIFY(part.truncated);
    QCOMPARE(m_server->requests().last().headers.value("range"), QByteArray("bytes=0-4"));
    request.url = named(*m_server, u"/whole"_s);
    QVERIFY(!m_web->get(request).truncated);
    request.url = named(*m_server, u"/deaf"_s);
    QCOMPARE(m_web->get(request).body, QByteArray("first"));
}

void TestFetch::asksOnlyForWhatIsWanted()
{
    m_server->on("/film", httpAnswer(200, QByteArray(100000, 'x'), {"Content-Type: video/mp4"}));
    FetchRequest request;
    request.url = named(*m_server, u"/film"_s);
    request.wants = [](const FetchAnswer &head) { return head.mediaType() == "text/html"; };
    const FetchAnswer answer = m_web->get(request);
    QCOMPARE(answer.error, FetchError::NotWanted);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.isEmpty());
    // What is an error besides is left without a complaint of Qt's.
    QTest::failOnWarning(QRegularExpression(u"."_s));
    for (int i = 0; i < 12; ++i) {
        request.url = named(*m_server, u"/nothing"_s);
        QCOMPARE(m_web->get(request).status, 404);
    }
}

void TestFetch::asksWhetherItChanged()
{
    m_server->on("/page", QByteArray("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"));
    FetchRequest request;
    request.url = named(*m_server, u"/page"_s);
    request.ifNoneMatch = "\"7\"";
    request.ifModifiedSince = "Sun, 06 Nov 1994 08:49:37 GMT";
    const FetchAnswer answer = m_web->get(request);
    QCOMPARE(answer.status, 304);
    QVERIFY(answer.isFine());
    QCOMPARE(m_server->requests().last().headers.value("if-none-match"), QByteArray("\"7\""));
    QCOMPARE(m_server->requests().last().headers.value("if-modified-since"), request.ifModifiedSince);
}

void TestFetch::stopsWhenToldTo()
{
    m_server->on("/hangs", [](QTcpSocket &, const ScriptedServer::Request &) {});
    m_server->on("/page", httpAnswer(200, "x"));
    QSignalSpy counts(&m_web->fetcher, &Fetcher::underWayChanged);
    QObject context;
    FetchRequest request;
    request.url = named(*m_server, u"/hangs"_s);
    bool isAnswered = false;
    const Fetcher::Id id = m_web->fetcher.fetch(request, &context, [&](const FetchAnswer &) { isAnswered = true; });
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_web->fetcher.cancel(id);
    QCOMPARE(m_web->fetcher.underWay(), 0);
    QCOMPARE(counts.size(), 2);
    QCOMPARE(m_web->get(named(*m_server, u"/page"_s)).status, 200); // the host's turn was given back
    QVERIFY(!isAnswered);
}

void TestFetch::stopsWithItsContext()
{
    m_server->on("/hangs", [](QTcpSocket &, const ScriptedServer::Request &) {});
    auto context = std::make_unique<QObject>();
    FetchRequest request;
    request.url = named(*m_server, u"/hangs"_s);
    m_web->fetcher.fetch(request, context.get(), [](const FetchAnswer &) { QFAIL("answered"); });
    QTRY_COMPARE(m_server->requests().size(), 1);
    context.reset();
    QCOMPARE(m_web->fetcher.underWay(), 0);
}

void TestFetch::leavesAHostAlone()
{
    m_server->on("/busy", httpAnswer(429, "later", {"Retry-After: 3600"}));
    m_server->on("/page", httpAnswer(200, "x"));
    QCOMPARE(m_web->get(named(*m_server, u"/busy"_s)).status, 429);
    QCOMPARE(m_web->fetcher.restOf(u"good.test"_s), std::chrono::seconds(3600));
    const FetchAnswer refused = m_web->get(named(*m_server, u"/page"_s));
    QCOMPARE(refused.error, FetchError::AskedToWait);
    QCOMPARE(m_server->requests().size(), 1);
    m_web->time.pass(std::chrono::seconds(3600));
    QCOMPARE(m_web->get(named(*m_server, u"/page"_s)).status, 200);
}

void TestFetch::sharesTurnsWithOthers()
{
    m_server->on("/busy", httpAnswer(429, "later", {"Retry-After: 3600"}));
    Fetcher check; // as people have them
    Fetcher copies;
    FetchRequest request;
    request.url = m_server->url(u"/busy"_s);
    request.allowPrivate = true;
    QObject context;
    int answers = 0;
    check.fetch(request, &context, [&](const FetchAnswer &answer) { answers += answer.status == 429; });
    QTRY_COMPARE(answers, 1);
    QVERIFY(copies.restOf(m_server->serverAddress().toString()) > std::chrono::seconds(3000));
    copies.fetch(request, &context,
                 [&](const FetchAnswer &answer) { answers += answer.error == FetchError::AskedToWait; });
    QTRY_COMPARE(answers, 2);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_web->fetcher.restOf(m_server->serverAddress().toString()), std::chrono::seconds(0)); // has its own
}

void TestFetch::sendsNoCredentials_data()
{
    QTest::addColumn<QByteArray>("challenge");
    for (const char *kind : {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\"", "NTLM", "Negotiate"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestFetch::sendsNoCredentials()
{
    QFETCH(QByteArray, challenge);
    m_server->on("/closed", httpAnswer(401, "who?", {"WWW-Authenticate: " + challenge}));
    QUrl url = named(*m_server, u"/closed"_s);
    url.setUserInfo(u"me:secret"_s);
    const FetchAnswer answer = m_web->get(url);
    QCOMPARE(answer.status, 401);
    QVERIFY(!answer.hasError());
    for (const ScriptedServer::Request &request : m_server->requests())
        QVERIFY(!request.headers.contains("authorization"));
}

void TestFetch::goesThroughTheSystemsProxy()
{
    const QByteArray proxy = "http://127.0.0.1:" + QByteArray::number(m_server->serverPort());
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qputenv(name, proxy);
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    m_server->otherwise([](QTcpSocket &socket, const ScriptedServer::Request &) {
        socket.write(httpAnswer(200, "through the proxy"));
        socket.disconnectFromHost();
    });
    TestFetcher web(true);
    web.hosts.insert(u"sly.test"_s, {QHostAddress(u"10.0.0.1"_s)});
    const FetchAnswer refused = web.get(QUrl(u"http://sly.test/page"_s));
    const FetchAnswer answer = web.get(QUrl(u"http://unknown-here.test/page"_s)); // the proxy knows more names
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
    QCOMPARE(refused.error, FetchError::PrivateAddress);
    QVERIFY2(answer.isFine(), qPrintable(answer.message));
    QCOMPARE(answer.body, QByteArray("through the proxy"));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().last().path, QByteArray("http://unknown-here.test/page"));
}

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
