#include "core/corpus/casereader.h"
#include "core/corpus/schemareader.h"
#include "tests/core/corpus/testfolder.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestCaseReader : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void titles_data();
    void titles();
    void longTitle();
    void reads();
    void searchText();
    void searchTextByRoles();
    void broken_data();
    void broken();
    void contentKey();
    void fromADocument();
    void document();

private:
    CorpusLayout layout() const { return *findLayout(m_folder->root()); }
    CaseStudyPtr read(const QString &path, bool linked = false) const
    {
        Schema schema;
        schema.inferred = true;
        schema.setRole(u"title"_s, u"title"_s);
        return readCase(layout(), schema, {path, linked}, nullptr);
    }

    std::unique_ptr<TestFolder> m_folder;
};

void TestCaseReader::titles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the field") << QByteArray("---\ntitle: A\n---\n# B\n") << u"A"_s;
    QTest::newRow("the field over two lines") << QByteArray("---\ntitle: |\n  A\n  b\n---\n# B\n") << u"A b"_s;
    QTest::newRow("a number") << QByteArray("---\ntitle: 2048\n---\n") << u"2048"_s;
    QTest::newRow("an empty field") << QByteArray("---\ntitle:\n---\n# B\n") << u"B"_s;
    QTest::newRow("the first heading") << QByteArray("text\n\n## B\n") << u"B"_s;
    QTest::newRow("the file's name") << QByteArray("text\n") << u"x"_s;
    QTest::newRow("an empty file") << QByteArray() << u"x"_s;
    QTest::newRow("a byte order mark alone") << QByteArray("\xEF\xBB\xBF") << u"x"_s;
}

void TestCaseReader::titles()
{
    QFETCH(QByteArray, file);
    m_folder->write(u"sub/x.md"_s, file);
    QTEST(read(u"sub/x.md"_s)->title, "expected");
}

void TestCaseReader::longTitle()
{
    m_folder->write(u"x.md"_s, "# " + QByteArray(1'000'000, 'a'));
    const CaseStudyPtr study = read(u"x.md"_s);
    QCOMPARE(study->title.size(), 300);
    QVERIFY(study->title.endsWith(u'…'));
}

void TestCaseReader::reads()
{
    m_folder->writeCase(u"sub/x.md"_s, "title: A\nyear: 2020\nyear: 2021\n", "text\n");
    const CaseStudyPtr study = read(u"sub/x.md"_s);
    QCOMPARE(study->id, u"sub/x"_s);
    QCOMPARE(study->path, u"sub/x.md"_s);
    QVERIFY(!study->broken);
    QCOMPARE(study->fields[u"year"].toInteger(), 2020);
    QCOMPARE(study->problems.size(), 1);
    QCOMPARE(study->problems.first().line, 4);
    QCOMPARE(study->stamp, *stampOf(m_folder->path(u"sub/x.md"_s)));

    m_folder->write(u"plain.md"_s, "text\n");
    QVERIFY(read(u"plain.md"_s)->fields.isMap()); // an empty one, not null
    QVERIFY(read(u"plain.md"_s)->problems.isEmpty());
}

void TestCaseReader::searchText()
{
    m_folder->writeCase(u"x.md"_s,
                        "title: Stra\xC3\x9F"
                        "e\ndraft: true\nyear: 2020\nclaims:\n  - {text: Na\xC3\xAFve, n: 1.5}\nnone:\n",
                        "Garbage\ncollector\n\n> a\n> quote\n");
    const CaseStudyPtr study = read(u"x.md"_s);
    QCOMPARE(study->searchText, QByteArray("strasse\n2020\nnaive\n1.5\ngarbage collector\na quote "));
    QCOMPARE(study->titleSize, 7);
    QCOMPARE(study->headSize, 8);
    QCOMPARE(study->claimsEnd, 8);
}

/// What weighs most comes first.
void TestCaseReader::searchTextByRoles()
{
    const Schema schema = readSchema("{fields: {name: {}, who: {}, why: {type: records, fields: {text: {}}}},"
                                     " roles: {title: name, organization: who, claims: why}}")
                              .schema;
    const auto textOf = [&](const QByteArray &yaml) -> QByteArray {
        const Document document = Document::parse("---\n" + yaml + "\n---\nBody\n");
        const CaseStudyPtr study = caseFromDocument(CorpusLayout(), schema, u"x.md"_s, document);
        const QByteArray &text = study->searchText;
        return text.left(study->headSize) + '|' + text.mid(study->headSize, study->claimsEnd - study->headSize) + '|'
            + text.mid(study->claimsEnd);
    };
    QCOMPARE(textOf("{a: Zero, why: [{text: One}, {text: Two}], who: Us, name: Title}"),
             QByteArray("title\nus\n|one\ntwo\n|zero\nbody "));
    QCOMPARE(textOf("name: [A, B]"), QByteArray("a, b\n||a\nb\nbody ")); // a title that is no text stays
    QCOMPARE(textOf("who: Us"), QByteArray("x\nus\n||body "));
}

