#include "core/base/texts.h"
#include "core/corpus/session.h"
#include "tests/support/scriptedserver.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/casecommands.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/import/columnpanel.h"
#include "ui/import/importcommands.h"
#include "ui/import/importdialog.h"
#include "ui/import/importstartdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpSocket>
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
    void asksForADocument();
    void makesACorpus();
    void cancelsReading();
    void imports();
    void takesWhatIsTicked();
    void cancels();
    void showsEachDifference();
    void asksForAGroup();
    void tellsOfAFileThatCannotBeRead();
    void fetchesADocument();
    void stopsFetching();
    void mapsColumns();
    void addsToAbout();
    void filters();

private:
    ImportDialog *dialog() const { return m_window->findChild<ImportDialog *>(); }
    QTreeView *tree() const { return dialog()->findChild<QTreeView *>(u"cases"_s); }
    QPushButton *accept() const { return dialog()->findChild<QPushButton *>(u"import"_s); }
    ImportStartDialog *start() const { return m_window->findChild<ImportStartDialog *>(); }
    void open(const QByteArray &bytes = document, const QString &name = u"list.md"_s);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusFolder> m_outside;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<QWidget> m_window;
    CaseCommands *m_commands = nullptr;
    ImportCommands *m_import = nullptr;
};

void TestImportCommands::init()
{
    QSettings().clear();
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

void TestImportCommands::open(const QByteArray &bytes, const QString &name)
{
    m_outside->write(name, bytes);
    m_import->import(m_outside->path(name));
    QTRY_VERIFY(dialog() && dialog()->isVisible());
}

void TestImportCommands::asksForADocument()
{
    m_import->start();
    QVERIFY(start());
    auto *source = start()->findChild<QLineEdit *>(u"source"_s);
    auto *preview = start()->findChild<QPushButton *>(u"preview"_s);
    auto *hint = start()->findChild<QLabel *>(u"hint"_s);
    QVERIFY(!preview->isEnabled());
    QTest::keyClicks(source, u"http://lists.example/x.md"_s);
    QVERIFY(hint->isVisible() && hint->text().contains(u"not encrypted"));
    source->setText(u"https://github.com/a/b/blob/main/x.md"_s);
    start()->findChild<QPushButton *>(u"useHint"_s)->click();
    QCOMPARE(source->text(), u"https://raw.githubusercontent.com/a/b/main/x.md"_s);
    QVERIFY(!hint->isVisible());
    m_outside->write(u"list.md"_s, document);
    source->setText(m_outside->path(u"list.md"_s));
    QTest::keyClick(source, Qt::Key_Return);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QTRY_VERIFY(!start());
}

void TestImportCommands::makesACorpus()
{
    m_session->close();
    const QSignalSpy made(m_import, &ImportCommands::corpusMade);
    m_outside->write(u"list.md"_s, document);
    m_outside->write(u"full/x"_s, "x");
    m_import->start();
    QVERIFY(!start()->findChild<QWidget *>(u"intoOpen"_s)->isVisible());
    start()->setSource(m_outside->path(u"list.md"_s));
    auto *folder = start()->findChild<QLineEdit *>(u"folder"_s);
    auto *preview = start()->findChild<QPushButton *>(u"preview"_s);
    QVERIFY(!preview->isEnabled());
    folder->setText(m_outside->path(u"full"_s));
    preview->click();
    QVERIFY(start()->findChild<QLabel *>(u"message"_s)->text().contains(u"not empty"));
    folder->setText(m_outside->path(u"new/corpus"_s));
    preview->click();
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QVERIFY(!m_outside->exists(u"new"_s));
    accept()->click();
    QTRY_COMPARE(made.size(), 1);
    QCOMPARE(made.first().first().toString(), m_outside->path(u"new/corpus"_s));
    QVERIFY(m_outside->exists(u"new/corpus/cases/acme-alpha-service.md"_s));
    QVERIFY(m_outside->exists(u"new/corpus/corpus.yaml"_s));
}

void TestImportCommands::cancelsReading()
{
    m_outside->write(u"list.md"_s, document);
    m_import->import(m_outside->path(u"list.md"_s));
    start()->reject(); // what is under way
    QVERIFY(start()->isVisible());
    QVERIFY(start()->findChild<QLineEdit *>(u"source"_s)->isEnabled());
    start()->reject();
    QTRY_VERIFY(!start());
    QVERIFY(!dialog());
}

void TestImportCommands::fetchesADocument()
{
    ScriptedServer server;
    server.on("/list", httpAnswer(200, document, {"Content-Type: text/plain; charset=utf-8"}));
    server.on("/moved", redirectTo(301, "/list"));
    server.on("/picture", httpAnswer(200, "x", {"Content-Type: image/png"}));
    const QSignalSpy used(m_import, &ImportCommands::networkUsed);
    // This computer is not asked unless a setting says so.
    m_import->import(server.url(u"/list"_s).toString());
    auto *message = start()->findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY(message->text().contains(u"127.0.0.1") && start()->findChild<QLineEdit *>(u"source"_s)->isEnabled());
    QVERIFY(server.requests().isEmpty());
    QSettings().setValue(u"sources/allowPrivate"_s, true);
    for (const QString &path : {u"/none"_s, u"/picture"_s}) {
        start()->setSource(server.url(path).toString());
        start()->findChild<QPushButton *>(u"preview"_s)->click();
        QTRY_VERIFY(message->text().contains(path) && start()->findChild<QLineEdit *>(u"source"_s)->isEnabled());
    }
    start()->setSource(server.url(u"/moved"_s).toString());
    start()->findChild<QPushButton *>(u"preview"_s)->click();
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QCOMPARE(dialog()->comparison().origin.name, server.url(u"/moved"_s).toString());
    QVERIFY(dialog()->findChild<QLabel *>(u"notes"_s)->text().contains(u"not encrypted"));
    QVERIFY(!used.isEmpty());
    QCOMPARE(used.last().first().toString(), QString());
    accept()->click();
    QTRY_VERIFY(m_folder->exists(u"cases/fern-fronds.md"_s));
    QVERIFY(m_folder->read(u"cases/fern-fronds.md"_s).contains("/moved"));
}

void TestImportCommands::stopsFetching()
{
    ScriptedServer server;
    server.on("/slow", [](QTcpSocket &, const ScriptedServer::Request &) {}); // for ever
    QSettings().setValue(u"sources/allowPrivate"_s, true);
    m_import->import(server.url(u"/slow"_s).toString());
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(start()->findChild<QProgressBar *>()->isVisible());
    QTest::keyClick(start(), Qt::Key_Escape);
    QVERIFY(start()->isVisible());
    QVERIFY(!start()->findChild<QProgressBar *>()->isVisible());
    QTest::keyClick(start(), Qt::Key_Escape);
    QTRY_VERIFY(!start());
}

void TestImportCommands::mapsColumns()
{
    const QByteArray table = "Company,Thing,Where\nFern,Fronds,https://fern.example/fronds\n";
    open(table, u"list.csv"_s);
    const auto boxes = dialog()->findChild<ColumnPanel *>()->findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 3);
    QCOMPARE(boxes.at(2)->currentText(), u"Field “where”"_s);
    QVERIFY(!boxes.at(2)->accessibleName().isEmpty());
    QVERIFY(dialog()->findChild<QComboBox *>(u"group"_s)->isVisible()); // the table names none
    boxes.at(1)->setCurrentIndex(boxes.at(1)->findData(u"title"_s));
    emit boxes.at(1)->activated(boxes.at(1)->currentIndex());
    QVERIFY(!accept()->isEnabled()); // what is shown is out of date
    QTRY_COMPARE(tree()->model()->index(0, 0).data().toString(), u"Fern · Fronds"_s);
    QVERIFY(accept()->isEnabled());
    boxes.at(2)->setFocus();
    boxes.at(2)->setCurrentIndex(boxes.at(2)->findData(u"sources.url"_s));
    emit boxes.at(2)->activated(boxes.at(2)->currentIndex());
    QTRY_VERIFY(dialog()->comparison().cases.first().imported.sources.size() == 1);
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    // The same table again: what was chosen is remembered.
    open(table, u"list.csv"_s);
    QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"Fern · Fronds"_s);
    QCOMPARE(dialog()->comparison().cases.first().imported.sources.size(), 1);
}

