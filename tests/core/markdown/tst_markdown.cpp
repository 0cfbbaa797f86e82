#include "core/markdown/html.h"
#include "core/markdown/parser.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What Markdown becomes, seen through the HTML that shows the tree most plainly.
class TestMarkdown : public QObject {
    Q_OBJECT

private slots:
    void html_data();
    void html();
    void tables_data();
    void tables();
    void bareLinks_data();
    void bareLinks();
    void headingOffset();
    void headingsHaveLines();
    void headingsInsideQuotesAreNotStructure();
    void blocksHaveLines();
    void tableKeepsAlignment();
    void listKeepsItsNumbers();
    void codeKeepsItsInfo();
    void words_data();
    void words();
};

void TestMarkdown::html_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray() << u""_s;
    QTest::newRow("paragraph") << QByteArray("a *b* **c** `d`")
                               << u"<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n"_s;
    QTest::newRow("CRLF") << QByteArray("a\r\n\r\nb\r\n") << u"<p>a</p>\n<p>b</p>\n"_s;
    QTest::newRow("escapes text") << QByteArray("1 < 2 & \"3\"") << u"<p>1 &lt; 2 &amp; &quot;3&quot;</p>\n"_s;
    QTest::newRow("hard break") << QByteArray("a  \nb\nc") << u"<p>a<br>\nb\nc</p>\n"_s;
    QTest::newRow("tight list") << QByteArray("- a\n- b\n  - c")
                                << u"<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"_s;
    QTest::newRow("loose list") << QByteArray("3. a\n\n4. b")
                                << u"<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"_s;
    QTest::newRow("quote") << QByteArray("> a\n> > b")
                           << u"<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"_s;
    QTest::newRow("unclosed fence") << QByteArray("```c++ x\na < b\n")
                                    << u"<pre><code class=\"language-c++\">a &lt; b\n</code></pre>\n"_s;
    QTest::newRow("rule") << QByteArray("a\n\n---\n") << u"<p>a</p>\n<hr>\n"_s;
    QTest::newRow("raw HTML block") << QByteArray("<script>\nalert(1)\n</script>")
                                    << u"<p>&lt;script&gt;<br>\nalert(1)<br>\n&lt;/script&gt;</p>\n"_s;
    QTest::newRow("raw HTML inline") << QByteArray("a <b onclick=\"x\">c</b>")
                                     << u"<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n"_s;
    QTest::newRow("link") << QByteArray("[a](https://b.example/c \"d\")")
                          << u"<p><a href=\"https://b.example/c\" title=\"d\">a</a></p>\n"_s;
    QTest::newRow("reference") << QByteArray("[a][b]\n\n[b]: other.md") << u"<p><a href=\"other.md\">a</a></p>\n"_s;
    QTest::newRow("fragment") << QByteArray("[a](#b)") << u"<p><a href=\"#b\">a</a></p>\n"_s;
    QTest::newRow("javascript") << QByteArray("[a](javascript:alert(1))") << u"<p>a</p>\n"_s;
    QTest::newRow("javascript in capitals, with an entity")
        << QByteArray("[a](JAVA&#x73;cript:alert(1))") << u"<p>a</p>\n"_s;
    QTest::newRow("data") << QByteArray("[a](data:text/html,x)") << u"<p>a</p>\n"_s;
    QTest::newRow("file") << QByteArray("[a](file:///etc/passwd)") << u"<p>a</p>\n"_s;
    QTest::newRow("quote in address") << QByteArray("[a](<b\" onmouseover=\"x>)")
                                      << u"<p><a href=\"b%22%20onmouseover=%22x\">a</a></p>\n"_s;
    QTest::newRow("image") << QByteArray("![a *b*](c.png \"t\")")
                           << u"<p><img src=\"c.png\" alt=\"a b\" title=\"t\"></p>\n"_s;
    QTest::newRow("remote image") << QByteArray("![a](https://b.example/c.png)")
                                  << u"<p><a href=\"https://b.example/c.png\">a</a></p>\n"_s;
    QTest::newRow("data image") << QByteArray("![a](data:image/png;base64,AA)") << u"<p>a</p>\n"_s;
    QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                             "b")
                               << u"<p>a\ufffdb</p>\n"_s;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"<p>a\ufffdb</p>\n"_s;
}

void TestMarkdown::html()
{
    QFETCH(QByteArray, markdown);
    QTEST(toSafeHtml(parseMarkdown(markdown)), "expected");
}

QString table(const QString &head, const QString &body)
{
    return u"<table>\n<thead>\n" + head + u"\n</thead>\n<tbody>\n" + body + u"</tbody>\n</table>\n";
}

