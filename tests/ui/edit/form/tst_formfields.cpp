#include "core/base/value.h"
#include "tests/ui/edit/form/formtest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/sourceeditor.h"

#include <QComboBox>
#include <QDate>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "---\n"
                        "title: Alpha # a comment\n"
                        "decision: migrating\n"
                        "stage: abandoned\n"
                        "year:   2020\n"
                        "effort: {people: 2, months: }\n"
                        "reviewed: 2020-01-02\n"
                        "extra: \"1.10\"\n"
                        "deep: {a: [1]}\n"
                        "---\n"
                        "\n"
                        "Text\n";

} // namespace

/// Single values: what typing and choosing them does to the file.
class TestFormFields : public FormTest {
    Q_OBJECT

private slots:
    void init() { open(file); }
    void cleanup() { close(); }

    void showsWhatTheFileSays();
    void oneChangeIsOneLine_data();
    void oneChangeIsOneLine();
    void aFieldThatWasNotThere();
    void addedAndTakenBackInOneVisit();
    void choices();
    void otherValuesStay();
    void today();
    void numbersStep();
    void wrongTypes();
    void unknownFields();
    void windowsLineEnds();
    void savingTakesWhatIsBeingTyped();
};

void TestFormFields::showsWhatTheFileSays()
{
    QCOMPARE(textIn(u"title"_s), u"Alpha"_s);
    QCOMPARE(textIn(u"decision"_s), u"Migrating to Rust"_s);
    QCOMPARE(textIn(u"year"_s), u"2020"_s);
    QCOMPARE(textIn(u"effort.people"_s), u"2"_s);
    QCOMPARE(textIn(u"extra"_s), u"1.10"_s);
    QCOMPARE(bytes(), file); // looking changes nothing
    QVERIFY(!m_page->isModified());
}

void TestFormFields::oneChangeIsOneLine_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("a text") << u"title"_s << u"Beta"_s
                            << QStringList{u"-title: Alpha # a comment"_s, u"+title: Beta # a comment"_s};
    QTest::newRow("a text of digits") << u"title"_s << u"2020"_s
                                      << QStringList{u"-title: Alpha # a comment"_s, u"+title: \"2020\" # a comment"_s};
    QTest::newRow("a year") << u"year"_s << u"2021"_s << QStringList{u"-year:   2020"_s, u"+year:   2021"_s};
    QTest::newRow("a year cleared") << u"year"_s << QString() << QStringList{u"-year:   2020"_s, u"+year:"_s};
    QTest::newRow("a part") << u"effort.months"_s << u"6"_s
                            << QStringList{u"-effort: {people: 2, months: }"_s, u"+effort: {people: 2, months: 6}"_s};
    QTest::newRow("a field of no schema")
        << u"extra"_s << u"1.20"_s << QStringList{u"-extra: \"1.10\""_s, u"+extra: \"1.20\""_s};
}

void TestFormFields::oneChangeIsOneLine()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QStringList, lines);
    type(path, text);
    QTRY_COMPARE(changes(), lines); // by itself, a moment after the last key
    QCOMPARE(textIn(path), text);
    QVERIFY(m_page->isModified());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bytes(), file); // the visit is one step
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(changes(), lines);
}

void TestFormFields::aFieldThatWasNotThere()
{
    open("---\ntitle: A\nyear: 2020\n---\n");
    focus(u"decision"_s);
    press(Qt::Key_Down);
    QCOMPARE(changes(), QStringList{u"+decision: migrating"_s});
    QVERIFY(bytes().startsWith("---\ntitle: A\ndecision: migrating\nyear")); // in the schema's order
}

void TestFormFields::addedAndTakenBackInOneVisit()
{
    open("---\ntitle: A\n---\n");
    type(u"year"_s, u"2020"_s);
    QTRY_COMPARE(changes(), QStringList{u"+year: 2020"_s});
    type(u"year"_s, QString());
    QTRY_COMPARE(bytes(), m_opened);
}

void TestFormFields::choices()
{
    auto *box = qobject_cast<QComboBox *>(focus(u"decision"_s));
    QVERIFY(box);
    QCOMPARE(box->count(), 2); // it is required: nothing is no choice
    QCOMPARE(box->toolTip(), u"It existed before."_s);
    press(Qt::Key_Down);
    QCOMPARE(changes(), (QStringList{u"-decision: migrating"_s, u"+decision: against"_s}));
    QCOMPARE(textIn(u"decision"_s), u"Decided against"_s);
}

void TestFormFields::otherValuesStay()
{
    QCOMPARE(textIn(u"stage"_s), u"abandoned"_s);
    QVERIFY(note(u"stage"_s).contains(u"abandoned"_s));
    auto *box = qobject_cast<QComboBox *>(focus(u"stage"_s));
    QCOMPARE(box->itemData(1, Qt::ToolTipRole).toString(), u"In use."_s);
    press(Qt::Key_Tab);
    QCOMPARE(bytes(), file);
}

void TestFormFields::today()
{
    auto *button = editor(u"reviewed"_s)->findChild<QToolButton *>(u"todayButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    const QString now = QDate::currentDate().toString(Qt::ISODate);
    QCOMPARE(changes(), (QStringList{u"-reviewed: 2020-01-02"_s, u"+reviewed: "_s + now}));
}

void TestFormFields::numbersStep()
{
    focus(u"year"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    press(Qt::Key_Down);
    QTRY_COMPARE(changes(), (QStringList{u"-year:   2020"_s, u"+year:   2021"_s}));
}

void TestFormFields::wrongTypes()
{
    type(u"year"_s, u"soon"_s);
    QTRY_COMPARE(changes(), (QStringList{u"-year:   2020"_s, u"+year:   soon"_s})); // nothing typed is lost
    QVERIFY(note(u"year"_s).isEmpty()); // not before it has been typed to its end
    focus(u"title"_s);
    QVERIFY(note(u"year"_s).contains(u"soon"_s));
    QCOMPARE(textIn(u"year"_s), u"soon"_s);
    type(u"year"_s, u"2021"_s);
    QTRY_VERIFY(note(u"year"_s).isEmpty());
}

void TestFormFields::unknownFields()
{
    QVERIFY(editor(u"extra"_s));
    FieldEditor *deep = editor(u"deep"_s);
    QVERIFY(deep && !qobject_cast<QLineEdit *>(deep->control()));
    focus(u"deep"_s);
    QVERIFY(QMetaObject::invokeMethod(deep->control(), "linkActivated", Q_ARG(QString, u"source"_s)));
    QTRY_VERIFY(m_page->editor()->hasFocus());
    QCOMPARE(m_page->editor()->textCursor().blockNumber() + 1, 9);
}

void TestFormFields::windowsLineEnds()
{
    QByteArray windows = file;
    windows.replace("\n", "\r\n");
    open(windows);
    type(u"title"_s, u"Beta"_s);
    QCOMPARE(saved(), QByteArray(windows).replace("Alpha", "Beta"));
}

void TestFormFields::savingTakesWhatIsBeingTyped()
{
    type(u"title"_s, u"Beta"_s);
    press(Qt::Key_S, Qt::ControlModifier); // before the typing has paused
    QCOMPARE(saved(), QByteArray(file).replace("Alpha", "Beta"));
    QVERIFY(!m_page->isModified());
}

CASEBOOK_GUI_TEST(TestFormFields)
#include "tst_formfields.moc"
