#include "core/base/texts.h"
#include "core/corpus/loader.h"
#include "core/markdown/node.h"
#include "tests/core/corpus/testfolder.h"
#include "tests/ui/sources/scriptedcheck.h"
#include "tests/ui/support/guitest.h"
#include "ui/sources/linkspanel.h"
#include "ui/sources/networkindicator.h"
#include "ui/sources/sourcechecks.h"
#include "ui/sources/sourcenetwork.h"
#include "ui/typeset/casetypesetter.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

const QList<LinkRow> fourSources{
    {u"alpha"_s, u"Acme · Alpha"_s, 1, u"One"_s, u"https://one.example/"_s},
    {u"alpha"_s, u"Acme · Alpha"_s, 2, u"Two"_s, u"https://two.example/"_s},
    {u"beta"_s, u"Bolt · Beta"_s, 1, u"Three"_s, u"https://three.example/"_s},
    {u"gamma"_s, u"Cog · Gamma"_s, 1, u"Two again"_s, u"https://two.example/"_s},
};

LinkRecord record(const QString &url, LinkState state, const QString &location = {})
{
    return {url, state, state == LinkState::Dead ? 404 : 200, location, !location.isEmpty(), u"So it is."_s, noon};
}

SourceFactsPtr facts(const LinkRecordList &records)
{
    SourceFacts facts;
    for (const LinkRecord &one : records)
        addLinkRecord(facts.links, one);
    return std::make_shared<const SourceFacts>(std::move(facts));
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

/// The list of links, and the checks that a person asks for, without a network.
class TestLinks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void modelTellsWhatIsKnown();
    void modelSorts_data();
    void modelSorts();
    void modelFilters();
    void selectionStaysAsResultsComeIn();
    void offersOfMoves_data();
    void offersOfMoves();
    void everyStateHasAnIcon();
    void checksOneAfterTheOther();
    void checksStop();
    void checksTakeMoreWhileTheyRun();
    void panelAsks();
    void panelWhileChecking();
    void panelGoesToTheCase();
    void panelWithoutRows();
    void indicatorTells();
    void asksTheNetworkItself_data();
    void asksTheNetworkItself();
    void typesetWithTheSource_data();
    void typesetWithTheSource();
};

void TestLinks::modelTellsWhatIsKnown()
{
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFacts(facts({record(u"https://two.example/"_s, LinkState::Dead)}), QDate(2026, 11, 23));
    model.setSources(fourSources);
    QCOMPARE(column(model, LinksModel::StateColumn),
             (QStringList{u"Unchecked"_s, u"Dead"_s, u"Unchecked"_s, u"Dead"_s}));
    QCOMPARE(column(model, LinksModel::SourceColumn), (QStringList{u"One"_s, u"Two"_s, u"Three"_s, u"Two again"_s}));
    QCOMPARE(model.index(1, LinksModel::CaseColumn).data().toString(), u"Acme · Alpha"_s);
    QCOMPARE(column(model, LinksModel::StatusColumn), (QStringList{{}, u"404"_s, {}, u"404"_s}));
    QCOMPARE(model.index(1, LinksModel::CheckedColumn).data().toString(), u"3 days ago"_s);
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"So it is."_s));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Dead: Two"_s);
    QCOMPARE(model.counts().value(LinkState::Dead), 2);
    for (int section = 0; section < LinksModel::ColumnCount; ++section)
        QVERIFY(!model.headerData(section, Qt::Horizontal).toString().isEmpty());
    model.setAsking({u"https://one.example/"_s});
    QCOMPARE(model.index(0, 0).data().toString(), u"Asking…"_s);
    model.setAsking({});
    QCOMPARE(model.index(0, 0).data().toString(), u"Unchecked"_s);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setSources(fourSources);
    QCOMPARE(reset.size(), 0);
    model.setSources({});
    QCOMPARE(model.rowCount(), 0);
}

