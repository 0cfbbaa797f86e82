#include "core/corpus/schemareader.h"
#include "core/curate/viewplan.h"
#include "tests/core/curate/curatefolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QList<std::optional<int>> positionsOf(const QString &text)
{
    QList<std::optional<int>> positions;
    for (const QString &one : text.split(u' ', Qt::SkipEmptyParts))
        positions.append(one == u"-" ? std::nullopt : std::optional(one.toInt()));
    return positions;
}

QString print(const QList<std::optional<int>> &positions)
{
    QStringList texts;
    for (const std::optional<int> &one : positions)
        texts.append(one ? QString::number(*one) : u"-"_s);
    return texts.join(u' ');
}

} // namespace

class TestViewPlan : public QObject {
    Q_OBJECT

private slots:
    void makesAView();
    void makesAViewOfOddTexts();
    void doesNotMakeOneThatIsThere();
    void editsLosslessly_data();
    void editsLosslessly();
    void setsAnyKey();
    void keepsARecipe();
    void refuses_data();
    void refuses();
    void refusesWhatLeadsOut();
    void movedPositions_data();
    void movedPositions();
    void moves();
    void movesAreUndone();

private:
    CorpusLayout layout() const { return {m_folder->root(), true, u"cases/"_s}; }
    SavedViews views() const { return loadViews(layout(), Schema()); }
    QStringList ids() const
    {
        QStringList ids;
        for (const SavedView &view : views().views)
            ids.append(view.id);
        return ids;
    }

    std::unique_ptr<CurateFolder> m_folder = std::make_unique<CurateFolder>();

private slots:
    void init() { m_folder = std::make_unique<CurateFolder>(); }
};

void TestViewPlan::makesAView()
{
    SavedView view;
    view.id = u"from-go"_s;
    view.name = u"From Go"_s;
    view.filter = u"from:Go -year:..2017"_s;
    view.sort = u"-year"_s;
    const Result<Plan> plan = planNewView(view, u"Save"_s);
    QVERIFY(plan);
    QCOMPARE(carryOut(m_folder->root(), *plan).done, 1);
    QCOMPARE(m_folder->read(u"views/from-go.yaml"_s), "name: From Go\nfilter: from:Go -year:..2017\nsort: -year\n");
    QCOMPARE(plan->name, u"Save"_s);
}

/// Whatever a person types comes back when the view is read.
void TestViewPlan::makesAViewOfOddTexts()
{
    for (const QString &text : {u"a: b # c"_s, u"- x"_s, u"2020"_s, u"\"quoted\" 'text'"_s, u"yes"_s,
                                u"-\"a b\" from:x"_s, u"*a &b !c"_s, u"naïve 语言"_s, u"@`%"_s}) {
        SavedView view;
        view.id = u"odd"_s;
        view.name = text;
        view.filter = text;
        view.description = text;
        const Result<Plan> plan = planNewView(view, u"Save"_s);
        QVERIFY2(plan, qPrintable(text));
        const SavedView read = readView(plan->files.first().after, Schema()).view;
        QCOMPARE(read.name, text);
        QCOMPARE(read.filter, text);
        QCOMPARE(read.description, text);
    }
}

void TestViewPlan::doesNotMakeOneThatIsThere()
{
    m_folder->write(u"views/a.yaml"_s, "name: A\n");
    SavedView view;
    view.id = u"a"_s;
    view.name = u"Other"_s;
    const PlanOutcome outcome = carryOut(m_folder->root(), *planNewView(view, u"Save"_s));
    QCOMPARE(outcome.done, 0);
    QCOMPARE(outcome.leftOut.size(), 1);
    QCOMPARE(m_folder->read(u"views/a.yaml"_s), "name: A\n");
}

