#include "tests/ui/report/briefingcorpus.h"
#include "tests/ui/report/pdfreader.h"
#include "tests/ui/support/guitest.h"
#include "ui/export/printjob.h"

#include <QDir>
#include <QPrinter>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Prints to PDF files, which are read back. Every test has a corpus and an empty folder.
class TestPrintJob : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void printsThePagesOfThePdf_data();
    void printsThePagesOfThePdf();
    void printsTheRange();
    void printsTheCopies();
    void takesThePaperOfThePrinter_data();
    void takesThePaperOfThePrinter();
    void failsWithAReason_data();
    void failsWithAReason();
    void cancelled_data();
    void cancelled();
    void destroyedWhileItRuns();

private:
    QString path(const QString &name) const { return m_target->filePath(name); }
    /// Prints to printed.pdf.
    void print();
    /// The words of every page of a file in the order of reading; a ligature counts as its letters.
    static QStringList words(const QString &path);
    /// Those of the PDF with the same options.
    QStringList expected() const;
    QStringList files() const { return QDir(m_target->path()).entryList(QDir::Files | QDir::Hidden); }

    BriefingCorpus m_folder;
    std::shared_ptr<const Corpus> m_corpus;
    PrintContent m_content;
    std::shared_ptr<QPrinter> m_printer;
    std::unique_ptr<QTemporaryDir> m_target;
    int m_cancelAt = -1; ///< percent; -1: never
    int m_lastShare = -1;
    QString m_message;
    bool m_cancelled = false;
};

void TestPrintJob::initTestCase()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    m_corpus = std::make_shared<const Corpus>(m_folder.load());
}

void TestPrintJob::init()
{
    m_target = std::make_unique<QTemporaryDir>();
    m_content = {m_corpus, BriefingCorpus::select(*m_corpus, {}, u"decision"_s), {}};
    m_content.options.title = u"To the board"_s;
    m_content.options.date = QDate(2026, 11, 20);
    m_printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    m_printer->setOutputFormat(QPrinter::PdfFormat);
    m_printer->setOutputFileName(path(u"printed.pdf"_s));
    m_printer->setPageSize(QPageSize(QPageSize::A4));
    m_cancelAt = -1;
}

void TestPrintJob::print()
{
    PrintJob job(m_content, m_printer);
    int finished = 0;
    connect(
        &job, &PrintJob::progress, &job,
        [&](int share) {
            m_lastShare = share;
            if (m_cancelAt >= 0 && share >= 10 * m_cancelAt)
                job.cancel();
        },
        Qt::DirectConnection);
    connect(&job, &PrintJob::finished, &job, [&](const QString &message, bool cancelled) {
        ++finished;
        m_message = message;
        m_cancelled = cancelled;
    });
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, 60'000);
}

QStringList TestPrintJob::words(const QString &path)
{
    PdfReader reader(path);
    QStringList pages;
    for (int page = 0; page < reader.pages(); ++page)
        pages.append(reader.runningWords(page).normalized(QString::NormalizationForm_KC).simplified());
    return pages;
}

QStringList TestPrintJob::expected() const
{
    const QTemporaryDir folder;
    const QString pdf = folder.filePath(u"expected.pdf"_s);
    const auto written = writeBriefing(*m_content.corpus, m_content.selection, m_content.options, pdf);
    return written ? words(pdf) : QStringList{written.error().message};
}

void TestPrintJob::printsThePagesOfThePdf_data()
{
    QTest::addColumn<BriefingRecipe::Layout>("layout");
    QTest::addColumn<bool>("color");
    QTest::addColumn<bool>("all"); // parts
    QTest::addColumn<QString>("notice");
    QTest::newRow("usual") << BriefingRecipe::Layout::CasePerPage << true << true << QString();
    QTest::newRow("continuous") << BriefingRecipe::Layout::Continuous << true << true << u"Confidential"_s;
    QTest::newRow("grey, cases alone") << BriefingRecipe::Layout::CasePerPage << false << false << QString();
}

void TestPrintJob::printsThePagesOfThePdf()
{
    QFETCH(bool, all);
    QFETCH(BriefingRecipe::Layout, layout);
    QFETCH(bool, color);
    QFETCH(QString, notice);
    BriefingOptions &options = m_content.options;
    options.layout = layout;
    options.color = color;
    options.notice = notice;
    options.summary = options.contents = options.sources = options.appendix = all;
    print();
    QCOMPARE(m_message, QString());
    QCOMPARE(files(), QStringList{u"printed.pdf"_s});
    const QStringList printed = words(path(u"printed.pdf"_s));
    QVERIFY(printed.size() > 4);
    QCOMPARE(printed, expected());
    QCOMPARE(m_lastShare, 1000);
}

