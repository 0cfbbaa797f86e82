#include "core/exporters/casessummary.h"
#include "core/exporters/selectionreport.h"
#include "core/exporters/sourceindex.h"
#include "exportcorpus.h"

#include "core/corpus/loader.h"

#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What is counted over many cases: arguments, sources, and what a query left out.
class TestCasesSummary : public QObject {
    Q_OBJECT

private slots:
    void countsBothSides();
    void picksTheStrongest();
    void tellsWhereItIsThin();
    void hasNothingToSayWithoutClaims();
    void listsSourcesOnce();
    void reportsEachCondition();

private:
    static CasesSummary summaryOf(const ExportCorpus &cases, int most);
};

CasesSummary TestCasesSummary::summaryOf(const ExportCorpus &cases, int most)
{
    const CaseStudies readable = cases.readable();
    QStringList groups;
    std::vector<int> groupOf;
    for (const CaseStudyPtr &study : readable) {
        const QString group = roleText(*study, cases.corpus().schema(), role::group);
        if (!groups.contains(group))
            groups.append(group);
        groupOf.push_back(static_cast<int>(groups.indexOf(group)));
    }
    return summarize(readable, groups, groupOf, cases.corpus().schema(), QDate(2021, 1, 1), most);
}

void TestCasesSummary::countsBothSides()
{
    const ExportCorpus cases;
    const CasesSummary summary = summaryOf(cases, 5);
    QCOMPARE(summary.sides, (QStringList{u"For"_s, u"Against"_s}));
    QCOMPARE(summary.claims, (SideCounts{2, 2}));
    QCOMPARE(summary.cases, (SideCounts{1, 2}));
    QCOMPARE(summary.reasons.size(), 2);
    QCOMPARE(summary.reasons.at(0).label, u"Cost"_s); // the more frequent
    QCOMPARE(summary.reasons.at(0).total, (SideCounts{1, 1}));
    QCOMPARE(summary.reasons.at(1).label, u"Speed & size"_s);
    for (const ReasonRow &row : summary.reasons) {
        SideCounts sum;
        for (const SideCounts &counts : row.groups) {
            sum.first += counts.first;
            sum.second += counts.second;
        }
        QCOMPARE(sum, row.total);
    }
}

void TestCasesSummary::picksTheStrongest()
{
    const ExportCorpus cases;
    const CasesSummary summary = summaryOf(cases, 1);
    QCOMPARE(summary.first.size(), 1);
    QCOMPARE(summary.second.size(), 1);
    QVERIFY(summary.first.first().claim.text.startsWith(u"Twice as fast"));
    QCOMPARE(summary.first.first().reason, u"Speed & size"_s);
    QVERIFY(!summary.first.first().strength.isEmpty());
    // Another reason before another claim of the same, and each but once.
    const CasesSummary more = summaryOf(cases, 5);
    QCOMPARE(more.first.size(), 2);
    QCOMPARE(more.second.size(), 2);
    QVERIFY(more.first.at(0).claim.text != more.first.at(1).claim.text);
    QVERIFY(more.second.at(0).position != more.second.at(1).position);
}

void TestCasesSummary::tellsWhereItIsThin()
{
    ExportCorpus cases;
    QString all = summaryOf(cases, 1).coverage.join(u'\n');
    QVERIFY2(all.contains(u"For: 1 of 3 cases"), qPrintable(all));
    QVERIFY2(all.contains(u"1 of 3 cases name no source."), qPrintable(all));
    QVERIFY2(all.contains(u"1 of 3 cases name no year."), qPrintable(all));
    QVERIFY(!all.contains(u"stands under"));
    cases.select(u"decision:stayed"_s);
    all = summaryOf(cases, 1).coverage.join(u'\n');
    QVERIFY2(all.contains(u"For: no case has a claim"), qPrintable(all));
    QVERIFY2(all.contains(u"No case here stands under Moved to <Rust>."), qPrintable(all));
}

void TestCasesSummary::hasNothingToSayWithoutClaims()
{
    TestFolder folder;
    folder.write(u"note.md"_s, "# A note\n");
    const Result<Corpus> corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const CasesSummary summary = summarize(corpus->cases(), {QString()}, {0}, corpus->schema(), QDate(2021, 1, 1), 3);
    QVERIFY(summary.sides.isEmpty() && summary.reasons.isEmpty() && summary.first.isEmpty());
    QCOMPARE(summary.coverage, QStringList());
    QCOMPARE(summarize({}, {}, {}, corpus->schema(), QDate(), 3).coverage, QStringList());
}

void TestCasesSummary::listsSourcesOnce()
{
    const ExportCorpus cases;
    const CaseStudies readable = cases.readable();
    const SourceIndex index(readable, cases.corpus().schema());
    QCOMPARE(index.sources().size(), 2);
    QCOMPARE(index.sources().at(0).citations, (QList<int>{0, 1}));
    QCOMPARE(index.sources().at(1).citations, QList<int>{0});
    QCOMPARE(index.positionOf(index.sources().at(1).source), 1);
    Source slash = index.sources().at(1).source;
    slash.url += u'/';
    QCOMPARE(index.positionOf(slash), 1);
    QCOMPARE(index.positionOf({}), -1);
    QCOMPARE(index.positionOf({u"Another"_s, u"https://example.com/other"_s, 0, {}, {}}), -1);
}

void TestCasesSummary::reportsEachCondition()
{
    const ExportCorpus cases;
    const Query query = parseQuery(u"year:2020 has:sources"_s, cases.corpus().schema());
    const SelectionReport report = reportSelection(cases.corpus(), query);
    QCOMPARE(report.terms.size(), 2);
    QCOMPARE(report.terms.at(0).removed, 3);
    QCOMPARE(report.terms.at(0).removedOnly, 1); // the second case has a source
    QCOMPARE(report.terms.at(1).removed, 2);
    QCOMPARE(report.terms.at(1).removedOnly, 0);
    QCOMPARE(report.terms.at(1).query, u"has:sources"_s);
    QCOMPARE(report.filtered.size(), 3);
    for (const FilteredCase &filtered : report.filtered)
        QVERIFY(filtered.terms.contains(0));
    QVERIFY(reportSelection(cases.corpus(), {}).filtered.isEmpty());
}

QTEST_GUILESS_MAIN(TestCasesSummary)
#include "tst_casessummary.moc"
