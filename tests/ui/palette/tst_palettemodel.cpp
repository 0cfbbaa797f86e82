#include "core/corpus/loader.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/palette/actionentries.h"
#include "ui/palette/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QMenu>
#include <QSignalSpy>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What is found among the small corpus, two views, three values and some actions.
class TestPaletteModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void finds_data();
    void finds();
    void nothingTyped();
    void whatWasChosenComesFirst();
    void onlyTheLastAnswer();
    void otherCases();
    void manyCases();
    void rows();
    void actions();
    void valuesThatWouldFindNothing();

private:
    /// "Case Alpha service", the best first.
    QStringList find(const QString &text);

    CorpusFolder m_folder;
    std::unique_ptr<PaletteSearch> m_search;
    PaletteEntries m_others;
};

void TestPaletteModel::init()
{
    m_folder.writeSmall();
    m_search = std::make_unique<PaletteSearch>();
    const Result<Corpus> corpus = loadCorpus(m_folder.root());
    QVERIFY(corpus);
    m_search->setCases(*corpus);
    m_others = {makeEntry(PaletteEntry::Kind::View, u"from-go"_s, u"From Go"_s, {}, u"2"_s),
                makeEntry(PaletteEntry::Kind::View, u"slow"_s, u"Slow builds"_s),
                makeEntry(PaletteEntry::Kind::Action, u"zoomIn"_s, u"Zoom In"_s, u"View"_s, u"Ctrl++"_s),
                makeEntry(PaletteEntry::Kind::Action, u"goBack"_s, u"Back"_s, u"View"_s)};
    for (const QString &value : {u"Go"_s, u"C++"_s, u"Rust"_s}) {
        m_others.push_back(makeEntry(PaletteEntry::Kind::Value, u"from"_s, u"From: "_s + value));
        m_others.back().value = value;
    }
    m_search->setEntries(m_others, {});
}

QStringList TestPaletteModel::find(const QString &text)
{
    QSignalSpy found(m_search.get(), &PaletteSearch::found);
    m_search->find(text);
    if (found.isEmpty() && !found.wait())
        return {u"no answer"_s};
    PaletteModel model;
    QAbstractItemModelTester tester(&model);
    model.setMatches(found.last().last().value<QList<PaletteMatch>>());
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row).data(PaletteModel::KindTextRole).toString() + u' '
                     + model.index(row).data().toString());
    return lines;
}

void TestPaletteModel::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a title") << u"alpha"_s << QStringList{u"Case Alpha service"_s};
    QTest::newRow("an organization") << u"bolt"_s << QStringList{u"Case Beta engine"_s};
    QTest::newRow("both, in any order") << u"bolt engine"_s << QStringList{u"Case Beta engine"_s};
    QTest::newRow("initials") << u"zi"_s << QStringList{u"Action Zoom In"_s};
    QTest::newRow("what is no case first") << u"from go"_s << QStringList{u"View From Go"_s, u"Filter From: Go"_s};
    QTest::newRow("the menu of an action") << u"view back"_s << QStringList{u"Action Back"_s};
    QTest::newRow("nothing") << u"qqq"_s << QStringList();
}

void TestPaletteModel::finds()
{
    QFETCH(QString, text);
    QTEST(find(text), "found");
}

void TestPaletteModel::nothingTyped()
{
    QCOMPARE(find({}), (QStringList{u"View From Go"_s, u"View Slow builds"_s, u"Action Zoom In"_s, u"Action Back"_s}));
    QCOMPARE(find(u"  "_s).size(), 4);
}

void TestPaletteModel::whatWasChosenComesFirst()
{
    m_search->setEntries(m_others, {u"case:beta"_s, u"case:gone"_s, u"action:goBack"_s, u"value:from=Go"_s});
    QCOMPARE(find({}),
             (QStringList{u"Case Beta engine"_s, u"Action Back"_s, u"Filter From: Go"_s, u"View From Go"_s,
                          u"View Slow builds"_s, u"Action Zoom In"_s}));
}

