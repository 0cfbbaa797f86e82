#include "core/exporters/textcase.h"
#include "core/exporters/textlist.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestTextExport : public QObject {
    Q_OBJECT

private slots:
    void makesLinesPlain_data();
    void makesLinesPlain();
    void keepsLineEndsInText();
    void stylesOnlyOnRequest();
    void writesPlaces_data();
    void writesPlaces();
    void listsAGroup();
    void writesTableRows();
    void writesFacets();
    void writesACase();
};

namespace {

Field field(const QString &id, FieldType type, const QString &label = {})
{
    Field made;
    made.id = id;
    made.label = label.isEmpty() ? labelFromId(id) : label;
    made.type = type;
    return made;
}

Schema sampleSchema()
{
    Schema schema;
    schema.fields = {field(u"title"_s, FieldType::Text),      field(u"organization"_s, FieldType::Text),
                     field(u"decision"_s, FieldType::Choice), field(u"from"_s, FieldType::List),
                     field(u"to"_s, FieldType::List),         field(u"year"_s, FieldType::Year),
                     field(u"claims"_s, FieldType::Records),  field(u"sources"_s, FieldType::Records)};
    schema.fields[6].fields = {field(u"side"_s, FieldType::Choice), field(u"reason"_s, FieldType::Choice)};
    schema.fields[6].fields[0].vocabulary = {{u"for"_s, u"In favour"_s, {}}};
    schema.groups = {{u"yes"_s, u"Said yes"_s, {}, u"blue"_s}};
    for (const QStringView name :
         {role::title, role::organization, role::from, role::to, role::year, role::claims, role::sources})
        schema.setRole(name.toString(), name.toString());
    schema.setRole(role::group.toString(), u"decision"_s);
    return schema;
}

CaseStudyPtr sampleCase(const QString &id, Value::Map fields, Problems problems = {})
{
    auto study = std::make_shared<CaseStudy>();
    study->id = id;
    study->path = u"cases/"_s + id + u".md"_s;
    study->fields = Value(std::move(fields));
    study->title = study->fields[u"title"].toText();
    study->problems = std::move(problems);
    return study;
}

Value texts(const QStringList &items)
{
    Value::List list;
    for (const QString &item : items)
        list.push_back(Value(item));
    return Value(std::move(list));
}

Corpus sampleCorpus()
{
    Corpus corpus({}, sampleSchema(), {});
    corpus.add({sampleCase(u"one"_s,
                           {{u"title"_s, Value(u"First\tthing\x1b[31m"_s)},
                            {u"organization"_s, Value(u"Acme"_s)},
                            {u"decision"_s, Value(u"yes"_s)},
                            {u"from"_s, texts({u"C"_s, u"Go"_s})},
                            {u"to"_s, texts({u"Rust"_s})},
                            {u"year"_s, Value(qint64(2020))}}),
                sampleCase(u"longer-id"_s, {{u"title"_s, Value(u"Second"_s)}, {u"from"_s, texts({u"C"_s})}},
                           {{Severity::Error, 3, 1, u"Broken\nhere."_s}, {Severity::Warning, 4, 1, u"Odd."_s}})});
    return corpus;
}

} // namespace

void TestTextExport::makesLinesPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"Grüße 世界 \U0001f980"_s << u"Grüße 世界 \U0001f980"_s;
    QTest::newRow("line ends and tabs") << u"a\nb\tc\r\nd"_s << u"a b c d"_s;
    QTest::newRow("escape sequence") << u"\x1b[2Ja"_s << u"\ufffd[2Ja"_s;
    QTest::newRow("C1 control") << u"\u009b2Ja"_s << u"\ufffd2Ja"_s;
    QTest::newRow("turned writing") << u"a\u202eb\u2066"_s << u"a\ufffdb\ufffd"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\ufffdb"_s;
}

void TestTextExport::makesLinesPlain()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(plainLine(text), expected);
}

void TestTextExport::keepsLineEndsInText()
{
    QCOMPARE(plainText(u"a\r\n\tb\rc\n"_s), u"a\n\tb\ufffdc\n"_s);
}

void TestTextExport::stylesOnlyOnRequest()
{
    QCOMPARE(TextStyle().bold(u"a"_s), u"a"_s);
    QCOMPARE(TextStyle().heading(u"a"_s, u"blue"_s), u"a"_s);
    QCOMPARE(TextStyle(true).bold(u"a"_s), u"\x1b[1ma\x1b[0m"_s);
    QCOMPARE(TextStyle(true).bold(QString()), QString());
    QCOMPARE(TextStyle(true).heading(u"a"_s, u"blue"_s), u"\x1b[1;34ma\x1b[0m"_s);
    QCOMPARE(TextStyle(true).heading(u"a"_s, u"no such"_s), u"\x1b[1ma\x1b[0m"_s);
}

