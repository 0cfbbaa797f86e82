#include "core/store/filecontent.h"
#include "core/store/journal.h"
#include "core/store/leftjournal.h"
#include "core/store/statefolder.h"
#include "tests/core/store/failingcalls.h"
#include "tests/core/store/statehome.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <QTimeZone>

#include <sys/stat.h>
#include <utime.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {
const QByteArray base = "---\ntitle: A\n---\n";
const QByteArray mine = "---\r\ntitle: A, b\xc3\xa4r\n\0---\n";
} // namespace

/// Every test has a state folder, and a corpus with one file, cases/a.md, that holds `base`.
class TestJournal : public QObject {
    Q_OBJECT

private slots:
    void init();
    void roundTrip_data();
    void roundTrip();
    void notAWholeJournal_data();
    void notAWholeJournal();
    void nothingToClaim();
    void nothingBeforeTheFirstWrite();
    void notOfferedWhileItsWriterLives();
    void offeredOnce();
    void newestFirst();
    void discarded();
    void removed();
    void settledIsNotOffered();
    void offeredWhereTheCorpusIsGone();
    void damagedIsToldAndStays();
    void forNobodyElse();
    void tidiesUp();
    void faults_data();
    void faults();
    void firstWriteFails_data();
    void firstWriteFails();

private:
    void write(const QByteArray &bytes) const;
    UnsavedText unsaved(const QByteArray &text) const;
    QStringList kept() const;
    /// Keeps a text, and is gone.
    void leave(const QByteArray &text) const;

    std::unique_ptr<StateHome> m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

void TestJournal::init()
{
    m_home = std::make_unique<StateHome>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QFileInfo(m_folder->path()).canonicalFilePath() + u"/corpus"_s;
    QVERIFY(QDir().mkpath(m_root + u"/cases"_s));
    write(base);
}

void TestJournal::write(const QByteArray &bytes) const
{
    QFile file(m_root + u"/cases/a.md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

UnsavedText TestJournal::unsaved(const QByteArray &text) const
{
    return {m_root, u"cases/a.md"_s, base, text, QDateTime::currentDateTimeUtc()};
}

// Every file below the state folder, locks excepted.
QStringList TestJournal::kept() const
{
    QStringList names;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (!files.next().endsWith(journalLockSuffix))
            names.append(files.fileName());
    }
    return names;
}

void TestJournal::leave(const QByteArray &text) const
{
    QVERIFY(Journal(m_root).write(unsaved(text)));
}

void TestJournal::roundTrip_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("usual") << base << mine << u"cases/a.md"_s;
    QTest::newRow("empty") << base << QByteArray("") << u"cases/a.md"_s;
    QTest::newRow("from nothing") << QByteArray("") << mine << u"cases/a.md"_s;
    QTest::newRow("any bytes") << QByteArray("\xff\0\n\r", 4) << QByteArray("\n\n\0\xfe", 4) << u"cases/a.md"_s;
    QTest::newRow("large") << base.repeated(100000) << mine.repeated(100000) << u"cases/a.md"_s;
    QTest::newRow("odd name") << base << mine << u"fälle/\"a\\\n\u2028.md"_s;
}

void TestJournal::roundTrip()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    const QDateTime written(QDate(2024, 2, 29), QTime(23, 59, 59, 999), Qt::UTC);
    const auto read = fromJournal(toJournal({m_root, path, from, text, written}));
    QVERIFY(read);
    QCOMPARE(read->root, m_root);
    QCOMPARE(read->path, path);
    QCOMPARE(read->base, from);
    QCOMPARE(read->text, text);
    QCOMPARE(read->written, written);
}

void TestJournal::notAWholeJournal_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = toJournal(unsaved(mine));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another file") << base;
    QTest::newRow("only the first line") << whole.first(whole.indexOf('\n') + 1);
    QTest::newRow("a byte short") << whole.chopped(1);
    QTest::newRow("a byte more") << whole + "x";
    QTest::newRow("another byte") << QByteArray(whole).replace("title", "tItle");
    QTest::newRow("another path") << QByteArray(whole).replace("cases/a.md", "cases/b.md");
    QByteArray moved = whole; // the border between the texts
    const QByteArray sizes = QByteArray::number(base.size() + mine.size() - 1);
    moved.replace(QByteArray("\"baseBytes\":" + QByteArray::number(base.size())), "\"baseBytes\":1");
    moved.replace(QByteArray("\"textBytes\":" + QByteArray::number(mine.size())), QByteArray("\"textBytes\":" + sizes));
    QTest::newRow("another border between the texts") << moved;
    QTest::newRow("sizes below zero") << QByteArray(whole).replace("\"baseBytes\":", "\"baseBytes\":-");
    QTest::newRow("zeros, as after a crash of the system") << QByteArray(whole.size(), '\0');
}

