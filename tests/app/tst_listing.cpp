#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestListing : public QObject {
    Q_OBJECT

private slots:
    void listsInTheWindowsOrder_data();
    void listsInTheWindowsOrder();
    void listsTheSameEachWay();
    void explainsTheOrder();
    void warnsOfWhatIsNotUnderstood();
    void opensPlainMarkdown();
    void opensAnEmptyFolder();
    void listsABrokenFile();
    void survivesHostileBytes();
    void showsOneCase();
    void tellsTheEvidence();
    void printsFilesByteForByte();
    void countsFacets();
    void validates();
    void findsNothingInTheBundledCorpus();

private:
    Outcome run(const QString &corpus, QStringList arguments) const
    {
        return m_program.run(QStringList{u"--corpus"_s, corpus} + arguments);
    }

    Program m_program;
};

void TestListing::listsInTheWindowsOrder_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter : {"", "from:go", "-decision:adopting", "compiler", "\"garbage collector\"", "year:2020..",
                               "claims.reason:latency sort:-year", "sort:title", "has:figures", "nothing-like-it"})
        QTest::newRow(*filter ? filter : "all") << QString::fromUtf8(filter);
}

void TestListing::listsInTheWindowsOrder()
{
    QFETCH(QString, filter);
    const Result<Corpus> corpus = loadCorpus(bundledFolder());
    QVERIFY(corpus);
    const SearchResult result = Search(*corpus).run(parseQuery(filter, corpus->schema()), {});
    QStringList expected;
    for (const int row : result.order)
        expected.append(corpus->at(row)->id);

    const Outcome outcome = run(bundledFolder(), {u"list"_s, u"--json"_s, u"--filter"_s, filter});
    QCOMPARE(outcome.status, 0);
    QVERIFY(QJsonDocument::fromJson(outcome.output).isArray());
    QCOMPARE(idsIn(outcome.json()), expected);
    QCOMPARE(outcome.messages.isEmpty(), !expected.isEmpty());
}

void TestListing::listsTheSameEachWay()
{
    const QStringList ids = idsIn(run(bundledFolder(), {u"list"_s, u"--json"_s}).json());
    const QList<QByteArray> rows = run(bundledFolder(), {u"list"_s, u"--tsv"_s}).output.split('\n');
    QVERIFY(rows.first().startsWith("id\ttitle\t"));
    QCOMPARE(rows.size(), ids.size() + 2); // the heading, and what follows the last line end
    const qsizetype columns = rows.first().split('\t').size();
    QList<QByteArray> lines = run(bundledFolder(), {u"list"_s}).output.split('\n');
    lines.removeIf([](const QByteArray &line) { return !line.startsWith("  "); });
    QCOMPARE(lines.size(), ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QByteArray id = ids.at(i).toUtf8();
        QCOMPARE(rows.at(i + 1).split('\t').first(), id);
        QCOMPARE(rows.at(i + 1).split('\t').size(), columns);
        QVERIFY2(lines.at(i).startsWith(QByteArray("  " + id + ' ')), lines.at(i).constData());
    }
}

void TestListing::explainsTheOrder()
{
    const Outcome text = run(bundledFolder(), {u"list"_s, u"--explain"_s, u"--filter"_s, u"latency"_s});
    QVERIFY(text.output.startsWith("Ordered by relevance"));
    QVERIFY2(text.output.contains("\xE2\x80\x9Clatency\xE2\x80\x9D a word of Claims (4)"), text.output.constData());
    const QJsonArray cases =
        run(bundledFolder(), {u"list"_s, u"--explain"_s, u"--json"_s, u"--filter"_s, u"latency"_s}).json();
    QVERIFY(!cases.isEmpty());
    QSet<QString> places;
    for (const QJsonValue &study : cases) {
        const QJsonObject rank = study[u"rank"].toObject();
        QCOMPARE(rank[u"order"].toString(), u"relevance"_s);
        const QJsonObject word = rank[u"words"].toArray().first().toObject();
        QCOMPARE(word[u"word"].toString(), u"latency"_s);
        QCOMPARE(word[u"points"].toInt(), rank[u"points"].toInt());
        places.insert(word[u"place"].toString());
    }
    QVERIFY(places.contains(u"claims"_s));
    const QJsonArray sorted =
        run(bundledFolder(), {u"list"_s, u"--explain"_s, u"--json"_s, u"--filter"_s, u"sort:-year"_s}).json();
    QCOMPARE(sorted.first()[u"rank"][u"field"].toString(), u"year"_s);
    QVERIFY(!run(bundledFolder(), {u"list"_s, u"--json"_s}).output.contains("\"rank\""));
}

void TestListing::warnsOfWhatIsNotUnderstood()
{
    const auto messages = [&](const QString &filter) {
        return run(bundledFolder(), {u"list"_s, u"--filter"_s, filter}).messages;
    };
    QVERIFY(messages(u"fron:go latency"_s).contains("no field is called \"fron\". Did you mean from?"));
    QVERIFY(messages(u"decision:adoptin"_s).contains("Did you mean adopting?"));
    QVERIFY(messages(u"from:pyton"_s).contains("Did you mean Python?"));
    QVERIFY(messages(u"(latency"_s).contains("not closed"));
    QCOMPARE(messages(u"from:python OR (latency -memory)"_s), QByteArray());
}