void TestTextExport::writesPlaces_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("line and column") << 3 << 7 << u"cases/a.md:3:7: error: It is odd.\n"_s;
    QTest::newRow("line alone") << 3 << 0 << u"cases/a.md:3: error: It is odd.\n"_s;
    QTest::newRow("the file as such") << 0 << 0 << u"cases/a.md: error: It is odd.\n"_s;
}

void TestTextExport::writesPlaces()
{
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, expected);
    QCOMPARE(fileProblemLine({u"cases/a.md"_s, {Severity::Error, line, column, u"It is\nodd."_s}}, TextStyle()),
             expected);
}

void TestTextExport::listsAGroup()
{
    const Corpus corpus = sampleCorpus();
    ResultGroup group;
    group.label = u"Said yes"_s;
    group.rows = {0, 1};
    const QString expected = u"Said yes (2)\n"
                             u"  one        Acme · First thing\ufffd[31m · C, Go → Rust · 2020\n"
                             u"  longer-id  Second · from C\n"
                             u"             error: line 3: Broken here.\n"_s;
    QCOMPARE(groupText(corpus, group, 9, TextStyle()), expected);
    SearchResult result;
    result.order = {0, 1};
    QCOMPARE(idWidthOf(corpus, result), 9);
}

void TestTextExport::writesTableRows()
{
    const Corpus corpus = sampleCorpus();
    const qsizetype columns = tableHeading().split(u'\t').size();
    QCOMPARE(tableRow(corpus, *corpus.at(0)),
             u"one\tFirst thing\ufffd[31m\tAcme\tyes\tC, Go\tRust\t2020\tcases/one.md\t0\n"_s);
    QCOMPARE(tableRow(corpus, *corpus.at(1)), u"longer-id\tSecond\t\t\tC\t\t\tcases/longer-id.md\t2\n"_s);
    QCOMPARE(tableRow(corpus, *corpus.at(1)).split(u'\t').size(), columns);
}

void TestTextExport::writesFacets()
{
    const Facet decision{u"decision"_s,
                         u"Decision"_s,
                         FieldType::Choice,
                         {{u"yes"_s, u"Said yes"_s, 12, FacetState::Off}, {u"no"_s, u"no"_s, 0, FacetState::Off}},
                         false};
    QCOMPARE(facetsText({decision}, TextStyle()), u"Decision (decision)\n     12  Said yes (yes)\n      0  no\n"_s);
    QCOMPARE(facetsText({}, TextStyle()), QString());
}

void TestTextExport::writesACase()
{
    const Value claim(Value::Map{{u"side"_s, Value(u"for"_s)},
                                 {u"reason"_s, Value(u"latency"_s)},
                                 {u"text"_s, Value(u"Quick."_s)},
                                 {u"source"_s, Value(qint64(1))}});
    const Value source(Value::Map{
        {u"title"_s, Value(u"Why"_s)}, {u"url"_s, Value(u"https://example.org/"_s)}, {u"year"_s, Value(qint64(2019))}});
    Corpus corpus({}, sampleSchema(), {});
    corpus.add({sampleCase(u"one"_s,
                           {{u"odd"_s, Value(Value::Map{{u"a"_s, Value(qint64(1))}})},
                            {u"title"_s, Value(u"First"_s)},
                            {u"decision"_s, Value(u"yes"_s)},
                            {u"claims"_s, Value(Value::List{claim})},
                            {u"sources"_s, Value(Value::List{source})}},
                           {{Severity::Error, 3, 1, u"Broken."_s}})});
    const QString expected = u"First\ncases/one.md\n\n"
                             u"Decision  Said yes\nOdd       A 1\n\n"
                             u"Problems\n- error: line 3: Broken.\n\n"
                             u"In favour\n- latency: Quick. [1]\n\n"
                             u"Sources\n[1] Why · 2019\n    https://example.org/\n\n"
                             u"## What\n\nText\n"_s;
    QCOMPARE(caseText(corpus, *corpus.at(0), u"\n## What\r\n\r\nText\n\n"_s, TextStyle()), expected);
}

QTEST_GUILESS_MAIN(TestTextExport)
#include "tst_textexport.moc"
