#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/corpus/schemareader.h"
#include "core/validation/validation.h"
#include "tests/core/corpus/testfolder.h"

#include <QDate>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
roles: {reviewed: checked}
fields:
  title: {type: text, required: true}
  decision: {type: choice, vocabulary: [adopting, against]}
  from: {type: list, vocabulary: [Go, C, 3]}
  year: {type: year}
  lines: {type: number}
  checked: {type: date}
  home: {type: url}
  effort: {type: record, fields: {people: {type: number, required: true}}}
  claims:
    type: records
    fields: {side: {type: choice, required: true, vocabulary: [for, against]}, source: {type: number}}
  figures: {type: records, fields: {source: {}}}
  sources: {type: records, fields: {title: {}, url: {type: url}}}
  related: {type: list}
)";

Schema makeSchema()
{
    return readSchema(description).schema;
}

QString print(const Problems &problems)
{
    QStringList lines;
    for (const Problem &problem : problems) {
        lines.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' '
                     + (problem.severity == Severity::Warning ? u"(warning) "_s : QString()) + problem.message);
    }
    return lines.join(u'\n');
}

} // namespace

class TestValidation : public QObject {
    Q_OBJECT

private slots:
    void rules_data();
    void rules();
    void belongsToFields_data();
    void belongsToFields();
    void years();
    void ids();
    void brokenFilesAreNotJudged();
    void nothingIsAskedOfAnInferredSchema();
    void otherRoleNames();
    void many();
    void across_data();
    void across();
    void manyRelated();
    void theBundledCorpus();
};

