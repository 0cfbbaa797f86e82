#include "core/base/texts.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/difference/differencemodel.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/difference/differenceview.h"

#include <QClipboard>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestDifferencePanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void init();
    void cleanup() { m_panel.reset(); }

    void summary();
    void nothingDiffers();
    void message();
    void nextAndPreviousByKey();
    void nextAndPreviousByClick();
    void switchIsRemembered();
    void opensHiddenLines();
    void copies();
    void goesToALine_data();
    void goesToALine();
    void wrapsLongLines();
    void longTextsInTheBackground();
    void onlyTheLastComparisonIsShown();
    void hostile_data();
    void hostile();

private:
    QString label(const QString &name) const { return m_panel->findChild<QLabel *>(name)->text(); }
    bool showsDifference() const { return m_panel->view()->isVisible(); }
    int row() const { return m_panel->view()->currentIndex().row(); }
    QString current() const { return m_panel->view()->currentIndex().data().toString(); }
    void click(const QString &action) const;

    std::unique_ptr<DifferencePanel> m_panel;
};

static QByteArray numbered(int count, const QHash<int, QByteArray> &other = {})
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += other.value(i, QByteArray::number(i)) + '\n';
    return text;
}

void TestDifferencePanel::init()
{
    QSettings().clear();
    m_panel = std::make_unique<DifferencePanel>();
    m_panel->resize(700, 400);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->compare(numbered(60), numbered(60, {{10, "ten"}, {30, "thirty"}, {50, "fifty\nmore"}}));
    m_panel->setFocus();
    QTRY_VERIFY(m_panel->view()->hasFocus());
}

void TestDifferencePanel::click(const QString &action) const
{
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->defaultAction()->objectName() == action)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void TestDifferencePanel::summary()
{
    QCOMPARE(label(u"differenceSummary"_s), u"4 lines changed in 3 places"_s);
    m_panel->compare("a\n", "b\n");
    QCOMPARE(label(u"differenceSummary"_s), u"1 line changed in 1 place"_s);
}

void TestDifferencePanel::nothingDiffers()
{
    QVERIFY(showsDifference());
    m_panel->compare("a\n", "a\n");
    QVERIFY(!showsDifference());
    QCOMPARE(label(u"differenceMessage"_s), u"Nothing differs."_s);
    QCOMPARE(label(u"differenceSummary"_s), QString());
    QVERIFY(!m_panel->action(u"nextDifference")->isEnabled());
    m_panel->compare("a\n", "a");
    QVERIFY(showsDifference());
}

void TestDifferencePanel::message()
{
    m_panel->showMessage(u"<b>No</b>"_s);
    QVERIFY(!showsDifference());
    QCOMPARE(label(u"differenceMessage"_s), u"<b>No</b>"_s);
    m_panel->compare("a\n", "b\n");
    QVERIFY(showsDifference());
}

void TestDifferencePanel::nextAndPreviousByKey()
{
    QCOMPARE(current(), u"-10"_s); // the first one, at once
    QTest::keyClick(m_panel->view(), Qt::Key_F8);
    QCOMPARE(current(), u"-30"_s);
    QTest::keyClick(m_panel->view(), Qt::Key_N);
    QCOMPARE(current(), u"-50"_s);
    QTest::keyClick(m_panel->view(), Qt::Key_N); // stays
    QCOMPARE(current(), u"-50"_s);
    QTest::keyClick(m_panel->view(), Qt::Key_P);
    QCOMPARE(current(), u"-30"_s);
    QTest::keyClick(m_panel->view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(current(), u"-10"_s);
    // From between two, to the nearer one of each direction.
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_panel->view(), Qt::Key_Down);
    QCOMPARE(current(), u" 13"_s);
    QTest::keyClick(m_panel->view(), Qt::Key_P);
    QCOMPARE(current(), u"-10"_s);
    QTest::keyClick(m_panel->view(), Qt::Key_Home);
    QTest::keyClick(m_panel->view(), Qt::Key_P); // nothing above
    QCOMPARE(row(), 0);
    QTest::keyClick(m_panel->view(), Qt::Key_N);
    QCOMPARE(current(), u"-10"_s);
}

void TestDifferencePanel::nextAndPreviousByClick()
{
    click(u"nextDifference"_s);
    QCOMPARE(current(), u"-30"_s);
    click(u"previousDifference"_s);
    QCOMPARE(current(), u"-10"_s);
}

