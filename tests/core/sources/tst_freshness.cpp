#include "core/corpus/fieldtexts.h"
#include "core/corpus/session.h"
#include "core/curate/addressplan.h"
#include "core/exporters/htmlcase.h"
#include "core/exporters/json.h"
#include "core/exporters/textcase.h"
#include "core/query/search.h"
#include "core/sources/archive.h"
#include "core/sources/archiveindex.h"
#include "core/sources/linkfields.h"
#include "core/sources/sourcesession.h"
#include "tests/core/corpus/testfolder.h"
#include "tests/core/query/testcorpus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(name: Mine
roles: {sources: {field: evidence-for, url: where}, reviewed: looked-at}
fields:
  title: {type: text}
  evidence-for: {type: records, fields: {where: {type: url}}}
  looked-at: {type: date}
)";

const QDate today(2026, 11, 20);
const QDateTime noon(today, QTime(12, 0), Qt::UTC);

LinkRecord record(const QString &url, LinkState state)
{
    return {url, state, 0, {}, false, {}, noon};
}

SourceFactsPtr factsOf(const LinkRecordList &records)
{
    SourceFacts facts;
    for (const LinkRecord &one : records)
        addLinkRecord(facts.links, one);
    return std::make_shared<const SourceFacts>(std::move(facts));
}

} // namespace

/// The computed fields that tell of sources, in any corpus; and the edits that give sources other addresses.
class TestFreshness : public QObject {
    Q_OBJECT

private slots:
    void init();

    void whoHasTheFields_data();
    void whoHasTheFields();
    void ofACase_data();
    void ofACase();
    void snapshotsAreOfPages();
    void copiesInTheArchiveCount();
    void ownKeyGoesBefore();
    void asked_data();
    void asked();
    void answersFollowWhatIsFoundOut();
    void exportsTell();
    void sessionKeepsAndTells();
    void otherProcessesAreHeard();
    void sessionTellsOfDamage();
    void newAddresses();
    void newAddressesOfBareOnes();
    void newAddressesLeaveOutWhatTheyMust();

private:
    TestCorpus corpusOf(const LinkRecordList &records) const;

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_cache;
};

void TestFreshness::init()
{
    m_cache = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", m_cache->path().toUtf8());
    m_folder = std::make_unique<TestFolder>();
}

TestCorpus TestFreshness::corpusOf(const LinkRecordList &records) const
{
    TestCorpus test(description);
    test.add(u"alpha"_s,
             "title: Alpha\nevidence-for: [{where: 'https://a.example/'}, {where: https://b.example/}]\n"
             "looked-at: 2026-11-01");
    test.add(u"beta"_s, "title: Beta\nevidence-for: [{where: https://b.example/}]\nlooked-at: 2025-11-19");
    test.add(u"gamma"_s, "title: Gamma\nlooked-at: 2026-01-01");
    test.corpus.setToday(today);
    test.corpus.setSourceFacts(factsOf(records));
    return test;
}

void TestFreshness::whoHasTheFields_data()
{
    QTest::addColumn<QByteArray>("corpus");
    QTest::addColumn<QString>("computed");

    QTest::newRow("sources and reviews") << QByteArray(description) << u"link needs"_s;
    QTest::newRow("reviews alone") << QByteArray("roles: {reviewed: day}\nfields: {day: {type: date}}\n") << u"needs"_s;
    QTest::newRow("neither") << QByteArray("fields: {title: {type: text}}\n") << QString();
    QTest::newRow("fields of its own") << QByteArray(
        "roles: {sources: sources}\nfields: {sources: {type: records, fields: {url: {type: url}}}, "
        "link: {type: url}, needs: {type: text}}\n")
                                       << QString();
}

void TestFreshness::whoHasTheFields()
{
    QFETCH(QByteArray, corpus);
    QStringList computed;
    for (const Field &field : readSchema(corpus).schema.computed)
        computed.append(field.id);
    QTEST(computed.join(u' '), "computed");
}

