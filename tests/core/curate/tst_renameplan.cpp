#include "core/corpus/loader.h"
#include "core/curate/renameplan.h"
#include "core/document/yamlfile.h"
#include "tests/core/curate/curatefolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(roles: {title: title, related: see}
fields:
  title: {type: text}
  see: {type: list}
)";

Schema testSchema()
{
    Schema schema;
    schema.setRole(u"related"_s, u"see"_s);
    return schema;
}

QByteArray caseWith(const QByteArray &frontMatter)
{
    return "---\n" + frontMatter + "---\n";
}

QStringList paths(const Plan &plan)
{
    QStringList all;
    for (const PlannedFile &file : plan.files)
        all.append(file.step.path);
    return all;
}

} // namespace

/// Renames "old" to "new/name".
class TestRenamePlan : public QObject {
    Q_OBJECT

private slots:
    void relatedFollows_data();
    void relatedFollows();
    void viewFollows_data();
    void viewFollows();
    void queryFollows_data();
    void queryFollows();
    void plansAndUndoes();
    void aFollowerMayStay();
    void followsInTheFileItself();
    void nothingWhereTheNewNameIsTaken();
    void aloneInAFolderOfMarkdown();
};

void TestRenamePlan::relatedFollows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("flow") << "see: [a, old, b] # two\n"_ba
                          << "see: [a, new/name, b] # two\n"_ba;
    QTest::newRow("block") << "see:\n  - a\n  - old # here\n  - b\n"_ba
                           << "see:\n  - a\n  - new/name # here\n  - b\n"_ba;
    QTest::newRow("double quotes") << "see: [\"old\"]\n"_ba
                                   << "see: [\"new/name\"]\n"_ba;
    QTest::newRow("single quotes") << "see:\n- 'old'\n"_ba
                                   << "see:\n- 'new/name'\n"_ba;
    QTest::newRow("a flow over lines") << "see: [\n  a,\n  old,\n]\n"_ba
                                       << "see: [\n  a,\n  new/name,\n]\n"_ba;
    QTest::newRow("single value") << "see: old\n"_ba
                                  << "see: new/name\n"_ba;
    QTest::newRow("twice") << "see: [old, old]\n"_ba
                           << "see: [new/name, new/name]\n"_ba;
    QTest::newRow("CRLF") << "see: [old]\r\n"_ba
                          << "see: [new/name]\r\n"_ba;
    QTest::newRow("another field") << "title: old\nsee: [older, gold]\n"_ba
                                   << "title: old\nsee: [older, gold]\n"_ba;
}

void TestRenamePlan::relatedFollows()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Document document = Document::parse(caseWith(before));
    const auto edited = applyEdits(document, relatedEdits(document.tree(), testSchema(), u"old"_s, u"new/name"_s));
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
    QCOMPARE(*edited, caseWith(after));
}

void TestRenamePlan::viewFollows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("list") << "name: old\ncases: [a, \"old\"]\n"_ba
                          << "name: old\ncases: [a, \"new/name\"]\n"_ba;
    QTest::newRow("list inside") << "briefing:\n  first:\n    - old\n  logo: old\n"_ba
                                 << "briefing:\n  first:\n    - new/name\n  logo: old\n"_ba;
    QTest::newRow("query") << "query: from:go see:old # them\n"_ba
                           << "query: from:go see:new/name # them\n"_ba;
    QTest::newRow("query in quotes") << "query: 'see:old -x'\n"_ba
                                     << "query: 'see:new/name -x'\n"_ba;
    QTest::newRow("no mention") << "query: organization:old\n"_ba
                                << "query: organization:old\n"_ba;
}

void TestRenamePlan::viewFollows()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const YamlFile view = YamlFile::parse(before);
    const auto edited = view.applyEdits(viewEdits(view.tree(), testSchema(), u"old"_s, u"new/name"_s));
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
    QCOMPARE(*edited, after);
}

void TestRenamePlan::queryFollows_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("alone") << u"see:old"_s << u"see:new"_s;
    QTest::newRow("one of several") << u"see:a,old,b x"_s << u"see:a,new,b x"_s;
    QTest::newRow("quoted") << u"see:\"old\",b"_s << u"see:\"new\",b"_s;
    QTest::newRow("excluded") << u"a -see:old b"_s << u"a -see:new b"_s;
    QTest::newRow("in parentheses") << u"(see:old OR see:b)"_s << u"(see:new OR see:b)"_s;
    QTest::newRow("upper case") << u"See:old"_s << u"See:new"_s;
    QTest::newRow("twice") << u"see:old see:old"_s << u"see:new see:new"_s;
    QTest::newRow("a longer id") << u"see:older,gold,old/x"_s << u"see:older,gold,old/x"_s;
    QTest::newRow("another field") << u"oversee:old foresee:old"_s << u"oversee:old foresee:old"_s;
    QTest::newRow("a word") << u"old \"see old\""_s << u"old \"see old\""_s;
    QTest::newRow("open end") << u"see:"_s << u"see:"_s;
    QTest::newRow("open quotes") << u"see:\"old"_s << u"see:\"new\""_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestRenamePlan::queryFollows()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(queryWithValue(before, u"see"_s, u"old"_s, u"new"_s), after);
}