void TestMarkdown::tables_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const QString head = u"<tr><th>a</th><th>b</th></tr>"_s;
    const QString row = u"<tr><td>1</td><td>2</td></tr>\n"_s;
    const QString one = table(head, row);
    QTest::newRow("plain") << QByteArray("| a | b |\n|---|---|\n| 1 | 2 |\n") << one;
    QTest::newRow("no outer pipes") << QByteArray("a | b\n--- | ---\n1 | 2") << one;
    QTest::newRow("CRLF") << QByteArray("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n") << one;
    QTest::newRow("header alone") << QByteArray("| a | b |\n|---|---|") << table(head, {});
    QTest::newRow("short row") << QByteArray("|a|b|\n|-|-|\n|1|") << table(head, u"<tr><td>1</td></tr>\n"_s);
    QTest::newRow("long row") << QByteArray("|a|b|\n|-|-|\n|1|2|3|") << one;
    QTest::newRow("blank cell") << QByteArray("|a|b|\n|-|-|\n||2|") << table(head, u"<tr><td></td><td>2</td></tr>\n"_s);
    QTest::newRow("one column") << QByteArray("| a |\n| - |\n| 1 |")
                                << table(u"<tr><th>a</th></tr>"_s, u"<tr><td>1</td></tr>\n"_s);
    QTest::newRow("escaped pipe") << QByteArray("|a|b|\n|-|-|\n|1 \\| x|2|")
                                  << table(head, u"<tr><td>1 | x</td><td>2</td></tr>\n"_s);
    QTest::newRow("pipe in a code span") << QByteArray("|a|b|\n|-|-|\n|`x\\|y`|2|")
                                         << table(head, u"<tr><td><code>x|y</code></td><td>2</td></tr>\n"_s);
    QTest::newRow("inlines in cells") << QByteArray("|a|b|\n|-|-|\n|**1**|_2_|")
                                      << table(head, u"<tr><td><strong>1</strong></td><td><em>2</em></td></tr>\n"_s);
    QTest::newRow("cells that look like blocks")
        << QByteArray("|a|b|\n|-|-|\n|# 1|- 2|\n|> 1|```|\n|[x]: y|<div>|")
        << table(head,
                 u"<tr><td># 1</td><td>- 2</td></tr>\n<tr><td>&gt; 1</td><td>```</td></tr>\n"
                 u"<tr><td>[x]: y</td><td>&lt;div&gt;</td></tr>\n"_s);
    QTest::newRow("reference in a cell") << QByteArray("|a|b|\n|-|-|\n|[1][r]|2|\n\n[r]: x.md")
                                         << table(head, u"<tr><td><a href=\"x.md\">1</a></td><td>2</td></tr>\n"_s);
    QTest::newRow("bare link in a cell")
        << QByteArray("|a|b|\n|-|-|\n|https://c.example|2|")
        << table(head, u"<tr><td><a href=\"https://c.example\">https://c.example</a></td><td>2</td></tr>\n"_s);
    QTest::newRow("in a quote") << QByteArray("> | a | b |\n> |---|---|\n> | 1 | 2 |")
                                << QString(u"<blockquote>\n" + one + u"</blockquote>\n");
    QTest::newRow("in a list") << QByteArray("- x\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |")
                               << QString(u"<ul>\n<li>\n<p>x</p>\n" + one + u"</li>\n</ul>\n");
    QTest::newRow("below words") << QByteArray("*x*\ny\n| a | b |\n|---|---|\n| 1 | 2 |")
                                 << QString(u"<p><em>x</em>\ny</p>\n" + one);
    QTest::newRow("two tables") << QByteArray("|a|b|\n|-|-|\n|1|2|\n\n|a|b|\n|-|-|\n|1|2|") << QString(one + one);
    QTest::newRow("columns do not match") << QByteArray("|a|b|\n|-|\n") << u"<p>|a|b|\n|-|</p>\n"_s;
    QTest::newRow("in code") << QByteArray("```\n|a|b|\n|-|-|\n```") << u"<pre><code>|a|b|\n|-|-|\n</code></pre>\n"_s;
    QTest::newRow("pipes in prose") << QByteArray("a | b\nc | d") << u"<p>a | b\nc | d</p>\n"_s;
}

void TestMarkdown::tables()
{
    QFETCH(QByteArray, markdown);
    QTEST(toSafeHtml(parseMarkdown(markdown)), "expected");
}

