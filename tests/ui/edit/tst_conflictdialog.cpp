#include "ui/edit/colors.h"
#include "ui/edit/conflictdialog.h"
#include "ui/edit/merge/mergecolors.h"
#include "ui/edit/sourceeditor.h"
#include "ui/edit/tintedline.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::ConflictAnswer)

class TestConflictDialog : public QObject {
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void escapeCancels();
    void showsBoth();
    void scrollsTogether();
    void bytesThatAreNoText();
    void conflictsOneByOne();
    void decidesByClick();
    void editsByHand();
    void acceptsMine();
    void stepsThroughConflicts();
    void mergesTheRest();
    void tabLeadsToTheButtons();
    void wordsOnATintCanBeRead_data();
    void wordsOnATintCanBeRead();

private:
    static QStringList tinted(const SourceEditor *editor);
};

static FileVersions versions(const QByteArray &mine, const QByteArray &onDisk)
{
    return {u"cases/a.md"_s, "a\nbase\nc\n", mine, onDisk};
}

QStringList TestConflictDialog::tinted(const SourceEditor *editor)
{
    QStringList lines;
    const auto selections = editor->extraSelections();
    for (const QTextEdit::ExtraSelection &selection : selections)
        lines.append(selection.cursor.block().text());
    return lines;
}

void TestConflictDialog::answers_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<ConflictAnswer>("answer");
    QTest::newRow("mine") << u"saveMine"_s << ConflictAnswer::SaveMine;
    QTest::newRow("theirs") << u"takeDisk"_s << ConflictAnswer::TakeDisk;
    QTest::newRow("copy") << u"saveCopy"_s << ConflictAnswer::SaveCopy;
}

void TestConflictDialog::answers()
{
    QFETCH(QString, button);
    QFETCH(ConflictAnswer, answer);
    ConflictDialog dialog(versions("a\n", "b\n"));
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton *>(button), Qt::LeftButton);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(dialog.choice().answer, answer);
}

void TestConflictDialog::escapeCancels()
{
    ConflictDialog dialog(versions("a\n", "b\n"));
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(dialog.choice().answer, ConflictAnswer::Cancel);
}

void TestConflictDialog::showsBoth()
{
    ConflictDialog dialog(versions("a\nmine\nc\n", "a\ntheirs\nc\nmore\n"));
    const auto *mine = dialog.findChild<SourceEditor *>(u"mine"_s);
    const auto *onDisk = dialog.findChild<SourceEditor *>(u"onDisk"_s);
    QCOMPARE(mine->toPlainText(), u"a\nmine\nc\n"_s);
    QCOMPARE(onDisk->toPlainText(), u"a\ntheirs\nc\nmore\n"_s);
    QVERIFY(mine->isReadOnly());
    QVERIFY(onDisk->isReadOnly());
    QCOMPARE(tinted(mine), QStringList{u"mine"_s});
    QCOMPARE(tinted(onDisk), QStringList({u"theirs"_s, u"more"_s}));
    QCOMPARE(dialog.findChild<SourceEditor *>(u"merged"_s)->toPlainText(), u"a\nmine\nc\nmore\n"_s);
}

void TestConflictDialog::scrollsTogether()
{
    QByteArray common;
    for (int i = 0; i < 400; ++i)
        common += "line " + QByteArray::number(i) + "\n";
    ConflictDialog dialog(versions(common, QByteArray("new\n").repeated(50) + common));
    dialog.resize(800, 500);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *mine = dialog.findChild<SourceEditor *>(u"mine"_s);
    auto *onDisk = dialog.findChild<SourceEditor *>(u"onDisk"_s);
    mine->verticalScrollBar()->setValue(100);
    QCOMPARE(onDisk->verticalScrollBar()->value(), 150);
    onDisk->verticalScrollBar()->setValue(250);
    QCOMPARE(mine->verticalScrollBar()->value(), 200);
    mine->verticalScrollBar()->setValue(mine->verticalScrollBar()->maximum());
    QCOMPARE(onDisk->verticalScrollBar()->value(), onDisk->verticalScrollBar()->maximum());
}

