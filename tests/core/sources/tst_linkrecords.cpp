#include "core/sources/linkrecords.h"
#include "core/sources/linkwords.h"
#include "core/store/cachefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

LinkRecord record(const QString &url, LinkState state, const QDateTime &checked = noon)
{
    return {url, state, 0, {}, false, {}, checked};
}

} // namespace

/// What is kept of looks at addresses, and what is said of it.
class TestLinkRecords : public QObject {
    Q_OBJECT

private slots:
    void init();

    void statesHaveWords();
    void keepsEveryPart();
    void nothingIsKeptYet();
    void whichRecordStays_data();
    void whichRecordStays();
    void aWrongClockDoesNoLastingHarm();
    void corporaAreKeptApart();
    void onePathForEveryWayToACorpus();
    void damagedFile_data();
    void damagedFile();
    void damagedFileIsReplaced();
    void unusableRecordsAreLeftOut();
    void processesMerge();
    void cannotBeKept();
    void inWords_data();
    void inWords();

private:
    QString root() const { return m_home->path() + u"/corpus"_s; }
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestLinkRecords::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", (m_home->path() + u"/cache"_s).toUtf8());
    QVERIFY(QDir().mkpath(root()));
}

void TestLinkRecords::write(const QByteArray &bytes) const
{
    const QString path = linkRecordsPath(root());
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestLinkRecords::statesHaveWords()
{
    QCOMPARE(linkStates().size(), 7);
    for (const LinkState state : linkStates()) {
        QCOMPARE(linkStateOf(linkStateId(state)), std::optional(state));
        QVERIFY(!linkStateLabel(state).isEmpty());
        QVERIFY(linkStateDefinition(state).endsWith(u'.'));
    }
    QVERIFY(!linkStateOf(u"well"));
}

void TestLinkRecords::keepsEveryPart()
{
    const LinkRecord full{u"https://a.example/ä?q=1#part"_s,
                          LinkState::Moved,
                          200,
                          u"https://b.example/"_s,
                          true,
                          u"It says \"moved\"."_s,
                          noon};
    const auto added = addLinkRecords(root(), {full});
    QVERIFY(added);
    QCOMPARE(added->size(), 1);
    const KeptLinks kept = readLinkRecords(root());
    QCOMPARE(kept.message, QString());
    QCOMPARE(kept.records.value(full.url), full);
    QVERIFY(linkRecordsPath(root()).startsWith(cacheFolder() + u'/'));
    QVERIFY(!QFile::exists(linkRecordsPath(root()) + u".lock"_s));
}

void TestLinkRecords::nothingIsKeptYet()
{
    const KeptLinks kept = readLinkRecords(root());
    QVERIFY(kept.records.isEmpty());
    QCOMPARE(kept.message, QString());
}

void TestLinkRecords::whichRecordStays_data()
{
    QTest::addColumn<LinkState>("before");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<LinkState>("after");
    QTest::addColumn<LinkState>("stays");

    QTest::newRow("the later one") << LinkState::Fine << 1 << LinkState::Dead << LinkState::Dead;
    QTest::newRow("not an older one") << LinkState::Fine << -1 << LinkState::Dead << LinkState::Fine;
    QTest::newRow("the second of one moment") << LinkState::Fine << 0 << LinkState::Dead << LinkState::Dead;
    QTest::newRow("what was known, with the network down")
        << LinkState::Dead << 60 << LinkState::Unreachable << LinkState::Dead;
    QTest::newRow("the later one, if nothing was known")
        << LinkState::Unreachable << 60 << LinkState::Unreachable << LinkState::Unreachable;
    QTest::newRow("what is known at last") << LinkState::Unreachable << 60 << LinkState::Fine << LinkState::Fine;
}

void TestLinkRecords::whichRecordStays()
{
    QFETCH(LinkState, before);
    QFETCH(int, secondsLater);
    QFETCH(LinkState, after);
    const QString url = u"https://a.example/"_s;
    QVERIFY(addLinkRecords(root(), {record(url, before)}));
    QVERIFY(addLinkRecords(root(), {record(url, after, noon.addSecs(secondsLater))}));
    QTEST(readLinkRecords(root()).records.value(url).state, "stays");
}

void TestLinkRecords::aWrongClockDoesNoLastingHarm()
{
    const QString url = u"https://a.example/"_s;
    const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
    QVERIFY(addLinkRecords(root(), {record(url, LinkState::Fine, now.addYears(20))}));
    QVERIFY(addLinkRecords(root(), {record(url, LinkState::Dead, now)}));
    QCOMPARE(readLinkRecords(root()).records.value(url).state, LinkState::Dead);
    QVERIFY(addLinkRecords(root(), {record(url, LinkState::Fine, now.addSecs(-3600))})); // another process was slower
    QCOMPARE(readLinkRecords(root()).records.value(url).state, LinkState::Dead);
}

void TestLinkRecords::corporaAreKeptApart()
{
    const QString other = m_home->path() + u"/other"_s;
    QVERIFY(QDir().mkpath(other));
    QVERIFY(addLinkRecords(root(), {record(u"https://a.example/"_s, LinkState::Fine)}));
    QVERIFY(readLinkRecords(other).records.isEmpty());
}

void TestLinkRecords::onePathForEveryWayToACorpus()
{
    const QString link = m_home->path() + u"/link"_s;
    QVERIFY(QFile::link(root(), link));
    QCOMPARE(linkRecordsPath(link), linkRecordsPath(root()));
    QCOMPARE(linkRecordsPath(root() + u"/../corpus/"_s), linkRecordsPath(root()));
}

void TestLinkRecords::damagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"format":"casebook-links","version":1,"links":[{"url":"https://a)");
    QTest::newRow("another format") << QByteArray(R"({"format":"other","links":[]})");
    QTest::newRow("no list") << QByteArray(R"({"format":"casebook-links","links":{}})");
    QTest::newRow("bytes") << QByteArray("\0\xff\xfe\x01", 4);
}

void TestLinkRecords::damagedFile()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const KeptLinks kept = readLinkRecords(root());
    QVERIFY(kept.records.isEmpty());
    QVERIFY(kept.message.contains(linkRecordsPath(root())));
}