void TestJournal::notAWholeJournal()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!fromJournal(bytes));
}

void TestJournal::nothingToClaim()
{
    const LeftJournals left = claimLeftJournals(m_root);
    QVERIFY(left.journals.isEmpty());
    QVERIFY(left.damaged.isEmpty());
    QVERIFY(!QFileInfo::exists(stateFolder())); // looking makes nothing
}

void TestJournal::nothingBeforeTheFirstWrite()
{
    Journal journal(m_root);
    journal.remove();
    QVERIFY(!QFileInfo::exists(stateFolder()));
}

void TestJournal::notOfferedWhileItsWriterLives()
{
    auto journal = std::make_unique<Journal>(m_root);
    QVERIFY(journal->write(unsaved("older\n")));
    QVERIFY(journal->write(unsaved(mine)));
    QVERIFY(claimLeftJournals(m_root).journals.isEmpty());
    QCOMPARE(kept().size(), 1);
    journal.reset();
    const LeftJournals left = claimLeftJournals(m_root);
    QCOMPARE(left.journals.size(), 1);
    QCOMPARE(left.journals.first().unsaved.text, mine);
    QCOMPARE(left.journals.first().unsaved.base, base);
}

void TestJournal::offeredOnce()
{
    leave(mine);
    {
        const LeftJournals held = claimLeftJournals(m_root);
        QCOMPARE(held.journals.size(), 1);
        QVERIFY(claimLeftJournals(m_root).journals.isEmpty()); // another window
    }
    QCOMPARE(claimLeftJournals(m_root).journals.size(), 1); // kept for later
}

void TestJournal::newestFirst()
{
    for (const int minute : {3, 9, 1}) {
        Journal journal(m_root);
        UnsavedText text = unsaved(QByteArray::number(minute));
        text.written = QDateTime(QDate(2024, 1, 1), QTime(12, minute), Qt::UTC);
        QVERIFY(journal.write(text));
    }
    QByteArray order;
    const LeftJournals left = claimLeftJournals(m_root);
    for (const LeftJournal &journal : left.journals)
        order += journal.unsaved.text;
    QCOMPARE(order, QByteArray("931"));
}

void TestJournal::discarded()
{
    leave(mine);
    {
        const LeftJournals left = claimLeftJournals(m_root);
        QCOMPARE(left.journals.size(), 1);
        QVERIFY(left.journals.first().discard());
        QVERIFY(left.journals.first().discard()); // again does no harm
    }
    QVERIFY(claimLeftJournals(m_root).journals.isEmpty());
    QCOMPARE(kept(), QStringList());
}

