#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/browse/browser.h"
#include "ui/browse/casedelegate.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"

#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus in a shown view.
class TestCaseTreeView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void clickingACase();
    void keepsWhatIsCollapsed();
    void keepsTheSelection();
    void keepsTheCurrentCase();
    void keepsTheGroupOfTheCurrentCase();
    void keepsThePlace();
    void selectsSeveral();
    void aSelectedGroupIsNoCase();
    void selectsManyAtOnce();
    void steps_data();
    void steps();
    void stepsOpenGroups();
    void selectsByProgram();
    void selectsWhatIsFilteredAway();
    void followsARename();
    void followsARenameThatIsKnownAlready();
    void forgetsAnotherCorpus();
    void titleBesideALongName();
    void selectedRowHasOneColour_data();
    void selectedRowHasOneColour();

private:
    QModelIndex at(const QString &id) const { return m_model->indexOf(id); }
    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {});
    QStringList selected() const { return m_view->selectedIds(); }
    QString group(const QModelIndex &index) const { return index.data(CaseTreeModel::GroupValueRole).toString(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<CaseTreeModel> m_model;
    std::unique_ptr<CaseTreeView> m_view;
};

void TestCaseTreeView::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_session = std::make_unique<CorpusSession>();
    m_browser = std::make_unique<Browser>(*m_session);
    m_model = std::make_unique<CaseTreeModel>(*m_browser);
    m_view = std::make_unique<CaseTreeView>();
    m_view->setCaseModel(m_model.get());
    m_view->resize(400, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QVERIFY(openAndWait(*m_session, m_folder->root()));
}

void TestCaseTreeView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_browser.reset();
    m_session.reset();
    m_folder.reset();
}

void TestCaseTreeView::click(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    m_view->scrollTo(index);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, m_view->visualRect(index).center());
}

void TestCaseTreeView::clickingACase()
{
    QSignalSpy activated(m_view.get(), &CaseTreeView::caseActivated);
    click(at(u"gamma"_s));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"gamma"_s);
    QCOMPARE(m_view->currentId(), u"gamma"_s);
    QCOMPARE(selected(), QStringList{u"gamma"_s});
    click(m_model->index(0, 0));
    QCOMPARE(activated.size(), 1);
}

void TestCaseTreeView::keepsWhatIsCollapsed()
{
    QVERIFY(m_view->isExpanded(m_model->index(0, 0)));
    m_view->collapse(m_model->indexOfGroup(u"migrating"_s));
    m_browser->setQueryText(u"slow"_s);
    QVERIFY(!m_view->isExpanded(m_model->indexOfGroup(u"migrating"_s)));
    QVERIFY(m_view->isExpanded(m_model->indexOfGroup(u"against"_s)));
    m_browser->setQueryText(u"cli"_s); // the collapsed group is filtered away
    m_browser->clearQuery();
    QVERIFY(!m_view->isExpanded(m_model->indexOfGroup(u"migrating"_s)));
    QVERIFY(m_view->isExpanded(m_model->indexOfGroup(u"adopting"_s)));
    m_view->expand(m_model->indexOfGroup(u"migrating"_s));
    m_browser->setQueryText(u"slow"_s);
    QVERIFY(m_view->isExpanded(m_model->indexOfGroup(u"migrating"_s)));
}

void TestCaseTreeView::keepsTheSelection()
{
    click(at(u"alpha"_s));
    click(at(u"delta"_s), Qt::ControlModifier);
    QCOMPARE(selected(), (QStringList{u"alpha"_s, u"delta"_s}));
    m_browser->setQueryText(u"slow"_s);
    QCOMPARE(selected(), QStringList{u"delta"_s});
    m_browser->clearQuery();
    QCOMPARE(selected(), (QStringList{u"alpha"_s, u"delta"_s}));
    m_browser->setArrangement({u"year"_s, SortKey::Relevance});
    QCOMPARE(selected(), (QStringList{u"delta"_s, u"alpha"_s}));
}

void TestCaseTreeView::keepsTheCurrentCase()
{
    click(at(u"alpha"_s));
    QSignalSpy activated(m_view.get(), &CaseTreeView::caseActivated);
    m_browser->setQueryText(u"slow"_s);
    QVERIFY(!m_view->currentIndex().isValid());
    QCOMPARE(m_view->currentId(), u"alpha"_s);
    m_browser->clearQuery();
    QCOMPARE(m_view->currentIndex(), at(u"alpha"_s));
    QCOMPARE(activated.size(), 0);
}

