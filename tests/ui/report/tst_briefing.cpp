#include "core/corpus/loader.h"
#include "tests/ui/report/briefingcorpus.h"
#include "tests/ui/report/pdfreader.h"
#include "ui/report/briefing.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

class TestBriefing : public QObject {
    Q_OBJECT

private slots:
    void init();
    void isAValidFile();
    void titlePageTellsWhatItIs();
    void evidenceIsToldAndExplained();
    void contentsLeadToTheCases();
    void sourcesAreClickable();
    void innerLinksLeadToTheirPlaces();
    void casesThatAreNotThereAreNoLinks();
    void outlineLeadsToEverything();
    void saysWhatItIs();
    void pagesAreNumbered();
    void pagesHaveTheirSize_data();
    void pagesHaveTheirSize();
    void wordsAreFound();
    void aCaseOfTwoGroupsStandsOnce();
    void aFolderWithoutDescription();
    void givesTheSameBytes();
    void givesTheSameBytesInEveryProcess();
    void refusesToWriteNothing();
    void leavesOutWhatIsGone();
    void refusesAFolderThatIsClosed();

private:
    BriefingOptions options() const
    {
        BriefingOptions options;
        options.title = u"Should we move?"_s;
        options.question = u"Is it worth the trouble?"_s;
        options.date = QDate(2026, 5, 6);
        options.summary = options.sources = options.appendix = false; // see tst_briefingparts.cpp
        return options;
    }
    QString target() const { return m_target->filePath(u"out.pdf"_s); }
    QStringList written() const
    {
        return QDir(m_target->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// Writes what a query leaves; the message of the Error, or "".
    QString write(const QString &query = {}, const QString &groupPath = {})
    {
        const Corpus corpus = m_folder->load();
        BriefingOptions all = options();
        all.query = query;
        all.selection = query.isEmpty() ? QString() : u"chosen: "_s + query;
        const Result<void> result =
            writeBriefing(corpus, BriefingCorpus::select(corpus, query, groupPath), all, target());
        return result ? QString() : result.error().message;
    }
    /// The first page whose words hold `text`.
    int pageWith(PdfReader &pdf, const QString &text, int from = 2) const
    {
        for (int page = from; page < pdf.pages(); ++page) {
            if (pdf.runningWords(page).contains(text))
                return page;
        }
        return -1;
    }

    std::unique_ptr<BriefingCorpus> m_folder;
    std::unique_ptr<QTemporaryDir> m_target;
};

void TestBriefing::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    qputenv("SOURCE_DATE_EPOCH", "1750000000");
    m_folder = std::make_unique<BriefingCorpus>();
    m_target = std::make_unique<QTemporaryDir>();
}

void TestBriefing::isAValidFile()
{
    const QString checker = QStandardPaths::findExecutable(u"qpdf"_s);
    if (checker.isEmpty())
        QSKIP("qpdf is not installed");
    QCOMPARE(write(), QString());
    QProcess process;
    process.start(checker, {u"--check"_s, target()});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    QCOMPARE(written(), QStringList{u"out.pdf"_s});
}

void TestBriefing::titlePageTellsWhatItIs()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(u"tags:cache"_s), QString());
    const QString words = PdfReader(target()).words(0);
    for (const char *expected :
         {"Should we move?", "Is it worth the trouble?", "Briefing from Test corpus", "chosen: tags:cache",
          "2 of 5 in the corpus", "Migrating", "4 March 2026", "6 May 2026", "5 case studies"})
        QVERIFY2(words.contains(QString::fromLatin1(expected)), expected);
    QVERIFY(!words.contains(u"Left out"_s));

    QCOMPARE(write(), QString());
    const QString all = PdfReader(target()).words(0);
    for (const char *expected : {"4 of 5 in the corpus", "All cases", "Left out", "cases/broken.md", "Line 3"})
        QVERIFY2(all.contains(QString::fromLatin1(expected)), expected);
}

