#include "core/corpus/schemareader.h"
#include "core/document/document.h"
#include "core/markdown/parser.h"
#include "outline.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/evidencetypesetter.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(
fields:
  title: {type: text}
  year: {type: year}
  claims: {type: records, fields: {side: {}, reason: {}, text: {}, source: {type: number}, figure: {type: number}}}
  figures: {type: records}
  sources: {type: records, fields: {relation: {}}}
)";

const QByteArray twoClaims =
    "title: T\nyear: 2015\nsources: [{relation: first-party}]\n"
    "figures: [{what: Speed, after: 3, source: 1}]\n"
    "claims: [{side: for, reason: Speed, text: Fast., figure: 1}, {side: against, text: Hard.}]\n";

} // namespace

class TestEvidenceTypesetter : public QObject {
    Q_OBJECT

private slots:
    void wordsStandWithWhatTheyAreAbout();
    void wordsExplainThemselvesOnAScreen();
    void paperHasTheWordsAlone();
    void noWordsWithoutEvidence_data();
    void noWordsWithoutEvidence();
    void addresses_data();
    void addresses();
    void lines();

private:
    void typeset(QTextDocument &document, const QByteArray &yaml, const TypeStyle &style) const
    {
        CaseStudy study;
        study.fields = toValue(Document::parse("---\n" + yaml + "\n---\n").tree());
        study.title = study.fields[u"title"].toText();
        prepareDocument(&document, style, 10);
        document.setTextWidth(700);
        CaseOptions options;
        options.today = QDate(2026, 11, 20);
        CaseTypesetter(m_schema, style, options).append(QTextCursor(&document), study, parseMarkdown(QByteArray()));
    }

    Schema m_schema = readSchema(description).schema;
    TypeStyle m_screen = TypeStyle::fromPalette(QPalette());
};

void TestEvidenceTypesetter::wordsStandWithWhatTheyAreAbout()
{
    for (const TypeStyle &style : {m_screen, TypeStyle::forPrint()}) {
        QTextDocument document;
        typeset(document, twoClaims, style);
        const QStringList lines = outlineOf(document);
        QVERIFY2(lines.contains(u"p 2015 · Measured, old"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"p Speed measured, old"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"p Hard. first-hand, old"_s), qPrintable(lines.join(u'\n')));
        QVERIFY(lines.filter(u"Figure: "_s).isEmpty()); // the figure that a claim names is told by the word
    }
}

void TestEvidenceTypesetter::wordsExplainThemselvesOnAScreen()
{
    QTextDocument document;
    typeset(document, twoClaims, m_screen);
    const auto links = linksOf(document);
    QCOMPARE(links.value(u"Measured, old"_s), evidenceLink(0));
    QCOMPARE(links.value(u"measured, old"_s), evidenceLink(1));
    QCOMPARE(links.value(u"first-hand, old"_s), evidenceLink(2));
    const QString whole = formatOf(document, u"Measured, old"_s).toolTip();
    QCOMPARE(whole.count(u'\n'), 2);
    QVERIFY(whole.contains(u"measured 2, first-hand 1"_s));
    const QString claim = formatOf(document, u"first-hand, old"_s).toolTip();
    QVERIFY2(claim.startsWith(u"First-hand: "_s), qPrintable(claim));
    QVERIFY2(claim.contains(u"\n\u22122: It was told in 2015"_s), qPrintable(claim));
}

void TestEvidenceTypesetter::paperHasTheWordsAlone()
{
    QTextDocument document;
    typeset(document, twoClaims, TypeStyle::forPrint());
    for (const QString &address : linksOf(document))
        QVERIFY2(claimOfEvidenceLink(address) < 0, qPrintable(address));
}

void TestEvidenceTypesetter::noWordsWithoutEvidence_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<bool>("declared");
    QTest::newRow("no front matter") << QByteArray() << true;
    QTest::newRow("a key of its own") << QByteArray(twoClaims + "evidence: thin\n") << true;
    QTest::newRow("a corpus without") << twoClaims << false;
}

void TestEvidenceTypesetter::noWordsWithoutEvidence()
{
    QFETCH(QByteArray, yaml);
    QFETCH(bool, declared);
    const Schema schema = std::exchange(m_schema, declared ? m_schema : Schema());
    QTextDocument document;
    typeset(document, yaml, m_screen);
    m_schema = schema;
    for (const QString &address : linksOf(document))
        QVERIFY2(claimOfEvidenceLink(address) < 0, qPrintable(address));
    QCOMPARE(document.toPlainText().contains(u"thin"_s), yaml.contains("thin"));
}

void TestEvidenceTypesetter::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("claim");
    QTest::newRow("the case") << evidenceLink(0) << 0;
    QTest::newRow("a claim") << evidenceLink(12) << 12;
    QTest::newRow("no number") << u"casebook:evidence/x"_s << -1;
    QTest::newRow("a negative number") << u"casebook:evidence/-3"_s << -1;
    QTest::newRow("another link") << u"casebook:case/3"_s << -1;
    QTest::newRow("nothing") << QString() << -1;
}

void TestEvidenceTypesetter::addresses()
{
    QFETCH(QString, address);
    QTEST(claimOfEvidenceLink(address), "claim");
}

void TestEvidenceTypesetter::lines()
{
    QCOMPARE(evidenceInLines({{u"a"_s, {}, u"All."_s}, {u"b"_s, u"-1"_s, u"Less."_s}}), u"All.\n\u22121: Less."_s);
    QCOMPARE(evidenceInLines({}), QString());
}

QTEST_MAIN(TestEvidenceTypesetter)
#include "tst_evidencetypesetter.moc"
