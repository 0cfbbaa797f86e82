#include "core/corpus/inference.h"
#include "core/corpus/schemareader.h"
#include "core/markdown/parser.h"
#include "outline.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/inlineobjects.h"

#include <QAbstractTextDocumentLayout>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(
name: Test
groups:
  - {value: migrating, label: Migrating to Rust}
fields:
  title: {type: text}
  organization: {type: text}
  decision: {type: choice}
  from: {type: list}
  to: {type: list}
  year: {type: year}
  stage: {type: choice, vocabulary: stages}
  effort: {type: record, fields: {people: {type: number}, months: {type: number}, lines: {type: number, label: Lines of code}}}
  claims:
    type: records
    fields:
      side: {type: choice, vocabulary: sides}
      reason: {type: choice, vocabulary: reasons}
      text: {type: text}
      source: {type: number}
  figures: {type: records}
  sources:
    type: records
    fields: {kind: {type: choice, vocabulary: kinds}, relation: {type: choice}}
  related: {type: list, label: Related cases}
  tags: {type: list}
  reviewed: {type: date, label: Reviewed on}
roles: {title: title, group: decision, organization: organization, from: from, to: to, year: year, stage: stage,
        effort: effort, claims: claims, figures: figures, sources: sources, related: related, tags: tags, reviewed: reviewed}
vocabularies:
  stages: [{id: production, label: In production}]
  sides: [{id: for, label: For}, {id: against, label: Against}]
  reasons: [{id: latency, label: Low latency}]
  kinds: [{id: engineering-blog, label: Engineering blog}]
)";

Value map(std::initializer_list<std::pair<QString, Value>> entries)
{
    return Value(Value::Map(entries));
}

Value list(std::initializer_list<Value> items)
{
    return Value(Value::List(items));
}

Value text(const char *words)
{
    return Value(QString::fromUtf8(words));
}

Value number(int value)
{
    return Value(qint64(value));
}

} // namespace

class TestCaseTypesetter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void header();
    void headerOfLittle();
    void problemsStandOnTop();
    void manyProblemsAreCut();
    void claimsStandSideBySide();
    void onPaperClaimsHaveRows();
    void oneSideAlone();
    void claimsOnNoKnownSide();
    void claimsLeadToTheirSources();
    void anchorsTakeThePrefix();
    void figures_data();
    void figures();
    void barsAreScaledToTheLarger();
    void sources();
    void hostileAddresses_data();
    void hostileAddresses();
    void relatedCases();
    void factsShowTheRest();
    void nothingIsLost();
    void inferredSchema();
    void titleIsNotRepeated();
    void headingOffset();
    void fitsNarrowPages();

private:
    void typeset(QTextDocument &document, const Value &fields, const QByteArray &body = {},
                 const CaseOptions &options = {}, const Problems &problems = {}) const
    {
        CaseStudy study;
        study.id = u"a"_s;
        study.title = fields[u"title"].toText();
        study.fields = fields;
        prepareDocument(&document, m_style, 10);
        document.setTextWidth(600);
        CaseTypesetter(m_schema, m_style, options).append(QTextCursor(&document), study, parseMarkdown(body), problems);
    }

    Schema m_schema;
    TypeStyle m_style = TypeStyle::fromPalette(QPalette());
};

void TestCaseTypesetter::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const SchemaResult result = readSchema(description);
    QVERIFY(result.valid);
    m_schema = result.schema;
    m_schema.computed.clear(); // what is said of evidence has tests of its own
}

void TestCaseTypesetter::header()
{
    QTextDocument document;
    typeset(
        document,
        map({{u"title"_s, text("Read States")},
             {u"organization"_s, text("Discord")},
             {u"decision"_s, text("migrating")},
             {u"from"_s, list({text("Go"), text("C")})},
             {u"to"_s, list({text("Rust")})},
             {u"year"_s, number(2020)},
             {u"stage"_s, text("production")},
             {u"effort"_s, map({{u"people"_s, number(2)}, {u"months"_s, number(1)}, {u"lines"_s, number(6000)}})}}));
    QCOMPARE(
        outlineOf(document),
        (QStringList{
            u"p Migrating to Rust"_s, u"h1 Read States"_s, u"p Discord"_s,
            u"p Go, C \u2192 Rust \u00b7 2020 \u00b7 In production \u00b7 2 people, months: 1, 6,000 lines of code"_s}));
}

