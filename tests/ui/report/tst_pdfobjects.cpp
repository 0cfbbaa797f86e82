#include "tests/ui/report/pdfreader.h"
#include "ui/report/pdffinish.h"
#include "ui/report/pdffonts.h"
#include "ui/report/pdflinks.h"
#include "ui/report/pdfobjects.h"
#include "ui/report/pdfsource.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryFile>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// A value as text: what is in it, without the spaces of PDF.
QByteArray shown(const PdfValue &value)
{
    switch (value.kind) {
    case PdfValue::Kind::Null:
        return "null";
    case PdfValue::Kind::Reference:
        return 'R' + QByteArray::number(value.reference);
    case PdfValue::Kind::String:
        return '"' + value.text + '"';
    case PdfValue::Kind::Plain:
    case PdfValue::Kind::Name:
        return value.text;
    case PdfValue::Kind::Array:
    case PdfValue::Kind::Dictionary:
        break;
    }
    QByteArrayList parts;
    for (size_t i = 0; i < value.items.size(); ++i) {
        const bool named = value.is(PdfValue::Kind::Dictionary);
        parts.append((named ? value.keys.at(static_cast<qsizetype>(i)) + '=' : QByteArray()) + shown(value.items[i]));
    }
    return '{' + parts.join(' ') + '}';
}

/// Pages by Qt: each with its number and a picture.
QByteArray pagesByQt(int count, const QString &word = u"page"_s)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    for (int page = 0; page < count; ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawText(200, 200 + 400 * page, word + u' ' + QString::number(page));
        painter.drawImage(400, 400, picture);
    }
    painter.end();
    return bytes;
}

QString finished(QByteArray written, const PdfStructure &structure, const QString &path, QByteArray more = {})
{
    QBuffer source(&written);
    source.open(QIODevice::ReadOnly);
    QBuffer second(&more);
    second.open(QIODevice::ReadOnly);
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return target.errorString();
    std::vector<QIODevice *> files{&source};
    if (!more.isEmpty())
        files.push_back(&second);
    const Result<void> result = finishPdf(files, structure, target);
    return result ? QString() : result.error().message;
}

} // namespace

/// How a PDF is taken apart and put together: by ourselves, an object at a time.
class TestPdfObjects : public QObject {
    Q_OBJECT

private slots:
    void init();

    void takesValuesApart_data();
    void takesValuesApart();
    void refusesWhatIsNoValue_data();
    void refusesWhatIsNoValue();
    void writesWhatOthersRead();
    void writesNumbersShort_data();
    void writesNumbersShort();
    void joinsThePartsOfALink();
    void putsPagesInOrder();
    void takesPagesOfTwoFiles();
    void stopsWhereItIsTold();
    void isTheSameWhateverQtNumbers();
    void refusesAFileThatIsDamaged_data();
    void refusesAFileThatIsDamaged();
    void toldByTheTargetThatItIsFull();

    void mendsCharacterMaps_data();
    void mendsCharacterMaps();
    void countsInLetters();

private:
    QString path() const { return m_file->fileName(); }

    std::unique_ptr<QTemporaryFile> m_file;
};

void TestPdfObjects::init()
{
    m_file = std::make_unique<QTemporaryFile>();
    QVERIFY(m_file->open());
}

void TestPdfObjects::takesValuesApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a number") << "12"_ba
                              << "12"_ba;
    QTest::newRow("nothing") << " null "_ba
                             << "null"_ba;
    QTest::newRow("a name") << "/Type"_ba
                            << "/Type"_ba;
    QTest::newRow("an array") << "[1 -2.50 true /N (s)]"_ba
                              << "{1 -2.50 true /N \"s\"}"_ba;
    QTest::newRow("a dictionary") << "<< /A 1 /B << /C [ ] >> >>"_ba
                                  << "{/A=1 /B={/C={}}}"_ba;
    QTest::newRow("references among numbers") << "[1 2 0 R 3 4 0 R]"_ba
                                              << "{1 R2 3 R4}"_ba;
    QTest::newRow("a string with brackets") << "(a (b) \\) c)"_ba
                                            << "\"a (b) ) c\""_ba;
    QTest::newRow("a string that looks like more") << "<< /U (>> endobj 1 0 R stream) >>"_ba
                                                   << "{/U=\">> endobj 1 0 R stream\"}"_ba;
    QTest::newRow("digits") << "<4142>"_ba
                            << "\"AB\""_ba;
    QTest::newRow("a key twice") << "<< /A 1 /A 2 >>"_ba
                                 << "{/A=2}"_ba;
}