void TestPaletteModel::onlyTheLastAnswer()
{
    QSignalSpy found(m_search.get(), &PaletteSearch::found);
    for (const QString &text : {u"a"_s, u"al"_s, u"alp"_s, u"alph"_s})
        m_search->find(text);
    QTRY_VERIFY(!found.isEmpty() && found.last().first() == u"alph"_s);
    QCOMPARE(found.size(), 1);
    m_search->find(u"beta"_s);
    m_search->cancel();
    m_search->find(u"alpha"_s);
    QTRY_COMPARE(found.last().first().toString(), u"alpha"_s);
    QCOMPARE(found.size(), 2);
}

void TestPaletteModel::otherCases()
{
    QCOMPARE(find(u"alpha"_s).size(), 1);
    m_search->setCases(Corpus());
    QCOMPARE(find(u"alpha"_s), QStringList());
}

void TestPaletteModel::manyCases()
{
    m_folder.writeMany(300);
    m_search->setCases(*loadCorpus(m_folder.root()));
    QCOMPARE(find(u"case"_s).size(), 60); // as many as a person may read
    QCOMPARE(find(u"0123"_s), QStringList{u"Case Case 0123"_s});
}

void TestPaletteModel::rows()
{
    QSignalSpy found(m_search.get(), &PaletteSearch::found);
    m_search->find(u"zoom"_s);
    QVERIFY(found.wait());
    PaletteModel model;
    QAbstractItemModelTester tester(&model);
    model.setMatches(found.last().last().value<QList<PaletteMatch>>());
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(PaletteModel::LettersRole).value<QList<int>>(), (QList<int>{0, 1, 2, 3}));
    QCOMPARE(row.data(PaletteModel::DetailRole).toString(), u"View"_s);
    QCOMPARE(row.data(PaletteModel::NoteRole).toString(), u"Ctrl++"_s);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Zoom In, View, Ctrl++, Action"_s);
    QVERIFY(!row.data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(model.entryAt(0).key(), u"action:zoomIn"_s);
    model.setMatches({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPaletteModel::actions()
{
    QMenu menu(u"&File"_s);
    QAction *save = menu.addAction(u"&Save && Close"_s);
    save->setObjectName(u"save"_s);
    save->setShortcut(QKeySequence(u"Ctrl+S"_s));
    menu.addSeparator();
    menu.addAction(u"Cannot"_s)->setEnabled(false);
    menu.addAction(u"Hidden"_s)->setVisible(false);
    QAction *self = menu.addAction(u"Itself"_s);
    QMenu *recent = menu.addMenu(u"&Recent"_s);
    connect(recent, &QMenu::aboutToShow, recent, [recent] {
        recent->clear();
        recent->addAction(u"/a/folder"_s);
    });
    ActionEntries entries;
    entries.leaveOut(self);
    entries.addMenu(&menu);
    QAction same(u"Save && &Close"_s);
    same.setObjectName(u"other"_s);
    QAction nameless(u"Nameless"_s);
    QAction bold(u"&Bold"_s);
    bold.setObjectName(u"bold"_s);
    entries.add({&same, &nameless, &bold}, u"Editor"_s);
    QStringList lines;
    for (const PaletteEntry &entry : entries.entries())
        lines.append(entry.text + u'|' + entry.detail + u'|' + entry.note);
    QCOMPARE(lines, (QStringList{u"Save & Close|File|Ctrl+S"_s, u"/a/folder|File › Recent|"_s, u"Bold|Editor|"_s}));
    QCOMPARE(entries.action(u"save"_s), save);
    QCOMPARE(entries.action(entries.entries().at(1).id)->text(), u"/a/folder"_s);
    QVERIFY(!entries.action(u"nothing"_s));
}

void TestPaletteModel::valuesThatWouldFindNothing()
{
    Facet facet{u"from"_s, u"From"_s, FieldType::List, {}, false};
    facet.values = {{u"go"_s, u"Go"_s, 5, FacetState::Off},
                    {u"c"_s, u"C"_s, 0, FacetState::Off},
                    {u"zig"_s, u"Zig"_s, 2, FacetState::Included},
                    {u"ada"_s, u"Ada"_s, 1, FacetState::Excluded}};
    QStringList lines;
    for (const PaletteEntry &entry : valueEntries({facet}))
        lines.append(entry.text + u' ' + entry.note + u' ' + entry.key());
    QCOMPARE(lines, (QStringList{u"From: Go 5 value:from=go"_s, u"From: Ada 1 value:from=ada"_s}));
}

CASEBOOK_GUI_TEST(TestPaletteModel)
#include "tst_palettemodel.moc"