void TestCaseTypesetter::headerOfLittle()
{
    QTextDocument document;
    typeset(document, map({{u"title"_s, text("Read\nStates")}, {u"to"_s, text("Rust")}}));
    QCOMPARE(outlineOf(document), (QStringList{u"h1 Read States"_s, u"p Rust"_s}));
}

void TestCaseTypesetter::problemsStandOnTop()
{
    QTextDocument document;
    typeset(document, map({{u"title"_s, text("T")}}), "body", {},
            {{Severity::Error, 12, 3, u"wrong"_s}, {Severity::Warning, 0, 0, u"odd"_s}});
    QCOMPARE(outlineOf(document),
             (QStringList{u"h1 T"_s, u"[1x1"_s, u"p Error, line 12 wrong"_s, u"p Warning odd"_s, u"]"_s, u"p body"_s}));
    QCOMPARE(linksOf(document), (QMap<QString, QString>{{u"Error, line 12"_s, u"casebook:problem/12"_s}}));
}

void TestCaseTypesetter::manyProblemsAreCut()
{
    QTextDocument document;
    typeset(document, map({{u"title"_s, text("T")}}), {}, {}, Problems(100, {Severity::Error, 1, 1, u"wrong"_s}));
    QVERIFY(outlineOf(document).contains(u"p and 80 more"_s));
}

Value claim(const char *side, const char *words, int source = 0)
{
    return map({{u"side"_s, text(side)},
                {u"reason"_s, text("latency")},
                {u"text"_s, text(words)},
                {u"source"_s, number(source)}});
}

void TestCaseTypesetter::claimsStandSideBySide()
{
    QTextDocument document;
    typeset(document,
            map({{u"claims"_s, list({claim("for", "fast"), claim("against", "slow"), claim("for", "quick")})}}));
    const QStringList expected{
        u"[1x3"_s, u"h2 For 2"_s, u"p Low latency"_s, u"p fast"_s,        u"p Low latency"_s, u"p quick"_s,
        u"|"_s,    u"|"_s,        u"h2 Against 1"_s,  u"p Low latency"_s, u"p slow"_s,        u"]"_s};
    QCOMPARE(outlineOf(document), expected);
    const QTextTable *table = firstTable(document);
    QCOMPARE(table->cellAt(0, 0).format().toTableCellFormat().topBorderBrush().color(), m_style.forTone);
    QCOMPARE(table->cellAt(0, 2).format().toTableCellFormat().topBorderBrush().color(), m_style.againstTone);
}

void TestCaseTypesetter::onPaperClaimsHaveRows()
{
    const Value fields = map({{u"claims"_s, list({claim("for", "fast"), claim("against", "slow"), claim("for", "quick")})}});
    CaseStudy study;
    study.fields = fields;
    QTextDocument document;
    prepareDocument(&document, TypeStyle::forPrint(), 0);
    document.setTextWidth(600);
    CaseTypesetter(m_schema, TypeStyle::forPrint()).append(QTextCursor(&document), study, {});
    const QStringList expected{u"[3x3"_s,
                               u"h2 For 2"_s, u"|"_s, u"|"_s, u"h2 Against 1"_s, u"|"_s,
                               u"p Low latency"_s, u"p fast"_s, u"|"_s, u"|"_s, u"p Low latency"_s, u"p slow"_s, u"|"_s,
                               u"p Low latency"_s, u"p quick"_s, u"|"_s, u"|"_s, u"]"_s};
    QCOMPARE(outlineOf(document), expected);
}

void TestCaseTypesetter::oneSideAlone()
{
    QTextDocument document;
    typeset(document, map({{u"claims"_s, list({claim("for", "fast")})}}));
    QVERIFY(outlineOf(document).contains(u"p No argument against is recorded."_s));
    QTextDocument other;
    typeset(other, map({{u"claims"_s, list({claim("against", "slow")})}}));
    QVERIFY(outlineOf(other).contains(u"p No argument for is recorded."_s));
}

void TestCaseTypesetter::claimsOnNoKnownSide()
{
    QTextDocument document;
    typeset(document, map({{u"claims"_s, list({claim("for", "fast"), claim("both", "depends")})}}));
    const QStringList lines = outlineOf(document);
    QVERIFY(lines.indexOf(u"p On neither side"_s) > lines.indexOf(u"p fast"_s));
    QCOMPARE(lines.last(), u"p depends"_s);
}

