#include "core/sources/archive.h"
#include "core/sources/readabletext.h"
#include "core/sources/snapshottaker.h"
#include "tests/core/sources/fetchtest.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray typed(const QByteArray &body, const QByteArray &type)
{
    return httpAnswer(200, body, {"Content-Type: " + type});
}

} // namespace

class TestSnapshotTaker : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsAPageAsReceived();
    void recordsALookAndKeepsAnotherVersion();
    void tellsWhyAPageIsNotKept_data();
    void tellsWhyAPageIsNotKept();
    void keepsPicturesWhenAsked();
    void readsWhatServersSay_data();
    void readsWhatServersSay();
    void stops();
    void tellsOfWhatIsWrittenWhenStopped();
    void tellsOfAnArchiveThatCannotBeWritten();

private:
    QList<SnapshotOutcome> take(const QStringList &urls, const SnapshotOptions &options = {});
    QString at(const QString &path) const { return m_server->url(path).toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TestFetcher> m_web;
};

void TestSnapshotTaker::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_web = std::make_unique<TestFetcher>();
}

QList<SnapshotOutcome> TestSnapshotTaker::take(const QStringList &urls, const SnapshotOptions &options)
{
    SnapshotTaker taker(m_web->fetcher);
    QList<SnapshotOutcome> outcomes;
    connect(&taker, &SnapshotTaker::taken, &taker, [&](const SnapshotOutcome &outcome) { outcomes.append(outcome); });
    QSignalSpy finished(&taker, &SnapshotTaker::finished);
    taker.take(m_folder->path(), urls, options);
    if (finished.isEmpty() && !finished.wait(30000))
        qFatal("The pages were not taken");
    return outcomes;
}

void TestSnapshotTaker::keepsAPageAsReceived()
{
    const QByteArray page("<p>na\xEFve\r\n\0</p>", 16);
    m_server->on("/old", redirectTo(301, "/new"));
    m_server->on("/new", htmlAnswer(200, page, "ISO-8859-1"));
    const QList<SnapshotOutcome> outcomes = take({at(u"/old"_s), at(u"/old"_s)});
    QCOMPARE(outcomes.size(), 1); // each once
    QCOMPARE(outcomes.at(0).state, SnapshotOutcome::State::Kept);
    const Snapshot snapshot = Archive::read(m_folder->path()).latestOf(at(u"/old"_s));
    QCOMPARE(snapshot, outcomes.at(0).snapshot);
    QCOMPARE(snapshot.status, 200);
    QCOMPARE(snapshot.type, u"text/html"_s);
    QCOMPARE(snapshot.charset, u"iso-8859-1"_s);
    QCOMPARE(snapshot.finalUrl, at(u"/new"_s));
    QVERIFY(snapshot.taken.isValid());
    QCOMPARE(snapshotBytes(m_folder->path(), snapshot).value_or("?"), page);
}

void TestSnapshotTaker::recordsALookAndKeepsAnotherVersion()
{
    m_server->on("/a", htmlAnswer(200, "one"));
    QCOMPARE(take({at(u"/a"_s)}).value(0).state, SnapshotOutcome::State::Kept);
    QCOMPARE(take({at(u"/a"_s)}).value(0).state, SnapshotOutcome::State::Unchanged);
    m_server->on("/a", htmlAnswer(200, "two"));
    QCOMPARE(take({at(u"/a"_s)}).value(0).state, SnapshotOutcome::State::Kept);
    QCOMPARE(Archive::read(m_folder->path()).snapshotsOf(at(u"/a"_s)).size(), 2);
}

void TestSnapshotTaker::tellsWhyAPageIsNotKept_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("word");
    QTest::newRow("gone") << htmlAnswer(404, "Not here") << u"404"_s;
    QTest::newRow("forbidden") << htmlAnswer(403, "No") << u"403"_s;
    QTest::newRow("broken") << htmlAnswer(500, "Oh") << u"500"_s;
    QTest::newRow("an archive of files") << typed("PK", "application/zip") << u"application/zip"_s;
    QTest::newRow("a picture") << typed("\x89PNG", "image/png") << u"image/png"_s;
    QTest::newRow("bytes of no kind") << typed(QByteArray("a\0b", 3), "application/octet-stream") << u"neither"_s;
    QTest::newRow("nothing") << htmlAnswer(200, {}) << u"empty"_s;
    QTest::newRow("a wall against programs")
        << htmlAnswer(200, "<title>Just a moment...</title><p>Enable JavaScript.") << u"browser"_s;
    QTest::newRow("too much") << htmlAnswer(200, QByteArray(21 * 1024 * 1024, 'a')) << u"larger"_s;
    QTest::newRow("a lie about its length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\nshort") << QString();
    QTest::newRow("a circle") << redirectTo(302, "/a") << QString();
    QTest::newRow("to a private network") << redirectTo(302, "http://10.1.2.3/") << QString();
}

