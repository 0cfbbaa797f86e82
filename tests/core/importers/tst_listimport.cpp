#include "core/importers/csvtable.h"
#include "foundagain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray awesome = "# Awesome Zest\n\n"
                           "Who uses it. [Edit this page](https://lists.example/edit).\n\n"
                           "- [Ovens](#ovens)\n- [Boats](#boats)\n\n"
                           "## Ovens\n\n"
                           "Hot things.\n\n"
                           "- **Alder**: bakes bread\n"
                           "  - [How we bake (2020)](https://alder.example/bake)\n"
                           "  - [A talk](https://youtu.be/alder)\n"
                           "- **Birch** - [the only page](https://birch.example/page)\n"
                           "- Write to us about others\n\n"
                           "## Boats\n\n"
                           "* [Cedar](https://cedar.example) ([1](https://cedar.example/sail-with-zest-now), "
                           "[2](https://b.example/)) - sails,\n"
                           "  and more\n"
                           "* [Dogwood](https://dogwood.example)\n"
                           "* Rowing\n"
                           "  * [Elm](https://elm.example) rows\n\n"
                           "## Contributing\n\nPlease do. See [the rules][rules].\n\n"
                           "[rules]: https://lists.example/rules\n";

const QByteArray adopters =
    "# Adopters\n\n"
    "| Organization | Contact | Since | Use *case* |\n"
    "|---|---|---|---|\n"
    "| [Alder](https://alder.example) | @ash | 2021 | ovens, see [this](https://alder.example/ovens) |\n"
    "| Birch | [@bo](https://github.com/bo) | spring 2020 | a \\| b |\n"
    "|  | nobody | | nothing |\n";

} // namespace

/// Link lists, tables of adopters, CSV and JSON.
class TestListImport : public QObject {
    Q_OBJECT

private slots:
    void readsEntries();
    void keepsTheRestInAbout();
    void knowsEntries_data();
    void knowsEntries();
    void readsAdopters();
    void losesNothing_data();
    void losesNothing();
    void splitsCsv_data();
    void splitsCsv();
    void readsColumns();
    void readsOurCsv();
    void readsJson();
    void tellsOfBrokenJson();
    void knowsFormats_data();
    void knowsFormats();
};

void TestListImport::readsEntries()
{
    const auto document = readDocumentBytes(awesome, u"README.md"_s);
    QVERIFY(document);
    QCOMPARE(document->format, u"list"_s);
    QStringList found;
    for (const ImportedCase &one : document->cases) {
        QStringList urls;
        for (const ImportedSource &source : one.sources)
            urls.append(source.title);
        found.append(u"%1: %2: %3 @%4"_s.arg(one.topic, one.organization, urls.join(u'|')).arg(one.line));
    }
    QCOMPARE(found,
             QStringList({u"Ovens: Alder: How we bake|A talk @12"_s, u"Ovens: Birch: the only page @15"_s,
                          u"Boats: Cedar: Sail with zest now|b.example @20"_s, u"Boats: Dogwood: Dogwood @22"_s,
                          u"Boats, Rowing: Elm: Elm @2"_s}));
    QCOMPARE(document->cases.at(2).body,
             u"[Cedar](https://cedar.example) ([1](https://cedar.example/sail-with-zest-now), "
             "[2](https://b.example/)) - sails,\nand more"_s);
    QCOMPARE(document->cases.first().year, 2020);
}

void TestListImport::keepsTheRestInAbout()
{
    const auto document = readDocumentBytes(awesome, u"README.md"_s);
    QVERIFY(document->about.contains(u"- [Ovens](#ovens)"));
    QVERIFY(document->about.contains(u"## Ovens\n\nHot things."));
    QVERIFY(document->about.contains(u"- Write to us about others"));
    QVERIFY(document->about.contains(u"## Contributing\n\nPlease"));
    QVERIFY(document->about.contains(u"[rules]: https://lists.example/rules"));
}

