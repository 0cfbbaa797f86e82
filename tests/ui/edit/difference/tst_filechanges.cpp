#include "core/base/texts.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/difference/filechangesmodel.h"
#include "ui/edit/difference/filechangesview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFileChanges : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void init() { QSettings().clear(); }

    void model();
    void ticksByKey();
    void ticksByClick();
    void allAtOnce();
    void requiredStays();
    void refusedCannotBeTicked();
    void showsTheChosenOne();
    void forLookingOnly();
    void nothing();
    void manyFiles();

private:
    static QList<PlannedChange> changes();
};

static PlannedChange edit(const QString &path, const QByteArray &from, const QByteArray &to)
{
    return {{path, path, from, to}, {}, false};
}

QList<PlannedChange> TestFileChanges::changes()
{
    PlannedChange refused = edit(u"d.md"_s, "a\n", "a\n");
    refused.refusal = u"The key title stands twice."_s;
    return {edit(u"a.md"_s, "1\n2\n3\n", "1\nx\ny\n3\n"),     edit(u"same.md"_s, "a\n", "a\n"),
            {{u"b.md"_s, u"c.md"_s, "a\n", "a\n"}, {}, true}, refused,
            {{{}, u"new.md"_s, {}, "a\n"}, {}, false},        {{u"old.md"_s, {}, "a\n", {}}, {}, false}};
}

void TestFileChanges::model()
{
    FileChangesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChanges(changes());
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QVariant tick = model.index(row, 0).data(Qt::CheckStateRole);
        rows.append((tick.isNull()             ? u"  "_s
                         : tick == Qt::Checked ? u"x "_s
                                               : u"- "_s)
                    + model.index(row, 0).data().toString() + u": "_s + model.index(row, 1).data().toString());
    }
    const QStringList expected{u"x a.md: 2 lines"_s, u"x b.md → c.md: renamed"_s, u"  d.md: cannot be changed"_s,
                               u"x new.md: new"_s, u"x old.md: removed"_s};
    QCOMPARE(rows, expected);
    QCOMPARE(model.index(2, 0).data(Qt::ToolTipRole).toString(), u"The key title stands twice."_s);
    QCOMPARE(model.tickedCount(), 4);
    QCOMPARE(model.tickableCount(), 4);
}

void TestFileChanges::ticksByKey()
{
    FileChangesView view;
    view.setChanges(changes());
    view.show();
    QSignalSpy spy(&view, &FileChangesView::tickedCountChanged);
    auto *list = view.findChild<QTreeView *>(u"fileChanges"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(spy.last().first().toInt(), 3);
    QCOMPARE(view.tickedCount(), 3);
    QCOMPARE(view.tickedChanges().first().oldPath, u"b.md"_s);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(view.tickedChanges().first().oldPath, u"a.md"_s);
}

void TestFileChanges::ticksByClick()
{
    FileChangesView view;
    view.setChanges(changes());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *list = view.findChild<QTreeView *>(u"fileChanges"_s);
    const QRect cell = list->visualRect(list->model()->index(3, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      cell.topLeft() + QPoint(cell.height() / 2, cell.height() / 2));
    QCOMPARE(view.tickedCount(), 3);
    QCOMPARE(view.findChild<QCheckBox *>(u"allChanges"_s)->text(), u"3 of 4 files"_s);
    QCOMPARE(view.findChild<QCheckBox *>(u"allChanges"_s)->checkState(), Qt::PartiallyChecked);
}

void TestFileChanges::allAtOnce()
{
    FileChangesView view;
    view.setChanges({edit(u"a"_s, "1", "2"), edit(u"b"_s, "1", "2"), edit(u"c"_s, "1", "2")});
    view.show();
    auto *all = view.findChild<QCheckBox *>(u"allChanges"_s);
    QCOMPARE(all->checkState(), Qt::Checked);
    QTest::keyClick(all, Qt::Key_Space);
    QCOMPARE(view.tickedCount(), 0);
    QCOMPARE(all->checkState(), Qt::Unchecked);
    QTest::keyClick(all, Qt::Key_Space);
    QCOMPARE(view.tickedCount(), 3);
    QTest::keyClick(view.findChild<QTreeView *>(u"fileChanges"_s), Qt::Key_Space);
    QCOMPARE(all->checkState(), Qt::PartiallyChecked);
    QTest::keyClick(all, Qt::Key_Space); // what is missing is ticked
    QCOMPARE(view.tickedCount(), 3);
    QCOMPARE(all->checkState(), Qt::Checked);
}

void TestFileChanges::requiredStays()
{
    FileChangesModel model;
    model.setChanges(changes());
    QVERIFY(!model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    model.tickAll(false);
    QCOMPARE(model.tickedCount(), 1);
    QVERIFY(model.isTicked(1));
}

void TestFileChanges::refusedCannotBeTicked()
{
    FileChangesModel model;
    model.setChanges(changes());
    QVERIFY(!model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    model.tickAll(true);
    QVERIFY(!model.isTicked(2));
}

void TestFileChanges::showsTheChosenOne()
{
    FileChangesView view;
    view.setChanges(changes());
    view.show();
    auto *list = view.findChild<QTreeView *>(u"fileChanges"_s);
    auto *panel = view.findChild<DifferencePanel *>();
    auto *message = panel->findChild<QLabel *>(u"differenceMessage"_s);
    QCOMPARE(panel->summary(), u"2 lines changed in 1 place"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(message->text(), u"Only the name changes."_s);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(message->text(), u"The key title stands twice."_s);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(panel->summary(), u"1 line changed in 1 place"_s);
}

void TestFileChanges::forLookingOnly()
{
    FileChangesView view;
    view.setTickable(false);
    view.setChanges(changes());
    view.show();
    auto *list = view.findChild<QTreeView *>(u"fileChanges"_s);
    QVERIFY(!view.findChild<QCheckBox *>(u"allChanges"_s)->isVisible());
    QVERIFY(list->model()->index(0, 0).data(Qt::CheckStateRole).isNull());
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(view.tickedCount(), 4);
}

void TestFileChanges::nothing()
{
    FileChangesView view;
    view.show();
    auto *message = view.findChild<QLabel *>(u"differenceMessage"_s);
    QCOMPARE(message->text(), u"Nothing changes."_s);
    view.setEmptyText(u"No case has the tag."_s);
    QCOMPARE(message->text(), u"No case has the tag."_s);
    view.setChanges({edit(u"a"_s, "1", "1")});
    QCOMPARE(message->text(), u"No case has the tag."_s);
    QVERIFY(!view.findChild<QCheckBox *>(u"allChanges"_s)->isEnabled());
    QCOMPARE(view.tickedChanges().size(), 0);
}

void TestFileChanges::manyFiles()
{
    QList<PlannedChange> many;
    for (int i = 0; i < 20000; ++i)
        many.append(edit(u"case-%1.md"_s.arg(i), "title: a\nyear: 2020\n", "title: a\nyear: 2021\n"));
    FileChangesView view;
    view.setChanges(many);
    view.show();
    QCOMPARE(view.tickedCount(), 20000);
    QTest::keyClick(view.findChild<QTreeView *>(u"fileChanges"_s), Qt::Key_End);
    QVERIFY(!view.grab().isNull());
}

CASEBOOK_GUI_TEST(TestFileChanges)
#include "tst_filechanges.moc"
