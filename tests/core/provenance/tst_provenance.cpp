#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/markdown/parser.h"
#include "core/provenance/provenance.h"
#include "core/provenance/quotesinbody.h"
#include "core/sources/archivestore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QString address = u"https://blog.test/queue"_s;
const QString otherAddress = u"https://talks.test/2023/maps"_s;

QList<Source> twoSources()
{
    return {{.title = u"Why we replaced the queue"_s, .url = address, .year = 0, .kind = {}, .relation = {}},
            {.title = u"Maps"_s, .url = otherAddress, .year = 0, .kind = {}, .relation = {}}};
}

/// A corpus of one case in a folder of its own.
class SmallCorpus {
public:
    explicit SmallCorpus(const QByteArray &claims, const QByteArray &body)
    {
        write(u"corpus.yaml"_s,
              "name: Small\n"
              "roles: {title: title, claims: claims, sources: sources}\n"
              "fields:\n"
              "  title: {type: text}\n"
              "  claims: {type: records, fields: {text: {type: text}, source: {type: number}}}\n"
              "  sources: {type: records, fields: {title: {type: text}, url: {type: url}}}\n");
        write(u"cases/one.md"_s,
              "---\ntitle: One\nclaims:\n" + claims
                  + "sources:\n"
                    "  - {title: Why we replaced the queue, url: https://blog.test/queue}\n"
                    "  - {title: Maps, url: https://talks.test/2023/maps}\n"
                    "---\n"
                  + body);
    }

    QString root() const { return m_folder.path(); }

    void keep(const QString &url, const QByteArray &html, const QString &time = u"2026-11-20T08:30:00Z"_s)
    {
        Snapshot look;
        look.url = url;
        look.taken = QDateTime::fromString(time, Qt::ISODate);
        look.status = 200;
        look.type = u"text/html"_s;
        look.charset = u"utf-8"_s;
        QVERIFY(keepSnapshot(root(), look, html));
    }

    QList<Provenance> provenance(SnapshotTexts &texts, const std::stop_token &stop = {}) const
    {
        const Result<Corpus> corpus = loadCorpus(root());
        const CaseStudyPtr study = corpus->find(u"one"_s);
        const Result<Document> document = readDocument(corpus->layout(), study->path);
        return provenanceOf(*study, corpus->schema(), parseMarkdown(document->bodyText()), root(),
                            Archive::read(root()), texts, stop);
    }

private:
    void write(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir(root()).mkpath(QFileInfo(path).path()));
        QFile file(root() + u'/' + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_folder;
};

const QByteArray queuePage = "<html><head><title>Queue</title></head><body><article><h1>The queue</h1>"
                             "<p>Every evening the queue stood still for two seconds &ndash; nobody could say why.</p>"
                             "<p>After five months the new queue carried all of the 140 depots, and the servers went "
                             "from 64 to 11. The night shift noticed it before we did, and sent us a cake.</p>"
                             "</article></body></html>";

} // namespace

class TestProvenance : public QObject {
    Q_OBJECT

private slots:
    void namesItsSource_data();
    void namesItsSource();
    void quotesInLists();
    void nothingWithoutSnapshots();
    void findsClaimsAndQuotes();
    void bestOfSeveralSources();
    void looksIntoOlderSnapshots();
    void stopsWhenAsked();
    void brokenSnapshot();
    void wordsForPeople();
};

void TestProvenance::namesItsSource_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<int>>("sources");
    QTest::addColumn<bool>("isParaphrase");
    const QString words = u"It stood still."_s;
    QTest::newRow("none") << QByteArray("> It stood still.\n") << words << QList<int>{} << false;
    QTest::newRow("link in a last line") << QByteArray("> It stood still.\n> — Ines, [blog](https://blog.test/queue)\n")
                                         << words << QList<int>{1} << false;
    QTest::newRow("link in a last paragraph")
        << QByteArray("> It stood still.\n>\n> -- [talk](http://www.talks.test/2023/maps/#t=3)\n") << words
        << QList<int>{2} << false;
    QTest::newRow("line below the quote")
        << QByteArray("> It stood still.\n\n— Ines, source 2\n") << words << QList<int>{2} << false;
    QTest::newRow("number in brackets") << QByteArray("> It stood still.\n> – Ines [2]\n") << words << QList<int>{2}
                                        << false;
    QTest::newRow("number of no source") << QByteArray("> It stood still.\n> — Ines [7]\n") << words << QList<int>{}
                                         << false;
    QTest::newRow("title") << QByteArray("> It stood still.\n> — Ines in *Why we replaced the Queue*\n") << words
                           << QList<int>{1} << false;
    QTest::newRow("link in parentheses") << QByteArray("> It stood still. ([Source](https://blog.test/queue))\n")
                                         << words << QList<int>{1} << false;
    QTest::newRow("link in its words") << QByteArray("> It [stood](https://blog.test/queue) still.\n") << words
                                       << QList<int>{1} << false;
    QTest::newRow("link to elsewhere") << QByteArray("> It [stood](https://other.test/) still.\n") << words
                                       << QList<int>{} << false;
    QTest::newRow("link is all there is")
        << QByteArray("> [It stood still.](https://blog.test/queue)\n") << words << QList<int>{1} << false;
    QTest::newRow("paraphrase") << QByteArray("> In paraphrase: It stood still.\n") << words << QList<int>{} << true;
    QTest::newRow("dash inside") << QByteArray("> It stood still.\n> and – so we thought – for ever\n")
                                 << u"It stood still. and – so we thought – for ever"_s << QList<int>{} << false;
}

