#include "core/sources/linkchecker.h"
#include "tests/core/sources/fetchtest.h"
#include "tests/support/nginxserver.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testauthority.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::FetchError)

namespace {

// A server as people run them: what it answers of itself, and what it is told to.
constexpr char plainServer[] = R"(
    types { text/html html; text/plain txt; application/pdf pdf; }
    server {
        listen @HTTP@;
        root @FOLDER@;
        gzip on; gzip_types text/plain; gzip_min_length 20;
        error_page 404 /missing.html;
        location = /moved { return 301 /page.html; }
        location = /lent { return 302 /page.html; }
        location = /loop { return 302 /loop; }
        location = /closed { auth_basic "members"; auth_basic_user_file @FOLDER@/users; }
        location = /forbidden { return 403; }
        location = /gone { return 410; }
        location = /busy { add_header Retry-After 3600 always; return 429; }
        location = /broken { return 500; }
        location = /gateway { proxy_pass http://127.0.0.1:1; }
        location = /silent { return 444; }
        location = /nohead.html { if ($request_method = HEAD) { return 405; } }
        location = /latin1.html { default_type "text/html; charset=ISO-8859-1"; types {} }
        location = /upgrade { return 301 https://good.test/; }
    })";

QByteArray secureServer(const QByteArray &host, const QByteArray &certificate)
{
    return "server { listen @HTTPS@ ssl; server_name " + host + "; root @FOLDER@; ssl_certificate " + certificate
        + ".pem; ssl_certificate_key " + certificate + ".key; }\n";
}

} // namespace

/// Fetching and judging with a real web server and real encryption.
class TestWebServers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_web = std::make_unique<TestFetcher>(); }
    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_usual); }

    void fetches();
    void unpacks();
    void asksForARange();
    void asksWhetherItChanged();
    void trusts_data();
    void trusts();
    void goesThroughAProxy_data();
    void goesThroughAProxy();
    void judges_data();
    void judges();

private:
    FetchAnswer get(const QUrl &url);

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<NginxServer> m_server;
    std::unique_ptr<TestFetcher> m_web;
    QSslConfiguration m_usual;
};

void TestWebServers::initTestCase()
{
    m_usual = QSslConfiguration::defaultConfiguration();
    if (NginxServer::program().isEmpty())
        QSKIP("There is no nginx here: app/dependencies test installs it.");
    m_authority = std::make_unique<TestAuthority>();
    m_authority->sign(u"good"_s, u"good.test"_s);
    m_authority->signExpired(u"expired"_s, u"expired.test"_s);
    m_authority->signItself(u"itself"_s, u"itself.test"_s);
    m_authority->signByStranger(u"stranger"_s, u"stranger.test"_s);
    QVERIFY2(m_authority->error().isEmpty(), qPrintable(m_authority->error()));

    m_server = std::make_unique<NginxServer>();
    m_server->write(u"page.html"_s,
                    "<title>A page</title><h1 id=one>A page</h1><p>" + QByteArray("many words ").repeated(300));
    m_server->write(u"nohead.html"_s,
                    "<title>A page</title><h1>A page</h1><p>" + QByteArray("many words ").repeated(300));
    m_server->write(u"latin1.html"_s,
                    "<title>Caf\xE9</title><h1>Caf\xE9</h1>" + QByteArray("viele W\xF6rter ").repeated(50));
    m_server->write(u"missing.html"_s, "<title>Not found</title>");
    m_server->write(u"text.txt"_s, QByteArray("a line of text\n").repeated(1000));
    m_server->write(u"paper.pdf"_s, "%PDF-1.4");
    m_server->write(u"users"_s, "nobody:x\n");
    QByteArray servers = plainServer;
    for (const char *name : {"good", "expired", "itself", "stranger"})
        servers += secureServer(QByteArray(name) + ".test", m_authority->path(QString::fromLatin1(name)).toUtf8());
    servers += secureServer("wrong.test", m_authority->path(u"good"_s).toUtf8());
    m_server->start(servers);
    QVERIFY2(m_server->error().isEmpty(), qPrintable(m_server->error()));

    QSslConfiguration tls = m_usual;
    tls.addCaCertificates(m_authority->certificate());
    QSslConfiguration::setDefaultConfiguration(tls);
}

