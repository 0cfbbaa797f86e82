#include "foundagain.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// tests/data/importers/curated.md, trap by trap.
class TestCurated : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsCasesAndGroups();
    void describesGroups();
    void readsHeadings();
    void readsSources_data();
    void readsSources();
    void makesLabelsHeadings();
    void keepsQuotes();
    void keepsRemarks();
    void carriesDefinitionsAlong();
    void keepsTheRestInAbout();
    void offersStubs();
    void readsLevels_data();
    void readsLevels();
    void readsAYearBehindALink();
    void readsAFrontMatter();

private:
    const ImportedCase &named(const QString &organization) const
    {
        for (const ImportedCase &one : m_document.cases) {
            if (one.organization == organization)
                return one;
        }
        static const ImportedCase none{};
        return none;
    }

    ImportedDocument m_document;
};

void TestCurated::initTestCase()
{
    const Result<ImportedDocument> document = readDocumentBytes(fixture(u"curated.md"_s), u"curated.md"_s);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    m_document = *document;
    QCOMPARE(m_document.format, u"markdown"_s);
}

void TestCurated::findsCasesAndGroups()
{
    QStringList found;
    for (const ImportedCase &one : std::as_const(m_document.cases)) {
        if (!one.stub)
            found.append(one.organization + u" in " + one.group);
    }
    const QStringList expected{u"Alder in Moved to Zest"_s,   u"Birch in Moved to Zest"_s, u"Cedar in Moved to Zest"_s,
                               u"Dogwood in Moved to Zest"_s, u"Elm in Grown in Zest"_s,   u"Fir in Grown in Zest"_s,
                               u"Gorse in Left Zest"_s,       u"Hazel in Left Zest"_s};
    QCOMPARE(found, expected);
    QCOMPARE(m_document.name, u"Tales of Zest"_s);
}

void TestCurated::describesGroups()
{
    QStringList groups;
    for (const ImportedGroup &group : std::as_const(m_document.groups))
        groups.append(group.label + u" = " + group.description);
    QCOMPARE(groups,
             QStringList({u"Moved to Zest = programs that were something else before"_s,
                          u"Grown in Zest = houses that begin with it"_s,
                          u"Left Zest = houses that tried it and stopped"_s}));
}

void TestCurated::readsHeadings()
{
    QCOMPARE(named(u"Alder"_s).from, QStringList({u"Perl"_s, u"Tcl"_s, u"COBOL"_s}));
    QCOMPARE(named(u"Birch"_s).title, u"Ledger"_s);
    QCOMPARE(named(u"Cedar"_s).from, QStringList({u"C"_s, u"Java"_s, u"Kotlin"_s}));
    QVERIFY(named(u"Cedar"_s).body.startsWith(u"C → Zest, Java/Kotlin → Zest\n\n"));
    QCOMPARE(named(u"Dogwood"_s).title, u"Courier (formerly Post)"_s);
    QCOMPARE(named(u"Gorse"_s).stage, u"hypothetical"_s);
    QCOMPARE(named(u"Hazel"_s).to, QStringList(u"Go"_s));
    QCOMPARE(named(u"Alder"_s).line, 18);
}

void TestCurated::readsSources_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<int>("year");
    QTest::newRow("one") << u"Alder"_s << QStringList{u"How Alder shed nine parsers 2021"_s} << 2021;
    QTest::newRow("a list, and more") << u"Cedar"_s
                                      << QStringList{u"The almanac, rewritten 2020"_s,
                                                     u"Almanac on the Orange Site 2019"_s,
                                                     u"Tickler, the reminder daemon (FAQ) 0"_s,
                                                     u"Rendering almanacs in the browser 2023"_s}
                                      << 2020;
    QTest::newRow("commas, and a year behind")
        << u"Dogwood"_s
        << QStringList{u"Courier in Zest 2018"_s, u"A talk on Courier 0"_s, u"Stamps, and why they stick 2019"_s}
        << 2018;
    QTest::newRow("in a year; words besides")
        << u"Elm"_s << QStringList{u"Elm and Zest, what we learned in 2022 2022"_s, u"A white paper, by Ash Elm 0"_s}
        << 2022;
    QTest::newRow("none") << u"Fir"_s << QStringList() << 0;
}

