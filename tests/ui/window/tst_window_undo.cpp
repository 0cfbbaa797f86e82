#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"
#include "ui/read/caseview.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What is done to files and taken back, in the window. Every test has the small corpus, with gamma being read.
class TestWindowUndo : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void offersUndoInTheStatusLine();
    void undoesByKeysInTheTree();
    void undoesByKeysInTheReader();
    void keysBelongToTheText();
    void menuSaysWhatIsUndone();
    void undoesANewCaseThatIsEdited();
    void asksBeforeUndoingWhileUnsaved();
    void deleteKeyInTheTree();
    void changesTheSelection();
    void changesWhatIsEdited();
    void renamesWithFollowers();
    void treeHasAMenu();

private:
    void trashGamma() const;
    QToolButton *offer() const { return m_driver->window().findChild<QToolButton *>(u"offerButton"_s); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowUndo::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"gamma"_s));
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s);
}

void TestWindowUndo::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowUndo::trashGamma() const
{
    m_driver->action(u"trash"_s)->trigger();
    QVERIFY(m_driver->answer(u"Move to Trash"_s));
    QTRY_VERIFY(!m_driver->shows(u"gamma"_s));
}

void TestWindowUndo::offersUndoInTheStatusLine()
{
    QVERIFY(!offer()->isVisible());
    trashGamma();
    QTRY_VERIFY(offer()->isVisible());
    QVERIFY(m_driver->status().contains(u"trash"_s));
    QCOMPARE(offer()->text(), u"Undo"_s);
    QTest::mouseClick(offer(), Qt::LeftButton);
    QTRY_VERIFY(m_driver->shows(u"gamma"_s));
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s); // and is shown again
    QVERIFY(m_driver->status().startsWith(u"Undone"_s));
    QVERIFY(!offer()->isVisible());
}

void TestWindowUndo::undoesByKeysInTheTree()
{
    trashGamma();
    m_driver->tree()->setFocus();
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_VERIFY(m_driver->shows(u"gamma"_s));
    m_driver->press(u"Ctrl+Shift+Z"_s);
    QTRY_VERIFY(!m_driver->shows(u"gamma"_s));
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_VERIFY(m_driver->shows(u"gamma"_s));
}

void TestWindowUndo::undoesByKeysInTheReader()
{
    trashGamma();
    m_driver->clickCase(u"alpha"_s);
    m_driver->reader()->setFocus();
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_VERIFY(m_driver->shows(u"gamma"_s));
}

void TestWindowUndo::keysBelongToTheText()
{
    trashGamma();
    m_driver->clickCase(u"alpha"_s);
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    const QString before = m_driver->editor()->toPlainText();
    m_driver->type(u"x"_s);
    m_driver->press(u"Ctrl+Z"_s);
    QCOMPARE(m_driver->editor()->toPlainText(), before);
    m_driver->press(u"Ctrl+Z"_s); // there is nothing more to undo in the text
    m_driver->press(u"Ctrl+1"_s); // nor in the form
    QTRY_VERIFY(!m_driver->editor()->hasFocus());
    m_driver->press(u"Ctrl+Z"_s);
    QCoreApplication::processEvents();
    QVERIFY(!m_folder->exists(u"cases/gamma.md"_s));
    QVERIFY(m_driver->action(u"undoFiles"_s)->isEnabled());
}

void TestWindowUndo::menuSaysWhatIsUndone()
{
    QVERIFY(!m_driver->action(u"undoFiles"_s)->isEnabled());
    trashGamma();
    QTRY_VERIFY(m_driver->action(u"undoFiles"_s)->isEnabled());
    QVERIFY(m_driver->action(u"undoFiles"_s)->text().contains(u"Gamma tool"_s));
    QVERIFY(!m_driver->action(u"redoFiles"_s)->isEnabled());
    m_driver->action(u"undoFiles"_s)->trigger();
    QTRY_VERIFY(m_driver->action(u"redoFiles"_s)->text().contains(u"Gamma tool"_s));
    QVERIFY(!m_driver->action(u"undoFiles"_s)->isEnabled());
}

void TestWindowUndo::undoesANewCaseThatIsEdited()
{
    m_driver->press(u"Ctrl+N"_s);
    QTRY_VERIFY(m_driver->dialog(u"nameDialog"_s));
    QTest::keyClicks(m_driver->dialog(u"nameDialog"_s)->findChild<QLineEdit *>(u"caseTitle"_s), u"Brand new"_s);
    QTest::keyClick(m_driver->dialog(u"nameDialog"_s), Qt::Key_Return);
    QTRY_COMPARE(m_driver->pane()->currentId(), u"brand-new"_s);
    QTRY_VERIFY(m_driver->pane()->isEditing());
    m_driver->action(u"undoFiles"_s)->trigger();
    QTRY_VERIFY(!m_driver->shows(u"brand-new"_s));
    QVERIFY(!m_driver->pane()->isEditing());
}