void TestCaseReader::broken_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    QTest::newRow("not there") << u"missing.md"_s << u"No such file"_s;
    QTest::newRow("forbidden") << u"forbidden.md"_s << u"ermission denied"_s;
    QTest::newRow("a link out") << u"outer.md"_s << u"leads out of the corpus"_s;
    QTest::newRow("a link to nowhere") << u"dangling.md"_s << u"leads out of the corpus, or nowhere"_s;
    QTest::newRow("a link to a folder") << u"folder.md"_s << u"not a regular file"_s;
    QTest::newRow("a pipe") << u"pipe.md"_s << u"not a regular file"_s;
    QTest::newRow("over 4 MiB") << u"large.md"_s << u"4.00 MiB"_s;
    QTest::newRow("a front matter without an end") << u"unclosed.md"_s << u"has no end"_s;
    QTest::newRow("a name that is not UTF-8") << u"\uFFFD.md"_s << u"not valid UTF-8: rename"_s;
}

void TestCaseReader::broken()
{
    m_folder->write(u"forbidden.md"_s, "x");
    QFile::setPermissions(m_folder->path(u"forbidden.md"_s), {});
    m_folder->write(u"../outside.md"_s, "secret");
    m_folder->link(u"../outside.md"_s, u"outer.md"_s);
    m_folder->link(u"nowhere.md"_s, u"dangling.md"_s);
    m_folder->makeFolder(u"in"_s);
    m_folder->link(u"in"_s, u"folder.md"_s);
    ::mkfifo(QFile::encodeName(m_folder->path(u"pipe.md"_s)).constData(), 0600);
    m_folder->write(u"large.md"_s, QByteArray(4 * 1024 * 1024 + 1, 'x'));
    m_folder->write(u"unclosed.md"_s, "---\ntitle: A\n");
    QFETCH(QString, path);
    QFETCH(QString, message);
    if (path == u"forbidden.md" && ::geteuid() == 0)
        QSKIP("permissions do not bind the superuser");
    const CaseStudyPtr study = read(path, QFileInfo(m_folder->path(path)).isSymLink());
    QVERIFY(study->broken);
    QCOMPARE(study->title, path.chopped(3));
    QVERIFY(study->fields.isMap() && study->fields.isEmpty());
    QCOMPARE(study->problems.size(), 1);
    QVERIFY2(study->problems.first().message.contains(message), qPrintable(study->problems.first().message));
    QVERIFY(!study->searchText.contains("secret"));
}

void TestCaseReader::contentKey()
{
    m_folder->write(u"a.md"_s, "one");
    m_folder->write(u"b.md"_s, "one");
    m_folder->write(u"c.md"_s, "two");
    QCOMPARE(read(u"a.md"_s)->contentKey, read(u"b.md"_s)->contentKey);
    QVERIFY(read(u"a.md"_s)->contentKey != read(u"c.md"_s)->contentKey);
}

void TestCaseReader::fromADocument()
{
    const Document document = Document::parse("---\ntitle: Unsaved\n---\n");
    Schema schema;
    schema.setRole(u"title"_s, u"title"_s);
    const CaseStudyPtr study = caseFromDocument(layout(), schema, u"new.md"_s, document);
    QCOMPARE(study->title, u"Unsaved"_s);
    QCOMPARE(study->id, u"new"_s);
}

void TestCaseReader::document()
{
    m_folder->write(u"a.md"_s, "---\na: 1\n---\nbody\n");
    QCOMPARE(readDocument(layout(), u"a.md"_s)->bodyText().toByteArray(), QByteArray("body\n"));
    m_folder->write(u"../outside.md"_s, "secret");
    m_folder->link(u"../outside.md"_s, u"outer.md"_s);
    m_folder->write(u"large.md"_s, QByteArray(4 * 1024 * 1024 + 1, 'x'));
    for (const QString &path : {u"outer.md"_s, u"../outside.md"_s, u"missing.md"_s, u"large.md"_s})
        QVERIFY2(!readDocument(layout(), path), qPrintable(path));
}

QTEST_GUILESS_MAIN(TestCaseReader)
#include "tst_casereader.moc"
