#include "core/corpus/inference.h"
#include "core/corpus/schemareader.h"
#include "core/document/document.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

CaseStudyPtr makeCase(const QString &id, const QByteArray &frontMatter)
{
    auto study = std::make_shared<CaseStudy>();
    study->id = id;
    QByteArray file = "---\n";
    file += frontMatter;
    file += "\n---\n";
    study->fields = toValue(Document::parse(file).tree());
    return study;
}

/// Each field as `id type`, with `*` where it is a facet; parts in parentheses.
QString print(const QList<Field> &fields)
{
    QStringList parts;
    for (const Field &field : fields) {
        QString text = field.id + u' ' + fieldTypeName(field.type) + (field.facet ? u"*"_s : QString());
        if (!field.fields.isEmpty())
            text += u" ("_s + print(field.fields) + u')';
        parts.append(text);
    }
    return parts.join(u", "_s);
}

} // namespace

class TestInference : public QObject {
    Q_OBJECT

private slots:
    void empty();
    void technologyRadar();
    void decisionRecords();
    void vault();
    void types_data();
    void types();
    void groups_data();
    void groups();
    void whatGroupsIsAFacet();
    void thousandsOfKeys();
    void theOrderOfCasesDecidesNothingElse();
};

void TestInference::empty()
{
    const Schema schema = inferSchema({}, u"notes"_s);
    QCOMPARE(schema.name, u"notes"_s);
    QVERIFY(schema.inferred);
    QVERIFY(schema.fields.isEmpty());
    QVERIFY(schema.fieldOf(role::group).isEmpty());
}

void TestInference::technologyRadar()
{
    const Schema schema = inferSchema(
        {
            makeCase(u"2024-01/rust"_s, "title: Rust\nring: adopt\nquadrant: languages\ntags: [systems]"),
            makeCase(u"2024-01/go"_s, "title: Go\nring: hold\nquadrant: languages\ntags: [backend]"),
            makeCase(u"2024-06/rust"_s,
                     "title: Rust\nring: adopt\nquadrant: languages\nfeatured: false\ntags: [systems]"),
            makeCase(u"2024-06/k8s"_s, "title: Kubernetes\nring: trial\nquadrant: platforms\nfeatured: false"),
        },
        u"radar"_s);
    QCOMPARE(print(schema.fields + schema.computed),
             u"title choice*, ring choice*, quadrant choice*, tags list*, featured choice*, folder choice*"_s);
    QCOMPARE(schema.fieldOf(role::group), u"ring"_s);
    QCOMPARE(schema.fieldOf(role::title), u"title"_s);
    QCOMPARE(schema.fieldOf(role::tags), u"tags"_s);
}

void TestInference::decisionRecords()
{
    CaseStudies cases;
    for (int i = 1; i <= 8; ++i) {
        cases.push_back(makeCase(u"adr/"_s + QString::number(i),
                                 QByteArray("status: ") + (i % 3 ? "accepted" : "superseded") + "\ndate: 2021-0"
                                     + QByteArray::number(i) + "-01\ndeciders: [ops, core]\nsupersedes: "
                                     + (i > 6 ? QByteArray::number(i - 6) : QByteArray())));
    }
    const Schema schema = inferSchema(cases, u"adr"_s);
    QCOMPARE(print(schema.fields + schema.computed), u"status choice*, date date, deciders list*, supersedes number, folder choice*"_s);
    QCOMPARE(schema.fieldOf(role::group), u"status"_s);
    QCOMPARE(schema.fieldOf(role::year), u"date"_s);
}

void TestInference::vault()
{
    const Schema schema = inferSchema(
        {
            makeCase(u"daily/2024/01-02"_s, "tags: [daily, work]\ncreated: 2024-01-02"),
            makeCase(u"daily/2024/01-03"_s, "tags: daily\ncreated: 2024-01-03\naliases:"),
            makeCase(u"people/someone"_s, "tags: [people]\naliases: [A, B]\nup: '[[people]]'"),
            makeCase(u"index"_s, ""),
        },
        u"vault"_s);
    QCOMPARE(print(schema.fields + schema.computed), u"tags list*, created date, aliases list, up text, folder choice*"_s);
    QCOMPARE(schema.fieldOf(role::group), u"folder"_s);
}

