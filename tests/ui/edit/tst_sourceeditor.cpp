#include "ui/edit/linegutter.h"
#include "ui/edit/sourceeditor.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QWheelEvent>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestSourceEditor : public QObject {
    Q_OBJECT

private slots:
    void keys_data();
    void keys();
    void tabLeadsOnWhereNothingCanBeWritten();
    void goesTo_data();
    void goesTo();
    void gutterGrows();
    void gutterClick();
    void problems();
    void replacesWhatDiffers_data();
    void replacesWhatDiffers();
    void replacingKeepsTheView();
    void replacingIsOneStep();
    void copiesHardBlanks();
    void pastesWithoutNul();
    void zooms();
    void hasAName();
};

void TestSourceEditor::keys_data()
{
    QTest::addColumn<QString>("before"); // "|" is the cursor, "[" and "]" a selection
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, int key, Qt::KeyboardModifier modifier,
                        const QString &after) { QTest::newRow(name) << before << key << int(modifier) << after; };
    row("tab in text", u"abc|"_s, Qt::Key_Tab, Qt::NoModifier, u"abc "_s);
    row("tab at an even column", u"ab|c"_s, Qt::Key_Tab, Qt::NoModifier, u"ab  c"_s);
    row("tab on a list's mark", u"- a\n-| b"_s, Qt::Key_Tab, Qt::NoModifier, u"- a\n  - b"_s);
    row("tab after a list's mark", u"1. |b"_s, Qt::Key_Tab, Qt::NoModifier, u"  1. b"_s);
    row("tab within a list's text", u"- ab|c"_s, Qt::Key_Tab, Qt::NoModifier, u"- ab  c"_s);
    row("tab over lines", u"a\n[b\n\nc]\nd"_s, Qt::Key_Tab, Qt::NoModifier, u"a\n  b\n\n  c\nd"_s);
    row("tab over lines, end at a start", u"[a\nb\n]c"_s, Qt::Key_Tab, Qt::NoModifier, u"  a\n  b\nc"_s);
    row("tab over a word", u"a [b] c"_s, Qt::Key_Tab, Qt::NoModifier, u"a    c"_s);
    row("backtab", u"    a|"_s, Qt::Key_Backtab, Qt::ShiftModifier, u"  a"_s);
    row("backtab, one blank", u" a|"_s, Qt::Key_Backtab, Qt::ShiftModifier, u"a"_s);
    row("backtab, nothing to take", u"a|"_s, Qt::Key_Backtab, Qt::ShiftModifier, u"a"_s);
    row("backtab over lines", u"[  a\n b\nc]"_s, Qt::Key_Backtab, Qt::ShiftModifier, u"a\nb\nc"_s);
    row("backtab takes a tab", u"\ta|"_s, Qt::Key_Backtab, Qt::ShiftModifier, u"a"_s);
    row("enter keeps the indentation", u"  - a|"_s, Qt::Key_Return, Qt::NoModifier, u"  - a\n  "_s);
    row("enter within the indentation", u" | a"_s, Qt::Key_Return, Qt::NoModifier, u" \n  a"_s);
    row("enter replaces the selection", u"a[b]c"_s, Qt::Key_Enter, Qt::KeypadModifier, u"a\nc"_s);
    row("shift and enter is a line as well", u"a|b"_s, Qt::Key_Return, Qt::ShiftModifier, u"a\nb"_s);
}

void TestSourceEditor::keys()
{
    QFETCH(QString, before);
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, after);
    const qsizetype start = std::max(before.indexOf(u'|'), before.indexOf(u'['));
    const qsizetype end = before.contains(u']') ? before.indexOf(u']') - 1 : start;
    const QString text = QString(before).remove(u'|').remove(u'[').remove(u']');
    SourceEditor editor;
    editor.setContents(text);
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(static_cast<int>(start));
    cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    QTest::keyClick(&editor, static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(editor.toPlainText(), after);
    editor.undo();
    QCOMPARE(editor.toPlainText(), text);
}

void TestSourceEditor::tabLeadsOnWhereNothingCanBeWritten()
{
    SourceEditor editor;
    QVERIFY(!editor.tabChangesFocus());
    editor.setReadOnly(true);
    QVERIFY(editor.tabChangesFocus());
    editor.setReadOnly(false);
    QVERIFY(!editor.tabChangesFocus());
}

