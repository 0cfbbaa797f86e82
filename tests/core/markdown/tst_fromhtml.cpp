#include "core/markdown/fromhtml.h"
#include "core/markdown/markdownwriter.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFromHtml : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void preformatted_data();
    void preformatted();
    void references_data();
    void references();
};

void TestFromHtml::reads_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &html, const QString &markdown) {
        QTest::newRow(name) << html << markdown;
    };
    row("nothing", {}, {});
    row("text", u"a &amp; b"_s, u"a & b"_s);
    row("blanks", u"  a \n\t b<b> c </b>d  "_s, u"a b **c** d"_s);
    row("paragraphs", u"<p>a</p><p>b<p>c"_s, u"a\n\nb\n\nc"_s);
    row("divs", u"<div>a</div><div><div>b</div>c</div>"_s, u"a\n\nb\n\nc"_s);
    row("a break", u"<p>a<br>b<br/></p>"_s, u"a\\\nb"_s);
    row("two breaks", u"a<br> <br>b"_s, u"a\n\nb"_s);
    row("headings", u"<h1>a</h1><h2>b <b>c</b></h2><h6>d<br>e</h6>"_s, u"# a\n\n## b c\n\n###### d e"_s);
    row("emphasis", u"<b>a</b> <i>b</i> <strong><em>c</em></strong>"_s, u"**a** *b* ***c***"_s);
    row("emphasis in words", u"a<b>b</b>c"_s, u"a**b**c"_s);
    row("punctuation in emphasis", u"<b>Note:</b>text <i>(a)</i>b"_s, u"**Note**:text *(a*)b"_s);
    row("emphasis over blocks", u"<b><div>a</div><div>b</div></b>"_s, u"**a**\n\n**b**"_s);
    row("emphasis that a paragraph ends", u"<b>a<p>b</p></b>c"_s, u"**a**\n\nb\n\nc"_s);
    row("marks that are text", u"<p>*a* [b] 1. c</p><p># d</p>"_s, u"\\*a\\* \\[b] 1. c\n\n\\# d"_s);
    row("links", u"<a href=\"https://x.org/?a=1&amp;b=2\">a <b>b</b></a>"_s, u"[a **b**](https://x.org/?a=1&b=2)"_s);
    row("an address as a link", u"<a href=https://x.org>https://x.org</a>"_s, u"<https://x.org>"_s);
    row("links that lead nowhere", u"<a href='/a'>a</a> <a href='#b'>b</a> <a href='javascript:c()'>c</a>"_s,
        u"a b c"_s);
    row("a link around blocks", u"<a href='https://x.org'><h3>a</h3><p>b</p></a>"_s,
        u"### [a](https://x.org)\n\n[b](https://x.org)"_s);
    row("a link without text", u"a<a href='https://x.org'> </a>b"_s, u"a b"_s);
    row("lists", u"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"_s, u"- a\n- b\n  - c\n- d"_s);
    row("a list that stands between items", u"<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>"_s,
        u"- a\n  - b\n- c"_s);
    row("numbers", u"<ol start=3><li><p>a</p></li><li><p>b</p></li></ol>"_s, u"3. a\n4. b"_s);
    row("items of paragraphs", u"<ul><li><p>a</p><p>b</p></li><li>c</li></ul>"_s, u"- a\n\n  b\n\n- c"_s);
    row("an item without a list", u"<li>a</li>"_s, u"a"_s);
    row("a quote", u"<blockquote><p>a</p><p>b</p></blockquote>c"_s, u"> a\n>\n> b\n\nc"_s);
    row("quotation marks", u"a <q>b</q>"_s, u"a “b”"_s);
    row("code", u"<code>a  *b*</code> <tt>c`d</tt>"_s, u"`a *b*` ``c`d``"_s);
    row("a code block", u"<pre><code class='x language-c++'>\na\n  b &lt;c&gt;\n</code></pre>"_s,
        u"```c++\na\n  b <c>\n```"_s);
    row("a table", u"<table><tr><th>a<th align=right>b<tr><td>1|2<td><p>c</p><p>d</p></table>"_s,
        u"| a | b |\n| --- | ---: |\n| 1\\|2 | c d |"_s);
    row("a table without heads",
        u"<table><tbody><tr><td><b>a</b></td><td>b</td></tr><tr><td>c<br>d</td></tr></tbody></table>"_s,
        u"| a | b |\n| --- | --- |\n| c d | |"_s);
    row("a cell over columns", u"<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c<td>d<td>e</table>"_s,
        u"| a | | b |\n| --- | --- | --- |\n| c | d | e |"_s);
    row("a table for layout", u"<table><tr><td><ul><li>a</ul></td><td>b</td></tr><tr><td>c</td></tr></table>"_s,
        u"- a\n\nb\n\nc"_s);
    row("a table of one column", u"<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"_s, u"a\n\nb"_s);
    row("a caption", u"<table><caption>t</caption><tr><td>a<td>b<tr><td>c<td>d</table>"_s,
        u"t\n\n| a | b |\n| --- | --- |\n| c | d |"_s);
    row("a rule", u"a<hr>b"_s, u"a\n\n***\n\nb"_s);
    row("pictures",
        u"<img src='https://x.org/a.png' alt='a b'> <img src='data:image/png;base64,AA' alt='c'><img src='x'>"_s,
        u"![a b](https://x.org/a.png) c"_s);
    row("scripts and styles",
        u"<style>p{}</style><script>if (a<b) c()</script>a<title>t</title><noscript>d</noscript>"_s, u"a"_s);
    row("what is hidden",
        u"a<span style='display: none'>b</span><span hidden>c</span><svg><title>d</title><path></svg>e"_s, u"ae"_s);
    row("comments", u"<!--StartFragment--><p>a<!-- <b> -->b</p><!--EndFragment--><!DOCTYPE html><?x?>"_s, u"ab"_s);
    row("Google Docs",
        u"<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal\"><p dir=\"ltr\"><span "
        u"style=\"font-weight:700;white-space:pre-wrap;\">a</span><span style=\"font-style:italic\"> b</span></p></b>"_s,
        u"**a** *b*"_s);
    row("LibreOffice",
        u"<html><head><meta name=\"generator\" content=\"x\"/><title></title></head><body lang=\"de-DE\"><p "
        u"style=\"margin-bottom: 0cm\">\nf&uuml;r <b>alle</b></p>\n</body></html>"_s,
        u"für **alle**"_s);
    row("hard blanks at the ends", u"<p>&nbsp;</p><p>a&nbsp;b&nbsp; c&nbsp;</p>"_s, u"a\u00A0b c"_s);
    row("tags that are none", u"a < b <3 </ >c <= d"_s, u"a < b <3 >c <= d"_s);
    row("tags without an end", u"a<b"_s, u"a"_s);
    row("quotes in a tag", u"<a title=\"a>b\" href='https://x.org'>c</a>"_s, u"[c](https://x.org)"_s);
    row("a definition list", u"<dl><dt>a<dd>b<dt>c<dd>d</dl>"_s, u"a\n\nb\n\nc\n\nd"_s);
    row("a stray end", u"<table><tr><td>a</b></td><td>b</p></td></tr><tr><td>c<td>d</table>"_s,
        u"| a | b |\n| --- | --- |\n| c | d |"_s);
}

