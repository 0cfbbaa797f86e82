#include "core/document/plainyaml.h"
#include "core/document/yamlparser.h"
#include "randomyaml.h"

#include <QDir>
#include <QStringBuilder>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;
using bench::Random;

namespace {

constexpr int documentCount = 20'000;

/// What the tests start from; another one looks elsewhere: CASEBOOK_SEED=7 tst_plainyaml
quint64 firstSeed()
{
    bool given = false;
    const int seed = qEnvironmentVariableIntValue("CASEBOOK_SEED", &given);
    return given ? static_cast<quint64>(seed) * 1'000'000'000 : 1;
}

QString describe(const YamlNode &node)
{
    static constexpr std::array kinds{"null", "scalar", "list", "map"};
    return QLatin1String(kinds[static_cast<std::size_t>(node.kind)]) + (node.plain ? u" plain"_s : u""_s)
        + (node.flow ? u" flow"_s : u""_s) + (node.alias ? u" alias"_s : u""_s) + u" at "_s
        + QString::number(node.offset) + u" of "_s + QString::number(node.keys.size()) + u" keys, "_s
        + QString::number(node.items.size()) + u" items: \""_s + node.text + u'"';
}

/// Where two trees differ, or nothing.
QString difference(const YamlNode &found, const YamlNode &expected, const QString &path = u"root"_s)
{
    if (const QString left = describe(found), right = describe(expected); left != right)
        return path + u": "_s + left + u", and from yaml-cpp "_s + right;
    const auto within = [&](const std::vector<YamlNode> &a, const std::vector<YamlNode> &b, const QString &name) {
        QString result;
        for (std::size_t i = 0; i < a.size() && result.isEmpty(); ++i)
            result = difference(a[i], b[i], path + name + QString::number(i));
        return result;
    };
    const QString inKeys = within(found.keys, expected.keys, u".key"_s);
    return inKeys.isEmpty() ? within(found.items, expected.items, u"."_s) : inKeys;
}

/// Reads YAML as a part of a file, by both readers. What is wrong with that, or nothing.
struct Reading {
    explicit Reading(const QByteArray &yaml)
    {
        const QByteArray before = "\xEF\xBB\xBF---\n";
        const QByteArray file = before + yaml + "---\n";
        const std::optional<YamlNode> root = readPlainYaml(file, before.size(), yaml.size());
        accepted = root.has_value();
        if (!accepted)
            return;
        const YamlResult expected = parseYamlWithLibrary(file, before.size(), yaml.size());
        if (!expected.valid || !expected.problems.isEmpty())
            wrong = u"yaml-cpp says: "_s + expected.problems.value(0).message;
        else
            wrong = difference(*root, expected.root);
        if (!wrong.isEmpty())
            wrong += u"\n"_s + QString::fromUtf8(yaml.toPercentEncoding(" :#[]{},'\"\n")) + u"\n"_s
                + QString::fromUtf8(yaml);
    }

    bool accepted = false;
    QString wrong;
};

/// Everything that readPlainYaml() accepts of what `write` makes must be right, and enough of it must be accepted.
template<typename Write>
void compareMany(int least, Write write)
{
    int accepted = 0;
    for (int i = 0; i < documentCount; ++i) {
        const quint64 seed = firstSeed() + static_cast<quint64>(i);
        Random random(seed);
        const Reading reading(write(random));
        QVERIFY2(reading.wrong.isEmpty(), qPrintable(u"Seed %1: "_s.arg(seed) + reading.wrong));
        accepted += reading.accepted ? 1 : 0;
    }
    QVERIFY2(accepted >= least, qPrintable(u"Only %1 were accepted."_s.arg(accepted)));
}

} // namespace

/// What readPlainYaml() answers must be what yaml-cpp answers, in every member of every node.
class TestPlainYaml : public QObject {
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void aMapOfTooManyKeys();
    void depth();
    void caseStudies();
    void usualYaml();
    void oddYaml();
    void pieces();
    void mutations();
};

