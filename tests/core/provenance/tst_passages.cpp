#include "core/provenance/claimsearch.h"
#include "core/provenance/quotealignment.h"
#include "core/provenance/quotesearch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <ctime>
#include <memory>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

struct Labelled {
    QString page;
    QString label;
    QString words;
};

QString readText(const QString &name)
{
    QFile file(QStringLiteral(CASEBOOK_TEST_DATA "/provenance/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Labelled> readLabelled(const QString &name)
{
    QList<Labelled> rows;
    const QStringList lines = readText(name).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        if (!line.startsWith(u'#') && cells.size() == 3)
            rows.append({cells.at(0), cells.at(1), cells.at(2)});
    }
    return rows;
}

class Pages {
public:
    const PageText &page(const QString &name)
    {
        auto &page = m_pages[name];
        if (!page)
            page = std::make_shared<const PageText>(readText(name + u".txt"_s));
        return *page;
    }

private:
    QMap<QString, std::shared_ptr<const PageText>> m_pages;
};

/// How often each label was answered with each finding.
class Tally {
public:
    void add(const QString &label, Finding finding)
    {
        ++m_counts[{label, finding}];
        ++m_labels[label];
        ++m_findings[finding];
    }
    double precision(const QString &label, Finding finding) const
    {
        return static_cast<double>(m_counts.value({label, finding})) / std::max(1, m_findings.value(finding));
    }
    double recall(const QString &label, Finding finding) const
    {
        return static_cast<double>(m_counts.value({label, finding})) / std::max(1, m_labels.value(label));
    }
    void print(const char *what, const QString &label, Finding finding) const
    {
        qInfo("%s: precision %.3f, recall %.3f (%d labelled, %d answered)", what, precision(label, finding),
              recall(label, finding), m_labels.value(label), m_findings.value(finding));
    }

private:
    QMap<std::pair<QString, Finding>, int> m_counts;
    QMap<QString, int> m_labels;
    QMap<Finding, int> m_findings;
};

QString seenIn(const PageText &page, const Passage &passage)
{
    return page.text().sliced(passage.place.start, passage.place.length);
}

/// The fewest changes, found by comparing with the whole page.
int fewestChanges(const QString &quote, const PageText &page)
{
    return alignQuote(quotePattern(quote), page, 0, static_cast<int>(page.words().size())).cost;
}

} // namespace

class TestPassages : public QObject {
    Q_OBJECT

private slots:
    void labelledQuotes();
    void quotesOfOtherPages();
    void labelledClaims();
    void claimsOfOtherPages();
    void equalWords_data();
    void equalWords();
    void changes_data();
    void changes();
    void placeAndParts();
    void missingNumbers();
    void hostile_data();
    void hostile();
    void agreesWithWholeComparison();
    void largePage();
};

void TestPassages::labelledQuotes()
{
    Pages pages;
    Tally tally;
    const QList<Labelled> rows = readLabelled(u"quotes.tsv"_s);
    QVERIFY(rows.size() >= 60);
    const QMap<QString, Finding> expected = {
        {u"true"_s, Finding::Found}, {u"edited"_s, Finding::Changed}, {u"fabricated"_s, Finding::NotFound}};
    for (const Labelled &row : rows) {
        const PageText &page = pages.page(row.page);
        QVERIFY2(!page.words().empty(), qPrintable(row.page));
        const Passage passage = findQuote(row.words, page);
        tally.add(row.label, passage.finding);
        if (passage.finding != expected.value(row.label))
            qInfo("  %s is answered %d (%.2f): %s", qPrintable(row.label), int(passage.finding), passage.measure,
                  qPrintable(row.words));
    }
    tally.print("true quotes found", u"true"_s, Finding::Found);
    tally.print("edited quotes found with changes", u"edited"_s, Finding::Changed);
    tally.print("fabricated quotes not found", u"fabricated"_s, Finding::NotFound);
    // An edited or fabricated quote that is called found would be the worst of all.
    QCOMPARE(tally.precision(u"true"_s, Finding::Found), 1.0);
    QVERIFY(tally.recall(u"true"_s, Finding::Found) >= 0.97);
    QVERIFY(tally.precision(u"edited"_s, Finding::Changed) >= 0.9);
    QVERIFY(tally.recall(u"edited"_s, Finding::Changed) >= 0.85);
    QVERIFY(tally.precision(u"fabricated"_s, Finding::NotFound) >= 0.85);
    QVERIFY(tally.recall(u"fabricated"_s, Finding::NotFound) >= 0.95);
}

void TestPassages::quotesOfOtherPages()
{
    Pages pages;
    Tally tally;
    const QList<Labelled> rows = readLabelled(u"quotes.tsv"_s);
    for (const Labelled &row : rows) {
        for (const QString &other : {u"queue"_s, u"render"_s, u"lager"_s, u"billets"_s, u"riego"_s, u"kensaku"_s}) {
            if (other != row.page)
                tally.add(u"other"_s, findQuote(row.words, pages.page(other)).finding);
        }
    }
    tally.print("quotes not found in other pages", u"other"_s, Finding::NotFound);
    QVERIFY(tally.recall(u"other"_s, Finding::NotFound) >= 0.99);
}

void TestPassages::labelledClaims()
{
    Pages pages;
    Tally tally;
    const QList<Labelled> rows = readLabelled(u"claims.tsv"_s);
    QVERIFY(rows.size() >= 30);
    for (const Labelled &row : rows) {
        const Passage passage = findClaim(row.words, pages.page(row.page));
        tally.add(row.label, passage.finding);
        qInfo("  %s: %d, %.2f, %s: %s", qPrintable(row.label), int(passage.finding), passage.measure,
              qPrintable(passage.missing.join(u' ')), qPrintable(row.words));
    }
    tally.print("supported claims with a passage", u"supported"_s, Finding::Found);
    tally.print("claims with another number", u"number"_s, Finding::Changed);
    tally.print("fabricated claims without a passage", u"fabricated"_s, Finding::NotFound);
    QVERIFY(tally.precision(u"supported"_s, Finding::Found) >= 0.9);
    QVERIFY(tally.recall(u"supported"_s, Finding::Found) >= 0.8);
    QVERIFY(tally.recall(u"number"_s, Finding::Changed) >= 0.8);
    QVERIFY(tally.recall(u"fabricated"_s, Finding::NotFound) >= 0.9);
}

void TestPassages::claimsOfOtherPages()
{
    Pages pages;
    Tally tally;
    for (const Labelled &row : readLabelled(u"claims.tsv"_s)) {
        for (const QString &other : {u"queue"_s, u"render"_s, u"lager"_s, u"billets"_s, u"riego"_s, u"kensaku"_s}) {
            if (other != row.page)
                tally.add(u"other"_s, findClaim(row.words, pages.page(other)).finding);
        }
    }
    tally.print("claims without a passage in other pages", u"other"_s, Finding::NotFound);
    QVERIFY(tally.recall(u"other"_s, Finding::NotFound) >= 0.97);
}

void TestPassages::equalWords_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("quotes and apostrophes")
        << u"\"it's done\" she didn't say"_s << u"“it’s done” she didn’t say"_s << true;
    QTest::newRow("dashes") << u"fast - and small"_s << u"fast—and small"_s << true;
    QTest::newRow("ligatures") << u"efficient file flow"_s << u"e\ufb03cient \ufb01le \ufb02ow"_s << true;
    QTest::newRow("soft hyphens") << u"understanding comes later"_s << u"under\u00adstan\u00adding comes later"_s
                                  << true;
    QTest::newRow("blanks") << u"ten  kinds\nof blank"_s << u"ten\u00a0kinds\u2009of\tblank"_s << true;
    QTest::newRow("broken word") << u"we optimized it twice"_s << u"we opti-\nmized it twice"_s << true;
    QTest::newRow("broken word, as a PDF has it") << u"we optimized it twice"_s << u"we opti- mized it twice"_s << true;
    QTest::newRow("broken word in the quote") << u"we opti- mized it twice"_s << u"we optimized it twice"_s << true;
    QTest::newRow("broken by a soft hyphen")
        << u"we optimized it twice"_s << u"we opti\u00ad\nmized it twice"_s << true;
    QTest::newRow("a dash between words")
        << u"we were fast they were slow"_s << u"we were fast - they were slow"_s << true;
    QTest::newRow("broken compound") << u"a well-known fact here"_s << u"a well-\nknown fact here"_s << true;
    QTest::newRow("compound in one word") << u"the multithreaded part"_s << u"the multi-threaded part"_s << true;
    QTest::newRow("two words are not one") << u"it is notable here"_s << u"it is not able here"_s << false;
    QTest::newRow("case") << u"THE STRASSE IS LONG"_s << u"the Straße is long"_s << true;
    QTest::newRow("composed and not") << u"caf\u00e9 am Fluss"_s << u"cafe\u0301 am Fluss"_s << true;
    QTest::newRow("accents differ") << u"le prix est eleve"_s << u"le prix est élevé"_s << false;
    QTest::newRow("full width") << u"ABC 123 test"_s << u"ＡＢＣ １２３ test"_s << true;
    QTest::newRow("digits in groups") << u"10000 users came"_s << u"10,000 users came"_s << true;
    QTest::newRow("another number") << u"10000 users came"_s << u"1,000 users came"_s << false;
    QTest::newRow("fraction") << u"1.5 times as fast"_s << u"15 times as fast"_s << false;
    QTest::newRow("percent") << u"by 50% in all"_s << u"by 50 in all"_s << false;
    QTest::newRow("notes in the page") << u"so it was in those days"_s << u"so it was[12] in those days"_s << true;
    QTest::newRow("plus signs") << u"we moved to C++ then"_s << u"we moved to C then"_s << false;
    QTest::newRow("ellipsis in brackets")
        << u"one two three [...] eight nine ten"_s << u"one two three four five six seven eight nine ten"_s << true;
    QTest::newRow("ellipsis sign") << u"one two three … eight nine ten"_s
                                   << u"one two three four five six seven eight nine ten"_s << true;
    QTest::newRow("ellipsis with blanks")
        << u"one two three . . . eight nine ten"_s << u"one two three four five six seven eight nine ten"_s << true;
    QTest::newRow("points of the page itself") << u"well... we tried it all"_s << u"well... we tried it all"_s << true;
    QTest::newRow("nothing left out, no ellipsis")
        << u"one two three eight nine ten"_s << u"one two three four five six seven eight nine ten"_s << false;
    QTest::newRow("insertion for words") << u"[the team] wrote it in a week"_s << u"they wrote it in a week"_s << true;
    QTest::newRow("insertion for nothing")
        << u"they wrote it [the parser] in a week"_s << u"they wrote it in a week"_s << true;
    QTest::newRow("sic") << u"they wroted [sic] it in a week"_s << u"they wroted it in a week"_s << true;
    QTest::newRow("initial in brackets") << u"[T]hey wrote it"_s << u"and so they wrote it"_s << true;
    QTest::newRow("ending in brackets") << u"the engine[s] ran well"_s << u"the engine ran well"_s << true;
    QTest::newRow("insertion for too much")
        << u"alpha [so to say] omega is the end of it"_s
        << u"alpha one two three four five six seven eight nine ten eleven twelve omega is the end of it"_s << false;
}

