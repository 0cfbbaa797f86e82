#include "core/corpus/loader.h"
#include "core/query/savedview.h"
#include "core/query/search.h"
#include "tests/core/corpus/testfolder.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
roles: {group: decision}
fields:
  title: {}
  decision: {type: choice, facet: true}
  from: {type: list, facet: true}
  year: {type: year, facet: true}
  effort: {type: record, fields: {people: {type: number}}}
)";

QString print(const Problems &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' ' + problem.message);
    return lines.join(u'\n');
}

} // namespace

class TestSavedView : public QObject {
    Q_OBJECT

private slots:
    void reads();
    void asks_data();
    void asks();
    void complaints_data();
    void complaints();
    void loads();
    void refusesWhatLeadsOut();
    void bundledViewsSelect();

private:
    Schema m_schema = readSchema(description).schema;
};

void TestSavedView::reads()
{
    const SavedViewResult result = readView("\xEF\xBB\xBFname: From  Go\r\n"
                                            "description: >\r\n  Those who\r\n  left.\r\n"
                                            "filter: 'from:go \"a  phrase\"'\r\nsort: -year\r\ngroup: from\r\n"
                                            "briefing: {title: Later}\r\n",
                                            m_schema);
    QCOMPARE(print(result.problems), QString());
    SavedView expected{{},         {},        u"From Go"_s, u"Those who left."_s, u"from:go \"a  phrase\""_s,
                       u"-year"_s, u"from"_s, false};
    expected.briefing = Value(Value::Map{{u"title"_s, u"Later"_s}});
    QCOMPARE(result.view, expected);
}

void TestSavedView::asks_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("group");
    const auto row = [](const char *name, const char *yaml, const char *query, const char *group) {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(query) << QString::fromUtf8(group);
    };
    row("nothing", "name: x", "", "");
    row("a filter", "filter: from:go year:2018..", "from:go year:2018..", "");
    row("an order", "{filter: from:go, sort: year}", "from:go sort:year", "");
    row("a descending order", "sort: -year", "sort:-year", "");
    row("the filter's order goes before", "{filter: sort:title, sort: -year}", "sort:title", "");
    row("by the last part of a path", "{filter: 'effort.people:<=5', sort: people, group: dec}",
        "people:..5 sort:people", "decision");
    row("fields that are not there", "{sort: -yaer, group: people who}", "", "");
    row("a number for a filter", "filter: 2020", "2020", "");
}

void TestSavedView::asks()
{
    QFETCH(QByteArray, yaml);
    const SavedView view = readView(yaml, m_schema).view;
    QTEST(toText(view.query(m_schema), m_schema), "query");
    QTEST(view.arrangement(m_schema).groupPath, "group");
    QCOMPARE(view.arrangement(m_schema).sort, SortKey::Relevance);
}

void TestSavedView::complaints_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected"); // the start of each problem
    QTest::addColumn<bool>("broken");
    const auto row = [](const char *name, const char *yaml, const char *expected, bool broken = false) {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(expected) << broken;
    };
    row("fine", "{name: x, filter: 'from:go https://example.org \"a:b\"'}", "");
    row("no name", "filter: from:go", "1:1 A view needs a \"name\"");
    row("empty", "", "1:1 This is not a view", true);
    row("a list", "- name: x", "1:1 This is not a view", true);
    row("not YAML", "name: [x", "1:9 The YAML is not valid", true);
    row("not UTF-8", "name: \xFF", "1:7 ", true);
    row("a key twice", "name: x\nname: y", "2:1 ");
    row("an unknown field", "name: x\nfilter: year:2020 form:go",
        "2:9 \"form:go\" is searched for as text: no field is called \"form\". Did you mean from?");
    row("two of them", "name: x\nfilter: a:b -c:d",
        "2:9 \"a:b\" is searched for as text\n2:9 \"c:d\" is searched for as text");
    row("an unknown order", "name: x\nsort: -yaer", "2:7 No field is called \"yaer\"");
    row("an unknown group", "name: x\ngroup: kind", "2:8 No field is called \"kind\"");
    row("a filter as a list", "name: x\nfilter: [from:go]", "2:9 \"filter\" must be a text");
}