void TestCaseTypesetter::claimsLeadToTheirSources()
{
    QTextDocument document;
    typeset(document,
            map({{u"claims"_s, list({claim("for", "fast", 2), claim("for", "odd", 7)})},
                 {u"sources"_s, list({map({{u"title"_s, text("S1")}}), map({{u"title"_s, text("S2")}})})}}));
    QCOMPARE(linksOf(document), (QMap<QString, QString>{{u"2"_s, u"#source-2"_s}}));
    QCOMPARE(anchorsOf(document), (QStringList{u"source-1"_s, u"source-2"_s}));
    QVERIFY(outlineOf(document).contains(u"p odd^7"_s));
}

void TestCaseTypesetter::anchorsTakeThePrefix()
{
    QTextDocument document;
    typeset(
        document,
        map({{u"claims"_s, list({claim("for", "fast", 1)})}, {u"sources"_s, list({map({{u"title"_s, text("S")}})})}}),
        "# Lessons", {.anchorPrefix = u"a/"_s});
    QCOMPARE(linksOf(document).value(u"1"_s), u"#a/source-1"_s);
    QCOMPARE(anchorsOf(document), (QStringList{u"a/lessons"_s, u"a/source-1"_s}));
}

void TestCaseTypesetter::figures_data()
{
    QTest::addColumn<Value>("before");
    QTest::addColumn<Value>("after");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("more") << number(3000) << number(30000)
                          << QStringList{u"[2x2"_s, u"p before"_s, u"|"_s, u"p @ 3,000 TPS"_s,
                                         u"|"_s,    u"p after"_s,  u"|"_s, u"p @ 30,000 TPS \u00d710"_s,
                                         u"]"_s};
    QTest::newRow("less") << number(10) << number(4)
                          << QStringList{u"[2x2"_s, u"p before"_s, u"|"_s, u"p @ 10 TPS"_s,
                                         u"|"_s,    u"p after"_s,  u"|"_s, u"p @ 4 TPS \u00f72.5"_s,
                                         u"]"_s};
    QTest::newRow("a little more") << number(100) << number(125)
                                   << QStringList{u"[2x2"_s, u"p before"_s, u"|"_s, u"p @ 100 TPS"_s,
                                                  u"|"_s,    u"p after"_s,  u"|"_s, u"p @ 125 TPS +25 %"_s,
                                                  u"]"_s};
    QTest::newRow("nothing left") << number(5) << number(0)
                                  << QStringList{u"[2x2"_s,    u"p before"_s, u"|"_s,         u"p @ 5 TPS"_s, u"|"_s,
                                                 u"p after"_s, u"|"_s,        u"p @ 0 TPS"_s, u"]"_s};
    QTest::newRow("numbers as text") << text("2") << text("4")
                                     << QStringList{u"[2x2"_s, u"p before"_s, u"|"_s, u"p @ 2 TPS"_s,
                                                    u"|"_s,    u"p after"_s,  u"|"_s, u"p @ 4 TPS \u00d72"_s,
                                                    u"]"_s};
    QTest::newRow("words") << text("hours") << text("minutes")
                           << QStringList{u"[2x2"_s, u"p before"_s,      u"|"_s, u"p hours TPS"_s, u"|"_s, u"p after"_s,
                                          u"|"_s,    u"p minutes TPS"_s, u"]"_s};
    QTest::newRow("negative") << number(-1) << number(2)
                              << QStringList{u"[2x2"_s,    u"p before"_s, u"|"_s,       u"p -1 TPS"_s, u"|"_s,
                                             u"p after"_s, u"|"_s,        u"p 2 TPS"_s, u"]"_s};
    QTest::newRow("after alone") << Value() << number(18) << QStringList{u"[1x2"_s, u"p 18 TPS"_s, u"]"_s};
    QTest::newRow("before alone") << number(18) << Value()
                                  << QStringList{u"[1x2"_s, u"p before"_s, u"|"_s, u"p 18 TPS"_s, u"]"_s};
    QTest::newRow("neither") << Value() << Value() << QStringList{};
}

void TestCaseTypesetter::figures()
{
    QFETCH(Value, before);
    QFETCH(Value, after);
    QFETCH(QStringList, rows);
    QTextDocument document;
    typeset(
        document,
        map({{u"figures"_s,
              list({map(
                  {{u"what"_s, text("W")}, {u"before"_s, before}, {u"after"_s, after}, {u"unit"_s, text("TPS")}})})}}));
    QCOMPARE(outlineOf(document), QStringList({u"h2 Figures"_s, u"p W"_s}) + rows);
}

