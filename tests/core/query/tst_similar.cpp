#include "core/query/commonwords.h"
#include "core/query/similar.h"
#include "core/query/wordsof.h"
#include "testcorpus.h"

#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(
name: Test
roles: {title: title, group: decision, organization: organization, from: from, claims: claims, related: related}
fields:
  title: {type: text, label: Title}
  organization: {type: text, label: Organization}
  decision: {type: choice, label: Decision}
  from: {type: list, label: From, facet: true}
  related: {type: list, label: Related}
  claims:
    type: records
    label: Claims
    fields:
      reason: {type: choice, label: Reason, facet: true, vocabulary: reasons}
      text: {type: text, label: Claim}
vocabularies:
  reasons:
    - {id: latency, label: Low latency}
)";

QStringList idsOf(const QList<SimilarCase> &cases)
{
    QStringList ids;
    for (const SimilarCase &one : cases)
        ids.append(one.id);
    return ids;
}

QStringList wordsIn(const QByteArray &text)
{
    QStringList words;
    for (WordReader reader(text); reader.next();)
        words.append(QString::fromUtf8(reader.word().toByteArray()));
    return words;
}

} // namespace

class TestSimilar : public QObject {
    Q_OBJECT

private slots:
    void readsWords_data();
    void readsWords();
    void ranksByRarity();
    void tellsReasons();
    void joinsWordsThatStandTogether();
    void relatedEitherWay();
    void whatAllHaveSaysNothing();
    void commonWordsSayNothing();
    void isDeterministic();
    void atMost();
    void noSuchCase();
    void cancelled();
    void hostile();

private:
    static TestCorpus corpus();
    static QList<SimilarCase> similar(const TestCorpus &corpus, const QString &id, int most = 10)
    {
        return similarCases(corpus.corpus.cases(), corpus.corpus.schema(), id, most);
    }
};

void TestSimilar::readsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("words") << QByteArray("the collector, ran") << QStringList{u"the"_s, u"collector"_s, u"ran"_s};
    QTest::newRow("too short") << QByteArray("a go in it") << QStringList{};
    QTest::newRow("digits") << QByteArray("2020 x264") << QStringList{u"x264"_s};
    QTest::newRow("beyond ASCII") << QString(u"λογος øre"_s).toUtf8() << QStringList{u"λογος"_s, u"øre"_s};
    QTest::newRow("Chinese") << QString(u"東京都 go"_s).toUtf8() << QStringList{u"東京"_s, u"京都"_s};
    QTest::newRow("a single one") << QString(u"東"_s).toUtf8() << QStringList{};
    QTest::newRow("mixed") << QString(u"rust言語"_s).toUtf8() << QStringList{u"rust"_s, u"言語"_s};
    QTest::newRow("cut in a character") << QByteArray("rust \xE6\x9D") << QStringList{u"rust"_s};
    QTest::newRow("nothing") << QByteArray() << QStringList{};
}

void TestSimilar::readsWords()
{
    QFETCH(QByteArray, text);
    QTEST(wordsIn(text), "expected");
}

/// Nine cases: "go" is more common than "elixir".
TestCorpus TestSimilar::corpus()
{
    TestCorpus corpus(description);
    corpus.add(u"start"_s,
               "title: Start\ndecision: moved\nfrom: [Go, Elixir]\nclaims:\n  - {reason: latency, text: The garbage "
               "collector paused}");
    corpus.add(u"elixir"_s, "title: Other\ndecision: moved\nfrom: [Elixir]");
    corpus.add(u"go"_s, "title: Other\ndecision: moved\nfrom: [go]");
    for (int i = 0; i < 4; ++i)
        corpus.add(u"more-%1"_s.arg(i), "title: Other\ndecision: moved\nfrom: [Java]\nclaims:\n  - {reason: safety}");
    corpus.add(u"go-too"_s, "title: Other\ndecision: moved\nfrom: [Go]");
    corpus.add(u"words"_s, "title: Other\ndecision: moved\nclaims:\n  - {reason: latency, text: A garbage collector}");
    return corpus;
}

void TestSimilar::ranksByRarity()
{
    const QStringList ids = idsOf(similar(corpus(), u"start"_s));
    QVERIFY(!ids.contains(u"start"_s));
    QCOMPARE(ids.size(), 4);
    QVERIFY(ids.indexOf(u"elixir"_s) < ids.indexOf(u"go"_s));
    QVERIFY(ids.indexOf(u"words"_s) < ids.indexOf(u"go"_s));
}

void TestSimilar::tellsReasons()
{
    const TestCorpus cases = corpus();
    const QList<SimilarCase> found = similar(cases, u"start"_s);
    const auto lineOf = [&](const QString &id) {
        const auto one =
            std::find_if(found.begin(), found.end(), [&](const SimilarCase &other) { return other.id == id; });
        return one == found.end() ? QString() : reasonsLine(*one, cases.corpus.schema());
    };
    QCOMPARE(lineOf(u"elixir"_s), u"words: elixir · From: Elixir"_s);
    QCOMPARE(lineOf(u"go"_s), u"From: Go"_s);
    QVERIFY2(lineOf(u"words"_s).contains(u"Reason: Low latency"_s), qPrintable(lineOf(u"words"_s)));
    for (const SimilarCase &one : found) {
        QVERIFY(!one.reasons.isEmpty());
        double sum = 0;
        for (const SimilarReason &reason : one.reasons)
            sum += reason.share;
        QVERIFY2(std::abs(sum - one.score) < 0.05, qPrintable(one.id));
        QVERIFY(one.score > 0 && one.score < 1);
    }
}

