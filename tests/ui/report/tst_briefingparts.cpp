#include "core/markdown/link.h"
#include "tests/ui/report/briefingcorpus.h"
#include "tests/ui/report/pdfreader.h"
#include "ui/report/briefing.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

/// The parts of a briefing that are not its cases, and what a recipe makes of them.
class TestBriefingParts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void standInOrder();
    void leavesPartsOut_data();
    void leavesPartsOut();
    void summarySumsUp();
    void sourcesStandOnceWithTheirCases();
    void everyCitationIsOneLink();
    void appendixTellsWhatWasLeftOut();
    void casesFollowOneAnother();
    void innerLinksAllLeadSomewhere_data();
    void innerLinksAllLeadSomewhere();
    void pagesHaveLabels();
    void noticeStandsOnEveryPage();
    void greyHasNoColor();
    void logoStandsOnTheTitlePage();
    void refusesALogo_data();
    void refusesALogo();
    void isTheSameTwice();
    void drawsThePagesThatItWrites();

private:
    BriefingOptions options(const QString &query = {}) const
    {
        BriefingOptions options;
        options.title = u"Should we move?"_s;
        options.date = QDate(2026, 5, 6);
        options.filter = parseQuery(query, m_corpus.schema());
        options.query = query;
        options.selection = describeQuery(options.filter, m_corpus.schema());
        return options;
    }
    QString target() const { return m_target->filePath(u"out.pdf"_s); }
    QString write(const BriefingOptions &options) const
    {
        const Result<void> result =
            writeBriefing(m_corpus, BriefingCorpus::select(m_corpus, options.query), options, target());
        return result ? QString() : result.error().message;
    }
    /// The pages from the first whose words begin with `heading` to the one before a page that begins another part.
    static QString partOf(PdfReader &pdf, const QString &title)
    {
        const QList<PdfReader::OutlineItem> items = pdf.outline();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (items.at(i).title != title || items.at(i).level != 0)
                continue;
            int end = pdf.pages();
            for (qsizetype next = items.size() - 1; next > i; --next) {
                if (items.at(next).level == 0)
                    end = items.at(next).page;
            }
            QString words;
            for (int page = items.at(i).page; page < end; ++page)
                words += pdf.runningWords(page) + u' ';
            return words;
        }
        return {};
    }
    static QStringList topOf(PdfReader &pdf)
    {
        QStringList titles;
        for (const PdfReader::OutlineItem &item : pdf.outline()) {
            if (item.level == 0)
                titles.append(item.title);
        }
        return titles;
    }

    std::unique_ptr<BriefingCorpus> m_folder;
    std::unique_ptr<QTemporaryDir> m_target;
    Corpus m_corpus;
};

void TestBriefingParts::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    qputenv("SOURCE_DATE_EPOCH", "1750000000");
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    m_folder = std::make_unique<BriefingCorpus>();
    m_corpus = m_folder->load();
}

void TestBriefingParts::init()
{
    m_target = std::make_unique<QTemporaryDir>();
}

void TestBriefingParts::standInOrder()
{
    QCOMPARE(write(options(u"-tags:nothing"_s)), QString());
    PdfReader pdf(target());
    QCOMPARE(topOf(pdf),
             (QStringList{u"Summary"_s, u"Contents"_s, u"Migrating"_s, u"Decided against"_s, u"(none)"_s,
                          u"All sources"_s, u"How the cases were selected"_s}));
    const QString contents = partOf(pdf, u"Contents"_s);
    for (const QString &part : {u"Summary 2"_s, u"All sources "_s, u"How the cases were selected "_s})
        QVERIFY2(contents.contains(part), qPrintable(contents));
    for (int page = 0; page < pdf.pages(); ++page)
        QVERIFY2(pdf.runningWords(page).size() > 50, "an empty page");
}

void TestBriefingParts::leavesPartsOut_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("title");
    QTest::newRow("summary") << u"summary"_s << u"Summary"_s;
    QTest::newRow("contents") << u"contents"_s << u"Contents"_s;
    QTest::newRow("sources") << u"sources"_s << u"All sources"_s;
    QTest::newRow("appendix") << u"appendix"_s << u"How the cases were selected"_s;
    QTest::newRow("cases") << u"cases"_s << QString();
}