void TestInference::types_data()
{
    QTest::addColumn<QByteArrayList>("values");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArrayList &values, const char *expected) {
        QTest::newRow(name) << values << QString::fromLatin1(expected);
    };
    row("one text", {"x"}, "f text");
    row("recurring", {"a", "b", "a", "b"}, "f choice*");
    row("all the same", {"a", "a", "a"}, "f choice*");
    row("all different", {"a", "b", "c", "d"}, "f text");
    row("long ones", {"'" + QByteArray(41, 'x') + "'", "'" + QByteArray(41, 'x') + "'"}, "f text");
    row("bools", {"true", "false", "true"}, "f choice*");
    row("numbers", {"1", "2.5", "3"}, "f number");
    row("numbers and text", {"1", "two", "3", "two"}, "f choice*");
    row("years", {"2020", "2021"}, "f year*");
    row("years and other numbers", {"2020", "3"}, "f number");
    row("quoted years", {"'2020'", "'2020'"}, "f choice*");
    row("dates", {"2020-01-01", "2021-12-31T10:00:00Z"}, "f date");
    row("a day, a month and a year", {"2020-01-01", "2021-12", "2022"}, "f date");
    row("no month", {"2020-13", "2020-14"}, "f text");
    row("dates and text", {"2020-01-01", "soon"}, "f text");
    row("addresses", {"https://a.example/", "http://b.example/"}, "f url");
    row("lists", {"[a, b]", "[a]"}, "f list*");
    row("lists without a recurring value", {"[a, b]", "[c]"}, "f list");
    row("a list and a text", {"[a, b]", "a"}, "f list*");
    row("maps", {"{a: 1}", "{a: 2, b: x}"}, "f record (a number, b text)");
    row("a map and a text", {"{a: 1}", "x"}, "f text (a number)");
    row("records", {"[{side: for}, {side: against}]", "[{side: for}]"}, "f records (side choice*)");
    row("records of one case", {"[{side: for}, {side: for}]"}, "f records (side choice)");
    row("records and texts", {"[{url: https://a.example/}]", "[https://b.example/]"}, "f records (url url)");
    row("nothing", {"", "~", "[]", "{}", "''"}, "");
}

void TestInference::types()
{
    QFETCH(QByteArrayList, values);
    CaseStudies cases;
    for (const QByteArray &value : values)
        cases.push_back(makeCase(QString::number(cases.size()), "f: " + value));
    QTEST(print(inferSchema(cases, {}).fields), "expected");
}

void TestInference::groups_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    QTest::newRow("decision before all") << u"a/b"_s << QByteArray("{type: x, status: x, decision: x}")
                                         << u"decision"_s;
    QTest::newRow("group") << u"b"_s << QByteArray("{category: x, group: x}") << u"group"_s;
    QTest::newRow("category") << u"b"_s << QByteArray("{ring: x, category: x}") << u"category"_s;
    QTest::newRow("ring") << u"b"_s << QByteArray("{status: x, ring: x}") << u"ring"_s;
    QTest::newRow("status") << u"b"_s << QByteArray("{type: x, status: x}") << u"status"_s;
    QTest::newRow("type before the folder") << u"a/b"_s << QByteArray("type: x") << u"type"_s;
    QTest::newRow("folder") << u"a/b"_s << QByteArray("x: y") << u"folder"_s;
    QTest::newRow("a record groups nothing") << u"b"_s << QByteArray("{status: {a: b}, type: x}") << u"type"_s;
    QTest::newRow("nothing to group by") << u"b"_s << QByteArray("x: y") << QString();
}

void TestInference::groups()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, yaml);
    QTEST(inferSchema({makeCase(id, yaml)}, {}).fieldOf(role::group), "expected");
}

/// Two records of two statuses once had a tree grouped by status, and no filter for it.
void TestInference::whatGroupsIsAFacet()
{
    const Schema schema = inferSchema({makeCase(u"1"_s, "status: accepted"), makeCase(u"2"_s, "status: rejected")}, {});
    QCOMPARE(print(schema.fields + schema.computed), u"status choice*"_s);
}

/// Looking for each key among all the others once took seconds, and every one of them became a facet.
void TestInference::thousandsOfKeys()
{
    constexpr int count = 30'000;
    auto study = std::make_shared<CaseStudy>();
    Value::Map map;
    for (int i = 0; i < count; ++i)
        map.emplace_back(u"key"_s + QString::number(i), u"x"_s);
    study->fields = std::move(map);
    const Schema schema = inferSchema({study, study}, {});
    QCOMPARE(schema.fields.size(), count);
    QCOMPARE(schema.facetPaths().size(), 40);
}

void TestInference::theOrderOfCasesDecidesNothingElse()
{
    CaseStudies cases{makeCase(u"a"_s, "{x: 1, y: [a]}"), makeCase(u"b"_s, "{x: two, y: a}"),
                      makeCase(u"c"_s, "{x: 1, y: }")};
    const QString forward = print(inferSchema(cases, {}).fields);
    std::reverse(cases.begin(), cases.end());
    QCOMPARE(print(inferSchema(cases, {}).fields), forward);
}

QTEST_GUILESS_MAIN(TestInference)
#include "tst_inference.moc"
