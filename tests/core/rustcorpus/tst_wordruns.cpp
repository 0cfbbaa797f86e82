#include "tests/core/rustcorpus/sourcedocument.h"
#include "tests/core/rustcorpus/wordruns.h"

#include <QRegularExpression>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestWordRuns : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void phrases();
    void runs_data();
    void runs();
    void addresses();
    void datedLinks();
    void sections();
};

void TestWordRuns::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // '|' for a break
    QTest::newRow("case and punctuation")
        << u"The **Go** sandwich, (and) \"the\" shim."_s << u"the go sandwich and the shim"_s;
    QTest::newRow("apostrophes") << u"It's the team's, don’t"_s << u"its the teams dont"_s;
    QTest::newRow("lines") << u"> one\n> two\n\n- three"_s << u"one two three"_s;
    QTest::newRow("an address") << u"see [this](https://a.example/b-c?d=e&f) page"_s << u"see this | page"_s;
    QTest::newRow("numbers") << u"3.4x and 100,000"_s << u"3 4x and 100 000"_s;
    QTest::newRow("nothing") << u" -- "_s << QString();
}

void TestWordRuns::words()
{
    QFETCH(QString, text);
    QStringList words = plainWords(text);
    words.replaceInStrings(QRegularExpression(u"^$"_s), u"|"_s);
    QTEST(words.join(u' '), "expected");
}

void TestWordRuns::phrases()
{
    const QStringList words = plainWords(u"a b c a b b c d"_s);
    QCOMPARE(without(words, {u"b"_s, u"c"_s}), (QStringList{u"a"_s, {}, u"a"_s, u"b"_s, {}, u"d"_s}));
    QCOMPARE(without(words, {u"c"_s, u"b"_s}), words);
    QCOMPARE(without(words, {u"b"_s}), words); // a single word is no phrase
    QCOMPARE(without(words, words), QStringList(QString()));
}

void TestWordRuns::runs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the same") << u"one two three"_s << u"one two three"_s;
    QTest::newRow("within") << u"zero One, two: three four!"_s << u"one two three;two three four"_s;
    QTest::newRow("shorter") << u"one two"_s << QString();
    QTest::newRow("other") << u"one two four"_s << QString();
    QTest::newRow("over an address") << u"two http://a.example three four"_s << QString();
}

void TestWordRuns::runs()
{
    WordRuns runs(3);
    runs.add(plainWords(u"One two three four. http://a.example two three"_s));
    QCOMPARE(runs.size(), 2);
    QFETCH(QString, text);
    QTEST(runs.found(plainWords(text)).join(u';'), "expected");
}

void TestWordRuns::addresses()
{
    QCOMPARE(
        addressesIn(u"url: https://a.example/x?y=1&z\n[a](http://b.example/#c), https://c.example/d/, <https://e.f>. "
                    "again https://e.f; ftp://g"_s),
        (QStringList{u"https://a.example/x?y=1&z"_s, u"http://b.example/#c"_s, u"https://c.example/d/"_s,
                     u"https://e.f"_s}));
}

void TestWordRuns::datedLinks()
{
    const QList<DatedLink> links = datedLinksIn(u"[Why? (2024)](https://a.example) [not](https://b.example)"_s);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().title, u"Why?"_s);
    QCOMPARE(links.first().year, 2024);
    QCOMPARE(links.first().url, u"https://a.example"_s);
}

void TestWordRuns::sections()
{
    const QList<DocumentSection> sections =
        SourceDocument{{}, u"before\n# One\n\n## Two -> Three \ntext\n"_s}.sections();
    QCOMPARE(sections.size(), 3);
    QCOMPARE(sections.at(0).text, u"before\n"_s);
    QCOMPARE(sections.at(1).heading, u"One"_s);
    QCOMPARE(sections.at(2).heading, u"Two -> Three"_s);
    QVERIFY(sections.at(2).text.startsWith(u"text\n"_s));
}

QTEST_GUILESS_MAIN(TestWordRuns)
#include "tst_wordruns.moc"
