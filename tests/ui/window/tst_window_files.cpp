#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/banner.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"
#include "ui/problems/problemspanel.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus in the window, with gamma being read.
class TestWindowFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void newCase();
    void newCaseIsSeenThroughAFilter();
    void editsAFileThatIsNoCase();
    void newCaseWhileEditing();
    void duplicates();
    void renames();
    void renamesWhatIsEdited();
    void movesToTheTrash();
    void movesTheSelectionToTheTrash();
    void movesWhatIsEditedToTheTrash();

private:
    void fill(const QString &field, const QString &text);
    void accept();

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowFiles::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"gamma"_s));
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s);
}

void TestWindowFiles::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowFiles::fill(const QString &field, const QString &text)
{
    QTRY_VERIFY(m_driver->dialog(u"nameDialog"_s));
    auto *line = m_driver->dialog(u"nameDialog"_s)->findChild<QLineEdit *>(field);
    line->selectAll();
    QTest::keyClicks(line, text);
}

void TestWindowFiles::accept()
{
    QTest::keyClick(m_driver->dialog(u"nameDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(!m_driver->dialog(u"nameDialog"_s));
}

void TestWindowFiles::newCase()
{
    m_driver->press(u"Ctrl+N"_s);
    fill(u"caseTitle"_s, u"Brand new"_s);
    auto *group = m_driver->dialog(u"nameDialog"_s)->findChild<QComboBox *>(u"caseGroup"_s);
    QCOMPARE(group->currentText(), u"Adopting"_s); // that of the case being read
    accept();
    QTRY_VERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_folder->read(u"cases/brand-new.md"_s).startsWith("---\ntitle: Brand new\n"));
    QCOMPARE(m_driver->pane()->currentId(), u"brand-new"_s);
    QTRY_COMPARE(m_driver->tree()->selectedIds(), QStringList{u"brand-new"_s});
    QVERIFY(m_driver->groups().contains(u"Adopting 2"_s));
    QVERIFY(m_driver->editor()->toPlainText().contains(u"title: Brand new"_s));
    QTRY_VERIFY(m_driver->page()->isAncestorOf(m_driver->window().focusWidget()));
    QVERIFY(!m_driver->window().isWindowModified());
}

void TestWindowFiles::newCaseIsSeenThroughAFilter()
{
    m_driver->field()->setText(u"slow"_s);
    m_driver->press(u"Ctrl+N"_s);
    fill(u"caseTitle"_s, u"Brand new"_s);
    accept();
    QTRY_COMPARE(m_driver->tree()->selectedIds(), QStringList{u"brand-new"_s});
}

// A problem in a view's file leads to its text, which is saved as a step that can be undone.
void TestWindowFiles::editsAFileThatIsNoCase()
{
    const QByteArray broken = "name: Mine\nfilter: [\n";
    m_folder->write(u"views/mine.yaml"_s, broken);
    QVERIFY(m_driver->open(m_folder->root()));
    auto *problems = m_driver->window().findChild<ProblemsPanel *>();
    QTRY_VERIFY(!problems->problemsOf(u"views/mine.yaml"_s).isEmpty());
    emit problems->placeRequested(u"views/mine.yaml"_s, 2, 9);
    QTRY_VERIFY(m_driver->dialog(u"corpusFile"_s));
    QWidget *dialog = m_driver->dialog(u"corpusFile"_s);
    auto *editor = dialog->findChild<SourceEditor *>();
    QCOMPARE(editor->textCursor().blockNumber(), 1);
    QVERIFY(editor->hasErrorOnLine(2) || editor->hasErrorOnLine(3));
    QTest::keyClick(editor, Qt::Key_End);
    QTest::keyClick(editor, Qt::Key_Backspace);
    QTest::keyClicks(editor, u"year:2020"_s);
    QTest::keyClick(dialog, Qt::Key_Escape); // asks first
    QTRY_VERIFY(dialog->findChild<QMessageBox *>());
    dialog->findChild<QMessageBox *>()->button(QMessageBox::Save)->click();
    QTRY_VERIFY(!m_driver->dialog(u"corpusFile"_s));
    QCOMPARE(m_folder->read(u"views/mine.yaml"_s), QByteArray("name: Mine\nfilter: year:2020\n"));
    QTRY_VERIFY(problems->problemsOf(u"views/mine.yaml"_s).isEmpty());
    m_driver->action(u"undoFiles"_s)->trigger();
    QTRY_COMPARE(m_folder->read(u"views/mine.yaml"_s), broken);
}

void TestWindowFiles::newCaseWhileEditing()
{
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    m_driver->type(u"x"_s);
    m_driver->press(u"Ctrl+N"_s);
    QVERIFY(m_driver->answer(u"Cancel"_s));
    QVERIFY(!m_driver->dialog(u"nameDialog"_s));
    QVERIFY(m_driver->window().isWindowModified());
    m_driver->press(u"Ctrl+N"_s);
    QVERIFY(m_driver->answer(u"Save"_s));
    fill(u"caseTitle"_s, u"Brand new"_s);
    accept();
    QTRY_COMPARE(m_driver->pane()->currentId(), u"brand-new"_s);
    QVERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_driver->page()->path().endsWith(u"brand-new.md"_s));
}

