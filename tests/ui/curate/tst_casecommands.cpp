#include "core/corpus/casetemplate.h"
#include "core/corpus/session.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/namedialog.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus and commands on it; dialogs belong to a shown window.
class TestCaseCommands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void makesACase();
    void cancels();
    void makesACaseWhoseNameIsTakenMeanwhile();
    void makesACaseFromTheTemplate();
    void tellsOfABrokenTemplate();
    void duplicates();
    void duplicatesUnderAnotherTitle();
    void duplicatesWhatHasNoTitleOfItsOwn();
    void duplicatesAFileThatIsGone();
    void doesNotDuplicateWhatCannotHaveAnotherTitle();
    void renames();
    void renamesIntoAFolder();
    void renamesAFileThatIsGone();
    void movesToTheTrash();
    void movesSeveralToTheTrash();
    void asksBeforeTheTrash();
    void trashThatFails();
    void casesThatAreNotThere();

private:
    NameDialog *dialog() const { return m_window->findChild<NameDialog *>(); }
    QMessageBox *box() const { return m_window->findChild<QMessageBox *>(); }
    void type(const QString &field, const QString &text);
    void accept();
    void answer(const QString &button);
    bool inCorpus(const QString &id) const { return m_session->corpus().find(id) != nullptr; }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<QWidget> m_window;
    CaseCommands *m_commands = nullptr;
};

void TestCaseCommands::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_session = std::make_unique<CorpusSession>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_commands = new CaseCommands(*m_session, m_window.get());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
}

void TestCaseCommands::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestCaseCommands::type(const QString &field, const QString &text)
{
    auto *line = dialog()->findChild<QLineEdit *>(field);
    line->selectAll();
    QTest::keyClicks(line, text);
}

void TestCaseCommands::accept()
{
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
}

void TestCaseCommands::answer(const QString &button)
{
    for (QAbstractButton *one : box()->buttons()) {
        if (one->text() == button)
            one->click();
    }
    QTRY_VERIFY(!box());
}

void TestCaseCommands::makesACase()
{
    QSignalSpy created(m_commands, &CaseCommands::created);
    QSignalSpy done(m_commands, &CaseCommands::done);
    m_commands->newCase(u"adopting"_s);
    QCOMPARE(dialog()->findChild<QComboBox *>()->currentText(), u"Adopting"_s);
    type(u"caseTitle"_s, u"New one"_s);
    accept();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(created.size(), 1);
    QCOMPARE(created.first().first().toString(), u"new-one"_s);
    QCOMPARE(m_folder->read(u"cases/new-one.md"_s),
             newCaseText(m_session->corpus().schema(), u"New one"_s, u"adopting"_s));
    QTRY_VERIFY(inCorpus(u"new-one"_s));
    QVERIFY(!box());
}

void TestCaseCommands::cancels()
{
    QSignalSpy created(m_commands, &CaseCommands::created);
    m_commands->newCase({});
    type(u"caseTitle"_s, u"New one"_s);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(created.size(), 0);
    QVERIFY(!m_folder->exists(u"cases/new-one.md"_s));
}

void TestCaseCommands::makesACaseWhoseNameIsTakenMeanwhile()
{
    QSignalSpy created(m_commands, &CaseCommands::created);
    m_commands->newCase({});
    type(u"caseTitle"_s, u"New one"_s);
    m_folder->write(u"cases/new-one.md"_s, "Another program's");
    accept();
    QTRY_VERIFY(box());
    QCOMPARE(created.size(), 0);
    QVERIFY(box()->informativeText().contains(u"new-one.md"_s));
    QCOMPARE(m_folder->read(u"cases/new-one.md"_s), "Another program's"_ba);
    answer(u"OK"_s);
}

void TestCaseCommands::makesACaseFromTheTemplate()
{
    m_folder->write(u"template.md"_s, "---\ntitle: {{title}} # ours\ndecision:\n---\n{{id}}\n");
    m_commands->newCase(u"adopting"_s);
    type(u"caseTitle"_s, u"One: two"_s);
    accept();
    QTRY_VERIFY(inCorpus(u"one-two"_s));
    QCOMPARE(m_folder->read(u"cases/one-two.md"_s),
             "---\ntitle: \"One: two\" # ours\ndecision: adopting\n---\none-two\n"_ba);
}

