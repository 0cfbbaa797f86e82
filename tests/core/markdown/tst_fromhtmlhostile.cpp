#include "core/markdown/fromhtml.h"
#include "core/markdown/markdownwriter.h"
#include "core/markdown/node.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFromHtmlHostile : public QObject {
    Q_OBJECT

private slots:
    void ends_data();
    void ends();
    void isNeverTooDeep_data();
    void isNeverTooDeep();
};

namespace {

constexpr qsizetype large = 1'000'000; // characters; quadratic work on them would not end

int depthOf(const MarkdownNode &node)
{
    int deepest = 0;
    for (const MarkdownNode &child : node.children)
        deepest = std::max(deepest, depthOf(child));
    return deepest + 1;
}

} // namespace

void TestFromHtmlHostile::ends_data()
{
    QTest::addColumn<QString>("piece");
    const auto row = [](const char *name, const QString &piece) { QTest::newRow(name) << piece; };
    row("open tags", u"<b>"_s);
    row("open blocks", u"<div>"_s);
    row("ends alone", u"</div>"_s);
    row("crossed", u"<b><i></b></i>"_s);
    row("brackets", u"<"_s);
    row("a tag that never ends", u" a=b"_s);
    row("quotes that never end", u"<a b=\""_s);
    row("comments that never end", u"<!-- "_s);
    row("scripts that never end", u"<script>"_s);
    row("ends of scripts that are none", u"<script></scrip"_s);
    row("ampersands", u"&"_s);
    row("references without an end", u"&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s);
    row("nested tables", u"<table><tr><td>"_s);
    row("nested lists", u"<ul><li>"_s);
    row("lists in lists without items", u"<ul>"_s);
    row("nested quotes", u"<blockquote>"_s);
    row("paragraphs in paragraphs", u"<p>a"_s);
    row("items", u"<li>a"_s);
    row("cells", u"<td>a"_s);
    row("a wide table", u"<td colspan=1000>"_s);
    row("breaks", u"<br>"_s);
    row("blanks in emphasis", u"<b> </b>"_s);
    row("emphasis everywhere", u"<b>a</b>."_s);
    row("styles", u"<p style=';;;;;;;font-weight'>"_s);
    row("hidden", u"<p hidden>"_s);
    row("links", u"<a href='https://x.org'>a"_s);
    row("backticks", u"<code>`</code>"_s);
    row("stars", u"*"_s);
}

void TestFromHtmlHostile::ends()
{
    QFETCH(QString, piece);
    const QString head = piece == u" a=b" ? u"<a"_s : piece == u"<td>a" ? u"<table><tr>"_s : QString();
    const QString html = head + piece.repeated(large / piece.size());
    const MarkdownNode tree = fromHtml(html);
    QVERIFY(depthOf(tree) <= markdownMaximumDepth);
    QVERIFY(toMarkdown(tree).size() < 8 * large);
    isPreformatted(html);
}

void TestFromHtmlHostile::isNeverTooDeep_data()
{
    QTest::addColumn<QString>("open");
    QTest::newRow("quotes") << u"<blockquote>"_s;
    QTest::newRow("lists") << u"<ul><li>"_s;
    QTest::newRow("both and more") << u"<blockquote><ol><li><b><i>"_s;
}

void TestFromHtmlHostile::isNeverTooDeep()
{
    QFETCH(QString, open);
    const QString html = open.repeated(1000) + u"<p>a <b>b</b></p>"_s;
    const MarkdownNode tree = fromHtml(html);
    QVERIFY(depthOf(tree) <= markdownMaximumDepth);
    QVERIFY(toMarkdown(tree).contains(u"a")); // nothing is lost
}

QTEST_GUILESS_MAIN(TestFromHtmlHostile)
#include "tst_fromhtmlhostile.moc"