void TestLinks::modelSorts_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("titles");

    QTest::newRow("as they come") << -1 << Qt::AscendingOrder << u"One Two Three Two again"_s;
    QTest::newRow("the worst first") << int(LinksModel::StateColumn) << Qt::AscendingOrder
                                     << u"Two Two again Three One"_s;
    QTest::newRow("the worst last") << int(LinksModel::StateColumn) << Qt::DescendingOrder
                                    << u"One Three Two Two again"_s;
    QTest::newRow("by title") << int(LinksModel::SourceColumn) << Qt::AscendingOrder << u"One Three Two Two again"_s;
    QTest::newRow("by case") << int(LinksModel::CaseColumn) << Qt::DescendingOrder << u"Two again Three One Two"_s;
    QTest::newRow("by status") << int(LinksModel::StatusColumn) << Qt::AscendingOrder << u"One Three Two Two again"_s;
    QTest::newRow("by day") << int(LinksModel::CheckedColumn) << Qt::AscendingOrder << u"One Two Two again Three"_s;
}

void TestLinks::modelSorts()
{
    QFETCH(int, by);
    QFETCH(Qt::SortOrder, order);
    LinkRecord fine = record(u"https://three.example/"_s, LinkState::Unreachable);
    fine.checked = noon.addDays(1);
    fine.status = 0;
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSources(fourSources);
    model.sort(by, order);
    model.setFacts(facts({record(u"https://two.example/"_s, LinkState::Dead), fine}), noon.date());
    QTEST(column(model, LinksModel::SourceColumn).join(u' '), "titles");
}

void TestLinks::modelFilters()
{
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSources(fourSources);
    model.setFilter(LinksModel::Filter::Troubled);
    QCOMPARE(model.rowCount(), 0);
    model.setFacts(facts({record(u"https://two.example/"_s, LinkState::Moved, u"https://new.example/"_s),
                          record(u"https://one.example/"_s, LinkState::Dead),
                          record(u"https://three.example/"_s, LinkState::Fine)}),
                   noon.date());
    QCOMPARE(column(model, LinksModel::SourceColumn), (QStringList{u"One"_s, u"Two"_s, u"Two again"_s}));
    model.setFilter(LinksModel::Filter::Offers);
    QCOMPARE(column(model, LinksModel::SourceColumn), (QStringList{u"Two"_s, u"Two again"_s}));
    QCOMPARE(column(model, LinksModel::LocationColumn).first(), u"https://new.example/"_s);
    model.setFilter(LinksModel::Filter::All);
    QCOMPARE(column(model, LinksModel::SourceColumn), (QStringList{u"One"_s, u"Two"_s, u"Three"_s, u"Two again"_s}));
}

void TestLinks::selectionStaysAsResultsComeIn()
{
    LinksModel model;
    QTreeView view;
    view.setModel(&model);
    model.setSources(fourSources);
    model.sort(LinksModel::StateColumn);
    view.setCurrentIndex(model.index(0, 0));
    QCOMPARE(view.currentIndex().siblingAtColumn(LinksModel::SourceColumn).data().toString(), u"One"_s);
    model.setFacts(facts({record(u"https://three.example/"_s, LinkState::Dead),
                          record(u"https://one.example/"_s, LinkState::Moved)}),
                   noon.date());
    QCOMPARE(view.currentIndex().row(), 1);
    QCOMPARE(view.currentIndex().siblingAtColumn(LinksModel::SourceColumn).data().toString(), u"One"_s);
    model.setFilter(LinksModel::Filter::Troubled);
    QCOMPARE(view.currentIndex().siblingAtColumn(LinksModel::SourceColumn).data().toString(), u"One"_s);
}

