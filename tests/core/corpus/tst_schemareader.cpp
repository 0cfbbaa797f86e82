#include "core/corpus/schemareader.h"

#include <QFile>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QString problemsOf(const SchemaResult &result)
{
    QStringList lines;
    for (const Problem &problem : result.problems)
        lines.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' ' + problem.message);
    return lines.join(u'\n');
}

} // namespace

class TestSchemaReader : public QObject {
    Q_OBJECT

private slots:
    void readsEverything();
    void defaults();
    void everyType();
    void roles();
    void complaints_data();
    void complaints();
    void theBundledCorpus();
};

void TestSchemaReader::readsEverything()
{
    const SchemaResult result = readSchema("\xEF\xBB\xBF"
                                           R"(name: Cases
subject: Rust
description: >
  Two
  lines.
roles: {group: decision, claims: {field: arguments, side: stance}}
groups:
  - {value: adopting, label: Adopters, description: Those who do., color: teal}
  - value: against-it
fields:
  title: {type: text, required: true}
  decision: {type: choice, label: What, facet: true, vocabulary: decisions}
  arguments:
    type: records
    fields:
      stance: {type: choice, vocabulary: [for, {id: against, label: Contra}]}
vocabularies:
  decisions: [adopting, {id: against-it, definition: No.}]
)");
    QCOMPARE(problemsOf(result), QString());
    QVERIFY(result.valid);
    const Schema &schema = result.schema;
    QVERIFY(!schema.inferred);
    QCOMPARE(schema.name, u"Cases"_s);
    QCOMPARE(schema.subject, u"Rust"_s);
    QCOMPARE(schema.description, u"Two lines."_s);
    QCOMPARE(schema.groups,
             (QList<Group>{{u"adopting"_s, u"Adopters"_s, u"Those who do."_s, u"teal"_s},
                           {u"against-it"_s, u"Against it"_s, {}, {}}}));
    QCOMPARE(schema.fields.size(), 3);
    QVERIFY(schema.field(u"title")->required && !schema.field(u"title")->facet);
    QCOMPARE(schema.field(u"decision")->label, u"What"_s);
    QCOMPARE(schema.field(u"decision")->vocabulary,
             (QList<Term>{{u"adopting"_s, u"Adopting"_s, {}}, {u"against-it"_s, u"Against it"_s, u"No."_s}}));
    QCOMPARE(schema.field(u"arguments.stance")->term(u"against")->label, u"Contra"_s);
    QCOMPARE(schema.fieldOf(role::title), u"title"_s); // by its name
    QCOMPARE(schema.fieldOf(role::claims), u"arguments"_s);
    QCOMPARE(schema.partOf(role::claims, u"side"), u"stance"_s);
    QCOMPARE(schema.partOf(role::claims, u"reason"), u"reason"_s);
}

void TestSchemaReader::defaults()
{
    const SchemaResult result = readSchema("fields:\n  release-notes:\n  tags: {}\n");
    QCOMPARE(problemsOf(result), QString());
    const Field notes = result.schema.fields.value(0);
    QCOMPARE(notes.type, FieldType::Text);
    QCOMPARE(notes.label, u"Release notes"_s);
    QVERIFY(!notes.required && !notes.facet && notes.vocabulary.isEmpty());
}

void TestSchemaReader::everyType()
{
    for (const char *name : {"text", "choice", "list", "year", "number", "date", "url", "record", "records"}) {
        const SchemaResult result = readSchema(QByteArray("fields: {f: {type: ") + name + "}}");
        QCOMPARE(problemsOf(result), QString());
        QCOMPARE(fieldTypeName(result.schema.fields.value(0).type), QString::fromLatin1(name));
    }
}

void TestSchemaReader::roles()
{
    const SchemaResult result = readSchema("fields: {title: {}, heading: {}, when: {type: year}}\n"
                                           "roles: {title: heading, year: when}\n");
    QCOMPARE(result.schema.fieldOf(role::title), u"heading"_s); // what is said goes before the name
    QCOMPARE(result.schema.fieldOf(role::year), u"when"_s);
}