void TestFreshness::ofACase_data()
{
    QTest::addColumn<QByteArray>("frontMatter");
    QTest::addColumn<QString>("links");
    QTest::addColumn<QString>("needs");

    const QByteArray fresh = "looked-at: 2026-11-01\n";
    QTest::newRow("no sources") << fresh << QString() << QString();
    QTest::newRow("unchecked") << QByteArray(fresh + "evidence-for: [{where: https://new.example/}]") << u"unchecked"_s
                               << u"snapshot"_s;
    QTest::newRow("dead") << QByteArray(fresh + "evidence-for: [{where: https://dead.example/}]") << u"dead"_s
                          << u"dead-link snapshot"_s;
    QTest::newRow("blanks around it") << QByteArray(fresh + "evidence-for: [{where: ' https://dead.example/ '}]")
                                      << u"dead"_s << u"dead-link snapshot"_s;
    QTest::newRow("each state once") << QByteArray(
        fresh
        + "evidence-for: [{where: https://fine.example/}, {where: https://dead.example/}, "
          "{where: https://fine.example/#x}, {where: https://fine.example/}]")
                                     << u"fine dead unchecked"_s << u"dead-link snapshot"_s;
    QTest::newRow("forbidden to robots is not dead")
        << QByteArray(fresh + "evidence-for: [{where: https://shut.example/}]") << u"forbidden"_s << u"snapshot"_s;
    QTest::newRow("no web addresses") << QByteArray(
        fresh + "evidence-for: [{where: 'mailto:a@b.example'}, {where: notes.md}, {where: 'https://'}]")
                                      << QString() << QString();
    QTest::newRow("bare addresses") << QByteArray(fresh + "evidence-for: [https://fine.example/]") << u"fine"_s
                                    << u"snapshot"_s;
    QTest::newRow("a single source") << QByteArray(fresh + "evidence-for: {where: https://fine.example/}") << u"fine"_s
                                     << u"snapshot"_s;
    QTest::newRow("reviewed a year ago") << QByteArray("looked-at: 2025-11-20") << QString() << QString();
    QTest::newRow("reviewed more than a year ago") << QByteArray("looked-at: 2025-11-19") << QString() << u"review"_s;
    QTest::newRow("never reviewed") << QByteArray("title: T") << QString() << u"review"_s;
    QTest::newRow("no day of review") << QByteArray("looked-at: soon") << QString() << u"review"_s;
}

void TestFreshness::ofACase()
{
    QFETCH(QByteArray, frontMatter);
    const SourceFactsPtr facts = factsOf({record(u"https://dead.example/"_s, LinkState::Dead),
                                          record(u"https://fine.example/"_s, LinkState::Fine),
                                          record(u"https://shut.example/"_s, LinkState::Forbidden)});
    const TestCorpus test(description);
    const CaseStudyPtr study = test.makeCase(u"one"_s, frontMatter);
    const Schema &schema = test.corpus.schema();
    QTEST(FieldTexts(linkField.toString(), schema, today, facts).of(*study).join(u' '), "links");
    QTEST(FieldTexts(needsField.toString(), schema, today, facts).of(*study).join(u' '), "needs");
    const FreshnessReader reader(schema, facts, today);
    QCOMPARE(reader.reasonsOf(*study).size(), reader.needsOf(*study).size());
    for (const QString &reason : reader.reasonsOf(*study))
        QVERIFY(reason.endsWith(u'.'));
    // Without a day nothing is too long ago, and with nothing known no link is dead.
    QVERIFY(!FreshnessReader(schema, {}, {}).needsOf(*study).contains(Need::Review));
    QVERIFY(!FreshnessReader(schema, {}, today).needsOf(*study).contains(Need::DeadLink));
}

