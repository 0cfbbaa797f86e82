#include "core/document/document.h"
#include "core/markdown/markdownwriter.h"
#include "core/markdown/parser.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

// Lines are not written; blanks at their ends neither.
MarkdownNode comparable(MarkdownNode node)
{
    node.line = 0;
    for (MarkdownNode &child : node.children)
        child = comparable(std::move(child));
    return node;
}

QString described(const MarkdownNode &node, int depth = 0)
{
    QString text = QString(depth, u' ') + QString::number(static_cast<int>(node.kind)) + u' ' + node.text + u' '
        + node.url + u' ' + node.title + u'\n';
    for (const MarkdownNode &child : node.children)
        text += described(child, depth + 1);
    return text;
}

} // namespace

class TestMarkdownWriter : public QObject {
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void readsTheSameAgain_data();
    void readsTheSameAgain();
    void readsFilesAgain_data();
    void readsFilesAgain();
    void anyTextStaysText();
    void marksThatWouldNotBeSeen_data();
    void marksThatWouldNotBeSeen();
};

void TestMarkdownWriter::writes_data()
{
    QTest::addColumn<QByteArray>("text"); // as it should be written, too
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("paragraphs", "a\nb\n\nc");
    row("headings", "## a *b*\n\ntext");
    row("emphasis", "a *b* **c** ***d*** **e *f* g**");
    row("a break", "a\\\nb");
    row("code", "`a` ``b`c`` `` ` ``");
    row("links", "[a](b) [c](d \"e\") <https://x.org> [f](<g h>)");
    row("a picture", "![a](b)");
    row("a list", "- a\n- b\n  - c\n- d");
    row("a loose list", "- a\n\n- b\n\n  c");
    row("numbers", "3. a\n4. b");
    row("ten numbers", "9. a\n   b\n10. c\n    d");
    row("a quote", "> a\n>\n> - b\n> - c");
    row("code blocks", "```c++\na\n\n  b\n```\n\n````\n```\n````");
    row("a table", "| a | b | c | d |\n| --- | :--- | :---: | ---: |\n| 1 | *2* | x\\|y | |");
    row("two lists", "- a\n\n* b\n\n- c");
    row("a rule", "a\n\n***\n\nb");
    row("marks that are text", "2 * 3, snake_case, \\*a\\*, \\[a], \\`, a < b, \\<b>, \\&amp;, AT&T, 1. a");
    row("a mark of a list that is text", "\\- a\n\n1\\. b\n\n\\# c\n\n\\> d\n\n\\+ e\n\n#tag");
}

void TestMarkdownWriter::writes()
{
    QFETCH(QByteArray, text);
    QCOMPARE(toMarkdown(parseMarkdown(text)).toUtf8(), text);
}

void TestMarkdownWriter::readsTheSameAgain_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "a\n===\nb",
                             "* a\n* b\n\n\n1) c",
                             "    code\n\ntext",
                             "- a\n\n      code",
                             "> a\nlazy",
                             "a  \nb",
                             "![a *b*](c) [![d](e)](f)",
                             "[a]\n\n[a]: b 'c'",
                             "<a@b.org> https://x.org/a_b_(c).",
                             "&copy; &#42;a&#42;",
                             "\\\\ \\* a\\b",
                             "_a_ __b__ *a*b",
                             "a * b * c",
                             "| a |\n|---|\n| b |",
                             "a | b\n--|--\n`c|d` | \\|",
                             "- a\n  > b\n  >\n  > ```\n  > c\n  > ```",
                             "1. a\n   2. b",
                             "- \n- b",
                             "***a** b* **c *d***",
                             "text\n+ a\n+ b",
                             "# a #\n## b",
                             "<div>\nraw\n</div>",
                             "a<br>b",
                             "~~~ x\na\n~~~",
                             "- [ ] a\n- [x] b",
                             "a\\\n*b*",
                             "!\\[a](b)",
                             "3\\. a",
                             "-\\-\\-",
                             "a\n\\---",
                             "=\\==",
                             "`` a`b ``",
                             "[a]()",
                             "[](b)",
                             "[a](<>)"})
        QTest::newRow(text) << QByteArray(text);
}