void TestCaseCommands::tellsOfABrokenTemplate()
{
    m_folder->write(u"template.md"_s, "---\ntitle: [\n---\n");
    m_commands->newCase({});
    type(u"caseTitle"_s, u"One"_s);
    accept();
    QTRY_VERIFY(box());
    QVERIFY(box()->informativeText().contains(u"template.md"_s));
    QVERIFY(!m_folder->exists(u"cases/one.md"_s));
    answer(u"OK"_s);
}

void TestCaseCommands::duplicates()
{
    m_folder->write(u"cases/alpha-copy.md"_s, caseText("A copy", {}));
    QVERIFY(lookAndWait(*m_session));
    QSignalSpy created(m_commands, &CaseCommands::created);
    m_commands->duplicate(u"alpha"_s);
    QCOMPARE(dialog()->id(), u"alpha-copy-2"_s);
    QCOMPARE(dialog()->caseTitle(), u"Alpha service (copy)"_s);
    accept();
    QTRY_COMPARE(created.size(), 1);
    QCOMPARE(created.first().first().toString(), u"alpha-copy-2"_s);
    QCOMPARE(m_folder->read(u"cases/alpha-copy-2.md"_s),
             m_folder->read(u"cases/alpha.md"_s).replace("title: Alpha service", "title: Alpha service (copy)"));
    QTRY_VERIFY(inCorpus(u"alpha-copy-2"_s));
}

void TestCaseCommands::duplicatesUnderAnotherTitle()
{
    m_folder->write(u"cases/alpha-copy.md"_s, caseText("Alpha service (copy)", {}));
    QVERIFY(lookAndWait(*m_session));
    m_commands->duplicate(u"alpha"_s);
    QCOMPARE(dialog()->caseTitle(), u"Alpha service (copy 2)"_s);
    QCOMPARE(dialog()->id(), u"alpha-copy-2"_s);
    type(u"caseTitle"_s, u"Omega: one"_s);
    QCOMPARE(dialog()->id(), u"omega-one"_s);
    accept();
    QTRY_VERIFY(inCorpus(u"omega-one"_s));
    QVERIFY(m_folder->read(u"cases/omega-one.md"_s).startsWith("---\ntitle: \"Omega: one\"\norganization: Acme\n"));
}

void TestCaseCommands::duplicatesWhatHasNoTitleOfItsOwn()
{
    m_folder->write(u"cases/plain.md"_s, "# A heading\n");
    QVERIFY(lookAndWait(*m_session));
    m_commands->duplicate(u"plain"_s);
    QVERIFY(!dialog()->findChild<QLineEdit *>(u"caseTitle"_s));
    accept();
    QTRY_VERIFY(inCorpus(u"plain-copy"_s));
    QCOMPARE(m_folder->read(u"cases/plain-copy.md"_s), "# A heading\n"_ba);
}

void TestCaseCommands::duplicatesAFileThatIsGone()
{
    m_commands->duplicate(u"alpha"_s);
    m_folder->remove(u"cases/alpha.md"_s);
    accept();
    QTRY_VERIFY(box());
    QVERIFY(!m_folder->exists(u"cases/alpha-copy.md"_s));
    answer(u"OK"_s);
}

void TestCaseCommands::doesNotDuplicateWhatCannotHaveAnotherTitle()
{
    m_folder->write(u"cases/twice.md"_s, "---\ntitle: One\ntitle: Two\n---\n");
    QVERIFY(lookAndWait(*m_session));
    QSignalSpy created(m_commands, &CaseCommands::created);
    m_commands->duplicate(u"twice"_s);
    accept();
    QTRY_VERIFY(box());
    QVERIFY2(box()->informativeText().contains(u"twice.md"_s), qPrintable(box()->informativeText()));
    QVERIFY(box()->informativeText().contains(u"title"_s));
    QCOMPARE(created.size(), 0);
    QCOMPARE(QDir(m_folder->path(u"cases"_s)).entryList({u"twice*"_s, u"one*"_s}, QDir::Files),
             QStringList{u"twice.md"_s});
    answer(u"OK"_s);
}

