#include "program.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray description =
    R"(roles: {title: title, group: decision, related: related, sources: sources, claims: claims}
fields:
  title: {type: text, required: true}
  decision: {type: choice, vocabulary: decisions}
  year: {type: year}
  project: {type: text}
  claims: {type: records, fields: {text: {type: text}, source: {type: number}}}
  sources: {type: records, fields: {title: {type: text}, url: {type: url}}}
  related: {type: list}
  tags: {type: list}
vocabularies:
  decisions: [{id: migrating}, {id: adopting}]
)";

const QByteArray text = "---\n"
                        "# a comment\n"
                        "title:     \"A\"\n"
                        "decision: adopting\n"
                        "year: 2020      # then\n"
                        "project: P\n"
                        "claims:\n"
                        "  - text: one\n"
                        "    source: 2\n"
                        "sources:\n"
                        "  - title: first\n"
                        "  - {title: second, url: \"https://example.org\"}\n"
                        "tags: [web, backend]\n"
                        "---\n"
                        "\n"
                        "Body\n";

/// The text with one part replaced.
QByteArray with(const QByteArray &before, const QByteArray &after)
{
    return QByteArray(text).replace(before, after);
}

} // namespace

/// `casebook set`, each on a corpus of its own with the case "a" above.
class TestSet : public QObject {
    Q_OBJECT

private slots:
    void init();
    void sets_data();
    void sets();
    void twiceChangesNothing();
    void printsTheDifference();
    void refuses_data();
    void refuses();
    void warnsOfTheVocabulary();
    void warnsOfMissingCases();
    void saysNothingOfOldProblems();
    void addsANewField();
    void worksWithoutADescription();
    void doesNotLeaveTheCorpus();

private:
    Outcome set(const QStringList &changes) const
    {
        return m_program.run(QStringList{u"set"_s, u"--corpus"_s, m_folder->path(), u"a"_s} + changes);
    }

    Program m_program;
    std::unique_ptr<Folder> m_folder;
};

void TestSet::init()
{
    m_folder =
        std::make_unique<Folder>(QMap<QString, QByteArray>{{u"corpus.yaml"_s, description}, {u"cases/a.md"_s, text}});
}

void TestSet::sets_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QStringList &changes, const QByteArray &after) {
        QTest::newRow(name) << changes << after;
    };
    row("a year", {u"year=2021"_s}, with("year: 2020      # then", "year: 2021      # then"));
    row("a text in its quotes", {u"title=B: c"_s}, with("\"A\"", "\"B: c\""));
    row("a text that looks like a number", {u"project=42"_s}, with("project: P", "project: \"42\""));
    row("remove", {u"project="_s}, with("project: P\n", ""));
    row("add to a list", {u"tags+=cli"_s}, with("backend]", "backend, cli]"));
    row("add what is there", {u"tags+=web"_s}, text);
    row("take out of a list", {u"tags-=web"_s}, with("[web, backend]", "[backend]"));
    row("a whole list", {u"tags=a, b"_s}, with("[web, backend]", "[a, b]"));
    row("in a record", {u"sources[1].url=https://example.org/x"_s},
        with("https://example.org\"", "https://example.org/x\""));
    row("an equals sign in the value", {u"sources[1].url=https://example.org/?a=b"_s},
        with("https://example.org\"", "https://example.org/?a=b\""));
    row("a new part of a record", {u"sources[0].url=https://example.org/y"_s},
        with("title: first\n", "title: first\n    url: https://example.org/y\n"));
    row("a source, with the claims that follow it", {u"sources[0]="_s},
        QByteArray(text).replace("  - title: first\n", "").replace("source: 2", "source: 1"));
    row("many", {u"year=2021"_s, u"tags+=cli"_s, u"project="_s, u"tags-=web"_s},
        QByteArray(text)
            .replace("2020", "2021")
            .replace("[web, backend]", "[backend, cli]")
            .replace("project: P\n", ""));
}

void TestSet::sets()
{
    QFETCH(QStringList, changes);
    QFETCH(QByteArray, after);
    const Outcome outcome = set(changes);
    QVERIFY2(outcome.status == 0, outcome.messages.constData());
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(m_folder->read(u"cases/a.md"_s), after);
    QCOMPARE(m_folder->names(), (QStringList{u"cases"_s, u"corpus.yaml"_s}));
}

void TestSet::twiceChangesNothing()
{
    QVERIFY(set({u"year=2021"_s, u"tags+=cli"_s}).messages.contains("Changed cases/a.md"));
    const QByteArray once = m_folder->read(u"cases/a.md"_s);
    const Outcome again = set({u"year=2021"_s, u"tags+=cli"_s});
    QCOMPARE(again.status, 0);
    QVERIFY2(again.messages.contains("nothing was changed"), again.messages.constData());
    QCOMPARE(m_folder->read(u"cases/a.md"_s), once);
}