// What is no entry for certain is one among others that are.
void TestListImport::knowsEntries_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("names");
    const QByteArray two = "- [Alder](https://alder.example)\n- [Birch](https://birch.example)\n";
    QTest::newRow("boxes to tick") << QByteArray(
        "- [ ] [Alder](https://alder.example)\n- [x] **Birch**: https://b.example\n")
                                   << u"Alder|Birch"_s;
    QTest::newRow("struck out") << QByteArray(
        "- ~~[Alder](https://alder.example)~~\n- [Birch](https://birch.example)\n")
                                << u"Alder|Birch"_s;
    QTest::newRow("a name before its link")
        << two + "- Cedar ([site](https://cedar.example)) – sails\n- Dogwood, Inc.: https://dogwood.example\n"
        << u"Alder|Birch|Cedar|Dogwood, Inc."_s;
    QTest::newRow("names before links alone") << QByteArray(
        "- Cedar Systems (<https://cedar.example>) in 12 places\n- Dogwood: https://dogwood.example/blog\n")
                                              << u"Cedar Systems|Dogwood"_s;
    QTest::newRow("a dash before the link") << two + "- Cedar - [post](https://cedar.example/post)\n"
                                            << u"Alder|Birch|Cedar"_s;
    QTest::newRow("strong, without a link") << two + "- **Ivy**\n" << u"Alder|Birch|Ivy"_s;
    QTest::newRow("what is no name") << two + "- Slides: https://s.example\n- See also: https://t.example\n- Words.\n"
                                     << u"Alder|Birch"_s;
    QTest::newRow("a sentence") << two + "- This is how one of the many does it: https://s.example\n"
                                << u"Alder|Birch"_s;
    QTest::newRow("tags") << QByteArray(
        "| Company | Use |\n|---|---|\n| <a href=\"https://a.example\">Alder</a> | x |\n"
        "| Birch<br/>Pay | y |\n")
                          << u"Alder|Birch Pay"_s;
}

void TestListImport::knowsEntries()
{
    QFETCH(QByteArray, list);
    const QByteArray text = "# Zest users [![badge](https://b.example/b.svg)](https://b.example)\n\n" + list;
    const auto document = readDocumentBytes(text, u"ADOPTERS.md"_s);
    QVERIFY(document);
    QCOMPARE(document->name, u"Zest users"_s);
    QStringList names;
    for (const ImportedCase &one : document->cases)
        names.append(one.organization);
    QTEST(names.join(u'|'), "names");
    const QTemporaryDir folder;
    importInto(folder.path(), text, u"ADOPTERS.md"_s);
    QCOMPARE(lostWords(QString::fromUtf8(text), bytesOf(folder.path())), QStringList());
    QCOMPARE(lostLinks(QString::fromUtf8(text), bytesOf(folder.path())), QStringList());
    QCOMPARE(importInto(folder.path(), text, u"ADOPTERS.md"_s), QStringList());
}

void TestListImport::readsAdopters()
{
    const auto document = readDocumentBytes(adopters, u"ADOPTERS.md"_s);
    QVERIFY(document);
    QCOMPARE(document->format, u"list"_s);
    QCOMPARE(document->cases.size(), 2);
    const ImportedCase &alder = document->cases.at(0);
    QCOMPARE(alder.organization, u"Alder"_s);
    QCOMPARE(alder.year, 2021);
    QCOMPARE(alder.sources.size(), 1);
    QCOMPARE(alder.sources.first().url, u"https://alder.example/ovens"_s);
    QCOMPARE(alder.body,
             u"- Organization: [Alder](https://alder.example)\n- Contact: @ash\n- Since: 2021\n"
             "- Use case: ovens, see [this](https://alder.example/ovens)"_s);
    QCOMPARE(document->cases.at(1).year, 2020);
    QVERIFY(document->about.contains(u"nobody"));
}

void TestListImport::losesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("awesome") << awesome;
    QTest::newRow("adopters") << adopters;
}

void TestListImport::losesNothing()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QVERIFY(!importInto(folder.path(), text, u"awesome.md"_s).isEmpty());
    QCOMPARE(lostWords(QString::fromUtf8(text), bytesOf(folder.path())), QStringList());
    QCOMPARE(lostLinks(QString::fromUtf8(text), bytesOf(folder.path())), QStringList());
    QCOMPARE(importInto(folder.path(), text, u"awesome.md"_s), QStringList());
}

