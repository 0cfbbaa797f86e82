#include "core/document/document.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QString problemsOf(const Document &document)
{
    QStringList lines;
    for (const Problem &problem : document.problems()) {
        lines.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' '
                     + problem.message.section(u' ', 0, 3));
    }
    return lines.join(u", "_s);
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void parts_data();
    void parts();
    void broken_data();
    void broken();
    void positions_data();
    void positions();
    void fileSize();
    void frontMatterSize();
    void keepsItsBytes();
    void problemsAreInOrder();
};

/// Where front matter and body begin and end, by their text.
void TestDocument::parts_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("frontMatter");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("title");
    const auto row = [](const char *name, const QByteArray &file, const QByteArray &front, const QByteArray &body,
                        const QByteArray &title = {}) { QTest::newRow(name) << file << front << body << title; };
    row("empty file", "", "", "");
    row("a byte order mark alone", "\xEF\xBB\xBF", "", "");
    row("no front matter", "# Title\n\ntext\n", "", "# Title\n\ntext\n");
    row("usual", "---\ntitle: A\n---\nbody\n", "title: A\n", "body\n", "A");
    row("no body", "---\ntitle: A\n---\n", "title: A\n", "", "A");
    row("no final newline", "---\ntitle: A\n---", "title: A\n", "", "A");
    row("no final newline in the body", "---\ntitle: A\n---\nbody", "title: A\n", "body", "A");
    row("byte order mark", "\xEF\xBB\xBF---\ntitle: A\n---\nbody\n", "title: A\n", "body\n", "A");
    row("byte order mark, no front matter", "\xEF\xBB\xBF# A\n", "", "# A\n");
    row("CR LF", "---\r\ntitle: A\r\n---\r\nbody\r\n", "title: A\r\n", "body\r\n", "A");
    row("lone CR", "---\rtitle: A\rn: 1\r---\rbody\r", "title: A\rn: 1\r", "body\r", "A");
    row("mixed ends", "---\r\ntitle: A\r---\nbody", "title: A\r", "body", "A");
    row("empty block", "---\n---\nbody\n", "", "body\n");
    row("blank block", "---\n\n  \n---\nbody\n", "\n  \n", "body\n");
    row("a comment alone", "---\n# nothing yet\n---\nbody\n", "# nothing yet\n", "body\n");
    row("blanks after the fences", "--- \t\ntitle: A\n---  \nbody\n", "title: A\n", "body\n", "A");
    row("four dashes open nothing", "----\ntitle: A\n---\n", "", "----\ntitle: A\n---\n");
    row("four dashes close nothing", "---\ntitle: A\n# ----\n---\nbody\n", "title: A\n# ----\n", "body\n", "A");
    row("text after the dashes opens nothing", "--- a\ntitle: A\n---\n", "", "--- a\ntitle: A\n---\n");
    row("indented dashes open nothing", " ---\ntitle: A\n---\n", "", " ---\ntitle: A\n---\n");
    row("a blank line before it", "\n---\ntitle: A\n---\n", "", "\n---\ntitle: A\n---\n");
    row("dashes inside a body", "---\ntitle: A\n---\none\n\n---\n\ntwo\n---\n", "title: A\n",
        "one\n\n---\n\ntwo\n---\n", "A");
    row("dashes inside a text of the block", "---\ntitle: A\nt: |\n  ---\n---\nbody\n", "title: A\nt: |\n  ---\n",
        "body\n", "A");
    row("dots close it too", "---\ntitle: A\n...\nbody\n\n---\nmore\n", "title: A\n", "body\n\n---\nmore\n", "A");
    row("unknown keys stay", "---\ntitle: A\nx: {y: [1]}\n---\n", "title: A\nx: {y: [1]}\n", "", "A");
    row("a tag", "---\n!!map\ntitle: A\n---\n", "!!map\ntitle: A\n", "", "A");
}

void TestDocument::parts()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, title);
    const Document document = Document::parse(file);
    const Span front = document.frontMatter();
    QTEST(file.mid(front.begin, front.size()), "frontMatter");
    QTEST(document.bodyText().toByteArray(), "body");
    QVERIFY(!document.isBroken());
    QCOMPARE(problemsOf(document), QString());
    const YamlNode *node = document.tree().find(u"title");
    QCOMPARE(node ? node->text.toUtf8() : QByteArray(), title);
    QCOMPARE(document.body().end, file.size());
    QCOMPARE(document.bytes(), file);
}