void TestImportCommands::addsToAbout()
{
    m_folder->write(u"about.md"_s, "Ours.\n");
    open("# A list\n\nAn introduction.\n\n" + document);
    const QModelIndex about = tree()->model()->index(tree()->model()->rowCount() - 1, 0);
    QVERIFY(about.data().toString().startsWith(u"about.md"));
    QCOMPARE(about.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    dialog()->findChild<QPushButton *>(u"untickAll"_s)->click();
    QVERIFY(!accept()->isEnabled());
    tree()->setFocus();
    tree()->setCurrentIndex(about);
    QVERIFY(!dialog()->findChild<DifferencePanel *>()->summary().isEmpty());
    QTest::keyClick(tree(), Qt::Key_Space);
    QVERIFY(accept()->isEnabled());
    accept()->click();
    QTRY_COMPARE(m_folder->read(u"about.md"_s), QByteArray("Ours.\n\n# A list\n\nAn introduction.\n\n# A list\n"));
    QTRY_VERIFY(!m_commands->undoName().isEmpty());
    m_commands->undo();
    QTRY_COMPARE(m_folder->read(u"about.md"_s), QByteArray("Ours.\n"));
    QVERIFY(!m_folder->exists(u"cases/fern-fronds.md"_s));
}

void TestImportCommands::filters()
{
    open();
    auto *states = dialog()->findChild<QComboBox *>(u"states"_s);
    QCOMPARE(states->itemText(0), u"All (2)"_s);
    states->setCurrentText(u"New (1)"_s);
    QVERIFY(tree()->isRowHidden(0, {}));
    QVERIFY(!tree()->isRowHidden(1, {}));
    dialog()->findChild<QPushButton *>(u"untickAll"_s)->click();
    QCOMPARE(accept()->text(), u"Import 1 Case"_s); // what is not shown keeps its ticks
    states->setCurrentIndex(0);
    QVERIFY(!tree()->isRowHidden(0, {}));
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
        if (tree()->model()->index(row, 1, alpha).data().toString() == u"Unchanged")
            continue;
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
        m_import->import(m_outside->path(name));
        QTRY_VERIFY(start()->findChild<QLabel *>(u"message"_s)->text().contains(name));
        QVERIFY(start()->findChild<QLineEdit *>(u"source"_s)->isEnabled());
        start()->reject();
        QTRY_VERIFY(!start());
    }
    m_import->import(u"https:///nowhere"_s);
    QTRY_VERIFY(start()->findChild<QLabel *>(u"message"_s)->text().contains(u"https:///nowhere"));
    QVERIFY(!dialog());
}

CASEBOOK_GUI_TEST(TestImportCommands)
#include "tst_importcommands.moc"