void TestCaseTypesetter::barsAreScaledToTheLarger()
{
    QTextDocument document;
    typeset(document,
            map({{u"figures"_s,
                  list({map({{u"what"_s, text("W")}, {u"before"_s, number(10)}, {u"after"_s, number(5)}})})}}));
    QList<qreal> widths;
    InlineObjects *objects = document.findChild<InlineObjects *>();
    eachFragment(document, [&](const QTextFragment &fragment) {
        if (fragment.charFormat().objectType() == InlineObjects::Bar)
            widths.append(objects->intrinsicSize(&document, fragment.position(), fragment.charFormat()).width());
    });
    QCOMPARE(widths.size(), 2);
    QCOMPARE(widths.at(1), widths.at(0) / 2);
    QVERIFY(widths.at(0) > 200 && widths.at(0) < 400);
}

void TestCaseTypesetter::sources()
{
    QTextDocument document;
    typeset(document,
            map({{u"sources"_s,
                  list({map({{u"title"_s, text("Why")},
                             {u"url"_s, text("https://www.a.example/\xc3\xa4")},
                             {u"year"_s, number(2020)},
                             {u"kind"_s, text("engineering-blog")},
                             {u"relation"_s, text("first-party")},
                             {u"checked"_s, text("yes")}}),
                        text("https://b.example/c")})}}));
    QCOMPARE(outlineOf(document),
             (QStringList{u"h2 Sources"_s, u"[2x2"_s, u"p 1."_s, u"|"_s, u"p Why"_s,
                          u"p a.example \u00b7 2020 \u00b7 Engineering blog \u00b7 first-party \u00b7 Checked: yes"_s,
                          u"|"_s, u"p 2."_s, u"|"_s, u"p https://b.example/c"_s, u"p b.example"_s, u"]"_s}));
    QCOMPARE(linksOf(document),
             (QMap<QString, QString>{{u"Why"_s, u"https://www.a.example/%C3%A4"_s},
                                     {u"https://b.example/c"_s, u"https://b.example/c"_s}}));
}

void TestCaseTypesetter::hostileAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("javascript") << u"javascript:alert(1)"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("data") << u"data:text/html,x"_s;
    QTest::newRow("ours") << u"casebook:case/b"_s;
    QTest::newRow("relative") << u"other.md"_s;
    QTest::newRow("broken") << u"https://"_s;
    QTest::newRow("with a line feed") << u"https://a.example/\nb"_s;
}

void TestCaseTypesetter::hostileAddresses()
{
    QFETCH(QString, url);
    QTextDocument document;
    typeset(document,
            map({{u"sources"_s, list({map({{u"title"_s, text("S")}, {u"url"_s, Value(url)}})})},
                 {u"homepage"_s, Value(url)}}));
    QVERIFY2(linksOf(document).isEmpty(), qPrintable(linksOf(document).values().join(u' ')));
    QVERIFY(document.toPlainText().contains(url.section(u'\n', 0, 0)));
}

void TestCaseTypesetter::relatedCases()
{
    CaseOptions options;
    options.titleOfCase = [](const QString &id) { return id == u"b/c d" ? u"The other"_s : QString(); };
    QTextDocument document;
    typeset(document, map({{u"related"_s, list({text("b/c d"), text("gone")})}}), {}, options);
    QCOMPARE(outlineOf(document), (QStringList{u"h2 Related cases"_s, u"p The other"_s, u"p gone"_s}));
    QCOMPARE(linksOf(document), (QMap<QString, QString>{{u"The other"_s, u"casebook:case/b/c%20d"_s}}));
}

void TestCaseTypesetter::factsShowTheRest()
{
    QTextDocument document;
    typeset(document,
            map({{u"title"_s, text("T")},
                 {u"extra_key"_s, map({{u"a"_s, number(1)}, {u"b"_s, list({text("x"), text("y")})}})},
                 {u"tags"_s, list({text("one"), text("two")})},
                 {u"reviewed"_s, text("2026-11-20")},
                 {u"empty"_s, text("")},
                 {u"page"_s, text("https://a.example")},
                 {u"rows"_s, list({map({{u"k"_s, text("v")}}), map({{u"k"_s, text("w")}})})}}));
    QCOMPARE(outlineOf(document),
             (QStringList{u"h1 T"_s,
                          u"[5x2"_s,
                          u"p Tags"_s,
                          u"|"_s,
                          u"p one    two"_s,
                          u"|"_s,
                          u"p Reviewed on"_s,
                          u"|"_s,
                          u"p 2026-11-20"_s,
                          u"|"_s,
                          u"p Extra key"_s,
                          u"|"_s,
                          u"p A: 1 \u00b7 B: x, y"_s,
                          u"|"_s,
                          u"p Page"_s,
                          u"|"_s,
                          u"p https://a.example"_s,
                          u"|"_s,
                          u"p Rows"_s,
                          u"|"_s,
                          u"p K: v/K: w"_s,
                          u"]"_s}));
    QCOMPARE(linksOf(document).value(u"https://a.example"_s), u"https://a.example"_s);
}