void TestWindowUndo::asksBeforeUndoingWhileUnsaved()
{
    trashGamma();
    m_driver->clickCase(u"alpha"_s);
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    m_driver->type(u"x"_s);
    m_driver->action(u"undoFiles"_s)->trigger();
    QVERIFY(m_driver->answer(u"Cancel"_s));
    QVERIFY(!m_folder->exists(u"cases/gamma.md"_s));
    QVERIFY(m_driver->window().isWindowModified());
    m_driver->action(u"undoFiles"_s)->trigger();
    QVERIFY(m_driver->answer(u"Discard"_s));
    QTRY_VERIFY(m_driver->shows(u"gamma"_s));
}

void TestWindowUndo::deleteKeyInTheTree()
{
    m_driver->tree()->setFocus();
    m_driver->press(u"Del"_s);
    QVERIFY(m_driver->answer(u"Move to Trash"_s));
    QTRY_VERIFY(!m_driver->shows(u"gamma"_s));
}

void TestWindowUndo::changesTheSelection()
{
    m_driver->clickCase(u"alpha"_s);
    m_driver->clickCase(u"delta"_s, Qt::ControlModifier);
    m_driver->press(u"Shift+F2"_s);
    QTRY_VERIFY(m_driver->dialog(u"bulkEditDialog"_s));
    QWidget *dialog = m_driver->dialog(u"bulkEditDialog"_s);
    dialog->findChild<QComboBox *>(u"bulkField"_s)->setEditText(u"Year"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"1999"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"carryOut"_s);
    QTRY_VERIFY(ok->isEnabled());
    ok->click();
    QTRY_VERIFY(m_folder->read(u"cases/alpha.md"_s).contains("year: 1999"));
    QTRY_VERIFY(m_folder->read(u"cases/delta.md"_s).contains("year: 1999"));
    QTRY_VERIFY(offer()->isVisible());
    QCOMPARE(m_driver->tree()->selectedIds(), (QStringList{u"alpha"_s, u"delta"_s}));
    m_driver->tree()->setFocus();
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_VERIFY(m_folder->read(u"cases/alpha.md"_s).contains("year: 2018"));
    QTRY_VERIFY(m_folder->read(u"cases/delta.md"_s).contains("year: 2024"));
}

void TestWindowUndo::changesWhatIsEdited()
{
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    m_driver->action(u"editFields"_s)->trigger();
    QTRY_VERIFY(m_driver->dialog(u"bulkEditDialog"_s));
    QWidget *dialog = m_driver->dialog(u"bulkEditDialog"_s);
    dialog->findChild<QComboBox *>(u"bulkField"_s)->setEditText(u"Year"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"1999"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"carryOut"_s);
    QTRY_VERIFY(ok->isEnabled());
    ok->click();
    QTRY_VERIFY(m_driver->editor()->toPlainText().contains(u"year: 1999"_s));
    QVERIFY(!m_driver->window().isWindowModified());
}

void TestWindowUndo::renamesWithFollowers()
{
    m_driver->clickCase(u"beta"_s);
    QTRY_COMPARE(m_driver->read(), u"Beta engine"_s);
    m_driver->press(u"F2"_s);
    QTRY_VERIFY(m_driver->dialog(u"nameDialog"_s));
    auto *line = m_driver->dialog(u"nameDialog"_s)->findChild<QLineEdit *>(u"caseId"_s);
    line->selectAll();
    QTest::keyClicks(line, u"beth"_s);
    QTest::keyClick(m_driver->dialog(u"nameDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(m_driver->dialog(u"planDialog"_s));
    m_driver->dialog(u"planDialog"_s)->findChild<QPushButton *>(u"carryOut"_s)->click();
    QTRY_VERIFY(m_driver->shows(u"beth"_s));
    QCOMPARE(m_driver->pane()->currentId(), u"beth"_s);
    QVERIFY(m_folder->read(u"cases/alpha.md"_s).contains("related: [beth]"));
    m_driver->tree()->setFocus();
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_VERIFY(m_driver->shows(u"beta"_s));
    QTRY_COMPARE(m_driver->pane()->currentId(), u"beta"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"beta"_s});
}

void TestWindowUndo::treeHasAMenu()
{
    QCOMPARE(m_driver->tree()->contextMenuPolicy(), Qt::ActionsContextMenu);
    for (const QString &name : {u"edit"_s, u"editFields"_s, u"duplicate"_s, u"rename"_s, u"trash"_s, u"undoFiles"_s})
        QVERIFY2(m_driver->tree()->actions().contains(m_driver->action(name)), qPrintable(name));
}

CASEBOOK_GUI_TEST(TestWindowUndo)
#include "tst_window_undo.moc"
