#include "core/document/yamlparser.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largest = 256 * 1024; // what a document lets through

QByteArray repeated(const QByteArray &text, int count)
{
    QByteArray all;
    all.reserve(text.size() * count);
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

int countNodes(const YamlNode &node)
{
    int count = 1;
    for (const YamlNode &key : node.keys)
        count += countNodes(key);
    for (const YamlNode &item : node.items)
        count += countNodes(item);
    return count;
}

YamlResult parse(const QByteArray &yaml, const YamlLimits &limits = {})
{
    return parseYaml(yaml, 0, yaml.size(), limits);
}

} // namespace

/// Hostile YAML must cost neither the stack, nor memory, nor more than a moment: the test's own time limit watches.
class TestYamlLimits : public QObject {
    Q_OBJECT

private slots:
    void depth_data();
    void depth();
    void depthThroughAliases();
    void aliases_data();
    void aliases();
    void nestedAnchors();
    void manyKeys();
    void manyDuplicates();
    void patterns_data();
    void patterns();
};

void TestYamlLimits::depth_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<bool>("valid");
    QTest::newRow("64 in brackets") << repeated("[", 64) + repeated("]", 64) << true;
    QTest::newRow("65 in brackets") << repeated("[", 65) + repeated("]", 65) << false;
    QTest::newRow("a map and 63") << "a: " + repeated("[", 63) + repeated("]", 63) << true;
    QTest::newRow("a map and 64") << "a: " + repeated("[", 64) + repeated("]", 64) << false;
    QTest::newRow("64 dashes") << repeated("- ", 64) + 'x' << true;
    QTest::newRow("65 dashes") << repeated("- ", 65) + 'x' << false;
    QTest::newRow("100,000 brackets, never closed") << repeated("[", 100'000) << false;
    QTest::newRow("100,000 dashes") << repeated("- ", 100'000) << false;
    QTest::newRow("100,000 maps") << repeated("{a: ", 60'000) << false;
}

void TestYamlLimits::depth()
{
    QFETCH(QByteArray, yaml);
    const YamlResult result = parse(yaml);
    QTEST(result.valid, "valid");
    if (!result.valid)
        QVERIFY2(result.problems.first().message.contains(u"64 levels"_s), qPrintable(result.problems.first().message));
}

void TestYamlLimits::depthThroughAliases()
{
    const QByteArray yaml = "a: &a " + repeated("[", 40) + repeated("]", 40) + "\nb: " + repeated("[", 40) + "*a"
        + repeated("]", 40) + '\n';
    const YamlResult result = parse(yaml);
    QVERIFY(!result.valid);
    QCOMPARE(result.problems.first().line, 2);
    QCOMPARE(result.problems.first().column, 44);
}

void TestYamlLimits::aliases_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<bool>("valid");
    QByteArray laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        laughs += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + repeated(alias + ", ", 8)
            + alias + "]\n";
    }
    QTest::newRow("a billion laughs") << laughs << false;
    QTest::newRow("1,000 of one") << "a: &a x\nb: [" + repeated("*a, ", 999) + "*a]\n" << true;
    QTest::newRow("1,001 of one") << "a: &a x\nb: [" + repeated("*a, ", 1000) + "*a]\n" << false;
    QTest::newRow("one of 1,000") << "a: &a [" + repeated("x, ", 998) + "x]\nb: *a\n" << true;
    QTest::newRow("one of 1,001") << "a: &a [" + repeated("x, ", 999) + "x]\nb: *a\n" << false;
    QTest::newRow("keys count too") << "a: &a {" + repeated("? x\n, ", 499) + "x: }\nb: *a\n" << false;
}

void TestYamlLimits::aliases()
{
    QFETCH(QByteArray, yaml);
    const YamlResult result = parse(yaml);
    if (!result.problems.isEmpty() && !result.valid)
        QVERIFY2(result.problems.first().message.contains(u"more than"_s), qPrintable(result.problems.first().message));
    QTEST(result.valid, "valid");
    if (result.valid)
        QVERIFY(countNodes(result.root) < 3000);
}

/// A copy of each anchored value, with anchors inside each other, once took half a gigabyte.
void TestYamlLimits::nestedAnchors()
{
    QByteArray group;
    for (int i = 0; i < 60; ++i)
        group += "&a" + QByteArray::number(i) + " [";
    group += repeated("x,", 800) + repeated("]", 60);
    QByteArray yaml = "all:\n";
    while (yaml.size() + group.size() < largest)
        yaml += "  - " + group + '\n';
    const YamlResult result = parse(yaml + "one: *a59\n");
    QVERIFY(result.valid);
    QCOMPARE(result.root.find(u"one")->items.size(), std::size_t(800));
}

void TestYamlLimits::manyKeys()
{
    QByteArray yaml;
    for (int i = 0; yaml.size() < largest; ++i)
        yaml += 'k' + QByteArray::number(i) + ": 1\n";
    const YamlResult result = parse(yaml);
    QVERIFY(result.valid);
    QVERIFY(result.problems.isEmpty());
}

/// Finding each one's line from the start of the file once took minutes.
void TestYamlLimits::manyDuplicates()
{
    const int count = static_cast<int>(largest / 3);
    const YamlResult lines = parse(repeated("a:\n", count));
    QCOMPARE(lines.problems.size(), count - 1);
    QCOMPARE(lines.problems.last().line, count);
    const YamlResult oneLine = parse('{' + repeated("a,", count) + "a}");
    QCOMPARE(oneLine.problems.size(), count);
    QCOMPARE(oneLine.problems.last().column, 2 * count + 2);
}

void TestYamlLimits::patterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("start");
    for (const char *pattern :
         {"[",     "{",    "]",       "- ",    "? ",       ": ",           "a: ",  "&a ",   "*a ",
          "! ",    "!a",   "\"",      "'",     "|\n",      "> ",           "#",    "#\n",   "%",
          "% a\n", " ",    "\n",      "\t",    "a",        "a ",           "a\n",  "a\n\n", " a\n",
          "[a,",   "{a: ", "{a: 1, ", "--- ",  "...\n",    "\\",           "@",    "`",     ",",
          "[]",    "{}",   "a: b: ",  "- a\n", "\xC3\xA4", "\xE2\x80\xA8", "1.5, "}) {
        QTest::newRow(pattern) << QByteArray(pattern) << QByteArray();
        QTest::addRow("k: and %s", pattern) << QByteArray(pattern) << QByteArray("k: ");
        QTest::addRow("quote and %s", pattern) << QByteArray(pattern) << QByteArray("k: \"");
        QTest::addRow("block and %s", pattern) << QByteArray(pattern) << QByteArray("k: |\n  ");
    }
}

void TestYamlLimits::patterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, start);
    const QByteArray yaml = start + repeated(pattern, static_cast<int>(largest / pattern.size()));
    const YamlResult result = parse(yaml);
    QVERIFY(result.valid || !result.problems.isEmpty());
    QVERIFY(parse(yaml + "\nend: \"").problems.size() >= 0);
}

QTEST_GUILESS_MAIN(TestYamlLimits)
#include "tst_yamllimits.moc"
