#include "core/sources/sourcefacts.h"
#include "exportcorpus.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestTextFormat : public QObject {
    Q_OBJECT

private slots:
    void stopsAndLeavesTheOldFile_data();
    void stopsAndLeavesTheOldFile();
    void refusesWhatIsEmpty_data();
    void refusesWhatIsEmpty();
    void handsOverInPieces_data() { stopsAndLeavesTheOldFile_data(); }
    void handsOverInPieces();
    void tellsOfSnapshots_data();
    void tellsOfSnapshots();

private:
    static QStringList names(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

void TestTextFormat::stopsAndLeavesTheOldFile_data()
{
    QTest::addColumn<QString>("name");
    for (const TextFormat &format : textFormats())
        QTest::newRow(qPrintable(format.name)) << format.name;
}

void TestTextFormat::stopsAndLeavesTheOldFile()
{
    QFETCH(QString, name);
    const ExportCorpus cases;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    int calls = 0;
    const Result<void> stopped =
        writeTextFile(ExportCorpus::format(name), cases.content(), path, [&](int, int) { return ++calls < 2; });
    QVERIFY(!stopped);
    QCOMPARE(calls, 2);
    QCOMPARE(names(folder), QStringList{u"old"_s});
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QVERIFY(!writeTextFile(ExportCorpus::format(name), cases.content(), folder.filePath(u"none/new"_s)));
    QVERIFY(!writeTextFile(ExportCorpus::format(name), cases.content(), folder.path()));
    QCOMPARE(names(folder), QStringList{u"old"_s});
}

void TestTextFormat::refusesWhatIsEmpty_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("written");
    for (const TextFormat &format : textFormats()) {
        QTest::newRow(qPrintable(u"nothing as "_s + format.name)) << format.name << u"zzzz"_s << false;
        QTest::newRow(qPrintable(u"broken alone as "_s + format.name))
            << format.name << u"missing:title"_s << !format.leavesOut;
    }
}

void TestTextFormat::refusesWhatIsEmpty()
{
    QFETCH(QString, name);
    QFETCH(QString, query);
    QFETCH(bool, written);
    ExportCorpus cases;
    cases.select(query);
    const QTemporaryDir folder;
    const Result<void> result = writeTextFile(ExportCorpus::format(name), cases.content(), folder.filePath(u"new"_s));
    QCOMPARE(result.has_value(), written);
    QCOMPARE(names(folder).size(), written ? 1 : 0);
    if (!written)
        QVERIFY(result.error().message.contains(u"no file was written"));
}

void TestTextFormat::handsOverInPieces()
{
    QFETCH(QString, name);
    const ExportCorpus cases;
    int pieces = 0;
    QVERIFY(ExportCorpus::format(name).write(cases.content(), [&](const QByteArray &) { return ++pieces > 0; }));
    QVERIFY(pieces >= 3);
    int taken = 0;
    QVERIFY(!ExportCorpus::format(name).write(cases.content(), [&](const QByteArray &) { return ++taken < 2; }));
    QCOMPARE(taken, 2);
}

void TestTextFormat::tellsOfSnapshots_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("html") << QByteArray("copy kept 20 November 2026");
    QTest::newRow("bibtex") << QByteArray("copy kept 20 November 2026");
    QTest::newRow("csv") << QByteArray(",2026-11-20 https://example.com/a?b=1&c=%7Bx%7D#top");
    QTest::newRow("json") << QByteArray("\"checked\": \"2026-11-20T08:30:00Z\"");
}

void TestTextFormat::tellsOfSnapshots()
{
    QFETCH(QByteArray, words);
    ExportCorpus cases;
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(!cases.write(name).contains("2026-11-20T08:30") && !cases.write(name).contains("copy kept"));
    QVERIFY(!cases.write(name).contains("snapshots"));
    auto facts = std::make_shared<SourceFacts>();
    for (const QString &url :
         {u"http://www.example.com/a?b=1&c=%7Bx%7D"_s, u"https://xn--r8jz45g.example/%C3%BC%20b"_s})
        facts->addSnapshot(url, QDateTime(QDate(2026, 11, 20), QTime(8, 30), Qt::UTC));
    cases.setSourceFacts(facts);
    QVERIFY2(cases.write(name).contains(words), cases.write(name).constData());
    if (name == u"csv" || name == u"json" || name == u"bibtex")
        QVERIFY(!cases.readBack(name).isEmpty()); // by a reader that is not ours, and for JSON by its schema
}

QTEST_GUILESS_MAIN(TestTextFormat)
#include "tst_textformat.moc"
