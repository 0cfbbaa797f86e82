#include "core/corpus/schema.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

Field makeField(const QString &id, FieldType type = FieldType::Text, bool facet = false)
{
    Field field;
    field.id = id;
    field.label = labelFromId(id);
    field.type = type;
    field.facet = facet;
    return field;
}

Schema makeSchema()
{
    Schema schema;
    Field decision = makeField(u"decision"_s, FieldType::Choice, true);
    decision.vocabulary = {{u"adopting"_s, u"Adopting it"_s, {}}, {u"other"_s, u"Other"_s, {}}};
    Field claims = makeField(u"claims"_s, FieldType::Records, true);
    claims.fields = {makeField(u"reason"_s, FieldType::Choice, true), makeField(u"text"_s)};
    schema.fields = {makeField(u"title"_s), decision, claims, makeField(u"a.b"_s, FieldType::Year, true)};
    schema.groups = {{u"adopting"_s, u"Adopters"_s, {}, {}}};
    schema.setRole(u"group"_s, u"decision"_s);
    return schema;
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void fields_data();
    void fields();
    void facetPaths();
    void roles();
    void valueLabels();
    void labels_data();
    void labels();
    void equality();
};

void TestSchema::fields_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("label"); // "" where there is no field
    QTest::newRow("a field") << u"title"_s << u"Title"_s;
    QTest::newRow("a part") << u"claims.reason"_s << u"Reason"_s;
    QTest::newRow("a key with a dot") << u"a.b"_s << u"B"_s;
    QTest::newRow("no such field") << u"year"_s << QString();
    QTest::newRow("no such part") << u"claims.year"_s << QString();
    QTest::newRow("a part of what has none") << u"title.x"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("a dot") << u"."_s << QString();
}

void TestSchema::fields()
{
    const Schema schema = makeSchema();
    QFETCH(QString, path);
    const Field *field = schema.field(path);
    QTEST(field ? field->label : QString(), "label");
}

void TestSchema::facetPaths()
{
    Schema schema = makeSchema();
    QCOMPARE(schema.facetPaths(), (QStringList{u"decision"_s, u"claims.reason"_s, u"a.b"_s}));
    Field computed;
    computed.id = u"c"_s;
    computed.facet = true;
    Field other;
    other.id = u"no-facet"_s;
    schema.computed = {computed, other};
    QCOMPARE(schema.facetPaths(), (QStringList{u"decision"_s, u"c"_s, u"claims.reason"_s, u"a.b"_s}));
    QVERIFY(schema.isComputed(u"c"));
    QVERIFY(schema.field(u"no-facet"));
    QVERIFY(!schema.isComputed(u"decision"));
    schema.fields.clear();
    QCOMPARE(schema.facetPaths(), QStringList(u"c"_s));
}

void TestSchema::roles()
{
    Schema schema = makeSchema();
    QCOMPARE(schema.fieldOf(role::group), u"decision"_s);
    QCOMPARE(schema.roleField(role::group)->id, u"decision"_s);
    QVERIFY(schema.fieldOf(role::year).isEmpty());
    QVERIFY(!schema.roleField(role::year));
    QCOMPARE(schema.partOf(role::claims, u"side"), u"side"_s);
    schema.setRole(u"claims.side"_s, u"stance"_s);
    QCOMPARE(schema.partOf(role::claims, u"side"), u"stance"_s);
}

void TestSchema::valueLabels()
{
    const Schema schema = makeSchema();
    QCOMPARE(schema.valueLabel(u"decision", u"adopting"_s), u"Adopters"_s); // the group's before the term's
    QCOMPARE(schema.valueLabel(u"decision", u"other"_s), u"Other"_s);
    QCOMPARE(schema.valueLabel(u"decision", u"new"_s), u"new"_s);
    QCOMPARE(schema.valueLabel(u"nothing", u"x"_s), u"x"_s);
    QCOMPARE(schema.fieldLabel(u"claims.reason"), u"Reason"_s);
    QCOMPARE(schema.fieldLabel(u"un-known"), u"Un known"_s);
}

void TestSchema::labels_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("label");
    QTest::newRow("dashes") << u"from-language"_s << u"From language"_s;
    QTest::newRow("underscores") << u"due_date"_s << u"Due date"_s;
    QTest::newRow("part") << u"claims.reason"_s << u"Reason"_s;
    QTest::newRow("umlaut") << u"ärger"_s << u"Ärger"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestSchema::labels()
{
    QFETCH(QString, id);
    QTEST(labelFromId(id), "label");
}

void TestSchema::equality()
{
    Schema other = makeSchema();
    QVERIFY(other == makeSchema());
    other.fields[2].fields[0].facet = false;
    QVERIFY(other != makeSchema());
    other = makeSchema();
    other.setRole(u"year"_s, u"a.b"_s);
    QVERIFY(other != makeSchema());
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
