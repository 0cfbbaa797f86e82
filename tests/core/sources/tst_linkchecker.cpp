#include "core/sources/linkchecker.h"
#include "core/sources/waybacklookup.h"
#include "tests/core/sources/fetchtest.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::FetchError)

namespace {

QByteArray page(const QByteArray &inside = "<h1>A page</h1>")
{
    return htmlAnswer(200, "<title>A page</title>" + inside + "<p>" + QByteArray("words and words ").repeated(40));
}

} // namespace

class TestLinkChecker : public QObject {
    Q_OBJECT

private slots:
    void init();

    void looksAtHeadsFirst();
    void asksOncePerPage();
    void takesTurns();
    void honoursRetryAfter_data();
    void honoursRetryAfter();
    void tellsMissingHostsFromNoNetwork_data();
    void tellsMissingHostsFromNoNetwork();
    void comparesSparingly();
    void comparesLongPages_data();
    void comparesLongPages();
    void comparesRightBesideIt();
    void refusesPrivateAddresses();
    void tellsOfAddressesThatAreNone();
    void judgesOddAnswers_data();
    void judgesOddAnswers();
    void recordsRedirects_data();
    void recordsRedirects();
    void stopsAtAnyTime();
    void startsAnew();
    void finishesWithNothingToDo();

    void looksForArchivedCopies();
    void readsWhatTheArchiveAnswers_data();
    void readsWhatTheArchiveAnswers();

private:
    QHash<QString, LinkRecord> check(const QStringList &urls);
    QString named(const QString &path, const QString &host = u"one.test"_s)
    {
        m_web->hosts.insert(host, {QHostAddress(u"127.0.0.1"_s)});
        return m_server->url(u"/"_s, host).toString() + path.mid(1);
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TestFetcher> m_web;
};

void TestLinkChecker::init()
{
    m_web = std::make_unique<TestFetcher>();
    m_server = std::make_unique<ScriptedServer>();
}

QHash<QString, LinkRecord> TestLinkChecker::check(const QStringList &urls)
{
    QHash<QString, LinkRecord> records;
    LinkChecker checker(m_web->fetcher);
    QSignalSpy finished(&checker, &LinkChecker::finished);
    QObject::connect(&checker, &LinkChecker::checked, &checker,
                     [&](const LinkRecord &record) { records.insert(record.url, record); });
    checker.start(urls);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30000))
        qFatal("The check does not end");
    return records;
}

void TestLinkChecker::looksAtHeadsFirst()
{
    m_server->on("/page", page());
    m_server->on("/film", httpAnswer(200, "film", {"Content-Type: video/mp4"}));
    m_server->on("/gone", httpAnswer(404));
    m_server->on("/old", [](QTcpSocket &socket, const ScriptedServer::Request &request) {
        socket.write(request.method == "HEAD" ? httpAnswer(501) : page());
        socket.disconnectFromHost();
    });
    QCOMPARE(check({named(u"/film"_s)}).value(named(u"/film"_s)).state, LinkState::Fine);
    QCOMPARE(m_server->methods(), QList<QByteArray>{"HEAD"});
    for (const char *path : {"/page", "/gone", "/old"}) {
        m_server->forget();
        check({named(QString::fromLatin1(path))});
        QCOMPARE(m_server->methods().mid(0, 2), (QList<QByteArray>{"HEAD", "GET"}));
        QVERIFY(m_server->requests().at(1).headers.value("range").startsWith("bytes=0-"));
    }
}

void TestLinkChecker::asksOncePerPage()
{
    m_server->on("/page", page("<h2 id=one>One</h2><h2 id='two words'>Two</h2>"));
    const QString url = named(u"/page"_s);
    const auto records =
        check({url, url + u"#one"_s, u' ' + url + u"\n"_s, url + u"#two%20words"_s, url + u"#three"_s});
    QCOMPARE(m_server->requests().size(), 3); // and what cannot exist
    QCOMPARE(records.size(), 4);
    QCOMPARE(records[url].state, LinkState::Fine);
    QCOMPARE(records[url + u"#one"_s].state, LinkState::Fine);
    QCOMPARE(records[url + u"#two%20words"_s].state, LinkState::Fine);
    QCOMPARE(records[url + u"#three"_s].state, LinkState::Doubtful);
    QVERIFY(records[url + u"#three"_s].reason.contains(u"three"));
}