void TestProvenance::namesItsSource()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    QFETCH(QList<int>, sources);
    QFETCH(bool, isParaphrase);
    const QList<BodyQuote> quotes = quotesIn(parseMarkdown(QByteArray("Before.\n\n" + body)), twoSources());
    QCOMPARE(quotes.size(), 1);
    QCOMPARE(quotes.first().words.simplified(), words);
    QCOMPARE(quotes.first().sources, sources);
    QCOMPARE(quotes.first().isParaphrase, isParaphrase);
    QCOMPARE(quotes.first().line, 3);
}

void TestProvenance::quotesInLists()
{
    const QList<BodyQuote> quotes = quotesIn(parseMarkdown("- a\n\n  > one\n  >\n  > > inside\n- b\n\n> two\n"), {});
    QCOMPARE(quotes.size(), 2);
    QCOMPARE(quotes.at(0).words.simplified(), u"one inside"_s);
    QCOMPARE(quotes.at(1).line, 8);
}

void TestProvenance::nothingWithoutSnapshots()
{
    SmallCorpus corpus("  - {text: The servers went from 64 to 11, source: 1}\n", "> the servers went\n");
    SnapshotTexts texts;
    QVERIFY(corpus.provenance(texts).isEmpty());
    corpus.keep(otherAddress, "<p>Something else entirely is told here, at some length, about maps.</p>");
    const QList<Provenance> all = corpus.provenance(texts);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).state, Provenance::State::NoSnapshot);
    QVERIFY(!all.at(0).isKnown());
    QCOMPARE(all.at(1).state, Provenance::State::NotFound);
    QCOMPARE(all.at(1).without, 1);
}

void TestProvenance::findsClaimsAndQuotes()
{
    SmallCorpus corpus("  - {text: Where there were 64 servers there are 11 now, source: 1}\n"
                       "  - {text: The new queue carries all of the 150 depots after five months, source: 1}\n"
                       "  - {text: The compiler found eleven faults in the geometry, source: 1}\n"
                       "  - {text: '...', source: 1}\n",
                       "> Every evening the queue stood still [...] nobody could say why.\n\nText.\n\n"
                       "> Every evening the queue stood still for three seconds\n> — source 1\n\nText.\n\n"
                       "> We never looked back and would do it again\n");
    corpus.keep(address, queuePage);
    SnapshotTexts texts;
    const QList<Provenance> all = corpus.provenance(texts);
    QStringList states;
    for (const Provenance &one : all)
        states.append(provenanceId(one.state));
    QCOMPARE(states, (QStringList{u"found"_s, u"changed"_s, u"not-found"_s, u"found"_s, u"changed"_s, u"not-found"_s}));
    QCOMPARE(all.at(1).passage.missing, QStringList{u"150"_s});
    QCOMPARE(all.at(3).passageText, u"Every evening the queue stood still for two seconds – nobody could say why"_s);
    QCOMPARE(all.at(3).source, 1);
    QCOMPARE(all.at(3).url, address);
    QCOMPARE(all.at(3).snapshot.sha256.size(), 64);
    QCOMPARE(all.at(3).sought.number, 1);
    QCOMPARE(all.at(4).passage.changes, (QList<WordChange>{{u"three"_s, u"two"_s}}));
    // Asked again, it is answered from what is known.
    QVERIFY(QFile::remove(corpus.root() + u'/' + all.at(3).snapshot.path));
    QCOMPARE(corpus.provenance(texts).at(3).passage, all.at(3).passage);
}

