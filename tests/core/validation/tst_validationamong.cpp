#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/validation/validationamong.h"
#include "tests/core/corpus/testfolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Problems of unsaved text beside the cases a, b and c.
class TestValidationAmong : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void tells_data();
    void tells();
    void tellsWhatASaveWouldTell();

private:
    Problems problems(const QString &id, const QByteArray &bytes) const;

    TestFolder m_folder;
    Corpus m_corpus;
};

void TestValidationAmong::initTestCase()
{
    m_folder.write(u"corpus.yaml"_s,
                   "fields:\n  title: {}\n  organization: {}\n  related: {type: list}\n"
                   "roles: {title: title, organization: organization, related: related}\n");
    m_folder.writeCase(u"cases/a.md"_s, "title: One\n");
    m_folder.writeCase(u"cases/b.md"_s, "title: Two\nrelated: [gone]\n");
    m_folder.writeCase(u"cases/c.md"_s, "title: Three\n");
    const Result<Corpus> loaded = loadCorpus(m_folder.root());
    QVERIFY(loaded);
    m_corpus = *loaded;
}

Problems TestValidationAmong::problems(const QString &id, const QByteArray &bytes) const
{
    const Document document = Document::parse(bytes);
    const CaseStudyPtr edited =
        caseFromDocument(m_corpus.layout(), m_corpus.schema(), m_corpus.layout().pathOf(id), document);
    return validateAmong(*edited, document, m_corpus);
}

void TestValidationAmong::tells_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char16_t *id, const QByteArray &front, const QString &expected) {
        QTest::newRow(name) << QString::fromUtf16(id) << front << expected;
    };
    row("nothing", u"b", "title: New\nrelated: [a, c]\n", {});
    row("a case that is not there", u"b", "# note\ntitle: New\nrelated: [a, nowhere]\n",
        u"4:14 There is no case \"nowhere\"."_s);
    row("itself is there", u"new", "title: New\nrelated: [new]\n", {});
    row("the title of an earlier one", u"b", "title: ONE\n", u"2:8 The case a has the same title."_s);
    row("of a later one, which has the problem", u"b", "title: Three\n", {});
    row("of another organization", u"b", "title: One\norganization: X\n", {});
    row("both", u"c", "related: [x]\ntitle: Two\n",
        u"2:11 There is no case \"x\".\n3:8 The case b has the same title."_s);
    row("what cannot be read", u"c", "related: [x\n", {});
}

void TestValidationAmong::tells()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, front);
    QStringList found;
    for (const Problem &problem : problems(id, "---\n" + front + "---\n"))
        found.append(u"%1:%2 %3"_s.arg(problem.line).arg(problem.column).arg(problem.message));
    QTEST(found.join(u'\n'), "expected");
}

void TestValidationAmong::tellsWhatASaveWouldTell()
{
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        const Result<Document> document = readDocument(m_corpus.layout(), study->path);
        QVERIFY(document);
        QCOMPARE(study->problems + problems(study->id, document->bytes()), m_corpus.problemsOf(*study));
    }
    QCOMPARE(m_corpus.problemsOf(*m_corpus.find(u"b"_s)).size(), 1);
}

QTEST_GUILESS_MAIN(TestValidationAmong)
#include "tst_validationamong.moc"