void TestPlainYaml::rows_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<bool>("accepted");
    const auto accept = [](const char *name, const QByteArray &yaml) { QTest::newRow(name) << yaml << true; };
    const auto refuse = [](const char *name, const QByteArray &yaml) { QTest::newRow(name) << yaml << false; };

    accept("a map", "a: 1\nb: two words\n");
    accept("CR LF", "a: 1\r\nb:\r\n  - x\r\n");
    accept("mixed line ends", "a: 1\r\nb: 2\n");
    accept("no line end at the end", "a: 1");
    accept("a key at the end", "a: 1\nb:");
    accept("blank lines", "\n  \na: 1\n\n\nb: 2\n  \n");
    accept("comments", "# one\na: 1 # two\n    # three\nb: # four\n  c: 2\n#\n");
    accept("an indented comment after a text", "a: one\n\n    # two\nb: 1\n");
    accept("maps in maps", "a:\n  b:\n     c: 1\n  d: 2\ne: 3\n");
    accept("a list", "a:\n  - x\n  - y\n");
    accept("a list right below its key", "a:\n- x\n- y\nb: 1\n");
    accept("a list of maps", "a:\n  - k: 1\n    l: 2\n  -   k: 3\n      l: 4\n");
    accept("a list in a list's map", "a:\n  - k:\n    - x\n    l:\n      - y\n");
    accept("a map on the line after its dash", "a:\n  -\n    k: 1\n  - # so\n    k: 2\n");
    accept("a list on the line after its dash", "a:\n  -\n    - x\n");
    accept("empty values", "a:\nb:   \nc:\n  - \n  -\n  - x\nd: # so\n  # and so\n\n");
    accept("nulls", "a: ~\nb: null\nc: Null # so\nd: NULL\ne: [null, ~]\nf: {a: null}\ng: nULL\n");
    accept("an empty value before a null", "a:\nnullable: 1\nb:\n- ~\n");
    accept("marks inside a text", "a: b, c [d] {e} #f\nb: it's \"so\" & * ! | > % @ ` - ? x:y\n");
    accept("negative numbers", "a: -5\nb: [-5, -0.5]\nc: -5 to -4\n");
    accept("in quotes", "a: \"x\"\nb: 'y' # so\nc: \"\"\nd: ' : #, '\ne: '\\'\nf: \"null\"\n");
    accept("flow lists", "a: [x, \"y\", 'z']\nb: []\nc: [ x,y , z ] # so\n");
    accept("flow maps", "a: {k: 1, l: \"2\"}\nb: {}\nc: { k: 1 , l: 'x'  }\n");
    accept("empty values in a flow map", "a: {k: , l:  , m: }\n");
    accept("an address", "a: https://example.org/a?b=c#d\nb: [https://example.org/a]\n");
    accept("multi-byte text", "a: \xC3\xA4\nb: [\xE2\x82\xAC, \xF0\x9F\x98\x80]\n# \xC3\xA4\nc: \xC2\xA0\n");
    accept("a folded text", "a: >-\n  one\n  two #2\nb:\n  - >\n    one: 1\n    - two\n  - k: >-\n      one\n");
    accept("a text of lines", "a: |\n  one\n  two\nb:\n  - |-\n    one: 1\n    - two\n  - k: |\n      one\n");
    accept("a folded text, CR LF", "a: >\r\n  one\r\n  two\r\nb: |\r\n  one\r\n  two\r\n");
    accept("a comment after a folded text", "a: >\n  one\n# two\nb:\n  c: >-\n    one\n  # two\n");
    accept("keys of all kinds", "a-b: 1\na_b: 2\nAB1: 3\nnulls: 4\ntrue: 5\n");

    refuse("nothing", "");
    refuse("blank lines alone", "\n\n");
    refuse("a comment alone", "# a: 1\n");
    refuse("a text", "a\n");
    refuse("a list at the top", "- a\n");
    refuse("a flow map at the top", "{a: 1}\n");
    refuse("indented", " a: 1\n");
    refuse("a document mark", "---\na: 1\n");
    refuse("an end mark", "a: 1\n...\n");
    refuse("a directive", "%YAML 1.2\n---\na: 1\n");
    refuse("twice", "a: 1\na: 2\n");
    refuse("twice in a flow map", "a: {k: 1, k: 2}\n");
    refuse("a text of two lines", "a: one\n  two\n");
    refuse("a text below its key", "a:\n  one\n");
    refuse("a text after a list", "a:\n  - one\n  two\n");
    refuse("quotes of two lines", "a: \"one\n  two\"\n");
    refuse("a list of two lines", "a: [one,\n  two]\n");
    refuse("an empty block of text", "a: |\nb: 1\n");
    refuse("a block of text that ends without a line", "a: |\n  one");
    refuse("a block of text that keeps its blank lines", "a: |+\n  one\n");
    refuse("a block of text with its indentation", "a: |2\n  one\n");
    refuse("a block of text and a comment", "a: | #\n  one\n");
    refuse("a blank line in a block of text", "a: |\n  one\n\n  two\n");
    refuse("a blank line after a block of text", "a: |\n  one\n\nb: 1\n");
    refuse("blanks after a block of text", "a: |\n  one\n \n");
    refuse("a comment in a block of text", "a: |\n  # one\n");
    refuse("a blank at the end in a block of text", "a: |\n  one \n");
    refuse("further to the right in a block of text", "a: >\n  one\n    two\n");
    refuse("further to the left in a block of text", "a: >\n    one\n  two\n");
    refuse("a comment further to the left in a block of text", "a: >\n    one\n  # two\n");
    refuse("text after quotes", "a: \"one\" two\n");
    refuse("a comment right after quotes", "a: \"one\"#two\n");
    refuse("a comment right after a list", "a: [one]#two\n");
    refuse("text after a list in brackets", "a: [one] two\n");
    refuse("an escape", "a: \"one\\ttwo\"\n");
    refuse("a doubled quote", "a: 'it''s'\n");
    refuse("an open quote", "a: \"one\n");
    refuse("an open bracket", "a: [one\n");
    refuse("an anchor", "a: &x one\n");
    refuse("an alias", "a: &x one\nb: *x\n");
    refuse("a tag", "a: !!str 1\n");
    refuse("a tag in a list", "a: [!x 1]\n");
    refuse("a reserved mark", "a: @one\n");
    refuse("a grave accent", "a: `one`\n");
    refuse("a percent sign first", "a: %one\n");
    refuse("a comma first", "a: ,one\n");
    refuse("a colon first", "a: :one\n");
    refuse("a question mark first", "a: ?one\n");
    refuse("a dash first", "a: -one\n");
    refuse("a dash alone", "a: -\n");
    refuse("a map on a key's line", "a: b: 1\n");
    refuse("a colon last", "a: b:\n");
    refuse("a list on a key's line", "a: - b\n");
    refuse("a list in a list", "a:\n  - - b\n");
    refuse("brackets in brackets", "a: [[b]]\n");
    refuse("an empty entry", "a: [b, , c]\n");
    refuse("a comma at the end", "a: [b, ]\n");
    refuse("a pair in a list", "a: [b: c]\n");
    refuse("a question mark in a list", "a: [b?c]\n");
    refuse("a key alone in a flow map", "a: {b}\n");
    refuse("no blank after the colon", "a: {b:c}\n");
    refuse("a key in quotes", "\"a\": 1\n");
    refuse("a key of two words", "a b: 1\n");
    refuse("a key that is a number", "1: 1\n");
    refuse("a key that is null", "null: 1\n");
    refuse("a key beyond ASCII", "\xC3\xA4: 1\n");
    refuse("a key that is asked for", "? a\n: 1\n");
    refuse("a blank before the colon", "a : 1\n");
    refuse("a merge", "<<: {a: 1}\n");
    refuse("a very long key", QByteArray(2000, 'k') + ": 1\n");
    refuse("too far to the right", "a: 1\n  b: 2\n");
    refuse("between two levels", "a:\n    b: 1\n  c: 2\n");
    refuse("a dash below a value", "a: 1\n- b\n");
    refuse("a dash in a map", "a:\n  b: 1\n  - c\n");
    refuse("a key in a list", "a:\n  - b\n  c: 1\n");
    refuse("a tab to indent", "a:\n\tb: 1\n");
    refuse("a tab after a colon", "a:\tb\n");
    refuse("a tab in a comment", "a: 1 #\tb\n");
    refuse("a lone CR", "a: 1\rb: 2\n");
    refuse("a CR at the end", "a: 1\r");
    refuse("a NUL", QByteArray("a: 1\0\n", 6));
    refuse("a control character", "a: \x01\n");
    refuse("U+007F", "a: \x7F\n");
    refuse("a byte order mark inside", "a: x\xEF\xBB\xBF\n");
    refuse("a byte order mark first",
           "\xEF\xBB\xBF"
           "a: x\n");
    refuse("a next line character", "a: x\xC2\x85y\n");
    refuse("a line separator", "a: x\xE2\x80\xA8y\n");
    refuse("a paragraph separator", "a: x\xE2\x80\xA9y\n");
}

