#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "tests/ui/report/pdfreader.h"
#include "ui/report/briefing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray cells(const QByteArray &name)
{
    QByteArrayList row;
    for (int i = 0; i < 60; ++i)
        row.append(name + QByteArray::number(i));
    return '|' + row.join('|') + "|\n";
}

QByteArray wideTable()
{
    return cells("column") + '|' + QByteArray("--|").repeated(60) + '\n' + cells("cell").repeated(5);
}

QByteArray deepList()
{
    QByteArrayList lines;
    for (int i = 0; i < 30; ++i)
        lines.append(QByteArray(2 * i, ' ') + "- item" + QByteArray::number(i));
    return lines.join('\n');
}

} // namespace

/// Cases that are too large, too wide or damaged: the document holds what can be shown, and stays sound.
class TestBriefingHostile : public QObject {
    Q_OBJECT

private slots:
    void init();

    void isWritten_data();
    void isWritten();
    void holdsEveryWordOfALongCase();
    void keepsAPictureWhole();
    void refusesWhatIsNoFile();
    void titleStaysShort();

private:
    void write(const QString &name, const QByteArray &bytes) const;
    QString target() const { return m_target->filePath(u"out.pdf"_s); }
    QString briefing() const;
    /// The words that stand outside of the text's margins, or touch the edge of the page.
    QStringList wordsOutside() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_target;
};

void TestBriefingHostile::init()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = std::make_unique<QTemporaryDir>();
}

void TestBriefingHostile::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString TestBriefingHostile::briefing() const
{
    const Result<Corpus> corpus = loadCorpus(m_folder->path());
    if (!corpus)
        return corpus.error().message;
    const Result<void> written = writeBriefing(*corpus, Search(*corpus).run({}, {}), {}, target());
    return written ? QString() : written.error().message;
}

