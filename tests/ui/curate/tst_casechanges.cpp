#include "core/corpus/session.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/bulkeditdialog.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/namedialog.h"
#include "ui/curate/plandialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Changes of more than one file, and taking back what was done. Every test has the small corpus, in which alpha and
/// gamma name beta as related, and so does a view.
class TestCaseChanges : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void renameIsFollowed();
    void renameIsNotFollowedWhereUnticked();
    void renameIsCancelled();
    void renameTellsWhatCannotFollow();
    void renameReportsWhatChangedMeanwhile();
    void undoesARename();
    void undoesTheTrash();
    void undoesANewCase();
    void undoRefusesAChangedFile();
    void undoOfTheTrashOverwritesNothing();
    void namesWhatCanBeUndone();
    void forgetsWithTheCorpus();
    void changesAFieldOfSeveral();
    void tellsWhatWasLeftOut();
    void nothingToChange();

private:
    template<typename Dialog>
    Dialog *find() const
    {
        return m_window->findChild<Dialog *>();
    }
    void rename(const QString &id, const QString &to);
    void accept(QDialog *dialog);
    void answer(const QString &button);
    void trash(const QStringList &ids);
    QByteArray caseBytes(const QString &id) const { return m_folder->read(u"cases/"_s + id + u".md"_s); }
    bool inCorpus(const QString &id) const { return m_session->corpus().find(id) != nullptr; }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<QWidget> m_window;
    CaseCommands *m_commands = nullptr;
};

void TestCaseChanges::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"cases/gamma.md"_s, caseText("Gamma tool", "related:\n  - beta # see there\n"));
    m_folder->write(u"views/mine.yaml"_s, "query: related:beta\n");
    m_session = std::make_unique<CorpusSession>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_commands = new CaseCommands(*m_session, m_window.get());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
}

void TestCaseChanges::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestCaseChanges::rename(const QString &id, const QString &to)
{
    m_commands->rename(id);
    auto *line = find<NameDialog>()->findChild<QLineEdit *>(u"caseId"_s);
    line->selectAll();
    QTest::keyClicks(line, to);
    QTest::keyClick(find<NameDialog>(), Qt::Key_Return);
    QTRY_VERIFY(!find<NameDialog>());
}

void TestCaseChanges::accept(QDialog *dialog)
{
    QVERIFY(dialog);
    QPushButton *button = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QTRY_VERIFY(button->isEnabled());
    button->click();
    QTRY_VERIFY(!find<PlanDialog>());
}

void TestCaseChanges::answer(const QString &button)
{
    for (QAbstractButton *one : find<QMessageBox>()->buttons()) {
        if (one->text() == button)
            one->click();
    }
    QTRY_VERIFY(!find<QMessageBox>());
}

void TestCaseChanges::trash(const QStringList &ids)
{
    m_commands->moveToTrash(ids);
    answer(u"Move to Trash"_s);
    QTRY_VERIFY(!inCorpus(ids.first()));
}