void TestPassages::equalWords()
{
    QFETCH(QString, quote);
    QFETCH(QString, page);
    QFETCH(bool, isFound);
    const PageText text(u"Something stands before it. "_s + page + u" And something behind."_s);
    QCOMPARE(findQuote(quote, text).finding == Finding::Found, isFound);
}

void TestPassages::changes_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QList<WordChange>>("changes");
    QTest::newRow("another word") << u"the quick red fox jumps over it"_s << QList<WordChange>{{u"red"_s, u"brown"_s}};
    QTest::newRow("a word more") << u"the quick little brown fox jumps over it"_s
                                 << QList<WordChange>{{u"little"_s, u""_s}};
    QTest::newRow("a word less") << u"the brown fox jumps over it"_s << QList<WordChange>{{u""_s, u"quick"_s}};
    QTest::newRow("two") << u"the quick red fox leaps over it"_s
                         << QList<WordChange>{{u"red"_s, u"brown"_s}, {u"leaps"_s, u"jumps"_s}};
    QTest::newRow("none") << u"quick brown fox"_s << QList<WordChange>{};
}

void TestPassages::changes()
{
    QFETCH(QString, quote);
    QFETCH(QList<WordChange>, changes);
    const PageText page(u"Once upon a time the quick brown fox jumps over it and runs away."_s);
    QCOMPARE(findQuote(quote, page).changes, changes);
}