void TestSimilar::joinsWordsThatStandTogether()
{
    const TestCorpus cases = corpus();
    for (const SimilarCase &one : similar(cases, u"start"_s)) {
        if (one.id != u"words")
            continue;
        const auto words = std::find_if(one.reasons.begin(), one.reasons.end(), [](const SimilarReason &reason) {
            return reason.kind == SimilarReason::Kind::Words;
        });
        QVERIFY(words != one.reasons.end());
        QVERIFY2(words->values.contains(u"garbage collector"_s), qPrintable(words->values.join(u'|')));
        QVERIFY(!words->values.contains(u"garbage"_s));
        return;
    }
    QFAIL("the case is not there");
}

void TestSimilar::relatedEitherWay()
{
    TestCorpus cases(description);
    cases.add(u"a"_s, "title: Aaa\nrelated: [b]");
    cases.add(u"b"_s, "title: Bbb");
    cases.add(u"c"_s, "title: Ccc\nrelated: [b]");
    cases.add(u"d"_s, "title: Ddd");
    QCOMPARE(idsOf(similar(cases, u"a"_s)), QStringList{u"b"_s});
    QCOMPARE(idsOf(similar(cases, u"b"_s)), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(reasonsLine(similar(cases, u"b"_s).first(), cases.corpus.schema()), u"named as related"_s);
}

void TestSimilar::whatAllHaveSaysNothing()
{
    TestCorpus cases(description);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        cases.add(id, "title: The same title\ndecision: moved\nfrom: [Go]");
    QVERIFY(similar(cases, u"a"_s).isEmpty());
}

// In two of three cases or in two of a thousand: "used" and "like" say nothing, "latency" does.
void TestSimilar::commonWordsSayNothing()
{
    for (const int others : {1, 5, 60}) {
        TestCorpus cases(description);
        cases.add(u"a"_s, "title: Aaa", "They used it like others because latency mattered.");
        cases.add(u"b"_s, "title: Bbb", "It came to them, and was used like so. Latency.");
        for (int i = 0; i < others; ++i)
            cases.add(u"other-%1"_s.arg(i), "title: Ccc", "Nothing.");
        const QList<SimilarCase> found = similar(cases, u"a"_s);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().id, u"b"_s);
        QCOMPARE(reasonsLine(found.first(), cases.corpus.schema()), u"words: latency"_s);
    }
    QVERIFY(shareInProse("the") > shareInProse("used"));
    QVERIFY(shareInProse("used") > shareInProse("latency"));
    QCOMPARE(shareInProse("latency"), shareOfUncommonWord());
    QCOMPARE(shareInProse(""), shareOfUncommonWord());
}

void TestSimilar::isDeterministic()
{
    TestCorpus forwards(description);
    TestCorpus backwards(description);
    QStringList ids;
    for (int i = 0; i < 30; ++i)
        ids.append(u"case-%1"_s.arg(i, 2, 10, QChar(u'0')));
    const auto text = [](const QString &id) -> QByteArray {
        return "title: A word\nfrom: [" + QByteArray(id.endsWith(u'1') || id.endsWith(u'5') ? "Go" : "Java") + "]";
    };
    for (const QString &id : ids)
        forwards.add(id, text(id));
    std::reverse(ids.begin(), ids.end());
    for (const QString &id : ids)
        backwards.add(id, text(id));
    const QStringList found = idsOf(similar(forwards, u"case-01"_s));
    QCOMPARE(found, (QStringList{u"case-05"_s, u"case-11"_s, u"case-15"_s, u"case-21"_s, u"case-25"_s}));
    QCOMPARE(idsOf(similar(backwards, u"case-01"_s)), found);
}

void TestSimilar::atMost()
{
    QCOMPARE(similar(corpus(), u"start"_s, 2).size(), 2);
    QVERIFY(similar(corpus(), u"start"_s, 0).isEmpty());
}

void TestSimilar::noSuchCase()
{
    QVERIFY(similar(corpus(), u"nothing"_s).isEmpty());
    QVERIFY(similarCases({}, Schema(), u"nothing"_s).isEmpty());
}

void TestSimilar::cancelled()
{
    const TestCorpus cases = corpus();
    const std::atomic<bool> stop = true;
    QVERIFY(similarCases(cases.corpus.cases(), cases.corpus.schema(), u"start"_s, 10, &stop).isEmpty());
}

void TestSimilar::hostile()
{
    TestCorpus cases(description);
    QByteArray many = "title: Many\nfrom: [";
    for (int i = 0; i < 500; ++i)
        many += "value" + QByteArray::number(i) + ", ";
    many += "end]";
    cases.add(u"many"_s, many, QByteArray("word ").repeated(100'000));
    cases.add(u"other"_s, many, "word");
    cases.add(u"broken"_s, "title: [");
    cases.add(u"empty"_s, "");
    QCOMPARE(similar(cases, u"many"_s).value(0).id, u"other"_s);
    QVERIFY(similar(cases, u"broken"_s).size() <= 3);
    QVERIFY(similar(cases, u"empty"_s).size() <= 3);
}

QTEST_GUILESS_MAIN(TestSimilar)
#include "tst_similar.moc"