void TestCaseTreeView::keepsTheGroupOfTheCurrentCase()
{
    m_browser->setArrangement({u"tags"_s, SortKey::Relevance});
    click(m_model->indexOf(u"alpha"_s, u"web"_s));
    m_browser->setQueryText(u"from:go"_s);
    QCOMPARE(group(m_view->currentIndex()), u"web"_s);
    QCOMPARE(m_view->selectionModel()->selectedRows().size(), 1);
}

void TestCaseTreeView::keepsThePlace()
{
    m_folder->writeMany(60);
    QVERIFY(lookAndWait(*m_session));
    QVERIFY(m_view->verticalScrollBar()->maximum() > 300);
    m_view->verticalScrollBar()->setValue(300);
    m_folder->write(u"cases/alpha.md"_s, caseText("Alpha changed", "decision: migrating\nyear: 2018\n"));
    QVERIFY(lookAndWait(*m_session));
    QCOMPARE(m_view->verticalScrollBar()->value(), 300);
    click(at(u"case-0031"_s));
    const int top = m_view->visualRect(at(u"case-0031"_s)).top();
    m_browser->setQueryText(u"case"_s); // rows above it go
    QCOMPARE(m_view->visualRect(at(u"case-0031"_s)).top(), top);
    m_browser->clearQuery();
    QCOMPARE(m_view->visualRect(at(u"case-0031"_s)).top(), top);
}

void TestCaseTreeView::selectsSeveral()
{
    QSignalSpy changed(m_view.get(), &CaseTreeView::selectedChanged);
    click(at(u"beta"_s));
    click(at(u"gamma"_s), Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{u"beta"_s, u"alpha"_s, u"gamma"_s}));
    QVERIFY(changed.size() >= 2);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selected().size(), 5);
    m_browser->setArrangement({u"tags"_s, SortKey::Relevance});
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selected().size(), 5); // alpha is there twice
}

void TestCaseTreeView::aSelectedGroupIsNoCase()
{
    click(m_model->index(0, 0));
    QCOMPARE(selected(), QStringList());
}

void TestCaseTreeView::selectsManyAtOnce()
{
    QByteArray tags = "tags: [one, two]\n";
    for (int i = 0; i < 1100; ++i)
        m_folder->write(u"cases/n%1.md"_s.arg(i), caseText("N", tags));
    QVERIFY(lookAndWait(*m_session));
    m_browser->setArrangement({u"tags"_s, SortKey::Relevance});
    m_view->selectAll();
    QCOMPARE(selected().size(), 1105);
}

void TestCaseTreeView::steps_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("to");
    QTest::newRow("within a group") << u"beta"_s << 1 << u"alpha"_s;
    QTest::newRow("into the next group") << u"alpha"_s << 1 << u"gamma"_s;
    QTest::newRow("past the last") << u"epsilon"_s << 1 << u"epsilon"_s;
    QTest::newRow("back within a group") << u"alpha"_s << -1 << u"beta"_s;
    QTest::newRow("back into the group before") << u"gamma"_s << -1 << u"alpha"_s;
    QTest::newRow("back past the first") << u"beta"_s << -1 << u"beta"_s;
    QTest::newRow("from nowhere") << QString() << 1 << u"beta"_s;
    QTest::newRow("back from nowhere") << QString() << -1 << u"epsilon"_s;
    QTest::newRow("from a group") << u"@adopting"_s << 1 << u"gamma"_s;
    QTest::newRow("back from a group") << u"@adopting"_s << -1 << u"alpha"_s;
    QTest::newRow("back from the first group") << u"@migrating"_s << -1 << QString();
}

void TestCaseTreeView::steps()
{
    QFETCH(QString, from);
    QFETCH(int, by);
    if (from.startsWith(u'@'))
        click(m_model->indexOfGroup(from.mid(1)));
    else if (!from.isEmpty())
        click(at(from));
    m_view->step(by);
    QTEST(m_view->currentId(), "to");
}

void TestCaseTreeView::stepsOpenGroups()
{
    click(at(u"alpha"_s));
    m_view->collapse(m_model->indexOfGroup(u"adopting"_s));
    m_view->step(1);
    QCOMPARE(m_view->currentId(), u"gamma"_s);
    QVERIFY(m_view->isExpanded(m_model->indexOfGroup(u"adopting"_s)));
    QCOMPARE(selected(), QStringList{u"gamma"_s});
}

void TestCaseTreeView::selectsByProgram()
{
    QSignalSpy activated(m_view.get(), &CaseTreeView::caseActivated);
    m_view->collapse(m_model->indexOfGroup(u"against"_s));
    m_view->selectCase(u"delta"_s);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(selected(), QStringList{u"delta"_s});
    QVERIFY(m_view->isExpanded(m_model->indexOfGroup(u"against"_s)));
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(at(u"delta"_s)).center()));
}

