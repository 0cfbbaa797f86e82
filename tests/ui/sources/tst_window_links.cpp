#include "core/base/texts.h"
#include "core/sources/linkrecords.h"
#include "tests/ui/sources/scriptedcheck.h"
#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/read/caseview.h"
#include "ui/sources/linkspanel.h"
#include "ui/sources/networkindicator.h"
#include "ui/sources/sourcechecks.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char corpusText[] = R"(name: Links
roles: {title: title, sources: sources, reviewed: reviewed}
fields:
  title: {type: text}
  sources: {type: records, label: Sources, fields: {title: {type: text}, url: {type: url}}}
  reviewed: {type: date}
)";

} // namespace

/// Links, as a person checks them in the window.
class TestWindowLinks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void init();
    void cleanup();

    void nothingIsAskedUnasked();
    void checksTheShownCase();
    void checksTheSelection();
    void checksAllAndStops();
    void resultsArriveInReaderFilterAndStatus();
    void takesOverNewAddresses();
    void findsArchivedCopies();
    void looksForCopiesOfThatTime();
    void tellsOfNoCopy();
    void copiesAddressesByKey();
    void panelOpensByKey();
    void needsALook();
    void privateAddressesAreASetting();

private:
    SourceChecks *checks() const { return m_driver->window().findChild<SourceChecks *>(); }
    NetworkIndicator *network() const { return m_driver->window().findChild<NetworkIndicator *>(); }
    QString address(const QString &name) const { return u"https://%1.example/"_s.arg(name); }
    void waitUntilIdle() const { QTRY_VERIFY(!checks()->isRunning()); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
    ScriptedNetwork m_script;
};

void TestWindowLinks::init()
{
    QSettings().clear();
    m_script = {};
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"corpus.yaml"_s, corpusText);
    const QByteArray reviewed = "reviewed: " + QDate::currentDate().toString(Qt::ISODate).toLatin1() + "\n";
    m_folder->write(u"cases/alpha.md"_s,
                    caseText("Alpha",
                             "sources:\n  - {title: First, url: https://one.example/}\n"
                             "  - {title: Second, url: https://two.example/}\n"
                                 + reviewed));
    m_folder->write(
        u"cases/beta.md"_s,
        caseText("Beta", "sources: [{title: Third, url: https://three.example/, year: 2019}]\n" + reviewed));
    m_folder->write(u"cases/gamma.md"_s, caseText("Gamma", reviewed));
    m_driver = std::make_unique<WindowDriver>();
    checks()->setNetwork(m_script.network());
    QVERIFY(m_driver->open(m_folder->root(), u"alpha"_s));
    QTRY_COMPARE(m_driver->read(), u"Alpha"_s);
}

void TestWindowLinks::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowLinks::nothingIsAskedUnasked()
{
    m_driver->press(u"F12"_s);
    m_driver->clickCase(u"beta"_s);
    QTRY_COMPARE(m_driver->read(), u"Beta"_s);
    QVERIFY(m_script.asked.isEmpty());
    QCOMPARE(network()->text(), u"offline"_s);
}

void TestWindowLinks::checksTheShownCase()
{
    m_driver->press(u"F6"_s);
    QVERIFY(network()->text() != u"offline"_s);
    waitUntilIdle();
    QCOMPARE(m_script.asked, (QStringList{address(u"one"_s), address(u"two"_s)}));
    QCOMPARE(network()->text(), u"offline"_s);
    QTRY_VERIFY(m_driver->status().contains(u"Checked 2 links"_s));
}

void TestWindowLinks::checksTheSelection()
{
    m_driver->clickCase(u"alpha"_s);
    m_driver->clickCase(u"beta"_s, Qt::ControlModifier);
    m_driver->action(u"checkSelection"_s)->trigger();
    waitUntilIdle();
    QCOMPARE(m_script.asked.size(), 3);
}

