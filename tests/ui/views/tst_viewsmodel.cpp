#include "core/query/viewsession.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/browse/browser.h"
#include "ui/views/currentview.h"
#include "ui/views/viewsmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus with three views: Go, C++ and a broken one.
class TestViewsModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rows();
    void marksTheOneThatIsShown();
    void marksWhatIsAskedByHand();
    void staysWhileItIsChanged();
    void forgetsItWhenCleared();
    void grouping();
    void windowOrders_data();
    void windowOrders();
    void followsTheDisk();
    void drops_data();
    void drops();
    void dropsOfOthers();
    void tellsMore();

private:
    /// "Go 2", "*" before the one that is shown, "~" behind it where it is changed, "!" behind a broken one.
    QStringList shown() const
    {
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row);
            const int count = index.data(ViewsModel::CountRole).toInt();
            lines.append((index.data(ViewsModel::CurrentRole).toBool() ? u"*"_s : u""_s) + index.data().toString()
                         + (count >= 0 ? u' ' + QString::number(count) : QString())
                         + (index.data(ViewsModel::ChangedRole).toBool() ? u"~"_s : u""_s)
                         + (index.data(ViewsModel::BrokenRole).toBool() ? u"!"_s : u""_s));
        }
        return lines;
    }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<ViewSession> m_views;
    std::unique_ptr<CurrentView> m_current;
    std::unique_ptr<ViewsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestViewsModel::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"views/broken.yaml"_s, "name: [\n");
    m_folder->write(u"views/cpp.yaml"_s, "name: C++\nfilter: from:C++\nposition: 2\n");
    m_folder->write(u"views/go.yaml"_s,
                    "name: Go\ndescription: All of Go\nfilter: from:Go\nsort: -year\nposition: 1\n");
    m_session = std::make_unique<CorpusSession>();
    m_browser = std::make_unique<Browser>(*m_session);
    m_views = std::make_unique<ViewSession>(*m_session);
    m_current = std::make_unique<CurrentView>(*m_browser, *m_views);
    m_model = std::make_unique<ViewsModel>(*m_views, *m_current);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    QTRY_COMPARE(shown(), (QStringList{u"Go 2"_s, u"C++ 1"_s, u"broken!"_s}));
}

void TestViewsModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_current.reset();
    m_views.reset();
    m_browser.reset();
    m_session.reset();
    m_folder.reset();
}

void TestViewsModel::rows()
{
    QCOMPARE(m_model->indexOf(u"cpp"_s).row(), 1);
    QVERIFY(!m_model->indexOf(u"nothing"_s).isValid());
    QVERIFY(m_model->data(m_model->index(0), Qt::AccessibleTextRole).toString().contains(u"2 case"_s));
}

void TestViewsModel::marksTheOneThatIsShown()
{
    QSignalSpy changed(m_current.get(), &CurrentView::changed);
    m_current->show(u"go"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shown(), (QStringList{u"*Go 2"_s, u"C++ 1"_s, u"broken!"_s}));
    QCOMPARE(m_browser->queryText(), u"from:Go sort:-year"_s);
    QCOMPARE(m_browser->result().matches(), 2);
    m_current->show(u"broken"_s);
    m_current->show(u"nothing"_s);
    QCOMPARE(m_current->id(), u"go"_s);
    m_current->show(u"cpp"_s);
    QCOMPARE(shown(), (QStringList{u"Go 2"_s, u"*C++ 1"_s, u"broken!"_s}));
}

void TestViewsModel::marksWhatIsAskedByHand()
{
    m_browser->setQueryText(u"  from:go   sort:-year"_s);
    QCOMPARE(m_current->id(), u"go"_s);
    m_browser->setQueryText(u"from:Go"_s);
    QVERIFY(m_current->isChanged());
    m_browser->setQueryText(u" sort:-year   from:Go"_s);
    QCOMPARE(m_current->id(), u"go"_s);
    QVERIFY(!m_current->isChanged());
}