void TestProvenance::bestOfSeveralSources()
{
    SmallCorpus corpus("  - {text: The servers went from 64 to 11}\n",
                       "> the new queue carried all of the 140 depots\n");
    corpus.keep(address, "<p>Another text about the new queue, which carried some of the depots for a while.</p>");
    corpus.keep(otherAddress, queuePage);
    SnapshotTexts texts;
    const QList<Provenance> all = corpus.provenance(texts);
    QCOMPARE(all.size(), 2);
    for (const Provenance &one : all) {
        QCOMPARE(one.state, Provenance::State::Found);
        QCOMPARE(one.source, 2);
        QCOMPARE(one.looked, 2);
    }
}

void TestProvenance::looksIntoOlderSnapshots()
{
    SmallCorpus corpus("  - {text: The servers went from 64 to 11, source: 1}\n",
                       "> Every evening the queue stood still for two seconds\n\nand\n\n"
                       "> The night shift noticed it before we did, and sent us a cake\n\nand\n\n"
                       "> Nothing of the kind was ever written by anybody there\n");
    corpus.keep(address, queuePage, u"2025-01-02T08:30:00Z"_s);
    corpus.keep(address, QByteArray(queuePage).replace("cake", "letter"), u"2025-06-02T08:30:00Z"_s);
    corpus.keep(address, "<p>We have moved. The night shift noticed it before we did, and sent us a letter.</p>",
                u"2026-11-20T08:30:00Z"_s);
    SnapshotTexts texts;
    const QList<Provenance> all = corpus.provenance(texts);
    QCOMPARE(all.size(), 4);
    // The latest one that has them, and it is told which that is.
    for (const int number : {0, 1}) {
        QCOMPARE(all.at(number).state, Provenance::State::Found);
        QVERIFY(all.at(number).isOlder());
        QCOMPARE(all.at(number).snapshot.taken.date(), QDate(2025, 6, 2));
        QCOMPARE(all.at(number).latest.date(), QDate(2026, 11, 20));
        QVERIFY(provenanceInLines(all.at(number)).contains(u"This is an older snapshot: the latest, taken on"));
    }
    QVERIFY(!all.at(1).passageText.isEmpty());
    QCOMPARE(all.at(2).state, Provenance::State::Found); // changed in both that came later
    QCOMPARE(all.at(2).snapshot.taken.date(), QDate(2025, 1, 2));
    QCOMPARE(all.at(3).state, Provenance::State::NotFound);
    QVERIFY(!all.at(3).isOlder());
    QCOMPARE(all.at(3).looked, 3);
}

void TestProvenance::stopsWhenAsked()
{
    SmallCorpus corpus("  - {text: The servers went from 64 to 11, source: 1}\n", "");
    corpus.keep(address, queuePage);
    SnapshotTexts texts;
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(corpus.provenance(texts, stop.get_token()).isEmpty());
    QCOMPARE(corpus.provenance(texts).size(), 1); // and nothing wrong is remembered
}

void TestProvenance::brokenSnapshot()
{
    SmallCorpus corpus("  - {text: The servers went from 64 to 11, source: 1}\n", "");
    corpus.keep(address, queuePage);
    QFile file(corpus.root() + u'/' + Archive::read(corpus.root()).snapshots().first().path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("<p>More than was received.</p>");
    file.close();
    SnapshotTexts texts;
    const QList<Provenance> all = corpus.provenance(texts);
    QCOMPARE(all.first().state, Provenance::State::Unreadable);
    QVERIFY(!all.first().trouble.isEmpty());
}

void TestProvenance::wordsForPeople()
{
    Provenance one;
    one.sought.isVerbatim = true;
    one.state = Provenance::State::Changed;
    one.source = 1;
    one.passage.finding = Finding::Changed;
    one.passage.measure = 0.875;
    one.passage.changes = {{u"red"_s, u"brown"_s}, {u""_s, u"quick"_s}};
    QCOMPARE(provenanceWord(one), u"found with changes"_s);
    QVERIFY(provenanceInLines(one).contains(u"Instead of “red” the page has “brown”."));
    QVERIFY(provenanceInLines(one).contains(u"The page also has “quick”."));
    QVERIFY(provenanceInLines(one).contains(u"88 % of its words"));
    one.sought.isVerbatim = false;
    one.passage.missing = {u"40"_s};
    QCOMPARE(provenanceWord(one), u"passage found without 40"_s);
    QVERIFY(provenanceInLines(one).contains(u"a reader must judge"));
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
