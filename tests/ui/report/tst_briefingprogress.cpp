#include "tests/ui/report/briefingcorpus.h"
#include "tests/ui/report/pdfreader.h"
#include "ui/report/briefing.h"
#include "ui/report/caseruns.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <vector>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// So many cases of some words, headings, links and letters of several scripts, each with a source of its own.
void fill(const BriefingCorpus &corpus, int cases)
{
    for (int i = 1; i <= cases; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(4, '0');
        corpus.write(u"cases/many/m"_s + QString::fromLatin1(number) + u".md"_s,
                     "---\ntitle: Case" + number + "\ndecision: " + (i % 3 ? "migrating" : "decided-against")
                         + "\nyear: " + QByteArray::number(6000 - i) + "\nclaims:\n  - {side: for, text: Because"
                         + number + "}\nsources:\n  - {title: Source" + number + ", url: \"https://example.org/"
                         + number + "\"}\ntags: [many]\n---\n\n## What\n\nWords" + number
                         + " größer **слово** 文字, `code` and *more*.\n\n"
                         + QByteArray("A line that is longer than that. ").repeated(i % 40) + "\n\n- one\n- two\n");
    }
}

/// A plan of nothing but the sizes of its groups.
BriefingPlan planOf(const QList<int> &groups)
{
    BriefingPlan plan;
    for (qsizetype group = 0; group < groups.size(); ++group)
        plan.groupOf.insert(plan.groupOf.end(), static_cast<size_t>(groups.at(group)), static_cast<int>(group));
    plan.cases.resize(plan.groupOf.size());
    return plan;
}

} // namespace

/// How a briefing is made: told page by page, stopped anywhere, on one thread or on several.
class TestBriefingProgress : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void tellsHowFarItIs();
    void saysHowFarItIs();
    void cancelLeavesNoFile();
    void runsOnAnotherThread();
    void cutsCasesIntoRuns_data();
    void cutsCasesIntoRuns();
    void givesTheSameBytesOnAnyNumberOfThreads_data();
    void givesTheSameBytesOnAnyNumberOfThreads();
    void linksLeadFromFileToFile();
    void stopsAllThreads();
    void tellsWhyACaseOfARunIsGone();

private:
    BriefingOptions options() const
    {
        BriefingOptions options;
        options.title = u"Should we move?"_s;
        options.date = QDate(2026, 5, 6);
        return options;
    }
    QString target() const { return m_target->filePath(u"out.pdf"_s); }
    QStringList written() const
    {
        return QDir(m_target->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    SearchResult selectMany() const { return BriefingCorpus::select(m_many, u"tags:many"_s, u"decision"_s); }

    std::unique_ptr<BriefingCorpus> m_folder = std::make_unique<BriefingCorpus>();
    std::unique_ptr<BriefingCorpus> m_manyFolder = std::make_unique<BriefingCorpus>();
    Corpus m_many;
    std::unique_ptr<QTemporaryDir> m_target;
};

void TestBriefingProgress::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    qputenv("SOURCE_DATE_EPOCH", "1750000000");
    fill(*m_manyFolder, 200);
    m_many = m_manyFolder->load();
}

void TestBriefingProgress::init()
{
    m_target = std::make_unique<QTemporaryDir>();
}

void TestBriefingProgress::runsOnAnotherThread()
{
    const Corpus corpus = m_folder->load();
    const SearchResult all = BriefingCorpus::select(corpus);
    QList<bool> done(2, false);
    std::vector<std::unique_ptr<QThread>> threads;
    for (qsizetype i = 0; i < done.size(); ++i) {
        const QString path = m_target->filePath(QString::number(i));
        threads.emplace_back(QThread::create(
            [&, i, path, slot = &done[i]] { *slot = writeBriefing(corpus, all, options(), path).has_value(); }));
    }
    for (const auto &thread : threads)
        thread->start();
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(done, QList<bool>(2, true));
    QCOMPARE(PdfReader(m_target->filePath(u"0"_s)).pages(), PdfReader(m_target->filePath(u"1"_s)).pages());
}