void TestPassages::placeAndParts()
{
    const PageText page(u"First the fox came. Then came a dog, and a cat. Then the bird flew off."_s);
    const Passage passage = findQuote(u"the fox came […] the bird flew"_s, page);
    QCOMPARE(passage.finding, Finding::Found);
    QCOMPARE(seenIn(page, passage), u"the fox came. Then came a dog, and a cat. Then the bird flew"_s);
    QCOMPARE(passage.parts.size(), 2);
    QCOMPARE(page.text().sliced(passage.parts.at(1).start, passage.parts.at(1).length), u"the bird flew"_s);

    const Passage reordered = findQuote(u"Then the bird flew off […] First the fox came"_s, page);
    QCOMPARE(reordered.finding, Finding::Changed);
    QVERIFY(reordered.scattered);
    QCOMPARE(reordered.parts.size(), 2);

    const Passage claim = findClaim(u"A dog and a cat came"_s, page);
    QCOMPARE(claim.finding, Finding::Found);
    QVERIFY(seenIn(page, claim).contains(u"Then came a dog, and a cat."));
}

void TestPassages::missingNumbers()
{
    const PageText page(u"Latency of the parcel service fell from 120 to 40 milliseconds in 2021."_s);
    QCOMPARE(findClaim(u"Latency of the parcel service fell to 40 milliseconds"_s, page).missing, QStringList());
    // Words that a line's end divides are words of the claim too.
    const PageText divided(u"Laten- cy of the par- cel ser- vice fell from 120 to 40 milli- seconds in 2021."_s);
    QCOMPARE(findClaim(u"Latency of the parcel service fell to 40 milliseconds"_s, divided).finding, Finding::Found);
    const Passage other = findClaim(u"Latency of the parcel service fell to 60 milliseconds"_s, page);
    QCOMPARE(other.finding, Finding::Changed);
    QCOMPARE(other.missing, QStringList{u"60"_s});
}

