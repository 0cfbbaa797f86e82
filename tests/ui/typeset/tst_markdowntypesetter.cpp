#include "core/markdown/parser.h"
#include "outline.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/inlineobjects.h"
#include "ui/typeset/markdowntypesetter.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class OnePicture : public ImageSource {
public:
    explicit OnePicture(QSize size) : m_image(size, QImage::Format_RGB32) { m_image.fill(Qt::red); }
    Result<QImage> image(const QString &url) override
    {
        if (url == u"there.png")
            return m_image;
        return Error{u"it is not there"_s};
    }

private:
    QImage m_image;
};

class TestMarkdownTypesetter : public QObject {
    Q_OBJECT

private slots:
    void structure_data();
    void structure();
    void links_data();
    void links();
    void relativeLinksAreResolved();
    void formats();
    void headingsHaveLevelsAndAnchors();
    void headingOffset();
    void blocksKnowTheirLines();
    void quoteIsABoxWithARule();
    void tableIsAligned();
    void listsHang();
    void picturesFitTheText();
    void picturesInTextAreInline();
    void missingPictures_data();
    void missingPictures();
    void limitEndsTheTextWithANote();
    void hostile_data();
    void hostile();
    void endsWithoutAnEmptyLine();
    void paints();

private:
    void typeset(QTextDocument &document, const QByteArray &markdown, const MarkdownOptions &options = {}) const
    {
        prepareDocument(&document, m_style, 0);
        document.setTextWidth(600);
        TextFlow flow(QTextCursor(&document), m_style);
        MarkdownTypesetter(flow, options).append(parseMarkdown(markdown));
        flow.finish();
    }

    TypeStyle m_style = TypeStyle::fromPalette(QPalette());
};

void TestMarkdownTypesetter::structure_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << QByteArray() << QStringList{};
    QTest::newRow("paragraphs") << QByteArray("a\nb\n\nc  \nd") << QStringList{u"p a b"_s, u"p c/d"_s};
    QTest::newRow("headings") << QByteArray("# a\n\n## b") << QStringList{u"h1 a"_s, u"h2 b"_s};
    QTest::newRow("quote") << QByteArray("> a\n>\n> b\n\nc")
                           << QStringList{u"[1x1"_s, u"p a"_s, u"p b"_s, u"]"_s, u"p c"_s};
    QTest::newRow("quote in a quote") << QByteArray("> > a")
                                      << QStringList{u"[1x1"_s, u"[1x1"_s, u"p a"_s, u"]"_s, u"]"_s};
    QTest::newRow("two quotes") << QByteArray("> a\n\n<!-- -->\n\n> b")
                                << QStringList{u"[1x1"_s, u"p a"_s, u"]"_s, u"p <!-- -->"_s,
                                               u"[1x1"_s, u"p b"_s, u"]"_s};
    QTest::newRow("code") << QByteArray("```\na\n\n\tb\n```") << QStringList{u"[1x1"_s, u"p a//    b"_s, u"]"_s};
    QTest::newRow("bullets") << QByteArray("- a\n- b\n  - c\n\nd")
                             << QStringList{u"p \u2022 a"_s, u"p \u2022 b"_s, u"p \u2013 c"_s, u"p d"_s};
    QTest::newRow("numbers") << QByteArray("9. a\n10. b\n    c") << QStringList{u"p 9. a"_s, u"p 10. b c"_s};
    QTest::newRow("paragraphs in an item") << QByteArray("- a\n\n  b") << QStringList{u"p \u2022 a"_s, u"p b"_s};
    QTest::newRow("quote in an item") << QByteArray("- > a") << QStringList{u"p \u2022"_s, u"[1x1"_s, u"p a"_s, u"]"_s};
    QTest::newRow("empty item") << QByteArray("-\n- a") << QStringList{u"p \u2022"_s, u"p \u2022 a"_s};
    QTest::newRow("task") << QByteArray("- [x] a") << QStringList{u"p \u2022 [x] a"_s};
    QTest::newRow("rule") << QByteArray("a\n\n---\n\nb")
                          << QStringList{u"p a"_s, u"[1x3"_s, u"|"_s, u"|"_s, u"]"_s, u"p b"_s};
    QTest::newRow("table") << QByteArray("|a|b|\n|-|-|\n|1|\n\nc")
                           << QStringList{u"[2x2"_s, u"p a"_s, u"|"_s, u"p b"_s, u"|"_s,
                                          u"p 1"_s,  u"|"_s,   u"]"_s, u"p c"_s};
    QTest::newRow("raw HTML") << QByteArray("<b>\na\n</b>") << QStringList{u"p <b>/a/</b>"_s};
    QTest::newRow("picture without a source")
        << QByteArray("![a](b.png)")
        << QStringList{u"[1x1"_s, u"p Picture not shown: a"_s, u"p b.png \u2013 pictures are not shown here"_s, u"]"_s};
}