void TestBriefingParts::leavesPartsOut()
{
    QFETCH(QString, part);
    QFETCH(QString, title);
    Value::List parts;
    for (const QString &one : {u"summary"_s, u"contents"_s, u"cases"_s, u"sources"_s, u"appendix"_s}) {
        if (one != part)
            parts.emplace_back(one);
    }
    BriefingOptions without = options(u"-tags:nothing"_s);
    static_cast<BriefingRecipe &>(without) = readRecipe(Value(Value::Map{{u"parts"_s, Value(parts)}})).recipe;
    QCOMPARE(write(without), QString());
    PdfReader pdf(target());
    QVERIFY(!topOf(pdf).contains(title));
    QCOMPARE(topOf(pdf).size(), part == u"cases" ? 7 : 6);
    for (const PdfReader::OutlineItem &item : pdf.outline()) {
        QVERIFY(item.page > 0);
        QVERIFY(part != u"cases" || item.level == 0);
    }
    for (const PdfReader::Link &link : pdf.links())
        QVERIFY(!link.address.isEmpty() || link.destination >= 0);
}

void TestBriefingParts::summarySumsUp()
{
    QCOMPARE(write(options()), QString());
    PdfReader pdf(target());
    const QString words = partOf(pdf, u"Summary"_s);
    QStringList texts;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        for (const Claim &claim : claimsOf(*study, m_corpus.schema()))
            texts.append(claim.text.simplified());
    }
    QCOMPARE(texts.size(), 2);
    QVERIFY2(words.contains(u"Claims for: 1, in 1 of 4 cases. Claims against: 1, in 1 of 4 cases."_s),
             qPrintable(words));
    for (const QString &text : std::as_const(texts)) // fewer than four on each side
        QVERIFY2(words.contains(text), qPrintable(text));
    QVERIFY(words.contains(u"Where this is thin"));
    const int page = 1;
    QList<int> destinations;
    for (const PdfReader::Link &link : pdf.links()) {
        if (link.page == page)
            destinations.append(link.destination);
    }
    QVERIFY(destinations.size() >= texts.size());
    QVERIFY(!destinations.contains(-1));
}

void TestBriefingParts::sourcesStandOnceWithTheirCases()
{
    QCOMPARE(write(options()), QString());
    PdfReader pdf(target());
    const QString words = partOf(pdf, u"All sources"_s);
    QSet<QString> addresses;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        for (const Source &source : sourcesOf(*study, m_corpus.schema())) {
            if (!study->broken && !addresses.contains(source.url))
                QVERIFY2(words.count(source.title.simplified()) >= 1, qPrintable(source.title));
            addresses.insert(source.url);
        }
    }
    QVERIFY(words.contains(u"The %1 sources"_s.arg(addresses.size())));
    QCOMPARE(words.count(u"Cited by"_s), addresses.size());
}

void TestBriefingParts::everyCitationIsOneLink()
{
    QCOMPARE(write(options()), QString());
    QHash<QByteArray, int> expected;
    QSet<QByteArray> listed;
    for (const CaseStudyPtr &study : m_corpus.cases()) {
        for (const Source &source : sourcesOf(*study, m_corpus.schema())) {
            const QByteArray address = encodedLink(source.url);
            ++expected[address]; // in the case
            if (!listed.contains(address))
                ++expected[address]; // among all sources
            listed.insert(address);
        }
    }
    QHash<QByteArray, int> found;
    for (const PdfReader::Link &link : PdfReader(target()).links()) {
        if (expected.contains(link.address))
            ++found[link.address];
    }
    QVERIFY(!expected.isEmpty());
    QCOMPARE(found, expected);
}