void TestViewPlan::editsLosslessly_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("comments, order and what we do not know stay")
        << QByteArray("# ours\nsort: year # newest last\nbriefing:\n  title: X # t\nname:   'A'\nfilter: \"from:c\"\n")
        << QByteArray(
               "# ours\nsort: -year # newest last\nbriefing:\n  title: X # t\nname:   'A'\nfilter: \"from:Go\"\n");
    QTest::newRow("what is missing is added, what is not asked goes")
        << QByteArray("name: A\ngroup: decision\nextra: [1, 2]\n")
        << QByteArray("name: A\nfilter: from:Go\nsort: -year\nextra: [1, 2]\n");
    QTest::newRow("line ends") << QByteArray("name: A\r\nfilter: x\r\nsort: year\r\n")
                               << QByteArray("name: A\r\nfilter: from:Go\r\nsort: -year\r\n");
    QTest::newRow("the same") << QByteArray("name: A\nfilter: from:Go\nsort: -year\n")
                              << QByteArray("name: A\nfilter: from:Go\nsort: -year\n");
}

void TestViewPlan::editsLosslessly()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    m_folder->write(u"views/a.yaml"_s, before);
    SavedView content;
    content.filter = u"from:Go"_s;
    content.sort = u"-year"_s;
    const Result<Plan> plan = planViewEdits(layout(), u"views/a.yaml"_s, contentEdits(content), u"Update"_s);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->files.isEmpty(), before == after);
    carryOut(m_folder->root(), *plan);
    QCOMPARE(m_folder->read(u"views/a.yaml"_s), after);
}

void TestViewPlan::setsAnyKey()
{
    m_folder->write(u"views/a.yaml"_s, "name: A # the first\n");
    const Edits edits{Edit::set(FieldPath(u"briefing"_s).key(u"title"_s), u"Why not"_s)};
    carryOut(m_folder->root(), *planViewEdits(layout(), u"views/a.yaml"_s, edits, u"Set"_s));
    QCOMPARE(m_folder->read(u"views/a.yaml"_s), "name: A # the first\nbriefing:\n  title: Why not\n");
}

void TestViewPlan::keepsARecipe()
{
    const auto keep = [this](const BriefingRecipe &recipe) {
        const SavedView view = *views().find(u"a"_s);
        carryOut(m_folder->root(),
                 *planViewEdits(layout(), view.path, recipeEdits(recipe, view.briefing), u"Keep"_s));
    };
    m_folder->write(u"views/a.yaml"_s, "name: A # the first\n");
    BriefingRecipe recipe;
    recipe.title = u"Why: not?"_s;
    recipe.paper = BriefingRecipe::Paper::Letter;
    recipe.margins = {20, 20.5, 20, 20};
    recipe.appendix = false;
    recipe.color = false;
    keep(recipe);
    QCOMPARE(views().problems, QList<FileProblem>());
    QVERIFY(readRecipe(views().find(u"a"_s)->briefing).recipe == recipe);
    QVERIFY(m_folder->read(u"views/a.yaml"_s).startsWith("name: A # the first\nbriefing:\n"));

    m_folder->write(u"views/a.yaml"_s, "name: A\nbriefing: # ours\n  title: X # t\n  notice: Draft\n");
    recipe = {};
    recipe.title = u"X"_s;
    recipe.question = u"Q"_s;
    keep(recipe);
    QCOMPARE(m_folder->read(u"views/a.yaml"_s), "name: A\nbriefing: # ours\n  title: X # t\n  question: Q\n");
    keep({});
    QCOMPARE(m_folder->read(u"views/a.yaml"_s), "name: A\n");
}

void TestViewPlan::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("broken") << QByteArray("name: [x\n");
    QTest::newRow("a list") << QByteArray("- name: x\n");
    QTest::newRow("a key twice") << QByteArray("name: x\nname: y\n");
    QTest::newRow("not there") << QByteArray();
}

void TestViewPlan::refuses()
{
    QFETCH(QByteArray, bytes);
    if (!bytes.isEmpty())
        m_folder->write(u"views/a.yaml"_s, bytes);
    const Result<Plan> plan = planViewEdits(layout(), u"views/a.yaml"_s, nameEdits(u"B"_s, {}), u"Rename"_s);
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(u"a.yaml"_s), qPrintable(plan.error().message));
    if (!bytes.isEmpty())
        QCOMPARE(m_folder->read(u"views/a.yaml"_s), bytes);
}