void TestSourceEditor::goesTo_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("block");
    QTest::addColumn<int>("position"); // UTF-16 units within the line
    QTest::newRow("start") << 1 << 1 << 0 << 0;
    QTest::newRow("second line") << 2 << 3 << 1 << 2;
    QTest::newRow("no column") << 2 << 0 << 1 << 0;
    QTest::newRow("code points, not units") << 3 << 3 << 2 << 3;
    QTest::newRow("past the line's end") << 2 << 99 << 1 << 5;
    QTest::newRow("past the last line") << 99 << 1 << 3 << 0;
    QTest::newRow("before the first") << 0 << 0 << 0 << 0;
}

void TestSourceEditor::goesTo()
{
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(int, block);
    QFETCH(int, position);
    SourceEditor editor;
    editor.setContents(u"---\nyear:\n\U0001F980 crab\n"_s);
    editor.goTo(line, column);
    QCOMPARE(editor.textCursor().blockNumber(), block);
    QCOMPARE(editor.textCursor().positionInBlock(), position);
}

void TestSourceEditor::gutterGrows()
{
    SourceEditor editor;
    editor.setContents(u"a\n"_s.repeated(998));
    const int width = editor.gutterWidth();
    QVERIFY(width > 0);
    editor.setContents(u"a\n"_s.repeated(998) + u"a"_s);
    QCOMPARE(editor.gutterWidth(), width); // 999 lines
    editor.setContents(u"a\n"_s.repeated(999) + u"a"_s);
    QCOMPARE(editor.gutterWidth(), width + editor.fontMetrics().horizontalAdvance(u'9')); // 1000 lines
    editor.resize(400, 300);
    editor.show();
    const auto *gutter = editor.findChild<LineGutter *>();
    QTRY_COMPARE(gutter->width(), editor.gutterWidth());
    QVERIFY(!gutter->geometry().intersects(editor.viewport()->geometry()));
}

void TestSourceEditor::gutterClick()
{
    SourceEditor editor;
    editor.setContents(u"a\nb\nc\n"_s);
    editor.resize(400, 300);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    auto *gutter = editor.findChild<LineGutter *>();
    const QRect third = editor.cursorRect(QTextCursor(editor.document()->findBlockByNumber(2)));
    QTest::mouseClick(gutter, Qt::LeftButton, {}, QPoint(2, third.center().y()));
    QCOMPARE(editor.textCursor().blockNumber(), 2);
}

void TestSourceEditor::problems()
{
    SourceEditor editor;
    editor.setContents(u"---\nyear: 20x0\n---\n"_s);
    const Problem wrong{Severity::Error, 2, 7, u"not a year"_s};
    const Problem wholeFile{Severity::Warning, 0, 0, u"no title"_s};
    const Problem pastTheEnd{Severity::Warning, 99, 5, u"ends too early"_s};
    editor.setProblems({wrong, wholeFile, pastTheEnd});
    QCOMPARE(editor.problemsOnLine(2), u"not a year"_s);
    QCOMPARE(editor.problemsOnLine(1), QString());
    QCOMPARE(editor.problemsOnLine(4), u"ends too early"_s);
    QVERIFY(editor.hasErrorOnLine(2));
    QVERIFY(!editor.hasErrorOnLine(4));
    QStringList underlined;
    const auto selections = editor.extraSelections();
    for (const QTextEdit::ExtraSelection &selection : selections) {
        if (selection.format.underlineStyle() == QTextCharFormat::WaveUnderline)
            underlined.append(selection.cursor.selectedText());
    }
    QCOMPARE(underlined, QStringList({u"20x0"_s, QString()}));
    QVERIFY(!editor.document()->isModified());

    QTextCursor(editor.document()).insertText(u"\n"_s); // they move with the text
    QCOMPARE(editor.problemsOnLine(3), u"not a year"_s);
    editor.setProblems({});
    QCOMPARE(editor.problemsOnLine(3), QString());
}

