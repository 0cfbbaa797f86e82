#include "core/query/queryreading.h"
#include "core/query/search.h"
#include "core/query/soughttexts.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
fields:
  title: {}
  from: {type: list, facet: true}
  year: {type: year, facet: true}
)";
constexpr qsizetype megabyte = 1 << 20;

int depthOf(const QList<QueryTerm> &terms)
{
    int depth = 0;
    for (const QueryTerm &term : terms) {
        for (const QList<QueryTerm> &alternative : term.alternatives)
            depth = std::max(depth, 1 + depthOf(alternative));
    }
    return depth;
}

} // namespace

/// Queries that nobody types and anybody may send.
class TestQueryHostile : public QObject {
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
};

void TestQueryHostile::answers_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("opening parentheses", QString(megabyte, u'('));
    row("closing parentheses", QString(megabyte, u')'));
    row("both", QString(megabyte / 2, u'(') + u"a OR b"_s + QString(megabyte / 2, u')'));
    row("excluded groups", u"-("_s.repeated(megabyte / 2) + u"a OR b"_s);
    row("empty groups", u"()"_s.repeated(megabyte / 2));
    row("groups one after another", u"(a OR b) "_s.repeated(100'000));
    row("deep on both sides", u"(a OR "_s.repeated(20'000) + u"b"_s + u") c"_s.repeated(20'000));
    row("10,000 ORs", u"rust OR "_s.repeated(10'000) + u"go"_s);
    row("ORs alone", u"OR "_s.repeated(300'000));
    row("many words", u"rust "_s.repeated(200'000));
    row("one long word", QString(megabyte, u'a'));
    row("a long word excluded", u"-"_s.repeated(megabyte));
    row("quotes", QString(megabyte, u'"'));
    row("a long phrase", u'"' + QString(megabyte, u' ') + u"x"_s);
    row("backslashes in quotes", u'"' + QString(megabyte, u'\\'));
    row("backslashes in what is no field", u"colour:\""_s + QString(megabyte, u'\\'));
    row("unknown fields", u"colour:x "_s.repeated(100'000));
    row("unknown fields in quotes", u"colour:\"x "_s.repeated(100'000));
    row("colons", QString(megabyte, u':'));
    row("commas", u"from:"_s + QString(megabyte, u','));
    row("many values", u"from:"_s + u"go,c,"_s.repeated(200'000));
    row("a long range", u"year:"_s + QString(megabyte, u'.'));
    row("a large number", u"year:>"_s + QString(megabyte, u'9'));
    row("a long time", u"is:stale>"_s + QString(megabyte, u'9') + u'm');
    row("half of a character", QString(QChar(0xD800)));
    row("the other half", QString(QChar(0xDC00)) + u" from:"_s + QChar(0xD83E) + u" \""_s + QChar(0xDD80));
    row("halves", QString(megabyte, QChar(0xD800)));
    row("marks", u"a"_s + QString(megabyte, QChar(0x0301)));
    row("no characters", QString(1000, QChar(0)));
    row("a folding that grows", QString(100'000, QChar(0xFDFA)));
}

void TestQueryHostile::answers()
{
    QFETCH(QString, text);
    TestCorpus test(description);
    test.add(u"a"_s, "title: Rust\nfrom: [Go]\nyear: 2020");
    test.add(u"b"_s, "title: aaaa (b)\nyear: 2021");
    const Schema &schema = test.corpus.schema();
    const QueryReading reading = readQuery(text, schema);
    QVERIFY(depthOf(reading.query.terms) <= deepestGroup + 1);
    QVERIFY(soughtTexts(reading.query, schema).size() <= mostConditions * 2 + text.count(u','));
    QVERIFY(reading.notes.size() <= 50);
    for (const QueryNote &note : reading.notes)
        QVERIFY(!messageOf(note, schema).isEmpty() && note.offset + note.length <= text.size());
    for (const QueryToken &token : reading.tokens)
        QVERIFY(token.length > 0 && token.end() <= text.size());
    const QString canonical = toText(reading.query, schema);
    QVERIFY(parseQuery(canonical, schema) == reading.query);
    QVERIFY(Search(test.corpus).run(reading.query, {}).matches() <= 2);
}

QTEST_GUILESS_MAIN(TestQueryHostile)
#include "tst_queryhostile.moc"
