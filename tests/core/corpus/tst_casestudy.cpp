#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/document/document.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

CaseStudy makeCase(const QByteArray &frontMatter, const QString &id = u"x"_s)
{
    CaseStudy study;
    study.id = id;
    QByteArray file = "---\n";
    file += frontMatter;
    file += "\n---\n";
    study.fields = toValue(Document::parse(file).tree());
    return study;
}

Schema makeSchema()
{
    Schema schema;
    for (const QStringView name : {role::title, role::year, role::claims, role::figures, role::sources, role::from})
        schema.setRole(name.toString(), name.toString());
    return schema;
}

} // namespace

class TestCaseStudy : public QObject {
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void folder_data();
    void folder();
    void year_data();
    void year();
    void claims();
    void figures();
    void sources();
    void otherNames();
};

void TestCaseStudy::texts_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &yaml, const QString &path, const QString &expected) {
        QTest::newRow(name) << yaml << path << expected;
    };
    row("scalar", "a: 1", u"a"_s, u"1"_s);
    row("list", "a: [x, y]", u"a"_s, u"x|y"_s);
    row("each once", "a: [x, y, x]", u"a"_s, u"x|y"_s);
    row("missing", "a: 1", u"b"_s, {});
    row("null", "a:", u"a"_s, {});
    row("part of a record", "a: {b: 1}", u"a.b"_s, u"1"_s);
    row("deeper", "a: {b: {c: 1}}", u"a.b.c"_s, u"1"_s);
    row("part of records", "a: [{b: 1}, {c: 2}, {b: 3}]", u"a.b"_s, u"1|3"_s);
    row("lists in records", "a: [{b: [1, 2]}, {b: 3}, {b: [1]}]", u"a.b"_s, u"1|2|3"_s);
    row("records in records", "a: [{b: [{c: 1}, {c: 2}]}, {b: {c: 3}}]", u"a.b.c"_s, u"1|2|3"_s);
    row("part of a scalar", "a: 1", u"a.b"_s, {});
    row("a key with a dot goes first", "{a.b: 1, a: {b: 2}}", u"a.b"_s, u"1"_s);
    row("a map as such has no text", "a: {b: 1}", u"a"_s, {});
    row("empty parts", "a: [{b: }, {b: ''}]", u"a.b"_s, {});
}

void TestCaseStudy::texts()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const CaseStudy study = makeCase(yaml);
    QCOMPARE(textsAt(study, path).join(u'|'), expected);
    QCOMPARE(hasValueAt(study.fields, path), !valueAt(study.fields, path).isEmpty());
    if (!expected.isEmpty())
        QVERIFY(hasValueAt(study.fields, path));
}

void TestCaseStudy::folder_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u"a"_s << QByteArray() << QString();
    QTest::newRow("one") << u"adr/a"_s << QByteArray() << u"adr"_s;
    QTest::newRow("two") << u"notes/daily/a"_s << QByteArray() << u"notes/daily"_s;
    QTest::newRow("a key of that name") << u"adr/a"_s << QByteArray("folder: mine") << u"mine"_s;
}

void TestCaseStudy::folder()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, yaml);
    QTEST(textsAt(makeCase(yaml, id), folderField).join(u'|'), "expected");
}

void TestCaseStudy::year_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("expected");
    QTest::newRow("integer") << QByteArray("year: 2020") << 2020;
    QTest::newRow("quoted") << QByteArray("year: '2020'") << 2020;
    QTest::newRow("a date") << QByteArray("year: 2020-05-01") << 2020;
    QTest::newRow("none") << QByteArray("title: x") << 0;
    QTest::newRow("a word") << QByteArray("year: soon") << 0;
    QTest::newRow("too small") << QByteArray("year: 20") << 0;
    QTest::newRow("a list") << QByteArray("year: [2020, 2021]") << 2020;
}

void TestCaseStudy::year()
{
    QFETCH(QByteArray, yaml);
    QTEST(yearOf(makeCase(yaml), makeSchema()), "expected");
}

void TestCaseStudy::claims()
{
    const CaseStudy study =
        makeCase("claims:\n  - {side: for, reason: latency, text: Fast., source: 2}\n"
                 "  - {side: against}\n  - text\n  - {source: -1}\n  - {source: '3'}\n  - {source: x}");
    const QList<Claim> claims = claimsOf(study, makeSchema());
    QCOMPARE(claims.size(), 6);
    QCOMPARE(claims.at(0).side, u"for"_s);
    QCOMPARE(claims.at(0).reason, u"latency"_s);
    QCOMPARE(claims.at(0).text, u"Fast."_s);
    QCOMPARE(claims.at(0).source, 2);
    QCOMPARE(claims.at(1).source, 0);
    QCOMPARE(claims.at(3).source, 0);
    QCOMPARE(claims.at(4).source, 3);
    QCOMPARE(claims.at(5).source, 0);
    QVERIFY(claimsOf(study, Schema()).isEmpty());
}

void TestCaseStudy::figures()
{
    const QList<Figure> figures =
        figuresOf(makeCase("figures: {what: pause, before: 10.5, after: none, unit: ms}"), makeSchema());
    QCOMPARE(figures.size(), 1); // a single map is a list of one
    QCOMPARE(figures.at(0).before.toNumber(), 10.5);
    QCOMPARE(figures.at(0).after.toText(), u"none"_s);
    QCOMPARE(figures.at(0).unit, u"ms"_s);
}

void TestCaseStudy::sources()
{
    const QList<Source> sources =
        sourcesOf(makeCase("sources:\n  - https://a.example/\n  - {title: T, url: https://b.example/, year: 2020, "
                           "kind: talk, relation: first-party}"),
                  makeSchema());
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources.at(0).url, u"https://a.example/"_s);
    QCOMPARE(sources.at(0).title, u"https://a.example/"_s);
    QCOMPARE(sources.at(1).title, u"T"_s);
    QCOMPARE(sources.at(1).year, 2020);
    QCOMPARE(sources.at(1).relation, u"first-party"_s);
}

void TestCaseStudy::otherNames()
{
    Schema schema;
    schema.setRole(u"claims"_s, u"arguments"_s);
    schema.setRole(u"claims.side"_s, u"stance"_s);
    const QList<Claim> claims = claimsOf(makeCase("arguments: [{stance: against, text: Slow.}]"), schema);
    QCOMPARE(claims.size(), 1);
    QCOMPARE(claims.at(0).side, u"against"_s);
    QCOMPARE(claims.at(0).text, u"Slow."_s);
}

QTEST_GUILESS_MAIN(TestCaseStudy)
#include "tst_casestudy.moc"
