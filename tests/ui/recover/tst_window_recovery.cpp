#include "core/store/leftjournal.h"
#include "core/store/statefolder.h"
#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/edit/banner.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"
#include "ui/recover/neighbourbanner.h"
#include "ui/recover/recoverydialog.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <cstdio>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// The part of a window that is going to be killed: types into a case, says when the text is kept, and waits.
int typeAndWait(const QString &root)
{
    WindowDriver driver;
    if (!driver.open(root, u"gamma"_s) || !QTest::qWaitFor([&] { return !driver.read().isEmpty(); }))
        return 1;
    driver.press(u"F4"_s);
    driver.press(u"Ctrl+2"_s);
    driver.type(u"killed "_s);
    const QDir state(corpusStateFolder(root));
    if (!QTest::qWaitFor([&] { return !state.entryList({u"*.journal"_s}).isEmpty(); }, 30'000))
        return 2;
    std::puts("kept");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

/// Every test has the small corpus in the window, gamma being read.
class TestWindowRecovery : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void killed();
    void restoredAndSaved();
    void keptForLater();
    void restoreWhileEditing();
    void fileIsGone();
    void corpusIsGone();
    void settledByClosing();
    void folderPulledAwayWhileEditing();
    void twoWindows();

private:
    void open();
    void typeIntoGamma();
    /// Ends the window as a crash would: nobody is asked.
    void crash();
    RecoveryDialog *offered() const { return m_driver->window().findChild<RecoveryDialog *>(); }
    void choose(const QString &button);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowRecovery::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    open();
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s);
}

void TestWindowRecovery::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowRecovery::open()
{
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"gamma"_s));
}

void TestWindowRecovery::typeIntoGamma()
{
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    m_driver->press(u"Ctrl+End"_s);
    m_driver->type(u"more"_s);
    QVERIFY(m_driver->window().isWindowModified());
}

void TestWindowRecovery::crash()
{
    m_driver.reset();
}

void TestWindowRecovery::choose(const QString &button)
{
    QTRY_VERIFY(offered() && offered()->isVisible());
    QTest::mouseClick(offered()->findChild<QPushButton *>(button), Qt::LeftButton);
}

void TestWindowRecovery::killed()
{
    m_driver->close();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--type-and-wait"_s, m_folder->root()});
    QVERIFY2(child.waitForReadyRead(60'000), child.readAllStandardError().constData());
    QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("kept"));
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    open();
    choose(u"restore"_s);
    QTRY_VERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_driver->editor()->toPlainText().startsWith(u"killed ---"_s));
    // The form knows the corpus's fields, as in any other case.
    QCOMPARE(m_driver->page()->context().schema, m_driver->window().session().corpus().schema());
}

void TestWindowRecovery::restoredAndSaved()
{
    const QByteArray before = m_folder->read(u"cases/gamma.md"_s);
    typeIntoGamma();
    crash();
    QCOMPARE(m_folder->read(u"cases/gamma.md"_s), before);
    open();
    choose(u"restore"_s);
    QTRY_VERIFY(!offered());
    QVERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_driver->window().isWindowModified());
    QCOMPARE(m_driver->pane()->currentId(), u"gamma"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"gamma"_s});
    QCOMPARE(m_folder->read(u"cases/gamma.md"_s), before);
    m_driver->press(u"Ctrl+Z"_s);
    QVERIFY(!m_driver->window().isWindowModified());
    m_driver->press(u"Ctrl+Shift+Z"_s);
    m_driver->press(u"Ctrl+S"_s);
    QCOMPARE(m_folder->read(u"cases/gamma.md"_s), QByteArray(before + "more"));
    crash();
    QVERIFY(claimLeftJournals(m_folder->root()).journals.isEmpty());
}

void TestWindowRecovery::keptForLater()
{
    typeIntoGamma();
    crash();
    open();
    choose(u"later"_s);
    QTRY_VERIFY(!offered());
    QVERIFY(!m_driver->pane()->isEditing());
    m_driver->action(u"recover"_s)->trigger();
    choose(u"discard"_s);
    QTRY_VERIFY(!offered());
    m_driver->action(u"recover"_s)->trigger();
    QVERIFY(!offered());
    QTRY_VERIFY2(m_driver->status().contains(u"no unsaved text"_s), qPrintable(m_driver->status()));
}