void TestSourceEditor::replacesWhatDiffers_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QStringList texts{
        u""_s,     u"a"_s,        u"a\n"_s,       u"a\nb\nc"_s, u"a\nx\nc"_s,      u"a\nb\nc\nd\n"_s,
        u"b\nc"_s, u"a\nc\n\n"_s, u"x\ny\nz\n"_s, u"\n\n"_s,    u"a\nb\nc\nb\na"_s};
    for (const QString &before : texts) {
        for (const QString &after : texts) {
            const QString name = before + u" > "_s + after;
            QTest::newRow(qPrintable(QString(name).replace(u'\n', u'/'))) << before << after;
        }
    }
}

void TestSourceEditor::replacesWhatDiffers()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    SourceEditor editor;
    editor.setContents(before);
    editor.replaceContents(after);
    QCOMPARE(editor.toPlainText(), after);
    editor.undo();
    QCOMPARE(editor.toPlainText(), before);
}

void TestSourceEditor::replacingKeepsTheView()
{
    QStringList lines;
    for (int i = 0; i < 500; ++i)
        lines.append(u"line %1"_s.arg(i));
    SourceEditor editor;
    editor.resize(400, 300);
    editor.setContents(lines.join(u'\n'));
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    editor.goTo(300, 4);
    const int top = editor.cursorForPosition(QPoint(0, 0)).blockNumber();
    QVERIFY(top > 0);
    lines.insert(10, u"new"_s);
    lines.insert(10, u"new"_s);
    lines[450] = u"changed"_s;
    editor.replaceContents(lines.join(u'\n'));
    QCOMPARE(editor.textCursor().block().text(), u"line 299"_s);
    QCOMPARE(editor.textCursor().positionInBlock(), 3);
    QCOMPARE(editor.cursorForPosition(QPoint(0, 0)).blockNumber(), top + 2);

    lines[301] = u"the cursor's own"_s;
    editor.replaceContents(lines.join(u'\n'));
    QCOMPARE(editor.textCursor().blockNumber(), 301);
    QCOMPARE(editor.textCursor().positionInBlock(), 3);
}

void TestSourceEditor::replacingIsOneStep()
{
    SourceEditor editor;
    editor.setContents(u"a\nb\nc\nd\n"_s);
    editor.replaceContents(u"A\nb\nC\nd\ne\n"_s);
    editor.undo();
    QCOMPARE(editor.toPlainText(), u"a\nb\nc\nd\n"_s);
    editor.redo();
    QCOMPARE(editor.toPlainText(), u"A\nb\nC\nd\ne\n"_s);
}

void TestSourceEditor::copiesHardBlanks()
{
    SourceEditor editor;
    const QString text = u"10\u00A0ms\nand more"_s;
    editor.setContents(text);
    editor.selectAll();
    QTest::keyClick(&editor, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), text);
    editor.setContents({});
    QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(editor.document()->toRawText(), QString(text).replace(u'\n', QChar::ParagraphSeparator));
    QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor.toPlainText(), QString());
}

void TestSourceEditor::pastesWithoutNul()
{
    SourceEditor editor;
    auto *data = new QMimeData;
    data->setText(u"a"_s + QChar::Null + u"b\r\nc"_s);
    QApplication::clipboard()->setMimeData(data);
    editor.paste();
    QCOMPARE(editor.toPlainText(), u"ab\nc"_s);
    editor.setReadOnly(true);
    editor.paste();
    QCOMPARE(editor.toPlainText(), u"ab\nc"_s);
}

void TestSourceEditor::zooms()
{
    SourceEditor editor;
    const qreal size = editor.font().pointSizeF();
    const int width = editor.gutterWidth();
    QSignalSpy changed(&editor, &SourceEditor::zoomChanged);
    editor.setZoom(4);
    QCOMPARE(editor.font().pointSizeF(), size + 4);
    QVERIFY(editor.gutterWidth() > width);
    editor.setZoom(4);
    QCOMPARE(changed.count(), 1);
    editor.setZoom(1000);
    QCOMPARE(editor.zoom(), 24);
    editor.setZoom(0);
    QCOMPARE(editor.font().pointSizeF(), size);
    const QPointF middle(50, 50);
    QWheelEvent wheel(middle, editor.viewport()->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(editor.viewport(), &wheel);
    QCOMPARE(editor.zoom(), 1);
}

void TestSourceEditor::hasAName()
{
    const SourceEditor editor;
    QVERIFY(!editor.accessibleName().isEmpty());
}

QTEST_MAIN(TestSourceEditor)
#include "tst_sourceeditor.moc"