void TestLinks::offersOfMoves_data()
{
    QTest::addColumn<LinkRecord>("link");
    QTest::addColumn<QString>("offered");

    const QString old = u"https://old.example/"_s;
    const QString now = u"https://new.example/"_s;
    QTest::newRow("for good") << record(old, LinkState::Moved, now) << now;
    LinkRecord passing = record(old, LinkState::Moved, now);
    passing.permanent = false;
    QTest::newRow("for now") << passing << QString();
    QTest::newRow("fine") << record(old, LinkState::Fine, now) << QString();
    QTest::newRow("the fragment is kept")
        << record(old + u"#part"_s, LinkState::Moved, now) << QString(now + u"#part"_s);
    QTest::newRow("another fragment") << record(old + u"#part"_s, LinkState::Moved, now + u"#piece"_s)
                                      << QString(now + u"#piece"_s);
    QTest::newRow("no web address") << record(old, LinkState::Moved, u"file:///etc/passwd"_s) << QString();
    QTest::newRow("to itself") << record(old, LinkState::Moved, old) << QString();
}

void TestLinks::offersOfMoves()
{
    QFETCH(LinkRecord, link);
    const auto offer = moveOffer(link);
    QTEST(offer ? offer->to : QString(), "offered");
}

void TestLinks::everyStateHasAnIcon()
{
    LinksModel model;
    model.setSources({fourSources.first()});
    for (const LinkState state : linkStates()) {
        SourceFacts known;
        known.links.insert(fourSources.first().address, record(fourSources.first().address, state));
        model.setFacts(std::make_shared<const SourceFacts>(known), noon.date());
        QVERIFY2(!model.index(0, 0).data(Qt::DecorationRole).value<QIcon>().isNull(), qPrintable(linkStateId(state)));
    }
}