void TestValidation::rules_data()
{
    QTest::addColumn<QByteArray>("yaml");  // from line 2 on, after a title
    QTest::addColumn<QString>("expected"); // the start of each problem
    const auto row = [](const char *name, const QByteArray &yaml, const char *expected) {
        QTest::newRow(name) << yaml << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("unknown fields are fine", "x: {y: [1]}\n", "");
    row("empty fields are fine", "year:\nfrom: []\neffort: {people: }\nclaims:\nsources: []\nrelated: [ ]\n", "");
    row("vocabulary", "decision: adpoting\n",
        "3:11 \"adpoting\" is not a value of \"decision\": choose one of adopting, against");
    row("vocabulary is exact", "decision: Adopting\n", "3:11 \"Adopting\" is not");
    row("vocabulary, after multi-byte text", "{\"\xC3\xA4\": 1, decision: x}\n", "");
    row("list", "from: [Go, Java, 3]\n", "3:12 \"Java\" is not a value of \"from\"");
    row("list in a block", "from:\n  - Go\n  - Java\n  -\n", "5:5 \"Java\" is not");
    row("a single value for a list", "from: Java\n", "3:7 \"Java\" is not");
    row("a list in a list", "from: [[Go]]\n", "3:8 \"from\" must be a single value");
    row("a list for a text", "decision: [adopting]\n", "3:11 \"decision\" must be a single value");
    row("a map for a text", "decision:\n  a: b\n", "4:3 \"decision\" must be a single value");
    row("a word for a year", "year: soon\n", "3:7 \"soon\" is not a year");
    row("year 1899", "year: 1899\n", "3:7 \"1899\" is not a year between 1900");
    row("a date for a year", "year: 2020-01-01\n", "3:7 \"2020-01-01\" is not a year");
    row("a fraction for a year", "year: 2020.5\n", "3:7 \"2020.5\" is not a year");
    row("number", "lines: 12.5\n", "");
    row("a word for a number", "lines: many\n", "3:8 \"many\" is not a number");
    row("a quoted number", "lines: '12'\n", "3:8 \"12\" is not a number");
    row("date", "checked: 2024-02-29\n", "");
    row("no such day", "checked: 2023-02-29\n", "3:10 \"2023-02-29\" is not a date");
    row("no such year", "checked: 0000-02-28\n", "3:10 \"0000-02-28\" is not a date");
    row("one digit", "checked: 2023-2-28\n", "3:10 \"2023-2-28\" is not a date");
    row("a sign in a date", "checked: 2023-+2-28\n", "3:10 \"2023-+2-28\" is not a date");
    row("other digits", "checked: 2023-0٢-28\n", "3:10 \"2023-0٢-28\" is not a date");
    row("other separators", "checked: 2023/02/28\n", "3:10 \"2023/02/28\" is not a date");
    row("a date and more", "checked: 2023-02-28x\n", "3:10 \"2023-02-28x\" is not a date");
    row("a date with a time", "checked: 2023-02-28T10:00\n", "3:10 \"2023-02-28T10:00\" is not a date");
    row("a year for a date", "checked: 2023\n", "3:10 \"2023\" is not a date");
    row("address", "home: https://a.example/b?c#d\n", "");
    row("upper case", "home: HTTPS://A.EXAMPLE\n", "");
    row("international",
        "home: https://b\xC3\xBC"
        "cher.example/\xC3\xA4\n",
        "");
    row("ftp", "home: ftp://a.example/\n", "3:7 \"ftp://a.example/\" is not an http or https address");
    row("javascript", "home: javascript:alert(1)\n", "3:7 \"javascript:alert(1)\" is not");
    row("no host", "home: https:///b\n", "3:7 \"https:///b\" is not");
    row("no scheme", "home: a.example\n", "3:7 \"a.example\" is not");
    row("a blank in an address", "home: https://a b.example\n", "3:7 \"https://a b.example\" is not");
    row("record", "effort: {people: 3}\n", "");
    row("a text for a record", "effort: much\n", "3:9 \"effort\" must be a map");
    row("a list for a record", "effort: [1]\n", "3:9 \"effort\" must be a map");
    row("a part is missing", "effort:\n  months: 3\n", "4:3 \"people\" is missing in this entry of \"effort\"");
    row("a part of the wrong type", "effort: {people: few}\n", "3:18 \"few\" is not a number");
    row("a map for records", "claims: {side: for}\n", "3:9 \"claims\" must be a list");
    row("a text among records", "claims:\n  - {side: for}\n  - Fast.\n", "5:5 \"claims\" must be a map in each entry");
    row("nothing among records", "claims:\n  - {side: for}\n  -\n", "5:4 \"claims\" must be a map in each entry");
    row("a record without its side", "claims:\n  - side: for\n  - reason: x\n",
        "5:5 \"side\" is missing in this entry of \"claims\"");
    row("a side that is none", "claims: [{side: both}]\n", "3:17 \"both\" is not a value of \"side\"");
    row("source out of range", "sources: [https://a.example/]\nclaims: [{side: for, source: 2}]\n",
        "4:30 There is no source 2: this case has 1");
    row("source 0", "sources: [https://a.example/]\nclaims: [{side: for, source: 0}]\n", "4:30 There is no source 0");
    row("source negative", "sources: [https://a.example/]\nclaims: [{side: for, source: -1}]\n",
        "4:30 There is no source -1");
    row("source a fraction", "sources: [https://a.example/]\nclaims: [{side: for, source: 1.5}]\n",
        "4:30 There is no source 1.5");
    row("source fine", "sources: [https://a.example/]\nclaims: [{side: for, source: 1}]\nfigures: [{source: 1}]\n", "");
    row("figure out of range", "figures: [{what: x}]\nclaims: [{side: for, figure: 2}]\n",
        "4:30 There is no figure 2: this case has 1");
    row("figure fine", "figures: [{what: x}]\nclaims: [{side: for, figure: 1}]\n", "");
    row("no sources", "figures:\n  - source: 1\n", "4:13 There is no source 1: this case has 0");
    row("a source as a map", "sources: {title: x, url: https://a.example/}\nfigures: [{source: 1}, {source: 2}]\n",
        "3:10 \"sources\" must be a list\n4:33 There is no source 2: this case has 1");
    row("bare addresses", "sources:\n  - https://a.example/\n  - a page\n",
        "5:5 \"a page\" is not an http or https address");
    row("a source without an address", "sources:\n  - url: https://a.example/\n  - title: T\n",
        "5:5 This source has no address");
    row("a source with an empty one", "sources:\n  - title: T\n    url:\n", "4:5 This source has no address");
    row("an empty source", "sources:\n  - url: https://a.example/\n  -\n",
        "5:4 \"sources\" must be a map in each entry\n5:4 This source has no address");
    row("said once", "sources:\n  - {url: ftp://x}\n", "4:11 \"ftp://x\" is not");
    row("in the order of lines", "year: x\nsources: [y]\ndecision: z\n", "3:7 \"x\"\n4:11 \"y\"\n5:11 \"z\"");
    row("through an alias, at the alias", "home: &h nowhere\nx: 1\nfrom: *h\n",
        "3:7 \"nowhere\" is not an\n5:7 \"nowhere\" is not a value");
    row("CR LF", "year: 2020\r\ndecision: x\r\n", "4:11 \"x\" is not");
    row("tabs and multi-byte text before it", "from: [\"\xC3\xA4\t\xF0\x9F\x98\x80\", x]\n",
        "3:8 \"ä\t😀\" is not\n3:15 \"x\" is not");
}

void TestValidation::rules()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, expected);
    QByteArray file = "---\ntitle: T\n";
    file += yaml.startsWith('{') ? QByteArray() : yaml;
    file += "---\n";
    const Document document = Document::parse(file);
    QVERIFY(!document.isBroken());
    const QStringList found = print(validateCase(document, makeSchema(), u"x"_s)).split(u'\n', Qt::SkipEmptyParts);
    const QStringList starts = expected.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(found.size() == starts.size(), qPrintable(found.join(u'\n')));
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(found.at(i).startsWith(starts.at(i)), qPrintable(found.at(i)));
}