void TestBriefing::evidenceIsToldAndExplained()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(u"tags:cache"_s), QString());
    PdfReader pdf(target());
    const QString title = pdf.runningWords(0);
    // Told in 2020, and the briefing is of 2026.
    for (const char *expected : {"Evidence", "Measured 1", "Backed by a figure", "Reported 1", "Dated: told 5 years"})
        QVERIFY2(title.contains(QString::fromLatin1(expected)), expected);
    QVERIFY(!title.contains(u"Hypothetical"_s));
    QVERIFY(pageWith(pdf, u"2020 \u00b7 Measured, dated"_s) > 0);
    QVERIFY(pageWith(pdf, u"learning first-hand, dated"_s) > 0);
}

void TestBriefing::contentsLeadToTheCases()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(), QString());
    PdfReader pdf(target());
    const QStringList titles{u"The first service"_s, u"A second system"_s, u"What was left alone"_s,
                             u"Without a group"_s};
    QList<int> destinations;
    for (const PdfReader::Link &link : pdf.links()) {
        if (link.page == 1)
            destinations.append(link.destination);
    }
    const QStringList lines = pdf.words(1).split(u'\n');
    for (const QString &title : titles) {
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const QString &text) { return text.contains(title); });
        QVERIFY2(line != lines.end(), qPrintable(title));
        const int page = line->section(u' ', -1).toInt() - 1;
        QVERIFY2(pdf.runningWords(page).left(100).contains(title), qPrintable(title));
        QVERIFY(destinations.contains(page));
    }
    // The words and the number of each line: cases, and the pages that open groups.
    QCOMPARE(destinations.size(), 2 * (titles.size() + 3));
    QVERIFY(!destinations.contains(-1));
}

void TestBriefing::sourcesAreClickable()
{
    QCOMPARE(write(), QString());
    QList<QByteArray> addresses;
    for (const PdfReader::Link &link : PdfReader(target()).links())
        addresses.append(link.address);
    for (const char *address : {"https://example.org/alpha", "https://example.org/beta", "https://example.org/gamma",
                                "https://example.org/gr%C3%B6%C3%9Fe?q=%C3%BC&r=a%20b", "https://example.com/page_(1)"})
        QCOMPARE(addresses.count(QByteArray(address)), 1);
    for (const QByteArray &address : std::as_const(addresses))
        QVERIFY2(address.isEmpty() || address.startsWith("https://"), address.constData());
}

void TestBriefing::innerLinksLeadToTheirPlaces()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(), QString());
    PdfReader pdf(target());
    const int alpha = pageWith(pdf, u"Alpha Go"_s, 3);
    const int beta = pageWith(pdf, u"Beta C++"_s, 3);
    const int gamma = pageWith(pdf, u"What was left alone Gamma"_s, 3);
    QVERIFY(alpha > 2 && beta > alpha && gamma > beta);
    QList<int> fromAlpha;
    for (const PdfReader::Link &link : pdf.links()) {
        if (link.page == alpha && link.address.isEmpty())
            fromAlpha.append(link.destination);
    }
    // Three marks of sources and the link to a heading stay on the page; the body's link and the related cases leave
    // it.
    QCOMPARE(fromAlpha.count(alpha), 4);
    QCOMPARE(fromAlpha.count(beta), 2);
    QCOMPARE(fromAlpha.count(gamma), 1);
    QCOMPARE(fromAlpha.size(), 7);
}

void TestBriefing::casesThatAreNotThereAreNoLinks()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(u"tags:backend"_s), QString());
    PdfReader pdf(target());
    const int page = pageWith(pdf, u"Alpha Go"_s, 3);
    QVERIFY(pdf.runningWords(page).contains(u"Beta · A second system"_s));
    for (const PdfReader::Link &link : pdf.links()) {
        if (link.page == page && link.address.isEmpty())
            QCOMPARE(link.destination, page);
    }
}

void TestBriefing::outlineLeadsToEverything()
{
    QCOMPARE(write(), QString());
    PdfReader pdf(target());
    const QList<PdfReader::OutlineItem> items = pdf.outline();
    QStringList top;
    QStringList cases;
    QStringList parts;
    for (const PdfReader::OutlineItem &item : items) {
        QVERIFY2(item.page >= 1, qPrintable(item.title));
        (item.level == 0 ? top : item.level == 1 ? cases : parts).append(item.title);
    }
    QCOMPARE(top, (QStringList{u"Contents"_s, u"Migrating"_s, u"Decided against"_s, u"(none)"_s}));
    QCOMPARE(cases,
             (QStringList{u"Alpha · The first service"_s, u"Beta · A second system"_s, u"Gamma · What was left alone"_s,
                          u"Without a group"_s}));
    QVERIFY(parts.contains(u"Part 12"_s) && parts.contains(u"Sources"_s) && parts.contains(u"Figures"_s));
    // Pages never go back.
    QVERIFY(std::is_sorted(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.page < b.page; }));
}