void TestListImport::splitsCsv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    QTest::newRow("commas") << u"a,b\n1, 2 \n"_s << u"a|b/1|2"_s;
    QTest::newRow("semicolons") << u"a;b\n1,5;2"_s << u"a|b/1,5|2"_s;
    QTest::newRow("tabs") << u"a\tb\n1\t2"_s << u"a|b/1|2"_s;
    QTest::newRow("quotes") << u"a,b\n\"x \"\"y\"\", z\",\" 2\"\n"_s << u"a|b/x \"y\", z| 2"_s;
    QTest::newRow("lines in quotes") << u"a,b\n\"1\n2\",3\n4,5"_s << u"a|b/1\n2|3/4|5"_s;
    QTest::newRow("quote within") << u"a,b\n5\" nail,2"_s << u"a|b/5\" nail|2"_s;
    QTest::newRow("never closed") << u"a,b\n\"1,2\n3"_s << u"a|b/1,2\n3"_s;
    QTest::newRow("empty cells and blank lines") << u"a,b\n\n,2\n,,\n"_s << u"a|b/|2"_s;
    QTest::newRow("upright bars") << u"a|b\n1|2"_s << u"a|b/1|2"_s;
    QTest::newRow("told by a spreadsheet") << u"sep=;\na,x;b\n1;2"_s << u"a,x|b/1|2"_s;
    QTest::newRow("a quoted header with commas") << u"\"a, b, c\";d\n1;2\n3;4"_s << u"a, b, c|d/1|2/3|4"_s;
    QTest::newRow("blank lines first") << u"\n\na;b\n1;2"_s << u"a|b/1|2"_s;
    QTest::newRow("blanks around quotes") << u"a, b\n1, \"2, 3\" \n"_s << u"a|b/1|2, 3"_s;
    QTest::newRow("words behind quotes") << u"a,b\n\"1\" x,2\n"_s << u"a|b/1 x|2"_s;
    QTest::newRow("commas in cells between semicolons") << u"a;b\n1,1,1;2\n1,1;2\n"_s << u"a|b/1,1,1|2/1,1|2"_s;
    QTest::newRow("one column") << u"a\n1, 2\n3\n"_s << u"a/1|2/3"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void TestListImport::splitsCsv()
{
    QFETCH(QString, text);
    QStringList rows;
    for (const CsvRow &row : readCsv(text))
        rows.append(row.cells.join(u'|'));
    QTEST(rows.join(u'/'), "rows");
}

void TestListImport::readsColumns()
{
    const QByteArray text = "Company,Project,From,Year,Link,Staff count,Note\n"
                            "Alder,Ovens,\"C; Perl\",2020,https://alder.example/a,12,\"'=hot\"\n"
                            "Birch,,,around 1999,,,\n";
    const auto document = readDocumentBytes(text, u"x.csv"_s);
    QVERIFY(document);
    const ImportedCase &alder = document->cases.at(0);
    QCOMPARE(alder.title, u"Ovens"_s);
    QCOMPARE(alder.from, QStringList({u"C"_s, u"Perl"_s}));
    QCOMPARE(alder.year, 2020);
    QCOMPARE(alder.sources.first().url, u"https://alder.example/a"_s);
    QCOMPARE(Value(alder.further)[u"staff-count"].toText(), u"12"_s);
    QCOMPARE(document->cases.at(1).title, u"Birch"_s);
    // A year among words is read, and the words are kept.
    QCOMPARE(document->cases.at(1).year, 1999);
    QCOMPARE(document->cases.at(1).body, u"- Year: around 1999"_s);
    QCOMPARE(alder.body, u"=hot"_s);
}