void TestPassages::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << u" \n\t "_s;
    QTest::newRow("marks alone") << u"\u0301\u0301\u0301"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) + u" x "_s + QChar(0xDE00);
    QTest::newRow("ends in a dash") << u"word-"_s;
    QTest::newRow("ends in a comma") << u"10,"_s;
    QTest::newRow("brackets") << u"[[[]]]][[[...]...[…]"_s;
    QTest::newRow("only ellipses") << u"... … [...] (…)"_s;
    QTest::newRow("many ellipses") << u"a … "_s.repeated(3000);
    QTest::newRow("many insertions") << u"a [b] "_s.repeated(3000);
    QTest::newRow("one word, often") << u"the "_s.repeated(50'000);
    QTest::newRow("a long word") << u"x"_s.repeated(100'000);
    QTest::newRow("many marks") << u"e"_s + u"\u0301"_s.repeated(100'000);
    QTest::newRow("joined by dashes") << u"a-"_s.repeated(20'000);
    QTest::newRow("digits") << u"7"_s.repeated(600'000);
    QTest::newRow("digits in a bracket") << u"["_s + u"7"_s.repeated(500'000);
    QTest::newRow("marks on characters") << u"\u65e5\u0301"_s.repeated(20'000);
    QTest::newRow("digits and commas") << u"1,"_s.repeated(50'000);
}

void TestPassages::hostile()
{
    QFETCH(QString, text);
    const PageText ordinary(readText(u"queue.txt"_s));
    const PageText page(text);
    for (const Passage &passage : {findQuote(text, ordinary), findClaim(text, ordinary)})
        QVERIFY(passage.place.end() <= ordinary.text().size());
    for (const Passage &passage : {findQuote(text, page), findQuote(u"the quick fox"_s, page), findClaim(text, page)}) {
        QVERIFY(passage.place.start >= 0 && passage.place.end() <= page.text().size());
        QVERIFY(passage.measure >= 0 && passage.measure <= 1);
    }
}

void TestPassages::agreesWithWholeComparison()
{
    QRandomGenerator random(7);
    const QStringList words = {u"the"_s,  u"of"_s,    u"a"_s,     u"queue"_s, u"driver"_s, u"gate"_s,
                               u"slow"_s, u"night"_s, u"depot"_s, u"van"_s,   u"is"_s,     u"and"_s};
    for (int round = 0; round < 300; ++round) {
        QStringList page;
        for (int i = 0; i < 400; ++i)
            page.append(words.at(random.bounded(words.size())));
        QStringList quote = page.mid(random.bounded(380), 4 + random.bounded(14));
        const int changes = random.bounded(3);
        for (int i = 0; i < changes; ++i)
            quote[random.bounded(quote.size())] = u"otherwise"_s;
        const PageText text(page.join(u' '));
        const Passage passage = findQuote(quote.join(u' '), text);
        const int fewest = fewestChanges(quote.join(u' '), text);
        QCOMPARE(passage.finding == Finding::Found, fewest == 0);
        if (passage.finding == Finding::Found)
            QCOMPARE(seenIn(text, passage), quote.join(u' '));
    }
}

void TestPassages::largePage()
{
    QRandomGenerator random(11);
    const QStringList words = QString(readText(u"render.txt"_s) + readText(u"lager.txt"_s)).split(u' ');
    QString text;
    while (text.size() < 1'000'000)
        text += words.at(random.bounded(words.size())) + u' ';
    const QString hidden = u"Nobody had expected that the night shift would ask for the old scanner back"_s;
    text.insert(text.indexOf(u' ', 700'000), u' ' + hidden);
    const auto processor = [] { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
    const double begin = processor();
    const PageText page(text);
    const double read = processor();
    Passage passage;
    for (int i = 0; i < 20; ++i)
        passage = findQuote(QString(hidden).replace(u"the old"_s, u"their old"_s), page);
    const double quotes = processor();
    for (int i = 0; i < 20; ++i)
        findClaim(u"The night shift asked for its old scanner, which nobody expected"_s, page);
    qInfo("a page of 1 MB: %.1f ms to read, %.2f ms a quote, %.2f ms a claim (processor time)", read - begin,
          (quotes - read) / 20, (processor() - quotes) / 20);
    QCOMPARE(passage.finding, Finding::Changed);
    QCOMPARE(seenIn(page, passage), hidden);
}

QTEST_GUILESS_MAIN(TestPassages)
#include "tst_passages.moc"
