#include "ui/edit/findbar.h"
#include "ui/edit/findtext.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFindBar : public QObject {
    Q_OBJECT

private slots:
    void findsInEither();
    void hardBlanks();
    void keys();
    void buttons();
    void results();
};

template<typename Editor>
static void findIn(Editor &editor)
{
    editor.setPlainText(u"Rust, rust\nand RUST"_s);
    const auto start = [&editor] { return editor.textCursor().selectionStart(); };
    QCOMPARE(findText(editor, u"rust"_s, false), FindResult::Found);
    QCOMPARE(start(), 0);
    QCOMPARE(findText(editor, u"rust,"_s, false, false), FindResult::Found); // still typing
    QCOMPARE(start(), 0);
    QCOMPARE(findText(editor, u"rust"_s, false), FindResult::Found);
    QCOMPARE(start(), 6);
    QCOMPARE(findText(editor, u"rust"_s, false), FindResult::Found);
    QCOMPARE(start(), 15);
    QCOMPARE(findText(editor, u"rust"_s, false), FindResult::Wrapped);
    QCOMPARE(start(), 0);
    QCOMPARE(findText(editor, u"rust"_s, true), FindResult::Wrapped);
    QCOMPARE(start(), 15);
    QCOMPARE(findText(editor, u"rust"_s, true), FindResult::Found);
    QCOMPARE(start(), 6);
    QCOMPARE(findText(editor, u"Go"_s, false), FindResult::NotFound);
    QCOMPARE(start(), 6); // nothing moves
    QCOMPARE(findText(editor, QString(), false), FindResult::NotFound);
    QVERIFY(!editor.textCursor().hasSelection());
}

void TestFindBar::findsInEither()
{
    QPlainTextEdit plain;
    findIn(plain);
    QTextEdit rich;
    findIn(rich);
}

void TestFindBar::hardBlanks()
{
    QPlainTextEdit editor;
    editor.setPlainText(u"10\u00A0ms"_s);
    QCOMPARE(findText(editor, u"10 ms"_s, false), FindResult::Found);
}

void TestFindBar::keys()
{
    FindBar bar;
    QVERIFY(bar.isHidden());
    bar.start(u"old"_s);
    QVERIFY(!bar.isHidden());
    auto *text = bar.findChild<QLineEdit *>(u"findText"_s);
    QCOMPARE(text->selectedText(), u"old"_s);
    QSignalSpy edited(&bar, &FindBar::textEdited);
    QSignalSpy requested(&bar, &FindBar::findRequested);
    QSignalSpy closed(&bar, &FindBar::closed);
    QTest::keyClicks(text, u"new"_s);
    QCOMPARE(edited.last().first().toString(), u"new"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(requested.last(), QVariantList({u"new"_s, false}));
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(requested.last(), QVariantList({u"new"_s, true}));
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
    QVERIFY(bar.isHidden());
    bar.start();
    QCOMPARE(bar.text(), u"new"_s); // the last one is offered again
}

void TestFindBar::buttons()
{
    FindBar bar;
    bar.start(u"a"_s);
    QSignalSpy requested(&bar, &FindBar::findRequested);
    QSignalSpy closed(&bar, &FindBar::closed);
    QTest::mouseClick(bar.findChild<QToolButton *>(u"findNext"_s), Qt::LeftButton);
    QCOMPARE(requested.last(), QVariantList({u"a"_s, false}));
    QTest::mouseClick(bar.findChild<QToolButton *>(u"findPrevious"_s), Qt::LeftButton);
    QCOMPARE(requested.last(), QVariantList({u"a"_s, true}));
    QTest::mouseClick(bar.findChild<QToolButton *>(u"findClose"_s), Qt::LeftButton);
    QCOMPARE(closed.count(), 1);
    const auto children = bar.findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QToolButton *button : children)
        QVERIFY(!button->accessibleName().isEmpty());
}

void TestFindBar::results()
{
    FindBar bar;
    bar.start(u"a"_s);
    const auto *label = bar.findChild<QLabel *>(u"findResult"_s);
    bar.showResult(FindResult::NotFound);
    QCOMPARE(label->text(), u"Not found"_s);
    bar.showResult(FindResult::Wrapped);
    QVERIFY(!label->text().isEmpty());
    bar.showResult(FindResult::Found);
    QVERIFY(label->text().isEmpty());
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
