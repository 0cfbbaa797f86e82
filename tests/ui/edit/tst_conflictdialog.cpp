#include "ui/edit/conflictdialog.h"
#include "ui/edit/sourceeditor.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

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

private:
    static QStringList tinted(const SourceEditor *editor);
};

static FileVersions versions(const QByteArray &mine, const QByteArray &onDisk)
{
    return {u"cases/a.md"_s, mine, onDisk};
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
    QCOMPARE(dialog.answer(), answer);
}

void TestConflictDialog::escapeCancels()
{
    ConflictDialog dialog(versions("a\n", "b\n"));
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(dialog.answer(), ConflictAnswer::Cancel);
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
}

QTEST_MAIN(TestConflictDialog)
#include "tst_conflictdialog.moc"