void TestCurated::readsSources()
{
    QFETCH(QString, organization);
    const ImportedCase &one = named(organization);
    QStringList titles;
    for (const ImportedSource &source : one.sources)
        titles.append(source.title + u' ' + QString::number(source.year));
    QTEST(titles, "titles");
    QTEST(one.year, "year");
    QVERIFY(!one.body.contains(u"Source"));
}

void TestCurated::makesLabelsHeadings()
{
    QVERIFY(named(u"Alder"_s).body.startsWith(u"## What\n\n- Alder bakes **bread**"));
    QVERIFY(named(u"Alder"_s).body.contains(u"\n\n## Why\n\n> Each parser"));
    QVERIFY(named(u"Cedar"_s).body.contains(u"\n\n## Why, storage plane\n\n> The first"));
    QVERIFY(named(u"Dogwood"_s).body.contains(u"## What: Routing Engine\n\n> Letters"));
    QVERIFY(named(u"Dogwood"_s).body.contains(u"## Lessons\n\nPeople"));
    QVERIFY(named(u"Dogwood"_s).body.contains(u"\n## Numbers\n\n1. 40"));
    QVERIFY(named(u"Elm"_s).body.contains(u"## Productivity\n\n>1/3"));
    QVERIFY(named(u"Cedar"_s).body.contains(u"\nAlso from Cedar:\n"));
}

void TestCurated::keepsQuotes()
{
    QVERIFY(named(u"Cedar"_s).body.contains(u"> ![A chart of pages](https://cdn.example.com/chart.png?w=10&q=2)"));
    QVERIFY(named(u"Gorse"_s).body.contains(u">Only for the young [...]\n>\n>later it is fine"));
    QVERIFY(named(u"Birch"_s).body.contains(u"> - **Sandboxing** — see [the notes]"));
}

void TestCurated::keepsRemarks()
{
    QVERIFY(named(u"Birch"_s).body.startsWith(u"(Note: Birch is still at it.)"));
    QVERIFY(named(u"Dogwood"_s).body.startsWith(u"TypeScript => Zest (partly)"));
    QVERIFY(named(u"Elm"_s).body.startsWith(u"As far as I can tell, Elm never _moved_ anything."));
}

void TestCurated::carriesDefinitionsAlong()
{
    QVERIFY(named(u"Dogwood"_s).body.contains(u"[hb]: https://dogwood.example.com/handbook"));
    QVERIFY(!named(u"Alder"_s).body.contains(u"]: http"));
}

void TestCurated::keepsTheRestInAbout()
{
    const QString &about = m_document.about;
    QVERIFY(about.startsWith(u"# Tales of Zest\n\nFor people"));
    QVERIFY(about.contains(u"[Left Zest](#left-zest): houses"));
    QVERIFY(about.contains(u"# Moved to Zest\n\nA word of the curator"));
    QVERIFY(about.contains(u"## Other lists\n"));
    QVERIFY(!about.contains(u"# Grown in Zest\n"));
    QCOMPARE(about.count(u"[society]: "), 1);
}

void TestCurated::offersStubs()
{
    QStringList stubs;
    for (const ImportedCase &one : std::as_const(m_document.cases)) {
        if (one.stub)
            stubs.append(
                u"%1 | %2 | %3 | %4"_s.arg(one.organization, one.title, one.from.join(u',')).arg(one.sources.size()));
    }
    const QStringList expected{u"Ivy | ECUs for two cars |  | 2"_s, u"Juniper | jj and kk |  | 0"_s,
                               u"Larch | Larch | Go | 1"_s,
                               u" | Maple Workflows were first built long ago and then moved to async |  | 1"_s};
    QCOMPARE(stubs, expected);
}