void TestPdfObjects::takesValuesApart()
{
    QFETCH(QByteArray, text);
    QTEST(shown(PdfValue::parse(text)), "expected");
}

void TestPdfObjects::refusesWhatIsNoValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("two values") << "1 2"_ba;
    QTest::newRow("an array without an end") << "[1 2"_ba;
    QTest::newRow("a dictionary without an end") << "<< /A 1"_ba;
    QTest::newRow("a key without a value") << "<< /A >>"_ba;
    QTest::newRow("a key that is no name") << "<< 1 2 >>"_ba;
    QTest::newRow("a reference without numbers") << "R"_ba;
    QTest::newRow("a bracket too many") << "]"_ba;
    QTest::newRow("a word") << "stream"_ba;
    QTest::newRow("arrays in arrays") << QByteArray(100'000, '[');
}

void TestPdfObjects::refusesWhatIsNoValue()
{
    QFETCH(QByteArray, text);
    QVERIFY_THROWS_EXCEPTION(std::exception, PdfValue::parse(text));
}

void TestPdfObjects::writesWhatOthersRead()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    PdfObjects objects(buffer);
    const int root = objects.reserve();
    const int info = objects.add("<< /Title " + pdfText(u"(Größe) \\ 中"_s) + " >>");
    const int plain = objects.reserve();
    objects.addPlainStream(plain, "/Kind /Plain", "some bytes");
    QByteArray list;
    for (int i = 0; i < 250; ++i) // more than go in one group
        list += pdfReference(objects.add(QByteArray::number(i * i))) + ' ';
    objects.add(root, "<< /List [ " + list + "] /Data " + pdfReference(plain) + " >>");
    objects.finish(root, info);
    QVERIFY(objects.isWritten());

    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("test", bytes.constData(), static_cast<size_t>(bytes.size()));
    QVERIFY(pdf.getWarnings().empty());
    QCOMPARE(QString::fromStdString(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value()),
             u"(Größe) \\ 中"_s);
    QPDFObjectHandle read = pdf.getRoot().getKey("/List");
    QCOMPARE(read.getArrayNItems(), 250);
    for (int i = 0; i < 250; ++i)
        QCOMPARE(read.getArrayItem(i).getIntValue(), i * i);
    const auto data = pdf.getRoot().getKey("/Data").getStreamData();
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize())),
             QByteArray("some bytes"));
}

void TestPdfObjects::writesNumbersShort_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole") << 12.0 << "12"_ba;
    QTest::newRow("half") << 0.5 << "0.5"_ba;
    QTest::newRow("long") << 794.883125 << "794.88"_ba;
    QTest::newRow("below nothing") << -0.001 << "0"_ba;
    QTest::newRow("hundred") << 100.0 << "100"_ba;
}

void TestPdfObjects::writesNumbersShort()
{
    QFETCH(double, number);
    QTEST(pdfNumber(number), "expected");
}

void TestPdfObjects::joinsThePartsOfALink()
{
    const std::vector<PdfLink> links = joined({{"a", {10, 100, 20, 110}},
                                               {"a", {21, 100, 40, 110}},
                                               {"b", {41, 100, 50, 110}},
                                               {"a", {51, 100, 60, 110}},
                                               {"a", {10, 80, 30, 90}}});
    QCOMPARE(links.size(), size_t(4));
    QCOMPARE(links.front().place.right, 40.0);
}

void TestPdfObjects::putsPagesInOrder()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    PdfStructure structure;
    structure.sheets = {{2, -1}, {0, 3}}; // the second page is in no sheet
    structure.outline = {
        {u"first"_s, 0, false, {0, 800}}, {u"inner"_s, 1, false, {1, 700}}, {u"last"_s, 0, true, {1, 9}}};
    QCOMPARE(finished(pagesByQt(4), structure, path()), QString());
    PdfReader pdf(path());
    QCOMPARE(pdf.pages(), 2);
    QCOMPARE(pdf.runningWords(0), u"page 2"_s);
    QCOMPARE(pdf.runningWords(1), u"page 0 page 3"_s);
    using Item = PdfReader::OutlineItem;
    QCOMPARE(pdf.outline(), (QList<Item>{{u"first"_s, 0, 0}, {u"inner"_s, 1, 1}, {u"last"_s, 0, 1}}));
}