void TestMarkdown::bareLinks_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QStringList>("links");
    QTest::newRow("alone") << QByteArray("https://a.example/b") << QStringList{u"https://a.example/b"_s};
    QTest::newRow("two") << QByteArray("http://a.example and https://b.example.")
                         << QStringList{u"http://a.example"_s, u"https://b.example"_s};
    QTest::newRow("mail") << QByteArray("write to mailto:a@b.example!") << QStringList{u"mailto:a@b.example"_s};
    QTest::newRow("in code") << QByteArray("`https://a.example`") << QStringList{};
    QTest::newRow("in a code block") << QByteArray("    https://a.example") << QStringList{};
    QTest::newRow("in a link") << QByteArray("[https://a.example](https://b.example)")
                               << QStringList{u"https://b.example"_s};
    QTest::newRow("in emphasis in a link") << QByteArray("[*https://a.example*](c.md)") << QStringList{u"c.md"_s};
    QTest::newRow("in emphasis") << QByteArray("**https://a.example**") << QStringList{u"https://a.example"_s};
    QTest::newRow("in angle brackets") << QByteArray("<https://a.example>") << QStringList{u"https://a.example"_s};
    QTest::newRow("in raw HTML") << QByteArray("<a href=\"https://a.example\">") << QStringList{};
    QTest::newRow("no other scheme") << QByteArray("ftp://a.example file:///a javascript:alert(1) www.a.example")
                                     << QStringList{};
}

void collectLinks(const MarkdownNode &node, QStringList &links)
{
    if (node.kind == MarkdownKind::Link)
        links.append(node.url);
    for (const MarkdownNode &child : node.children)
        collectLinks(child, links);
}

void TestMarkdown::bareLinks()
{
    QFETCH(QByteArray, markdown);
    QStringList found;
    collectLinks(parseMarkdown(markdown), found);
    QTEST(found, "links");
}

void TestMarkdown::headingOffset()
{
    QCOMPARE(toSafeHtml(parseMarkdown("# a\n\n###### b"), 1), u"<h2>a</h2>\n<h6>b</h6>\n"_s);
}

void TestMarkdown::headingsHaveLines()
{
    const QList<MarkdownHeading> expected = {{1, u"One more"_s, 2}, {2, u"Two"_s, 6}};
    QCOMPARE(headings(parseMarkdown("\n# One *more*\n\ntext\n\nTwo\n---\n")), expected);
}

void TestMarkdown::headingsInsideQuotesAreNotStructure()
{
    QVERIFY(headings(parseMarkdown("> # quoted\n\n- # listed\n")).isEmpty());
}

void TestMarkdown::blocksHaveLines()
{
    const MarkdownNode root = parseMarkdown("a\n\n- b\n- c\n\n  d\n\n|x|y|\n|-|-|\n|1|2|\n");
    QCOMPARE(root.children.at(0).line, 1);
    QCOMPARE(root.children.at(1).line, 3);
    QCOMPARE(root.children.at(1).children.at(1).line, 4);
    QCOMPARE(root.children.at(1).children.at(1).children.at(1).line, 6);
    QCOMPARE(root.children.at(2).line, 8);
    QCOMPARE(root.children.at(2).children.at(1).line, 10);
}

void TestMarkdown::tableKeepsAlignment()
{
    const MarkdownNode root = parseMarkdown("|a|b|c|d|\n|---|:--|:-:|--:|\n");
    using enum ColumnAlignment;
    QCOMPARE(root.children.at(0).columns, (QList<ColumnAlignment>{None, Left, Center, Right}));
    QVERIFY(root.children.at(0).children.at(0).header);
}

void TestMarkdown::listKeepsItsNumbers()
{
    const MarkdownNode root = parseMarkdown("7) a\n8) b\n\n* c\n\n* d\n");
    QVERIFY(root.children.at(0).ordered && root.children.at(0).tight);
    QCOMPARE(root.children.at(0).start, 7);
    QVERIFY(!root.children.at(1).ordered && !root.children.at(1).tight);
}

void TestMarkdown::codeKeepsItsInfo()
{
    const MarkdownNode root = parseMarkdown("~~~ rust ignore\nfn a() {}\n~~~\n");
    QCOMPARE(root.children.at(0).kind, MarkdownKind::CodeBlock);
    QCOMPARE(root.children.at(0).title, u"rust ignore"_s);
    QCOMPARE(root.children.at(0).text, u"fn a() {}\n"_s);
}

void TestMarkdown::words_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    QTest::newRow("inlines") << QByteArray("a *b*\n`c` [d](e) ![f](g)") << u"a b c d f\n"_s;
    QTest::newRow("blocks") << QByteArray("# a\n\n> b\n\n- c\n- d\n\n```\ne\n```") << u"a\nb\nc\nd\ne\n"_s;
    QTest::newRow("table") << QByteArray("|a|b|\n|-|-|\n|1|2|") << u"a b \n1 2 \n"_s;
    QTest::newRow("raw HTML") << QByteArray("a<br>b") << u"a<br>b\n"_s;
}

void TestMarkdown::words()
{
    QFETCH(QByteArray, markdown);
    QTEST(plainText(parseMarkdown(markdown)), "expected");
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
