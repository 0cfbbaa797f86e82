#include "core/sources/fetchanswer.h"
#include "core/sources/hostqueue.h"
#include "core/sources/webaddress.h"
#include "tests/support/heldtime.h"

#include <QHostAddress>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Which addresses may be asked, when, and what an answer says of that.
class TestWebAddress : public QObject {
    Q_OBJECT

private slots:
    void readsAddresses_data();
    void readsAddresses();
    void knowsPrivateAddresses_data();
    void knowsPrivateAddresses();
    void knowsPrivateNames_data();
    void knowsPrivateNames();

    void letsFewHostsInAtOnce();
    void pausesBetweenRequests();
    void letsHostsRest();
    void forgetsWhatWasGivenBack();
    void wakesNoMoreThanItMust();

    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsDatesThatOurClocksSkip();
    void readsContentType_data();
    void readsContentType();
};

void TestWebAddress::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: an error
    QTest::newRow("https") << u"https://a.test/x?y#z"_s << u"https://a.test/x?y#z"_s;
    QTest::newRow("http, blanks around") << u" http://a.test\n"_s << u"http://a.test"_s;
    QTest::newRow("capitals") << u"HTTPS://A.Test/B"_s << u"https://a.test/B"_s;
    QTest::newRow("a name and a password") << u"https://me:secret@a.test/"_s << u"https://a.test/"_s;
    QTest::newRow("a name that looks like a host") << u"https://bank.test@evil.test/"_s << u"https://evil.test/"_s;
    QTest::newRow("another language") << u"https://bücher.test/ä"_s << u"https://xn--bcher-kva.test/ä"_s;
    for (const char *text :
         {"", "a.test", "//a.test/", "ftp://a.test/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
          "http:", "http://", "http:///x", "http://a b/", "http://[::1", "mailto:a@b"})
        QTest::newRow(text) << QString::fromLatin1(text) << QString();
}

void TestWebAddress::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const Result<QUrl> address = webAddress(text);
    QCOMPARE(address ? address->toString() : QString(), url);
    if (!address)
        QVERIFY(!address.error().message.isEmpty());
}

void TestWebAddress::knowsPrivateAddresses_data()
{
    QTest::addColumn<bool>("isPrivate");
    for (const char *address : {"127.0.0.1",
                                "127.9.9.9",
                                "0.0.0.0",
                                "10.0.0.1",
                                "100.64.0.1",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "192.0.2.1",
                                "198.18.0.1",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::1",
                                "::",
                                "fe80::1",
                                "fc00::1",
                                "fd12::1",
                                "ff02::1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "64:ff9b::7f00:1",
                                "2002:7f00:1::",
                                "2002:a00:1::",
                                "::127.0.0.1",
                                "2001:0:1:2:3:4:80ff:fffe",
                                "2001:db8::1"})
        QTest::newRow(address) << true;
    for (const char *address :
         {"1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.169.0.1", "11.0.0.1", "223.255.255.255",
          "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"})
        QTest::newRow(address) << false;
}

void TestWebAddress::knowsPrivateAddresses()
{
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QTEST(isPrivateAddress(address), "isPrivate");
}

void TestWebAddress::knowsPrivateNames_data()
{
    QTest::addColumn<bool>("isPrivate");
    for (const char *name : {"localhost", "LOCALHOST", "localhost.", "a.localhost", "printer", "wiki.local",
                             "x.internal", "nas.home.arpa", "router.lan"})
        QTest::newRow(name) << true;
    for (const char *name : {"a.test", "localhost.example.com", "local.example.com", "1.1.1.1", "::1"})
        QTest::newRow(name) << false;
}

void TestWebAddress::knowsPrivateNames()
{
    QTEST(isPrivateName(QString::fromLatin1(QTest::currentDataTag())), "isPrivate");
}