void TestSet::printsTheDifference()
{
    const Outcome outcome = set({u"--dry-run"_s, u"year=2021"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(m_folder->read(u"cases/a.md"_s), text);
    QVERIFY2(outcome.output.startsWith("--- a/cases/a.md\n+++ b/cases/a.md\n@@ "), outcome.output.constData());
    QVERIFY(outcome.output.contains("-year: 2020      # then\n+year: 2021      # then\n"));
    QCOMPARE(outcome.messages, QByteArray());
    const Outcome same = set({u"--dry-run"_s, u"year=2020"_s});
    QCOMPARE(same.output, QByteArray());
    QVERIFY(same.messages.contains("nothing was changed"));
    // What is printed is a change that others can make.
    m_folder->write(u"change"_s, outcome.output);
    const Outcome patched = m_program.shell(u"cd \""_s + m_folder->path() + u"\" && patch -s -p1 < change"_s);
    if (patched.status == 127)
        QSKIP("patch is not installed");
    QCOMPARE(patched.status, 0);
    QVERIFY(m_folder->read(u"cases/a.md"_s).contains("year: 2021"));
}

void TestSet::refuses_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QStringList &changes, int status, const QByteArray &message) {
        QTest::newRow(name) << changes << status << message;
    };
    row("no change", {}, 2, "set needs a change");
    row("no equals sign", {u"year"_s}, 2, "write PATH=VALUE");
    row("no value to add", {u"tags+="_s}, 2, "names no value");
    row("no path", {u"=2021"_s}, 2, "name a field");
    row("a path that cannot be read", {u"sources[x].url=y"_s}, 2, "cannot be read at character 9");
    row("a misspelled field", {u"yaer=2021"_s}, 2, "Did you mean year?");
    row("a misspelled part", {u"sources[0].ulr=https://example.org"_s}, 2, "Did you mean url?");
    row("no year", {u"year=soon"_s}, 2, "not a year");
    row("no address", {u"sources[0].url=example"_s}, 2, "not an http or https address");
    row("no list", {u"year+=2021"_s}, 2, "year is no list");
    row("records as a text", {u"sources=x"_s}, 2, "sources[0].title");
    row("no such source", {u"sources[7].title=x"_s}, 3, "cases/a.md was not changed");
    row("one of many", {u"year=2021"_s, u"sources[7].title=x"_s}, 3, "cases/a.md was not changed");
    row("one of many makes no sense", {u"year=2021"_s, u"year=soon"_s}, 2, "not a year");
    row("unknown option", {u"--bogus"_s, u"year=2021"_s}, 2, "--bogus");
}

void TestSet::refuses()
{
    QFETCH(QStringList, changes);
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    const Outcome outcome = set(changes);
    QVERIFY2(outcome.status == status, outcome.messages.constData());
    QVERIFY2(outcome.messages.contains(message), outcome.messages.constData());
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(m_folder->read(u"cases/a.md"_s), text);
}

void TestSet::warnsOfTheVocabulary()
{
    const Outcome outcome = set({u"decision=migratin"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains("cases/a.md:4:11: error: \"migratin\""), outcome.messages.constData());
    QCOMPARE(m_folder->read(u"cases/a.md"_s), with("adopting", "migratin"));
    const Outcome dry = set({u"title="_s, u"--dry-run"_s});
    QCOMPARE(dry.status, 1);
    QVERIFY2(dry.messages.contains("error"), dry.messages.constData());
}

void TestSet::warnsOfMissingCases()
{
    const Outcome outcome = set({u"related+=a, nobody"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains("no case \"nobody\""), outcome.messages.constData());
    QVERIFY(!outcome.messages.contains("no case \"a\""));
}

void TestSet::saysNothingOfOldProblems()
{
    m_folder->write(u"cases/a.md"_s, with("adopting", "nonsense"));
    const Outcome outcome = set({u"year=2021"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(!outcome.messages.contains("nonsense"), outcome.messages.constData());
}

void TestSet::addsANewField()
{
    QCOMPARE(set({u"stars=5"_s}).status, 0);
    QVERIFY(m_folder->read(u"cases/a.md"_s).contains("\nstars: 5\n"));
    QCOMPARE(set({u"yaer=x"_s, u"--new-fields"_s}).status, 0);
    QVERIFY(m_folder->read(u"cases/a.md"_s).contains("\nyaer: x\n"));
    QCOMPARE(set({u"yaer=y"_s}).status, 0); // now it is known
    QCOMPARE(set({u"\"a=b\"=c"_s}).status, 0);
    QVERIFY(m_folder->read(u"cases/a.md"_s).contains("a=b: c\n")
            || m_folder->read(u"cases/a.md"_s).contains("\"a=b\": c\n"));
}

void TestSet::worksWithoutADescription()
{
    const Folder folder({{u"x/a.md"_s, "---\nyear: 2020\nversion: \"3\"\n---\n"}, {u"b.md"_s, "# B\n"}});
    const auto change = [&](const QString &id, const QStringList &changes) {
        return m_program.run(QStringList{u"set"_s, u"--corpus"_s, folder.path(), id} + changes).status;
    };
    QCOMPARE(change(u"x/a"_s, {u"year=2021"_s, u"version=4"_s, u"done=true"_s}), 0);
    QCOMPARE(folder.read(u"x/a.md"_s), "---\nyear: 2021\nversion: \"4\"\ndone: true\n---\n"_ba);
    QCOMPARE(change(u"b"_s, {u"tags+=x"_s}), 0);
    QCOMPARE(folder.read(u"b.md"_s), "---\ntags: [x]\n---\n# B\n"_ba);
}

void TestSet::doesNotLeaveTheCorpus()
{
    const Outcome outcome = m_program.run({u"set"_s, u"--corpus"_s, m_folder->path(), u"../corpus"_s, u"name=x"_s});
    QCOMPARE(outcome.status, 3);
    QCOMPARE(m_folder->read(u"corpus.yaml"_s), description);
    ::chmod(qPrintable(m_folder->path(u"cases/a.md"_s)), 0444);
    const Outcome locked = set({u"year=2021"_s});
    QCOMPARE(locked.status, 3);
    QVERIFY2(locked.messages.contains("read-only"), locked.messages.constData());
    QCOMPARE(m_folder->read(u"cases/a.md"_s), text);
}

QTEST_GUILESS_MAIN(TestSet)
#include "tst_set.moc"