void TestBriefingProgress::tellsHowFarItIs()
{
    using Phase = BriefingStep::Phase;
    const Corpus corpus = m_folder->load();
    QList<BriefingStep> steps;
    const auto progress = [&](const BriefingStep &step) {
        steps.append(step);
        return true;
    };
    QVERIFY(writeBriefing(corpus, BriefingCorpus::select(corpus), options(), target(), progress));
    const int pages = PdfReader(target()).pages();
    QList<int> cases;
    QList<int> laidOut;
    QList<int> written;
    qreal share = 0;
    for (const BriefingStep &step : std::as_const(steps)) {
        QVERIFY(step.share >= share && step.share <= 1);
        share = step.share;
        QList<int> &done = step.phase == Phase::LayOut ? laidOut : written;
        if (done.isEmpty() || done.last() != step.pages)
            done.append(step.pages);
        if (step.phase == Phase::LayOut && (cases.isEmpty() || cases.last() != step.cases))
            cases.append(step.cases);
        QCOMPARE(step.allPages, step.phase == Phase::LayOut ? 0 : pages);
        QVERIFY(!stepInWords(step).isEmpty());
    }
    QCOMPARE(cases, (QList<int>{0, 1, 2, 3, 4}));
    QCOMPARE(laidOut.size(), pages + 1); // each of them, one after the other
    QCOMPARE(written.size(), pages);
    QCOMPARE(written.last(), pages);
    QCOMPARE(share, 1.0);
}

void TestBriefingProgress::saysHowFarItIs()
{
    using Phase = BriefingStep::Phase;
    QCOMPARE(stepInWords({Phase::LayOut, 12, 0, 2, 30, 0.1}), u"Laying out page 12, case 3 of 30"_s);
    QCOMPARE(stepInWords({Phase::LayOut, 90, 0, 30, 30, 0.9}), u"Laying out page 90"_s);
    QCOMPARE(stepInWords({Phase::Write, 12, 98, 0, 0, 0.9}), u"Writing page 12 of 98"_s);
    QCOMPARE(stepInWords({Phase::Print, 12, 98, 0, 0, 0.9}), u"Printing page 12 of 98"_s);
}

void TestBriefingProgress::cancelLeavesNoFile()
{
    const Corpus corpus = m_folder->load();
    const SearchResult all = BriefingCorpus::select(corpus);
    const auto write = [&](const BriefingProgress &progress) {
        return writeBriefing(corpus, all, options(), target(), progress);
    };
    int steps = 0;
    QVERIFY(write([&](const BriefingStep &) { return ++steps > 0; }));
    QVERIFY(QFile::remove(target()));
    // Wherever it is stopped, the very last time included.
    for (int last = 1; last <= steps; ++last) {
        int step = 0;
        const Result<void> result = write([&](const BriefingStep &) { return ++step < last; });
        QVERIFY2(!result, qPrintable(QString::number(last)));
        QVERIFY(result.error().message.contains(u"Cancelled"_s));
        QCOMPARE(step, last); // and is not asked again
        QCOMPARE(this->written(), QStringList());
    }
    QFile old(target());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    for (const BriefingStep::Phase phase : {BriefingStep::Phase::LayOut, BriefingStep::Phase::Write}) {
        QVERIFY(!write([phase](const BriefingStep &step) { return step.phase != phase || step.pages < 2; }));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        old.close();
        QCOMPARE(this->written().size(), 1);
    }
}

void TestBriefingProgress::cutsCasesIntoRuns_data()
{
    QTest::addColumn<QList<int>>("groups"); // how many cases are in each
    QTest::addColumn<BriefingRecipe::Layout>("layout");
    QTest::addColumn<QList<int>>("starts");
    const auto apart = BriefingRecipe::Layout::CasePerPage;
    const auto continuous = BriefingRecipe::Layout::Continuous;
    QTest::newRow("none") << QList<int>{} << apart << QList<int>{};
    QTest::newRow("few") << QList<int>{20, 43} << apart << QList<int>{0};
    QTest::newRow("no run is too short") << QList<int>{95} << apart << QList<int>{0};
    QTest::newRow("three") << QList<int>{20, 180} << apart << QList<int>{0, 64, 128};
    QTest::newRow("not more than eight") << QList<int>{1600} << apart
                                         << QList<int>{0, 200, 400, 600, 800, 1000, 1200, 1400};
    QTest::newRow("only where a group begins") << QList<int>{20, 180} << continuous << QList<int>{0};
    QTest::newRow("where groups begin") << QList<int>{60, 60, 60, 60} << continuous << QList<int>{0, 120};
}

