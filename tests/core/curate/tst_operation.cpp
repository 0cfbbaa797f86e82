#include "core/curate/operation.h"
#include "tests/core/curate/curatefolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

using Kind = FileStep::Kind;
using Way = OperationHistory::Way;

/// Every test has a corpus of three files, a.md, b.md and c.md, with a line of that letter.
class TestOperation : public QObject {
    Q_OBJECT

private slots:
    void init();
    void doesAllAndUndoesAll();
    void stepsUponEachOther();
    void checksAllBeforeTheFirst();
    void takesBackWhatWasDone();
    void cancels();
    void cancelAtTheEndComesTooLate();
    void history();
    void historyForgetsTheOldest();
    void historyForgetsWhatIsLarge();

private:
    FileStep writing(const QString &name, const QByteArray &bytes) const
    {
        return {Kind::Write, name, {}, contentHash(m_folder->read(name)), bytes};
    }

    std::unique_ptr<CurateFolder> m_folder;
};

void TestOperation::init()
{
    m_folder = std::make_unique<CurateFolder>();
    for (const char *name : {"a", "b", "c"})
        m_folder->write(QString::fromLatin1(name) + u".md", QByteArray(name) + '\n');
}

void TestOperation::doesAllAndUndoesAll()
{
    const QStringList before = m_folder->state();
    const Operation operation{u"Everything"_s,
                              {writing(u"a.md"_s, "A\n"),
                               {Kind::Trash, u"b.md"_s, {}, contentHash("b\n"), {}},
                               {Kind::Create, u"d.md"_s, {}, {}, "D\n"},
                               {Kind::Rename, u"c.md"_s, u"x/c.md"_s, contentHash("c\n"), {}}}};
    const QStringList after{u"a.md: A"_s, u"d.md: D"_s, u"x/c.md: c"_s};
    QList<int> told;
    const auto undo = performOperation(m_folder->root(), operation, [&](int done, int total) {
        told.append(done);
        return total == 4;
    });
    QVERIFY2(undo, undo ? "" : qPrintable(undo.error().message));
    QCOMPARE(m_folder->state(), after);
    QCOMPARE(told, (QList<int>{1, 2, 3, 4}));
    QCOMPARE(undo->name, u"Everything"_s);
    const auto redo = performOperation(m_folder->root(), *undo);
    QVERIFY2(redo, redo ? "" : qPrintable(redo.error().message));
    QCOMPARE(m_folder->state(), before);
    const auto again = performOperation(m_folder->root(), *redo);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(m_folder->state(), after);
}

void TestOperation::stepsUponEachOther()
{
    const QStringList before = m_folder->state();
    const auto undo = performOperation(m_folder->root(),
                                       {u"x"_s,
                                        {{Kind::Rename, u"a.md"_s, u"z.md"_s, contentHash("a\n"), {}},
                                         {Kind::Write, u"z.md"_s, {}, contentHash("a\n"), "Z\n"},
                                         {Kind::Rename, u"b.md"_s, u"a.md"_s, contentHash("b\n"), {}}}});
    QVERIFY2(undo, undo ? "" : qPrintable(undo.error().message));
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: b"_s, u"c.md: c"_s, u"z.md: Z"_s}));
    const auto redo = performOperation(m_folder->root(), *undo);
    QVERIFY2(redo, redo ? "" : qPrintable(redo.error().message));
    QCOMPARE(m_folder->state(), before);
}

void TestOperation::checksAllBeforeTheFirst()
{
    const Operation operation{u"x"_s, {writing(u"a.md"_s, "A\n"), writing(u"b.md"_s, "B\n")}};
    m_folder->write(u"b.md"_s, "changed\n");
    const auto done = performOperation(m_folder->root(), operation);
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(u"b.md"_s), qPrintable(done.error().message));
    QCOMPARE(m_folder->read(u"a.md"_s), "a\n"_ba);
}

void TestOperation::takesBackWhatWasDone()
{
    const QStringList before = m_folder->state();
    const Operation operation{u"x"_s, {writing(u"a.md"_s, "A\n"), writing(u"b.md"_s, "B\n")}};
    // Another program is quicker than the second step.
    const auto done = performOperation(m_folder->root(), operation, [this](int, int) {
        m_folder->write(u"b.md"_s, "changed\n");
        return true;
    });
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(u"b.md"_s));
    QCOMPARE(m_folder->state(), (QStringList{u"a.md: a"_s, u"b.md: changed"_s, u"c.md: c"_s}));
}

void TestOperation::cancels()
{
    const QStringList before = m_folder->state();
    const Operation operation{u"x"_s, {writing(u"a.md"_s, "A\n"), writing(u"b.md"_s, "B\n")}};
    const auto done = performOperation(m_folder->root(), operation, [](int, int) { return false; });
    QVERIFY(!done);
    QVERIFY(done.error().message.startsWith(u"Cancelled"_s));
    QCOMPARE(m_folder->state(), before);
}

void TestOperation::cancelAtTheEndComesTooLate()
{
    const Operation operation{u"x"_s, {writing(u"a.md"_s, "A\n"), writing(u"b.md"_s, "B\n")}};
    QVERIFY(performOperation(m_folder->root(), operation, [](int done, int total) { return done < total; }));
    QCOMPARE(m_folder->read(u"b.md"_s), "B\n"_ba);
}

void TestOperation::history()
{
    OperationHistory history;
    QVERIFY(!history.next(Way::Undo));
    history.add({u"first"_s, {}});
    history.add({u"second"_s, {}});
    QCOMPARE(history.next(Way::Undo)->name, u"second"_s);
    QVERIFY(!history.next(Way::Redo));
    history.moved(Way::Undo, {u"second, again"_s, {}});
    QCOMPARE(history.next(Way::Undo)->name, u"first"_s);
    QCOMPARE(history.next(Way::Redo)->name, u"second, again"_s);
    history.moved(Way::Redo, {u"second"_s, {}});
    QVERIFY(!history.next(Way::Redo));
    history.moved(Way::Undo, {u"second, again"_s, {}});
    history.add({u"third"_s, {}});
    QVERIFY(!history.next(Way::Redo));
    QCOMPARE(history.next(Way::Undo)->name, u"third"_s);
    history.clear();
    QVERIFY(!history.next(Way::Undo));
    history.moved(Way::Undo, {u"late"_s, {}});
    QVERIFY(!history.next(Way::Redo));
}

void TestOperation::historyForgetsTheOldest()
{
    OperationHistory history;
    for (int i = 0; i < 120; ++i)
        history.add({QString::number(i), {}});
    int count = 0;
    QString oldest;
    while (const Operation *next = history.next(Way::Undo)) {
        oldest = next->name;
        history.moved(Way::Undo, {});
        ++count;
    }
    QCOMPARE(count, 100);
    QCOMPARE(oldest, u"20"_s);
}

void TestOperation::historyForgetsWhatIsLarge()
{
    OperationHistory history;
    const QByteArray large(90 * 1024 * 1024, 'x');
    history.add({u"first"_s, {{Kind::Write, {}, {}, {}, large}}});
    history.add({u"second"_s, {{Kind::Write, {}, {}, {}, large}}});
    QCOMPARE(history.next(Way::Undo)->name, u"second"_s);
    history.moved(Way::Undo, {});
    QVERIFY(!history.next(Way::Undo));
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
