#include "core/sources/archive.h"
#include "core/sources/archivecheck.h"
#include "core/sources/archiveindex.h"
#include "core/sources/archivestore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

Snapshot lookAt(const QString &url, const QString &time = u"2026-11-20T08:30:00Z"_s)
{
    Snapshot look;
    look.url = url;
    look.taken = QDateTime::fromString(time, Qt::ISODate);
    look.status = 200;
    look.type = u"text/html"_s;
    look.charset = u"utf-8"_s;
    return look;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Fails each write whose target has this ending.
class FailingCalls : public SystemCalls {
public:
    explicit FailingCalls(QByteArray ending) : m_ending(std::move(ending)) {}
    int rename(const QByteArray &from, const QByteArray &to) override
    {
        return to.endsWith(m_ending) ? ENOSPC : SystemCalls::rename(from, to);
    }
    int renameNew(const QByteArray &from, const QByteArray &to) override
    {
        return to.endsWith(m_ending) ? ENOSPC : SystemCalls::renameNew(from, to);
    }

private:
    QByteArray m_ending;
};

} // namespace

class TestArchive : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasReceived();
    void keepsTheSameBytesOnce();
    void addsAnotherVersionBeside();
    void findsEverySpellingOfAnAddress_data();
    void findsEverySpellingOfAnAddress();
    void neverReplacesASnapshot();
    void tellsOfChangedBytes();
    void leavesNothingBehindAFailure();
    void refusesWhatItCouldNotReadAgain_data();
    void refusesWhatItCouldNotReadAgain();
    void passesOverBadLines_data();
    void passesOverBadLines();
    void staysInsideTheCorpus();
    void changesOnlyOneLineOfTheIndex();
    void isMergedByGit();
    void isNotMadeByReading();
    void survivesNonsense();

