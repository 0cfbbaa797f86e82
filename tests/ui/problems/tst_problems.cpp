#include "tests/ui/support/guitest.h"
#include "ui/problems/problemsmodel.h"
#include "ui/problems/problemspanel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QList<FileProblem> twoProblems{
    {u"cases/a.md"_s, {Severity::Error, 3, 8, u"The year is missing"_s}},
    {u"cases/b.md"_s, {Severity::Warning, 0, 0, u"Not a good name"_s}},
};

} // namespace

class TestProblems : public QObject {
    Q_OBJECT

private slots:
    void model();
    void staysWithTheSameProblems();
    void emptyPanel();
    void clickGoesToThePlace();
    void keyGoesToThePlace();
    void keepsThePlace();
};

void TestProblems::model()
{
    ProblemsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setProblems(twoProblems);
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, ProblemsModel::MessageColumn), u"The year is missing"_s);
    QCOMPARE(text(0, ProblemsModel::FileColumn), u"cases/a.md"_s);
    QCOMPARE(text(0, ProblemsModel::PlaceColumn), u"3:8"_s);
    QCOMPARE(text(1, ProblemsModel::PlaceColumn), QString());
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Error: The year is missing"_s);
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Warning: Not a good name"_s);
    QVERIFY(!model.index(0, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!model.index(1, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
    for (int column = 0; column < ProblemsModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    model.setProblems(twoProblems.mid(1));
    QCOMPARE(model.rowCount(), 1);
    model.setProblems({});
    QCOMPARE(model.rowCount(), 0);
}

void TestProblems::staysWithTheSameProblems()
{
    ProblemsModel model;
    model.setProblems(twoProblems);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setProblems(twoProblems);
    QCOMPARE(reset.size(), 0);
    model.setProblems(twoProblems.mid(1));
    QCOMPARE(reset.size(), 1);
}

void TestProblems::emptyPanel()
{
    ProblemsPanel panel;
    panel.show();
    QVERIFY(panel.findChild<QTreeView *>()->isHidden());
    QVERIFY(panel.findChild<QLabel *>()->isVisible());
    panel.setProblems(twoProblems);
    QVERIFY(panel.findChild<QTreeView *>()->isVisible());
    QVERIFY(panel.findChild<QLabel *>()->isHidden());
    panel.setProblems({});
    QVERIFY(panel.findChild<QTreeView *>()->isHidden());
}

void TestProblems::clickGoesToThePlace()
{
    ProblemsPanel panel;
    panel.setProblems(twoProblems);
    panel.resize(800, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy requested(&panel, &ProblemsPanel::placeRequested);
    auto *view = panel.findChild<QTreeView *>();
    for (int column = 0; column < ProblemsModel::ColumnCount; ++column) {
        const QRect cell = view->visualRect(view->model()->index(0, column));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.takeFirst(), (QVariantList{u"cases/a.md"_s, 3, 8}));
    }
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(1, 0)).center());
    QCOMPARE(requested.takeFirst(), (QVariantList{u"cases/b.md"_s, 0, 0}));
}

void TestProblems::keyGoesToThePlace()
{
    ProblemsPanel panel;
    panel.setProblems(twoProblems);
    panel.show();
    auto *view = panel.findChild<QTreeView *>();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, 0));
    QSignalSpy requested(&panel, &ProblemsPanel::placeRequested);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first(), (QVariantList{u"cases/b.md"_s, 0, 0}));
}

void TestProblems::keepsThePlace()
{
    ProblemsPanel panel;
    panel.setProblems(twoProblems);
    panel.show();
    auto *view = panel.findChild<QTreeView *>();
    view->setCurrentIndex(view->model()->index(1, 0));
    panel.setProblems(twoProblems);
    QCOMPARE(view->currentIndex().row(), 1);
}

CASEBOOK_GUI_TEST(TestProblems)
#include "tst_problems.moc"
