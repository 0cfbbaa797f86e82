#include "core/curate/filestep.h"
#include "tests/core/curate/curatefolder.h"
#include "tests/core/store/failingcalls.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::FileStep)

using Kind = FileStep::Kind;

/// Every test has a corpus of two files, a.md and b.md, with a line of that letter.
class TestFileStep : public QObject {
    Q_OBJECT

private slots:
    void init();
    void doesAndUndoes_data();
    void doesAndUndoes();
    void refuses_data();
    void refuses();
    void undoNoticesChanges_data();
    void undoNoticesChanges();
    void undoOfTrashOverwritesNothing();
    void undoOfTrashNeedsTheTrash();
    void followsLinks();
    void faultLeavesTheFile();

private:
    std::unique_ptr<CurateFolder> m_folder;
};

void TestFileStep::init()
{
    m_folder = std::make_unique<CurateFolder>();
    m_folder->write(u"a.md"_s, "a\n");
    m_folder->write(u"b.md"_s, "b\n");
}

void TestFileStep::doesAndUndoes_data()
{
    QTest::addColumn<FileStep>("step");
    QTest::addColumn<QStringList>("state");
    const QByteArray hash = contentHash("a\n");
    QTest::newRow("write") << FileStep{Kind::Write, u"a.md"_s, {}, hash, "new\n"}
                           << QStringList{u"a.md: new"_s, u"b.md: b"_s};
    QTest::newRow("write whatever is there")
        << FileStep{Kind::Write, u"a.md"_s, {}, {}, "new\n"} << QStringList{u"a.md: new"_s, u"b.md: b"_s};
    QTest::newRow("empty") << FileStep{Kind::Write, u"a.md"_s, {}, hash, ""} << QStringList{u"a.md: "_s, u"b.md: b"_s};
    QTest::newRow("create") << FileStep{Kind::Create, u"x/c.md"_s, {}, {}, "c\n"}
                            << QStringList{u"a.md: a"_s, u"b.md: b"_s, u"x/c.md: c"_s};
    QTest::newRow("create an empty one") << FileStep{Kind::Create, u"c.md"_s, {}, {}, ""}
                                         << QStringList{u"a.md: a"_s, u"b.md: b"_s, u"c.md: "_s};
    QTest::newRow("rename") << FileStep{Kind::Rename, u"a.md"_s, u"x/c.md"_s, hash, {}}
                            << QStringList{u"b.md: b"_s, u"x/c.md: a"_s};
    QTest::newRow("trash") << FileStep{Kind::Trash, u"a.md"_s, {}, hash, {}} << QStringList{u"b.md: b"_s};
}

void TestFileStep::doesAndUndoes()
{
    QFETCH(FileStep, step);
    QFETCH(QStringList, state);
    const QStringList before = m_folder->state();
    for (int round = 0; round < 2; ++round) { // undone, done again and undone again
        ThoughtOfFiles files;
        QVERIFY(checkStep(m_folder->root(), step, files));
        const auto undo = performStep(m_folder->root(), step);
        QVERIFY2(undo, undo ? "" : qPrintable(undo.error().message));
        QCOMPARE(m_folder->state(), state);
        files.clear();
        QVERIFY(checkStep(m_folder->root(), *undo, files));
        const auto redo = performStep(m_folder->root(), *undo);
        QVERIFY2(redo, redo ? "" : qPrintable(redo.error().message));
        QCOMPARE(m_folder->state(), before);
        step = *redo;
    }
}

void TestFileStep::refuses_data()
{
    QTest::addColumn<FileStep>("step");
    QTest::addColumn<QString>("message");
    const QByteArray other = contentHash("other");
    const QString changed = u"changed since"_s;
    QTest::newRow("write over a change") << FileStep{Kind::Write, u"a.md"_s, {}, other, "new"} << changed;
    QTest::newRow("rename a changed one") << FileStep{Kind::Rename, u"a.md"_s, u"c.md"_s, other, {}} << changed;
    QTest::newRow("trash a changed one") << FileStep{Kind::Trash, u"a.md"_s, {}, other, {}} << changed;
    QTest::newRow("write what is gone") << FileStep{Kind::Write, u"c.md"_s, {}, {}, "new"} << u"not there any more"_s;
    QTest::newRow("rename what is gone") << FileStep{Kind::Rename, u"c.md"_s, u"d.md"_s, {}, {}}
                                         << u"not there any more"_s;
    QTest::newRow("trash what is gone") << FileStep{Kind::Trash, u"c.md"_s, {}, {}, {}} << u"not there any more"_s;
    QTest::newRow("create what exists") << FileStep{Kind::Create, u"a.md"_s, {}, {}, "new"} << u"exists already"_s;
    QTest::newRow("rename onto a file") << FileStep{Kind::Rename, u"a.md"_s, u"b.md"_s, {}, {}} << u"exists already"_s;
    QTest::newRow("outside") << FileStep{Kind::Write, u"../a.md"_s, {}, {}, "new"} << u"outside"_s;
}