void TestCaseCommands::renames()
{
    const QByteArray bytes = m_folder->read(u"cases/alpha.md"_s);
    QSignalSpy renamed(m_commands, &CaseCommands::renamed);
    m_commands->rename(u"alpha"_s);
    type(u"caseId"_s, u"beta"_s);
    QTest::keyClick(dialog(), Qt::Key_Return); // taken
    QVERIFY(dialog() && dialog()->isVisible());
    type(u"caseId"_s, u"aleph"_s);
    accept();
    QTRY_COMPARE(renamed.size(), 1);
    QCOMPARE(renamed.first(), (QVariantList{u"alpha"_s, u"aleph"_s}));
    QCOMPARE(m_folder->read(u"cases/aleph.md"_s), bytes);
    QVERIFY(!m_folder->exists(u"cases/alpha.md"_s));
    QTRY_VERIFY(inCorpus(u"aleph"_s) && !inCorpus(u"alpha"_s));
}

void TestCaseCommands::renamesIntoAFolder()
{
    m_commands->rename(u"alpha"_s);
    type(u"caseId"_s, u"services/chat/alpha"_s);
    accept();
    QTRY_VERIFY(m_folder->exists(u"cases/services/chat/alpha.md"_s));
    QTRY_VERIFY(inCorpus(u"services/chat/alpha"_s));
}

void TestCaseCommands::renamesAFileThatIsGone()
{
    QSignalSpy renamed(m_commands, &CaseCommands::renamed);
    m_commands->rename(u"alpha"_s);
    type(u"caseId"_s, u"aleph"_s);
    m_folder->remove(u"cases/alpha.md"_s);
    accept();
    QTRY_VERIFY(box());
    QCOMPARE(renamed.size(), 0);
    QVERIFY(!box()->informativeText().isEmpty());
    answer(u"OK"_s);
}

void TestCaseCommands::movesToTheTrash()
{
    const QByteArray bytes = m_folder->read(u"cases/alpha.md"_s);
    QSignalSpy trashed(m_commands, &CaseCommands::trashed);
    m_commands->moveToTrash({u"alpha"_s});
    QVERIFY(box()->text().contains(u"Alpha service"_s));
    answer(u"Move to Trash"_s);
    QTRY_COMPARE(trashed.size(), 1);
    QCOMPARE(trashed.first().first().toStringList(), QStringList{u"alpha"_s});
    QVERIFY(!m_folder->exists(u"cases/alpha.md"_s));
    QTRY_VERIFY(!inCorpus(u"alpha"_s));
    // The desktop's trash, which is in this test's own folder, has it.
    QFile kept(qEnvironmentVariable("XDG_DATA_HOME") + u"/Trash/files/alpha.md"_s);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
}

void TestCaseCommands::movesSeveralToTheTrash()
{
    QSignalSpy done(m_commands, &CaseCommands::done);
    m_commands->moveToTrash({u"beta"_s, u"gamma"_s});
    QVERIFY(box()->text().contains(u'2'));
    answer(u"Move to Trash"_s);
    QTRY_VERIFY(!inCorpus(u"beta"_s) && !inCorpus(u"gamma"_s));
    QVERIFY(inCorpus(u"delta"_s));
    QCOMPARE(done.size(), 1);
}

void TestCaseCommands::asksBeforeTheTrash()
{
    m_commands->moveToTrash({u"alpha"_s});
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(!box());
    QVERIFY(m_folder->exists(u"cases/alpha.md"_s));
    m_commands->moveToTrash({u"alpha"_s});
    answer(u"Cancel"_s);
    QVERIFY(m_folder->exists(u"cases/alpha.md"_s));
}

void TestCaseCommands::trashThatFails()
{
    QSignalSpy trashed(m_commands, &CaseCommands::trashed);
    m_commands->moveToTrash({u"alpha"_s, u"beta"_s});
    m_folder->remove(u"cases/beta.md"_s);
    for (QAbstractButton *button : box()->buttons()) {
        if (button->text() == u"Move to Trash"_s)
            button->click();
    }
    QTRY_VERIFY(box() && box()->icon() == QMessageBox::Warning);
    QVERIFY(box()->informativeText().contains(u"beta.md"_s));
    QCOMPARE(trashed.first().first().toStringList(), QStringList{u"alpha"_s}); // what was done before is told
    answer(u"OK"_s);
}

void TestCaseCommands::casesThatAreNotThere()
{
    m_commands->duplicate(u"nobody"_s);
    m_commands->rename(u"nobody"_s);
    m_commands->moveToTrash({});
    QVERIFY(!dialog());
    QVERIFY(!box());
}

CASEBOOK_GUI_TEST(TestCaseCommands)
#include "tst_casecommands.moc"