void TestFromHtml::reads()
{
    QFETCH(QString, html);
    QTEST(toMarkdown(fromHtml(html)), "markdown");
}

void TestFromHtml::preformatted_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("isPreformatted");
    QTest::newRow("an editor of code")
        << u"<meta charset='utf-8'><div style=\"color: #000;white-space: pre;\"><div>a</div></div>"_s << true;
    QTest::newRow("wrapped in a page")
        << u"<html><body>\n<!--StartFragment--><div style='white-space:pre'>a</div>\n</body></html>"_s << true;
    QTest::newRow("pre") << u"<pre>a</pre>"_s << false;
    QTest::newRow("pre-wrap") << u"<span style='white-space:pre-wrap'>a</span>"_s << false;
    QTest::newRow("a part of it") << u"<p>a</p><span style='white-space:pre'>b</span>"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestFromHtml::preformatted()
{
    QFETCH(QString, html);
    QTEST(isPreformatted(html), "isPreformatted");
}

void TestFromHtml::references_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");
    QTest::newRow("names") << u"&lt;&quot;&auml;&Yuml;&mdash;&yuml;"_s << u"<\"ä\u0178—ÿ"_s;
    QTest::newRow("numbers") << u"&#65;&#x42;&#X1F980;"_s << u"AB\U0001F980"_s;
    QTest::newRow("not known") << u"&what; &; AT&T &amp b"_s << u"&what; &; AT&T &amp b"_s;
    QTest::newRow("no character") << u"a&#0;&#xD800;b&#x110000;&#1;c&#;d &# e"_s << u"abcd e"_s;
    QTest::newRow("once") << u"&amp;lt;"_s << u"&lt;"_s;
}

void TestFromHtml::references()
{
    QFETCH(QString, written);
    QFETCH(QString, read);
    QCOMPARE(plainText(fromHtml(written)).trimmed(), read);
}

QTEST_GUILESS_MAIN(TestFromHtml)
#include "tst_fromhtml.moc"