void TestCaseTypesetter::nothingIsLost()
{
    // Fields that have a role but not its shape are facts like any other.
    QTextDocument document;
    typeset(document,
            map({{u"title"_s, text("T")},
                 {u"claims"_s, list({text("words")})},
                 {u"figures"_s, text("many")},
                 {u"sources"_s, text("a book")},
                 {u"related"_s, map({{u"x"_s, text("y")}})},
                 {u"stage"_s, map({{u"z"_s, number(1)}})},
                 {u"organization"_s, map({{u"name"_s, text("N")}})},
                 {u"decision"_s, text("unheard-of")}}));
    const QString words = document.toPlainText();
    for (const QString &word :
         {u"words"_s, u"many"_s, u"a book"_s, u"X: y"_s, u"Z: 1"_s, u"Name: N"_s, u"unheard-of"_s})
        QVERIFY2(words.contains(word), qPrintable(word));
    QTextDocument more;
    typeset(more,
            map({{u"claims"_s,
                  list({map({{u"side"_s, text("for")}, {u"text"_s, text("fast")}, {u"weight"_s, number(3)}})})}}));
    QVERIFY(outlineOf(more).contains(u"p Weight: 3"_s));
    QTextDocument wordless;
    typeset(wordless, map({{u"claims"_s, list({map({{u"side"_s, text("for")}, {u"note"_s, text("odd")}})})}}));
    QVERIFY(outlineOf(wordless).contains(u"p Note: odd"_s));
}

void TestCaseTypesetter::inferredSchema()
{
    auto study = std::make_shared<CaseStudy>();
    study->id = u"a"_s;
    study->title = u"Use one database"_s;
    study->fields = map({{u"status"_s, text("accepted")}, {u"deciders"_s, list({text("A"), text("B")})}});
    const Schema schema = inferSchema({study}, u"x"_s);
    QTextDocument document;
    prepareDocument(&document, m_style, 0);
    CaseTypesetter(schema, m_style)
        .append(QTextCursor(&document), *study, parseMarkdown("# Use one database\n\nWords."));
    QCOMPARE(outlineOf(document),
             (QStringList{u"h1 Use one database"_s, u"[2x2"_s, u"p Status"_s, u"|"_s, u"p accepted"_s, u"|"_s,
                          u"p Deciders"_s, u"|"_s, u"p A, B"_s, u"]"_s, u"p Words."_s}));
}

void TestCaseTypesetter::titleIsNotRepeated()
{
    QTextDocument document;
    typeset(document, map({{u"title"_s, text("T")}}), "# T\n\nwords\n\n# T\n");
    QCOMPARE(outlineOf(document), (QStringList{u"h1 T"_s, u"p words"_s, u"h1 T"_s}));
}

void TestCaseTypesetter::headingOffset()
{
    QTextDocument document;
    typeset(document, map({{u"title"_s, text("T")}, {u"related"_s, list({text("b")})}}), "## W", {.headingOffset = 1});
    QCOMPARE(outlineOf(document), (QStringList{u"h2 T"_s, u"h3 W"_s, u"h3 Related cases"_s, u"p b"_s}));
}

void TestCaseTypesetter::fitsNarrowPages()
{
    QTextDocument document;
    typeset(
        document,
        map({{u"title"_s, text("Supercalifragilisticexpialidocious")},
             {u"claims"_s, list({claim("for", "fast"), claim("against", "slow")})},
             {u"figures"_s, list({map({{u"what"_s, text("W")}, {u"before"_s, number(1)}, {u"after"_s, number(2)}})})},
             {u"sources"_s,
              list({text(
                  "https://a.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")})}}),
        "> ```\n> aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n> "
        "```\n");
    document.setTextWidth(320);
    QVERIFY2(document.documentLayout()->documentSize().width() <= 320,
             qPrintable(QString::number(document.documentLayout()->documentSize().width())));
}

QTEST_MAIN(TestCaseTypesetter)
#include "tst_casetypesetter.moc"
