#include "core/markdown/guard.h"
#include "core/markdown/html.h"
#include "core/markdown/parser.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Texts that break readers of Markdown: none may overflow the stack, take quadratic time or lose the words.
class TestMarkdownHostile : public QObject {
    Q_OBJECT

private slots:
    void survives_data();
    void survives();
    void becomesOneCodeBlock_data();
    void becomesOneCodeBlock();
    void ordinaryTextIsNotHostile_data();
    void ordinaryTextIsNotHostile();
    void wideTableStaysText();
};

int depthOf(const MarkdownNode &node)
{
    int deepest = 0;
    for (const MarkdownNode &child : node.children)
        deepest = std::max(deepest, depthOf(child));
    return deepest + 1;
}

QByteArray times(const char *text, int count)
{
    return QByteArray(text).repeated(count);
}

void TestMarkdownHostile::survives_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("word"); // something that must still be read
    QTest::newRow("quotes in quotes") << QByteArray(times(">", 10'000) + "word") << u"word"_s;
    QTest::newRow("lists in lists") << QByteArray(times("- ", 10'000) + "word") << u"word"_s;
    QTest::newRow("quotes and lists") << QByteArray(times("> 1. ", 10'000) + "word") << u"word"_s;
    QTest::newRow("emphasis in emphasis")
        << QByteArray(times("*a ", 20'000) + "word" + times(" b*", 20'000)) << u"word"_s;
    QTest::newRow("strong in emphasis") << QByteArray(times("*a **b ", 10'000) + "word" + times(" c** d*", 10'000))
                                        << u"word"_s;
    QTest::newRow("open brackets") << QByteArray(times("[", 50'000) + "word") << u"word"_s;
    QTest::newRow("images in images") << QByteArray("word" + times("![a ", 900) + times("](u)", 900)) << u"word"_s;
    QTest::newRow("links in links") << QByteArray(times("[", 20'000) + "word" + times("](u)", 20'000)) << u"word"_s;
    QTest::newRow("open code spans") << QByteArray(times("`a``b", 20'000) + " word") << u"word"_s;
    QTest::newRow("open comments") << QByteArray(times("a <!-- ", 20'000) + "word") << u"word"_s;
    QTest::newRow("references that grow")
        << QByteArray("[a]: /" + times("x", 50'000) + "\n\n" + times("[a] ", 20'000) + "word") << u"word"_s;
    QTest::newRow("long table") << QByteArray("|a|b|\n|-|-|\n" + times("|1|2|\n", 30'000) + "|word|") << u"word"_s;
    QTest::newRow("table of one-cell rows")
        << QByteArray(times("|a", 250) + "\n" + times("|-", 250) + "\n" + times("|b\n", 30'000) + "|word") << u"word"_s;
    QTest::newRow("delimiter rows only") << QByteArray(times("|-|-|-|\n", 20'000) + "word") << u"word"_s;
    QTest::newRow("delimiters never match") << QByteArray(times("|a|\n|-|-|\n", 20'000) + "word") << u"word"_s;
    QTest::newRow("pipes in a row") << QByteArray(times("|", 200'000) + "word\n" + times("-|", 100'000)) << u"word"_s;
    QTest::newRow("escaped pipes") << QByteArray("|a|\n|-|\n|" + times("\\|", 100'000) + "word|") << u"word"_s;
    QTest::newRow("schemes in a row") << QByteArray(times("http://_:", 30'000) + " word") << u"word"_s;
    QTest::newRow("mail schemes in a row") << QByteArray(times("mailto:", 30'000) + " word") << u"word"_s;
    QTest::newRow("brackets after an address")
        << QByteArray("https://a.example/" + times(")", 100'000) + " word") << u"word"_s;
    QTest::newRow("entities after an address")
        << QByteArray("https://a.example/" + times("&amp;a;", 30'000) + " word") << u"word"_s;
    QTest::newRow("colons") << QByteArray(times(":", 200'000) + "word") << u"word"_s;
    QTest::newRow("blank lines") << QByteArray(times("\n", 500'000) + "word") << u"word"_s;
}

void TestMarkdownHostile::survives()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, word);
    const MarkdownNode root = parseMarkdown(markdown);
    QVERIFY2(depthOf(root) <= markdownMaximumDepth, qPrintable(QString::number(depthOf(root))));
    QVERIFY(plainText(root).contains(word));
    QVERIFY(toSafeHtml(root).contains(word));
}

void TestMarkdownHostile::becomesOneCodeBlock_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::newRow("links between open images") << times("![[]()", 20'000);
    QTest::newRow("links between open images, on lines") << times("![\n[a](b)\n", 20'000);
    QTest::newRow("blank lines below deep lists") << QByteArray(times("- ", 50'000) + "a\n" + times("\n", 10'000));
    QTest::newRow("a lazy line below deep lists") << QByteArray(times("- ", 50'000) + "a\nb\n" + times("\n", 10'000));
}

void TestMarkdownHostile::becomesOneCodeBlock()
{
    QFETCH(QByteArray, markdown);
    QVERIFY(isMarkdownHostile(markdown));
    const MarkdownNode root = parseMarkdown(markdown);
    QCOMPARE(root.children.size(), 1U);
    QCOMPARE(root.children.front().kind, MarkdownKind::CodeBlock);
    QCOMPARE(root.children.front().text.toUtf8(), markdown);
}

void TestMarkdownHostile::ordinaryTextIsNotHostile_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::newRow("a gallery") << times("![a](b.png)\n\n", 20'000);
    QTest::newRow("a wall of badges") << times("[![a](b.svg)](https://c.example) ", 500);
    QTest::newRow("a long outline") << times("- a\n  - b\n    - c\n\n", 50'000);
    QTest::newRow("a dashed line") << times("-", 5'000);
}

void TestMarkdownHostile::ordinaryTextIsNotHostile()
{
    QFETCH(QByteArray, markdown);
    QVERIFY(!isMarkdownHostile(markdown));
}

void TestMarkdownHostile::wideTableStaysText()
{
    const QByteArray wide = times("|a", 300) + "\n" + times("|-", 300) + "\n";
    QCOMPARE(parseMarkdown(wide).children.front().kind, MarkdownKind::Paragraph);
}

QTEST_GUILESS_MAIN(TestMarkdownHostile)
#include "tst_markdownhostile.moc"
