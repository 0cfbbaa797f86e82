#include "ui/typeset/corpusimages.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestCorpusImages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void shown_data();
    void shown();
    void refused_data();
    void refused();
    void wideOnesAreScaledDown();
    void changedFilesAreReadAgain();
    void caseOutsideTheCorpusSeesNothing();

private:
    QString root() const { return m_folder.path() + u"/corpus"_s; }
    void write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QImage picture(int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::blue);
        return image;
    }

    QTemporaryDir m_folder;
};

void TestCorpusImages::initTestCase()
{
    const QString cases = root() + u"/cases"_s;
    QVERIFY(QDir().mkpath(cases + u"/deep"_s));
    QVERIFY(QDir().mkpath(root() + u"/img"_s));
    QVERIFY(picture(40, 20).save(cases + u"/a.png"_s));
    QVERIFY(picture(40, 20).save(cases + u"/b c.png"_s));
    QVERIFY(picture(40, 20).save(root() + u"/img/d.png"_s));
    QVERIFY(picture(40, 20).save(m_folder.path() + u"/outside.png"_s));
    QVERIFY(QFile::copy(cases + u"/a.png"_s, cases + u"/e.txt"_s));
    write(cases + u"/text.png"_s, "no picture at all");
    write(cases + u"/drawing.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    write(cases + u"/drawing.png"_s, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    QFile good(cases + u"/a.png"_s);
    QVERIFY(good.open(QIODevice::ReadOnly));
    write(cases + u"/cut.png"_s, good.readAll().left(60));
    QVERIFY(QFile::link(m_folder.path() + u"/outside.png"_s, cases + u"/link.png"_s));
    QVERIFY(QFile::link(m_folder.path(), cases + u"/linked"_s));
    QVERIFY(QFile::link(root() + u"/img/d.png"_s, cases + u"/inner.png"_s));
    QFile large(cases + u"/large.png"_s);
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(CorpusImages::fileSizeLimit + 1));
    // A header that promises 60,000 x 60,000 pixels: what counts is that it is not believed and no memory is taken.
    QByteArray bomb = QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea60080200000000000000");
    write(cases + u"/bomb.png"_s, bomb);
    QCOMPARE(::mkfifo(qPrintable(cases + u"/pipe.png"_s), 0600), 0);
}

void TestCorpusImages::shown_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("beside the file") << u"a.png"_s;
    QTest::newRow("with a dot") << u"./a.png"_s;
    QTest::newRow("encoded") << u"b%20c.png"_s;
    QTest::newRow("not encoded") << u"b c.png"_s;
    QTest::newRow("above, inside the corpus") << u"../img/d.png"_s;
    QTest::newRow("with a query") << u"a.png?raw=true#x"_s;
    QTest::newRow("a link that stays inside") << u"inner.png"_s;
    QTest::newRow("told by its bytes, not its name") << u"e.txt"_s;
}

void TestCorpusImages::shown()
{
    QFETCH(QString, url);
    CorpusImages images(root(), u"cases/x.md"_s);
    const Result<QImage> image = images.image(url);
    QVERIFY2(image.has_value(), qPrintable(image ? QString() : image.error().message));
    QCOMPARE(image->size(), QSize(40, 20));
}

void TestCorpusImages::refused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("remote") << u"https://a.example/b.png"_s;
    QTest::newRow("remote, no scheme") << u"//a.example/b.png"_s;
    QTest::newRow("file") << QString(u"file://" + root() + u"/cases/a.png");
    QTest::newRow("data") << u"data:image/png;base64,iVBORw0KGgo="_s;
    QTest::newRow("resource") << u":/icon.png"_s;
    QTest::newRow("resource with a scheme") << u"qrc:/icon.png"_s;
    QTest::newRow("absolute") << QString(root() + u"/cases/a.png");
    QTest::newRow("out of the corpus") << u"../../outside.png"_s;
    QTest::newRow("out of the corpus, encoded") << u"%2e%2e/%2e%2e/outside.png"_s;
    QTest::newRow("out of the corpus, slashes encoded") << u"..%2f..%2foutside.png"_s;
    QTest::newRow("absolute, encoded") << u"%2fetc%2fpasswd"_s;
    QTest::newRow("backslashes") << u"..\\..\\outside.png"_s;
    QTest::newRow("out and back in") << u"../../corpus/../outside.png"_s;
    QTest::newRow("link out of the corpus") << u"link.png"_s;
    QTest::newRow("below a linked folder") << u"linked/outside.png"_s;
    QTest::newRow("NUL") << u"a.png%00.txt"_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("fragment alone") << u"#a.png"_s;
    QTest::newRow("missing") << u"gone.png"_s;
    QTest::newRow("folder") << u"deep"_s;
    QTest::newRow("the corpus itself") << u".."_s;
    QTest::newRow("pipe") << u"pipe.png"_s;
    QTest::newRow("no picture") << u"text.png"_s;
    QTest::newRow("SVG") << u"drawing.svg"_s;
    QTest::newRow("SVG by another name") << u"drawing.png"_s;
    QTest::newRow("cut short") << u"cut.png"_s;
    QTest::newRow("large file") << u"large.png"_s;
    QTest::newRow("many pixels") << u"bomb.png"_s;
}

void TestCorpusImages::refused()
{
    QFETCH(QString, url);
    CorpusImages images(root(), u"cases/x.md"_s);
    const Result<QImage> image = images.image(url);
    QVERIFY(!image);
    QVERIFY(!image.error().message.isEmpty());
}

void TestCorpusImages::wideOnesAreScaledDown()
{
    CorpusImages images(root(), u"cases/x.md"_s, 10);
    const Result<QImage> image = images.image(u"a.png"_s);
    QVERIFY(image);
    QCOMPARE(image->size(), QSize(10, 5));
}

void TestCorpusImages::changedFilesAreReadAgain()
{
    CorpusImages images(root(), u"cases/x.md"_s);
    const QString path = root() + u"/cases/changing.png"_s;
    QVERIFY(picture(5, 5).save(path));
    QCOMPARE(images.image(u"changing.png"_s).value().size(), QSize(5, 5));
    QVERIFY(picture(700, 7).save(path));
    QCOMPARE(images.image(u"changing.png"_s).value().size(), QSize(700, 7));
}

void TestCorpusImages::caseOutsideTheCorpusSeesNothing()
{
    CorpusImages images(root(), u"../x.md"_s);
    QVERIFY(!images.image(u"outside.png"_s));
    QVERIFY(!images.image(u"corpus/cases/a.png"_s));
}

QTEST_MAIN(TestCorpusImages)
#include "tst_corpusimages.moc"
