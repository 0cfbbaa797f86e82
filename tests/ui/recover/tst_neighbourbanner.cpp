#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/recover/neighbourbanner.h"

#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Two windows with one corpus each.
class TestNeighbourBanner : public QObject {
    Q_OBJECT

private slots:
    void alone();
    void theSecondIsTold();
    void goesWithTheOther();
    void dismissed();
    void otherCorpus();
};

void TestNeighbourBanner::alone()
{
    const CorpusFolder folder;
    NeighbourBanner banner;
    banner.enter(folder.root());
    QVERIFY(banner.isHidden());
}

void TestNeighbourBanner::theSecondIsTold()
{
    const CorpusFolder folder;
    NeighbourBanner first;
    NeighbourBanner second;
    first.enter(folder.root());
    second.enter(folder.root());
    QVERIFY(first.isHidden());
    QVERIFY(second.isVisible());
    const QString process = QString::number(QCoreApplication::applicationPid());
    QVERIFY2(second.message().contains(process), qPrintable(second.message()));
    QCOMPARE(second.accessibleName(), second.message());
}

void TestNeighbourBanner::goesWithTheOther()
{
    const CorpusFolder folder;
    auto first = std::make_unique<NeighbourBanner>();
    NeighbourBanner second;
    first->enter(folder.root());
    second.enter(folder.root());
    QVERIFY(second.isVisible());
    first.reset();
    QTRY_VERIFY(second.isHidden());
}

void TestNeighbourBanner::dismissed()
{
    const CorpusFolder folder;
    NeighbourBanner first;
    NeighbourBanner second;
    NeighbourBanner third;
    first.enter(folder.root());
    second.enter(folder.root());
    auto *button = second.findChild<QToolButton *>();
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(second.isHidden());
    third.enter(folder.root());
    second.enter(folder.root()); // read anew: said once is enough
    QVERIFY(second.isHidden());
    QVERIFY(third.isVisible());
}

void TestNeighbourBanner::otherCorpus()
{
    const CorpusFolder folder;
    const CorpusFolder other;
    NeighbourBanner first;
    NeighbourBanner second;
    first.enter(folder.root());
    second.enter(folder.root());
    second.enter(other.root());
    QVERIFY(second.isHidden());
    first.leave();
    second.enter(folder.root());
    QVERIFY(second.isHidden());
}

CASEBOOK_GUI_TEST(TestNeighbourBanner)
#include "tst_neighbourbanner.moc"