void TestWindowFiles::duplicates()
{
    m_driver->press(u"Ctrl+D"_s);
    QTRY_VERIFY(m_driver->dialog(u"nameDialog"_s));
    accept();
    QTRY_COMPARE(m_driver->pane()->currentId(), u"gamma-copy"_s);
    QCOMPARE(m_folder->read(u"cases/gamma-copy.md"_s),
             m_folder->read(u"cases/gamma.md"_s).replace("Gamma tool", "Gamma tool (copy)"));
    QCOMPARE(m_driver->cases().size(), 6);
}

void TestWindowFiles::renames()
{
    m_driver->press(u"F2"_s);
    fill(u"caseId"_s, u"tools/gimel"_s);
    accept();
    QTRY_VERIFY(m_driver->shows(u"tools/gimel"_s) && !m_driver->shows(u"gamma"_s));
    QVERIFY(m_folder->exists(u"cases/tools/gimel.md"_s));
    QCOMPARE(m_driver->read(), u"Gamma tool"_s);
    QCOMPARE(m_driver->pane()->currentId(), u"tools/gimel"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"tools/gimel"_s});
}

void TestWindowFiles::renamesWhatIsEdited()
{
    m_driver->press(u"F4"_s);
    m_driver->press(u"F2"_s);
    fill(u"caseId"_s, u"gimel"_s);
    accept();
    QTRY_VERIFY(m_driver->shows(u"gimel"_s));
    QVERIFY(m_driver->pane()->isEditing());
    QCOMPARE(m_driver->page()->path(), m_folder->path(u"cases/gimel.md"_s));
    QVERIFY(!m_driver->page()->findChild<Banner *>()->isVisible());
    m_driver->press(u"Ctrl+2"_s);
    m_driver->press(u"Ctrl+End"_s);
    m_driver->type(u"more"_s);
    m_driver->press(u"Ctrl+S"_s);
    QVERIFY(m_folder->read(u"cases/gimel.md"_s).endsWith("more"));
    QVERIFY(!m_folder->exists(u"cases/gamma.md"_s));
}

void TestWindowFiles::movesToTheTrash()
{
    m_driver->action(u"trash"_s)->trigger();
    QVERIFY(m_driver->answer(u"Cancel"_s));
    QVERIFY(m_folder->exists(u"cases/gamma.md"_s));
    m_driver->action(u"trash"_s)->trigger();
    QVERIFY(m_driver->box()->text().contains(u"Gamma tool"_s));
    QVERIFY(m_driver->answer(u"Move to Trash"_s));
    QTRY_VERIFY(!m_folder->exists(u"cases/gamma.md"_s));
    QTRY_VERIFY(!m_driver->shows(u"gamma"_s));
    QTRY_COMPARE(m_driver->read(), QString());
    QCOMPARE(m_driver->cases().size(), 4);
}

void TestWindowFiles::movesTheSelectionToTheTrash()
{
    m_driver->clickCase(u"alpha"_s);
    m_driver->clickCase(u"delta"_s, Qt::ControlModifier);
    m_driver->action(u"trash"_s)->trigger();
    QVERIFY(m_driver->answer(u"Move to Trash"_s));
    QTRY_COMPARE(m_driver->cases(), (QStringList{u"beta"_s, u"gamma"_s, u"epsilon"_s}));
}

void TestWindowFiles::movesWhatIsEditedToTheTrash()
{
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    m_driver->type(u"x"_s);
    m_driver->action(u"trash"_s)->trigger();
    QVERIFY(m_driver->answer(u"Discard"_s));
    QVERIFY(m_driver->answer(u"Move to Trash"_s));
    QTRY_VERIFY(!m_driver->shows(u"gamma"_s));
    QVERIFY(!m_driver->pane()->isEditing());
    QVERIFY(!m_driver->window().isWindowModified());
    QVERIFY(!m_driver->box());
}

CASEBOOK_GUI_TEST(TestWindowFiles)
#include "tst_window_files.moc"