void TestViewsModel::staysWhileItIsChanged()
{
    m_current->show(u"go"_s);
    m_browser->setFacet(u"tags"_s, u"web"_s, FacetState::Included);
    QCOMPARE(shown().first(), u"*Go 2~"_s);
    QCOMPARE(m_current->content().filter, u"from:Go tags:web"_s);
    m_browser->setFacet(u"tags"_s, u"web"_s, FacetState::Off);
    QCOMPARE(shown().first(), u"*Go 2"_s);
    m_browser->setQueryText(u"from:C++"_s); // another view, though by hand
    QCOMPARE(shown(), (QStringList{u"Go 2"_s, u"*C++ 1"_s, u"broken!"_s}));
}

void TestViewsModel::forgetsItWhenCleared()
{
    m_current->show(u"go"_s);
    m_browser->clearQuery();
    QCOMPARE(shown().first(), u"Go 2"_s);
    QVERIFY(!m_current->view());
    QVERIFY(!m_current->isChanged());
}

void TestViewsModel::grouping()
{
    m_current->show(u"go"_s);
    m_browser->setArrangement({u"from"_s, SortKey::Relevance});
    QVERIFY(m_current->isChanged());
    QCOMPARE(m_current->content().group, u"from"_s);
    m_browser->setArrangement({u"decision"_s, SortKey::Relevance}); // what groups them anyway
    QVERIFY(!m_current->isChanged());
}

void TestViewsModel::windowOrders_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("relevance") << int(SortKey::Relevance) << QString();
    QTest::newRow("year") << int(SortKey::Year) << u"-year"_s;
    QTest::newRow("title") << int(SortKey::Title) << u"title"_s;
    QTest::newRow("organization") << int(SortKey::Organization) << u"organization"_s;
}

void TestViewsModel::windowOrders()
{
    QFETCH(int, order);
    m_browser->setArrangement({{}, static_cast<SortKey>(order)});
    QTEST(m_current->content().sort, "expected");
}

void TestViewsModel::followsTheDisk()
{
    m_current->show(u"go"_s);
    m_folder->write(u"views/go.yaml"_s, "name: From Go\nfilter: from:Go tags:web\nsort: -year\n");
    QTRY_COMPARE(shown().mid(0, 2), (QStringList{u"C++ 1"_s, u"broken!"_s}));
    QTRY_VERIFY(shown().last().startsWith(u"*From Go"_s) && shown().last().endsWith(u"~"_s));
    m_folder->remove(u"views/go.yaml"_s);
    QTRY_COMPARE(shown(), (QStringList{u"C++ 1"_s, u"broken!"_s}));
    QVERIFY(!m_current->view());
}

void TestViewsModel::drops_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before"); // the row it is dropped before; -1: behind all
    QTest::addColumn<int>("to");     // -1: nothing is asked for
    QTest::newRow("down") << 0 << 2 << 1;
    QTest::newRow("up") << 2 << 0 << 0;
    QTest::newRow("to the end") << 0 << -1 << 2;
    QTest::newRow("where it was") << 1 << 1 << -1;
    QTest::newRow("behind itself") << 1 << 2 << -1;
}

void TestViewsModel::drops()
{
    QFETCH(int, from);
    QFETCH(int, before);
    QFETCH(int, to);
    QSignalSpy asked(m_model.get(), &ViewsModel::moveRequested);
    const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(from)}));
    m_model->dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
    QCOMPARE(asked.size(), to < 0 ? 0 : 1);
    if (to >= 0) {
        QCOMPARE(asked.first().first(), m_model->index(from).data(ViewsModel::IdRole));
        QCOMPARE(asked.first().last().toInt(), to);
    }
}

void TestViewsModel::dropsOfOthers()
{
    QSignalSpy asked(m_model.get(), &ViewsModel::moveRequested);
    QMimeData text;
    text.setText(u"go"_s);
    QVERIFY(!m_model->dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_model->dropMimeData(nullptr, Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_model->mimeData({}));
    QCOMPARE(asked.size(), 0);
}

void TestViewsModel::tellsMore()
{
    const QString tip = m_model->index(0).data(Qt::ToolTipRole).toString();
    for (const QString &part : {u"All of Go"_s, u"From: Go"_s, u"views/go.yaml"_s})
        QVERIFY2(tip.contains(part), qPrintable(tip));
    QVERIFY(m_model->index(2).data(Qt::ToolTipRole).toString().contains(u"cannot be read"_s));
}

CASEBOOK_GUI_TEST(TestViewsModel)
#include "tst_viewsmodel.moc"