void TestFreshness::snapshotsAreOfPages()
{
    SourceFacts facts;
    facts.addSnapshot(u"https://www.a.example/page/"_s, noon);
    facts.addSnapshot(u"https://www.a.example/page/"_s, noon.addDays(-1));
    QCOMPARE(facts.snapshots.values(), QList<QDateTime>{noon});
    QVERIFY(facts.hasSnapshot(u"http://a.example/page#part"_s));
    QVERIFY(!facts.hasSnapshot(u"https://a.example/other"_s));
    const TestCorpus test(description);
    const FreshnessReader reader(test.corpus.schema(), std::make_shared<const SourceFacts>(facts), today);
    const auto needs = [&](const QByteArray &sources) {
        return reader.needsOf(*test.makeCase(u"one"_s, "looked-at: 2026-11-01\nevidence-for: " + sources));
    };
    QCOMPARE(needs("[{where: https://a.example/page}]"), QList<Need>());
    QCOMPARE(needs("[{where: https://a.example/page}, {where: https://b.example/}]"), QList<Need>{Need::Snapshot});
}

void TestFreshness::copiesInTheArchiveCount()
{
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->writeCase(u"cases/alpha.md"_s,
                        "title: Alpha\nevidence-for: [{where: https://a.example/}]\n"
                        "looked-at: 2999-01-01\n");
    CorpusSession session;
    SourceSession sources(session);
    QVERIFY(session.open(m_folder->root()));
    QTRY_VERIFY(session.corpus().size() == 1 && !session.isLoading());
    const auto needs = [&session] {
        const Corpus &corpus = session.corpus();
        return FieldTexts(needsField.toString(), corpus).of(*corpus.at(0)).join(u' ');
    };
    QCOMPARE(needs(), u"snapshot"_s);
    Snapshot snapshot;
    snapshot.url = u"https://a.example/"_s;
    snapshot.taken = noon;
    snapshot.status = 200;
    snapshot.type = u"text/html"_s;
    snapshot.sha256 = QByteArray(64, 'a');
    snapshot.path = snapshotPath(snapshot.sha256, snapshot.type);
    m_folder->write(QString::fromUtf16(archiveIndexPath), indexLine(snapshot));
    sources.lookAgain();
    QTRY_COMPARE(needs(), QString());
    m_folder->remove(QString::fromUtf16(archiveIndexPath));
    sources.lookAgain();
    QTRY_COMPARE(needs(), u"snapshot"_s);
}

void TestFreshness::ownKeyGoesBefore()
{
    const TestCorpus test(description);
    const CaseStudyPtr study = test.makeCase(u"one"_s, "link: mine\nneeds: [tea]");
    QCOMPARE(FieldTexts(linkField.toString(), test.corpus).of(*study), QStringList(u"mine"_s));
    QCOMPARE(FieldTexts(needsField.toString(), test.corpus).of(*study), QStringList(u"tea"_s));
}

void TestFreshness::asked_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("cases");

    QTest::newRow("a state") << u"link:dead"_s << u"alpha beta"_s;
    QTest::newRow("another one") << u"link:fine"_s << u"alpha"_s;
    QTest::newRow("by its label") << u"link:\"Forbidden to robots\""_s << QString();
    QTest::newRow("none at all") << u"missing:link"_s << u"gamma"_s;
    QTest::newRow("what needs a look") << u"has:needs"_s << u"alpha beta"_s;
    QTest::newRow("a need") << u"needs:review"_s << u"beta"_s;
    QTest::newRow("most needs first") << u"sort:-needs"_s << u"beta alpha gamma"_s;
    QTest::newRow("worst first") << u"sort:link has:link"_s << u"alpha beta"_s;
}

void TestFreshness::asked()
{
    QFETCH(QString, query);
    TestCorpus test =
        corpusOf({record(u"https://a.example/"_s, LinkState::Fine), record(u"https://b.example/"_s, LinkState::Dead)});
    Search search(test.corpus);
    QStringList ids;
    for (const int position : search.run(parseQuery(query, test.corpus.schema()), {}).order)
        ids.append(test.corpus.at(position)->id);
    QTEST(ids.join(u' '), "cases");
}