void TestSchemaReader::complaints_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected"); // the start of each problem
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const QByteArray &yaml, const QString &expected, bool valid = true) {
        QTest::newRow(name) << yaml << expected << valid;
    };
    row("empty", "", u"1:1 This is not a corpus description"_s, false);
    row("a comment alone", "# later\n", u"1:1 This is not a corpus description"_s, false);
    row("a list", "# x\n- a\n", u"2:1 This is not a corpus description"_s, false);
    row("a text", "hello\n", u"1:1 This is not a corpus description"_s, false);
    row("not YAML", "name: x\nfields: {\n", u"3:1 The YAML is not valid"_s, false);
    row("not UTF-8", "name: \xFF\n", u"1:7 Byte 0xFF"_s, false);
    row("a control character", "name: x\nsubject: \x01\n", u"2:10 The control character U+0001"_s, false);
    row("a key twice", "name: x\nname: y\n", u"2:1 The key \"name\" stands twice"_s);
    row("fields as a list", "fields:\n  - title\n", u"2:3 \"fields\" must map"_s);
    row("a field as a text", "fields:\n  title: text\n", u"2:10 The field \"title\" must say"_s);
    row("a field twice", "fields:\n  a: {type: year}\n  a: {type: date}\n", u"3:3 The key \"a\" stands twice"_s);
    row("an unknown type", "fields:\n  a: {type: string}\n", u"2:13 \"string\" is not a type of field"_s);
    row("a type that is a list", "fields:\n  a: {type: [text]}\n", u"2:13 \"\" is not a type of field"_s);
    row("yes is not true", "fields:\n  a: {required: yes, facet: no}\n",
        u"2:17 \"required\" must be true or false\n2:29 \"facet\" must be true or false"_s);
    row("an unknown vocabulary", "fields:\n  a:\n    vocabulary: colours\n",
        u"3:17 There is no vocabulary \"colours\""_s);
    row("a vocabulary that is a map", "fields:\n  a:\n    vocabulary: {b: c}\n", u"3:17 There is no vocabulary \"\""_s);
    row("parts as a list", "fields:\n  a:\n    type: record\n    fields: [x]\n", u"4:13 \"fields\" must map"_s);
    row("vocabularies as a list", "vocabularies: [a]\n", u"1:15 \"vocabularies\" must map"_s);
    row("a vocabulary as a text", "vocabularies:\n  a: b\n", u"2:6 The vocabulary \"a\" must be a list"_s);
    row("a term without an id", "vocabularies:\n  a:\n    - x\n    - {label: Y}\n",
        u"4:7 A term of a vocabulary needs"_s);
    row("an empty term", "vocabularies:\n  a:\n    - x\n    -\n", u"4:6 A term of a vocabulary needs"_s);
    row("groups as a map", "groups: {a: b}\n", u"1:9 \"groups\" must be a list"_s);
    row("a group without a value", "groups:\n  - label: X\n", u"2:5 A group needs a \"value\""_s);
    row("a group as a text", "groups:\n  - x\n", u"2:5 A group needs a \"value\""_s);
    row("an unknown color", "groups:\n  - {value: a, color: mauve}\n", u"2:23 \"mauve\" is not a color"_s);
    row("roles as a list", "roles: [title]\n", u"1:8 \"roles\" must map"_s);
    row("an unknown role", "fields: {a: }\nroles:\n  yaer: a\n", u"3:3 \"yaer\" is not a role"_s);
    row("a role of no field", "roles:\n  title: heading\n", u"2:10 The role \"title\" names a field \"heading\""_s);
    row("an empty role, said at its own line", "roles:\n  title:\n", u"2:9 The role \"title\" names a field \"\""_s);
    row("a role of a part", "fields: {a: {fields: {b: }}}\nroles:\n  year: a.b\n",
        u"3:9 The role \"year\" names a field \"a.b\""_s);
    row("a role with parts, of no field", "roles:\n  claims: {field: x}\n",
        u"2:19 The role \"claims\" names a field \"x\""_s);
    row("in the order of lines", "roles: {x: y}\nfields: []\ngroups: z\nvocabularies: w\n",
        u"1:9 \"x\" is not\n2:9 \"fields\"\n3:9 \"groups\"\n4:15 \"vocabularies\""_s);
    row("positions after multi-byte text and CR LF", "name: \xC3\xA4\r\nfields: {\xC3\xA4: {type: x}}\r\n",
        u"2:20 \"x\" is not a type"_s);
}

void TestSchemaReader::complaints()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, expected);
    const SchemaResult result = readSchema(yaml);
    QTEST(result.valid, "valid");
    const QStringList starts = expected.split(u'\n');
    const QStringList found = problemsOf(result).split(u'\n');
    QCOMPARE(found.size(), starts.size());
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(found.at(i).startsWith(starts.at(i)), qPrintable(found.at(i)));
}

void TestSchemaReader::theBundledCorpus()
{
    QFile file(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust/corpus.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const SchemaResult result = readSchema(file.readAll());
    QCOMPARE(problemsOf(result), QString());
    QCOMPARE(result.schema.groups.size(), 3);
    QCOMPARE(result.schema.fieldOf(role::group), u"decision"_s);
}

QTEST_GUILESS_MAIN(TestSchemaReader)
#include "tst_schemareader.moc"
