#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "tests/core/corpus/testfolder.h"

#include <QJsonDocument>
#include <QTest>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QString hostileFolder = QStringLiteral(CASEBOOK_TEST_DATA "/hostile");

QByteArray repeated(const QByteArray &text, qsizetype bytes)
{
    QByteArray all;
    all.reserve(bytes + text.size());
    while (all.size() < bytes)
        all += text;
    return all;
}

} // namespace

/// Every file of tests/data/hostile, and those that are too large to keep there, is an entry with a problem.
class TestHostile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void files_data();
    void files();
    void allTogether();
    void harmlessButLarge();

private:
    TestFolder m_folder;
};

void TestHostile::initTestCase()
{
    for (const QFileInfo &file : QDir(hostileFolder).entryInfoList({u"*.md"_s}))
        QVERIFY(QFile::copy(file.filePath(), m_folder.path(file.fileName())));
    const auto write = [this](const char *name, const QByteArray &yaml) {
        m_folder.writeCase(QString::fromLatin1(name) + u".md"_s, yaml, "Body.\n");
    };
    m_folder.write(u"over-4-mib.md"_s, "# Large\n" + repeated("text ", 4 * 1024 * 1024));
    m_folder.write(u"binary-4-mib.md"_s, QByteArray(4 * 1024 * 1024, '\xFF'));
    m_folder.write(u"unclosed-4-mib.md"_s, "---\n" + repeated("a: 1\n", 4 * 1000 * 1000));
    write("front-matter-over-256-kib", "title: Large\n" + repeated("# filler\n", 256 * 1024));
    write("duplicate-keys-by-the-thousand", repeated("a:\n", 250'000));
    write("brackets-by-the-thousand", repeated("[", 250'000) + '\n');
    write("braces-by-the-thousand", repeated("{a: ", 250'000) + '\n');
    write("dashes-by-the-thousand", repeated("- ", 250'000) + '\n');
    write("anchors-by-the-thousand", repeated("&a ", 250'000) + '\n');
    write("aliases-by-the-thousand", "a: &a x\nb: [" + repeated("*a, ", 250'000) + "*a]\n");
    m_folder.link(u"../outside.md"_s, u"link-out.md"_s);
    m_folder.write(u"../outside.md"_s, "secret");
    m_folder.link(u"link-to-itself.md"_s, u"link-to-itself.md"_s);
    m_folder.link(u"/dev/zero"_s, u"link-to-a-device.md"_s);
    m_folder.link(u"/proc/self/environ"_s, u"link-to-a-process.md"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder.path(u"pipe.md"_s)).constData(), 0600), 0);
}

void TestHostile::files_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(m_folder.root());
    for (const QString &name : folder.entryList({u"*.md"_s}, QDir::Files | QDir::System))
        QTest::newRow(qPrintable(name)) << name;
}

void TestHostile::files()
{
    QFETCH(QString, path);
    const CorpusLayout layout = *findLayout(m_folder.root());
    const CaseStudyPtr study = readCase(layout, Schema(), {path, QFileInfo(m_folder.path(path)).isSymLink()}, nullptr);
    QCOMPARE(study->id + u".md"_s, path);
    QVERIFY(!study->title.isEmpty());
    QVERIFY(study->title.size() <= 300);
    QVERIFY(study->fields.isMap());
    QVERIFY(hasError(study->problems));
    QVERIFY(!study->searchText.contains("secret"));
    for (const Problem &problem : study->problems) {
        QVERIFY(!problem.message.isEmpty());
        QCOMPARE(problem.line == 0, problem.column == 0);
    }
}

/// One corpus of nothing but such files opens, is analysed, and answers.
void TestHostile::allTogether()
{
    const Result<Corpus> corpus = loadCorpus(m_folder.root());
    QVERIFY(corpus);
    QCOMPARE(corpus->size(),
             static_cast<int>(QDir(m_folder.root()).entryList({u"*.md"_s}, QDir::Files | QDir::System).size()));
    QVERIFY(corpus->allProblems().size() >= corpus->size());
    Search search(*corpus);
    QCOMPARE(search.run(parseQuery(u"is:broken", corpus->schema()), {}).matches(), corpus->size());
    QVERIFY(search.run(parseQuery(u"body", corpus->schema()), {}).matches() > 10);
    m_folder.write(u"corpus.yaml"_s,
                   "fields: {title: {required: true}, related: {type: list}, sources: {type: records}}\n");
    QCOMPARE(loadCorpus(m_folder.root())->size(), corpus->size());
    m_folder.remove(u"corpus.yaml"_s);
}

/// What is within every limit must be read, and not take forever.
void TestHostile::harmlessButLarge()
{
    TestFolder folder;
    QByteArray keys;
    for (int i = 0; keys.size() < 250'000; ++i)
        keys += 'k' + QByteArray::number(i) + ": v\n";
    folder.writeCase(u"a.md"_s, keys);
    folder.writeCase(u"b.md"_s, keys);
    folder.write(u"one-line.md"_s, "# T\n" + QByteArray(4 * 1000 * 1000, 'x'));
    folder.write(u"one-heading.md"_s, "# " + repeated("ha ", 4 * 1000 * 1000));
    folder.write(u"fences.md"_s, repeated("```\n", 4 * 1000 * 1000));
    folder.write(u"blanks.md"_s, repeated(" \n", 4 * 1000 * 1000));
    folder.write(u"marks.md"_s, repeated("\xCC\x81", 4 * 1000 * 1000));
    folder.write(u"alternating.md"_s, repeated("a\xC3\xA4", 4 * 1000 * 1000));
    const Result<Corpus> corpus = loadCorpus(folder.root());
    QCOMPARE(corpus->size(), 8);
    QVERIFY(corpus->allProblems().isEmpty());
    QVERIFY(corpus->find(u"a"_s)->fields.toJson().isObject());
    Search search(*corpus);
    QCOMPARE(search.run(parseQuery(u"v k1:v", corpus->schema()), {}).matches(), 2);
    QCOMPARE(search.run(parseQuery(u"xxx", corpus->schema()), {}).matches(), 1);
    QCOMPARE(search.run(parseQuery(u"aa", corpus->schema()), {}).matches(), 1);
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