void TestPlainYaml::rows()
{
    QFETCH(QByteArray, yaml);
    const Reading reading(yaml);
    QTEST(reading.accepted, "accepted");
    QVERIFY2(reading.wrong.isEmpty(), qPrintable(reading.wrong));
}

void TestPlainYaml::aMapOfTooManyKeys()
{
    QByteArray yaml;
    for (int i = 0; i < 64; ++i)
        yaml += 'k' + QByteArray::number(i) + ": 1\n";
    QVERIFY(Reading(yaml).accepted);
    QVERIFY(!Reading(yaml + "last: 1\n").accepted);
}

void TestPlainYaml::depth()
{
    const auto nested = [](int depth) {
        QByteArray yaml;
        for (int i = 0; i < depth; ++i)
            yaml += QByteArray(i, ' ') + "a:\n";
        return yaml;
    };
    QVERIFY(Reading(nested(deepestPlainYaml)).accepted);
    QVERIFY(!Reading(nested(deepestPlainYaml + 1)).accepted);
    const QByteArray yaml = nested(3);
    const YamlLimits limits{.depth = 2};
    QVERIFY(!parseYaml(yaml, 0, yaml.size(), limits).valid);
}

void TestPlainYaml::caseStudies()
{
    const QDir folder(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust/cases"));
    const QStringList names = folder.entryList({u"*.md"_s}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const qsizetype end = bytes.indexOf("\n---\n");
        QVERIFY(bytes.startsWith("---\n") && end > 0);
        const Reading reading(bytes.mid(4, end - 3));
        QVERIFY2(reading.accepted, qPrintable(name));
        QVERIFY2(reading.wrong.isEmpty(), qPrintable(name + u": "_s + reading.wrong));
    }
}

void TestPlainYaml::usualYaml()
{
    compareMany(documentCount, [](Random &random) { return randomFrontMatter(random, 0); });
}

void TestPlainYaml::oddYaml()
{
    compareMany(documentCount / 10, [](Random &random) {
        const int oddity = random.between(1, 10);
        return randomFrontMatter(random, oddity);
    });
}

void TestPlainYaml::pieces()
{
    compareMany(documentCount / 20, [](Random &random) { return randomPieces(random); });
}

void TestPlainYaml::mutations()
{
    compareMany(documentCount / 10, [](Random &random) { return mutated(randomFrontMatter(random, 0), random); });
}

QTEST_GUILESS_MAIN(TestPlainYaml)
#include "tst_plainyaml.moc"
