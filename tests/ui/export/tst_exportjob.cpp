#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/browse/browser.h"
#include "ui/export/exportjob.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus and an empty folder to export to.
class TestExportJob : public QObject {
    Q_OBJECT

private slots:
    void init();

    void writes();
    void cancelledAtOnce();
    void cancelledAtTheEnd();
    void destroyedWhileItRuns();
    void folderThatIsGone();
    void nothingToWrite();
    void onlySomeCases();

private:
    std::unique_ptr<ExportJob> makeJob(const QString &name = u"out.pdf"_s) const;
    /// Runs a job to its end.
    void run(ExportJob &job);
    QStringList files() const { return QDir(m_target->root()).entryList(QDir::Files | QDir::Hidden); }

    QString m_message; ///< of the last job
    bool m_cancelled = false;
    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusFolder> m_target;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<Browser> m_browser;
};

void TestExportJob::init()
{
    m_browser.reset();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_target = std::make_unique<CorpusFolder>();
    m_session = std::make_unique<CorpusSession>();
    m_browser = std::make_unique<Browser>(*m_session);
    QVERIFY(openAndWait(*m_session, m_folder->root()));
}

std::unique_ptr<ExportJob> TestExportJob::makeJob(const QString &name) const
{
    return std::make_unique<ExportJob>(m_browser->corpus(), m_browser->result(), BriefingOptions(),
                                       m_target->path(name));
}

void TestExportJob::run(ExportJob &job)
{
    int finished = 0;
    connect(&job, &ExportJob::finished, &job, [&](const QString &message, bool cancelled) {
        ++finished;
        m_message = message;
        m_cancelled = cancelled;
    });
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, 60'000);
}

void TestExportJob::writes()
{
    const auto job = makeJob();
    QList<int> shares;
    QStringList told;
    connect(job.get(), &ExportJob::progress, job.get(), [&](int share, const QString &words) {
        shares.append(share);
        told.append(words);
    });
    m_session->close(); // the job has its own copies
    run(*job);
    QCOMPARE(m_message, QString());
    QVERIFY(!m_cancelled);
    QVERIFY(m_target->read(u"out.pdf"_s).startsWith("%PDF-"));
    QCOMPARE(files(), QStringList{u"out.pdf"_s});
    QVERIFY(std::is_sorted(shares.cbegin(), shares.cend()));
    QCOMPARE(shares.last(), 1000);
    QVERIFY2(told.first().startsWith(u"Laying out page 1, case 1 of 5"_s), qPrintable(told.first()));
    QVERIFY2(told.last().startsWith(u"Writing page "_s), qPrintable(told.last()));
}

void TestExportJob::cancelledAtOnce()
{
    m_target->write(u"out.pdf"_s, "old");
    const auto job = makeJob();
    job->cancel();
    run(*job);
    QVERIFY(m_cancelled);
    QCOMPARE(files(), QStringList{u"out.pdf"_s});
    QCOMPARE(m_target->read(u"out.pdf"_s), "old"_ba);
}

void TestExportJob::cancelledAtTheEnd()
{
    const auto job = makeJob();
    connect(job.get(), &ExportJob::progress, job.get(), [&job](int share) {
        if (share == 1000)
            job->cancel();
    });
    run(*job);
    // In time or too late: what is said is what is true.
    QCOMPARE(m_cancelled, !m_target->exists(u"out.pdf"_s));
}

void TestExportJob::destroyedWhileItRuns()
{
    m_folder->writeMany(300);
    QVERIFY(lookAndWait(*m_session));
    auto job = makeJob();
    bool started = false;
    connect(job.get(), &ExportJob::progress, job.get(), [&started] { started = true; });
    job->start();
    QTRY_VERIFY(started);
    job.reset();
    QCOMPARE(files(), QStringList());
}

void TestExportJob::folderThatIsGone()
{
    const auto job = makeJob(u"gone/out.pdf"_s);
    run(*job);
    QVERIFY(!m_message.isEmpty());
    QVERIFY(!m_cancelled);
}

void TestExportJob::nothingToWrite()
{
    m_browser->setQueryText(u"nowhere"_s);
    const auto job = makeJob();
    run(*job);
    QVERIFY(!m_message.isEmpty());
    QCOMPARE(files(), QStringList());
}

void TestExportJob::onlySomeCases()
{
    m_browser->setArrangement({u"tags"_s, SortKey::Relevance});
    const Corpus &corpus = m_browser->corpus();
    const SearchResult part = onlyCases(m_browser->result(), corpus, {u"alpha"_s, u"gamma"_s, u"nobody"_s});
    QCOMPARE(part.matches(), 2);
    QStringList groups;
    for (const ResultGroup &group : part.groups) {
        groups.append(group.value);
        for (const int row : group.rows)
            QVERIFY(corpus.at(row)->id == u"alpha"_s || corpus.at(row)->id == u"gamma"_s);
    }
    QCOMPARE(groups, (QStringList{u"cache"_s, u"cli"_s, u"web"_s}));
    QCOMPARE(onlyCases(m_browser->result(), corpus, {}).matches(), 0);
}

CASEBOOK_GUI_TEST(TestExportJob)
#include "tst_exportjob.moc"