void TestValidation::belongsToFields_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("paths");
    QTest::newRow("a field") << QByteArray("title: a\nyear: soon\n") << u"year"_s;
    QTest::newRow("a missing field") << QByteArray("year: 2020\n") << u"title"_s;
    QTest::newRow("an item") << QByteArray("title: a\nfrom: [Go, D]\n") << u"from[1]"_s;
    QTest::newRow("a part of a record") << QByteArray("title: a\neffort: {people: many}\n") << u"effort.people"_s;
    QTest::newRow("a missing part") << QByteArray("title: a\neffort: {months: 3}\n") << u"effort.people"_s;
    QTest::newRow("a part in a list") << QByteArray("title: a\nclaims: [{side: for}, {side: so}]\n")
                                      << u"claims[1].side"_s;
    QTest::newRow("no source of that number")
        << QByteArray("title: a\nclaims: [{side: for, source: 1}]\n") << u"claims[0].source"_s;
    QTest::newRow("a bare source") << QByteArray("title: a\nsources: [nowhere]\n") << u"sources[0]"_s;
    QTest::newRow("sources without an address")
        << QByteArray("title: a\nsources: [{title: b}, {url: c}]\n") << u"sources[0].url sources[1].url"_s;
    QTest::newRow("the wrong shape") << QByteArray("title: a\nsources: b\nclaims: [c]\n") << u"sources claims[0]"_s;
}

void TestValidation::belongsToFields()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, paths);
    const Document document = Document::parse("---\n" + yaml + "---\n");
    const QList<FieldProblem> found = validateFields(document, makeSchema());
    QStringList written;
    Problems problems;
    for (const FieldProblem &one : found) {
        written.append(one.path.toString());
        problems.append(one.problem);
    }
    QCOMPARE(written.join(u' '), paths);
    QCOMPARE(problems, validateCase(document, makeSchema(), u"a"_s));
}

void TestValidation::years()
{
    const int next = QDateTime::currentDateTimeUtc().date().year() + 1;
    const auto problems = [](int year) {
        return validateCase(Document::parse("---\ntitle: T\nyear: " + QByteArray::number(year) + "\n---\n"),
                            makeSchema(), u"x"_s)
            .size();
    };
    QCOMPARE(problems(1900), 0);
    QCOMPARE(problems(next), 0);
    QCOMPARE(problems(next + 1), 1);
}

void TestValidation::ids()
{
    const Document document = Document::parse("---\ntitle: T\n---\n");
    QCOMPARE(print(validateCase(document, makeSchema(), u"with blank"_s)).section(u':', 0, 1),
             u"0:0 The file's name is not a valid id"_s);
    QCOMPARE(validateCase(document, makeSchema(), u"sub/x"_s).size(), 0);
    // A missing field is the file's first line, whatever the front matter.
    for (const char *file : {"", "text\n", "---\n---\n", "---\nx: 1\n---\n"})
        QCOMPARE(print(validateCase(Document::parse(file), makeSchema(), u"x"_s)),
                 u"1:1 The field \"title\" is missing."_s);
}

void TestValidation::brokenFilesAreNotJudged()
{
    QVERIFY(validateCase(Document::parse("---\nyear: x\n"), makeSchema(), u"x"_s).isEmpty());
}

void TestValidation::nothingIsAskedOfAnInferredSchema()
{
    Schema schema = makeSchema();
    schema.inferred = true;
    QVERIFY(validateCase(Document::parse("---\nyear: x\n---\n"), schema, u"a b"_s).isEmpty());
    QVERIFY(validateAcross({std::make_shared<CaseStudy>(), std::make_shared<CaseStudy>()}, schema, {}).isEmpty());
}