void TestWindowLinks::checksAllAndStops()
{
    m_script.holds = true;
    QVERIFY(!m_driver->action(u"stopChecks"_s)->isEnabled());
    m_driver->press(u"Ctrl+F6"_s);
    QTRY_VERIFY(network()->text().contains(u"1"_s) && network()->text().contains(u"3"_s));
    QVERIFY(m_driver->action(u"stopChecks"_s)->isEnabled());
    network()->findChild<QToolButton *>(u"networkStop"_s)->click();
    QVERIFY(!checks()->isRunning());
    QCOMPARE(network()->text(), u"offline"_s);
    QTRY_VERIFY(m_driver->status().contains(u"Stopped"_s));
    QTRY_COMPARE(readLinkRecords(m_folder->root()).records.size(), 1);
}

void TestWindowLinks::resultsArriveInReaderFilterAndStatus()
{
    m_script.answers.insert(address(u"two"_s), {{}, LinkState::Dead, 404, {}, false, u"Gone."_s, {}});
    m_driver->press(u"F12"_s);
    m_driver->action(u"checkAll"_s)->trigger();
    QTRY_VERIFY(m_driver->reader()->toPlainText().contains(u"Dead (404), checked today"_s));
    QVERIFY(m_driver->reader()->toPlainText().contains(u"Fine, checked today"_s));
    auto *panel = m_driver->window().findChild<LinksPanel *>();
    QTRY_COMPARE(panel->model()->counts().value(LinkState::Dead), 1);
    m_driver->press(u"Ctrl+L"_s);
    m_driver->type(u"link:dead"_s);
    m_driver->press(u"Return"_s);
    QTRY_COMPARE(m_driver->cases(), QStringList(u"alpha"_s));
    // And the next time it is still known.
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"alpha"_s));
    QTRY_VERIFY(m_driver->reader()->toPlainText().contains(u"Dead (404), checked today"_s));
}