void TestMarkdownTypesetter::structure()
{
    QFETCH(QByteArray, markdown);
    QTextDocument document;
    typeset(document, markdown);
    QTEST(outlineOf(document), "expected");
}

void TestMarkdownTypesetter::links_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("href"); // of the words "a"; empty: no link
    QTest::newRow("https") << QByteArray("[a](https://b.example/c?d=e&f#g)") << u"https://b.example/c?d=e&f#g"_s;
    QTest::newRow("http") << QByteArray("[a](http://b.example)") << u"http://b.example"_s;
    QTest::newRow("mail") << QByteArray("[a](mailto:b@c.example)") << u"mailto:b@c.example"_s;
    QTest::newRow("other script") << QByteArray("[a](https://b.example/\xc3\xa4)") << u"https://b.example/%C3%A4"_s;
    QTest::newRow("within the text") << QByteArray("[a](#b%20c)") << u"#x-b c"_s;
    QTest::newRow("relative") << QByteArray("[a](b.md)") << u""_s;
    QTest::newRow("javascript") << QByteArray("[a](javascript:alert(1))") << u""_s;
    QTest::newRow("javascript, disguised") << QByteArray("[a](<JaVa&#115;cript:alert(1)>)") << u""_s;
    QTest::newRow("file") << QByteArray("[a](file:///etc/passwd)") << u""_s;
    QTest::newRow("data") << QByteArray("[a](data:text/html;base64,AAAA)") << u""_s;
    QTest::newRow("ours") << QByteArray("[a](casebook:problem/1)") << u""_s;
    QTest::newRow("ftp") << QByteArray("[a](ftp://b.example)") << u""_s;
    QTest::newRow("host without a scheme") << QByteArray("[a](//b.example)") << u""_s;
    QTest::newRow("absolute path") << QByteArray("[a](/etc/passwd)") << u""_s;
}

void TestMarkdownTypesetter::links()
{
    QFETCH(QByteArray, markdown);
    QTextDocument document;
    typeset(document, markdown, {.anchorPrefix = u"x-"_s});
    QTEST(linksOf(document).value(u"a"_s), "href");
    QCOMPARE(document.toPlainText(), u"a"_s);
}

void TestMarkdownTypesetter::relativeLinksAreResolved()
{
    MarkdownOptions options;
    options.resolve = [](const QString &path) { return path == u"b c.md" ? u"casebook:case/b"_s : QString(); };
    QTextDocument document;
    typeset(document, "[a](b%20c.md#d) [e](f.md)", options);
    QCOMPARE(linksOf(document), (QMap<QString, QString>{{u"a"_s, u"casebook:case/b"_s}}));
}

void TestMarkdownTypesetter::formats()
{
    QTextDocument document;
    typeset(document, "*em* **strong** ***both*** `code` [link](https://a.example)");
    QVERIFY(formatOf(document, u"em"_s).fontItalic());
    QCOMPARE(formatOf(document, u"strong"_s).fontWeight(), int(QFont::Bold));
    QVERIFY(formatOf(document, u"both"_s).fontItalic() && formatOf(document, u"both"_s).fontWeight() == QFont::Bold);
    QCOMPARE(formatOf(document, u"code"_s).background().color(), m_style.codeTint);
    QVERIFY(formatOf(document, u"code"_s).fontFixedPitch());
    QCOMPARE(formatOf(document, u"link"_s).foreground().color(), m_style.link);
    QVERIFY(formatOf(document, u"link"_s).fontUnderline());
}