void TestLinkChecker::takesTurns()
{
    // Answers come when all that may ask at once have asked.
    QList<QTcpSocket *> open;
    QHash<QByteArray, int> openAt;
    int most = 0;
    bool isTwice = false;
    m_server->otherwise([&](QTcpSocket &socket, const ScriptedServer::Request &request) {
        const QByteArray host = request.headers.value("host");
        isTwice = isTwice || ++openAt[host] > 1;
        open.append(&socket);
        most = std::max<int>(most, int(open.size()));
        connect(&socket, &QObject::destroyed, this, [&, host, at = &socket] {
            open.removeOne(at);
            --openAt[host];
        });
    });
    QStringList urls;
    for (int host = 0; host < 12; ++host) {
        for (int number = 0; number < 2; ++number)
            urls.append(named(u"/%1.pdf"_s.arg(number), u"host%1.test"_s.arg(host)));
    }
    LinkChecker checker(m_web->fetcher);
    QSignalSpy finished(&checker, &LinkChecker::finished);
    checker.start(urls);
    QTRY_COMPARE(open.size(), 8);
    while (finished.isEmpty()) {
        const QList<QTcpSocket *> now = open;
        for (QTcpSocket *socket : now) {
            socket->write(httpAnswer(200, {}, {"Content-Type: application/pdf"}));
            socket->disconnectFromHost();
        }
        QTRY_VERIFY(!finished.isEmpty() || std::any_of(open.begin(), open.end(), [&](QTcpSocket *socket) {
            return !now.contains(socket);
        }));
    }
    QCOMPARE(most, 8);
    QVERIFY(!isTwice);
    QCOMPARE(m_server->requests().size(), 24);
    const auto pauses = m_web->time.waits();
    QVERIFY(std::count(pauses.begin(), pauses.end(), std::chrono::milliseconds(1000)) > 0);
}

void TestLinkChecker::honoursRetryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds"); // -1: no more is asked
    QTest::addColumn<QString>("state");
    QTest::newRow("429, in seconds") << 429 << QByteArray("7") << 7 << u"fine"_s;
    QTest::newRow("503, in seconds") << 503 << QByteArray("9") << 9 << u"fine"_s;
    QTest::newRow("429, a date") << 429 << QByteArray("Sun, 06 Nov 1994 08:49:45 GMT") << 8 << u"fine"_s;
    QTest::newRow("429, too long") << 429 << QByteArray("86400") << -1 << u"forbidden"_s;
    QTest::newRow("503, too long") << 503 << QByteArray("86400") << -1 << u"unreachable"_s;
    QTest::newRow("429, no sense") << 429 << QByteArray("soon") << -1 << u"forbidden"_s;
}

void TestLinkChecker::honoursRetryAfter()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    int asked = 0;
    std::chrono::milliseconds first{0};
    std::chrono::milliseconds second{0};
    m_server->on("/page.pdf", [&](QTcpSocket &socket, const ScriptedServer::Request &request) {
        if (request.method == "HEAD" && ++asked == 1) {
            first = m_web->time.now();
            socket.write(httpAnswer(status, {}, {"Retry-After: " + header, "Date: Sun, 06 Nov 1994 08:49:37 GMT"}));
        } else if (request.method == "GET" && seconds < 0) {
            socket.write(httpAnswer(status, {}, {"Retry-After: " + header}));
        } else {
            second = m_web->time.now();
            socket.write(httpAnswer(200, {}, {"Content-Type: application/pdf"}));
        }
        socket.disconnectFromHost();
    });
    const QString url = named(u"/page.pdf"_s);
    const LinkRecord record = check({url}).value(url);
    QTEST(linkStateId(record.state), "state");
    QCOMPARE(asked, seconds < 0 ? 1 : 2);
    if (seconds >= 0)
        QVERIFY(second - first >= std::chrono::seconds(seconds));
}

void TestLinkChecker::tellsMissingHostsFromNoNetwork_data()
{
    QTest::addColumn<bool>("hasControl");
    QTest::addColumn<bool>("hasOther");
    QTest::addColumn<QString>("state");
    QTest::newRow("nothing is found") << false << false << u"unreachable"_s;
    QTest::newRow("other names are found") << true << false << u"dead"_s;
    QTest::newRow("another host answers") << false << true << u"dead"_s;
}