void TestConflictDialog::bytesThatAreNoText()
{
    ConflictDialog dialog(versions("a\n", QByteArray("\xff\0\r\xfe", 4)));
    dialog.open();
    QCOMPARE(dialog.findChild<SourceEditor *>(u"mine"_s)->toPlainText(), u"a\n"_s);
    QVERIFY(!dialog.findChild<SourceEditor *>(u"merged"_s)->isVisible()); // nothing to merge
    QVERIFY(!dialog.findChild<QPushButton *>(u"saveMerged"_s)->isVisible());
    QVERIFY(dialog.findChild<QPushButton *>(u"saveMine"_s)->isVisible());
    QTest::mouseClick(dialog.findChild<QToolButton *>(u"nextDifference"_s), Qt::LeftButton);
}

// Two conflicts, and a line at the end that was changed on disk alone.
static FileVersions twoConflicts()
{
    return {u"cases/a.md"_s, "1\na\n2\nb\n3\nc\n", "1\nA\n2\nB\n3\nc\n", "1\nx\n2\ny\n3\nC\n"};
}

void TestConflictDialog::conflictsOneByOne()
{
    ConflictDialog dialog(twoConflicts());
    dialog.open();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *merged = dialog.findChild<SourceEditor *>(u"merged"_s);
    auto *save = dialog.findChild<QPushButton *>(u"saveMerged"_s);
    const auto *state = dialog.findChild<QLabel *>(u"conflictState"_s);
    QTRY_VERIFY(merged->hasFocus());
    QVERIFY(!save->isEnabled());
    QVERIFY(state->text().startsWith(u"Conflict 1 of 2"_s));
    QTest::keyClick(merged, Qt::Key_2, Qt::AltModifier);     // the one on disk
    QVERIFY(state->text().startsWith(u"Conflict 2 of 2"_s)); // on to the next
    QVERIFY(!save->isEnabled());
    QTest::keyClick(merged, Qt::Key_3, Qt::AltModifier); // both
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(dialog.choice().answer, ConflictAnswer::SaveMerged);
    QCOMPARE(dialog.choice().merged, u"1\nx\n2\nB\ny\n3\nC\n"_s);
}