void TestBriefingParts::appendixTellsWhatWasLeftOut()
{
    QCOMPARE(write(options(u"tags:cache -tags:backend"_s)), QString());
    PdfReader pdf(target());
    const QString words = partOf(pdf, u"How the cases were selected"_s);
    QVERIFY2(words.contains(u"Of the 5 cases of the corpus the selection leaves out "), qPrintable(words));
    const SearchResult kept = BriefingCorpus::select(m_corpus, u"tags:cache -tags:backend"_s);
    for (int row = 0; row < m_corpus.size(); ++row) {
        const bool isKept = std::find(kept.order.begin(), kept.order.end(), row) != kept.order.end();
        QCOMPARE(words.contains(m_corpus.at(row)->title), !isKept);
    }
    QCOMPARE(write(options()), QString());
    PdfReader all(target());
    QVERIFY(!topOf(all).contains(u"How the cases were selected"_s));
}

void TestBriefingParts::casesFollowOneAnother()
{
    BriefingOptions running = options();
    QCOMPARE(write(running), QString());
    const int apart = PdfReader(target()).pages();
    running.layout = BriefingRecipe::Layout::Continuous;
    QCOMPARE(write(running), QString());
    PdfReader pdf(target());
    QVERIFY(pdf.pages() <= apart);
    QString all;
    for (int page = 0; page < pdf.pages(); ++page) {
        const QString words = pdf.runningWords(page);
        QVERIFY2(page == 0 || words.contains(u"Page %1 of %2"_s.arg(page + 1).arg(pdf.pages())), qPrintable(words));
        all += words + u' ';
    }
    for (int part = 1; part <= 12; ++part)
        QVERIFY(all.contains(u"Part %1 "_s.arg(part)));
    QList<PdfReader::OutlineItem> items = pdf.outline();
    QVERIFY(std::is_sorted(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.page < b.page; }));
    for (const PdfReader::OutlineItem &item : std::as_const(items)) {
        if (item.level == 1)
            QVERIFY2(pdf.runningWords(item.page).contains(item.title.section(u" · "_s, -1)), qPrintable(item.title));
    }
}

void TestBriefingParts::innerLinksAllLeadSomewhere_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("continuous");
    for (const bool continuous : {false, true}) {
        const char *how = continuous ? "continuous" : "a page each";
        QTest::addRow("all, %s", how) << QString() << continuous;
        QTest::addRow("some, %s", how) << u"tags:backend"_s << continuous;
    }
}

void TestBriefingParts::innerLinksAllLeadSomewhere()
{
    QFETCH(QString, query);
    QFETCH(bool, continuous);
    BriefingOptions some = options(query);
    some.layout = continuous ? BriefingRecipe::Layout::Continuous : BriefingRecipe::Layout::CasePerPage;
    QCOMPARE(write(some), QString());
    PdfReader pdf(target());
    int inner = 0;
    for (const PdfReader::Link &link : pdf.links()) {
        if (!link.address.isEmpty())
            continue;
        QVERIFY(link.destination >= 0 && link.destination < pdf.pages());
        ++inner;
    }
    QVERIFY(inner > 4);
}

void TestBriefingParts::pagesHaveLabels()
{
    QCOMPARE(write(options()), QString());
    QPDF pdf;
    pdf.processFile(target().toUtf8().constData());
    QPDFObjectHandle labels = pdf.getRoot().getKey("/PageLabels").getKey("/Nums");
    QVERIFY(labels.isArray());
    QCOMPARE(labels.getArrayItem(1).getKey("/P").getUTF8Value(), std::string("Title"));
    QCOMPARE(labels.getArrayItem(2).getIntValueAsInt(), 1);
    QCOMPARE(labels.getArrayItem(3).getKey("/St").getIntValueAsInt(), 2);
}

void TestBriefingParts::noticeStandsOnEveryPage()
{
    BriefingOptions secret = options();
    secret.notice = u"For the board only"_s;
    QCOMPARE(write(secret), QString());
    PdfReader pdf(target());
    for (int page = 0; page < pdf.pages(); ++page)
        QCOMPARE(pdf.runningWords(page).count(secret.notice), 1);
}

