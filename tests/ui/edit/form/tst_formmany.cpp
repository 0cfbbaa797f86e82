#include "tests/ui/edit/form/formtest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/draghandle.h"
#include "ui/edit/form/dropmark.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/recordcard.h"
#include "ui/edit/form/recordsfield.h"
#include "ui/edit/sourceeditor.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// A case with thirty claims, of which a few are to be seen at a time.
class TestFormMany : public FormTest {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { close(); }
    void showsAll();
    void goesToTheLast();
    void scrollsWhileDragged();
    void scrollsBackUp();
    void dragsToTheEnd();
    void tabGoesThroughAll();

private:
    static constexpr int count = 30;

    RecordCard *card(int index) const { return records(u"claims"_s)->cards().at(index); }
    QScrollArea *area() const { return form()->findChild<QScrollArea *>(); }
    int scrolled() const { return area()->verticalScrollBar()->value(); }
    QPoint inside(const DragHandle *handle, double part) const;
};

void TestFormMany::init()
{
    QByteArray file = "---\ntitle: Many\nclaims:\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        file += "  - side: " + QByteArray(i % 2 == 0 ? "for" : "against") + "\n    text: Claim " + number + "\n";
    }
    open(file + "---\n");
}

/// A place in the view, for a handle: 0 is its top, 1 its bottom.
QPoint TestFormMany::inside(const DragHandle *handle, double part) const
{
    const QWidget *view = area()->viewport();
    return handle->mapFromGlobal(view->mapToGlobal(QPoint(20, static_cast<int>(view->height() * part))));
}

void TestFormMany::showsAll()
{
    QCOMPARE(records(u"claims"_s)->cards().size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(textIn(u"claims[%1].text"_s.arg(i)), u"Claim %1"_s.arg(i));
        QCOMPARE(textIn(u"claims[%1].side"_s.arg(i)), i % 2 == 0 ? u"For"_s : u"Against"_s);
    }
    QVERIFY(changes().isEmpty());
}

void TestFormMany::goesToTheLast()
{
    type(u"claims[29].text"_s, u"Last"_s);
    QVERIFY(scrolled() > 0);
    QTRY_COMPARE(changes(), (QStringList{u"-text: Claim 29"_s, u"+text: Last"_s}));
    m_page->goTo(5, 5);
    QCOMPARE(QApplication::focusWidget(), editor(u"claims[0].text"_s)->control());
}

void TestFormMany::scrollsWhileDragged()
{
    form()->goTo(*FieldPath::parse(u"claims[0].text"_s));
    DragHandle *handle = card(0)->handle();
    const int before = scrolled();
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseMove(handle, inside(handle, 0.5));
    QTest::mouseMove(handle, inside(handle, 0.99)); // at the edge, and held there
    auto *mark = records(u"claims"_s)->findChild<DropMark *>();
    QVERIFY(mark->isVisible());
    const int gap = mark->gap();
    QTRY_VERIFY(scrolled() > before + area()->viewport()->height());
    QVERIFY(mark->gap() > gap); // it follows what has come into view
    QTest::mouseMove(handle, inside(handle, 0.5));
    const int to = mark->gap();
    QTest::mouseRelease(handle, Qt::LeftButton, {}, inside(handle, 0.5));
    QVERIFY(!mark->isVisible());
    QTRY_COMPARE(textIn(u"claims[%1].text"_s.arg(to)), u"Claim 0"_s);
    QCOMPARE(textIn(u"claims[0].text"_s), u"Claim 1"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(changes().isEmpty());
    QCOMPARE(textIn(u"claims[0].text"_s), u"Claim 0"_s);
}

void TestFormMany::scrollsBackUp()
{
    form()->goTo(*FieldPath::parse(u"claims[29].text"_s));
    QTRY_VERIFY(scrolled() > 0);
    DragHandle *handle = card(29)->handle();
    const int before = scrolled();
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseMove(handle, inside(handle, 0.5));
    QTest::mouseMove(handle, inside(handle, 0.01));
    QTRY_VERIFY(scrolled() < before - area()->viewport()->height());
    QTest::keyClick(handle, Qt::Key_Escape);
    const int then = scrolled();
    QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(changes().isEmpty());
    QCOMPARE(scrolled(), then);
}

void TestFormMany::dragsToTheEnd()
{
    form()->goTo(*FieldPath::parse(u"claims[29].text"_s));
    DragHandle *handle = card(28)->handle();
    const QPoint behind = handle->mapFromGlobal(card(29)->mapToGlobal(QPoint(5, card(29)->height() - 2)));
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseMove(handle, QPoint(5, 60));
    QTest::mouseMove(handle, behind);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, behind);
    QTRY_COMPARE(textIn(u"claims[29].text"_s), u"Claim 28"_s);
    QCOMPARE(textIn(u"claims[28].text"_s), u"Claim 29"_s);
}

void TestFormMany::tabGoesThroughAll()
{
    focus(u"claims[0].text"_s);
    for (int i = 0; i < 400 && QApplication::focusWidget() != editor(u"claims[29].text"_s)->control(); ++i)
        press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), editor(u"claims[29].text"_s)->control());
}

QTEST_MAIN(TestFormMany)
#include "tst_formmany.moc"