void TestPdfObjects::takesPagesOfTwoFiles()
{
    if (!PdfReader::readsWords())
        QSKIP("pdftotext is not installed");
    PdfStructure structure;
    structure.sheets = {{1, -1, 1}, {0, 2, 1}, {1, 2, 0}};
    // Both call their fonts by the same names, and have other letters in them.
    QCOMPARE(finished(pagesByQt(3), structure, path(), pagesByQt(2, u"sheet"_s)), QString());
    PdfReader pdf(path());
    QCOMPARE(pdf.pages(), 3);
    QCOMPARE(pdf.runningWords(0), u"sheet 1"_s);
    QCOMPARE(pdf.runningWords(1), u"sheet 0 page 2"_s);
    QCOMPARE(pdf.runningWords(2), u"page 1 page 2"_s);
}

void TestPdfObjects::isTheSameWhateverQtNumbers()
{
    PdfStructure structure;
    structure.sheets = {{0, -1}, {1, -1}};
    QCOMPARE(finished(pagesByQt(2), structure, path()), QString());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray first = file.readAll();
    QTemporaryFile other;
    QVERIFY(other.open());
    QCOMPARE(finished(pagesByQt(2), structure, other.fileName()), QString());
    QCOMPARE(other.readAll(), first);
}

void TestPdfObjects::stopsWhereItIsTold()
{
    QByteArray pages = pagesByQt(3);
    QBuffer source(&pages);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QBuffer target;
    QVERIFY(target.open(QIODevice::WriteOnly));
    PdfStructure structure;
    structure.sheets = {{0}, {1}, {2}};
    int asked = 0;
    QVERIFY(finishPdf({&source}, structure, target, [&] { return ++asked < 2; }));
    QCOMPARE(asked, 2);
    QVERIFY(!target.data().contains("startxref"));
}

void TestPdfObjects::refusesAFileThatIsDamaged_data()
{
    QTest::addColumn<int>("size"); // in hundredths of the whole
    QTest::newRow("empty") << 0;
    QTest::newRow("half") << 50;
    QTest::newRow("without its end") << 98;
}

void TestPdfObjects::refusesAFileThatIsDamaged()
{
    QFETCH(int, size);
    const QByteArray whole = pagesByQt(2);
    PdfStructure structure;
    structure.sheets = {{0, -1}};
    QVERIFY(finished(whole.left(whole.size() * size / 100), structure, path()).contains(u"Please report this"_s));
}

void TestPdfObjects::toldByTheTargetThatItIsFull()
{
    QByteArray pages = pagesByQt(3);
    QBuffer source(&pages);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("there is no /dev/full");
    PdfStructure structure;
    structure.sheets = {{0, -1}, {1, -1}, {2, -1}};
    QVERIFY(finishPdf({&source}, structure, full));
    QCOMPARE(full.error(), QFileDevice::ResourceError);
}

void TestPdfObjects::mendsCharacterMaps_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing to mend") << QByteArray("<0001> <0002> [<0041> <0042> ]")
                                     << QByteArray("<0001> <0002> [<0041> <0042> ]");
    QTest::newRow("a tab is a space") << QByteArray("[<0009> ]") << QByteArray("[<0020> ]");
    QTest::newRow("ligatures") << QByteArray("[<FB01> <0041> <FB04> ]")
                               << QByteArray("[<00660069> <0041> <00660066006C> ]");
    QTest::newRow("the ends of a range stay") << QByteArray("<0009> <FB01> <FB02>\n<0001> <0009> [<0009> ]")
                                              << QByteArray("<0009> <FB01> <FB02>\n<0001> <0009> [<0020> ]");
    QTest::newRow("two lists") << QByteArray("[<FB00> ] [<FB03> ]") << QByteArray("[<00660066> ] [<006600660069> ]");
    QTest::newRow("a list without an end") << QByteArray("[<FB00>") << QByteArray("[<FB00>");
}

void TestPdfObjects::mendsCharacterMaps()
{
    QFETCH(QByteArray, map);
    QFETCH(QByteArray, expected);
    QCOMPARE(mendedCharacterMap(map), expected);
}

void TestPdfObjects::countsInLetters()
{
    QCOMPARE(subsetTag(0), QByteArray("AAAAAA"));
    QCOMPARE(subsetTag(27), QByteArray("AAAABB"));
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    TestPdfObjects test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pdfobjects.moc"
