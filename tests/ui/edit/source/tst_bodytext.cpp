#include "ui/edit/source/bodytext.h"
#include "ui/edit/sourceeditor.h"

#include <QTest>
#include <QTextBlock>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestBodyText : public QObject {
    Q_OBJECT

private slots:
    void findsTheBody_data();
    void findsTheBody();
    void followsEdits();
    void changesInOneStep();
    void keepsTheSelectionsDirection();
    void keepsHardBlanks();
};

void TestBodyText::findsTheBody_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("first"); // line of the body, from 0; -1: none
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("no front matter") << u"a\n---\nb"_s << 0;
    QTest::newRow("front matter") << u"---\na: 1\n---\n\ntext"_s << 3;
    QTest::newRow("ended by dots") << u"---\na: 1\n...\ntext"_s << 3;
    QTest::newRow("nothing behind it") << u"---\na: 1\n---"_s << -1;
    QTest::newRow("an empty line behind it") << u"---\na: 1\n---\n"_s << 3;
    QTest::newRow("no end") << u"---\na: 1\n\ntext"_s << -1;
    QTest::newRow("TOML") << u"+++\na = 1\n+++\ntext"_s << 3;
    QTest::newRow("a fence in the body") << u"---\n---\ntext\n---\nb"_s << 2;
    QTest::newRow("block text before the end") << u"---\na: |\n  b\n---\ntext"_s << 4;
    QTest::newRow("quotes without an end") << u"---\na: \"b\n---\ntext"_s << 3;
}

void TestBodyText::findsTheBody()
{
    QFETCH(QString, text);
    QFETCH(int, first);
    SourceEditor editor;
    editor.setContents(text);
    QCOMPARE(firstBodyLine(*editor.document()).blockNumber(), first);
    for (QTextBlock line = editor.document()->firstBlock(); line.isValid(); line = line.next())
        QCOMPARE(isInBody(line), first >= 0 && line.blockNumber() >= first);
}

void TestBodyText::followsEdits()
{
    SourceEditor editor;
    editor.setContents(u"---\na: 1\n\ntext"_s);
    QVERIFY(!isInBody(editor.document()->lastBlock()));
    editor.goTo(3);
    editor.textCursor().insertText(u"---"_s);
    QVERIFY(isInBody(editor.document()->lastBlock()));
    editor.undo();
    QVERIFY(!isInBody(editor.document()->lastBlock()));
}

void TestBodyText::changesInOneStep()
{
    SourceEditor editor;
    const QString text = u"---\na: 1\n---\none two"_s;
    editor.setContents(text);
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(static_cast<int>(text.indexOf(u"two"_s)));
    cursor.setPosition(static_cast<int>(text.size()), QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    const SelectedText source = selectedBody(editor);
    QCOMPARE(source, (SelectedText{u"one two"_s, {4, 7}}));
    TextChange change;
    change.replacements = {{{0, 3}, u"1"_s, Replacement::Side::Opens}, {{7, 7}, u"!"_s, Replacement::Side::Closes}};
    changeBody(editor, change);
    QCOMPARE(editor.toPlainText(), u"---\na: 1\n---\n1 two!"_s);
    QCOMPARE(editor.textCursor().selectedText(), u"two"_s);
    editor.undo();
    QCOMPARE(editor.toPlainText(), text);
}

void TestBodyText::keepsTheSelectionsDirection()
{
    SourceEditor editor;
    editor.setContents(u"one two"_s);
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(7);
    cursor.setPosition(4, QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    TextChange change;
    change.replacements = {{{0, 0}, u"x"_s, Replacement::Side::Opens}};
    changeBody(editor, change);
    QCOMPARE(editor.textCursor().anchor(), 8);
    QCOMPARE(editor.textCursor().position(), 5);
}

void TestBodyText::keepsHardBlanks()
{
    SourceEditor editor;
    editor.setContents(u"10\u00A0ms"_s);
    QCOMPARE(selectedBody(editor).text, u"10\u00A0ms"_s);
}

QTEST_MAIN(TestBodyText)
#include "tst_bodytext.moc"