void TestWebAddress::letsFewHostsInAtOnce()
{
    HeldTime time;
    HostQueue queue(time, 2, 1s);
    QStringList started;
    QHash<QString, HostQueue::Turn> turns;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        turns.insert(name, queue.wait(name, [&started, name] { started.append(name); }));
    QVERIFY(started.isEmpty()); // never from within
    QTRY_COMPARE(started, (QStringList{u"a"_s, u"b"_s}));
    queue.giveBack(turns[u"b"_s]);
    QTRY_COMPARE(started, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    queue.giveBack(turns[u"b"_s]); // twice does no harm
    queue.giveBack(turns[u"a"_s]);
    QTRY_COMPARE(started.size(), 4);
}

void TestWebAddress::pausesBetweenRequests()
{
    HeldTime time(0s);
    HostQueue queue(time, 8, 1s);
    QStringList started;
    const HostQueue::Turn first = queue.wait(u"a"_s, [&] { started.append(u"first"_s); });
    queue.wait(u"a"_s, [&] { started.append(u"second"_s); });
    const HostQueue::Turn other = queue.wait(u"b"_s, [&] { started.append(u"other"_s); });
    QTRY_COMPARE(started, (QStringList{u"first"_s, u"other"_s}));
    time.pass(5s);
    QCOMPARE(started.size(), 2); // the first is still at it
    queue.giveBack(first);
    queue.giveBack(other);
    QCoreApplication::processEvents();
    time.pass(999ms);
    QCOMPARE(started.size(), 2);
    time.pass(1ms);
    QCOMPARE(started.last(), u"second"_s);
}

void TestWebAddress::letsHostsRest()
{
    HeldTime time(0s);
    HostQueue queue(time, 8, 1s);
    queue.rest(u"a"_s, 60s);
    QCOMPARE(queue.restOf(u"a"_s), 60s);
    QCOMPARE(queue.restOf(u"b"_s), 0s);
    bool isStarted = false;
    queue.wait(u"a"_s, [&] { isStarted = true; });
    QCoreApplication::processEvents();
    time.pass(59s);
    QVERIFY(!isStarted);
    QCOMPARE(queue.restOf(u"a"_s), 1s);
    time.pass(1s);
    QVERIFY(isStarted);
}

void TestWebAddress::forgetsWhatWasGivenBack()
{
    HeldTime time;
    HostQueue queue(time, 8, 1s);
    QStringList started;
    HostQueue::Turn second = 0;
    queue.wait(u"a"_s, [&] {
        started.append(u"a"_s);
        queue.giveBack(second); // as when the first answer makes another question needless
    });
    second = queue.wait(u"b"_s, [&] { started.append(u"b"_s); });
    queue.giveBack(queue.wait(u"c"_s, [&] { started.append(u"c"_s); }));
    queue.wait(u"d"_s, [&] { started.append(u"d"_s); });
    QTRY_COMPARE(started, (QStringList{u"a"_s, u"d"_s}));
}

void TestWebAddress::wakesNoMoreThanItMust()
{
    HeldTime time;
    HostQueue queue(time, 8, 1s);
    constexpr int each = 60;
    int started = 0;
    std::vector<HostQueue::Turn> turns;
    turns.reserve(3 * each);
    for (int i = 0; i < each; ++i) {
        for (const QString &host : {u"a"_s, u"b"_s, u"c"_s}) {
            const std::size_t number = turns.size();
            turns.push_back(queue.wait(host, [&, number] {
                ++started;
                queue.giveBack(turns[number]);
            }));
        }
    }
    QTRY_COMPARE(started, 3 * each);
    const auto waits = static_cast<int>(time.waits().size());
    QVERIFY2(waits <= 3 * each, qPrintable(QString::number(waits))); // not one for each who waits, at every turn
}

void TestWebAddress::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << qint64(120);
    QTest::newRow("blanks") << QByteArray(" 5 ") << qint64(5);
    QTest::newRow("a date") << QByteArray("Fri, 31 Dec 1999 23:59:59 GMT") << qint64(59);
    QTest::newRow("a date as old servers write it") << QByteArray("Friday, 31-Dec-99 23:59:59 GMT") << qint64(59);
    QTest::newRow("a date as C has it") << QByteArray("Fri Dec 31 23:59:59 1999") << qint64(59);
    QTest::newRow("a date in the next year") << QByteArray("Sat, 01 Jan 2000 00:00:09 GMT") << qint64(69);
    QTest::newRow("no such day") << QByteArray("Fri, 31 Feb 2000 00:00:09 GMT") << qint64(-1);
    QTest::newRow("no such month") << QByteArray("Fri, 31 Foo 2000 00:00:09 GMT") << qint64(-1);
    QTest::newRow("a date before") << QByteArray("Fri, 31 Dec 1999 22:00:00 GMT") << qint64(0);
    QTest::newRow("less than nothing") << QByteArray("-5") << qint64(0);
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("a word") << QByteArray("soon") << qint64(-1);
}

void TestWebAddress::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    FetchAnswer answer;
    answer.headers = {{"date", "Fri, 31 Dec 1999 23:59:00 GMT"}, {"retry-after", value}};
    QTEST(answer.retryAfter().value_or(-1), "seconds");
}

void TestWebAddress::readsDatesThatOurClocksSkip()
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Berlin"); // where on that day no clock shows half past two
    FetchAnswer answer;
    answer.headers = {{"date", "Sun, 29 Mar 2026 01:59:50 GMT"}, {"retry-after", "Sun, 29 Mar 2026 02:30:00 GMT"}};
    const std::optional<qint64> seconds = answer.retryAfter();
    if (zone.isNull())
        qunsetenv("TZ");
    else
        qputenv("TZ", zone);
    QCOMPARE(seconds.value_or(-1), 30 * 60 + 10);
}

void TestWebAddress::readsContentType_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("charset");
    const auto row = [](const char *value, const char *type, const char *charset) {
        QTest::newRow(value) << QByteArray(value) << QByteArray(type) << QByteArray(charset);
    };
    row("text/html", "text/html", "");
    row("Text/HTML; Charset=Shift_JIS", "text/html", "shift_jis");
    row("text/html;charset=\"utf-8\"; x=y", "text/html", "utf-8");
    row("text/html; charset", "text/html", "");
    row("text/html, text/html", "text/html", ""); // sent twice
    row("text/html; charset=utf-8, text/html; charset=utf-8", "text/html", "utf-8");
    row("text/*", "", "");
    row("html", "", "");
    row("text/html/x", "", "");
    row("", "", "");
}

void TestWebAddress::readsContentType()
{
    QFETCH(QByteArray, value);
    FetchAnswer answer;
    answer.headers = {{"content-type", value}};
    QTEST(answer.mediaType(), "type");
    QTEST(answer.charset(), "charset");
}

QTEST_GUILESS_MAIN(TestWebAddress)
#include "tst_webaddress.moc"
