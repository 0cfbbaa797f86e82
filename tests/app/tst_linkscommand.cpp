#include "program.h"
#include "tests/support/scriptedserver.h"

#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 30000; // milliseconds until a test gives up

/// A corpus in which each case has one source.
std::unique_ptr<Folder> corpusOf(const QMap<QString, QString> &sources)
{
    QMap<QString, QByteArray> files{
        {u"corpus.yaml"_s,
         "name: Test\nfields:\n  title: {type: text}\n  sources: {type: records, fields: {url: {type: url}}}\n"}};
    for (auto one = sources.begin(); one != sources.end(); ++one)
        files.insert(u"cases/"_s + one.key() + u".md"_s,
                     "---\ntitle: " + one.key().toUtf8() + "\nsources:\n  - url: " + one.value().toUtf8() + "\n---\n");
    return std::make_unique<Folder>(files);
}

QByteArray paper()
{
    return httpAnswer(200, "%PDF", {"Content-Type: application/pdf"});
}

} // namespace

/// `casebook links`, run as people run it, against servers on loopback addresses.
class TestLinksCommand : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tellsAsJson();
    void tellsPeople();
    void endsWithoutFault();
    void refusesPrivateAddresses();
    void asksOnlyForWhatIsSelected();
    void refusesWrongUsage();
    void stopsWhenInterrupted();

private:
    /// Runs the program while the servers of this process answer.
    Outcome run(const Folder &corpus, const QStringList &arguments, bool allow = true);
    void begin(QProcess &process, const Folder &corpus, const QStringList &arguments) const;

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ScriptedServer> m_other;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestLinksCommand::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_other = std::make_unique<ScriptedServer>(u"127.0.0.2"_s);
    m_home = std::make_unique<QTemporaryDir>();
    m_server->on("/fine.pdf", paper());
    m_server->on("/moved", redirectTo(301, "/fine.pdf"));
}

void TestLinksCommand::begin(QProcess &process, const Folder &corpus, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QString::fromLatin1(name));
    for (const QString &name : {u"HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s})
        environment.insert(name, m_home->path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CASEBOOK_PROGRAM),
                  QStringList{u"links"_s, u"--corpus"_s, corpus.path(), u"--pause"_s, u"0"_s} + arguments);
}

Outcome TestLinksCommand::run(const Folder &corpus, const QStringList &arguments, bool allow)
{
    QProcess process;
    begin(process, corpus, allow ? arguments + QStringList{u"--allow-private"_s} : arguments);
    QSignalSpy ended(&process, &QProcess::finished);
    if (ended.isEmpty() && !ended.wait(longest))
        process.kill();
    const bool isWell = process.exitStatus() == QProcess::NormalExit;
    return {isWell ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestLinksCommand::tellsAsJson()
{
    const auto corpus = corpusOf({{u"a"_s, m_server->url(u"/fine.pdf"_s).toString()},
                                  {u"b"_s, m_server->url(u"/moved"_s).toString()},
                                  {u"c"_s, m_other->url(u"/gone"_s).toString()},
                                  {u"d"_s, m_server->url(u"/fine.pdf"_s).toString()}});
    const Outcome outcome = run(*corpus, {u"--json"_s});
    QCOMPARE(outcome.status, 1); // one is dead
    const QJsonArray links = outcome.json();
    QCOMPARE(links.size(), 4);
    QStringList lines;
    for (const QJsonValue &link : links) {
        lines.append(
            u"%1 %2 %3"_s.arg(link[u"case"_s].toString(), link[u"state"_s].toString()).arg(link[u"status"_s].toInt()));
        QVERIFY(QDateTime::fromString(link[u"checked"_s].toString(), Qt::ISODate).isValid());
    }
    QCOMPARE(lines, (QStringList{u"a fine 200"_s, u"b moved 200"_s, u"c dead 404"_s, u"d fine 200"_s}));
    QCOMPARE(links[1][u"location"_s].toString(), m_server->url(u"/fine.pdf"_s).toString());
    QCOMPARE(links[1][u"permanent"_s].toBool(), true);
    QCOMPARE(links[0][u"location"_s].toString(), QString());
    // The page that two cases cite was asked for once, and once more from where it moved.
    QCOMPARE(m_server->methods().count("HEAD"), 3);
}

void TestLinksCommand::tellsPeople()
{
    const auto corpus =
        corpusOf({{u"a"_s, m_server->url(u"/fine.pdf"_s).toString()}, {u"c"_s, m_other->url(u"/gone"_s).toString()}});
    const Outcome outcome = run(*corpus, {});
    QCOMPARE(outcome.status, 1);
    QVERIFY(!outcome.output.contains("fine.pdf")); // needs no look
    QVERIFY2(outcome.output.contains("dead") && outcome.output.contains("/gone") && outcome.output.contains("404"),
             outcome.output);
    QVERIFY2(outcome.messages.contains("Sources asked: 2"), outcome.messages);
}

void TestLinksCommand::endsWithoutFault()
{
    const auto corpus = corpusOf({{u"a"_s, m_server->url(u"/fine.pdf"_s).toString()}});
    QCOMPARE(run(*corpus, {}).status, 0);
    const auto empty = corpusOf({});
    QCOMPARE(run(*empty, {u"--json"_s}).json().size(), 0);
}

void TestLinksCommand::refusesPrivateAddresses()
{
    const auto corpus = corpusOf({{u"a"_s, m_server->url(u"/fine.pdf"_s).toString()}});
    const Outcome outcome = run(*corpus, {u"--json"_s}, false);
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()[0][u"state"_s].toString(), u"unreachable"_s);
    QVERIFY(m_server->requests().isEmpty());
}

void TestLinksCommand::asksOnlyForWhatIsSelected()
{
    const auto corpus =
        corpusOf({{u"a"_s, m_server->url(u"/fine.pdf"_s).toString()}, {u"b"_s, m_other->url(u"/gone"_s).toString()}});
    const Outcome outcome = run(*corpus, {u"--json"_s, u"--filter"_s, u"title:a"_s});
    QCOMPARE(outcome.json().size(), 1);
    QVERIFY(m_other->requests().isEmpty());
}

void TestLinksCommand::refusesWrongUsage()
{
    const auto corpus = corpusOf({});
    QCOMPARE(run(*corpus, {u"--pause"_s, u"soon"_s}).status, 2);
}

void TestLinksCommand::stopsWhenInterrupted()
{
    m_other->otherwise([](QTcpSocket &, const ScriptedServer::Request &) {}); // never answers
    const auto corpus = corpusOf(
        {{u"a"_s, m_server->url(u"/fine.pdf"_s).toString()}, {u"b"_s, m_other->url(u"/slow.pdf"_s).toString()}});
    QProcess process;
    begin(process, *corpus, {u"--json"_s, u"--allow-private"_s});
    QSignalSpy ended(&process, &QProcess::finished);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, longest);
    QTRY_COMPARE_WITH_TIMEOUT(m_other->requests().size(), 1, longest);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(!ended.isEmpty() || ended.wait(longest));
    QCOMPARE(process.exitCode(), 3);
    const QByteArray messages = process.readAllStandardError();
    QVERIFY2(messages.contains("Interrupted"), messages);
    const QJsonArray links = Outcome{3, process.readAllStandardOutput(), {}}.json();
    QVERIFY(links.size() <= 1); // the first one, if its answer had come
}

QTEST_GUILESS_MAIN(TestLinksCommand)
#include "tst_linkscommand.moc"