private:
    QString root() const { return m_folder->path(); }
    QString index() const { return root() + u"/archive/index.tsv"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestArchive::keepsWhatWasReceived()
{
    const QByteArray bytes("<p>a\r\nb\0c\xff</p>", 15);
    Snapshot look = lookAt(u"https://x.org/a?b=1"_s);
    look.finalUrl = u"https://x.org/moved"_s;
    const Result<KeptSnapshot> kept = keepSnapshot(root(), look, bytes);
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    QVERIFY(kept->isNew);

    const Archive archive = Archive::read(root());
    QVERIFY(archive.problems().isEmpty());
    QCOMPARE(archive.snapshots().size(), 1);
    const Snapshot found = archive.latestOf(u"https://x.org/a?b=1"_s);
    QCOMPARE(found, kept->snapshot);
    QCOMPARE(found.finalUrl, u"https://x.org/moved"_s);
    QCOMPARE(found.size, bytes.size());
    QCOMPARE(found.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QVERIFY(found.path.endsWith(u".html"));
    QCOMPARE(bytesOf(root() + u'/' + found.path), bytes);
    const Result<QByteArray> read = snapshotBytes(root(), found);
    QVERIFY(read);
    QCOMPARE(*read, bytes);
    QVERIFY(bytesOf(root() + u"/archive/.gitattributes"_s).contains("merge=union"));
}

void TestArchive::keepsTheSameBytesOnce()
{
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one"));
    const Result<KeptSnapshot> again =
        keepSnapshot(root(), lookAt(u"https://x.org/a"_s, u"2026-12-01T10:00:00Z"_s), "one");
    QVERIFY(again);
    QVERIFY(!again->isNew);
    Snapshot elsewhere = lookAt(u"https://y.org/"_s);
    elsewhere.type = u"text/plain"_s;
    QVERIFY(keepSnapshot(root(), elsewhere, "one"));

    const Archive archive = Archive::read(root());
    const QList<Snapshot> found = archive.snapshotsOf(u"https://x.org/a"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).taken.toString(Qt::ISODate), u"2026-11-20T08:30:00Z"_s);
    QCOMPARE(found.at(0).checked.toString(Qt::ISODate), u"2026-12-01T10:00:00Z"_s);
    QCOMPARE(archive.latestOf(u"https://y.org"_s).path, found.at(0).path);
    QCOMPARE(QDir(root() + u'/' + found.at(0).path.section(u'/', 0, 1)).entryList(QDir::Files).size(), 1);
    QCOMPARE(bytesOf(index()).count('\n'), 4); // with the line that says what it is
}

void TestArchive::addsAnotherVersionBeside()
{
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one"));
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a"_s, u"2026-12-01T10:00:00Z"_s), "two"));
    const QList<Snapshot> found = Archive::read(root()).snapshotsOf(u"https://x.org/a"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(snapshotBytes(root(), found.at(0)).value_or("?"), QByteArray("two")); // the latest first
    QCOMPARE(snapshotBytes(root(), found.at(1)).value_or("?"), QByteArray("one"));
    // The first version comes back.
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a"_s, u"2026-12-05T10:00:00Z"_s), "one"));
    QCOMPARE(snapshotBytes(root(), Archive::read(root()).latestOf(u"https://x.org/a"_s)).value_or("?"),
             QByteArray("one"));
}

void TestArchive::findsEverySpellingOfAnAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("the same") << u"https://x.org/a/b"_s << true;
    QTest::newRow("http") << u"http://x.org/a/b"_s << true;
    QTest::newRow("www and a slash") << u"https://www.x.org/a/b/"_s << true;
    QTest::newRow("a fragment") << u"https://x.org/a/b#c"_s << true;
    QTest::newRow("another page") << u"https://x.org/a"_s << false;
    QTest::newRow("another host") << u"https://y.org/a/b"_s << false;
    QTest::newRow("no address") << u"a/b"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestArchive::findsEverySpellingOfAnAddress()
{
    QFETCH(QString, url);
    QFETCH(bool, isFound);
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a/b"_s), "one"));
    const Archive archive = Archive::read(root());
    QCOMPARE(archive.has(url), isFound);
    QCOMPARE(archive.snapshotsOf(url).size(), isFound ? 1 : 0);
    QCOMPARE(archive.latestOf(url).taken.isValid(), isFound);
}

void TestArchive::neverReplacesASnapshot()
{
    const Result<KeptSnapshot> kept = keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one");
    QVERIFY(kept);
    const QString path = root() + u'/' + kept->snapshot.path;
    write(path, "tampered with");
    const QByteArray before = bytesOf(index());
    const Result<KeptSnapshot> again =
        keepSnapshot(root(), lookAt(u"https://x.org/a"_s, u"2026-12-01T10:00:00Z"_s), "one");
    QVERIFY(!again);
    QVERIFY(again.error().message.contains(kept->snapshot.path));
    QCOMPARE(bytesOf(path), QByteArray("tampered with"));
    QCOMPARE(bytesOf(index()), before);
}

void TestArchive::tellsOfChangedBytes()
{
    const Result<KeptSnapshot> kept = keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one");
    QVERIFY(kept);
    const QString path = root() + u'/' + kept->snapshot.path;
    write(path, "onE");
    QVERIFY(!snapshotBytes(root(), kept->snapshot));
    write(path, "");
    QVERIFY(!snapshotBytes(root(), kept->snapshot));
    const QList<FileProblem> problems = archiveProblems(root(), Archive::read(root()));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.at(0).path, kept->snapshot.path);
    QVERIFY(QFile::remove(path));
    QVERIFY(!snapshotBytes(root(), kept->snapshot));
}

void TestArchive::leavesNothingBehindAFailure()
{
    FailingCalls noIndex("index.tsv");
    QVERIFY(!keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one", noIndex));
    QVERIFY(Archive::read(root()).isEmpty());
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one")); // the file that is there is taken

    const QByteArray before = bytesOf(index());
    FailingCalls noPage(".html");
    QVERIFY(!keepSnapshot(root(), lookAt(u"https://x.org/b"_s), "two", noPage));
    QVERIFY(!keepSnapshot(root(), lookAt(u"https://x.org/b"_s), "three", noIndex));
    QCOMPARE(bytesOf(index()), before);
    QVERIFY(!Archive::read(root()).has(u"https://x.org/b"_s));
}

void TestArchive::refusesWhatItCouldNotReadAgain_data()
{
    QTest::addColumn<Snapshot>("look");
    Snapshot look = lookAt(u"https://x.org/a"_s);
    look.type = u"text/html, text/html"_s;
    QTest::newRow("a type that is none") << look;
    QTest::newRow("an address of nine thousand letters") << lookAt(u"https://x.org/"_s + u"a"_s.repeated(9000));
    look = lookAt(u"https://x.org/a"_s);
    look.status = 0;
    QTest::newRow("no status") << look;
}

void TestArchive::refusesWhatItCouldNotReadAgain()
{
    QFETCH(Snapshot, look);
    const Result<KeptSnapshot> kept = keepSnapshot(root(), look, "one");
    QVERIFY(!kept);
    QVERIFY(!kept.error().message.isEmpty());
    QVERIFY(QDir(root()).isEmpty());
}

void TestArchive::passesOverBadLines_data()
{
    const QByteArray sum(64, 'a');
    const QByteArray path = "archive/aa/" + sum + ".html";
    const auto line = [](const QList<QByteArray> &fields) { return fields.join('\t'); };
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("too few fields") << QByteArray("https://x.org/a\t2026-11-20T08:30:00Z");
    QTest::newRow("a mark of a conflict") << QByteArray("<<<<<<< ours");
    QTest::newRow("no web address") << line(
        {"file:///etc/passwd", "2026-11-20T08:30:00Z", "200", "a/b", "-", "1", sum, path});
    QTest::newRow("no date") << line({"https://x.org/", "yesterday", "200", "a/b", "-", "1", sum, path});
    QTest::newRow("a date of no zone") << line(
        {"https://x.org/", "2026-11-20T08:30:00", "200", "a/b", "-", "1", sum, path});
    QTest::newRow("no sum") << line({"https://x.org/", "2026-11-20T08:30:00Z", "200", "a/b", "-", "1", "aa", path});
    QTest::newRow("a way out") << line(
        {"https://x.org/", "2026-11-20T08:30:00Z", "200", "a/b", "-", "1", sum, "archive/aa/../../x"});
    QTest::newRow("another file") << line(
        {"https://x.org/", "2026-11-20T08:30:00Z", "200", "a/b", "-", "1", sum, "cases/a.md"});
    QTest::newRow("a file of another sum") << line({"https://x.org/", "2026-11-20T08:30:00Z", "200", "a/b", "-", "1",
                                                    sum, "archive/ab/" + QByteArray(64, 'b') + ".html"});
    QTest::newRow("no status") << line({"https://x.org/", "2026-11-20T08:30:00Z", "0", "a/b", "-", "1", sum, path});
    QTest::newRow("no size") << line({"https://x.org/", "2026-11-20T08:30:00Z", "200", "a/b", "-", "-1", sum, path});
    QTest::newRow("NUL") << QByteArray(30, '\0');
    QTest::newRow("no UTF-8") << QByteArray(300, '\xff');
}

void TestArchive::passesOverBadLines()
{
    QFETCH(QByteArray, line);
    Snapshot good = lookAt(u"https://good.org/"_s);
    good.sha256 = QByteArray(64, 'c');
    good.path = snapshotPath(good.sha256, good.type);
    const Archive archive = Archive::parse("# head\n" + line + "\r\n\n" + indexLine(good));
    QCOMPARE(archive.snapshots().size(), 1);
    QVERIFY(archive.has(good.url));
    QCOMPARE(archive.problems().size(), 1);
    QCOMPARE(archive.problems().at(0).line, 2);
    QVERIFY(!archive.problems().at(0).message.isEmpty());
}

void TestArchive::staysInsideTheCorpus()
{
    QTemporaryDir outside;
    QVERIFY(QFile::link(outside.path(), root() + u"/archive"_s));
    QVERIFY(!keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one"));
    QVERIFY(QDir(outside.path()).isEmpty());

    write(outside.path() + u"/index.tsv"_s, "https://x.org/a");
    QVERIFY(Archive::read(root()).isEmpty());
    Snapshot snapshot = lookAt(u"https://x.org/a"_s);
    snapshot.path = u"archive/index.tsv"_s;
    QVERIFY(!snapshotBytes(root(), snapshot));
}

void TestArchive::changesOnlyOneLineOfTheIndex()
{
    for (const char *page : {"m", "c", "x", "a"})
        QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/"_s + QString::fromLatin1(page)), page));
    // Comments, columns of a later version, and what cannot be read stay.
    const QByteArray before = bytesOf(index()) + "# a note\nbroken\n";
    write(index(), before);
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/h"_s), "h"));
    const QByteArray after = bytesOf(index());
    QList<QByteArray> lines = after.split('\n');
    const auto isNew = [](const QByteArray &line) { return line.startsWith("https://x.org/h\t"); };
    const auto added = std::find_if(lines.begin(), lines.end(), isNew);
    QVERIFY(added != lines.end());
    QVERIFY((added - 1)->startsWith("https://x.org/c\t"));
    lines.erase(added);
    QCOMPARE(lines.join('\n'), before);

    // No end of the last line.
    QCOMPARE(withIndexLine("https://a.org/\tb", "https://b.org/\tc\n"),
             QByteArray("https://a.org/\tb\nhttps://b.org/\tc\n"));
}

void TestArchive::isMergedByGit()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not here");
    const auto git = [this](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(root());
        process.start(u"git"_s,
                      QStringList{u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@x.org"_s, u"-c"_s,
                                  u"core.autocrlf=true"_s, u"-c"_s, u"init.defaultBranch=main"_s}
                          + arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    };
    const auto keepAndCommit = [&](const QString &page, const QByteArray &bytes, const QString &time) {
        return keepSnapshot(root(), lookAt(u"https://x.org/"_s + page, time), bytes).has_value()
            && git({u"add"_s, u"."_s}) && git({u"commit"_s, u"-qm"_s, page});
    };
    QVERIFY(git({u"init"_s, u"-q"_s}));
    QVERIFY(keepAndCommit(u"m"_s, "base\r\nlines\n", u"2026-11-20T08:30:00Z"_s));
    QVERIFY(git({u"checkout"_s, u"-qb"_s, u"other"_s}));
    QVERIFY(keepAndCommit(u"n"_s, "theirs", u"2026-11-21T08:30:00Z"_s));
    QVERIFY(git({u"checkout"_s, u"-q"_s, u"main"_s}));
    QVERIFY(keepAndCommit(u"n"_s, "ours", u"2026-11-22T08:30:00Z"_s)); // at the same place of the index
    QVERIFY(git({u"merge"_s, u"-q"_s, u"-m"_s, u"both"_s, u"other"_s}));
    const Archive archive = Archive::read(root());
    QVERIFY(archive.problems().isEmpty());
    QCOMPARE(archive.snapshotsOf(u"https://x.org/n"_s).size(), 2);
    QVERIFY(archiveProblems(root(), archive).isEmpty()); // no line ends were changed
}

void TestArchive::isNotMadeByReading()
{
    QVERIFY(Archive::read(root()).isEmpty());
    QVERIFY(Archive::read(root() + u"/nowhere"_s).isEmpty());
    QVERIFY(QDir(root()).isEmpty());
}

void TestArchive::survivesNonsense()
{
    QVERIFY(keepSnapshot(root(), lookAt(u"https://x.org/a"_s), "one"));
    const QByteArray whole = bytesOf(index());
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i) {
        QByteArray damaged = whole;
        for (int j = random.bounded(6); j >= 0; --j)
            damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
        damaged.truncate(random.bounded(damaged.size() + 1));
        const Archive archive = Archive::parse(damaged);
        for (const Snapshot &snapshot : archive.snapshots())
            QVERIFY(snapshot.path.startsWith(u"archive/") && !snapshot.path.contains(u".."));
    }
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