void TestFileStep::refuses()
{
    QFETCH(FileStep, step);
    QFETCH(QString, message);
    const QStringList before = m_folder->state();
    ThoughtOfFiles files;
    const auto possible = checkStep(m_folder->root(), step, files);
    QVERIFY(!possible);
    QVERIFY2(possible.error().message.contains(message), qPrintable(possible.error().message));
    const auto done = performStep(m_folder->root(), step);
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(message), qPrintable(done.error().message));
    QVERIFY(done.error().message.contains(QFileInfo(step.path).fileName())
            || done.error().message.contains(QFileInfo(step.other).fileName()));
    QCOMPARE(m_folder->state(), before);
}

void TestFileStep::undoNoticesChanges_data()
{
    QTest::addColumn<FileStep>("step");
    const QByteArray hash = contentHash("a\n");
    QTest::newRow("write") << FileStep{Kind::Write, u"a.md"_s, {}, hash, "new\n"};
    QTest::newRow("create") << FileStep{Kind::Create, u"c.md"_s, {}, {}, "c\n"};
    QTest::newRow("rename") << FileStep{Kind::Rename, u"a.md"_s, u"c.md"_s, hash, {}};
}

void TestFileStep::undoNoticesChanges()
{
    QFETCH(FileStep, step);
    const auto undo = performStep(m_folder->root(), step);
    QVERIFY(undo);
    m_folder->write(undo->path, "another program's\n");
    const QStringList before = m_folder->state();
    ThoughtOfFiles files;
    QVERIFY(!checkStep(m_folder->root(), *undo, files));
    const auto undone = performStep(m_folder->root(), *undo);
    QVERIFY(!undone);
    QVERIFY2(undone.error().message.contains(undo->path), qPrintable(undone.error().message));
    QCOMPARE(m_folder->state(), before);
}

void TestFileStep::undoOfTrashOverwritesNothing()
{
    const auto undo = performStep(m_folder->root(), {Kind::Trash, u"a.md"_s, {}, contentHash("a\n"), {}});
    QVERIFY(undo);
    m_folder->write(u"a.md"_s, "another\n");
    ThoughtOfFiles files;
    QVERIFY(!checkStep(m_folder->root(), *undo, files));
    QVERIFY(!performStep(m_folder->root(), *undo));
    QCOMPARE(m_folder->read(u"a.md"_s), "another\n"_ba);
    QVERIFY(QFile::exists(m_folder->trashed(u"a.md"_s)));
}

void TestFileStep::undoOfTrashNeedsTheTrash()
{
    const auto undo = performStep(m_folder->root(), {Kind::Trash, u"a.md"_s, {}, contentHash("a\n"), {}});
    QVERIFY(undo);
    QVERIFY(QFile::remove(m_folder->trashed(u"a.md"_s)));
    ThoughtOfFiles files;
    const auto possible = checkStep(m_folder->root(), *undo, files);
    QVERIFY(!possible);
    QVERIFY2(possible.error().message.contains(u"not in the trash any more"), qPrintable(possible.error().message));
    QVERIFY(possible.error().message.contains(u"corpus/a.md"_s));
}

void TestFileStep::followsLinks()
{
    QVERIFY(QFile::link(u"a.md"_s, m_folder->path(u"link.md"_s)));
    const auto undo = performStep(m_folder->root(), {Kind::Trash, u"link.md"_s, {}, contentHash("a\n"), {}});
    QVERIFY2(undo, undo ? "" : qPrintable(undo.error().message));
    QCOMPARE(m_folder->read(u"a.md"_s), "a\n"_ba); // the link went, not what it leads to
    QVERIFY(performStep(m_folder->root(), *undo));
    QVERIFY(QFileInfo(m_folder->path(u"link.md"_s)).isSymLink());
    QCOMPARE(m_folder->read(u"link.md"_s), "a\n"_ba);
}

void TestFileStep::faultLeavesTheFile()
{
    FailingCalls calls;
    calls.failing = FailingCalls::Write;
    calls.error = ENOSPC;
    const QStringList before = m_folder->state();
    const auto done = performStep(m_folder->root(), {Kind::Write, u"a.md"_s, {}, contentHash("a\n"), "new\n"}, calls);
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(u"disk is full"_s));
    QCOMPARE(m_folder->state(), before);
}

QTEST_GUILESS_MAIN(TestFileStep)
#include "tst_filestep.moc"
