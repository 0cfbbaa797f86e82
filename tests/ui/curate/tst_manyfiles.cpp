#include "core/corpus/session.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/bulkeditdialog.h"
#include "ui/curate/casecommands.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Changes of some hundred files. (2,000 were measured: the plan took 0.7 s, the change 9 s, and the window never stood
/// still for more than 40 ms.)
class TestManyFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsHowFarItIs();
    void stopsWhereAsked();
    void undoTellsHowFarItIs();

private:
    static constexpr int count = 300;

    void start();
    int changed() const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<QWidget> m_window;
    CaseCommands *m_commands = nullptr;
};

void TestManyFiles::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->writeMany(count - 5);
    m_session = std::make_unique<CorpusSession>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_commands = new CaseCommands(*m_session, m_window.get());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    QCOMPARE(m_session->corpus().size(), count);
}

void TestManyFiles::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

/// Every case is about to get a field when this returns.
void TestManyFiles::start()
{
    QStringList ids;
    for (const CaseStudyPtr &study : m_session->corpus().cases())
        ids.append(study->id);
    m_commands->editFields(ids);
    auto *dialog = m_window->findChild<BulkEditDialog *>();
    dialog->findChild<QComboBox *>(u"bulkField"_s)->setEditText(u"checked"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"maybe"_s);
    auto *list = dialog->findChild<QTreeView *>(u"fileChanges"_s);
    QTRY_COMPARE(list->model()->rowCount(), count);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QVERIFY(m_commands->isBusy());
}

int TestManyFiles::changed() const
{
    int all = 0;
    for (const CaseStudyPtr &study : m_session->corpus().cases())
        all += m_folder->read(study->path).contains("checked: maybe\n") ? 1 : 0;
    return all;
}

void TestManyFiles::tellsHowFarItIs()
{
    QSignalSpy progress(m_commands, &CaseCommands::progress);
    QSignalSpy done(m_commands, &CaseCommands::done);
    int ticks = 0; // of a window that can still be used
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(0);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 60'000);
    QCOMPARE(changed(), count);
    QVERIFY(ticks > 1);
    QVERIFY(progress.size() >= 2);
    QCOMPARE(progress.at(progress.size() - 2).at(0).toInt(), count);
    QCOMPARE(progress.last().at(1).toInt(), 0); // nothing is being done any more
    QVERIFY(m_commands->undoName().contains(QString::number(count)));
}

void TestManyFiles::stopsWhereAsked()
{
    QSignalSpy done(m_commands, &CaseCommands::done);
    start();
    m_commands->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!m_commands->isBusy(), 60'000);
    const int some = changed();
    QVERIFY(some < count);
    if (some > 0) {
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(done.first().first().toString().contains(u"Stopped"_s));
        QVERIFY(m_commands->undoName().contains(QString::number(some)));
        m_commands->undo(); // what was done is undone, and nothing else
        QTRY_COMPARE_WITH_TIMEOUT(changed(), 0, 60'000);
    }
}

void TestManyFiles::undoTellsHowFarItIs()
{
    QSignalSpy done(m_commands, &CaseCommands::done);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 60'000);
    QSignalSpy progress(m_commands, &CaseCommands::progress);
    m_commands->undo();
    QTRY_VERIFY_WITH_TIMEOUT(!m_commands->redoName().isEmpty(), 60'000);
    QCOMPARE(changed(), 0);
    QVERIFY(progress.size() >= 2);
}

CASEBOOK_GUI_TEST(TestManyFiles)
#include "tst_manyfiles.moc"