void TestMarkdownTypesetter::headingsHaveLevelsAndAnchors()
{
    QTextDocument document;
    typeset(document, "## What *we* did!", {.anchorPrefix = u"x-"_s});
    QCOMPARE(outlineOf(document), QStringList{u"h2 What we did!"_s});
    QVERIFY(anchorsOf(document).contains(u"x-what-we-did"_s));
}

void TestMarkdownTypesetter::headingOffset()
{
    QTextDocument document;
    typeset(document, "# a\n\n###### b", {.headingOffset = 1});
    QCOMPARE(outlineOf(document), (QStringList{u"h2 a"_s, u"h6 b"_s}));
}

void TestMarkdownTypesetter::blocksKnowTheirLines()
{
    QTextDocument document;
    typeset(document, "a\n\n> b\n\n- c\n");
    QList<int> lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.text().isEmpty())
            lines.append(block.blockFormat().intProperty(sourceLineProperty));
    }
    QCOMPARE(lines, (QList<int>{1, 3, 5}));
}

void TestMarkdownTypesetter::quoteIsABoxWithARule()
{
    QTextDocument document;
    typeset(document, "> a");
    const QTextTableCellFormat cell = firstTable(document)->cellAt(0, 0).format().toTableCellFormat();
    QVERIFY(cell.leftBorder() > 0);
    QVERIFY(cell.leftPadding() > 0);
    QCOMPARE(cell.leftBorderBrush().color(), m_style.quoteRule);
    QCOMPARE(cell.background().color(), m_style.quoteTint);
}

void TestMarkdownTypesetter::tableIsAligned()
{
    QTextDocument document;
    typeset(document, "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|");
    const QTextTable *table = firstTable(document);
    QCOMPARE(table->format().headerRowCount(), 1);
    QCOMPARE(table->cellAt(0, 0).format().background().color(), m_style.codeTint);
    QVERIFY(table->cellAt(1, 0).firstCursorPosition().blockFormat().alignment() & Qt::AlignLeft);
    QVERIFY(table->cellAt(1, 1).firstCursorPosition().blockFormat().alignment() & Qt::AlignHCenter);
    QVERIFY(table->cellAt(1, 2).firstCursorPosition().blockFormat().alignment() & Qt::AlignRight);
}

void TestMarkdownTypesetter::listsHang()
{
    QTextDocument document;
    typeset(document, "- a\n  - b\n\n    c");
    const QTextBlockFormat outer = document.begin().blockFormat();
    const QTextBlockFormat inner = document.begin().next().blockFormat();
    QVERIFY(outer.leftMargin() > 0);
    QCOMPARE(outer.textIndent(), -outer.leftMargin());
    QCOMPARE(inner.leftMargin(), 2 * outer.leftMargin());
    QCOMPARE(document.lastBlock().blockFormat().leftMargin(), inner.leftMargin());
    QCOMPARE(document.lastBlock().blockFormat().textIndent(), 0.0);
}

void TestMarkdownTypesetter::picturesFitTheText()
{
    OnePicture images(QSize(3000, 1000));
    QTextDocument document;
    typeset(document, "![a](there.png)", {.images = &images});
    QCOMPARE(outlineOf(document), QStringList{u"p @"_s});
    QVERIFY(document.documentLayout()->documentSize().width() <= 600);
    QVERIFY(document.documentLayout()->documentSize().height() < 300);
    document.setTextWidth(300);
    QVERIFY(document.documentLayout()->documentSize().width() <= 300);
    QCOMPARE(formatOf(document, QString(QChar::ObjectReplacementCharacter)).toolTip(), u"a"_s);
}

void TestMarkdownTypesetter::picturesInTextAreInline()
{
    OnePicture small(QSize(16, 16));
    QTextDocument document;
    typeset(document, "a ![b](there.png) c ![d](gone.png)", {.images = &small});
    QCOMPARE(outlineOf(document), QStringList{u"p a @ c [d: gone.png]"_s});
    OnePicture tall(QSize(160, 160));
    QTextDocument other;
    typeset(other, "a ![b](there.png) c", {.images = &tall});
    QCOMPARE(outlineOf(other), QStringList{u"p a /@ c"_s});
}