void TestBriefing::saysWhatItIs()
{
    QCOMPARE(write(), QString());
    PdfReader pdf(target());
    QCOMPARE(pdf.info("/Title"), u"Should we move?"_s);
    QCOMPARE(pdf.info("/Author"), u"Test corpus"_s);
    QCOMPARE(pdf.info("/Subject"), u"Is it worth the trouble?"_s);
    QVERIFY(pdf.info("/Keywords").contains(u"Rust"_s));
    QCOMPARE(pdf.info("/CreationDate"), u"D:20250615150640Z"_s);
    QCOMPARE(pdf.language(), u"en"_s);
}

void TestBriefing::pagesAreNumbered()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(), QString());
    PdfReader pdf(target());
    QVERIFY(pdf.pages() > 8);
    QVERIFY(!pdf.words(0).contains(u"Page 1 of"_s));
    for (int page = 1; page < pdf.pages(); ++page) {
        const QString words = pdf.runningWords(page);
        QVERIFY2(words.contains(u"Page %1 of %2"_s.arg(page + 1).arg(pdf.pages())), qPrintable(words));
        QVERIFY2(words.size() > 50, "an empty page");
    }
    // Where a case goes on, its name stands on top.
    const int second = pageWith(pdf, u"Beta C++"_s, 3) + 1;
    QVERIFY(pdf.runningWords(second).startsWith(u"Beta · A second system"_s));
}

void TestBriefing::pagesHaveTheirSize_data()
{
    using Paper = BriefingRecipe::Paper;
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<qreal>("margin");
    QTest::addColumn<QSizeF>("points");
    QTest::newRow("A4") << Paper::A4 << 30.0 << QSizeF(595, 842);
    QTest::newRow("Letter") << Paper::Letter << 30.0 << QSizeF(612, 792);
    QTest::newRow("margins that leave nothing") << Paper::A4 << 150.0 << QSizeF(595, 842);
    QTest::newRow("no margins") << Paper::A4 << 0.0 << QSizeF(595, 842);
}

void TestBriefing::pagesHaveTheirSize()
{
    QFETCH(BriefingRecipe::Paper, paper);
    QFETCH(qreal, margin);
    QFETCH(QSizeF, points);
    const Corpus corpus = m_folder->load();
    BriefingOptions small = options();
    small.paper = paper;
    small.margins = {margin, margin, margin, margin};
    QVERIFY(writeBriefing(corpus, BriefingCorpus::select(corpus), small, target()));
    PdfReader pdf(target());
    for (int page = 0; page < pdf.pages(); ++page) {
        QVERIFY(qAbs(pdf.pageSize(page).width() - points.width()) < 1.5);
        QVERIFY(qAbs(pdf.pageSize(page).height() - points.height()) < 1.5);
    }
}

void TestBriefing::wordsAreFound()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(), QString());
    PdfReader pdf(target());
    // Ligatures are spelled out, and each line of a text that runs over pages is there once.
    QVERIFY(pageWith(pdf, u"Firm offices suffice."_s) > 0);
    QString all;
    for (int page = 0; page < pdf.pages(); ++page)
        all += pdf.runningWords(page) + u' ';
    for (int part = 1; part <= 12; ++part)
        QCOMPARE(all.count(QRegularExpression(u"Part %1\\b"_s.arg(part))), 1);
    qsizetype sentences = 0;
    for (int part = 1; part <= 12; ++part) {
        for (int i = 0; i < 4 + part % 5; ++i)
            sentences += 3 + i;
    }
    QCOMPARE(all.count(u"Sentence"_s), sentences);
    QCOMPARE(all.count(u"weight."_s), sentences);
}