void TestListImport::readsOurCsv()
{
    const QByteArray text =
        "id,path,title,effort.people,claims.text,claims.side,sources.title,sources.url,sources.year,problems\r\n"
        "a,cases/a.md,Ovens,3,\"One\nTwo\",\"for\nagainst\",\"S\nT\",\"https://s.example\nhttps://"
        "t.example\",\"2020\n\",\r\n";
    const auto document = readDocumentBytes(text, u"x.csv"_s);
    QVERIFY(document);
    const ImportedCase &one = document->cases.first();
    QCOMPARE(one.sources.size(), 2);
    QCOMPARE(one.sources.at(0).year, 2020);
    QCOMPARE(one.sources.at(1).title, u"T"_s);
    const Value further(one.further);
    QCOMPARE(further[u"claims"].items().size(), std::size_t(2));
    QCOMPARE(further[u"claims"].items()[1][u"side"].toText(), u"against"_s);
    QVERIFY(!further.contains(u"id"));
    const QTemporaryDir folder;
    QVERIFY(importInto(folder.path(), text, u"x.csv"_s).contains(u"cases/a.md"_s)); // as it was called
    QVERIFY(bytesOf(folder.path()).contains("people: 3"));
    QCOMPARE(importInto(folder.path(), text, u"x.csv"_s), QStringList());
}

void TestListImport::readsJson()
{
    const QByteArray text = R"({"format": "casebook-export", "version": 1,
  "corpus": {"name": "Zest", "description": "About it"},
  "fields": [{"path": "title", "label": "Title", "type": "text", "terms": []},
             {"path": "choice", "label": "Choice", "type": "choice", "terms": [{"id": "in", "label": "In", "definition": ""}]},
             {"path": "figures", "label": "Figures", "type": "records", "terms": []},
             {"path": "figures.before", "label": "Before", "type": "number", "terms": []}],
  "groups": [{"value": "in", "label": "Took it up", "description": "", "cases": ["a"]}],
  "cases": [{"id": "a", "path": "cases/a.md", "title": "Ovens", "group": "in", "body": "\n## What\n\nHeat.\n",
             "fields": {"title": "Ovens", "choice": "in", "figures": [{"before": 0.5}], "own": [1, true, "x"],
                        "sources": [{"title": "S", "url": "https://s.example"}]}}]})";
    const auto document = readDocumentBytes(text, u"x.json"_s);
    QVERIFY(document);
    QCOMPARE(document->format, u"json"_s);
    QVERIFY(document->schema);
    QCOMPARE(document->schema->fieldOf(role::group), u"choice"_s);
    const QTemporaryDir folder;
    importInto(folder.path(), text, u"x.json"_s);
    const QByteArray corpus = bytesOf(folder.path());
    QVERIFY2(corpus.contains("choice: in\n"), corpus.constData());
    QVERIFY2(corpus.contains("before: 0.5"), corpus.constData());
    QVERIFY2(corpus.contains("own: [1, true, x]"), corpus.constData());
    QVERIFY2(corpus.contains("\n## What\n\nHeat.\n"), corpus.constData());
    QCOMPARE(importInto(folder.path(), text, u"x.json"_s), QStringList());
}

void TestListImport::tellsOfBrokenJson()
{
    const auto document = readDocumentBytes("{\n\"cases\": [", u"x.json"_s, u"json"_s);
    QVERIFY(!document); // nothing of it could be read
    QVERIFY2(document.error().message.startsWith(u"x.json, line 2: "_s), qPrintable(document.error().message));
}

void TestListImport::knowsFormats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("curated") << fixture(u"curated.md"_s) << u"x.txt"_s << u"markdown"_s;
    QTest::newRow("article") << fixture(u"article.md"_s) << u"x.txt"_s << u"article"_s;
    QTest::newRow("awesome") << awesome << u"x.txt"_s << u"list"_s;
    QTest::newRow("table") << adopters << u"ADOPTERS.md"_s << u"list"_s;
    QTest::newRow("CSV") << QByteArray("Company,Year\nAlder,2020\n") << u"x.txt"_s << u"csv"_s;
    QTest::newRow("list --json") << QByteArray("[{\"id\": \"a\", \"title\": \"A\", \"fields\": {}}]") << u"x"_s
                                 << u"json"_s;
    QTest::newRow("prose") << QByteArray("Nothing to see, really.\n") << u"x.md"_s << u""_s;
    QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << u"x.json"_s << u""_s;
    QTest::newRow("empty") << QByteArray() << u"x.md"_s << u""_s;
}

void TestListImport::knowsFormats()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    const auto document = readDocumentBytes(text, name);
    QTEST(document ? document->format : QString(), "format");
    QVERIFY(!readDocumentBytes(text, name, u"no-such"_s));
}

QTEST_GUILESS_MAIN(TestListImport)
#include "tst_listimport.moc"
