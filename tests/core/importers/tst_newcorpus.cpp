#include "core/corpus/schemareader.h"
#include "core/importers/newcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestNewCorpus : public QObject {
    Q_OBJECT

private slots:
    void hasEveryRole();
    void hasTheDocumentsGroups();
    void keepsAwkwardWords();
    void takesOverASchema();
};

void TestNewCorpus::hasEveryRole()
{
    const SchemaResult result = readSchema(newCorpusText(ImportedDocument(), u"tales"_s));
    QVERIFY2(result.problems.isEmpty(), qPrintable(result.problems.value(0).message));
    QCOMPARE(result.schema.name, u"tales"_s);
    for (const QStringView name : {role::title, role::organization, role::from, role::to, role::year, role::stage,
                                   role::claims, role::sources, role::tags, role::reviewed})
        QVERIFY2(!result.schema.fieldOf(name).isEmpty(), qPrintable(name.toString()));
    QVERIFY(result.schema.fieldOf(role::group).isEmpty());
    QVERIFY(result.schema.field(u"imported"));
    QCOMPARE(result.schema.evidence.interested, QStringList(u"vendor-blog"_s));
}

void TestNewCorpus::hasTheDocumentsGroups()
{
    ImportedDocument document;
    document.groups = {{u"Moved to Zest"_s, u"from elsewhere"_s}, {u"Left it"_s, {}}};
    const Schema schema = readSchema(newCorpusText(document, u"x"_s)).schema;
    QCOMPARE(schema.groups.size(), 2);
    QCOMPARE(schema.groups.at(0).value, u"moved-to-zest"_s);
    QCOMPARE(schema.groups.at(0).description, u"from elsewhere"_s);
    QCOMPARE(schema.fieldOf(role::group), u"group"_s);
}

void TestNewCorpus::keepsAwkwardWords()
{
    ImportedDocument document;
    document.name = u"Yes: \"no\" # → \\ {a}"_s;
    document.description = u"- not: a list"_s;
    document.groups = {{u"null"_s, u"[a, b]: \"c\""_s}};
    const SchemaResult result = readSchema(newCorpusText(document, u"x"_s));
    QVERIFY(result.problems.isEmpty());
    QCOMPARE(result.schema.name, document.name);
    QCOMPARE(result.schema.description, document.description);
    QCOMPARE(result.schema.groups.first().label, u"null"_s);
    QCOMPARE(result.schema.groups.first().description, document.groups.first().description);
}

void TestNewCorpus::takesOverASchema()
{
    Schema schema;
    Field side;
    side.id = u"stance"_s;
    side.label = u"Stance"_s;
    side.type = FieldType::Choice;
    side.vocabulary = {{u"for"_s, u"For it"_s, u"It speaks: for"_s}};
    side.facet = true;
    Field arguments;
    arguments.id = u"arguments"_s;
    arguments.label = u"Arguments"_s;
    arguments.type = FieldType::Records;
    arguments.fields = {side};
    Field name;
    name.id = u"name"_s;
    name.label = u"Name"_s;
    name.required = true;
    schema.fields = {name, arguments};
    schema.setRole(u"title"_s, u"name"_s);
    schema.setRole(u"claims"_s, u"arguments"_s);
    schema.setRole(u"claims.side"_s, u"stance"_s);
    schema.subject = u"Zest"_s;
    schema.groups = {{u"in"_s, u"In"_s, {}, u"teal"_s}};
    ImportedDocument document;
    document.schema = schema;
    const SchemaResult result = readSchema(newCorpusText(document, u"x"_s));
    QVERIFY(result.problems.isEmpty());
    QCOMPARE(result.schema.fieldOf(role::title), u"name"_s);
    QCOMPARE(result.schema.fieldOf(role::claims), u"arguments"_s);
    QCOMPARE(result.schema.partOf(role::claims, u"side"), u"stance"_s);
    QCOMPARE(result.schema.fields.mid(0, 2), schema.fields);
    QCOMPARE(result.schema.subject, schema.subject);
    QCOMPARE(result.schema.groups, schema.groups);
}

QTEST_GUILESS_MAIN(TestNewCorpus)
#include "tst_newcorpus.moc"
