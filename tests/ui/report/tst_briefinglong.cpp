#include "tests/ui/report/briefingcorpus.h"
#include "tests/ui/report/pdfreader.h"
#include "ui/report/briefing.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray numbered(int number)
{
    return QByteArray::number(number).rightJustified(3, '0');
}

/// So many cases of a few words, each with a source of its own and one that all cite.
void fill(const BriefingCorpus &corpus, int cases)
{
    for (int i = 1; i <= cases; ++i) {
        const QByteArray number = numbered(i);
        corpus.write(u"cases/many/m"_s + QString::fromLatin1(number) + u".md"_s,
                     "---\ntitle: Case" + number + "\ndecision: migrating\nyear: " + QByteArray::number(3000 - i)
                         + "\nsources:\n  - {title: Source" + number + ", url: \"https://example.org/" + number
                         + "\"}\n  - {title: Shared, url: \"https://example.org/shared\"}\ntags: [many]\n---\n\nWords"
                         + number + ".\n");
    }
}

} // namespace

/// Lists that go on for pages: contents, tables of groups, sources. They are laid out a piece at a time.
class TestBriefingLong : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void longListsLoseNothing();
    void contentsDoNotEndShort_data();
    void contentsDoNotEndShort();
    void namesOfCasesDoNotStandAlone();

private:
    struct Written {
        std::unique_ptr<QTemporaryDir> folder = std::make_unique<QTemporaryDir>();
        std::unique_ptr<PdfReader> pdf;
        int cases = 0;

        QString words(int first, int last) const
        {
            QStringList words;
            for (int page = first; page < last; ++page)
                words.append(pdf->runningWords(page));
            return words.join(u' ');
        }
        int pageOf(const QString &title) const
        {
            for (const PdfReader::OutlineItem &item : pdf->outline()) {
                if (item.title == title)
                    return item.page;
            }
            return -1;
        }
    };
    static Written write(int cases);
};

void TestBriefingLong::initTestCase()
{
    qputenv("SOURCE_DATE_EPOCH", "1750000000");
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
}

TestBriefingLong::Written TestBriefingLong::write(int cases)
{
    Written written;
    const BriefingCorpus folder;
    fill(folder, cases);
    const Corpus corpus = folder.load();
    BriefingOptions options;
    options.title = u"Many"_s;
    options.layout = BriefingRecipe::Layout::Continuous;
    const QString path = written.folder->filePath(u"out.pdf"_s);
    const SearchResult selection = BriefingCorpus::select(corpus, u"tags:many"_s);
    written.cases = selection.matches();
    if (const auto result = writeBriefing(corpus, selection, options, path); !result)
        qFatal("%s", qPrintable(result.error().message));
    written.pdf = std::make_unique<PdfReader>(path);
    return written;
}

void TestBriefingLong::longListsLoseNothing()
{
    constexpr int cases = 230;
    const Written briefing = write(cases);
    QCOMPARE(briefing.cases, cases);
    const int contents = briefing.pageOf(u"Contents"_s);
    const int group = briefing.pageOf(u"Migrating"_s);
    const int first = briefing.pageOf(u"Case001"_s);
    const int sources = briefing.pageOf(u"All sources"_s);
    QVERIFY(contents > 0 && group > contents && first > group && sources > first);

    const auto inOrder = [](const QString &words, const QString &pattern) {
        QList<int> numbers;
        for (const QRegularExpressionMatch &match : QRegularExpression(pattern).globalMatch(words))
            numbers.append(match.captured(1).toInt());
        return numbers;
    };
    QList<int> all;
    for (int i = 1; i <= cases; ++i)
        all.append(i);
    QCOMPARE(inOrder(briefing.words(contents, group), u"Case(\\d{3})"_s), all);
    const QString table = briefing.words(group, first);
    QCOMPARE(inOrder(table, u"Case(\\d{3})"_s), all);
    QCOMPARE(table.count(u"From → to"_s), first - group); // a head on each page, and none in the middle of one
    const QString list = briefing.words(sources, briefing.pdf->pages());
    QCOMPARE(inOrder(list, u"Source(\\d{3})"_s), all);
    QList<int> numbers = all;
    numbers.append(cases + 1); // what all cite
    QCOMPARE(inOrder(list, u"\\b(\\d{1,3})\\. (?:Source|Shared)"_s), numbers);

    // Each entry of the contents leads to the page where its case stands.
    QList<int> destinations;
    for (const PdfReader::Link &link : briefing.pdf->links()) {
        if (link.page >= contents && link.page < group)
            destinations.append(link.destination);
    }
    for (int i : {1, 99, 100, 101, 102, 200, 201, cases}) {
        const QString title = u"Case"_s + QString::fromLatin1(numbered(i));
        QVERIFY2(destinations.contains(briefing.pageOf(title)), qPrintable(title));
        QVERIFY(briefing.pdf->runningWords(briefing.pageOf(title)).contains(title));
    }
}

void TestBriefingLong::contentsDoNotEndShort_data()
{
    QTest::addColumn<int>("cases");
    for (int cases = 28; cases <= 44; cases += 2)
        QTest::addRow("%d cases", cases) << cases;
}

void TestBriefingLong::contentsDoNotEndShort()
{
    QFETCH(int, cases);
    const Written briefing = write(cases);
    const int contents = briefing.pageOf(u"Contents"_s);
    const int pages = briefing.pageOf(u"Migrating"_s) - contents;
    QVERIFY(pages >= 1);
    if (pages == 1)
        return;
    const QString last = briefing.pdf->runningWords(contents + pages - 1);
    QVERIFY2(last.count(u"Case"_s) >= 4, qPrintable(last));
}

void TestBriefingLong::namesOfCasesDoNotStandAlone()
{
    constexpr int cases = 24;
    const BriefingCorpus folder;
    for (int i = 1; i <= cases; ++i) {
        // A claim that takes a third of a page and is not torn, so that there is not always room for it below the name.
        folder.write(u"cases/long/%1.md"_s.arg(i),
                     "---\ntitle: Name" + numbered(i) + "\norganization: Somebody\ndecision: migrating\nyear: "
                         + QByteArray::number(3000 - i) + "\nclaims:\n  - {side: for, reason: speed, text: Because"
                         + numbered(i) + QByteArray(" it is so").repeated(44) + "}\ntags: [long]\n---\n\n"
                         + QByteArray("A paragraph of a line.\n\n").repeated(5 * i % 13));
    }
    const Corpus corpus = folder.load();
    BriefingOptions options;
    options.layout = BriefingRecipe::Layout::Continuous;
    const QTemporaryDir target;
    const QString path = target.filePath(u"out.pdf"_s);
    QVERIFY(writeBriefing(corpus, BriefingCorpus::select(corpus, u"tags:long"_s), options, path));
    PdfReader pdf(path);
    int found = 0;
    int shared = 0; // on a page that begins with another case
    for (const PdfReader::OutlineItem &item : pdf.outline()) {
        if (!item.title.contains(u"Name"_s))
            continue;
        const QString words = pdf.runningWords(item.page);
        const QString name = u"Name"_s + item.title.right(3);
        const QString claim = u"Because"_s + item.title.right(3);
        QVERIFY2(words.indexOf(claim) > words.indexOf(name), qPrintable(words));
        shared += words.indexOf(name) > 100 ? 1 : 0;
        ++found;
    }
    QCOMPARE(found, cases);
    QVERIFY(shared > 3);
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    TestBriefingLong test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_briefinglong.moc"