void TestListing::opensPlainMarkdown()
{
    const Folder corpus({{u"readme.md"_s, "# Welcome\n\nText.\n"},
                         {u"tools/one.md"_s, "---\nring: adopt\n---\n# One\n"},
                         {u"tools/two.md"_s, "---\nring: hold\ncount: 3\n---\n# Two\n"},
                         {u"notes.txt"_s, "not a case"},
                         {u".git/hidden.md"_s, "# Hidden"}});
    const Outcome outcome = run(corpus.path(), {u"list"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QStringList ids = idsIn(outcome.json());
    ids.sort();
    QCOMPARE(ids, QStringList({u"readme"_s, u"tools/one"_s, u"tools/two"_s}));
    for (const QJsonValue &one : outcome.json()) {
        if (one[u"id"_s] == u"tools/two"_s) {
            QCOMPARE(one[u"title"_s], u"Two"_s);
            QCOMPARE(one[u"group"_s], u"hold"_s);
            QCOMPARE(one[u"path"_s], u"tools/two.md"_s);
            QCOMPARE(one[u"fields"_s].toObject(), QJsonObject({{u"ring"_s, u"hold"_s}, {u"count"_s, 3}}));
        }
    }
}

void TestListing::opensAnEmptyFolder()
{
    const Folder corpus;
    const Outcome outcome = run(corpus.path(), {u"list"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, QByteArray("[]\n"));
    QVERIFY(outcome.messages.contains(corpus.path().toUtf8()));
    QCOMPARE(run(corpus.path(), {u"list"_s}).output, QByteArray());
    QCOMPARE(run(corpus.path(), {u"facets"_s, u"--json"_s}).status, 0);
    QCOMPARE(run(corpus.path(), {u"validate"_s}).status, 0);
}

void TestListing::listsABrokenFile()
{
    const Folder corpus({{u"good.md"_s, "---\ntitle: Good\n---\n"}, {u"bad.md"_s, "---\ntitle: [Bad\n---\nText\n"}});
    const Outcome outcome = run(corpus.path(), {u"list"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json().size(), 2);
    for (const QJsonValue &one : outcome.json()) {
        const QJsonArray problems = one[u"problems"_s].toArray();
        QCOMPARE(problems.isEmpty(), one[u"id"_s] == u"good"_s);
        if (!problems.isEmpty()) {
            QCOMPARE(problems[0][u"severity"_s], u"error"_s);
            QVERIFY(problems[0][u"line"_s].toInt() > 0);
        }
    }
    QVERIFY(run(corpus.path(), {u"list"_s}).output.contains("error: line "));
}

void TestListing::survivesHostileBytes()
{
    QByteArray deep = "---\na: ";
    deep += QByteArray(3000, '[') + QByteArray(3000, ']') + "\n---\n";
    const Folder corpus({{u"nul.md"_s, QByteArray("---\ntitle: a\0b\n---\n", 19)},
                         {u"latin1.md"_s,
                          "---\ntitle: Gr\xf6\xdf"
                          "e\n---\n"},
                         {u"escape.md"_s, "---\ntitle: \"\\e]0;owned\\a\\e[2J\"\n---\n\x1b[2J\n"},
                         {u"deep.md"_s, deep},
                         {u"laughs.md"_s,
                          "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                          "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n"},
                         {u"empty.md"_s, ""},
                         {u"bom.md"_s, "\xef\xbb\xbf---\r\ntitle: Marked\r\n---\r\nText"},
                         {u"surrogate.md"_s, "---\ntitle: \"a\\uD800\"\n---\n"}});
    QVERIFY(QFile::link(u"/etc/hostname"_s, corpus.path(u"outside.md"_s)));
    const Outcome outcome = run(corpus.path(), {u"list"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json().size(), 9);
    QVERIFY(!outcome.output.contains('\x1b'));
    for (const QStringList &arguments : {QStringList{u"list"_s},
                                         {u"list"_s, u"--tsv"_s},
                                         {u"validate"_s},
                                         {u"facets"_s},
                                         {u"show"_s, u"escape"_s},
                                         {u"show"_s, u"deep"_s},
                                         {u"show"_s, u"outside"_s}}) {
        const Outcome text = run(corpus.path(), arguments);
        QVERIFY(text.status == 0 || text.status == 1);
        QVERIFY2(!text.output.contains('\x1b') && !text.output.contains('\0'), text.output.constData());
    }
    QCOMPARE(run(corpus.path(), {u"show"_s, u"outside"_s, u"--markdown"_s}).status, 3);
}

void TestListing::showsOneCase()
{
    const Outcome outcome = run(bundledFolder(), {u"show"_s, u"discord-read-states"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QJsonObject shown = QJsonDocument::fromJson(outcome.output).object();
    QVERIFY(shown.take(u"body"_s).toString().contains(u"## What"));
    const QJsonArray all = run(bundledFolder(), {u"list"_s, u"--json"_s}).json();
    const auto listed = std::find_if(all.begin(), all.end(),
                                     [](const QJsonValue &one) { return one[u"id"_s] == u"discord-read-states"_s; });
    QVERIFY(listed != all.end());
    QCOMPARE(shown, (*listed).toObject());
}

void TestListing::tellsTheEvidence()
{
    const QByteArray json = run(bundledFolder(), {u"show"_s, u"google"_s, u"--json"_s}).output;
    const QJsonObject shown = QJsonDocument::fromJson(json).object();
    const QJsonObject evidence = shown[u"evidence"_s].toObject();
    QCOMPARE(evidence[u"strength"_s].toString(), u"measured"_s);
    QVERIFY(evidence[u"weakened"_s].isDouble());
    const QJsonArray claims = evidence[u"claims"_s].toArray();
    QCOMPARE(claims.size(), shown[u"fields"_s].toObject()[u"claims"_s].toArray().size());
    for (const QJsonValue &strength : {QJsonValue(evidence), claims.first()}) {
        const QJsonArray steps = strength.toObject()[u"steps"_s].toArray();
        QVERIFY(!steps.isEmpty());
        for (const QJsonValue &step : steps)
            QCOMPARE(step.toObject().keys(), QStringList({u"effect"_s, u"rule"_s, u"text"_s}));
    }
    const QJsonArray measured =
        run(bundledFolder(), {u"list"_s, u"--json"_s, u"--filter"_s, u"evidence:measured"_s}).json();
    QVERIFY(!measured.isEmpty());
    for (const QJsonValue &study : measured)
        QCOMPARE(study[u"evidence"_s][u"strength"_s].toString(), u"measured"_s);
    const QByteArray text = run(bundledFolder(), {u"show"_s, u"propelauth"_s}).output;
    QVERIFY(text.contains("Hypothetical"));
    QVERIFY(text.contains("(hypothetical"));
    const QByteArray facets = run(bundledFolder(), {u"facets"_s}).output;
    QVERIFY(facets.contains("Evidence (evidence)"));
}

void TestListing::printsFilesByteForByte()
{
    const QByteArray bytes("\xef\xbb\xbf---\r\ntitle:   'Odd' # kept\r\n---\r\n\x01\xff no end");
    const Folder corpus({{u"a/odd.md"_s, bytes}});
    const Outcome outcome = run(corpus.path(), {u"show"_s, u"a/odd"_s, u"--markdown"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, bytes);
    const Outcome path = run(corpus.path(), {u"show"_s, u"a/odd"_s, u"--path"_s});
    QCOMPARE(path.output, QFileInfo(corpus.path(u"a/odd.md"_s)).canonicalFilePath().toUtf8() + '\n');
}

void TestListing::countsFacets()
{
    const QJsonArray cases = run(bundledFolder(), {u"list"_s, u"--json"_s}).json();
    QHash<QString, int> counts;
    for (const QJsonValue &one : cases)
        ++counts[one[u"group"_s].toString()];
    const Outcome outcome = run(bundledFolder(), {u"facets"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonArray facets = outcome.json();
    QCOMPARE(facets[0][u"field"_s], u"decision"_s);
    QCOMPARE(facets[0][u"values"_s].toArray().size(), counts.size());
    for (const QJsonValue &value : facets[0][u"values"_s].toArray())
        QCOMPARE(value[u"count"_s].toInt(), counts.value(value[u"value"_s].toString()));
}

void TestListing::validates()
{
    const Folder corpus({{u"corpus.yaml"_s, "fields:\n  title: {type: text, required: true}\n  year: {type: year}\n"},
                         {u"cases/good.md"_s, "---\ntitle: Good\nyear: 2020\n---\n"},
                         {u"cases/bad.md"_s, "---\ntitle: Bad\nyear: soon\n---\n"}});
    const Outcome text = run(corpus.path(), {u"validate"_s});
    QCOMPARE(text.status, 1);
    QVERIFY2(text.output.startsWith("cases/bad.md:3:7: error: "), text.output.constData());
    QVERIFY(text.messages.contains("Errors: 1"));

    const Outcome outcome = run(corpus.path(), {u"validate"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    const QJsonArray problems = outcome.json();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0][u"path"_s], u"cases/bad.md"_s);
    QCOMPARE(problems[0][u"line"_s], 3);
    QCOMPARE(problems[0][u"column"_s], 7);
    QCOMPARE(problems[0][u"severity"_s], u"error"_s);
}

void TestListing::findsNothingInTheBundledCorpus()
{
    const Outcome outcome = run(bundledFolder(), {u"validate"_s});
    QCOMPARE(outcome.output + outcome.messages, QByteArray());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(run(bundledFolder(), {u"validate"_s, u"--json"_s}).output.simplified(), QByteArray("[]"));
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