FetchAnswer TestWebServers::get(const QUrl &url)
{
    m_web->hosts.insert(url.host(), {QHostAddress(u"127.0.0.1"_s)});
    return m_web->get(url);
}

void TestWebServers::fetches()
{
    const FetchAnswer answer = get(m_server->http(u"plain.test"_s, u"/page.html"_s));
    QVERIFY2(answer.isFine(), qPrintable(answer.message));
    QCOMPARE(answer.mediaType(), QByteArray("text/html"));
    QVERIFY(answer.body.startsWith("<title>A page</title>"));
    QVERIFY(!answer.truncated);
    QVERIFY(get(m_server->https(u"good.test"_s, u"/page.html"_s)).body == answer.body);
}

void TestWebServers::unpacks()
{
    const FetchAnswer answer = get(m_server->http(u"plain.test"_s, u"/text.txt"_s));
    QCOMPARE(answer.header("content-encoding"), QByteArray("gzip"));
    QCOMPARE(answer.body.size(), 15000);
    QVERIFY(!answer.isPacked);
}

void TestWebServers::asksForARange()
{
    FetchRequest request;
    request.url = m_server->http(u"plain.test"_s, u"/text.txt"_s);
    request.firstBytes = 100;
    m_web->hosts.insert(u"plain.test"_s, {QHostAddress(u"127.0.0.1"_s)});
    const FetchAnswer answer = m_web->get(request);
    QCOMPARE(answer.status, 206);
    QCOMPARE(answer.body.size(), 100);
    QVERIFY(answer.truncated);
    QVERIFY(!answer.isPacked);
}

void TestWebServers::asksWhetherItChanged()
{
    const FetchAnswer first = get(m_server->http(u"plain.test"_s, u"/page.html"_s));
    FetchRequest again;
    again.url = first.url;
    again.ifModifiedSince = first.header("last-modified");
    QCOMPARE(m_web->get(again).status, 304);
}

void TestWebServers::trusts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<FetchError>("error");
    QTest::addColumn<QString>("word");
    QTest::newRow("as it should be") << u"good.test"_s << FetchError::None << QString();
    QTest::newRow("expired") << u"expired.test"_s << FetchError::TlsExpired << u"2020-02-01"_s;
    QTest::newRow("signed by itself") << u"itself.test"_s << FetchError::TlsSelfSigned << u"itself alone"_s;
    QTest::newRow("signed by a stranger") << u"stranger.test"_s << FetchError::TlsUntrusted << u"nobody"_s;
    QTest::newRow("another host's") << u"wrong.test"_s << FetchError::TlsWrongHost << u"another host"_s;
}

void TestWebServers::trusts()
{
    QFETCH(QString, host);
    QFETCH(QString, word);
    const FetchAnswer answer = get(m_server->https(host, u"/page.html"_s));
    QTEST(answer.error, "error");
    QVERIFY2(answer.message.contains(word), qPrintable(answer.message));
    QCOMPARE(answer.body.isEmpty(), answer.hasError()); // nothing is taken from whom one cannot trust
}

void TestWebServers::goesThroughAProxy_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<FetchError>("error");
    const QByteArray open = "HTTP/1.1 200 Open\r\n\r\n";
    QTest::newRow("encrypted from end to end") << u"good.test"_s << open << FetchError::None;
    QTest::newRow("another host's certificate") << u"wrong.test"_s << open << FetchError::TlsWrongHost;
    QTest::newRow("the proxy wants a password")
        << u"good.test"_s << httpAnswer(407, "who?", {"Proxy-Authenticate: Basic realm=\"x\""})
        << FetchError::ProxyFailed;
    QTest::newRow("the proxy says no") << u"good.test"_s << httpAnswer(403, "no") << FetchError::ProxyFailed;
}