void TestBriefingParts::greyHasNoColor()
{
    BriefingOptions grey = options();
    grey.color = false;
    grey.logo = m_target->filePath(u"logo.png"_s);
    QImage logo(40, 20, QImage::Format_RGB32);
    logo.fill(Qt::red);
    QVERIFY(logo.save(grey.logo));
    QCOMPARE(write(grey), QString());
    QProcess painter;
    painter.start(u"pdftoppm"_s, {u"-r"_s, u"30"_s, u"-png"_s, target(), m_target->filePath(u"page"_s)});
    QVERIFY(painter.waitForFinished(60'000));
    const QStringList pictures = QDir(m_target->path()).entryList({u"page*.png"_s});
    QVERIFY(!pictures.isEmpty());
    for (const QString &name : pictures) {
        const QImage image(m_target->filePath(name));
        bool isGrey = !image.isNull();
        for (int y = 0; isGrey && y < image.height(); ++y) {
            for (int x = 0; isGrey && x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                isGrey = qAbs(color.red() - color.green()) < 4 && qAbs(color.green() - color.blue()) < 4;
            }
        }
        QVERIFY2(isGrey, qPrintable(name));
    }
}

void TestBriefingParts::logoStandsOnTheTitlePage()
{
    QImage logo(400, 200, QImage::Format_RGB32);
    logo.fill(QColor(10, 200, 30));
    QVERIFY(logo.save(m_folder->path(u"logo.png"_s)));
    BriefingOptions with = options();
    with.logo = u"logo.png"_s;
    QCOMPARE(write(with), QString());
    QProcess lister;
    lister.start(u"pdfimages"_s, {u"-list"_s, u"-l"_s, u"1"_s, target()});
    QVERIFY(lister.waitForFinished(60'000));
    QVERIFY(lister.readAll().contains(" 400 "));
}

void TestBriefingParts::refusesALogo_data()
{
    QTest::addColumn<QString>("logo");
    QTest::newRow("missing") << u"nothing.png"_s;
    QTest::newRow("not an image") << u"corpus.yaml"_s;
    QTest::newRow("outside of the corpus") << u"../logo.png"_s;
    QTest::newRow("missing, absolute") << u"/nowhere/logo.png"_s;
}

void TestBriefingParts::refusesALogo()
{
    QFETCH(QString, logo);
    BriefingOptions with = options();
    with.logo = logo;
    const QString message = write(with);
    QVERIFY2(message.contains(logo) && message.contains(u"no file was written"), qPrintable(message));
    QVERIFY(!QFile::exists(target()));
}

void TestBriefingParts::isTheSameTwice()
{
    BriefingOptions everything = options(u"-tags:nothing"_s);
    everything.color = false;
    everything.layout = BriefingRecipe::Layout::Continuous;
    everything.notice = u"For the board only"_s;
    QByteArray first;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(write(everything), QString());
        QFile file(target());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(first.isEmpty() || bytes == first);
        first = bytes;
    }
    QVERIFY(first.startsWith("%PDF-"));
}

void TestBriefingParts::drawsThePagesThatItWrites()
{
    QTest::failOnWarning(QRegularExpression(u"being painted"_s));
    const BriefingOptions all = options();
    QCOMPARE(write(all), QString());
    const int written = PdfReader(target()).pages();
    int drawn = 0;
    const auto page = [&](int number, int pages, const QByteArray &png) {
        const QImage image = QImage::fromData(png);
        const bool right = number == drawn && pages == written && image.size() == QSize(298, 421);
        drawn += right ? 1 : 0;
        return right;
    };
    QVERIFY(drawBriefing(m_corpus, BriefingCorpus::select(m_corpus), all, 36, 1000, {}, page));
    QCOMPARE(drawn, written);
    // With a limit the cases end early; the other parts are there.
    int some = 0;
    const auto count = [&](int, int, const QByteArray &) { return ++some > 0; };
    QVERIFY(drawBriefing(m_corpus, BriefingCorpus::select(m_corpus), all, 36, 2, {}, count));
    QVERIFY(some < written && some > 4);
}

QTEST_MAIN(TestBriefingParts)
#include "tst_briefingparts.moc"