void TestMarkdownWriter::readsTheSameAgain()
{
    QFETCH(QByteArray, text);
    const MarkdownNode tree = comparable(parseMarkdown(text));
    const QString written = toMarkdown(tree);
    const MarkdownNode again = comparable(parseMarkdown(written.toUtf8()));
    QVERIFY2(again == tree, qPrintable(u"\n"_s + written + u"\n"_s + described(tree) + u"\n"_s + described(again)));
}

void TestMarkdownWriter::readsFilesAgain_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(CASEBOOK_SOURCE_DIR "/data"), {u"*.md"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

void TestMarkdownWriter::readsFilesAgain()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Document document = Document::parse(file.readAll());
    const MarkdownNode tree = comparable(parseMarkdown(document.bodyText()));
    const QString written = toMarkdown(tree);
    const MarkdownNode again = comparable(parseMarkdown(written.toUtf8()));
    QVERIFY2(again == tree, qPrintable(described(tree) + u"\n"_s + described(again)));
}

// Words are words, whatever they are made of.
void TestMarkdownWriter::anyTextStaysText()
{
    const QString alphabet = u"**__[]()<>&;!\\\\`#+-=19.)|~:/ab \u00E4\u2014\"'"_s;
    QRandomGenerator random(20201);
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = random.bounded(1, 14); length > 0; --length)
            text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        text = text.simplified();
        if (text.isEmpty())
            continue;
        MarkdownNode paragraph{.kind = MarkdownKind::Paragraph};
        paragraph.children.push_back({.kind = MarkdownKind::Text, .text = text});
        MarkdownNode document;
        document.children.push_back(paragraph);
        const QString written = toMarkdown(document);
        const MarkdownNode again = comparable(parseMarkdown(written.toUtf8()));
        QVERIFY2(again == document, qPrintable(text + u"\n"_s + written + u"\n"_s + described(again)));
    }
}

void TestMarkdownWriter::marksThatWouldNotBeSeen_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("strong");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("written");
    QTest::newRow("a blank inside, at the start") << u"a"_s << u" b"_s << u""_s << u"a b"_s;
    QTest::newRow("a blank inside, at the end") << u""_s << u"b "_s << u"c"_s << u"b c"_s;
    QTest::newRow("punctuation before a word") << u""_s << u"b:"_s << u"c"_s << u"b:c"_s;
    QTest::newRow("punctuation before a blank") << u""_s << u"b:"_s << u" c"_s << u"**b:** c"_s;
    QTest::newRow("punctuation behind a word") << u"a"_s << u"(b)"_s << u""_s << u"a(b)"_s;
    QTest::newRow("within a word") << u"a"_s << u"b"_s << u"c"_s << u"a**b**c"_s;
    QTest::newRow("nothing") << u"a"_s << u""_s << u"c"_s << u"ac"_s;
}

void TestMarkdownWriter::marksThatWouldNotBeSeen()
{
    QFETCH(QString, before);
    QFETCH(QString, strong);
    QFETCH(QString, after);
    MarkdownNode paragraph{.kind = MarkdownKind::Paragraph};
    paragraph.children.push_back({.kind = MarkdownKind::Text, .text = before});
    paragraph.children.push_back({.kind = MarkdownKind::Strong});
    paragraph.children.back().children.push_back({.kind = MarkdownKind::Text, .text = strong});
    paragraph.children.push_back({.kind = MarkdownKind::Text, .text = after});
    QTEST(toMarkdown(paragraph), "written");
}

QTEST_GUILESS_MAIN(TestMarkdownWriter)
#include "tst_markdownwriter.moc"
