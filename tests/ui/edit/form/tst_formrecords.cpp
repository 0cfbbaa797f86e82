#include "core/base/value.h"
#include "tests/ui/edit/form/formtest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/draghandle.h"
#include "ui/edit/form/recordcard.h"
#include "ui/edit/form/recordsfield.h"

#include <QApplication>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "---\n"
                        "title: Alpha\n"
                        "decision: migrating\n"
                        "claims:\n"
                        "  - side: for\n"
                        "    text: one\n"
                        "    source: 1\n"
                        "  - side: against # really\n"
                        "    text: two\n"
                        "    source: 2\n"
                        "sources:\n"
                        "  - title: First\n"
                        "    url: https://example.org/1\n"
                        "  - title: Second\n"
                        "    url: https://example.org/2\n"
                        "---\n";

const QByteArray one = "  - side: for\n    text: one\n    source: 1\n";
const QByteArray two = "  - side: against # really\n    text: two\n    source: 2\n";

} // namespace

class TestFormRecords : public FormTest {
    Q_OBJECT

private slots:
    void init() { open(file); }
    void cleanup() { close(); }

    void partsAreOneLine();
    void adds();
    void addsToNone();
    void duplicates();
    void removes();
    void movesByKey();
    void movesByDragging();
    void dragIsCalledOff();
    void claimsFollowTheirSources();
    void tabGoesThroughWhatWasAdded();

private:
    RecordCard *card(int index) const { return records(u"claims"_s)->cards().at(index); }
    QByteArray swapped() const { return QByteArray(file).replace(QByteArray(one + two), QByteArray(two + one)); }
    void undoAndCheck();
};

void TestFormRecords::undoAndCheck()
{
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bytes(), file);
    QCOMPARE(records(u"claims"_s)->cards().size(), 2);
    QCOMPARE(textIn(u"claims[0].text"_s), u"one"_s);
    QCOMPARE(textIn(u"claims[1].text"_s), u"two"_s);
}

void TestFormRecords::partsAreOneLine()
{
    type(u"claims[1].text"_s, u"three"_s);
    QTRY_COMPARE(changes(), (QStringList{u"-text: two"_s, u"+text: three"_s}));
}

void TestFormRecords::adds()
{
    QTest::mouseClick(editor(u"claims"_s)->findChild<QToolButton *>(u"addRecord"_s), Qt::LeftButton);
    QCOMPARE(records(u"claims"_s)->cards().size(), 3);
    QCOMPARE(changes(), (QStringList{u"+- side:"_s, u"+text:"_s}));
    QVERIFY(card(2)->isAncestorOf(QApplication::focusWidget()));
    type(u"claims[2].text"_s, u"three"_s);
    QTRY_COMPARE(changes(), (QStringList{u"+- side:"_s, u"+text: three"_s}));
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    undoAndCheck();
}

void TestFormRecords::addsToNone()
{
    open("---\ntitle: A\n---\n");
    QTest::mouseClick(editor(u"claims"_s)->findChild<QToolButton *>(u"addRecord"_s), Qt::LeftButton);
    QCOMPARE(records(u"claims"_s)->cards().size(), 1);
    QCOMPARE(changes(), (QStringList{u"+claims:"_s, u"+- side:"_s, u"+text:"_s}));
}

void TestFormRecords::duplicates()
{
    focus(u"claims[0].text"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(records(u"claims"_s)->cards().size(), 3);
    QCOMPARE(bytes(), QByteArray(file).replace(one, QByteArray(one + one)));
    QVERIFY(card(1)->isAncestorOf(QApplication::focusWidget()));
    undoAndCheck();
}

void TestFormRecords::removes()
{
    QTest::mouseClick(card(0)->findChild<QToolButton *>(u"removeRecord"_s), Qt::LeftButton);
    QCOMPARE(bytes(), QByteArray(file).replace(one, ""));
    QCOMPARE(records(u"claims"_s)->cards().size(), 1);
    QVERIFY(card(0)->handle()->hasFocus());
    undoAndCheck();
}

void TestFormRecords::movesByKey()
{
    QWidget *control = focus(u"claims[0].text"_s);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bytes(), swapped());
    QVERIFY(control->hasFocus()); // in the record that was moved
    QCOMPARE(textIn(u"claims[1].text"_s), u"one"_s);
    press(Qt::Key_Down, Qt::AltModifier); // it is the last
    QCOMPARE(bytes(), swapped());
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bytes(), file);
}

void TestFormRecords::movesByDragging()
{
    DragHandle *handle = card(0)->handle();
    const QPoint start(5, 5);
    const QPoint below = handle->mapFromGlobal(card(1)->mapToGlobal(QPoint(5, card(1)->height() - 2)));
    QTest::mousePress(handle, Qt::LeftButton, {}, start);
    QTest::mouseMove(handle, start + QPoint(0, 30));
    QTest::mouseMove(handle, below);
    QCOMPARE(bytes(), file); // not before it is dropped
    QTest::mouseRelease(handle, Qt::LeftButton, {}, below);
    QCOMPARE(bytes(), swapped());
    undoAndCheck();
}

void TestFormRecords::dragIsCalledOff()
{
    DragHandle *handle = card(0)->handle();
    handle->setFocus();
    const QPoint below = handle->mapFromGlobal(card(1)->mapToGlobal(QPoint(5, card(1)->height() - 2)));
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseMove(handle, below);
    QTest::keyClick(handle, Qt::Key_Escape);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, below);
    QCOMPARE(bytes(), file);
}

void TestFormRecords::claimsFollowTheirSources()
{
    QCOMPARE(textIn(u"claims[0].source"_s), u"1 · First"_s);
    focus(u"sources[0].title"_s);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(textIn(u"sources[1].title"_s), u"First"_s);
    QCOMPARE(textIn(u"claims[0].source"_s), u"2 · First"_s);
    QCOMPARE(textIn(u"claims[1].source"_s), u"1 · Second"_s);
    undoAndCheck();
    QCOMPARE(textIn(u"claims[0].source"_s), u"1 · First"_s);
}

void TestFormRecords::tabGoesThroughWhatWasAdded()
{
    focus(u"claims[0].text"_s);
    press(Qt::Key_Insert, Qt::AltModifier);
    QCOMPARE(records(u"claims"_s)->cards().size(), 3);
    QVERIFY(card(1)->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Tab);
    QVERIFY(card(1)->isAncestorOf(QApplication::focusWidget()));
    for (int i = 0; i < 20 && card(1)->isAncestorOf(QApplication::focusWidget()); ++i)
        press(Qt::Key_Tab);
    QVERIFY(card(2)->isAncestorOf(QApplication::focusWidget()));
}

CASEBOOK_GUI_TEST(TestFormRecords)
#include "tst_formrecords.moc"
