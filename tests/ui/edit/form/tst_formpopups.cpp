#include "tests/ui/edit/form/formtest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/sourceeditor.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What the form opens above itself: the calendar, and the fields to add where the schema was inferred.
class TestFormPopups : public FormTest {
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void calendarShowsTheDay_data();
    void calendarShowsTheDay();
    void choosesADayByKeys();
    void choosesADayByAClick();
    void calendarIsCalledOff();
    void addsAFieldOfTheFolder();
    void addedFieldGoesWhereNothingIsTyped();
    void addsAFieldByKeys();
    void offersNothingWhereAllAreThere();

private:
    QCalendarWidget *openCalendar();
    QToolButton *addField() const { return form()->findChild<QToolButton *>(u"addField"_s); }
    QStringList offered() const;
    void openInferred();
};

QCalendarWidget *TestFormPopups::openCalendar()
{
    auto *button = editor(u"reviewed"_s)->findChild<QToolButton *>(u"calendarButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    return editor(u"reviewed"_s)->findChild<QCalendarWidget *>();
}

void TestFormPopups::calendarShowsTheDay_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QDate>("day");
    QTest::newRow("of the field") << "2024-02-29"_ba << QDate(2024, 2, 29);
    QTest::newRow("none") << QByteArray() << QDate::currentDate();
    QTest::newRow("no date") << "soon"_ba << QDate::currentDate();
}

void TestFormPopups::calendarShowsTheDay()
{
    QFETCH(QByteArray, value);
    open("---\ntitle: A\nreviewed: " + value + "\n---\n");
    const QCalendarWidget *calendar = openCalendar();
    QVERIFY(calendar && calendar->isVisible());
    QTEST(calendar->selectedDate(), "day");
}

void TestFormPopups::choosesADayByKeys()
{
    open("---\ntitle: A\nreviewed: 2024-02-28 # then\n---\n");
    QCalendarWidget *calendar = openCalendar();
    auto *days = calendar->findChild<QTableView *>();
    QTest::keyClick(days, Qt::Key_Right);
    QCOMPARE(calendar->selectedDate(), QDate(2024, 2, 29));
    QVERIFY(changes().isEmpty());
    QTest::keyClick(days, Qt::Key_Return);
    QTRY_COMPARE(changes(), (QStringList{u"-reviewed: 2024-02-28 # then"_s, u"+reviewed: 2024-02-29 # then"_s}));
    QTRY_VERIFY(!editor(u"reviewed"_s)->findChild<QCalendarWidget *>()); // closed, and gone
    QCOMPARE(m_page->focusWidget(), editor(u"reviewed"_s)->control()); // where the window's focus comes back to
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(changes().isEmpty());
}

void TestFormPopups::choosesADayByAClick()
{
    open("---\ntitle: A\n---\n");
    QCalendarWidget *calendar = openCalendar();
    calendar->setCurrentPage(2024, 2);
    auto *days = calendar->findChild<QTableView *>();
    // The 15th is in the third week, whatever the first day of a week.
    for (int row = 0; row < days->model()->rowCount(); ++row) {
        for (int column = 0; column < days->model()->columnCount(); ++column) {
            const QModelIndex index = days->model()->index(row, column);
            if (index.data().toString() == u"15")
                QTest::mouseClick(days->viewport(), Qt::LeftButton, {}, days->visualRect(index).center());
        }
    }
    QTRY_COMPARE(changes(), QStringList{u"+reviewed: 2024-02-15"_s});
}

void TestFormPopups::calendarIsCalledOff()
{
    open("---\ntitle: A\nreviewed: 2024-02-28\n---\n");
    QWidget *menu = openCalendar()->window();
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!editor(u"reviewed"_s)->findChild<QCalendarWidget *>());
    QVERIFY(changes().isEmpty());
}

/// A file of a folder without a description, in which other files have a colour and a size too.
void TestFormPopups::openInferred()
{
    open("---\ntitle: A\n---\nBody.\n", "fields: {title: {}, colour: {type: list, label: Colour}, size: {label: Size}}\n");
    EditContext context = m_page->context();
    context.schema.inferred = true;
    m_page->setContext(context);
    m_page->showFace(Face::Form);
}

QStringList TestFormPopups::offered() const
{
    emit addField()->menu()->aboutToShow();
    QStringList labels;
    const QList<QAction *> actions = addField()->menu()->actions();
    for (const QAction *action : actions)
        labels.append(action->text());
    return labels;
}

void TestFormPopups::addsAFieldOfTheFolder()
{
    openInferred();
    QVERIFY(!editor(u"size"_s));
    QVERIFY(addField()->isVisible());
    QCOMPARE(offered(), (QStringList{u"Colour"_s, u"Size"_s}));
    addField()->menu()->actions().last()->trigger();
    QVERIFY(editor(u"size"_s));
    QCOMPARE(QApplication::focusWidget(), editor(u"size"_s)->control());
    QCOMPARE(offered(), QStringList{u"Colour"_s});
    type(u"size"_s, u"10"_s);
    QTRY_COMPARE(changes(), QStringList{u"+size: \"10\""_s});
}

void TestFormPopups::addedFieldGoesWhereNothingIsTyped()
{
    openInferred();
    offered();
    addField()->menu()->actions().first()->trigger();
    QVERIFY(editor(u"colour"_s));
    press(Qt::Key_Tab);
    QVERIFY(changes().isEmpty()); // to look at a field is no edit
}

void TestFormPopups::addsAFieldByKeys()
{
    openInferred();
    addField()->setFocus();
    QMenu *menu = addField()->menu();
    // The button opens it in a loop of its own, which ends with it.
    QTimer::singleShot(0, menu, [menu] {
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::keyClick(addField(), Qt::Key_Space);
    QTRY_VERIFY(editor(u"colour"_s));
}

void TestFormPopups::offersNothingWhereAllAreThere()
{
    open("---\ntitle: A\nsize: 1\n---\n", {});
    QVERIFY(!addField()->isVisible());
}

QTEST_MAIN(TestFormPopups)
#include "tst_formpopups.moc"