void TestWindowRecovery::restoreWhileEditing()
{
    typeIntoGamma();
    crash();
    open();
    choose(u"later"_s);
    QTRY_VERIFY(!offered());
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
    m_driver->type(u"other "_s);
    m_driver->action(u"recover"_s)->trigger();
    choose(u"restore"_s);
    QTRY_VERIFY(m_driver->box());
    QVERIFY(m_driver->answer(u"Cancel"_s)); // what is being edited comes first
    QVERIFY(m_driver->editor()->toPlainText().startsWith(u"other "_s));
    m_driver->action(u"recover"_s)->trigger();
    choose(u"restore"_s);
    QTRY_VERIFY(m_driver->box());
    QVERIFY(m_driver->answer(u"Save"_s));
    QTRY_VERIFY(m_driver->editor()->toPlainText().endsWith(u"more"_s));
    QVERIFY(m_folder->read(u"cases/gamma.md"_s).startsWith("other "));
}

void TestWindowRecovery::fileIsGone()
{
    typeIntoGamma();
    crash();
    m_folder->remove(u"cases/gamma.md"_s);
    open();
    choose(u"restore"_s);
    QTRY_VERIFY(m_driver->pane()->isEditing());
    QVERIFY(m_driver->editor()->toPlainText().endsWith(u"more"_s));
    QVERIFY(m_driver->page()->findChild<Banner *>()->isVisible());
    m_driver->page()->action(u"saveAgain")->trigger();
    QTRY_VERIFY(m_driver->shows(u"gamma"_s));
    QVERIFY(m_folder->read(u"cases/gamma.md"_s).endsWith("more"));
}

void TestWindowRecovery::corpusIsGone()
{
    const QString root = m_folder->root();
    typeIntoGamma();
    crash();
    QVERIFY(QDir(root).removeRecursively());
    m_driver = std::make_unique<WindowDriver>();
    m_driver->window().openCorpus(root);
    QTRY_VERIFY(offered());
    QVERIFY(!offered()->findChild<QPushButton *>(u"restore"_s)->isEnabled());
    QVERIFY(offered()->findChild<QPushButton *>(u"copyElsewhere"_s)->isEnabled());
    QVERIFY(m_driver->welcomeMessage().contains(root));
}

void TestWindowRecovery::settledByClosing()
{
    typeIntoGamma();
    m_driver->window().close();
    QVERIFY(m_driver->answer(u"Discard"_s));
    QTRY_VERIFY(!m_driver->isOpen());
    crash();
    QVERIFY(claimLeftJournals(m_folder->root()).journals.isEmpty());
}

void TestWindowRecovery::folderPulledAwayWhileEditing()
{
    const QString root = m_folder->root();
    const QString away = root + u"-away"_s;
    typeIntoGamma();
    QVERIFY(QFile::rename(root, away));
    m_driver->press(u"F5"_s);
    auto *banner = m_driver->page()->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->message().contains(root), qPrintable(banner->message()));
    m_driver->press(u"Ctrl+S"_s);
    QVERIFY(m_driver->window().isWindowModified());
    QVERIFY(m_driver->editor()->toPlainText().endsWith(u"more"_s));
    m_driver->window().close(); // saving cannot succeed, and so the window stays
    QVERIFY(m_driver->answer(u"Save"_s));
    QVERIFY(m_driver->isOpen());
    QVERIFY(QFile::rename(away, root));
    m_driver->press(u"Ctrl+S"_s);
    QVERIFY(m_folder->read(u"cases/gamma.md"_s).endsWith("more"));
}

void TestWindowRecovery::twoWindows()
{
    QVERIFY(m_driver->window().findChild<NeighbourBanner *>()->isHidden());
    WindowDriver second;
    QVERIFY(second.open(m_folder->root(), u"beta"_s));
    auto *banner = second.window().findChild<NeighbourBanner *>();
    QVERIFY(banner->isVisible());
    QTRY_COMPARE(second.read(), u"Beta engine"_s); // and it goes on
    m_driver->action(u"closeCorpus"_s)->trigger();
    QTRY_VERIFY(!banner->isVisible());
}

int main(int argc, char **argv)
{
    if (argc < 3 || qstrcmp(argv[1], "--type-and-wait") != 0)
        return runGuiTest<TestWindowRecovery>(argc, argv);
    QApplication application(argc, argv); // with the folders of the test that has started it
    dressUp();
    return typeAndWait(QString::fromLocal8Bit(argv[2]));
}

#include "tst_window_recovery.moc"