void TestSavedView::complaints()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, expected);
    const SavedViewResult result = readView(yaml, m_schema);
    QTEST(result.view.broken, "broken");
    const QStringList starts = expected.isEmpty() ? QStringList() : expected.split(u'\n');
    const QStringList found = print(result.problems).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(found.size(), starts.size());
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(found.at(i).startsWith(starts.at(i)), qPrintable(found.at(i)));
}

void TestSavedView::loads()
{
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    QVERIFY(loadViews(*findLayout(folder.root()), m_schema).views.isEmpty());
    folder.write(u"views/b.yaml"_s, "name: B\n");
    folder.write(u"views/a.yml"_s, "filter: from:go\n");
    folder.write(u"views/b.yml"_s, "name: Another B\n");
    folder.write(u"views/c d.yaml"_s, "name: [\n");
    folder.write(u"views/notes.txt"_s, "no view");
    folder.write(u"views/deeper/e.yaml"_s, "name: E\n");
    const SavedViews all = loadViews(*findLayout(folder.root()), m_schema);
    QStringList views;
    for (const SavedView &view : all.views)
        views.append(view.path + u'=' + view.id + u'=' + view.name + (view.broken ? u"!"_s : QString()));
    QCOMPARE(views.join(u", "_s),
             u"views/a.yml=a=a, views/b.yaml=b=B, views/b.yml=b=Another B, views/c d.yaml=c d=c d!"_s);
    QStringList problems;
    for (const FileProblem &found : all.problems)
        problems.append(found.path + u' ' + found.problem.message.section(u' ', 0, 1));
    QCOMPARE(problems.size(), 4);
    QCOMPARE(problems.mid(0, 3).join(u", "_s), u"views/a.yml A view, views/b.yml Give the, views/c d.yaml Give the"_s);
    QCOMPARE(all.find(u"b"_s)->name, u"B"_s);
    QVERIFY(!all.find(u"e"_s));
}

void TestSavedView::refusesWhatLeadsOut()
{
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    folder.write(u"views/a.yaml"_s, "name: A\n");
    folder.write(u"../secret.yaml"_s, "name: Secret\n");
    folder.link(folder.path(u"../secret.yaml"_s), u"views/b.yaml"_s);
    folder.link(folder.path(u"views/nowhere"_s), u"views/c.yaml"_s);
    folder.write(u"views/d.yaml"_s, QByteArray("name: ") + QByteArray(300'000, 'x'));
    const SavedViews all = loadViews(*findLayout(folder.root()), m_schema);
    QCOMPARE(all.views.size(), 4);
    for (const SavedView &view : all.views)
        QCOMPARE(view.broken, view.id != u"a");
    QCOMPARE(all.problems.size(), 3);
}

/// Each view of the bundled corpus is in order, and leaves some cases and not all.
void TestSavedView::bundledViewsSelect()
{
    Result<Corpus> corpus = loadCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust"));
    QVERIFY(corpus);
    corpus->setToday(QDate(2026, 11, 20));
    const Schema &schema = corpus->schema();
    // As it will be when somebody has kept what most of the cases cite.
    SourceFacts facts;
    for (int position = 5; position < corpus->size(); ++position) {
        for (const QString &address : webAddresses(*corpus->at(position), schema))
            facts.addSnapshot(address, QDateTime::currentDateTimeUtc());
    }
    corpus->setSourceFacts(std::make_shared<const SourceFacts>(facts));
    const SavedViews all = loadViews(corpus->layout(), schema);
    QCOMPARE(all.problems, QList<FileProblem>());
    QVERIFY(all.views.size() >= 6);
    Search search(*corpus);
    for (const SavedView &view : all.views) {
        QVERIFY2(!view.description.isEmpty(), qPrintable(view.id));
        const SearchResult result = search.run(view.query(schema), view.arrangement(schema));
        QVERIFY2(result.matches() > 0 && result.matches() < result.total, qPrintable(view.id));
    }
    for (const QString &name :
         {u"Against Rust"_s, u"From Go"_s, u"Measured results"_s, u"Garbage collection and latency"_s, u"Small teams"_s,
          u"Needs review"_s, u"Needs a look"_s}) {
        QVERIFY2(
            std::any_of(all.views.begin(), all.views.end(), [&](const SavedView &view) { return view.name == name; }),
            qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