void TestLinkChecker::tellsMissingHostsFromNoNetwork()
{
    QFETCH(bool, hasControl);
    QFETCH(bool, hasOther);
    if (hasControl)
        m_web->hosts.insert(u"example.com"_s, {QHostAddress(u"127.0.0.1"_s)});
    m_server->on("/page", page());
    QStringList urls{u"http://nobody.test/"_s, u"http://nowhere.test/x"_s};
    if (hasOther)
        urls.append(named(u"/page"_s));
    const auto records = check(urls);
    QCOMPARE(records.size(), urls.size());
    QTEST(linkStateId(records[urls[0]].state), "state");
    QTEST(linkStateId(records[urls[1]].state), "state");
    QCOMPARE(records[urls[0]].reason.contains(u"nobody.test"), hasControl || hasOther);
    QCOMPARE(m_server->requests().size(), hasOther ? 3 : 0); // the control is looked up, and not asked
}

void TestLinkChecker::comparesSparingly()
{
    m_server->otherwise([](QTcpSocket &socket, const ScriptedServer::Request &) {
        socket.write(htmlAnswer(200, "<title>App</title><div id=root></div>"));
        socket.disconnectFromHost();
    });
    QStringList urls;
    for (int number = 0; number < 5; ++number)
        urls.append(named(u"/app/%1"_s.arg(number)));
    const auto records = check(urls);
    for (const QString &url : std::as_const(urls))
        QCOMPARE(records[url].state, LinkState::Doubtful);
    const auto isInvented = [](const ScriptedServer::Request &request) {
        return request.path.startsWith("/app/no-such-page-");
    };
    const QList<ScriptedServer::Request> requests = m_server->requests();
    QCOMPARE(std::count_if(requests.begin(), requests.end(), isInvented), 1);
}

void TestLinkChecker::comparesLongPages_data()
{
    QTest::addColumn<QByteArray>("first"); // how the server answers at first
    QTest::newRow("at once") << QByteArray();
    QTest::newRow("led to another place first, as all are") << QByteArray("there");
}

void TestLinkChecker::comparesLongPages()
{
    QFETCH(QByteArray, first);
    // Says in a language of its own, with a long menu, that it has no such page.
    const QByteArray missing =
        "<title>Kuku</title><h1>Hakuna kitu</h1><p>" + QByteArray("menu ya tovuti ").repeated(200);
    m_server->otherwise([&](QTcpSocket &socket, const ScriptedServer::Request &request) {
        const bool isThere = request.path.endsWith("/there");
        const QByteArray path = isThere ? request.path.chopped(6) : request.path;
        if (!first.isEmpty() && !isThere)
            socket.write(redirectTo(302, (path == "/" ? QByteArray() : path) + "/there"));
        else if (path.size() <= 1 || path == "/posts/1" || path == "/posts/2")
            socket.write(page("<h1>A post of its own, " + path + "</h1>"));
        else
            socket.write(htmlAnswer(200, missing));
        socket.disconnectFromHost();
    });
    const QStringList urls{named(u"/"_s), named(u"/posts/1"_s), named(u"/posts/2"_s), named(u"/posts/3"_s)};
    const auto records = check(urls);
    for (const QString &url : urls.mid(0, 3))
        QCOMPARE(records[url].state, LinkState::Fine);
    QCOMPARE(records[urls[3]].state, LinkState::Doubtful);
    const QList<ScriptedServer::Request> requests = m_server->requests();
    const auto isInvented = [](const ScriptedServer::Request &request) {
        return request.path.contains("no-such-page-") && !request.path.endsWith("/there");
    };
    QCOMPARE(std::count_if(requests.begin(), requests.end(), isInvented), 1);
}

// Beside the front page unknown addresses are answered otherwise than in a folder.
void TestLinkChecker::comparesRightBesideIt()
{
    m_server->otherwise([](QTcpSocket &socket, const ScriptedServer::Request &request) {
        if (request.path == "/docs/there")
            socket.write(page("<h1>A page of its own</h1>"));
        else if (request.path.startsWith("/docs/"))
            socket.write(htmlAnswer(404, "no"));
        else
            socket.write(htmlAnswer(200, "<title>App</title><div id=root></div>"));
        socket.disconnectFromHost();
    });
    const QStringList urls{named(u"/docs/there"_s), named(u"/old-story"_s)};
    const auto records = check(urls);
    QCOMPARE(records[urls[0]].state, LinkState::Fine);
    QCOMPARE(records[urls[1]].state, LinkState::Doubtful);
}