void TestViewPlan::refusesWhatLeadsOut()
{
    QVERIFY(!planViewEdits(layout(), u"../a.yaml"_s, nameEdits(u"B"_s, {}), u"Rename"_s));
}

void TestViewPlan::movedPositions_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("after"); // in the new order
    QTest::newRow("none has one, to the front") << u"- - -"_s << 2 << 0 << u"10 - -"_s;
    QTest::newRow("none has one, one down") << u"- - -"_s << 0 << 1 << u"10 20 -"_s;
    QTest::newRow("none has one, to the end") << u"- - -"_s << 0 << 2 << u"10 20 30"_s;
    QTest::newRow("between two") << u"10 20 30"_s << 2 << 1 << u"10 15 20"_s;
    QTest::newRow("before the first") << u"10 20 30"_s << 2 << 0 << u"0 10 20"_s;
    QTest::newRow("behind the last") << u"10 20 30"_s << 0 << 2 << u"20 30 40"_s;
    QTest::newRow("no room") << u"10 11 12"_s << 2 << 1 << u"10 20 30"_s;
    QTest::newRow("two are equal") << u"5 5 9"_s << 2 << 0 << u"10 20 30"_s;
    QTest::newRow("in front of those without") << u"10 20 - -"_s << 3 << 2 << u"10 20 30 -"_s;
    QTest::newRow("in among those without") << u"10 - - -"_s << 0 << 1 << u"10 20 - -"_s;
    QTest::newRow("negative ones") << u"-10 0 -"_s << 1 << 0 << u"-20 -10 -"_s;
    QTest::newRow("no number beyond") << u"-2147483648 0 2147483640"_s << 1 << 0 << u"10 20 30"_s;
    QTest::newRow("one alone") << u"-"_s << 0 << 0 << u"10"_s;
}

void TestViewPlan::movedPositions()
{
    QFETCH(QString, before);
    QFETCH(int, from);
    QFETCH(int, to);
    QTEST(print(casebook::movedPositions(positionsOf(before), from, to)), "after");
}

void TestViewPlan::moves()
{
    m_folder->write(u"views/a.yaml"_s, "name: A # first\n");
    m_folder->write(u"views/b.yaml"_s, "name: B\n");
    m_folder->write(u"views/c.yaml"_s, "name: C\nbriefing: {}\n");
    Result<Plan> plan = planViewMove(layout(), views().views, 2, 0, u"Move"_s);
    QVERIFY(plan);
    QCOMPARE(plan->files.size(), 1);
    carryOut(m_folder->root(), *plan);
    QCOMPARE(ids(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    QCOMPARE(m_folder->read(u"views/c.yaml"_s), "name: C\nposition: 10\nbriefing: {}\n");
    plan = planViewMove(layout(), views().views, 2, 1, u"Move"_s);
    carryOut(m_folder->root(), *plan);
    QCOMPARE(ids(), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    QCOMPARE(m_folder->read(u"views/a.yaml"_s), "name: A # first\n");
}

void TestViewPlan::movesAreUndone()
{
    for (const char *id : {"a", "b", "c"})
        m_folder->write(u"views/%1.yaml"_s.arg(QLatin1String(id)), QByteArray("name: ") + id + "\n");
    const QStringList before = m_folder->state();
    const Result<Plan> plan = planViewMove(layout(), views().views, 0, 2, u"Move"_s);
    QCOMPARE(plan->files.size(), 3);
    const PlanOutcome outcome = carryOut(m_folder->root(), *plan);
    QCOMPARE(ids(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QCOMPARE(m_folder->state(), before);
}

QTEST_GUILESS_MAIN(TestViewPlan)
#include "tst_viewplan.moc"
