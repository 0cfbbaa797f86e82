#include "core/base/texts.h"
#include "core/corpus/session.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/casecommands.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/import/importcommands.h"
#include "ui/import/importdialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray document = "# A list\n\n"
                            "# Migrating\n\n"
                            "## Acme, Alpha service: Go → Rust\n"
                            "Source: [Alpha (2019)](https://acme.example/alpha)\n\nWords.\n\n"
                            "## Fern, Fronds: C → Rust\n"
                            "Source: [Fronds (2022)](https://fern.example/fronds)\n\n"
                            "Why\n> Speed.\n";

} // namespace

/// Every test has the small corpus, and commands on it.
class TestImportCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void init();
    void cleanup();
    void asksForAFile();
    void imports();
    void takesWhatIsTicked();
    void cancels();
    void showsEachDifference();
    void asksForAGroup();
    void tellsOfAFileThatCannotBeRead();

private:
    ImportDialog *dialog() const { return m_window->findChild<ImportDialog *>(); }
    QTreeView *tree() const { return dialog()->findChild<QTreeView *>(u"cases"_s); }
    QPushButton *accept() const { return dialog()->findChild<QPushButton *>(u"import"_s); }
    void open(const QByteArray &bytes = document);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusFolder> m_outside;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<QWidget> m_window;
    CaseCommands *m_commands = nullptr;
    ImportCommands *m_import = nullptr;
};

void TestImportCommands::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"corpus.yaml"_s,
                    m_folder->read(u"corpus.yaml"_s)
                        + "  sources: {type: records, fields: {title: {type: text}, url: {type: url}}}\n");
    m_outside = std::make_unique<CorpusFolder>();
    m_session = std::make_unique<CorpusSession>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_commands = new CaseCommands(*m_session, m_window.get());
    m_import = new ImportCommands(*m_session, *m_commands, m_window.get());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
}

void TestImportCommands::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestImportCommands::open(const QByteArray &bytes)
{
    m_outside->write(u"list.md"_s, bytes);
    m_import->importFile(m_outside->path(u"list.md"_s));
    QTRY_VERIFY(dialog() && dialog()->isVisible());
}

void TestImportCommands::asksForAFile()
{
    m_import->chooseFile();
    auto *files = m_window->findChild<QFileDialog *>();
    QVERIFY(files);
    m_outside->write(u"list.md"_s, document);
    emit files->fileSelected(m_outside->path(u"list.md"_s));
    QTRY_VERIFY(dialog());
    files->close();
}

void TestImportCommands::imports()
{
    QSignalSpy done(m_commands, &CaseCommands::done);
    open();
    QCOMPARE(tree()->model()->index(0, 1).data().toString(), u"Conflict"_s);
    QCOMPARE(tree()->model()->index(1, 1).data().toString(), u"New"_s);
    QCOMPARE(accept()->text(), u"Import 2 Cases"_s);
    QVERIFY(!tree()->accessibleName().isEmpty());
    accept()->click();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(done.first().first().toString(), u"Imported list.md"_s);
    QTRY_VERIFY(m_session->corpus().find(u"fern-fronds"_s));
    QVERIFY(m_folder->read(u"cases/fern-fronds.md"_s).contains("decision: migrating\n"));
    // The year is the corpus's own; what was not there is.
    QVERIFY(m_folder->read(u"cases/alpha.md"_s).contains("year: 2018\n"));
    QVERIFY(m_folder->read(u"cases/alpha.md"_s).contains("https://acme.example/alpha"));
    const QByteArray alpha = m_folder->read(u"cases/alpha.md"_s);

    QVERIFY(m_commands->undoName().contains(u"list.md"));
    m_commands->undo();
    QTRY_VERIFY(!m_folder->exists(u"cases/fern-fronds.md"_s));
    QTRY_VERIFY(!m_folder->read(u"cases/alpha.md"_s).contains("https://acme.example/alpha"));
    QTRY_VERIFY(!m_commands->redoName().isEmpty());
    m_commands->redo();
    QTRY_VERIFY(m_folder->exists(u"cases/fern-fronds.md"_s));
    QTRY_COMPARE(m_folder->read(u"cases/alpha.md"_s), alpha);
}

void TestImportCommands::takesWhatIsTicked()
{
    const QByteArray alpha = m_folder->read(u"cases/alpha.md"_s);
    open();
    tree()->setFocus();
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    QTest::keyClick(tree(), Qt::Key_Space);
    QCOMPARE(tree()->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(accept()->text(), u"Import 1 Case"_s);
    QTest::keyClick(accept(), Qt::Key_Space);
    QTRY_VERIFY(m_folder->exists(u"cases/fern-fronds.md"_s));
    QCOMPARE(m_folder->read(u"cases/alpha.md"_s), alpha);
}

void TestImportCommands::cancels()
{
    open();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(!m_folder->exists(u"cases/fern-fronds.md"_s));
    QVERIFY(m_commands->undoName().isEmpty());
}

void TestImportCommands::showsEachDifference()
{
    open();
    const auto *panel = dialog()->findChild<DifferencePanel *>();
    QTRY_VERIFY(panel->summary().contains(u"changed") || !panel->summary().isEmpty());
    const QModelIndex alpha = tree()->model()->index(0, 0);
    for (int row = 0; row < tree()->model()->rowCount(alpha); ++row) {
        tree()->setCurrentIndex(tree()->model()->index(row, 0, alpha));
        QTRY_VERIFY(!panel->summary().isEmpty());
    }
}

void TestImportCommands::asksForAGroup()
{
    open("# A\n\n## Fern\n\nFern grows.\n\n## Gorse\n\nGorse grows.\n");
    auto *groups = dialog()->findChild<QComboBox *>(u"group"_s);
    QVERIFY(groups);
    const int adopting = groups->findData(u"Adopting"_s);
    QVERIFY(adopting > 0);
    groups->setCurrentIndex(adopting);
    emit groups->activated(adopting);
    QTRY_VERIFY(dialog()->comparison().cases.first().imported.group == u"Adopting");
    accept()->click();
    QTRY_VERIFY(m_folder->exists(u"cases/gorse.md"_s));
    QVERIFY(m_folder->read(u"cases/gorse.md"_s).contains("decision: adopting\n"));
}

void TestImportCommands::tellsOfAFileThatCannotBeRead()
{
    m_outside->write(u"prose.md"_s, "Nothing.\n");
    for (const QString &name : {u"prose.md"_s, u"none.md"_s}) {
        m_import->importFile(m_outside->path(name));
        QTRY_VERIFY(m_window->findChild<QMessageBox *>());
        QVERIFY(m_window->findChild<QMessageBox *>()->text().contains(name));
        m_window->findChild<QMessageBox *>()->close();
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    }
    QVERIFY(!dialog());
}

CASEBOOK_GUI_TEST(TestImportCommands)
#include "tst_importcommands.moc"