void TestDifferencePanel::switchIsRemembered()
{
    QCOMPARE(m_panel->layoutKind(), DifferenceLayout::Unified);
    QTest::keyClick(m_panel->view(), Qt::Key_N);
    click(u"sideBySide"_s);
    QCOMPARE(m_panel->layoutKind(), DifferenceLayout::SideBySide);
    QCOMPARE(current(), u"-30\n+thirty"_s); // where it was
    QCOMPARE(DifferencePanel().layoutKind(), DifferenceLayout::SideBySide);
    m_panel->setLayoutKind(DifferenceLayout::Unified);
    QCOMPARE(current(), u"-30"_s);
    QCOMPARE(DifferencePanel().layoutKind(), DifferenceLayout::Unified);
}

void TestDifferencePanel::opensHiddenLines()
{
    DifferenceView *view = m_panel->view();
    const QModelIndex first = view->model()->index(0, 0);
    QCOMPARE(first.data().toString(), u"6 unchanged lines"_s);
    view->scrollToTop();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
    QCOMPARE(view->model()->index(0, 0).data().toString(), u" 1"_s);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(current(), u"7 unchanged lines"_s);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(current(), u" 54"_s);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(current(), u" 60"_s);
}

void TestDifferencePanel::copies()
{
    DifferenceView *view = m_panel->view();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"-10\n"_s);
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"-10\n+ten\n 11\n"_s);
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(view->selectedText().startsWith(u" 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n 27\n"_s));
}

void TestDifferencePanel::goesToALine_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("line");
    QTest::newRow("unchanged") << u" 31"_s << 30;
    QTest::newRow("added") << u"+more"_s << 50;
    QTest::newRow("removed") << u"-30"_s << 29;
}

void TestDifferencePanel::goesToALine()
{
    QFETCH(QString, row);
    QFETCH(int, line);
    DifferenceView *view = m_panel->view();
    QSignalSpy spy(m_panel.get(), &DifferencePanel::lineActivated);
    const QModelIndexList found =
        view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, row, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    view->setCurrentIndex(found.first());
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.last().first().toInt(), line);
    const QPoint place = view->visualRect(found.first()).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(spy.count(), 2);
}

void TestDifferencePanel::wrapsLongLines()
{
    DifferenceView *view = m_panel->view();
    m_panel->compare("short\n", "short\n" + QByteArray("many words ").repeated(60) + "\n");
    const auto height = [view](int row) { return view->visualRect(view->model()->index(row, 0)).height(); };
    QTRY_VERIFY(height(1) > 3 * height(0));
    const int wide = height(1);
    m_panel->setLayoutKind(DifferenceLayout::SideBySide); // half the room
    QTRY_VERIFY(height(1) > wide);
    const int half = height(1);
    m_panel->resize(1400, 400);
    QTRY_VERIFY(height(1) < half);
}

void TestDifferencePanel::longTextsInTheBackground()
{
    const QByteArray from = numbered(60000);
    const QByteArray to = numbered(60000, {{2, "two"}, {59999, "x"}});
    m_panel->clear();
    m_panel->compare(from, to);
    QCOMPARE(label(u"differenceMessage"_s), u"Comparing…"_s);
    QTRY_COMPARE(label(u"differenceSummary"_s), u"2 lines changed in 2 places"_s);
    QVERIFY(showsDifference());
    m_panel->compare(from, from);
    QTRY_COMPARE(label(u"differenceMessage"_s), u"Nothing differs."_s);
}

void TestDifferencePanel::onlyTheLastComparisonIsShown()
{
    m_panel->compare(numbered(60000), numbered(60000, {{2, "two"}}));
    m_panel->compare("a\n", "b\n");
    QCOMPARE(m_panel->summary(), u"1 line changed in 1 place"_s);
    m_panel->compare(numbered(60000), numbered(60000, {{2, "two"}, {3, "three"}, {9, "x"}}));
    QTRY_COMPARE(m_panel->summary(), u"3 lines changed in 2 places"_s);
    // Destroyed while one is under way.
    m_panel->compare(numbered(60000), "x");
    m_panel.reset();
}

void TestDifferencePanel::hostile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("one line of a megabyte") << QByteArray(1 << 20, 'a') << QByteArray(1 << 20, 'b');
    QTest::newRow("a hundred thousand changed lines") << numbered(100000) << QByteArray("x\n").repeated(100000);
    QTest::newRow("no text") << QByteArray(1000, '\0') << QByteArray("\xff\xfe\r\r\n\x1b[31m");
}

// Painted, whatever it is.
void TestDifferencePanel::hostile()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    m_panel->clear();
    m_panel->compare(from, to);
    QTRY_VERIFY(showsDifference());
    QVERIFY(!m_panel->grab().isNull());
    m_panel->setLayoutKind(DifferenceLayout::SideBySide);
    QVERIFY(!m_panel->grab().isNull());
    QTest::keyClick(m_panel->view(), Qt::Key_End);
    QVERIFY(!m_panel->grab().isNull());
}

CASEBOOK_GUI_TEST(TestDifferencePanel)
#include "tst_differencepanel.moc"
