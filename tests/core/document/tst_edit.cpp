#include "core/document/edit.h"
#include "tests/core/document/editscript.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> edit(const QByteArray &bytes, const QByteArray &script, const KeyOrder &order = {})
{
    const Result<Edits> edits = readEditScript(script);
    return edits ? applyEdits(Document::parse(bytes), *edits, order) : Result<QByteArray>(edits.error());
}

/// Files that people wrote: the bundled corpus, the pairs of edits and the project's own documents.
QStringList handWrittenFiles()
{
    QStringList files;
    const QString top = QString::fromUtf8(CASEBOOK_SOURCE_DIR);
    for (const QString &folder : {u"/data"_s, u"/tests/data"_s}) {
        QDirIterator entries(top + folder, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            files.append(entries.next());
    }
    files.sort();
    return files;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The paths of all scalars that stand on one line, aliases and what they repeat left out.
void collectScalars(const YamlNode &node, const FieldPath &path, QList<FieldPath> &paths)
{
    if (node.alias)
        return;
    if (node.kind == YamlNode::Kind::Scalar && !node.text.contains(u'\n'))
        paths.append(path);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool isMap = node.kind == YamlNode::Kind::Map;
        collectScalars(node.items[i], isMap ? path.key(node.keys[i].text) : path.item(static_cast<int>(i)), paths);
    }
}

/// How many lines two texts of as many lines have different; -1 where the number of lines differs.
int differingLines(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList from = before.split('\n');
    const QByteArrayList to = after.split('\n');
    if (from.size() != to.size())
        return -1;
    int count = 0;
    for (qsizetype i = 0; i < from.size(); ++i)
        count += from[i] == to[i] ? 0 : 1;
    return count;
}

} // namespace

class TestEdit : public QObject {
    Q_OBJECT

private slots:
    void newKeysFollowTheOrder_data();
    void newKeysFollowTheOrder();
    void allOrNone();
    void noEditsNoChange();
    void bodyAlone_data();
    void bodyAlone();
    void oneScalarOneLine();
    void ambiguousIsRefused_data();
    void ambiguousIsRefused();
};

void TestEdit::newKeysFollowTheOrder_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &script, const QByteArray &after) {
        QTest::newRow(name) << before << script << after;
    };
    row("between", "title: A\ntags: [x]\n", "set year 2020", "title: A\nyear: 2020\ntags: [x]\n");
    row("before the first", "tags: [x]\n", "set title \"A\"", "title: A\ntags: [x]\n");
    row("unknown keys come last", "title: A\ntags: [x]\n", "set mine 1", "title: A\ntags: [x]\nmine: 1\n");
    row("behind a record", "title: A\neffort:\n  months: 2\ntags: []\n", "set year 1",
        "title: A\nyear: 1\neffort:\n  months: 2\ntags: []\n");
    row("part of a record", "effort:\n  people: 2\n  lines: 9\n", "set effort.months 3",
        "effort:\n  people: 2\n  months: 3\n  lines: 9\n");
    row("part of a record in brackets", "effort: {people: 2, lines: 9}\n", "set effort.months 3",
        "effort: {people: 2, months: 3, lines: 9}\n");
    row("part of a list's record", "sources:\n  - url: x\n", "set sources[0].title \"A\"",
        "sources:\n  - title: A\n    url: x\n");
    row("where the file has another order", "tags: [x]\ntitle: A\n", "set year 2020",
        "tags: [x]\ntitle: A\nyear: 2020\n");
}

void TestEdit::newKeysFollowTheOrder()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, after);
    const KeyOrder order{u"title"_s,        u"year"_s,    u"effort"_s,        u"effort.people"_s, u"effort.months"_s,
                         u"effort.lines"_s, u"sources"_s, u"sources.title"_s, u"sources.url"_s,   u"tags"_s};
    const Result<QByteArray> result = edit("---\n" + before + "---\n", script, order);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, "---\n" + after + "---\n");
}

void TestEdit::allOrNone()
{
    const Result<QByteArray> result = edit("---\nyear: 2020\n---\n", "set year 2021\nset year.x 1");
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"year has no parts"_s), qPrintable(result.error().message));
}

void TestEdit::noEditsNoChange()
{
    const QByteArray broken = "---\n[: \n---\n";
    const Result<QByteArray> result = applyEdits(Document::parse(broken), {});
    QVERIFY(result);
    QCOMPARE(*result, broken);
}

void TestEdit::bodyAlone_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("usual") << QByteArray("---\na: 1\n---\nold") << QByteArray("---\na: 1\n---\nnew");
    QTest::newRow("no front matter") << QByteArray("old") << QByteArray("new");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFold") << QByteArray("\xEF\xBB\xBFnew");
    QTest::newRow("TOML") << QByteArray("+++\na = 1\n+++\nold") << QByteArray("+++\na = 1\n+++\nnew");
    QTest::newRow("broken YAML") << QByteArray("---\n[:\n---\r\nold") << QByteArray("---\n[:\n---\r\nnew");
    QTest::newRow("mixed ends") << QByteArray("---\r\na: 1\n---\nold\r\n") << QByteArray("---\r\na: 1\n---\nnew");
}

void TestEdit::bodyAlone()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Document document = Document::parse(before);
    QCOMPARE(withBody(document, "new"), after);
    QCOMPARE(withBody(document, document.bodyText()), before);
}

/// Whatever scalar of whatever file is set, one line differs.
void TestEdit::oneScalarOneLine()
{
    const QStringList files = handWrittenFiles();
    QVERIFY(files.size() > 100);
    int edits = 0;
    for (const QString &path : files) {
        const Document document = Document::parse(bytesOf(path));
        if (document.isBroken() || !document.problems().isEmpty())
            continue;
        QList<FieldPath> paths;
        collectScalars(document.tree(), {}, paths);
        for (const FieldPath &scalar : paths) {
            const Result<QByteArray> result = applyEdits(document, {Edit::set(scalar, u"another: value"_s)});
            if (!result && result.error().message.contains(u"alias"_s))
                continue;
            QVERIFY2(result, qPrintable(path + u": "_s + (result ? QString() : result.error().message)));
            const int lines = differingLines(document.bytes(), *result);
            const bool wasLong = lines == -1 && result->count('\n') < document.bytes().count('\n');
            QVERIFY2(lines == 1 || wasLong, qPrintable(path + u' ' + scalar.toString()));
            edits += lines == 1 ? 1 : 0;
        }
    }
    qInfo() << edits << "scalars in" << files.size() << "files, each a difference of one line";
    QVERIFY(edits > 500);
}

void TestEdit::ambiguousIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &file, const QString &words) {
        QTest::newRow(name) << file << words;
    };
    row("a list", "---\n- a\n---\n", u"cannot be read"_s);
    row("not UTF-8", "---\na: \xFF\n---\n", u"cannot be read"_s);
    row("key twice in a record", "---\na: 1\ne: {x: 1, x: 2}\n---\n", u"line 3"_s);
    row("unclosed quote", "---\na: \"x\n---\n", u"cannot be read"_s);
    row("key without a name", "---\n: x\na: 1\n---\n", u"without loss"_s);
}

void TestEdit::ambiguousIsRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, words);
    const Result<QByteArray> result = edit(file, "set a 2");
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