void TestSnapshotTaker::tellsWhyAPageIsNotKept()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, word);
    m_server->on("/a", answer);
    const QList<SnapshotOutcome> outcomes = take({at(u"/a"_s)});
    QCOMPARE(outcomes.value(0).state, SnapshotOutcome::State::Refused);
    QVERIFY2(!outcomes.at(0).message.isEmpty() && outcomes.at(0).message.contains(word),
             qPrintable(outcomes.at(0).message));
    QVERIFY(Archive::read(m_folder->path()).isEmpty());
}

void TestSnapshotTaker::keepsPicturesWhenAsked()
{
    const QByteArray page =
        "<article><p>Some words, and more of them, and still more, and yet more, and more than enough of "
        "them to be what the page is about.</p><img src=a.png><img src=b.svg><img src=/gone.png>"
        "<img src=a.png></article>";
    m_server->on("/p/page", htmlAnswer(200, page));
    m_server->on("/p/a.png", typed("pixels", "image/png"));
    m_server->on("/p/b.svg", typed("<svg/>", "image/svg+xml"));
    QCOMPARE(take({at(u"/p/page"_s)}).value(0).pictures, 0);
    QCOMPARE(take({at(u"/p/page"_s)}, {.pictures = true}).value(0).pictures, 1);
    const Archive archive = Archive::read(m_folder->path());
    QVERIFY(archive.has(at(u"/p/a.png"_s)));
    QVERIFY(!archive.has(at(u"/p/b.svg"_s)));
}

void TestSnapshotTaker::readsWhatServersSay_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("text");
    QTest::newRow("Shift-JIS") << htmlAnswer(200, "<p>\x93\xFA\x96\x7B</p>", "Shift_JIS") << u"日本"_s;
    QTest::newRow("Latin-1") << htmlAnswer(200, "<p>na\xEFve</p>", "latin1") << u"naïve"_s;
    QTest::newRow("no charset") << typed("<p>na\xC3\xAFve</p>", "text/html") << u"naïve"_s;
    QTest::newRow("no type") << httpAnswer(200, "<!DOCTYPE html><p>a &amp; b</p>") << u"a & b"_s;
    QTest::newRow("a type sent twice") << typed("<p>one", "text/html\r\nContent-Type: text/html") << u"one"_s;
    QTest::newRow("a type that is none") << typed("one", "text/*") << u"one"_s;
    QTest::newRow("plain text") << typed("a\n\nb", "text/plain") << u"a\nb"_s;
}

void TestSnapshotTaker::readsWhatServersSay()
{
    QFETCH(QByteArray, answer);
    m_server->on("/a", answer);
    const QList<SnapshotOutcome> outcomes = take({at(u"/a"_s)});
    QCOMPARE(outcomes.value(0).state, SnapshotOutcome::State::Kept);
    const Result<ReadableText> readable = readSnapshot(m_folder->path(), outcomes.at(0).snapshot);
    QVERIFY(readable);
    QTEST(readable->text().trimmed(), "text");
}

void TestSnapshotTaker::stops()
{
    m_server->on("/slow", [](QTcpSocket &, const ScriptedServer::Request &) {});
    SnapshotTaker taker(m_web->fetcher);
    QSignalSpy finished(&taker, &SnapshotTaker::finished);
    QSignalSpy taken(&taker, &SnapshotTaker::taken);
    QSignalSpy requested(m_server.get(), &ScriptedServer::requested);
    taker.take(m_folder->path(), {at(u"/slow"_s), at(u"/next"_s)}, {});
    QVERIFY(requested.wait());
    taker.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!taker.isRunning());
    QCOMPARE(m_web->fetcher.underWay(), 0);
    QCOMPARE(taken.size(), 0);
    QVERIFY(Archive::read(m_folder->path()).isEmpty());
}

void TestSnapshotTaker::tellsOfWhatIsWrittenWhenStopped()
{
    m_server->on("/a", htmlAnswer(200, "<p>one"));
    SnapshotTaker taker(m_web->fetcher);
    QSignalSpy finished(&taker, &SnapshotTaker::finished);
    QSignalSpy taken(&taker, &SnapshotTaker::taken);
    // As soon as the page is there, and on its way into the archive.
    connect(&m_web->fetcher, &Fetcher::underWayChanged, &taker, [&](int count) {
        if (count == 0)
            QMetaObject::invokeMethod(&taker, &SnapshotTaker::cancel, Qt::QueuedConnection);
    });
    taker.take(m_folder->path(), {at(u"/a"_s)}, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken.first().first().value<SnapshotOutcome>().state, SnapshotOutcome::State::Kept);
    QVERIFY(Archive::read(m_folder->path()).has(at(u"/a"_s)));
    QVERIFY(!taker.isRunning());
}

void TestSnapshotTaker::tellsOfAnArchiveThatCannotBeWritten()
{
    QFile inTheWay(m_folder->path() + u"/archive"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    m_server->on("/a", htmlAnswer(200, "one"));
    const QList<SnapshotOutcome> outcomes = take({at(u"/a"_s)});
    QCOMPARE(outcomes.value(0).state, SnapshotOutcome::State::Failed);
    QVERIFY(!outcomes.at(0).message.isEmpty());
}

QTEST_GUILESS_MAIN(TestSnapshotTaker)
#include "tst_snapshottaker.moc"
