#include "core/corpus/fieldtexts.h"
#include "core/corpus/loader.h"
#include "core/corpus/schemareader.h"
#include "core/document/document.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencefields.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);

constexpr char description[] = R"(
fields:
  title: {}
  year: {type: year}
  stage: {type: choice}
  claims: {type: records, fields: {text: {}, source: {type: number}, figure: {type: number}}}
  figures: {type: records, fields: {before: {type: number}, after: {type: number}, source: {type: number}}}
  sources: {type: records, fields: {url: {type: url}, year: {type: year}, kind: {}, relation: {}}}
)";

CaseStudy makeCase(const QByteArray &frontMatter)
{
    CaseStudy study;
    QByteArray file = "---\n";
    file += frontMatter;
    file += "\n---\n";
    study.fields = toValue(Document::parse(file).tree());
    return study;
}

QString print(const Strength &strength)
{
    return wordOf(strength).toLower();
}

/// "measured | claims: first-hand; measured, dated | figures: measured"
QString print(const std::optional<CaseEvidence> &evidence)
{
    if (!evidence)
        return u"none"_s;
    QString text = print(evidence->strength);
    for (const auto &[name, strengths] :
         {std::pair(u"claims"_s, evidence->claims), std::pair(u"figures"_s, evidence->figures)}) {
        QStringList words;
        for (const Strength &strength : strengths)
            words.append(print(strength));
        if (!words.isEmpty())
            text += u" | "_s + name + u": "_s + words.join(u"; "_s);
    }
    return text;
}

} // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void cases_data();
    void cases();
    void backing_data();
    void backing();
    void otherNames();
    void noDate();
    void explanation_data();
    void explanation();
    void fieldTexts_data();
    void fieldTexts();
    void theBundledCorpus();

private:
    EvidenceReader m_reader{readSchema(description).schema, today};
};

void TestEvidence::cases_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &yaml, const char *expected) {
        QTest::newRow(name) << yaml << QString::fromUtf8(expected);
    };
    const QByteArray two = "sources: [{relation: first-party, year: 2025}, {relation: third-party, year: 2024}]\n";
    row("no front matter", "", "none");
    row("nothing that counts", "title: x", "reported, unsourced");
    row("sources alone", two, "first-hand");
    row("a bare address", "year: 2026\nsources: [https://a.example/]", "reported");
    row("a single source as a map", "sources: {relation: third-party, year: 2026}", "reported");
    row("the strongest claim counts", two + "claims: [{source: 2}, {source: 1}]",
        "first-hand | claims: reported; first-hand");
    row("among equals the less weakened",
        "sources: [{relation: first-party, year: 2018}, {relation: first-party, year: 2025}]\n"
        "claims: [{source: 1}, {source: 2}]",
        "first-hand | claims: first-hand, dated; first-hand");
    row("a claim with no source, of two", two + "claims: [{text: x}]",
        "reported, unsourced | claims: reported, unsourced");
    row("a claim with no source, of one", "sources: [{relation: first-party, year: 2025}]\nclaims: [{text: x}]",
        "first-hand | claims: first-hand");
    row("a source that is not there", two + "claims: [{source: 3}, {source: -1}, {source: x}]",
        "reported, unsourced | claims: reported, unsourced; reported, unsourced; reported, unsourced");
    row("a claim as a single map", two + "claims: {source: 1}", "first-hand | claims: first-hand");
    row("claims that are no records", two + "claims: [x, y]",
        "reported, unsourced | claims: reported, unsourced; reported, unsourced");
    row("a figure alone", two + "figures: [{after: 1, source: 1}]", "measured | figures: measured");
    row("a third party's figure", two + "figures: [{after: 1, source: 2}]", "reported | figures: reported");
    row("hypothetical", two + "stage: hypothetical\nclaims: [{source: 1}]\nfigures: [{source: 1}]",
        "hypothetical | claims: hypothetical | figures: hypothetical");
    row("a vendor", "sources: [{relation: first-party, kind: vendor-blog, year: 2026}]",
        "first-hand, interested source");
    row("a hiring page", "sources: [{relation: first-party, kind: hiring-page, year: 2026}]",
        "first-hand, interested source");
    row("the source's year before the case's", "year: 2000\nsources: [{relation: first-party, year: 2025}]",
        "first-hand");
    row("the case's year for want of one", "year: 2000\nsources: [{relation: first-party}]", "first-hand, old");
    row("a date for a year", "year: 2019-05-01\nsources: [{relation: first-party}]", "first-hand, dated");
    row("no year at all", "sources: [{relation: first-party}]", "first-hand, undated");
    row("a key of its own", two + "evidence: doubtful", "none");
}