void TestValidation::otherRoleNames()
{
    const Schema schema =
        readSchema("fields: {evidence: {type: records}, arguments: {type: records}}\n"
                   "roles: {sources: {field: evidence, url: link}, claims: {field: arguments, source: from}}\n")
            .schema;
    const Document document = Document::parse("---\nevidence: [{link: x}, {url: y}]\narguments: [{from: 3}]\n---\n");
    QCOMPARE(print(validateCase(document, schema, u"x"_s)),
             u"2:19 \"x\" is not an http or https address.\n2:23 This source has no address (\"link\").\n"
             "3:20 There is no source 3: this case has 2."_s);
}

/// Each problem's line was once counted from the start of the file.
void TestValidation::many()
{
    QByteArray file = "---\ntitle: T\nfrom: [";
    int count = 0;
    for (; file.size() < 250'000; ++count)
        file += "x, ";
    file += "Go]\n---\n";
    const Problems problems = validateCase(Document::parse(file), makeSchema(), u"x"_s);
    QCOMPARE(problems.size(), count);
    QCOMPARE(problems.last().column, 8 + 3 * (count - 1));
}

void TestValidation::across_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("expected"); // of the second
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &second, const char *expected) {
        QTest::newRow(name) << first << second << QString::fromUtf8(expected);
    };
    row("fine", "title: A\n", "title: B\nrelated: [a, b]\n", "");
    row("the same title", "title: A\n", "x: 1\ntitle: A\n", "3:8 (warning) The case a has the same title.");
    row("the same but for case and accents", "title: Na\xC3\xAFve\n", "title: NAIVE\n", "2:8 (warning) The case a has");
    row("of another organization", "{title: A, organization: X}\n", "{title: A, organization: Y}\n", "");
    row("of the same", "{title: A, organization: X}\n", "{title: A, organization: x}\n", "2:9 (warning) The case a");
    row("no title at all", "title: b\n", "x: 1\n", "1:1 (warning) The case a");
    row("related", "title: A\n", "title: B\nrelated:\n  - a\n  - c\n  - d\n",
        "5:5 There is no case \"c\".\n6:5 There is no case \"d\".");
    row("related as a text", "title: A\n", "title: B\nrelated: c\n", "3:10 There is no case \"c\".");
    row("related with .md", "title: A\n", "title: B\nrelated: [a.md]\n", "3:11 There is no case \"a.md\".");
    row("twice the same", "title: A\n", "title: B\nrelated: [c, a, c]\n",
        "3:11 There is no case \"c\".\n3:11 There is no case \"c\".");
    row("both", "title: A\n", "related: [c]\ntitle: A\n", "2:11 There is no case \"c\".\n3:8 (warning) The case a");
}

void TestValidation::across()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QString, expected);
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, QByteArray(description) + "  organization: {}\n");
    folder.writeCase(u"cases/a.md"_s, first);
    folder.writeCase(u"cases/b.md"_s, second);
    const Result<Corpus> corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    Problems found = corpus->problemsOf(*corpus->find(u"b"_s));
    found.removeIf([](const Problem &problem) { return problem.message.startsWith(u"The field"_s); });
    const QStringList lines = print(found).split(u'\n', Qt::SkipEmptyParts);
    const QStringList starts = expected.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() == starts.size(), qPrintable(lines.join(u'\n')));
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(lines.at(i).startsWith(starts.at(i)), qPrintable(lines.at(i)));
}

/// The file was once read and parsed again for each problem in it.
void TestValidation::manyRelated()
{
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, description);
    QByteArray yaml = "title: T\nrelated:\n";
    int count = 0;
    for (; yaml.size() < 250'000; ++count)
        yaml += "  - no" + QByteArray::number(count) + '\n';
    folder.writeCase(u"a.md"_s, yaml);
    const Result<Corpus> corpus = loadCorpus(folder.root());
    const Problems problems = corpus->problemsOf(*corpus->at(0));
    QCOMPARE(problems.size(), count);
    QCOMPARE(problems.last().line, count + 3);
}

void TestValidation::theBundledCorpus()
{
    const Result<Corpus> corpus = loadCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust"));
    QVERIFY(corpus);
    QVERIFY(corpus->size() >= 10);
    QStringList found;
    for (const FileProblem &problem : corpus->allProblems())
        found.append(problem.path + u':' + print({problem.problem}));
    QCOMPARE(found.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
