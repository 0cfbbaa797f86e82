#include "core/corpus/references.h"
#include "core/corpus/schemareader.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
roles:
  sources: pages
  claims: {field: arguments, source: page}
fields:
  pages: {type: records, fields: {url: {type: url}}}
  arguments: {type: records, fields: {page: {type: number}}}
  figures: {type: records, fields: {source: {type: number}}}
)";

// Three sources; the claims name 1, 2, 3, none, 4 and a text, and the first two a figure; the figures name 2 and 3.
const QByteArray file =
    "---\n"
    "pages: [{url: a}, {url: b}, {url: c}]\n"
    "arguments: [{page: 1, figure: 1}, {page: 2, figure: 2}, {page: 3}, {page: }, {page: 4}, {page: x}]\n"
    "figures: [{source: 2}, {source: 3}]\n"
    "---\n";

FieldPath source(int index)
{
    return FieldPath(u"pages"_s).item(index);
}

} // namespace

Q_DECLARE_METATYPE(casebook::Edit)

class TestReferences : public QObject {
    Q_OBJECT

private slots:
    void follows_data();
    void follows();
    void schemaWithoutSources();
};

void TestReferences::follows_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected"); // what arguments and figures name afterwards
    const Value page = Value::Map{{u"url"_s, u"d"_s}};
    const QString same = u"1/1 2/2 3 - 4 x | 2 3"_s;
    QTest::newRow("take the first out") << Edit::remove(source(0)) << u"-/1 1/2 2 - 3 x | 1 2"_s;
    QTest::newRow("take the second out") << Edit::remove(source(1)) << u"1/1 -/2 2 - 3 x | - 2"_s;
    QTest::newRow("take the last out") << Edit::remove(source(2)) << u"1/1 2/2 - - 3 x | 2 -"_s;
    QTest::newRow("put one first") << Edit::insert(source(0), page) << u"2/1 3/2 4 - 5 x | 3 4"_s;
    QTest::newRow("put one between") << Edit::insert(source(1), page) << u"1/1 3/2 4 - 5 x | 3 4"_s;
    QTest::newRow("put one last") << Edit::insert(FieldPath(u"pages"_s).afterLast(), page) << same;
    QTest::newRow("move the first back") << Edit::move(source(0), 2) << u"3/1 1/2 2 - 4 x | 1 2"_s;
    QTest::newRow("move the last to the front") << Edit::move(source(2), 0) << u"2/1 3/2 1 - 4 x | 3 1"_s;
    QTest::newRow("move one by one") << Edit::move(source(1), 2) << u"1/1 3/2 2 - 4 x | 3 2"_s;
    QTest::newRow("move it nowhere") << Edit::move(source(1), 1) << same;
    QTest::newRow("set a part of one") << Edit::set(source(0).key(u"url"_s), u"z"_s) << same;
    QTest::newRow("take a part of one") << Edit::remove(source(0).key(u"url"_s)) << same;
    QTest::newRow("move a figure") << Edit::move(FieldPath(u"figures"_s).item(0), 1) << u"1/2 2/1 3 - 4 x | 3 2"_s;
}

void TestReferences::follows()
{
    QFETCH(Edit, edit);
    QFETCH(QString, expected);
    const Document document = Document::parse(file);
    const Edits edits = withReferences(edit, toValue(document.tree()), readSchema(description).schema);
    const Result<QByteArray> edited = applyEdits(document, edits);
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
    const Value fields = toValue(Document::parse(*edited).tree());
    QStringList named;
    for (const Value &claim : fields[u"arguments"].items()) {
        const QString figure = claim.contains(u"figure") ? u"/"_s + claim[u"figure"].toText() : QString();
        named.append((claim[u"page"].isNull() ? u"-"_s : claim[u"page"].toText()) + figure);
    }
    named.append(u"|"_s);
    for (const Value &figure : fields[u"figures"].items())
        named.append(figure[u"source"].isNull() ? u"-"_s : figure[u"source"].toText());
    QCOMPARE(named.join(u' '), expected);
}

void TestReferences::schemaWithoutSources()
{
    const Edits edits = withReferences(Edit::remove(FieldPath(QString()).item(0)), {}, {});
    QCOMPARE(edits.size(), 1);
}

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