void TestRenamePlan::plansAndUndoes()
{
    const CurateFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    folder.write(u"cases/old.md"_s, caseWith("title: Old\n"));
    folder.write(u"cases/a.md"_s, caseWith("see: [old]\n"));
    folder.write(u"cases/b.md"_s, caseWith("title: old\n"));
    folder.write(u"cases/z.md"_s, caseWith("see: &x [old]\nmore: *x\n"));
    folder.write(u"views/v.yaml"_s, "query: see:old\n");
    folder.write(u"views/w.yaml"_s, "query: b\n");
    folder.write(u"views/x.yml"_s, "query: [see:old\n");
    folder.write(u"views/notes.txt"_s, "old\n");
    const QStringList before = folder.state();
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"old"_s, u"new/name"_s);
    QCOMPARE(folder.state(), before);
    QCOMPARE(paths(plan), (QStringList{u"cases/old.md"_s, u"cases/a.md"_s, u"views/v.yaml"_s}));
    QVERIFY(plan.files.at(0).needed);
    QCOMPARE(plan.files.at(0).step.other, u"cases/new/name.md"_s);
    QCOMPARE(plan.files.at(1).after, caseWith("see: [new/name]\n"));
    QCOMPARE(plan.name, u"Rename old to new/name"_s);
    // An alias repeats the list elsewhere, and a view that is no YAML is not for us to mend.
    QCOMPARE(plan.leftOut.size(), 2);
    QCOMPARE(plan.leftOut.at(0).path, u"cases/z.md"_s);
    QCOMPARE(plan.leftOut.at(1).path, u"views/x.yml"_s);
    const PlanOutcome outcome = carryOut(folder.root(), plan);
    QCOMPARE(outcome.done, 3);
    QVERIFY(!folder.exists(u"cases/old.md"_s));
    QCOMPARE(folder.read(u"views/v.yaml"_s), "query: see:new/name\n"_ba);
    const auto undone = performOperation(folder.root(), outcome.undo);
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
    QCOMPARE(folder.state(), before);
}

void TestRenamePlan::aFollowerMayStay()
{
    const CurateFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    folder.write(u"cases/old.md"_s, caseWith("title: Old\n"));
    folder.write(u"cases/a.md"_s, caseWith("see: [old]\n"));
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"old"_s, u"new"_s);
    plan.files[1].chosen = false;
    QCOMPARE(carryOut(folder.root(), plan).done, 1);
    QCOMPARE(folder.read(u"cases/a.md"_s), caseWith("see: [old]\n"));
    QVERIFY(folder.exists(u"cases/new.md"_s));
}

void TestRenamePlan::followsInTheFileItself()
{
    const CurateFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    folder.write(u"cases/old.md"_s, caseWith("see: [old]\n"));
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"old"_s, u"new"_s);
    QCOMPARE(paths(plan), (QStringList{u"cases/old.md"_s, u"cases/new.md"_s}));
    const PlanOutcome outcome = carryOut(folder.root(), plan);
    QCOMPARE(outcome.done, 2);
    QCOMPARE(folder.read(u"cases/new.md"_s), caseWith("see: [new]\n"));
    const auto undone = performOperation(folder.root(), outcome.undo);
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
    QCOMPARE(folder.read(u"cases/old.md"_s), caseWith("see: [old]\n"));
}

void TestRenamePlan::nothingWhereTheNewNameIsTaken()
{
    const CurateFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    folder.write(u"cases/old.md"_s, caseWith("title: Old\n"));
    folder.write(u"cases/a.md"_s, caseWith("see: [old]\n"));
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"old"_s, u"new"_s);
    folder.write(u"cases/new.md"_s, "another program's\n");
    const QStringList before = folder.state();
    const PlanOutcome outcome = carryOut(folder.root(), plan);
    QCOMPARE(outcome.done, 0);
    QCOMPARE(outcome.leftOut.size(), 1);
    QCOMPARE(folder.state(), before);
}

void TestRenamePlan::aloneInAFolderOfMarkdown()
{
    const CurateFolder folder;
    folder.write(u"old.md"_s, "# Old\n");
    folder.write(u"a.md"_s, "# A\n");
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"old"_s, u"new"_s);
    QCOMPARE(paths(plan), QStringList{u"old.md"_s});
    QCOMPARE(carryOut(folder.root(), plan).done, 1);
    QVERIFY(folder.exists(u"new.md"_s));
}

QTEST_GUILESS_MAIN(TestRenamePlan)
#include "tst_renameplan.moc"