void TestFreshness::answersFollowWhatIsFoundOut()
{
    TestCorpus test = corpusOf({});
    Search search(test.corpus);
    const Query dead = parseQuery(u"link:dead", test.corpus.schema());
    const Query sorted = parseQuery(u"sort:link", test.corpus.schema());
    QCOMPARE(search.run(dead, {}).matches(), 0);
    QCOMPARE(search.run(sorted, {}).order.front(), 0);
    test.corpus.setSourceFacts(
        factsOf({record(u"https://a.example/"_s, LinkState::Fine), record(u"https://b.example/"_s, LinkState::Dead)}));
    search.sourceFactsChanged();
    QCOMPARE(search.run(dead, {}).matches(), 2);
    test.corpus.setSourceFacts(factsOf({record(u"https://a.example/"_s, LinkState::Dead)}));
    search.sourceFactsChanged();
    const SearchResult result = search.run(dead, {});
    QCOMPARE(result.matches(), 1);
    QCOMPARE(search.run(sorted, {}).order.front(), 0);
    const auto facet = std::find_if(result.facets.begin(), result.facets.end(),
                                    [](const Facet &one) { return one.path == linkField; });
    QVERIFY(facet != result.facets.end());
    QCOMPARE(facet->values.size(), 2);
}

void TestFreshness::exportsTell()
{
    LinkRecord dead = record(u"https://b.example/"_s, LinkState::Dead);
    dead.status = 410;
    const TestCorpus test = corpusOf({dead});
    const CaseStudy &study = *test.corpus.find(u"beta"_s);
    const QString words = u"Dead (410), checked 20 November 2026"_s;
    QVERIFY(caseHtml(test.corpus, study, {}).contains(words));
    QVERIFY(caseText(test.corpus, study, {}, TextStyle()).contains(words));
    JsonWriter json;
    writeCase(json, test.corpus, study);
    const QJsonArray links = QJsonDocument::fromJson(json.take()).object().value(u"links"_s).toArray();
    const QJsonObject expected{{u"url"_s, dead.url},
                               {u"state"_s, u"dead"_s},
                               {u"status"_s, 410},
                               {u"location"_s, QString()},
                               {u"checked"_s, u"2026-11-20T12:00:00Z"_s}};
    QCOMPARE(links, QJsonArray{expected});
    // What nobody has asked needs no words.
    writeCase(json, corpusOf({}).corpus, study);
    QVERIFY(!json.take().contains("\"links\""));
}

void TestFreshness::sessionKeepsAndTells()
{
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->writeCase(u"cases/alpha.md"_s, "title: Alpha\nevidence-for: [{where: https://a.example/}]\n");
    const LinkRecord dead = record(u"https://a.example/"_s, LinkState::Dead);
    {
        CorpusSession session;
        SourceSession sources(session);
        sources.add(dead); // nothing is open: nothing is known
        QVERIFY(session.open(m_folder->root()));
        QSignalSpy changed(&session, &CorpusSession::sourceFactsChanged);
        sources.add(dead);
        QTRY_COMPARE(linkOf(session.corpus().sourceFacts(), dead.url), dead);
        QVERIFY(!changed.isEmpty());
        sources.add(record(u"https://b.example/"_s, LinkState::Fine)); // is kept even if all ends now
    }
    CorpusSession session;
    const SourceSession sources(session);
    QVERIFY(session.open(m_folder->root()));
    QTRY_COMPARE(linkOf(session.corpus().sourceFacts(), dead.url), dead);
    QCOMPARE(linkOf(session.corpus().sourceFacts(), u"https://b.example/"_s).state, LinkState::Fine);
    const auto loaded = loadCorpus(m_folder->root());
    QVERIFY(loaded);
    QCOMPARE(linkOf(loaded->sourceFacts(), dead.url), dead);
    session.close();
    QVERIFY(!session.corpus().sourceFacts());
}

void TestFreshness::otherProcessesAreHeard()
{
    m_folder->write(u"corpus.yaml"_s, description);
    CorpusSession session;
    SourceSession sources(session);
    QVERIFY(session.open(m_folder->root()));
    sources.add(record(u"https://a.example/"_s, LinkState::Fine));
    QVERIFY(addLinkRecords(m_folder->root(), {record(u"https://b.example/"_s, LinkState::Dead)}));
    sources.lookAgain();
    QTRY_COMPARE(linkOf(session.corpus().sourceFacts(), u"https://b.example/"_s).state, LinkState::Dead);
    QTRY_COMPARE(readLinkRecords(m_folder->root()).records.size(), 2);
    QCOMPARE(linkOf(session.corpus().sourceFacts(), u"https://a.example/"_s).state, LinkState::Fine);
}