void TestCurated::readsLevels_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cases");
    const QByteArray source = "\nSource: [S](https://a.org/s)\n\nText.\n\n";
    QTest::newRow("no groups") << "# List\n\n## Alder" + source + "## Birch" + source << u"Alder/ Birch/"_s;
    QTest::newRow("no title") << "# Alder" + source + "# Birch" + source << u"Alder/ Birch/"_s;
    QTest::newRow("deep") << "# List\n\n#### G\n\n##### Alder" + source + "##### Birch" + source
                          << u"Alder/G Birch/G"_s;
    QTest::newRow("uneven groups") << "# List\n\n## G\n\n### Alder" + source + "### H\n\n#### Birch" + source
                                   << u"Alder/G Birch/H"_s;
    QTest::newRow("one without sources, in the first group")
        << "# G\n\n## Alder\n\n### Inner\n\n- no stub, but text\n\n## Birch" + source + "# H\n\n## Cedar" + source
        << u"Alder/G Birch/G Cedar/H"_s;
    QTest::newRow("a case in a case") << "# G\n\n## Alder" + source + "### Part" + source + "# H\n\n## Birch" + source
                                      << u"Alder/G Birch/H"_s;
    QTest::newRow("moves alone") << QByteArray("# G\n\n## Alder: C -> D\n\nText.\n") << u"Alder/"_s;
    QTest::newRow("a title that is a move, beside groups")
        << "# All: C → D\n\nWords.\n\n# G\n\n## Alder" + source + "# H\n\n## Birch" + source << u"Alder/G Birch/H"_s;
    QTest::newRow("a title that is a move, above all")
        << "# All: C → D\n\nWords.\n\n## Alder: C → D" + source + "## Birch: C → D" + source << u"Alder/ Birch/"_s;
    QTest::newRow("a title that is a move, above one")
        << "# All: C → D\n\nWords.\n\n## Alder: C → D" + source << u"Alder/"_s;
    QTest::newRow("a group that is a move")
        << "# L\n\n## From: C → D\n\n### Alder: C → D" + source + "### Birch: C → D" + source + "## H\n\n### Fir" + source
        << u"Alder/From: C → D Birch/From: C → D Fir/H"_s;
    QTest::newRow("cases on the highest level") << "# Alder: C → D" + source + "# Birch: C → D" + source
                                                << u"Alder/ Birch/"_s;
    QTest::newRow("one case of a whole document") << "# Alder: C → D\n\nWords.\n\n## Details" + source << u"Alder/"_s;
    QTest::newRow("an appendix beside") << "# G\n\n## Alder" + source + "## Conclusion\n\nWell.\n\n# H\n\n## Birch"
            + source << u"Alder/G Birch/H"_s;
}

void TestCurated::readsLevels()
{
    QFETCH(QByteArray, text);
    const Result<ImportedDocument> document = readDocumentBytes(text, u"x.md"_s);
    QVERIFY(document);
    QStringList cases;
    for (const ImportedCase &one : document->cases)
        cases.append(one.organization + u'/' + one.group);
    QTEST(cases.join(u' '), "cases");
}

void TestCurated::readsAYearBehindALink()
{
    const auto document = readDocumentBytes("## A: C -> D\nSource: [X](https://a.example/x) in 2022\n", u"x.md"_s);
    QVERIFY(document);
    QCOMPARE(document->cases.first().sources.first().year, 2022);
    QVERIFY(document->cases.first().body.contains(u"in 2022"));
}

void TestCurated::readsAFrontMatter()
{
    const auto document = readDocumentBytes(
        "---\ntitle: Zest\nauthor: Ash\n---\n\n# G\n\n## Alder: C -> D\n\nText.\n\n# H\n\n## Fir: C -> D\n", u"x.md"_s);
    QVERIFY(document);
    QCOMPARE(document->name, u"Zest"_s);
    QVERIFY(document->about.contains(u"author: Ash"));
    QCOMPARE(document->cases.size(), 2);
    QCOMPARE(document->cases.first().line, 8);
}

QTEST_GUILESS_MAIN(TestCurated)
#include "tst_curated.moc"