void TestWindowLinks::takesOverNewAddresses()
{
    m_script.answers.insert(address(u"two"_s), {{}, LinkState::Moved, 200, u"https://new.example/"_s, true, {}, {}});
    QVERIFY(!m_driver->action(u"useMoves"_s)->isEnabled());
    m_driver->press(u"F6"_s);
    waitUntilIdle();
    QTRY_VERIFY(m_driver->action(u"useMoves"_s)->isEnabled());
    m_driver->action(u"useMoves"_s)->trigger();
    QTRY_VERIFY(m_driver->dialog(u"addressDialog"_s));
    QTest::keyClick(m_driver->dialog(u"addressDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(m_folder->read(u"cases/alpha.md"_s).contains("{title: Second, url: https://new.example/}"));
    QTRY_VERIFY(m_driver->action(u"undoFiles"_s)->isEnabled());
    m_driver->clickCase(u"alpha"_s);
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_VERIFY(m_folder->read(u"cases/alpha.md"_s).contains("{title: Second, url: https://two.example/}"));
}

void TestWindowLinks::findsArchivedCopies()
{
    const QString copy = u"https://web.archive.org/web/2020/https://two.example/"_s;
    m_script.answers.insert(address(u"two"_s), {{}, LinkState::Dead, 404, {}, false, {}, {}});
    m_script.copies.insert(address(u"two"_s), {{}, copy, {}, {}});
    m_driver->press(u"F6"_s);
    waitUntilIdle();
    QTRY_VERIFY(m_driver->reader()->toPlainText().contains(u"Dead"_s));
    m_driver->action(u"findCopies"_s)->trigger();
    QCOMPARE(network()->text(), u"asking the Wayback Machine: 0 of 1"_s);
    QTRY_VERIFY(m_driver->dialog(u"addressDialog"_s));
    QCOMPARE(m_script.lookedFor, QStringList(address(u"two"_s))); // not of what is fine
    QTest::keyClick(m_driver->dialog(u"addressDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(m_folder->read(u"cases/alpha.md"_s).contains(copy.toUtf8()));
}

void TestWindowLinks::looksForCopiesOfThatTime()
{
    m_folder->write(u"cases/beta.md"_s,
                    caseText("Beta", "sources:\n  - {title: Third, url: https://three.example/, year: 2019}\n"
                                     "  - {title: Third before, url: https://three.example/, year: 2017}\n"));
    m_driver->press(u"F5"_s);
    m_driver->clickCase(u"beta"_s);
    QTRY_VERIFY(m_driver->reader()->toPlainText().contains(u"Third before"_s));
    m_driver->action(u"findCopies"_s)->trigger();
    waitUntilIdle();
    QCOMPARE(m_script.lookedFor, QStringList(address(u"three"_s)));
    QCOMPARE(m_script.near, QList<QDate>{QDate(2019, 12, 31)});
}

void TestWindowLinks::copiesAddressesByKey()
{
    m_driver->press(u"F12"_s);
    auto *view = m_driver->window().findChild<QDockWidget *>(u"linksDock"_s)->findChild<QTreeView *>();
    QTRY_COMPARE(view->model()->rowCount(), 3);
    view->setFocus();
    m_driver->press(u"Ctrl+A"_s);
    m_driver->press(u"Ctrl+C"_s);
    QCOMPARE(QApplication::clipboard()->text().split(u'\n'),
             (QStringList{address(u"one"_s), address(u"two"_s), address(u"three"_s)}));
}

void TestWindowLinks::tellsOfNoCopy()
{
    m_driver->action(u"findCopies"_s)->trigger();
    waitUntilIdle();
    QCOMPARE(m_script.lookedFor.size(), 2); // nothing is known to be gone, so all
    QTRY_VERIFY(m_driver->status().contains(u"no copy"_s));
}

void TestWindowLinks::panelOpensByKey()
{
    auto *dock = m_driver->window().findChild<QDockWidget *>(u"linksDock"_s);
    QVERIFY(dock->isHidden());
    m_driver->press(u"F12"_s);
    QVERIFY(dock->isVisible());
    auto *view = dock->findChild<QTreeView *>();
    QTRY_COMPARE(view->model()->rowCount(), 3);
    view->setFocus();
    const auto &model = *dock->findChild<LinksPanel *>()->model();
    int row = 0;
    while (model.row(row).caseId != u"beta"_s)
        ++row;
    view->setCurrentIndex(view->model()->index(row, 0));
    m_driver->press(u"Return"_s);
    QTRY_COMPARE(m_driver->read(), u"Beta"_s);
    m_driver->press(u"F12"_s);
    QVERIFY(dock->isHidden());
    QVERIFY(!m_driver->action(u"showLinks"_s)->isChecked());
}

void TestWindowLinks::needsALook()
{
    auto *button = m_driver->window().findChild<QToolButton *>(u"needsButton"_s);
    QTRY_COMPARE(button->text(), u"2 to look at"_s); // of their sources there are no snapshots
    QVERIFY(button->toolTip().contains(u"Snapshot: 2"_s));
    QVERIFY(button->toolTip().contains(u"Sources without a snapshot: 2 of 2."_s)); // of the case that is shown
    m_driver->clickCase(u"beta"_s);
    QTRY_VERIFY(button->toolTip().contains(u"Sources without a snapshot: 1 of 1."_s));
    m_driver->clickCase(u"gamma"_s);
    QTRY_VERIFY(!button->toolTip().contains(u"without a snapshot"_s));
    button->click();
    QTRY_COMPARE(m_driver->cases(), (QStringList{u"alpha"_s, u"beta"_s}));
}

void TestWindowLinks::privateAddressesAreASetting()
{
    m_driver->press(u"F6"_s);
    waitUntilIdle();
    QVERIFY(!m_script.allowedPrivate);
    m_driver->action(u"allowPrivate"_s)->trigger();
    m_driver->press(u"F6"_s);
    waitUntilIdle();
    QVERIFY(m_script.allowedPrivate);
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->action(u"allowPrivate"_s)->isChecked());
}

CASEBOOK_GUI_TEST(TestWindowLinks)
#include "tst_window_links.moc"
