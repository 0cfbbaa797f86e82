#include "ui/edit/findbar.h"
#include "ui/edit/source/replacetext.h"
#include "ui/edit/source/sourcepane.h"
#include "ui/edit/sourceeditor.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestReplace : public QObject {
    Q_OBJECT

private slots:
    void init();
    void replacesAll_data();
    void replacesAll();
    void replacesOneByOne();
    void replacesAllByAClick();
    void options();
    void beginsWithWhatIsSelected();
    void notWhereNothingCanBeWritten();
    void findAloneHasNoFieldToReplace();

private:
    template<typename Widget>
    Widget *part(const QString &name) const
    {
        return m_pane->findChild<FindBar *>()->findChild<Widget *>(name);
    }
    void startReplace() const { QTest::keyClick(m_pane->editor(), Qt::Key_H, Qt::ControlModifier); }

    std::unique_ptr<SourcePane> m_pane;
};

void TestReplace::init()
{
    m_pane = std::make_unique<SourcePane>();
    m_pane->resize(600, 400);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->editor()->setContents(u"Rust, rust\nrusty RUST"_s);
    m_pane->editor()->setFocus();
}

void TestReplace::replacesAll_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("wholeWords");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << u"rust"_s << u"Go"_s << false << false << u"Go, Go\nGoy Go"_s << 4;
    QTest::newRow("case") << u"rust"_s << u"Go"_s << true << false << u"Rust, Go\nGoy RUST"_s << 2;
    QTest::newRow("words") << u"rust"_s << u"Go"_s << false << true << u"Go, Go\nrusty Go"_s << 3;
    QTest::newRow("case and words") << u"rust"_s << u"Go"_s << true << true << u"Rust, Go\nrusty RUST"_s << 1;
    QTest::newRow("with itself and more")
        << u"rust"_s << u"rust rust"_s << true << true << u"Rust, rust rust\nrusty RUST"_s << 1;
    QTest::newRow("with nothing") << u"rust"_s << QString() << false << false << u", \ny "_s << 4;
    QTest::newRow("not there") << u"Go"_s << u"C"_s << false << false << u"Rust, rust\nrusty RUST"_s << 0;
    QTest::newRow("nothing") << QString() << u"C"_s << false << false << u"Rust, rust\nrusty RUST"_s << 0;
}

void TestReplace::replacesAll()
{
    QFETCH(QString, text);
    QFETCH(QString, replacement);
    QFETCH(bool, matchCase);
    QFETCH(bool, wholeWords);
    QFETCH(QString, after);
    SourceEditor *editor = m_pane->editor();
    QTEST(replaceAll(*editor, text, replacement, {matchCase, wholeWords}), "count");
    QCOMPARE(editor->toPlainText(), after);
    editor->undo(); // one step
    QCOMPARE(editor->toPlainText(), u"Rust, rust\nrusty RUST"_s);
    QVERIFY(!editor->document()->isUndoAvailable());
}

void TestReplace::replacesOneByOne()
{
    startReplace();
    auto *text = part<QLineEdit>(u"findText"_s);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"rust"_s);
    auto *with = part<QLineEdit>(u"replacement"_s);
    QTest::keyClick(text, Qt::Key_Tab);
    with->setFocus();
    QTest::keyClicks(with, u"Go"_s);
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(m_pane->editor()->toPlainText(), u"Go, rust\nrusty RUST"_s);
    QCOMPARE(m_pane->editor()->textCursor().selectionStart(), 4); // the next one is shown
    QTest::mouseClick(part<QPushButton>(u"replaceOne"_s), Qt::LeftButton);
    QCOMPARE(m_pane->editor()->toPlainText(), u"Go, Go\nrusty RUST"_s);
    QTest::keyClick(with, Qt::Key_Escape);
    QVERIFY(!m_pane->findChild<FindBar *>()->isVisible());
    QTRY_VERIFY(m_pane->editor()->hasFocus());
}

void TestReplace::replacesAllByAClick()
{
    startReplace();
    QTest::keyClicks(part<QLineEdit>(u"findText"_s), u"rust"_s);
    QTest::keyClicks(part<QLineEdit>(u"replacement"_s), u"C"_s);
    QTest::mouseClick(part<QPushButton>(u"replaceAll"_s), Qt::LeftButton);
    QCOMPARE(m_pane->editor()->toPlainText(), u"C, C\nCy C"_s);
    const auto *result = part<QLabel>(u"findResult"_s);
    QVERIFY2(result->text().contains(u'4'), qPrintable(result->text()));
    QTest::mouseClick(part<QPushButton>(u"replaceAll"_s), Qt::LeftButton);
    QCOMPARE(result->text(), u"Not found"_s);
}

void TestReplace::options()
{
    startReplace();
    QTest::keyClicks(part<QLineEdit>(u"findText"_s), u"RUST"_s);
    QCOMPARE(m_pane->editor()->textCursor().selectedText(), u"Rust"_s);
    QTest::mouseClick(part<QToolButton>(u"matchCase"_s), Qt::LeftButton);
    QCOMPARE(m_pane->editor()->textCursor().selectedText(), u"RUST"_s);
    QTest::mouseClick(part<QToolButton>(u"matchCase"_s), Qt::LeftButton);
    m_pane->editor()->goTo(2, 1);
    QTest::mouseClick(part<QToolButton>(u"wholeWords"_s), Qt::LeftButton);
    QCOMPARE(m_pane->editor()->textCursor().selectionStart(), 17); // not "rusty"
}

void TestReplace::beginsWithWhatIsSelected()
{
    m_pane->editor()->moveCursor(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    startReplace();
    QCOMPARE(part<QLineEdit>(u"findText"_s)->text(), u"Rust"_s);
    QTRY_VERIFY(part<QLineEdit>(u"replacement"_s)->hasFocus());
}

void TestReplace::notWhereNothingCanBeWritten()
{
    m_pane->editor()->setReadOnly(true);
    startReplace();
    QVERIFY(part<QLineEdit>(u"findText"_s)->isVisible());
    QVERIFY(!part<QLineEdit>(u"replacement"_s)->isVisible());
    QCOMPARE(replaceAll(*m_pane->editor(), u"rust"_s, u"Go"_s, {}), 0);
}

void TestReplace::findAloneHasNoFieldToReplace()
{
    startReplace();
    QVERIFY(part<QLineEdit>(u"replacement"_s)->isVisible());
    m_pane->editor()->setFocus();
    QTest::keyClick(m_pane->editor(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!part<QLineEdit>(u"replacement"_s)->isVisible());
    FindBar elsewhere;
    elsewhere.start();
    QVERIFY(!elsewhere.findChild<QToolButton *>(u"matchCase"_s)->isVisible());
}

QTEST_MAIN(TestReplace)
#include "tst_replace.moc"