void TestLinkChecker::refusesPrivateAddresses()
{
    ScriptedServer other(u"127.0.0.2"_s);
    const QString url = other.url(u"/x"_s).toString();
    const LinkRecord record = check({url}).value(url);
    QCOMPARE(record.state, LinkState::Unreachable);
    QVERIFY(!record.reason.isEmpty());
    QVERIFY(other.requests().isEmpty());

    LinkChecker checker(m_web->fetcher);
    checker.setAllowPrivate(true);
    QSignalSpy checked(&checker, &LinkChecker::checked);
    checker.start({url});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(checked.first().first().value<LinkRecord>().state, LinkState::Dead);
}

void TestLinkChecker::tellsOfAddressesThatAreNone()
{
    const QStringList urls{u"ftp://one.test/"_s, u"http://"_s, u"http://[::1"_s, u"nonsense"_s, u""_s};
    const auto records = check(urls);
    for (const QString &url : urls) {
        QCOMPARE(records[url].state, LinkState::Doubtful);
        QVERIFY(!records[url].reason.isEmpty());
    }
}

void TestLinkChecker::judgesOddAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("status");
    const QByteArray html = "Content-Type: text/html";
    QTest::newRow("a redirect to nowhere") << httpAnswer(301, "<p>Over there", {html}) << u"doubtful"_s << 301;
    QTest::newRow("a choice") << httpAnswer(300, "<p>This or that", {html}) << u"doubtful"_s << 300;
    QTest::newRow("nothing") << httpAnswer(200, {}, {html}) << u"doubtful"_s << 200;
    QTest::newRow("no such page, cut short")
        << QByteArray("HTTP/1.1 404 No\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<h1>No") << u"dead"_s
        << 404;
    QTest::newRow("no such page, badly packed")
        << httpAnswer(404, "no gzip", {html, "Content-Encoding: gzip"}) << u"dead"_s << 404;
    QTest::newRow("a page, cut short") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<h1>A page")
                                       << u"unreachable"_s << 200;
}

void TestLinkChecker::judgesOddAnswers()
{
    QFETCH(QByteArray, answer);
    m_server->on("/page", answer);
    const QString url = named(u"/page"_s);
    const LinkRecord record = check({url}).value(url);
    QTEST(linkStateId(record.state), "state");
    QTEST(record.status, "status");
    QVERIFY(!record.reason.isEmpty());
}

void TestLinkChecker::recordsRedirects_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("location");
    QTest::addColumn<bool>("permanent");
    QTest::newRow("for good") << 301 << 308 << u"moved"_s << u"/c"_s << true;
    QTest::newRow("for now") << 302 << 307 << u"fine"_s << u"/c"_s << false;
    QTest::newRow("for good, then for now") << 301 << 302 << u"moved"_s << u"/b"_s << true;
    QTest::newRow("for now, then for good") << 303 << 301 << u"fine"_s << u"/c"_s << false;
}

void TestLinkChecker::recordsRedirects()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(QString, location);
    m_server->on("/a", redirectTo(first, "/b"));
    m_server->on("/b", redirectTo(second, "/c"));
    m_server->on("/c", page("<h1 id=x>A page</h1>"));
    const QString url = named(u"/a#x"_s);
    const LinkRecord record = check({url}).value(url);
    QTEST(linkStateId(record.state), "state");
    QCOMPARE(record.location, named(location + u"#x"_s));
    QTEST(record.permanent, "permanent");
    QCOMPARE(record.status, 200);
}

void TestLinkChecker::stopsAtAnyTime()
{
    m_server->on("/1.pdf", httpAnswer(200, {}, {"Content-Type: application/pdf"}));
    m_server->on("/2.pdf", [](QTcpSocket &, const ScriptedServer::Request &) {});
    LinkChecker checker(m_web->fetcher);
    QSignalSpy checked(&checker, &LinkChecker::checked);
    QSignalSpy finished(&checker, &LinkChecker::finished);
    checker.start({named(u"/1.pdf"_s), named(u"/2.pdf"_s), named(u"/3.pdf"_s)});
    QTRY_COMPARE(m_server->requests().size(), 2);
    QVERIFY(checker.isRunning());
    checker.cancel();
    QVERIFY(!checker.isRunning());
    QTRY_COMPARE(m_web->fetcher.underWay(), 0);
    m_web->time.pass(std::chrono::minutes(5));
    QCOMPARE(check({named(u"/1.pdf"_s)}).size(), 1); // the host's turn was given back
    QCOMPARE(checked.size(), 1);
    QCOMPARE(finished.size(), 0);
}