void TestDocument::broken_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("problems");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &file, const QString &problems,
                        const QByteArray &body = "body\n") { QTest::newRow(name) << file << problems << body; };
    row("unclosed", "---\ntitle: A\nbody\n", u"1:1 The front matter that"_s, "---\ntitle: A\nbody\n");
    row("a fence alone", "---", u"1:1 The front matter that"_s, "---");
    row("unclosed, after a byte order mark", "\xEF\xBB\xBF---\nx\n", u"1:1 The front matter that"_s, "---\nx\n");
    row("four dashes do not close", "---\ntitle: A\n----\n", u"1:1 The front matter that"_s, "---\ntitle: A\n----\n");
    row("TOML", "+++\ntitle = \"A\"\n+++\nbody\n", u"2:1 Front matter in TOML"_s);
    row("unclosed TOML", "+++\ntitle = \"A\"\n", u"1:1 The front matter that"_s, "+++\ntitle = \"A\"\n");
    row("TOML is not closed by dots", "+++\na = 1\n...\n+++\nbody\n", u"2:1 Front matter in TOML"_s);
    row("a list", "---\n- a\n- b\n---\nbody\n", u"2:1 The front matter is"_s);
    row("a flow list", "---\n[a]\n---\nbody\n", u"2:1 The front matter is"_s);
    row("a text", "---\njust text\n---\nbody\n", u"2:1 The front matter is"_s);
    row("a tab", "---\na: 1\nb:\n\tc: 1\n---\nbody\n", u"4:3 The YAML is not"_s);
    row("a colon in a title", "---\ntitle: Rust: why\n---\nbody\n", u"2:12 The YAML is not"_s);
    row("a quote without an end", "---\na: 1\ntitle: \"A\n---\nbody\n", u"4:1 The YAML is not"_s);
    row("invalid UTF-8 in the block", "---\na: 1\ntitle: na\xEFve\n---\nbody\n", u"3:10 Byte 0xEF is not"_s);
    row("NUL in the block", QByteArray("---\na: \0\n---\nbody\n", 18), u"2:4 A NUL character stands"_s);
    row("U+0004 in the block, where yaml-cpp would stop", "---\na: 1\n\x04\nb: 2\n---\nbody\n",
        u"3:1 The control character U+0004"_s);
    row("65 levels", "---\na: " + QByteArray(64, '[') + QByteArray(64, ']') + "\n---\nbody\n",
        u"2:67 The YAML is nested"_s);
    row("an alias in what it names", "---\na: &a [*a]\n---\nbody\n", u"2:8 This alias stands inside"_s);
}

void TestDocument::broken()
{
    QFETCH(QByteArray, file);
    const Document document = Document::parse(file);
    QVERIFY(document.isBroken());
    QCOMPARE(document.tree().kind, YamlNode::Kind::Null);
    QTEST(problemsOf(document), "problems");
    QTEST(document.bodyText().toByteArray(), "body");
}

/// Problems that do not make a file broken, and their places.
void TestDocument::positions_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const QByteArray &file, const QString &problems) {
        QTest::newRow(name) << file << problems;
    };
    row("twice", "---\na: 1\na: 2\n---\n", u"3:1 The key \"a\" stands"_s);
    row("twice, after a byte order mark and CR LF", "\xEF\xBB\xBF---\r\na: 1\r\na: 2\r\n---\r\n",
        u"3:1 The key \"a\" stands"_s);
    row("twice, lone CR", "---\ra: 1\ra: 2\r---\r", u"3:1 The key \"a\" stands"_s);
    row("twice, after multi-byte text in the line", "---\n{\xC3\xA4: \xF0\x9F\x98\x80, \xC3\xA4: 1}\n---\n",
        u"2:8 The key \"ä\" stands"_s);
    row("invalid UTF-8 in the body", "---\na: 1\n---\nb\n\xC3\xA4\xFF\n", u"5:2 Byte 0xFF is not"_s);
    row("NUL in the body", QByteArray("---\na: 1\n---\n\0", 14), u"4:1 A NUL character stands"_s);
    row("escape in the block", "---\na: \"x\x1B\"\n---\n", u"2:6 The control character U+001B"_s);
    row("a second document", "---\na: 1\n--- b\nc: 2\n---\n", u"3:1 The YAML ends before"_s);
}

void TestDocument::positions()
{
    QFETCH(QByteArray, file);
    const Document document = Document::parse(file);
    QVERIFY(!document.isBroken());
    QTEST(problemsOf(document), "problems");
    QCOMPARE(document.tree().kind, YamlNode::Kind::Map);
}

void TestDocument::fileSize()
{
    const QByteArray head = "---\ntitle: A\n---\n";
    const QByteArray most = head + QByteArray(4 * 1024 * 1024 - head.size(), 'x');
    QVERIFY(!Document::parse(most).isBroken());
    const Document over = Document::parse(most + 'x');
    QVERIFY(over.isBroken());
    QCOMPARE(over.problems().size(), 1);
    QCOMPARE(over.problems().first().line, 0);
    QVERIFY(over.problems().first().message.contains(u"4.00 MiB"_s));
    QCOMPARE(over.bytes().size(), most.size() + 1);
    QCOMPARE(over.tree().kind, YamlNode::Kind::Null);
}

void TestDocument::frontMatterSize()
{
    const QByteArray most = "a: 1\n#" + QByteArray(256 * 1024 - 7, 'x') + '\n';
    QCOMPARE(most.size(), 256 * 1024);
    QVERIFY(!Document::parse("---\n" + most + "---\nbody\n").isBroken());
    const Document over = Document::parse("---\n#" + most + "---\nbody\n");
    QVERIFY(over.isBroken());
    QCOMPARE(problemsOf(over), u"2:1 The front matter has"_s);
    QCOMPARE(over.bodyText().toByteArray(), QByteArray("body\n"));
}

void TestDocument::keepsItsBytes()
{
    const QByteArray bytes("\xEF\xBB\xBF---\r\na:   1   # why\r\n---\r\n\xFF\0\r", 33);
    QCOMPARE(Document::parse(bytes).bytes(), bytes);
}

void TestDocument::problemsAreInOrder()
{
    QByteArray file = "---\na: 1\na: 2\n---\n" + QByteArray(30, '\a') + "\n\n\xFF\n";
    const Document document = Document::parse(file);
    QCOMPARE(document.problems().size(), 1 + 21);
    QCOMPARE(document.problems().first().line, 3);
    QVERIFY2(document.problems().last().message.startsWith(u"11 more"_s),
             qPrintable(document.problems().last().message));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