void TestBriefing::aCaseOfTwoGroupsStandsOnce()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    QCOMPARE(write(u"tags:backend,cache"_s, u"tags"_s), QString());
    PdfReader pdf(target());
    int found = 0;
    for (int page = 2; page < pdf.pages(); ++page)
        found += pdf.runningWords(page).contains(u"It stalled no more."_s) ? 1 : 0;
    QCOMPARE(found, 1);
    QCOMPARE(pdf.words(1).count(u"The first service"_s), 2);
}

void TestBriefing::aFolderWithoutDescription()
{
    const QTemporaryDir folder;
    for (const char *name : {"one", "two"}) {
        QFile file(folder.filePath(QString::fromLatin1(name) + u".md"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# Title of " + QByteArray(name) + "\n\nWords.\n");
    }
    const Result<Corpus> corpus = loadCorpus(folder.path());
    QVERIFY(corpus);
    QVERIFY(writeBriefing(*corpus, BriefingCorpus::select(*corpus), {}, target()));
    PdfReader pdf(target());
    QCOMPARE(pdf.pages(), 4); // title, contents, and the two
    QStringList titles;
    for (const PdfReader::OutlineItem &item : pdf.outline())
        titles.append(item.title);
    QCOMPARE(titles, (QStringList{u"Contents"_s, u"Title of one"_s, u"Title of two"_s}));
}

void TestBriefing::givesTheSameBytes()
{
    const auto bytes = [this] {
        QFile file(target());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(write(), QString());
    const QByteArray first = bytes();
    QVERIFY(first.startsWith("%PDF-"));
    QCOMPARE(write(), QString());
    QVERIFY(bytes() == first);
    QLocale::setDefault(QLocale(QLocale::German)); // the words are English, and so are the numbers among them
    QCOMPARE(write(), QString());
    QVERIFY(bytes() == first);
    qputenv("SOURCE_DATE_EPOCH", "1750000001");
    QCOMPARE(write(), QString());
    QVERIFY(bytes() != first);
}

void TestBriefing::givesTheSameBytesInEveryProcess()
{
    // Qt's hashes have another order in every process.
    QList<QByteArray> documents;
    for (int i = 0; i < 3; ++i) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_folder->path(QString()), target()});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QFile file(target());
        QVERIFY(file.open(QIODevice::ReadOnly));
        documents.append(file.readAll());
    }
    QVERIFY(documents.first().startsWith("%PDF-"));
    QVERIFY(documents.at(1) == documents.first() && documents.at(2) == documents.first());
}

void TestBriefing::refusesToWriteNothing()
{
    QVERIFY(write(u"wordthatnobodywrote"_s).contains(u"no file was written"_s));
    QVERIFY(write(u"is:broken"_s).contains(u"cases/broken.md"_s));
    QCOMPARE(written(), QStringList());
}

void TestBriefing::leavesOutWhatIsGone()
{
    const Corpus corpus = m_folder->load();
    const SearchResult all = BriefingCorpus::select(corpus);
    m_folder->remove(u"cases/gamma.md"_s);
    QVERIFY(writeBriefing(corpus, all, options(), target()));
    if (PdfReader::readsWords())
        QVERIFY(PdfReader(target()).words(0).contains(u"cases/gamma.md"_s));
}

void TestBriefing::refusesAFolderThatIsClosed()
{
    const QString folder = m_target->filePath(u"closed"_s);
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const Corpus corpus = m_folder->load();
    bool started = false;
    const auto progress = [&](const BriefingStep &) { return started = true; };
    const Result<void> result =
        writeBriefing(corpus, BriefingCorpus::select(corpus), options(), folder + u"/out.pdf"_s, progress);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"read-only"_s), qPrintable(result.error().message));
    QVERIFY2(!started, "known before the work begins");
    QVERIFY(QDir(folder).isEmpty());
}

/// What a second process does: writes the whole corpus.
int writeAll(const QString &folder, const QString &target)
{
    const Result<Corpus> corpus = loadCorpus(folder);
    return corpus && writeBriefing(*corpus, BriefingCorpus::select(*corpus), {}, target) ? 0 : 1;
}

} // namespace casebook

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--write"))
        return casebook::writeAll(arguments.value(2), arguments.value(3));
    casebook::TestBriefing test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_briefing.moc"