void TestCaseChanges::renameIsFollowed()
{
    rename(u"beta"_s, u"engines/beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    auto *list = find<PlanDialog>()->findChild<QTreeView *>(u"fileChanges"_s);
    QCOMPARE(list->model()->rowCount(), 4);
    QVERIFY(m_folder->exists(u"cases/beta.md"_s)); // nothing has been done yet
    accept(find<PlanDialog>());
    QTRY_VERIFY(inCorpus(u"engines/beth"_s));
    QVERIFY(caseBytes(u"alpha"_s).contains("related: [engines/beth]\n"));
    QVERIFY(caseBytes(u"gamma"_s).contains("  - engines/beth # see there\n"));
    QCOMPARE(m_folder->read(u"views/mine.yaml"_s), "query: related:engines/beth\n"_ba);
    QVERIFY(!find<QMessageBox>());
}

void TestCaseChanges::renameIsNotFollowedWhereUnticked()
{
    rename(u"beta"_s, u"beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    auto *list = find<PlanDialog>()->findChild<QTreeView *>(u"fileChanges"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Space);
    accept(find<PlanDialog>());
    QTRY_VERIFY(inCorpus(u"beth"_s));
    QVERIFY(caseBytes(u"alpha"_s).contains("related: [beta]\n"));
    QVERIFY(caseBytes(u"gamma"_s).contains("  - beth #"));
}

void TestCaseChanges::renameIsCancelled()
{
    rename(u"beta"_s, u"beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    QTest::keyClick(find<PlanDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!find<PlanDialog>());
    QVERIFY(m_folder->exists(u"cases/beta.md"_s));
    QVERIFY(!m_folder->exists(u"cases/beth.md"_s));
    QVERIFY(m_commands->undoName().isEmpty());
}

void TestCaseChanges::renameTellsWhatCannotFollow()
{
    m_folder->write(u"cases/gamma.md"_s, caseText("Gamma tool", "related: &r [beta]\nmore: *r\n"));
    QVERIFY(lookAndWait(*m_session));
    rename(u"beta"_s, u"beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    auto *list = find<PlanDialog>()->findChild<QTreeView *>(u"fileChanges"_s);
    QCOMPARE(list->model()->rowCount(), 4);
    accept(find<PlanDialog>());
    QTRY_VERIFY(inCorpus(u"beth"_s));
    QVERIFY(caseBytes(u"gamma"_s).contains("[beta]"));
}

void TestCaseChanges::renameReportsWhatChangedMeanwhile()
{
    rename(u"beta"_s, u"beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    m_folder->write(u"cases/alpha.md"_s, caseText("Alpha service", "related: [beta, gamma]\n"));
    accept(find<PlanDialog>());
    QTRY_VERIFY(find<QMessageBox>());
    QVERIFY(find<QMessageBox>()->informativeText().contains(u"alpha.md"_s));
    QVERIFY(caseBytes(u"alpha"_s).contains("[beta, gamma]"));
    QVERIFY(caseBytes(u"gamma"_s).contains("  - beth #"));
    answer(u"OK"_s);
}

void TestCaseChanges::undoesARename()
{
    const QByteArray alpha = caseBytes(u"alpha"_s);
    const QByteArray gamma = caseBytes(u"gamma"_s);
    rename(u"beta"_s, u"beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    accept(find<PlanDialog>());
    QTRY_VERIFY(inCorpus(u"beth"_s));
    QSignalSpy renamed(m_commands, &CaseCommands::renamed);
    m_commands->undo();
    QTRY_VERIFY(inCorpus(u"beta"_s) && !inCorpus(u"beth"_s));
    QCOMPARE(renamed.first(), (QVariantList{u"beth"_s, u"beta"_s}));
    QCOMPARE(caseBytes(u"alpha"_s), alpha);
    QCOMPARE(caseBytes(u"gamma"_s), gamma);
    QCOMPARE(m_folder->read(u"views/mine.yaml"_s), "query: related:beta\n"_ba);
    m_commands->redo();
    QTRY_VERIFY(inCorpus(u"beth"_s));
    QVERIFY(caseBytes(u"alpha"_s).contains("related: [beth]\n"));
}

void TestCaseChanges::undoesTheTrash()
{
    const QByteArray alpha = caseBytes(u"alpha"_s);
    trash({u"alpha"_s, u"delta"_s});
    QTRY_VERIFY(!inCorpus(u"delta"_s));
    QSignalSpy added(m_commands, &CaseCommands::added);
    m_commands->undo();
    QTRY_VERIFY(inCorpus(u"alpha"_s) && inCorpus(u"delta"_s));
    QCOMPARE(added.size(), 1);
    QCOMPARE(caseBytes(u"alpha"_s), alpha);
    const QString info = qEnvironmentVariable("XDG_DATA_HOME") + u"/Trash/info/"_s;
    QVERIFY(!QFile::exists(info + u"alpha.md.trashinfo"));
    m_commands->redo();
    QTRY_VERIFY(!inCorpus(u"alpha"_s) && !inCorpus(u"delta"_s));
}

void TestCaseChanges::undoesANewCase()
{
    m_commands->newCase({});
    auto *title = find<NameDialog>()->findChild<QLineEdit *>(u"caseTitle"_s);
    QTest::keyClicks(title, u"New one"_s);
    QTest::keyClick(find<NameDialog>(), Qt::Key_Return);
    QTRY_VERIFY(inCorpus(u"new-one"_s));
    QCOMPARE(m_commands->undoName(), u"New Case “New one”"_s);
    m_commands->undo();
    QTRY_VERIFY(!inCorpus(u"new-one"_s));
}

void TestCaseChanges::undoRefusesAChangedFile()
{
    rename(u"beta"_s, u"beth"_s);
    QTRY_VERIFY(find<PlanDialog>());
    accept(find<PlanDialog>());
    QTRY_VERIFY(inCorpus(u"beth"_s));
    m_folder->write(u"cases/gamma.md"_s, "another program's\n");
    m_commands->undo();
    QTRY_VERIFY(find<QMessageBox>());
    QVERIFY2(find<QMessageBox>()->informativeText().contains(u"gamma.md"_s),
             qPrintable(find<QMessageBox>()->informativeText()));
    QVERIFY(m_folder->exists(u"cases/beth.md"_s)); // nothing of it was done
    QVERIFY(caseBytes(u"alpha"_s).contains("[beth]"));
    QCOMPARE(caseBytes(u"gamma"_s), "another program's\n"_ba);
    answer(u"OK"_s);
}

void TestCaseChanges::undoOfTheTrashOverwritesNothing()
{
    trash({u"alpha"_s});
    m_folder->write(u"cases/alpha.md"_s, "another\n");
    m_commands->undo();
    QTRY_VERIFY(find<QMessageBox>());
    QVERIFY(find<QMessageBox>()->informativeText().contains(u"exists already"));
    QCOMPARE(caseBytes(u"alpha"_s), "another\n"_ba);
    answer(u"OK"_s);
    m_folder->remove(u"cases/alpha.md"_s);
    m_commands->undo(); // it is still there to be undone
    QTRY_VERIFY(caseBytes(u"alpha"_s).contains("Alpha service"));
}

void TestCaseChanges::namesWhatCanBeUndone()
{
    QSignalSpy changed(m_commands, &CaseCommands::historyChanged);
    QVERIFY(m_commands->undoName().isEmpty());
    m_commands->undo(); // nothing happens
    trash({u"alpha"_s});
    QCOMPARE(m_commands->undoName(), u"Move “Alpha service” to Trash"_s);
    QVERIFY(m_commands->redoName().isEmpty());
    trash({u"beta"_s, u"gamma"_s});
    QVERIFY(m_commands->undoName().contains(u'2'));
    m_commands->undo();
    QTRY_VERIFY(inCorpus(u"gamma"_s));
    QCOMPARE(m_commands->undoName(), u"Move “Alpha service” to Trash"_s);
    QVERIFY(m_commands->redoName().contains(u'2'));
    QVERIFY(changed.size() >= 3);
}

void TestCaseChanges::forgetsWithTheCorpus()
{
    trash({u"alpha"_s});
    QVERIFY(openAndWait(*m_session, m_folder->root())); // the same one again
    QVERIFY(!m_commands->undoName().isEmpty());
    const CorpusFolder other;
    other.writeSmall();
    QVERIFY(openAndWait(*m_session, other.root()));
    QVERIFY(m_commands->undoName().isEmpty());
}

void TestCaseChanges::changesAFieldOfSeveral()
{
    const QByteArray gamma = caseBytes(u"gamma"_s);
    m_commands->editFields({u"alpha"_s, u"beta"_s, u"gamma"_s});
    auto *dialog = find<BulkEditDialog>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QComboBox *>(u"bulkField"_s);
    field->setCurrentIndex(field->findText(u"Tags"_s));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"web"_s);
    auto *list = dialog->findChild<QTreeView *>(u"fileChanges"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1); // alpha and beta have it
    accept(dialog);
    QTRY_VERIFY(caseBytes(u"gamma"_s).contains("web\n"));
    QTRY_VERIFY(!m_commands->undoName().isEmpty());
    m_commands->undo();
    QTRY_COMPARE(caseBytes(u"gamma"_s), gamma);
}

void TestCaseChanges::tellsWhatWasLeftOut()
{
    m_commands->editFields({u"alpha"_s, u"beta"_s, u"gamma"_s});
    auto *dialog = find<BulkEditDialog>();
    auto *field = dialog->findChild<QComboBox *>(u"bulkField"_s);
    field->setCurrentIndex(field->findText(u"Year"_s));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"2025"_s);
    auto *list = dialog->findChild<QTreeView *>(u"fileChanges"_s);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    m_folder->write(u"cases/alpha.md"_s, "changed\n");
    m_folder->remove(u"cases/beta.md"_s);
    accept(dialog);
    const auto report = [this] { return m_window->findChild<QDialog *>(u"leftOutReport"_s); };
    QTRY_VERIFY(report());
    auto *files = report()->findChild<QTreeWidget *>();
    QCOMPARE(files->topLevelItemCount(), 2);
    QCOMPARE(files->topLevelItem(0)->text(0), u"cases/alpha.md"_s);
    QVERIFY(files->topLevelItem(0)->text(1).contains(u"changed since"_s));
    // The whole reason is there to be read, whatever the list has room for.
    const auto *reason = report()->findChild<QPlainTextEdit *>(u"leftOutReason"_s);
    for (int row = 0; row < files->topLevelItemCount(); ++row) {
        files->setCurrentItem(files->topLevelItem(row));
        QVERIFY(reason->toPlainText().contains(files->topLevelItem(row)->text(0)));
        QVERIFY(reason->toPlainText().contains(files->topLevelItem(row)->text(1)));
    }
    QVERIFY(m_commands->undoName().startsWith(u"Set Year in 1 "_s)); // of three
    QCOMPARE(caseBytes(u"alpha"_s), "changed\n"_ba);
    QVERIFY(caseBytes(u"gamma"_s).contains("year: 2025"));
    QTest::keyClick(report(), Qt::Key_Escape);
    QTRY_VERIFY(!report());
}

void TestCaseChanges::nothingToChange()
{
    m_commands->editFields({});
    m_commands->editFields({u"nobody"_s});
    QVERIFY(!find<BulkEditDialog>());
}

CASEBOOK_GUI_TEST(TestCaseChanges)
#include "tst_casechanges.moc"