void TestBriefingProgress::cutsCasesIntoRuns()
{
    QFETCH(QList<int>, groups);
    QFETCH(BriefingRecipe::Layout, layout);
    const BriefingPlan plan = planOf(groups);
    const std::vector<CaseRun> runs = caseRuns(plan, layout);
    QList<int> starts;
    int end = 0;
    for (const CaseRun &run : runs) {
        QCOMPARE(run.first, end);
        QVERIFY(run.end > run.first);
        starts.append(run.first);
        end = run.end;
    }
    QCOMPARE(end, static_cast<int>(plan.cases.size()));
    QTEST(starts, "starts");
}

void TestBriefingProgress::givesTheSameBytesOnAnyNumberOfThreads_data()
{
    QTest::addColumn<BriefingRecipe::Layout>("layout");
    QTest::addColumn<bool>("color");
    QTest::newRow("a case a page") << BriefingRecipe::Layout::CasePerPage << true;
    QTest::newRow("continuous, grey") << BriefingRecipe::Layout::Continuous << false;
}

void TestBriefingProgress::givesTheSameBytesOnAnyNumberOfThreads()
{
    QFETCH(BriefingRecipe::Layout, layout);
    QFETCH(bool, color);
    const SearchResult all = selectMany();
    QByteArray first;
    for (const int threads : {1, 2, 3, 3}) { // again: threads never come in the same order
        BriefingOptions many = options();
        many.layout = layout;
        many.color = color;
        many.threads = threads;
        QVERIFY(writeBriefing(m_many, all, many, target()));
        QFile file(target());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY2(first.isEmpty() || bytes == first, qPrintable(QString::number(threads)));
        first = bytes;
    }
}

void TestBriefingProgress::linksLeadFromFileToFile()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    BriefingOptions many = options();
    many.threads = 2;
    QVERIFY(writeBriefing(m_many, selectMany(), many, target()));
    PdfReader pdf(target());
    const QList<PdfReader::Link> links = pdf.links();
    const QList<PdfReader::OutlineItem> outline = pdf.outline();
    int found = 0;
    for (const PdfReader::OutlineItem &item : outline) {
        if (!item.title.contains(u"Case0"_s))
            continue;
        ++found;
        if (found % 40 != 1) // to read a page takes a while
            continue;
        const QString words = pdf.runningWords(item.page);
        QVERIFY2(words.contains(item.title) && words.contains(u"größer слово"_s), qPrintable(words));
        QVERIFY2(words.endsWith(u"Page %1 of %2"_s.arg(item.page + 1).arg(pdf.pages())), qPrintable(words));
        const auto leadsThere = [&](const PdfReader::Link &link) { return link.destination == item.page; };
        QVERIFY(std::count_if(links.begin(), links.end(), leadsThere) >= 3); // contents, group, sources
    }
    QCOMPARE(found, 200);
}

void TestBriefingProgress::stopsAllThreads()
{
    BriefingOptions many = options();
    many.threads = 3;
    int asked = 0;
    const auto progress = [&](const BriefingStep &step) {
        ++asked;
        return step.cases < 50;
    };
    const Result<void> result = writeBriefing(m_many, selectMany(), many, target(), progress);
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(u"Cancelled"_s));
    QVERIFY(asked > 0);
    QCOMPARE(written(), QStringList());
}

void TestBriefingProgress::tellsWhyACaseOfARunIsGone()
{
    BriefingOptions many = options();
    many.threads = 3;
    const SearchResult all = selectMany();
    // Known to the plan, gone when its turn comes.
    const auto progress = [&](const BriefingStep &) {
        QFile::remove(m_manyFolder->path(u"cases/many/m0199.md"_s));
        return true;
    };
    const Result<void> result = writeBriefing(m_many, all, many, target(), progress);
    m_manyFolder->write(u"cases/many/m0199.md"_s, "---\ntitle: Case0199\n---\n");
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"m0199"_s), qPrintable(result.error().message));
    QCOMPARE(written(), QStringList());
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    TestBriefingProgress test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_briefingprogress.moc"
