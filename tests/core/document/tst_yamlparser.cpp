#include "core/document/encoding.h"
#include "core/document/yamlparser.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QString placeOf(QByteArrayView file, qsizetype offset)
{
    const TextPosition place = positionAt(file, offset);
    return QString::number(place.line) + u':' + QString::number(place.column);
}

/// Every node in one line: the text or kind, and its place.
void print(const YamlNode &node, QByteArrayView file, QStringList &lines)
{
    QString text = node.text;
    if (node.kind == YamlNode::Kind::Null)
        text = u"null"_s;
    else if (node.kind == YamlNode::Kind::Sequence)
        text = node.flow ? u"[]"_s : u"-"_s;
    else if (node.kind == YamlNode::Kind::Map)
        text = node.flow ? u"{}"_s : u"map"_s;
    lines.append((node.alias ? u"*"_s : QString()) + text + u'@' + placeOf(file, node.offset));
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i < node.keys.size())
            print(node.keys[i], file, lines);
        print(node.items[i], file, lines);
    }
}

QString problemsOf(const YamlResult &result)
{
    QStringList lines;
    for (const Problem &problem : result.problems) {
        lines.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' '
                     + problem.message.section(u' ', 0, 4));
    }
    return lines.join(u", "_s);
}

} // namespace

class TestYamlParser : public QObject {
    Q_OBJECT

private slots:
    void places_data();
    void places();
    void placesInAPartOfAFile();
    void problems_data();
    void problems();
};

void TestYamlParser::places_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &yaml, const QString &expected) {
        QTest::newRow(name) << yaml << expected;
    };
    row("map", "a: 1\nb: two\n", u"map@1:1 a@1:1 1@1:4 b@2:1 two@2:4"_s);
    row("after multi-byte text", "\xC3\xA4: \xE2\x82\xAC\nb: [\xC3\xA4, x]\n",
        u"map@1:1 ä@1:1 €@1:4 b@2:1 []@2:4 ä@2:5 x@2:8"_s);
    row("CR LF", "a: 1\r\nb: 2\r\n", u"map@1:1 a@1:1 1@1:4 b@2:1 2@2:4"_s);
    row("lone CR", "a: 1\rb: 2\r", u"map@1:1 a@1:1 1@1:4 b@2:1 2@2:4"_s);
    row("mixed ends", "a: 1\rb: 2\r\nc: 3\nd: 4", u"map@1:1 a@1:1 1@1:4 b@2:1 2@2:4 c@3:1 3@3:4 d@4:1 4@4:4"_s);
    row("block sequence", "a:\n  - x\n  - y\n", u"map@1:1 a@1:1 -@2:3 x@2:5 y@3:5"_s);
    row("records", "a:\n  - k: 1\n    l: 2\n", u"map@1:1 a@1:1 -@2:3 map@2:5 k@2:5 1@2:8 l@3:5 2@3:8"_s);
    row("flow map", "a: {k: 1}", u"map@1:1 a@1:1 {}@1:4 k@1:5 1@1:8"_s);
    row("quoted", "a: \"x\"\nb: 'y'\n", u"map@1:1 a@1:1 x@1:4 b@2:1 y@2:4"_s);
    row("a written null", "a: ~\nb: null\nc: Null # so\n", u"map@1:1 a@1:1 null@1:4 b@2:1 null@2:4 c@3:1 null@3:4"_s);
    row("an empty value is at its key", "a:\nb: 1\n", u"map@1:1 a@1:1 null@1:3 b@2:1 1@2:4"_s);
    row("an empty value before a comment", "a: # none\n\nb: 1\n",
        u"map@1:1 a@1:1 null@1:10 b@3:1 1@3:4"_s);
    row("the last value is empty", "a: 1\nb:\n\n", u"map@1:1 a@1:1 1@1:4 b@2:1 null@2:3"_s);
    row("empty in a list", "a:\n  -\n  - x\n", u"map@1:1 a@1:1 -@2:3 null@2:4 x@3:5"_s);
    row("empty in a flow map", "a: {k: , l: 1}", u"map@1:1 a@1:1 {}@1:4 k@1:5 null@1:7 l@1:10 1@1:13"_s);
    row("empty before a key that looks like null", "a:\nnullable: 1\n",
        u"map@1:1 a@1:1 null@1:3 nullable@2:1 1@2:11"_s);
    row("anchor and alias", "a: &x [1]\nb: *x\n", u"map@1:1 a@1:1 []@1:4 1@1:8 b@2:1 *[]@2:4 1@1:8"_s);
    row("an alias of an outer value's part", "a:\n  b: &x 1\n  c: [*x, *x]\nd: *x\n",
        u"map@1:1 a@1:1 map@2:3 b@2:3 1@2:6 c@3:3 []@3:6 *1@3:7 *1@3:11 d@4:1 *1@4:4"_s);
    row("an anchor in a key", "{&k a: 1, b: *k}", u"{}@1:1 a@1:2 1@1:8 b@1:11 *a@1:14"_s);
    row("a collection as key, and its anchor", "? &k [p, q]\n: 1\nz: *k\n",
        u"map@1:1 []@1:3 p@1:7 q@1:10 1@2:3 z@3:1 *[]@3:4 p@1:7 q@1:10"_s);
    row("an anchor set again", "a: &x 1\nb: &x 2\nc: *x\n", u"map@1:1 a@1:1 1@1:4 b@2:1 2@2:4 c@3:1 *2@3:4"_s);
    row("an anchor on nothing", "a: &x\nb: *x\n", u"map@1:1 a@1:1 null@1:4 b@2:1 *null@2:4"_s);
    row("comment alone", "# nothing\n", u"null@1:1"_s);
    row("a byte order mark inside",
        "\xEF\xBB\xBF"
        "a: 1\n",
        u"map@1:1 a@1:1 1@1:4"_s);
}

