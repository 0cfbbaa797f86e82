#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "tests/ui/support/printtree.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus, open, in a model that is watched by a model tester.
class TestCaseTreeModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void groupsInTheirOrder();
    void filters_data();
    void filters();
    void groupsByOtherFields_data();
    void groupsByOtherFields();
    void sorts_data();
    void sorts();
    void findsCases();
    void tellsAboutRows();
    void showsBrokenFiles();
    void loadsInSteps();
    void followsTheFolder();
    void folderWithoutDescription();

private:
    struct Window {
        CorpusSession session;
        Browser browser{session};
        CaseTreeModel model{browser};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

    QStringList tree() const { return printTree(m_window->model); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<Window> m_window;
};

void TestCaseTreeModel::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_window = std::make_unique<Window>();
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
}

void TestCaseTreeModel::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestCaseTreeModel::groupsInTheirOrder()
{
    QCOMPARE(tree(),
             (QStringList{
                 u"Migrating 2"_s,
                 u"  Bolt: Beta engine (C++, Go → Rust · 2020)"_s,
                 u"  Acme: Alpha service (Go → Rust · 2018)"_s,
                 u"Adopting 1"_s,
                 u"  Cog: Gamma tool (Rust · 2021)"_s,
                 u"Against 1"_s,
                 u"  Dust: Delta game (Rust → C# · 2024)"_s,
                 u"(none) 1"_s,
                 u"  Etch: Epsilon notes (cases/epsilon.md)"_s,
             }));
}

void TestCaseTreeModel::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("a word") << u"slow"_s
                            << QStringList{u"Migrating 1"_s, u"Beta engine"_s, u"Against 1"_s, u"Delta game"_s};
    QTest::newRow("a field") << u"tags:web"_s << QStringList{u"Migrating 2"_s, u"Beta engine"_s, u"Alpha service"_s};
    QTest::newRow("excluded") << u"-from:go"_s << QStringList{u"Adopting 1"_s, u"Gamma tool"_s, u"Against 1"_s,
                                                              u"Delta game"_s, u"(none) 1"_s,   u"Epsilon notes"_s};
    QTest::newRow("years") << u"year:2019..2021"_s
                           << QStringList{u"Migrating 1"_s, u"Beta engine"_s, u"Adopting 1"_s, u"Gamma tool"_s};
    QTest::newRow("nothing") << u"nowhere"_s << QStringList();
}

void TestCaseTreeModel::filters()
{
    QFETCH(QString, query);
    QFETCH(QStringList, titles);
    const QStringList all = tree();
    m_window->browser.setQueryText(query);
    QStringList shown;
    for (const QString &line : tree())
        shown.append(line.section(u": "_s, -1).section(u" ("_s, 0, 0));
    QCOMPARE(shown, titles);
    m_window->browser.clearQuery();
    QCOMPARE(tree(), all);
}

void TestCaseTreeModel::groupsByOtherFields_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a list: a case in two groups")
        << u"tags"_s << QStringList{u"cache 1"_s,      u"  Alpha service"_s, u"cli 1"_s,           u"  Gamma tool"_s,
                                    u"web 2"_s,        u"  Beta engine"_s,   u"  Alpha service"_s, u"(none) 2"_s,
                                    u"  Delta game"_s, u"  Epsilon notes"_s};
    QTest::newRow("years, the newest first")
        << u"year"_s << QStringList{u"2024 1"_s,   u"  Delta game"_s,   u"2021 1"_s, u"  Gamma tool"_s,
                                    u"2020 1"_s,   u"  Beta engine"_s,  u"2018 1"_s, u"  Alpha service"_s,
                                    u"(none) 1"_s, u"  Epsilon notes"_s};
    QTest::newRow("a field that is not there")
        << u"nothing"_s << QStringList{u"(none) 5"_s,     u"  Beta engine"_s, u"  Alpha service"_s,
                                       u"  Gamma tool"_s, u"  Delta game"_s,  u"  Epsilon notes"_s};
}

void TestCaseTreeModel::groupsByOtherFields()
{
    QFETCH(QString, path);
    QFETCH(QStringList, expected);
    m_window->browser.setArrangement({path, SortKey::Relevance});
    QStringList shown;
    for (const QString &line : tree()) {
        const bool isCase = line.startsWith(u' ');
        shown.append(isCase ? QString(u"  "_s + line.section(u": "_s, 1).section(u" ("_s, 0, 0)) : line);
    }
    QCOMPARE(shown, expected);
    QCOMPARE(m_window->browser.result().matches(), 5);
}

void TestCaseTreeModel::sorts_data()
{
    QTest::addColumn<SortKey>("key");
    QTest::addColumn<QString>("first");
    QTest::newRow("by year") << SortKey::Year << u"beta"_s;
    QTest::newRow("by title") << SortKey::Title << u"alpha"_s;
    QTest::newRow("by organization") << SortKey::Organization << u"alpha"_s;
}

void TestCaseTreeModel::sorts()
{
    QFETCH(SortKey, key);
    m_window->browser.setArrangement({{}, key});
    const CaseTreeModel &model = m_window->model;
    QTEST(model.index(0, 0, model.index(0, 0)).data(CaseTreeModel::IdRole).toString(), "first");
}