void TestLinks::checksOneAfterTheOther()
{
    ScriptedNetwork script;
    script.answers.insert(u"b"_s, record({}, LinkState::Dead));
    SourceChecks checks(script.network());
    QSignalSpy answered(&checks, &SourceChecks::answered);
    QSignalSpy checked(&checks, &SourceChecks::checked);
    checks.setAllowPrivate(true);
    checks.check({u"a"_s, u"b"_s, u"a"_s});
    QVERIFY(checks.isRunning());
    QCOMPARE(checks.total(), 2);
    QVERIFY(checked.wait());
    QCOMPARE(script.asked, (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(script.allowedPrivate);
    QCOMPARE(answered.size(), 2);
    QCOMPARE(answered.at(1).at(0).value<LinkRecord>().state, LinkState::Dead);
    QVERIFY(!checked.first().at(1).toBool());
    QVERIFY(!checks.isRunning());
    checks.check({u"a"_s});
    QVERIFY(checked.wait());
    QCOMPARE(script.asked.size(), 3);
}

void TestLinks::checksStop()
{
    ScriptedNetwork script;
    script.holds = true;
    SourceChecks checks(script.network());
    QSignalSpy answered(&checks, &SourceChecks::answered);
    QSignalSpy checked(&checks, &SourceChecks::checked);
    checks.check({u"a"_s, u"b"_s});
    QVERIFY(answered.wait());
    QTRY_COMPARE(checks.asking(), QSet<QString>{u"b"_s});
    checks.stop();
    QCOMPARE(checked.size(), 1);
    QVERIFY(checked.first().at(1).toBool());
    QVERIFY(!checks.isRunning());
    QVERIFY(checks.asking().isEmpty());
    QCOMPARE(answered.size(), 1);
}

void TestLinks::checksTakeMoreWhileTheyRun()
{
    ScriptedNetwork script;
    SourceChecks checks(script.network());
    QSignalSpy checked(&checks, &SourceChecks::checked);
    checks.check({u"a"_s});
    checks.check({u"a"_s, u"b"_s});
    QCOMPARE(checks.total(), 2);
    QVERIFY(checked.wait());
    QCOMPARE(script.asked, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(checked.first().first().value<LinkRecordList>().size(), 2);
}

void TestLinks::panelAsks()
{
    ScriptedNetwork script;
    SourceChecks checks(script.network());
    LinksPanel panel(checks);
    panel.model()->setSources(fourSources);
    panel.model()->setFacts(facts({record(u"https://two.example/"_s, LinkState::Moved, u"https://new.example/"_s)}),
                            noon.date());
    auto *view = panel.findChild<QTreeView *>();
    const auto action = [&panel](const QString &name) { return panel.findChild<QAction *>(name); };
    QVERIFY(!action(u"linkCheckAgain"_s)->isEnabled());
    view->setCurrentIndex(panel.model()->index(0, 0));
    QVERIFY(action(u"linkCheckAgain"_s)->isEnabled());
    QVERIFY(!action(u"linkUseNew"_s)->isEnabled());
    view->selectAll();
    QVERIFY(action(u"linkUseNew"_s)->isEnabled());
    QVERIFY(!action(u"linkOpen"_s)->isEnabled());
    QSignalSpy again(&panel, &LinksPanel::checkRequested);
    action(u"linkCheckAgain"_s)->trigger();
    const QStringList addresses{u"https://one.example/"_s, u"https://two.example/"_s, u"https://three.example/"_s};
    QCOMPARE(again.first().first().toStringList(), addresses);
    QSignalSpy copies(&panel, &LinksPanel::copiesRequested);
    action(u"linkFindCopy"_s)->trigger();
    QCOMPARE(copies.first().first().toStringList(), addresses);
    QSignalSpy moves(&panel, &LinksPanel::movesRequested);
    action(u"linkUseNew"_s)->trigger();
    QCOMPARE(moves.first().first().toStringList(), addresses);
    action(u"linkCopy"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), addresses.join(u'\n'));
    QSignalSpy all(&panel, &LinksPanel::checkAllRequested);
    panel.findChild<QToolButton *>(u"checkAllLinks"_s)->click();
    QCOMPARE(all.size(), 1);
}

void TestLinks::panelWhileChecking()
{
    ScriptedNetwork script;
    script.holds = true;
    SourceChecks checks(script.network());
    LinksPanel panel(checks);
    panel.model()->setSources(fourSources);
    connect(&panel, &LinksPanel::stopRequested, &checks, &SourceChecks::stop);
    panel.show();
    auto *progress = panel.findChild<QProgressBar *>();
    auto *stop = panel.findChild<QToolButton *>(u"stopLinks"_s);
    QVERIFY(progress->isHidden() && stop->isHidden());
    checks.check({u"https://one.example/"_s, u"https://three.example/"_s});
    QTRY_COMPARE(progress->value(), 1);
    QCOMPARE(progress->maximum(), 2);
    QVERIFY(progress->isVisible() && stop->isVisible());
    QTRY_COMPARE(panel.model()->index(2, 0).data().toString(), u"Asking…"_s);
    stop->click();
    QVERIFY(progress->isHidden() && stop->isHidden());
    QVERIFY(panel.model()->index(2, 0).data().toString() != u"Asking…"_s);
}

void TestLinks::panelGoesToTheCase()
{
    SourceChecks checks({});
    LinksPanel panel(checks);
    panel.resize(1000, 300);
    panel.model()->setSources(fourSources);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy requested(&panel, &LinksPanel::caseRequested);
    auto *view = panel.findChild<QTreeView *>();
    const QPoint second = view->visualRect(panel.model()->index(2, 1)).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.takeFirst().first().toString(), u"beta"_s);
    view->setCurrentIndex(panel.model()->index(3, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(requested.takeFirst().first().toString(), u"gamma"_s);
}

void TestLinks::panelWithoutRows()
{
    TestFolder folder;
    folder.writeCase(u"alpha.md"_s, "title: Alpha\nsources: [{title: One, url: https://one.example/}]\n");
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    SourceChecks checks({});
    LinksPanel panel(checks);
    panel.show();
    auto *empty = panel.findChild<QLabel *>(u"linksEmpty"_s);
    auto *view = panel.findChild<QTreeView *>();
    QVERIFY(empty->isVisible() && view->isHidden());
    const QString none = empty->text();
    panel.showCorpus(*corpus);
    QVERIFY(empty->isHidden() && view->isVisible());
    QCOMPARE(panel.findChild<QLabel *>(u"linksSummary"_s)->text(), u"1 source  ·  1 unchecked"_s);
    panel.findChild<QComboBox *>(u"linksFilter"_s)->setCurrentIndex(1);
    QVERIFY(empty->isVisible() && view->isHidden());
    QVERIFY(empty->text() != none);
    QSignalSpy all(&panel, &LinksPanel::checkAllRequested);
    panel.findChild<QToolButton *>(u"checkAllLinks"_s)->click();
    QCOMPARE(all.size(), 1);
}

void TestLinks::indicatorTells()
{
    NetworkIndicator indicator;
    indicator.show();
    auto *stop = indicator.findChild<QToolButton *>();
    QCOMPARE(indicator.text(), u"offline"_s);
    QVERIFY(stop->isHidden());
    indicator.setUse(u"a"_s, u"asking"_s);
    QCOMPARE(indicator.text(), u"asking"_s);
    indicator.setUse(u"b"_s, u"keeping"_s);
    QCOMPARE(indicator.text(), u"asking, keeping"_s);
    indicator.setUse(u"a"_s, {});
    QCOMPARE(indicator.text(), u"keeping"_s);
    QSignalSpy stopped(&indicator, &NetworkIndicator::stopRequested);
    stop->click();
    QCOMPARE(stopped.size(), 1);
    indicator.setUse(u"b"_s, {});
    QCOMPARE(indicator.text(), u"offline"_s);
}

void TestLinks::asksTheNetworkItself_data()
{
    QTest::addColumn<bool>("allowPrivate");

    QTest::newRow("where this computer may be asked") << true;
    QTest::newRow("where it may not") << false;
}

void TestLinks::asksTheNetworkItself()
{
    QFETCH(bool, allowPrivate);
    QTcpServer server;
    int requests = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&requests, socket] {
            ++requests;
            socket->readAll();
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QObject owner;
    QObject parent; // gone before the owner
    LinkCheck *check = sourceNetwork(&owner).newCheck(&parent);
    QSignalSpy answered(check, &LinkCheck::answered);
    QSignalSpy finished(check, &LinkCheck::finished);
    const QString address = u"http://127.0.0.1:%1/gone"_s.arg(server.serverPort());
    check->start({address}, allowPrivate);
    QVERIFY(!finished.isEmpty() || finished.wait(30000));
    QCOMPARE(answered.size(), 1);
    const auto link = answered.first().first().value<LinkRecord>();
    QCOMPARE(link.url, address);
    QCOMPARE(link.status, allowPrivate ? 404 : 0);
    QCOMPARE(link.state == LinkState::Dead, allowPrivate);
    QCOMPARE(requests > 0, allowPrivate);
}

void TestLinks::typesetWithTheSource_data()
{
    QTest::addColumn<bool>("paper");
    QTest::addColumn<QString>("words");

    QTest::newRow("on a screen") << false << u"Dead (404), checked 20 November 2026"_s;
    QTest::newRow("on paper") << true << u"Dead (404), checked 20 November 2026"_s;
}

void TestLinks::typesetWithTheSource()
{
    QFETCH(bool, paper);
    TestFolder folder;
    folder.writeCase(u"alpha.md"_s,
                     "title: Alpha\nsources: [{title: One, url: https://one.example/},"
                     " {title: Two, url: https://two.example/}]\n");
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    LinkRecord dead = record(u"https://one.example/"_s, LinkState::Dead);
    dead.checked = noon.addYears(paper ? 0 : -10); // so long ago that the day is told
    CaseOptions options;
    options.facts = facts({dead});
    const TypeStyle style = paper ? TypeStyle::forPrint() : TypeStyle::fromPalette(QPalette());
    QTextDocument document;
    CaseTypesetter(corpus->schema(), style, options).append(QTextCursor(&document), *corpus->at(0), {});
    const QString text = document.toPlainText();
    QFETCH(QString, words);
    if (!paper)
        words.replace(u"2026"_s, u"2016"_s);
    QVERIFY2(text.contains(words), qPrintable(text));
    QCOMPARE(text.count(u"checked"_s), 1);
}

CASEBOOK_GUI_TEST(TestLinks)
#include "tst_linkspanel.moc"