static void click(const QDialog &dialog, const QString &action)
{
    for (QToolButton *button : dialog.findChildren<QToolButton *>()) {
        if (button->defaultAction() && button->defaultAction()->objectName() == action)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void TestConflictDialog::decidesByClick()
{
    ConflictDialog dialog(twoConflicts());
    dialog.open();
    const auto *merged = dialog.findChild<SourceEditor *>(u"merged"_s);
    click(dialog, u"takeTheirs"_s);
    QCOMPARE(merged->toPlainText(), u"1\nx\n2\nB\n3\nC\n"_s);
    click(dialog, u"takeMine"_s);
    QCOMPARE(merged->toPlainText(), u"1\nx\n2\nB\n3\nC\n"_s);
    QVERIFY(dialog.findChild<QPushButton *>(u"saveMerged"_s)->isEnabled());
}

void TestConflictDialog::editsByHand()
{
    ConflictDialog dialog(twoConflicts());
    dialog.open();
    auto *merged = dialog.findChild<SourceEditor *>(u"merged"_s);
    auto *save = dialog.findChild<QPushButton *>(u"saveMerged"_s);
    QTest::keyClicks(merged, u"my own "_s);
    QCOMPARE(merged->toPlainText(), u"1\nmy own A\n2\nB\n3\nC\n"_s);
    QVERIFY(!save->isEnabled()); // the other one is open
    click(dialog, u"nextConflict"_s);
    click(dialog, u"takeAsItStands"_s);
    QVERIFY(save->isEnabled());
    QTest::keyClick(merged, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!save->isEnabled()); // the first one is open again
}

void TestConflictDialog::acceptsMine()
{
    ConflictDialog dialog(twoConflicts());
    dialog.open();
    auto *save = dialog.findChild<QPushButton *>(u"saveMerged"_s);
    QTest::keyClick(dialog.findChild<QCheckBox *>(u"acceptOpen"_s), Qt::Key_Space);
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(dialog.choice().merged, u"1\nA\n2\nB\n3\nC\n"_s);
}

void TestConflictDialog::stepsThroughConflicts()
{
    ConflictDialog dialog(twoConflicts());
    dialog.open();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *merged = dialog.findChild<SourceEditor *>(u"merged"_s);
    const auto *onDisk = dialog.findChild<SourceEditor *>(u"onDisk"_s);
    QTRY_VERIFY(merged->hasFocus());
    QCOMPARE(merged->textCursor().block().text(), u"A"_s);
    QCOMPARE(onDisk->textCursor().block().text(), u"x"_s);
    QTest::keyClick(merged, Qt::Key_F8);
    QCOMPARE(merged->textCursor().block().text(), u"B"_s);
    QCOMPARE(onDisk->textCursor().block().text(), u"y"_s);
    QTest::keyClick(merged, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(merged->textCursor().block().text(), u"A"_s);
}

// Opened by hand, though nothing conflicts.
void TestConflictDialog::mergesTheRest()
{
    ConflictDialog dialog({u"cases/a.md"_s, "a\nb\nc\n", "x\nb\nc\n", "a\nb\ny\n"});
    dialog.open();
    QCOMPARE(dialog.findChild<SourceEditor *>(u"merged"_s)->toPlainText(), u"x\nb\ny\n"_s);
    QVERIFY(dialog.findChild<QPushButton *>(u"saveMerged"_s)->isEnabled());
}

void TestConflictDialog::tabLeadsToTheButtons()
{
    ConflictDialog dialog({u"cases/a.md"_s, "a\nbase\n", "a\nmine\n", "a\ntheirs\n"});
    dialog.open();
    auto *merged = dialog.findChild<SourceEditor *>(u"merged"_s);
    QTRY_VERIFY(merged->hasFocus());
    const QString before = merged->toPlainText();
    QTest::keyClick(merged, Qt::Key_Tab);
    QCOMPARE(merged->toPlainText(), before);
    QVERIFY(!merged->hasFocus());
}

void TestConflictDialog::wordsOnATintCanBeRead_data()
{
    QTest::addColumn<QRgb>("text");
    QTest::addColumn<QRgb>("base");
    QTest::newRow("light") << 0xff1e2226U << 0xffffffffU;
    QTest::newRow("dark") << 0xffe3e5e8U << 0xff1b1d20U;
}

void TestConflictDialog::wordsOnATintCanBeRead()
{
    QFETCH(QRgb, text);
    QFETCH(QRgb, base);
    QPalette palette;
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::Base, QColor(base));
    QTextDocument document(u"first line\nlast line"_s);
    using Kind = MergeRegion::Kind;
    for (const Kind kind : {Kind::Conflict, Kind::Theirs, Kind::Mine, Kind::Both}) {
        for (const bool current : {false, true}) {
            const QColor ground = regionTint(kind, current, palette);
            const QTextEdit::ExtraSelection line = tintedLine(document.firstBlock(), ground, palette);
            const bool plain = line.format.hasProperty(QTextFormat::ForegroundBrush);
            const QColor worst = plain ? line.format.foreground().color() : mutedText(palette);
            QVERIFY2(contrast(worst, ground) >= 4.5, qPrintable(QString::number(contrast(worst, ground))));
            QCOMPARE(line.cursor.block(), document.firstBlock());
            QVERIFY(line.cursor.hasSelection()); // of all of its lines on the screen
        }
    }
}

QTEST_MAIN(TestConflictDialog)
#include "tst_conflictdialog.moc"