void TestMarkdownTypesetter::missingPictures_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("with words") << QByteArray("![a chart](gone.png)")
                                << QStringList{u"[1x1"_s, u"p Picture not shown: a chart"_s,
                                               u"p gone.png \u2013 it is not there"_s, u"]"_s};
    QTest::newRow("without") << QByteArray("![](https://a.example/b.png)")
                             << QStringList{u"[1x1"_s, u"p Picture not shown"_s,
                                            u"p https://a.example/b.png \u2013 it is not there"_s, u"]"_s};
}

void TestMarkdownTypesetter::missingPictures()
{
    QFETCH(QByteArray, markdown);
    OnePicture images(QSize(10, 10));
    QTextDocument document;
    typeset(document, markdown, {.images = &images});
    QTEST(outlineOf(document), "expected");
}

void TestMarkdownTypesetter::limitEndsTheTextWithANote()
{
    QTextDocument document;
    typeset(document, "first\n\nsecond\n\nthird\n\nfourth", {.characterLimit = 54});
    QStringList lines = outlineOf(document);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(1), u"p second"_s);
    QCOMPARE(lines.at(2), u"p t"_s);
    QVERIFY(lines.at(3).contains(u"too long"));

    QTextDocument code;
    typeset(code, "```\n" + QByteArray(1000, 'x') + "\n```\n\nwords", {.characterLimit = 100});
    lines = outlineOf(code);
    QCOMPARE(lines.at(1), QString(u"p " + QString(100, u'x')));
    QVERIFY(lines.last().contains(u"too long"));
}

void TestMarkdownTypesetter::hostile_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("word");
    const auto times = [](const char *text, int count) { return QByteArray(text).repeated(count); };
    QTest::newRow("quotes in quotes") << QByteArray(times(">", 10'000) + "word") << u"word"_s;
    QTest::newRow("quotes in lists") << QByteArray(times("- > ", 5'000) + "word") << u"word"_s;
    QTest::newRow("one long word") << QByteArray(times("x", 100'000) + "\n\nword") << u"word"_s;
    QTest::newRow("one long line of code") << QByteArray("```\n" + times("x", 100'000) + "\n```\n\nword") << u"word"_s;
    QTest::newRow("wide table") << QByteArray(times("|a", 250) + "\n" + times("|-", 250) + "\n" + times("|1\n", 5'000)
                                              + "|word")
                                << u"word"_s;
    QTest::newRow("long table") << QByteArray("|a|b|\n|-|-|\n" + times("|1|2|\n", 5'000) + "|word|") << u"word"_s;
}

void TestMarkdownTypesetter::hostile()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, word);
    QTextDocument document;
    typeset(document, markdown);
    QVERIFY(document.documentLayout()->documentSize().height() > 0);
    QVERIFY(document.toPlainText().contains(word));
}

void TestMarkdownTypesetter::endsWithoutAnEmptyLine()
{
    QTextDocument one;
    typeset(one, "> a");
    const auto box = one.documentLayout()->frameBoundingRect(firstTable(one));
    QVERIFY(one.documentLayout()->documentSize().height() - box.bottom() < 3);
}

void TestMarkdownTypesetter::paints()
{
    OnePicture images(QSize(100, 100));
    QTextDocument document;
    typeset(document, "# a\n\n![b](there.png)\n\n> c\n", {.images = &images});
    QImage page(600, int(document.size().height()), QImage::Format_RGB32);
    page.fill(m_style.page);
    QPainter painter(&page);
    document.drawContents(&painter);
    painter.end();
    bool red = false;
    for (int y = 0; y < page.height(); ++y)
        red = red || page.pixelColor(40, y) == QColor(Qt::red);
    QVERIFY(red);
}

QTEST_MAIN(TestMarkdownTypesetter)
#include "tst_markdowntypesetter.moc"