void TestCaseTreeView::selectsWhatIsFilteredAway()
{
    m_browser->setQueryText(u"slow"_s);
    click(at(u"beta"_s));
    QSignalSpy activated(m_view.get(), &CaseTreeView::caseActivated);
    m_view->selectCase(u"alpha"_s); // a link led there
    QCOMPARE(m_view->currentId(), u"alpha"_s);
    QCOMPARE(selected(), QStringList());
    click(at(u"beta"_s)); // and back
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"beta"_s);
    m_view->selectCase(u"alpha"_s);
    m_browser->clearQuery();
    QCOMPARE(selected(), QStringList{u"alpha"_s});
    QCOMPARE(m_view->currentIndex(), at(u"alpha"_s));
}

void TestCaseTreeView::followsARename()
{
    click(at(u"beta"_s));
    click(at(u"gamma"_s), Qt::ControlModifier);
    m_folder->rename(u"cases/gamma.md"_s, u"cases/tools/new-gamma.md"_s);
    m_view->followRename(u"gamma"_s, u"tools/new-gamma"_s);
    QVERIFY(lookAndWait(*m_session));
    QCOMPARE(m_view->currentId(), u"tools/new-gamma"_s);
    QCOMPARE(selected(), (QStringList{u"beta"_s, u"tools/new-gamma"_s}));
    QCOMPARE(m_view->currentIndex(), at(u"tools/new-gamma"_s));
}

void TestCaseTreeView::followsARenameThatIsKnownAlready()
{
    click(at(u"gamma"_s));
    QSignalSpy activated(m_view.get(), &CaseTreeView::caseActivated);
    m_folder->rename(u"cases/gamma.md"_s, u"cases/new-gamma.md"_s);
    QVERIFY(lookAndWait(*m_session)); // another program has renamed it
    m_view->followRename(u"gamma"_s, u"new-gamma"_s);
    QCOMPARE(selected(), QStringList{u"new-gamma"_s});
    QCOMPARE(m_view->currentIndex(), at(u"new-gamma"_s));
    QCOMPARE(activated.size(), 0);
}

void TestCaseTreeView::forgetsAnotherCorpus()
{
    click(at(u"beta"_s));
    m_view->collapse(m_model->indexOfGroup(u"against"_s));
    m_view->forget();
    QVERIFY(m_view->currentId().isEmpty());
    QCOMPARE(selected(), QStringList());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    QVERIFY(m_view->isExpanded(m_model->indexOfGroup(u"against"_s)));
    QCOMPARE(selected(), QStringList());
}

// Two cases of an organization whose name alone fills the line can be told apart.
void TestCaseTreeView::titleBesideALongName()
{
    QStandardItemModel model;
    auto *group = new QStandardItem(u"Group"_s);
    model.appendRow(group);
    for (const QString &title : {u"First"_s, u"Other"_s}) {
        auto *row = new QStandardItem(title);
        row->setData(QString(300, u'W'), CaseTreeModel::OrganizationRole);
        group->appendRow(row);
    }
    const auto drawn = [&](int row) {
        QStyleOptionViewItem option;
        option.initFrom(m_view.get());
        option.state = QStyle::State_Enabled;
        option.rect = QRect(0, 0, 300, 50);
        option.widget = m_view.get();
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        CaseDelegate().paint(&painter, option, model.index(row, 0, group->index()));
        painter.end();
        return image;
    };
    QVERIFY(drawn(0) != drawn(1));
}

void TestCaseTreeView::selectedRowHasOneColour_data()
{
    QTest::addColumn<bool>("focused");
    QTest::newRow("with the focus") << true;
    QTest::newRow("without") << false;
}

// What stands on it has been made readable on this colour, and on no other that a style puts over it.
void TestCaseTreeView::selectedRowHasOneColour()
{
    QFETCH(bool, focused);
    click(at(u"gamma"_s));
    focused ? m_view->setFocus() : m_view->clearFocus();
    QCOMPARE(m_view->hasFocus(), focused);
    const QImage image = m_view->viewport()->grab().toImage();
    const QRect row = m_view->visualRect(at(u"gamma"_s));
    const QColor wanted = rowBackground(m_view->palette(), true, focused, false);
    QCOMPARE(image.pixelColor(row.right() - 3, row.center().y()), wanted);
    QCOMPARE(image.pixelColor(4, row.center().y()), wanted); // in front of it
    QCOMPARE(image.pixelColor(0, row.center().y()) == wanted, !focused); // the frame
}

CASEBOOK_GUI_TEST(TestCaseTreeView)
#include "tst_casetreeview.moc"