void TestPrintJob::printsTheRange()
{
    m_printer->setPrintRange(QPrinter::PageRange);
    QPageRanges ranges;
    ranges.addRange(2, 3);
    ranges.addPage(5);
    m_printer->setPageRanges(ranges);
    print();
    QCOMPARE(m_message, QString());
    const QStringList all = expected();
    QCOMPARE(words(path(u"printed.pdf"_s)), (QStringList{all.at(1), all.at(2), all.at(4)}));
}

void TestPrintJob::printsTheCopies()
{
    m_printer->setCopyCount(2);
    print();
    QCOMPARE(m_message, QString());
    const QStringList all = expected();
    QCOMPARE(words(path(u"printed.pdf"_s)), all + all);
}

void TestPrintJob::takesThePaperOfThePrinter_data()
{
    QTest::addColumn<QPageSize>("paper");
    QTest::addColumn<QPageLayout::Orientation>("orientation");
    QTest::addColumn<BriefingRecipe::Paper>("layout"); ///< what the pages are laid out for
    const auto a4 = BriefingRecipe::Paper::A4;
    QTest::newRow("that of the recipe") << QPageSize(QPageSize::A4) << QPageLayout::Portrait << a4;
    QTest::newRow("the other one") << QPageSize(QPageSize::Letter) << QPageLayout::Portrait
                                   << BriefingRecipe::Paper::Letter;
    QTest::newRow("smaller") << QPageSize(QPageSize::A5) << QPageLayout::Portrait << a4;
    QTest::newRow("larger") << QPageSize(QPageSize::A3) << QPageLayout::Portrait << a4;
    QTest::newRow("on its side") << QPageSize(QPageSize::A4) << QPageLayout::Landscape << a4;
}

void TestPrintJob::takesThePaperOfThePrinter()
{
    QFETCH(QPageSize, paper);
    QFETCH(QPageLayout::Orientation, orientation);
    QFETCH(BriefingRecipe::Paper, layout);
    m_printer->setPageSize(paper);
    m_printer->setPageOrientation(orientation);
    print();
    QCOMPARE(m_message, QString());
    m_content.options.paper = layout;
    QCOMPARE(words(path(u"printed.pdf"_s)), expected());
    PdfReader reader(path(u"printed.pdf"_s));
    const QSizeF size = reader.pageSize(0);
    const QSizeF wanted = orientation == QPageLayout::Landscape ? paper.size(QPageSize::Point).transposed()
                                                                : paper.size(QPageSize::Point);
    QVERIFY(qAbs(size.width() - wanted.width()) < 1.5);
    QVERIFY(qAbs(size.height() - wanted.height()) < 1.5);
}

void TestPrintJob::failsWithAReason_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("page"); ///< the only one wanted; 0: all
    QTest::addColumn<QString>("reason");
    QTest::newRow("no file") << QString() << QString() << 0 << u"no printer"_s;
    QTest::newRow("no folder") << u"gone/x.pdf"_s << QString() << 0 << u"gone"_s;
    QTest::newRow("no cases") << u"x.pdf"_s << u"nowhere-at-all"_s << 0 << u"no case"_s;
    QTest::newRow("no such page") << u"x.pdf"_s << QString() << 900 << u"none of those"_s;
}

void TestPrintJob::failsWithAReason()
{
    QFETCH(QString, file);
    QFETCH(QString, query);
    QFETCH(int, page);
    QFETCH(QString, reason);
    m_printer->setOutputFileName(file.isEmpty() ? QString() : path(file));
    m_printer->setOutputFormat(QPrinter::PdfFormat);
    m_content.selection = BriefingCorpus::select(*m_corpus, query, u"decision"_s);
    if (page > 0) {
        m_printer->setPrintRange(QPrinter::PageRange);
        m_printer->setFromTo(page, page);
    }
    print();
    QVERIFY2(m_message.contains(reason), qPrintable(m_message));
    QVERIFY(!m_cancelled);
    QCOMPARE(files(), QStringList());
}

void TestPrintJob::cancelled_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("at once") << 0;
    QTest::newRow("while pages are painted") << 60;
    QTest::newRow("after the last one") << 100;
}

void TestPrintJob::cancelled()
{
    QFETCH(int, percent);
    QFile old(path(u"printed.pdf"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    m_cancelAt = percent;
    print();
    QVERIFY(m_cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "old"_ba);
    QCOMPARE(files(), QStringList{u"printed.pdf"_s});
}

void TestPrintJob::destroyedWhileItRuns()
{
    auto job = std::make_unique<PrintJob>(m_content, m_printer);
    job->start();
    job.reset();
    QCOMPARE(files(), QStringList());
}

CASEBOOK_GUI_TEST(TestPrintJob)
#include "tst_printjob.moc"