void TestLinkChecker::startsAnew()
{
    m_server->on("/1.pdf", httpAnswer(200, {}, {"Content-Type: application/pdf"}));
    m_server->on("/2.pdf", httpAnswer(200, {}, {"Content-Type: application/pdf"}));
    LinkChecker checker(m_web->fetcher);
    QStringList told;
    // From within a signal, which must not upset the run that tells.
    connect(&checker, &LinkChecker::checked, this, [&](const LinkRecord &record) {
        told.append(record.url);
        if (told.size() == 1)
            checker.start({named(u"/2.pdf"_s)});
    });
    QSignalSpy finished(&checker, &LinkChecker::finished);
    checker.start({named(u"/1.pdf#a"_s), named(u"/1.pdf#b"_s)});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(told, (QStringList{named(u"/1.pdf#a"_s), named(u"/2.pdf"_s)}));
    QCOMPARE(checker.total(), 1);
}

void TestLinkChecker::finishesWithNothingToDo()
{
    QVERIFY(check({}).isEmpty());
}

void TestLinkChecker::looksForArchivedCopies()
{
    m_server->on("/wayback/available", httpAnswer(200, R"({"archived_snapshots": {"closest": {"available": true,
        "url": "http://web.archive.org/web/20200102030405/http://a.test/?x=1&y=2", "timestamp": "20200102030405",
        "status": "200"}}})"));
    WaybackLookup lookup(m_web->fetcher);
    lookup.setService(m_server->url(u"/wayback/available"_s));
    QObject context;
    std::optional<Result<std::optional<WaybackCopy>>> answer;
    lookup.find(u"http://a.test/?x=1&y=2#part"_s, QDate(2020, 1, 1), &context,
                [&](const auto &given) { answer = given; });
    QTRY_VERIFY(answer);
    QVERIFY(*answer && **answer);
    QCOMPARE((**answer)->url, QUrl(u"https://web.archive.org/web/20200102030405/http://a.test/?x=1&y=2"_s));
    QCOMPARE((**answer)->when, QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5), Qt::UTC));
    const QUrlQuery asked(QUrl(QString::fromLatin1(m_server->requests().last().path)));
    QCOMPARE(asked.queryItemValue(u"url"_s, QUrl::FullyDecoded), u"http://a.test/?x=1&y=2"_s);
    QCOMPARE(asked.queryItemValue(u"timestamp"_s), u"20200101"_s);

    m_server->on("/wayback/available", httpAnswer(503));
    answer.reset();
    lookup.find(u"http://a.test/"_s, {}, &context, [&](const auto &given) { answer = given; });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer && answer->error().message.contains(u"503"));
}

void TestLinkChecker::readsWhatTheArchiveAnswers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isUnderstood");
    QTest::addColumn<QString>("url");
    const QByteArray found = R"({"archived_snapshots": {"closest": {"available": %1, "url": "%2", "timestamp": "%3",
        "status": "%4"}}})";
    const auto with = [&](const char *available, const char *url, const char *time, const char *status) {
        return QByteArray(found).replace("%1", available).replace("%2", url).replace("%3", time).replace("%4", status);
    };
    const char *copy = "https://web.archive.org/web/20200102030405/http://a.test/";
    const char *time = "20200102030405";
    QTest::newRow("a copy") << with("true", copy, time, "200") << true << QString::fromLatin1(copy);
    QTest::newRow("none") << QByteArray(R"({"url": "x", "archived_snapshots": {}})") << true << QString();
    QTest::newRow("not available") << with("false", copy, time, "200") << true << QString();
    QTest::newRow("a copy of an error") << with("true", copy, time, "404") << true << QString();
    QTest::newRow("elsewhere") << with("true", "https://evil.test/web/x", time, "200") << false << QString();
    QTest::newRow("in disguise") << with("true", "https://web.archive.org@evil.test/", time, "200") << false
                                 << QString();
    QTest::newRow("no time") << with("true", copy, "soon", "200") << false << QString();
    QTest::newRow("no JSON") << QByteArray("<html>") << false << QString();
    QTest::newRow("a list") << QByteArray("[]") << false << QString();
}

void TestLinkChecker::readsWhatTheArchiveAnswers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, url);
    const auto answer = readWaybackAnswer(json);
    QTEST(answer.has_value(), "isUnderstood");
    if (answer)
        QCOMPARE(*answer ? (*answer)->url.toString() : QString(), url);
}

QTEST_GUILESS_MAIN(TestLinkChecker)
#include "tst_linkchecker.moc"