QStringList TestBriefingHostile::wordsOutside() const
{
    constexpr double margin = 36 * 72 / 25.4 - 6; // points; rules and marks may stick out a little
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-bbox"_s, target(), u"-"_s});
    if (!reader.waitForFinished(60'000))
        return {u"pdftotext does not end"_s};
    QStringList outside;
    static const QRegularExpression word(
        u"<word xMin=\"([-\\d.]+)\" yMin=\"[-\\d.]+\" xMax=\"([-\\d.]+)\"[^>]*>([^<]*)"_s);
    const QString all = QString::fromUtf8(reader.readAll());
    for (const QRegularExpressionMatch &match : word.globalMatch(all)) {
        if (match.captured(1).toDouble() < margin || match.captured(2).toDouble() > 595.3 - margin)
            outside.append(match.captured(3).left(40));
    }
    return outside;
}

void TestBriefingHostile::isWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a table of 60 columns") << wideTable() << u"column59"_s;
    QTest::newRow("a word of 5,000 characters") << QByteArray(5000, 'x') + " after" << u"after"_s;
    QTest::newRow("a word of 5,000 characters as code") << '`' + QByteArray(5000, 'x') + "` after" << u"after"_s;
    QTest::newRow("a line of 5,000 characters in a block")
        << "```\n" + QByteArray(5000, 'x') + "\n```\nafter" << u"after"_s;
    QTest::newRow("right to left") << "שלום עולם, "_ba.repeated(60) + "سلام end" << u"end"_s;
    QTest::newRow("an image that is missing") << "![words for it](none.png) after"_ba << u"after"_s;
    QTest::newRow("an image that is none") << "![words for it](text.png) after"_ba << u"after"_s;
    QTest::newRow("an image of many millions of pixels") << "![words for it](huge.png) after"_ba << u"after"_s;
    QTest::newRow("quotes in quotes") << "> "_ba.repeated(40) + "deep" << u"deep"_s;
    QTest::newRow("lists in lists") << deepList() << u"item29"_s;
    QTest::newRow("nothing") << QByteArray() << u"Title"_s;
}

void TestBriefingHostile::isWritten()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    write(u"text.png"_s, "no picture");
    // A header that promises more than anybody wants to decode.
    write(u"huge.png"_s, QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea600802000000fd8e5d2c"));
    write(u"case.md"_s, "# Title\n\n" + text + '\n');
    QCOMPARE(briefing(), QString());
    QProcess checker;
    checker.start(u"qpdf"_s, {u"--check"_s, target()});
    QVERIFY(checker.waitForFinished(60'000));
    QVERIFY2(checker.exitCode() == 0, checker.readAll().constData());
    PdfReader pdf(target());
    QString words;
    for (int page = 0; page < pdf.pages(); ++page) {
        QVERIFY2(page == 0 || pdf.runningWords(page).size() > 20, "an empty page");
        words += pdf.runningWords(page) + u' ';
    }
    QVERIFY2(words.contains(expected), qPrintable(words.right(300)));
    const QStringList outside = wordsOutside();
    QVERIFY2(outside.isEmpty(), qPrintable(outside.join(u' ')));
}

void TestBriefingHostile::holdsEveryWordOfALongCase()
{
    constexpr int count = 100'000;
    QByteArray text = "# Title\n\n";
    for (int i = 0; i < count; ++i)
        text += 'w' + QByteArray::number(i) + (i % 90 == 89 ? "\n\n" : " ");
    write(u"long.md"_s, text);
    QCOMPARE(briefing(), QString());
    QProcess reader;
    reader.start(u"pdftotext"_s, {target(), u"-"_s});
    QVERIFY(reader.waitForFinished(120'000));
    const QString all = QString::fromUtf8(reader.readAll());
    static const QRegularExpression word(u"\\bw(\\d+)\\b"_s);
    int next = 0;
    for (const QRegularExpressionMatch &match : word.globalMatch(all))
        next += match.captured(1).toInt() == next ? 1 : 0;
    QCOMPARE(next, count); // each once, in order
}

void TestBriefingHostile::keepsAPictureWhole()
{
    QImage tall(200, 4000, QImage::Format_RGB32);
    tall.fill(QColor(0, 90, 200));
    QVERIFY(tall.save(m_folder->filePath(u"tall.png"_s)));
    write(u"case.md"_s, "# Title\n\nBefore.\n\n![tall](tall.png)\n\nAfter.\n");
    QCOMPARE(briefing(), QString());
    QProcess painter;
    painter.start(u"pdftoppm"_s, {u"-r"_s, u"20"_s, u"-png"_s, target(), m_target->filePath(u"page"_s)});
    QVERIFY(painter.waitForFinished(60'000));
    int withPicture = 0;
    for (const QString &name : QDir(m_target->path()).entryList({u"page*.png"_s})) {
        const QImage image(m_target->filePath(name));
        bool has = false;
        for (int y = 0; !has && y < image.height(); ++y) {
            for (int x = 0; !has && x < image.width(); ++x)
                has = image.pixelColor(x, y).blue() > 150 && image.pixelColor(x, y).red() < 40;
        }
        withPicture += has ? 1 : 0;
    }
    QCOMPARE(withPicture, 1);
}

void TestBriefingHostile::refusesWhatIsNoFile()
{
    write(u"case.md"_s, "# Title\n");
    const Result<Corpus> corpus = loadCorpus(m_folder->path());
    QVERIFY(corpus);
    const QString pipe = m_target->filePath(u"pipe.pdf"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString &path : {pipe, m_target->path(), m_target->filePath(u"none/out.pdf"_s)}) {
        const Result<void> written = writeBriefing(*corpus, Search(*corpus).run({}, {}), {}, path);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(path), qPrintable(written.error().message));
    }
    struct stat state = {};
    QCOMPARE(::stat(QFile::encodeName(pipe).constData(), &state), 0);
    QVERIFY(S_ISFIFO(state.st_mode)); // it still is what it was
    QCOMPARE(QDir(m_target->path()).entryList(QDir::System | QDir::Files | QDir::Hidden), QStringList{u"pipe.pdf"_s});
}

void TestBriefingHostile::titleStaysShort()
{
    // A group for each case, and many files that cannot be read.
    for (int i = 0; i < 60; ++i) {
        const QByteArray number = QByteArray::number(i);
        write(u"good%1.md"_s.arg(i), "---\ntitle: Good" + number + "\nstatus: state" + number + "\n---\nText.\n");
        write(u"bad%1.md"_s.arg(i), "---\ntitle: [Bad" + number + "\n---\nText.\n");
    }
    QCOMPARE(briefing(), QString());
    PdfReader pdf(target());
    const QString words = pdf.runningWords(0);
    QVERIFY2(words.contains(u"bad0.md"_s) && words.contains(u"and 55 more"_s), qPrintable(words));
    QVERIFY2(pdf.outline().first().page == 1, "the title takes one page");
}

int main(int argc, char **argv)
{
    qputenv("SOURCE_DATE_EPOCH", "1750000000");
    QGuiApplication application(argc, argv);
    TestBriefingHostile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_briefinghostile.moc"
