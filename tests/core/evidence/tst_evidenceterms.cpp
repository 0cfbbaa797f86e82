#include "core/corpus/schemareader.h"
#include "core/evidence/evidencefields.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fields = "fields:\n"
                          "  stage: {type: choice, vocabulary: [done, planned]}\n"
                          "  sources: {type: records, fields: {relation: {vocabulary: [ours, theirs]}, kind: {}}}\n";

QString printProblems(const SchemaResult &result)
{
    QStringList lines;
    for (const Problem &problem : result.problems)
        lines.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' ' + problem.message);
    return lines.join(u'\n');
}

/// Which of the two that tell of evidence.
QString computedIn(const QByteArray &yaml)
{
    QStringList ids;
    const Schema schema = readSchema(yaml).schema;
    for (const Field &field : schema.computed) {
        if (field.id == evidenceField || field.id == weakenedField)
            ids.append(field.id);
    }
    return ids.join(u' ');
}

} // namespace

class TestEvidenceTerms : public QObject {
    Q_OBJECT

private slots:
    void reads();
    void defaults();
    void complaints_data();
    void complaints();
    void fieldsWhereTheyMakeSense_data();
    void fieldsWhereTheyMakeSense();
    void looksLikeAnyField();
};

void TestEvidenceTerms::reads()
{
    const SchemaResult result = readSchema(
        fields
        + "evidence: {first-party: [ours], third-party: theirs, hypothetical: planned, interested: [], years: 3}");
    QCOMPARE(printProblems(result), QString());
    const EvidenceTerms &terms = result.schema.evidence;
    QCOMPARE(terms.firstParty, QStringList(u"ours"_s));
    QCOMPARE(terms.thirdParty, QStringList(u"theirs"_s));
    QCOMPARE(terms.hypothetical, QStringList(u"planned"_s));
    QCOMPARE(terms.interested, QStringList());
    QCOMPARE(terms.years, 3);
}

void TestEvidenceTerms::defaults()
{
    QCOMPARE(readSchema(fields).schema.evidence, EvidenceTerms());
    QCOMPARE(readSchema(fields + "evidence:\n").schema.evidence, EvidenceTerms());
    const EvidenceTerms terms = readSchema(fields + "evidence: {years: 2}").schema.evidence;
    QCOMPARE(terms.years, 2);
    QCOMPARE(terms.interested, EvidenceTerms().interested);
}

void TestEvidenceTerms::complaints_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *yaml, const char *expected) {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(expected);
    };
    row("a list", "evidence: [ours]", "4:11 \"evidence\" must map first-party, hypothetical and so on to values.");
    row("a relation that is none", "evidence: {first-party: [ours, us]}",
        "4:32 \"us\" is not a value of \"relation\".");
    row("a stage that is none", "evidence: {hypothetical: dreamt}", "4:26 \"dreamt\" is not a value of \"stage\".");
    row("any kind, for want of a vocabulary", "evidence: {interested: whatever}", "");
    row("an empty value", "evidence: {interested: ['']}", "4:25 \"\" is not a value of \"kind\".");
    row("a map", "evidence: {interested: {a: b}}", "4:24 \"interested\" must be a value or a list of values.");
    row("no years", "evidence: {years: 0}", "4:19 \"years\" must be a whole number of years, 1 or more.");
    row("years in words", "evidence: {years: five}", "4:19 \"years\" must be a whole number of years, 1 or more.");
}

void TestEvidenceTerms::complaints()
{
    QFETCH(QByteArray, yaml);
    QTEST(printProblems(readSchema(fields + yaml)), "expected");
}

void TestEvidenceTerms::fieldsWhereTheyMakeSense_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *yaml, const char *expected) {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(expected);
    };
    row("sources that tell their relation", fields.constData(), "evidence weakened");
    row("no fields", "name: x", "");
    row("sources as a list of addresses", "fields: {sources: {type: list}}", "");
    row("sources of no known relation", "fields: {sources: {type: records, fields: {url: {type: url}}}}", "");
    row("under other names",
        "roles: {sources: {field: pages, relation: whose}}\n"
        "fields: {pages: {type: records, fields: {whose: }}}",
        "evidence weakened");
    row("a role on another field",
        "roles: {sources: pages}\n"
        "fields: {pages: {type: records, fields: {whose: }}}",
        "");
    row("a field of the corpus goes before",
        "fields: {evidence: {type: text}, sources: {type: records, fields: {relation: }}}", "weakened");
}

void TestEvidenceTerms::fieldsWhereTheyMakeSense()
{
    QFETCH(QByteArray, yaml);
    QTEST(computedIn(yaml), "expected");
}

void TestEvidenceTerms::looksLikeAnyField()
{
    const Schema schema = readSchema(fields).schema;
    QVERIFY(schema.isComputed(evidenceField));
    QVERIFY(!schema.isComputed(u"stage"));
    const Field *field = schema.field(evidenceField);
    QVERIFY(field);
    QCOMPARE(field->label, u"Evidence"_s);
    QCOMPARE(schema.valueLabel(evidenceField, u"first-hand"_s), u"First-hand"_s);
    QCOMPARE(schema.valueLabel(weakenedField, u"interested"_s), u"Interested source"_s);
    QVERIFY(schema.facetPaths().contains(evidenceField));
    QVERIFY(!schema.facetPaths().contains(weakenedField));
    for (const Field &written : schema.fields)
        QVERIFY(written.id != evidenceField);
}

QTEST_GUILESS_MAIN(TestEvidenceTerms)
#include "tst_evidenceterms.moc"