void TestEvidence::cases()
{
    QFETCH(QByteArray, yaml);
    const CaseStudy study = makeCase(yaml);
    const auto evidence = m_reader.read(study);
    QTEST(print(evidence), "expected");
    QCOMPARE(m_reader.strengthOf(study), evidence ? std::optional(evidence->strength) : std::nullopt);
}

/// Whether a figure is found to back a claim.
void TestEvidence::backing_data()
{
    QTest::addColumn<QByteArray>("figures");
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<bool>("measured");
    const auto row = [](const char *name, const char *figures, const char *claim, bool measured) {
        QTest::newRow(name) << QByteArray(figures) << QByteArray(claim) << measured;
    };
    const char percent[] = "{before: 76, after: 24, source: 1}";
    row("the number before", percent, "{source: 1, text: It was 76 percent.}", true);
    row("the number after", percent, "{source: 1, text: Now 24 percent.}", true);
    row("neither number", percent, "{source: 1, text: Now 23 percent.}", false);
    row("part of a number", percent, "{source: 1, text: Now 240 or 1.24.}", false);
    row("no text", percent, "{source: 1}", false);
    row("another source", percent, "{source: 2, text: Now 24 percent.}", false);
    row("a third party's", "{after: 24, source: 3}", "{source: 3, text: Now 24 percent.}", false);
    row("named", percent, "{source: 2, figure: 1}", true);
    row("another one named", "{after: 24, source: 1}, {after: 30, source: 3}", "{source: 1, figure: 2, text: Now 24.}",
        false);
    row("the second named", "{after: 24, source: 3}, {after: 30, source: 1}", "{source: 3, figure: 2}", true);
    row("one that is not there", percent, "{source: 1, figure: 2, text: Now 24 percent.}", false);
    row("named, a third party's", "{after: 24, source: 3}", "{source: 1, figure: 1}", false);
    row("named, without a source of its own", "{after: 24}", "{source: 1, figure: 1}", true);
    row("a small number is chance", "{after: 2, source: 1}", "{source: 1, text: After 2 months.}", false);
    row("a small fraction is not", "{after: 3.4, source: 1}", "{source: 1, text: It was 3.4 times as fast.}", true);
    row("with separators", "{after: 30000, source: 1}", "{source: 1, text: '30,000 a second'}", true);
    row("a figure in words", "{after: many, source: 1}", "{source: 1, text: many}", false);
    row("a negative figure", "{after: -20, source: 1}", "{source: 1, text: 20 percent less}", true);
    row("no figures", "", "{source: 1, figure: 1, text: 24}", false);
}

void TestEvidence::backing()
{
    QFETCH(QByteArray, figures);
    QFETCH(QByteArray, claim);
    const CaseStudy study =
        makeCase("sources: [{relation: first-party}, {relation: first-party}, {relation: third-party}]\n"
                 "year: 2026\nfigures: ["
                 + figures + "]\nclaims: [" + claim + "]");
    const auto evidence = m_reader.read(study);
    QVERIFY(evidence);
    QTEST(evidence->claims.first().level == EvidenceLevel::Measured, "measured");
    QCOMPARE(m_reader.strengthOf(study), std::optional(evidence->strength));
}

void TestEvidence::otherNames()
{
    const Schema schema = readSchema(R"(
roles:
  claims: {field: arguments, source: from, figure: number, text: words}
  figures: {field: numbers, source: page, before: old, after: new}
  sources: {field: pages, relation: whose, kind: sort, year: when}
  stage: state
evidence: {first-party: ours, hypothetical: dreamt, interested: advert, years: 1}
fields:
  state: {}
  arguments: {type: records}
  numbers: {type: records}
  pages: {type: records, fields: {whose: }}
)")
                              .schema;
    const EvidenceReader reader(schema, today);
    const QByteArray pages =
        "pages: [{whose: ours, when: 2024}, {whose: ours, sort: advert, when: 2026}, {whose: x}]\n";
    QCOMPARE(print(reader.read(makeCase(pages
                                        + "arguments: [{from: 1, number: 1}, {from: 2, words: 30 times}, {from: 3}]\n"
                                          "numbers: [{page: 2, old: 1, new: 30}]"))),
             u"measured, interested source | claims: measured, old; measured, interested source; reported, undated"
             " | figures: measured, interested source"_s);
    QCOMPARE(print(reader.read(makeCase(pages + "state: [x, dreamt]"))), u"hypothetical, interested source"_s);
}