void TestWebServers::goesThroughAProxy()
{
    QFETCH(QString, host);
    QFETCH(QByteArray, reply);
    const QUrl url = m_server->https(host, u"/page.html"_s);
    ScriptedServer proxy;
    proxy.otherwise([&](QTcpSocket &socket, const ScriptedServer::Request &) {
        socket.write(reply);
        if (!reply.contains("Open")) {
            socket.disconnectFromHost();
            return;
        }
        socket.disconnect(&proxy); // from now on it passes on what it cannot read
        auto *server = new QTcpSocket(&socket);
        connect(server, &QTcpSocket::readyRead, &socket, [&socket, server] { socket.write(server->readAll()); });
        connect(&socket, &QTcpSocket::readyRead, server, [&socket, server] { server->write(socket.readAll()); });
        connect(server, &QTcpSocket::disconnected, &socket, &QTcpSocket::disconnectFromHost);
        connect(&socket, &QTcpSocket::disconnected, &socket, &QObject::deleteLater);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(url.port()));
    });
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.serverPort());
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
        qputenv(name, address);
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    TestFetcher web(true); // which knows no name: the proxy does
    const FetchAnswer answer = web.get(url);
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
    QTEST(answer.error, "error");
    QCOMPARE(answer.body.startsWith("<title>A page</title>"), !answer.hasError());
    QVERIFY(!proxy.requests().isEmpty());
    for (const ScriptedServer::Request &request : proxy.requests()) {
        QCOMPARE(request.method, QByteArray("CONNECT"));
        QCOMPARE(request.path, host.toLatin1() + ':' + QByteArray::number(url.port()));
        QVERIFY(!request.headers.contains("proxy-authorization"));
    }
}

void TestWebServers::judges_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("status");
    const auto plain = [this](const char *path) {
        return m_server ? m_server->http(u"plain.test"_s, QString::fromLatin1(path)) : QUrl();
    };
    const auto secure = [this](const char *host) {
        return m_server ? m_server->https(QString::fromLatin1(host), u"/page.html"_s) : QUrl();
    };
    QTest::newRow("200") << plain("/page.html") << u"fine"_s << 200;
    QTest::newRow("200 for a paper") << plain("/paper.pdf") << u"fine"_s << 200;
    QTest::newRow("405 to HEAD") << plain("/nohead.html") << u"fine"_s << 200;
    QTest::newRow("Latin-1") << plain("/latin1.html") << u"fine"_s << 200;
    QTest::newRow("a part") << plain("/page.html#one") << u"fine"_s << 200;
    QTest::newRow("a part that is gone") << plain("/page.html#two") << u"doubtful"_s << 200;
    QTest::newRow("301") << plain("/moved") << u"moved"_s << 200;
    QTest::newRow("302") << plain("/lent") << u"fine"_s << 200;
    QTest::newRow("302 for ever") << plain("/loop") << u"doubtful"_s << 302;
    QTest::newRow("401") << plain("/closed") << u"forbidden"_s << 401;
    QTest::newRow("403") << plain("/forbidden") << u"forbidden"_s << 403;
    QTest::newRow("404") << plain("/nothing") << u"dead"_s << 404;
    QTest::newRow("410") << plain("/gone") << u"dead"_s << 410;
    QTest::newRow("429") << plain("/busy") << u"forbidden"_s << 429;
    QTest::newRow("500") << plain("/broken") << u"doubtful"_s << 500;
    QTest::newRow("502") << plain("/gateway") << u"unreachable"_s << 502;
    QTest::newRow("no answer") << plain("/silent") << u"unreachable"_s << 0;
    QTest::newRow("encrypted") << secure("good.test") << u"fine"_s << 200;
    QTest::newRow("an expired certificate") << secure("expired.test") << u"doubtful"_s << 0;
    QTest::newRow("a certificate of its own") << secure("itself.test") << u"doubtful"_s << 0;
}

void TestWebServers::judges()
{
    QFETCH(QUrl, url);
    m_web->hosts.insert(url.host(), {QHostAddress(u"127.0.0.1"_s)});
    LinkChecker checker(m_web->fetcher);
    QSignalSpy checked(&checker, &LinkChecker::checked);
    checker.start({url.toString()});
    QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, 30000);
    const LinkRecord record = checked.first().first().value<LinkRecord>();
    QTEST(linkStateId(record.state), "state");
    QTEST(record.status, "status");
}

QTEST_GUILESS_MAIN(TestWebServers)
#include "tst_webservers.moc"