void TestJournal::removed()
{
    Journal journal(m_root);
    QVERIFY(journal.write(unsaved(mine)));
    journal.remove();
    QCOMPARE(kept(), QStringList());
    QVERIFY(journal.write(unsaved(mine))); // edited again
    QCOMPARE(kept().size(), 1);
    journal.remove();
    QCOMPARE(kept(), QStringList());
    QCOMPARE(QDir(corpusStateFolder(m_root)).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestJournal::settledIsNotOffered()
{
    leave(mine);
    write(mine); // saved, and then killed
    QVERIFY(claimLeftJournals(m_root).journals.isEmpty());
    QCOMPARE(kept(), QStringList());
}

void TestJournal::offeredWhereTheCorpusIsGone()
{
    leave(mine);
    QVERIFY(QDir(m_root).removeRecursively());
    const LeftJournals left = claimLeftJournals(m_root);
    QCOMPARE(left.journals.size(), 1);
    QCOMPARE(left.journals.first().unsaved.text, mine);
}

void TestJournal::damagedIsToldAndStays()
{
    leave(mine);
    const QString path = corpusStateFolder(m_root) + u'/' + kept().first();
    QVERIFY(QFile(path).resize(30));
    const LeftJournals left = claimLeftJournals(m_root);
    QVERIFY(left.journals.isEmpty());
    QCOMPARE(left.damaged.size(), 1);
    QVERIFY2(left.damaged.first().message.contains(path), qPrintable(left.damaged.first().message));
    QCOMPARE(QFileInfo(path).size(), 30);
}

void TestJournal::forNobodyElse()
{
    leave(mine);
    QDirIterator entries(m_home->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    int seen = 0;
    while (entries.hasNext()) {
        struct stat state = {};
        QCOMPARE(::stat(QFile::encodeName(entries.next()).constData(), &state), 0);
        QCOMPARE(state.st_mode & 077, mode_t(0));
        ++seen;
    }
    QVERIFY(seen >= 4); // three folders and the journal
}

void TestJournal::tidiesUp()
{
    leave(mine);
    const QDir folder(corpusStateFolder(m_root));
    const auto make = [&folder](const QString &name, time_t time) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const utimbuf times{time, time};
        QCOMPARE(::utime(QFile::encodeName(file.fileName()).constData(), &times), 0);
    };
    make(u".casebook-old.tmp"_s, 1000);
    make(u".casebook-new.tmp"_s, ::time(nullptr)); // perhaps being written
    make(u"dead.lock"_s, 1000);
    Journal journal(m_root);
    QVERIFY(journal.write(unsaved(mine)));
    claimLeftJournals(m_root);
    const QStringList left = folder.entryList(QDir::Files | QDir::Hidden);
    QVERIFY(!left.contains(u".casebook-old.tmp"_s));
    QVERIFY(left.contains(u".casebook-new.tmp"_s));
    QVERIFY(!left.contains(u"dead.lock"_s));
    QCOMPARE(left.filter(u".lock"_s).size(), 1); // that of the living writer
    QCOMPARE(left.filter(u".journal"_s).size(), 2);
}

void TestJournal::faults_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("writtenFirst");
    QTest::addColumn<QString>("says");
    for (const Fault &fault : everyFault()) {
        if (fault.call != FailingCalls::CopyAttributes && fault.call != FailingCalls::SetMode) // of a file to replace
            QTest::newRow(fault.name.constData()) << int(fault.call) << fault.error << 7 << fault.says;
    }
    QTest::newRow("no room for the name") << int(FailingCalls::CreateNew) << ENOSPC << 0 << u"disk is full"_s;
    QTest::newRow("may not create") << int(FailingCalls::CreateNew) << EACCES << 0 << u"not allowed"_s;
    QTest::newRow("no room after 5 bytes") << int(FailingCalls::Write) << ENOSPC << 5 << u"disk is full"_s;
    QTest::newRow("broken disk") << int(FailingCalls::Write) << EIO << 100 << u"reported an error"_s;
    QTest::newRow("flush") << int(FailingCalls::Flush) << EIO << 0 << u"reported an error"_s;
    QTest::newRow("flush, full") << int(FailingCalls::Flush) << ENOSPC << 0 << u"disk is full"_s;
    QTest::newRow("close") << int(FailingCalls::Close) << EIO << 0 << u"reported an error"_s;
    QTest::newRow("rename") << int(FailingCalls::Rename) << EACCES << 0 << u"not allowed"_s;
    QTest::newRow("rename, full") << int(FailingCalls::Rename) << ENOSPC << 0 << u"disk is full"_s;
}

// What was kept before is still kept.
void TestJournal::faults()
{
    QFETCH(int, call);
    QFETCH(int, error);
    QFETCH(int, writtenFirst);
    QFETCH(QString, says);
    FailingCalls calls;
    auto journal = std::make_unique<Journal>(m_root, calls);
    QVERIFY(journal->write(unsaved("older\n")));
    calls.failing = static_cast<FailingCalls::Call>(call);
    calls.error = error;
    calls.writtenFirst = writtenFirst;
    const auto written = journal->write(unsaved(mine));
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(says), qPrintable(written.error().message));
    QVERIFY(written.error().message.contains(corpusStateFolder(m_root)));
    QCOMPARE(kept().size(), 1); // no temporary file
    journal.reset();
    const LeftJournals left = claimLeftJournals(m_root);
    QCOMPARE(left.journals.size(), 1);
    QCOMPARE(left.journals.first().unsaved.text, QByteArray("older\n"));
}

void TestJournal::firstWriteFails_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("folder") << int(FailingCalls::MakeFolder);
    QTest::newRow("folder's flush") << int(FailingCalls::FlushFolder);
    QTest::newRow("file") << int(FailingCalls::CreateNew);
    QTest::newRow("write") << int(FailingCalls::Write);
}

void TestJournal::firstWriteFails()
{
    QFETCH(int, call);
    FailingCalls calls;
    calls.failing = static_cast<FailingCalls::Call>(call);
    calls.error = ENOSPC;
    Journal journal(m_root, calls);
    const auto written = journal.write(unsaved(mine));
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(u"disk is full"_s), qPrintable(written.error().message));
    QCOMPARE(kept(), QStringList());
    calls.failing = FailingCalls::None;
    QVERIFY(journal.write(unsaved(mine))); // there is room again
    QCOMPARE(kept().size(), 1);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