void TestEvidence::noDate()
{
    const EvidenceReader reader(readSchema(description).schema, QDate());
    QCOMPARE(print(reader.read(makeCase("year: 1990\nsources: [{relation: first-party}]"))), u"first-hand"_s);
    const EvidenceReader none(Schema(), today);
    QVERIFY(!none.read(makeCase("sources: [{relation: first-party}]")));
}

void TestEvidence::explanation_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one claim") << QByteArray("sources: [{relation: first-party, year: 2019}]\nclaims: [{text: x}]")
                               << u"first-hand:first-hand dated:-1"_s;
    QTest::newRow("two claims") << QByteArray("sources: [{relation: first-party, year: 2025}]\nclaims: [{}, {}]")
                                << u"strongest: first-hand:first-hand"_s;
    QTest::newRow("a claim and a figure")
        << QByteArray("sources: [{relation: first-party, year: 2025}]\nclaims: [{}]\nfigures: [{}]")
        << u"strongest: measured:measured"_s;
    QTest::newRow("sources alone") << QByteArray("sources: [{relation: first-party, year: 2025}]")
                                   << u"best-source: first-hand:first-hand"_s;
}

void TestEvidence::explanation()
{
    QFETCH(QByteArray, yaml);
    const auto evidence = m_reader.read(makeCase(yaml));
    QVERIFY(evidence);
    QStringList steps;
    for (const EvidenceStep &step : evidence->steps()) {
        steps.append(step.rule + u':' + step.effect);
        QVERIFY(!step.sentence.isEmpty());
    }
    QTEST(steps.join(u' '), "expected");
}

void TestEvidence::fieldTexts_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("evidence");
    QTest::addColumn<QString>("weakened");
    const QByteArray source = "sources: [{relation: first-party, kind: vendor-blog, year: 2010}]\n";
    QTest::newRow("computed") << source << u"first-hand"_s << u"interested old"_s;
    QTest::newRow("none") << QByteArray() << QString() << QString();
    QTest::newRow("its own") << QByteArray(source + "evidence: [hearsay, rumour]") << u"hearsay rumour"_s << QString();
    QTest::newRow("its own weakness") << QByteArray(source + "weakened: yes") << u"first-hand"_s << u"yes"_s;
}

void TestEvidence::fieldTexts()
{
    QFETCH(QByteArray, yaml);
    const Schema schema = readSchema(description).schema;
    const CaseStudy study = makeCase(yaml);
    QTEST(FieldTexts(evidenceField.toString(), schema, today).of(study).join(u' '), "evidence");
    QTEST(FieldTexts(weakenedField.toString(), schema, today).of(study).join(u' '), "weakened");
    QCOMPARE(FieldTexts(u"title"_s, schema, today).of(study), textsAt(study, u"title"));
}

/// A piece of advice is worth less than counts of what happened.
void TestEvidence::theBundledCorpus()
{
    const Result<Corpus> corpus = loadCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust"));
    QVERIFY(corpus);
    const EvidenceReader reader(corpus->schema(), today);
    const CaseStudyPtr advice = corpus->find(u"propelauth"_s);
    const CaseStudyPtr counts = corpus->find(u"google"_s);
    QVERIFY(advice && counts);
    const auto weak = reader.read(*advice);
    const auto strong = reader.read(*counts);
    QVERIFY(weak && strong);
    QCOMPARE(weak->strength.level, EvidenceLevel::Hypothetical);
    QCOMPARE(strong->strength.level, EvidenceLevel::Measured);
    QVERIFY(weak->strength.rank() < strong->strength.rank());
    for (const Strength &claim : weak->claims)
        QVERIFY(claim.rank() < strong->strength.rank());
    const QList<Claim> claims = claimsOf(*counts, corpus->schema());
    for (qsizetype i = 0; i < claims.size(); ++i) {
        if (claims.at(i).text.contains(u"76 percent"))
            QCOMPARE(strong->claims.at(i).level, EvidenceLevel::Measured);
    }
    for (const CaseStudyPtr &study : corpus->cases()) {
        const auto evidence = reader.read(*study);
        QVERIFY2(evidence, qPrintable(study->id));
        QCOMPARE(reader.strengthOf(*study), std::optional(evidence->strength));
    }
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