void TestFreshness::sessionTellsOfDamage()
{
    m_folder->write(u"corpus.yaml"_s, description);
    QVERIFY(addLinkRecords(m_folder->root(), {}));
    QFile file(linkRecordsPath(m_folder->root()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    CorpusSession session;
    const SourceSession sources(session);
    QSignalSpy told(&sources, &SourceSession::message);
    QVERIFY(session.open(m_folder->root()));
    QVERIFY(!told.isEmpty() || told.wait());
    QVERIFY(told.first().first().toString().contains(file.fileName()));
}

void TestFreshness::newAddresses()
{
    m_folder->write(u"corpus.yaml"_s, description);
    const QByteArray before = "---\ntitle: Alpha # mine\nevidence-for:\n  - where: \"https://a.example/\" # old\n"
                              "  - where: https://b.example/\nmore: https://a.example/\n---\nSee https://a.example/.\n";
    m_folder->write(u"cases/alpha.md"_s, before);
    m_folder->writeCase(u"cases/beta.md"_s, "title: Beta\nevidence-for: [{where: https://b.example/}]\n");
    const auto corpus = loadCorpus(m_folder->root());
    QVERIFY(corpus);
    const QList<AddressChange> changes{{u"https://a.example/"_s, u"https://new.example/: x"_s}};
    QCOMPARE(pathsCiting(*corpus, changes), QStringList(u"cases/alpha.md"_s));
    const Plan plan = planAddresses(corpus->layout(), corpus->schema(),
                                    {u"cases/alpha.md"_s, u"cases/beta.md"_s, u"cases/none.md"_s}, changes);
    QCOMPARE(plan.files.size(), 1);
    QByteArray after = before;
    after.replace("\"https://a.example/\" # old", "\"https://new.example/: x\" # old");
    QCOMPARE(plan.files.first().after, after);
    QCOMPARE(plan.same, QStringList(u"cases/beta.md"_s));
    QCOMPARE(plan.leftOut.size(), 1);
    const PlanOutcome outcome = carryOut(m_folder->root(), plan);
    QCOMPARE(outcome.done, 1);
    QVERIFY(performOperation(m_folder->root(), outcome.undo));
    QFile file(m_folder->path(u"cases/alpha.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

void TestFreshness::newAddressesOfBareOnes()
{
    m_folder->writeCase(u"alpha.md"_s, "title: Alpha\nsources: [https://a.example/, https://b.example/]\n");
    m_folder->writeCase(u"beta.md"_s, "title: Beta\nsources: {url: https://b.example/}\n");
    const auto corpus = loadCorpus(m_folder->root());
    QVERIFY(corpus);
    const Plan plan = planAddresses(corpus->layout(), corpus->schema(), {u"alpha.md"_s, u"beta.md"_s},
                                    {{u"https://b.example/"_s, u"https://c.example/"_s}});
    QCOMPARE(plan.files.size(), 2);
    QVERIFY(plan.files.at(0).after.contains("sources: [https://a.example/, https://c.example/]\n"));
    QVERIFY(plan.files.at(1).after.contains("sources: {url: https://c.example/}\n"));
}

void TestFreshness::newAddressesLeaveOutWhatTheyMust()
{
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->write(u"cases/broken.md"_s, "---\ntitle: [\n---\n");
    const auto corpus = loadCorpus(m_folder->root());
    QVERIFY(corpus);
    const Plan plan = planAddresses(corpus->layout(), corpus->schema(), {u"cases/broken.md"_s, u"../outside.md"_s},
                                    {{u"https://b.example/"_s, u"https://c.example/"_s}});
    QVERIFY(plan.files.isEmpty());
    QCOMPARE(plan.leftOut.size(), 2);
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