void TestLinkRecords::damagedFileIsReplaced()
{
    write("nothing of ours");
    QVERIFY(addLinkRecords(root(), {record(u"https://a.example/"_s, LinkState::Fine)}));
    const KeptLinks kept = readLinkRecords(root());
    QCOMPARE(kept.message, QString());
    QCOMPARE(kept.records.size(), 1);
}

void TestLinkRecords::unusableRecordsAreLeftOut()
{
    write(R"({"format":"casebook-links","version":1,"links":[
        {"url":"https://a.example/","state":"fine","checked":"2026-11-20T12:00:00Z","more":[1]},
        {"url":"https://b.example/","state":"splendid","checked":"2026-11-20T12:00:00Z"},
        {"url":"https://c.example/","state":"fine","checked":"yesterday"},
        {"state":"fine","checked":"2026-11-20T12:00:00Z"}, 7, null]})");
    const KeptLinks kept = readLinkRecords(root());
    QCOMPARE(kept.message, QString());
    QCOMPARE(kept.records.keys(), QStringList(u"https://a.example/"_s));
    QCOMPARE(kept.records.value(u"https://a.example/"_s).checked, noon);
}

void TestLinkRecords::processesMerge()
{
    constexpr int processes = 4;
    constexpr int each = 8;
    QList<pid_t> children;
    for (int process = 0; process < processes; ++process) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            bool all = true;
            for (int i = 0; i < each; ++i) {
                const QString url = u"https://%1.example/%2"_s.arg(process).arg(i);
                all = addLinkRecords(root(), {record(url, LinkState::Fine)}).has_value() && all;
            }
            ::_exit(all ? 0 : 1);
        }
        children.append(child);
    }
    for (const pid_t child : std::as_const(children)) {
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    QCOMPARE(readLinkRecords(root()).records.size(), processes * each);
}

void TestLinkRecords::cannotBeKept()
{
    // A file stands where the folder should be.
    QFile file(m_home->path() + u"/cache"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto added = addLinkRecords(root(), {record(u"https://a.example/"_s, LinkState::Fine)});
    QVERIFY(!added);
    QVERIFY(added.error().message.contains(linkRecordsPath(root())));
}

void TestLinkRecords::inWords_data()
{
    QTest::addColumn<LinkRecord>("link");
    QTest::addColumn<QString>("inDocument");
    QTest::addColumn<QString>("onScreen");

    const QString url = u"https://a.example/"_s;
    QTest::newRow("unchecked") << record(url, LinkState::Unchecked, {}) << QString() << u"Unchecked"_s;
    QTest::newRow("fine today") << record(url, LinkState::Fine, noon) << u"Fine, checked 20 November 2026"_s
                                << u"Fine, checked today"_s;
    LinkRecord dead = record(url, LinkState::Dead, noon.addDays(-1));
    dead.status = 404;
    QTest::newRow("dead yesterday") << dead << u"Dead (404), checked 19 November 2026"_s
                                    << u"Dead (404), checked yesterday"_s;
    LinkRecord moved = record(url, LinkState::Moved, noon.addDays(-100));
    moved.status = 200;
    moved.location = u"https://b.example/"_s;
    QTest::newRow("moved long ago") << moved << u"Moved to https://b.example/, checked 12 August 2026"_s
                                    << u"Moved to https://b.example/, checked 12 August 2026"_s;
}

void TestLinkRecords::inWords()
{
    QFETCH(LinkRecord, link);
    QTEST(linkInDocument(link), "inDocument");
    QTEST(linkOnScreen(link, QDate(2026, 11, 20)), "onScreen");
}

QTEST_GUILESS_MAIN(TestLinkRecords)
#include "tst_linkrecords.moc"