void TestYamlParser::places()
{
    QFETCH(QByteArray, yaml);
    const YamlResult result = parseYaml(yaml, 0, yaml.size());
    QVERIFY2(result.valid, qPrintable(problemsOf(result)));
    QStringList lines;
    print(result.root, yaml, lines);
    QTEST(lines.join(u' '), "expected");
    QCOMPARE(problemsOf(result), QString());
}

void TestYamlParser::placesInAPartOfAFile()
{
    const QByteArray file = "\xEF\xBB\xBF---\na: 1\na: 2\n---\nbody: no\n";
    const YamlResult result = parseYaml(file, 7, 10);
    QStringList lines;
    print(result.root, file, lines);
    QCOMPARE(lines.join(u' '), u"map@2:1 a@2:1 1@2:4 a@3:1 2@3:4"_s);
    QCOMPARE(result.root.find(u"a")->offset, 10);
    QCOMPARE(problemsOf(result), u"3:1 The key \"a\" stands twice:"_s);
}

void TestYamlParser::problems_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &yaml, bool valid, const QString &expected) {
        QTest::newRow(name) << yaml << valid << expected;
    };
    row("twice", "a: 1\nb: 2\na: 3\n", true, u"3:1 The key \"a\" stands twice:"_s);
    row("twice, inside", "x:\n  - {k: 1, k: 2}\n", true, u"2:12 The key \"k\" stands twice:"_s);
    row("three times", "a: 1\na: 2\na: 3\n", true,
        u"2:1 The key \"a\" stands twice:, 3:1 The key \"a\" stands twice:"_s);
    row("twice, said once where aliased", "x: &x {k: 1, k: 2}\ny: *x\n", true, u"1:14 The key \"k\" stands twice:"_s);
    row("unclosed quote", "a: 1\nb: \"x\n", false, u"3:1 The YAML is not valid:"_s);
    row("unclosed quote, more keys", "a: 'x\nb: 1\n", false, u"3:1 The YAML is not valid:"_s);
    row("unclosed quote in a list", "a:\n  - \"x\n\n", false, u"4:1 The YAML is not valid:"_s);
    row("unclosed quote at the very end", "a: \"x", false, u"1:6 The YAML is not valid:"_s);
    row("a block of text at the end", "a: |\n  x\n", true, QString());
    row("an empty block of text at the end", "a: |\n", true, QString());
    row("unclosed bracket", "a: [1\n", false, u"2:1 The YAML is not valid:"_s);
    row("tab as indentation", "a:\n\tb: 1\n", false, u"2:3 The YAML is not valid:"_s);
    row("a bracket too many", "a: 1\n]\n", false, u"2:1 The YAML is not valid:"_s);
    row("an unknown alias", "a: *x\n", false, u"1:4 The YAML is not valid:"_s);
    row("an alias inside what it names", "a: 1\nb: &x [1, *x]\n", false, u"2:11 This alias stands inside the"_s);
    row("a map that is its own key", "a: &x\n  ? *x\n  : 1\n", false, u"2:5 This alias stands inside the"_s);
    row("text after the end mark", "a: 1\n...\nb: 2\n", true, u"3:1 The YAML ends before this"_s);
    row("an end mark alone", "a: 1\n...\n", true, QString());
    row("a second document", "a: 1\n--- text\nb: 2\n", true, u"2:1 The YAML ends before this"_s);
    row("text after a flow map", "{a: 1}\nb: 2\n", true, u"2:1 The YAML ends before this"_s);
    row("deep nesting after the end", QByteArray("a: 1\n...\n") + QByteArray(5000, '['), true,
        u"3:1 The YAML ends before this"_s);
    row("a key of more than 1024 bytes", QByteArray(2000, 'k') + ": 1\n", false, u"1:2001 The YAML is not valid:"_s);
}

void TestYamlParser::problems()
{
    QFETCH(QByteArray, yaml);
    const YamlResult result = parseYaml(yaml, 0, yaml.size());
    QTEST(result.valid, "valid");
    QTEST(problemsOf(result), "expected");
    if (!result.valid)
        QCOMPARE(result.root.kind, YamlNode::Kind::Null);
}

QTEST_GUILESS_MAIN(TestYamlParser)
#include "tst_yamlparser.moc"