void TestCaseTreeModel::findsCases()
{
    const CaseTreeModel &model = m_window->model;
    m_window->browser.setArrangement({u"tags"_s, SortKey::Relevance});
    const QModelIndex first = model.indexOf(u"alpha"_s);
    QCOMPARE(first.parent().data().toString(), u"cache"_s);
    const QModelIndex inWeb = model.indexOf(u"alpha"_s, u"web"_s);
    QCOMPARE(inWeb.parent().data().toString(), u"web"_s);
    QCOMPARE(inWeb.data(CaseTreeModel::IdRole).toString(), u"alpha"_s);
    QCOMPARE(model.indexOf(u"alpha"_s, u"cli"_s), first);
    QVERIFY(!model.indexOf(u"nobody"_s).isValid());
    QVERIFY(model.isGroup(model.indexOfGroup(u"web"_s)));
    QVERIFY(!model.indexOfGroup(u"nothing"_s).isValid());
    m_window->browser.setQueryText(u"tags:cli"_s);
    QVERIFY(!model.indexOf(u"alpha"_s, u"web"_s).isValid());
}

void TestCaseTreeModel::tellsAboutRows()
{
    const CaseTreeModel &model = m_window->model;
    const QModelIndex group = model.index(0, 0);
    QCOMPARE(group.data(CaseTreeModel::GroupValueRole).toString(), u"migrating"_s);
    QCOMPARE(group.data(CaseTreeModel::GroupColorRole).toString(), u"blue"_s);
    QCOMPARE(group.data(Qt::ToolTipRole).toString(), u"Moved over"_s);
    QVERIFY(group.data(CaseTreeModel::IdRole).toString().isEmpty());
    QVERIFY(!model.caseAt(group));
    const QModelIndex beta = model.indexOf(u"beta"_s);
    QCOMPARE(model.caseAt(beta)->id, u"beta"_s);
    QCOMPARE(beta.data(CaseTreeModel::GroupValueRole).toString(), u"migrating"_s);
    QCOMPARE(beta.data(Qt::AccessibleTextRole).toString(), u"Bolt, Beta engine, C++, Go → Rust · 2020"_s);
    QCOMPARE(beta.data(CaseTreeModel::ProblemRole).toBool(), false);
    QVERIFY(beta.data(Qt::ToolTipRole).toString().contains(u"cases/beta.md"_s));
}

void TestCaseTreeModel::showsBrokenFiles()
{
    m_folder->write(u"cases/zeta.md"_s, "---\ntitle: [unclosed\n---\n\nText\n");
    QVERIFY(lookAndWait(m_window->session));
    const QModelIndex zeta = m_window->model.indexOf(u"zeta"_s);
    QVERIFY(zeta.isValid());
    QCOMPARE(zeta.data(CaseTreeModel::ProblemRole).toBool(), true);
    QCOMPARE(zeta.data(CaseTreeModel::DetailRole).toString(), u"This file cannot be read"_s);
}

void TestCaseTreeModel::loadsInSteps()
{
    m_folder->writeMany(1500);
    Window window;
    QSignalSpy grew(&window.session, &CorpusSession::grew);
    QSignalSpy reset(&window.model, &QAbstractItemModel::modelReset);
    QVERIFY(openAndWait(window.session, m_folder->root()));
    QVERIFY2(grew.size() > 1, "the corpus is too small to come in steps");
    QVERIFY(reset.size() > 1);
    QTRY_COMPARE(window.model.rowCount(window.model.indexOfGroup(u"migrating"_s)), 752);
    QCOMPARE(window.model.rowCount(window.model.indexOfGroup(u"adopting"_s)), 751);
}

void TestCaseTreeModel::followsTheFolder()
{
    m_folder->remove(u"cases/gamma.md"_s);
    QVERIFY(lookAndWait(m_window->session));
    QVERIFY(!m_window->model.indexOfGroup(u"adopting"_s).isValid());

    m_folder->write(u"cases/delta.md"_s, caseText("Delta renamed", "decision: adopting\n"));
    QVERIFY(lookAndWait(m_window->session));
    QCOMPARE(m_window->model.indexOf(u"delta"_s).parent().data(CaseTreeModel::GroupValueRole).toString(),
             u"adopting"_s);

    m_window->session.close();
    QCOMPARE(m_window->model.rowCount(), 0);
}

void TestCaseTreeModel::folderWithoutDescription()
{
    CorpusFolder plain;
    plain.write(u"notes/one.md"_s, "# One\n");
    plain.write(u"two.md"_s, "# Two\n");
    QVERIFY(openAndWait(m_window->session, plain.root()));
    QTRY_COMPARE(m_window->browser.result().total, 2);
    QCOMPARE(tree().filter(u"One"_s).size(), 1);
    QCOMPARE(tree().filter(u"Two"_s).size(), 1);
}

CASEBOOK_GUI_TEST(TestCaseTreeModel)
#include "tst_casetreemodel.moc"
