#include "core/curate/plan.h"
#include "tests/core/curate/curatefolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a corpus of three files, a.md, b.md and c.md, with a line of that letter, and a plan that makes it a
/// capital.
class TestPlan : public QObject {
    Q_OBJECT

private slots:
    void init();
    void carriesOut();
    void leavesOutWhatIsNotChosen();
    void leavesOutWhatHasChanged();
    void stopsWhereANeededFileFails();
    void cancels();
    void trashes();
    void trashesWhatCannotBeRead();
    void planningIsCancelled();

private:
    std::unique_ptr<CurateFolder> m_folder;
    Plan m_plan;
};

void TestPlan::init()
{
    m_folder = std::make_unique<CurateFolder>();
    m_plan = {};
    m_plan.name = u"Capitals"_s;
    for (const char *letter : {"a", "b", "c"}) {
        const QString name = QString::fromLatin1(letter) + u".md";
        const QByteArray bytes = QByteArray(letter) + '\n';
        m_folder->write(name, bytes);
        m_plan.files.append(plannedWrite(name, {bytes, contentHash(bytes)}, bytes.toUpper()));
    }
}

void TestPlan::carriesOut()
{
    const PlanOutcome outcome = carryOut(m_folder->root(), m_plan);
    QCOMPARE(outcome.done, 3);
    QVERIFY(outcome.leftOut.isEmpty());
    QVERIFY(!outcome.cancelled);
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: A"_s, u"b.md: B"_s, u"c.md: C"_s}));
    QCOMPARE(outcome.undo.name, u"Capitals"_s);
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: a"_s, u"b.md: b"_s, u"c.md: c"_s}));
}

void TestPlan::leavesOutWhatIsNotChosen()
{
    m_plan.files[1].chosen = false;
    int most = 0;
    const PlanOutcome outcome = carryOut(m_folder->root(), m_plan, [&](int, int total) { return (most = total) > 0; });
    QCOMPARE(outcome.done, 2);
    QCOMPARE(most, 2);
    QVERIFY(outcome.leftOut.isEmpty());
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: A"_s, u"b.md: b"_s, u"c.md: C"_s}));
}

void TestPlan::leavesOutWhatHasChanged()
{
    m_folder->write(u"b.md"_s, "changed\n");
    m_folder->remove(u"c.md"_s);
    m_plan.nameOf = [](int done) { return u"Capitals of %1"_s.arg(done); };
    const PlanOutcome outcome = carryOut(m_folder->root(), m_plan);
    QCOMPARE(outcome.done, 1);
    QCOMPARE(outcome.leftOut.size(), 2);
    QCOMPARE(outcome.leftOut.at(0).path, u"b.md"_s);
    QVERIFY2(outcome.leftOut.at(0).reason.contains(u"changed since"_s), qPrintable(outcome.leftOut.at(0).reason));
    QCOMPARE(outcome.leftOut.at(1).path, u"c.md"_s);
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: A"_s, u"b.md: changed"_s}));
    QCOMPARE(outcome.undo.name, u"Capitals of 1"_s);
    QCOMPARE(outcome.undo.steps.size(), 1); // what was done is undone, and nothing else
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: a"_s, u"b.md: changed"_s}));
}

void TestPlan::stopsWhereANeededFileFails()
{
    m_plan.files[0].needed = true;
    m_folder->write(u"a.md"_s, "changed\n");
    const PlanOutcome outcome = carryOut(m_folder->root(), m_plan);
    QCOMPARE(outcome.done, 0);
    QCOMPARE(outcome.leftOut.size(), 1);
    QVERIFY(outcome.undo.steps.isEmpty());
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: changed"_s, u"b.md: b"_s, u"c.md: c"_s}));
}

void TestPlan::cancels()
{
    const PlanOutcome outcome = carryOut(m_folder->root(), m_plan, [](int done, int) { return done < 2; });
    QVERIFY(outcome.cancelled);
    QCOMPARE(outcome.done, 2);
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: A"_s, u"b.md: B"_s, u"c.md: c"_s}));
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: a"_s, u"b.md: b"_s, u"c.md: c"_s}));
}

void TestPlan::trashes()
{
    const Plan plan = planTrash(m_folder->root(), {u"a.md"_s, u"c.md"_s});
    const PlanOutcome outcome = carryOut(m_folder->root(), plan);
    QCOMPARE(outcome.done, 2);
    QCOMPARE(m_folder->state(), QStringList{u"b.md: b"_s});
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: a"_s, u"b.md: b"_s, u"c.md: c"_s}));
}

void TestPlan::trashesWhatCannotBeRead()
{
    m_folder->write(u"a.md"_s, QByteArray(static_cast<qsizetype>(caseFileLimit) + 1, 'x'));
    const Plan plan = planTrash(m_folder->root(), {u"a.md"_s, u"gone.md"_s});
    const PlanOutcome outcome = carryOut(m_folder->root(), plan);
    QCOMPARE(outcome.done, 1);
    QVERIFY(!m_folder->exists(u"a.md"_s));
    QCOMPARE(outcome.leftOut.size(), 1);
    QCOMPARE(outcome.leftOut.at(0).path, u"gone.md"_s);
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QVERIFY(m_folder->exists(u"a.md"_s));
}

void TestPlan::planningIsCancelled()
{
    const Plan plan = planTrash(m_folder->root(), {u"a.md"_s, u"b.md"_s}, [](int, int) { return false; });
    QVERIFY(plan.cancelled);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
