#include "core/sources/archive.h"
#include "tests/app/program.h"
#include "tests/support/scriptedserver.h"

#include <QJsonObject>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// A server with pages, on a thread of its own: the test itself waits for the program.
class Pages : public QThread {
public:
    Pages()
    {
        start();
        m_ready.acquire();
    }
    ~Pages() override
    {
        quit();
        wait();
    }
    QString at(const QString &path) const { return m_base + path; }

protected:
    void run() override
    {
        ScriptedServer server;
        server.on("/good", htmlAnswer(200, "<title>Good</title><p>Some text.</p>"));
        server.on("/gone", htmlAnswer(410, "Gone"));
        m_base = server.url(u"/"_s).toString().chopped(1);
        m_ready.release();
        exec();
    }

private:
    QSemaphore m_ready;
    QString m_base;
};

QByteArray caseWith(const QStringList &urls)
{
    QByteArray text = "---\ntitle: A\nsources:\n";
    for (const QString &url : urls)
        text += "  - url: " + url.toUtf8() + '\n';
    return text + "---\nText.\n";
}

const QByteArray description = "name: Small\n"
                               "roles: {title: title, sources: sources}\n"
                               "fields:\n"
                               "  title: {type: text}\n"
                               "  sources: {type: records, fields: {url: {type: url}}}\n";

} // namespace

class TestArchiveCommand : public QObject {
    Q_OBJECT

private slots:
    void keepsCopies();
    void refusesPrivateAddressesUnlessAllowed();
    void hasNothingToDo();
};

void TestArchiveCommand::keepsCopies()
{
    const Pages pages;
    const Program program;
    const Folder folder({{u"cases/a.md"_s, caseWith({pages.at(u"/good"_s), pages.at(u"/gone"_s), u"mailto:a@b.c"_s})},
                         {u"cases/b.md"_s, caseWith({pages.at(u"/good"_s)})},
                         {u"corpus.yaml"_s, description}});
    const QStringList command{u"archive"_s, u"--corpus"_s, folder.path(), u"--allow-private"_s, u"--json"_s};
    const Outcome first = program.run(command);
    QVERIFY2(first.status == 1, first.messages.constData()); // one is gone
    QCOMPARE(first.json().size(), 3);
    QStringList states;
    for (const QJsonValue &entry : first.json())
        states.append(entry[u"case"].toString() + u' ' + entry[u"state"].toString());
    states.sort();
    QCOMPARE(states, QStringList({u"a kept"_s, u"a refused"_s, u"b kept"_s}));
    QVERIFY(first.messages.contains("410"));

    const Archive archive = Archive::read(folder.path());
    QCOMPARE(archive.snapshots().size(), 1);
    QVERIFY(snapshotBytes(folder.path(), archive.snapshots().first()).value_or(QByteArray()).contains("Some text."));
    QCOMPARE(first.json().at(0)[u"path"].toString(), archive.snapshots().first().path);

    const Outcome again = program.run({u"archive"_s, u"--corpus"_s, folder.path(), u"--allow-private"_s});
    QVERIFY2(again.output.contains("\tunchanged\t"), again.output.constData());
    const Outcome missing =
        program.run({u"archive"_s, u"--corpus"_s, folder.path(), u"--allow-private"_s, u"--missing"_s, u"--json"_s});
    QCOMPARE(missing.json().size(), 1);
}

void TestArchiveCommand::refusesPrivateAddressesUnlessAllowed()
{
    const Pages pages;
    const Program program;
    const Folder folder({{u"cases/a.md"_s, caseWith({pages.at(u"/good"_s)})}, {u"corpus.yaml"_s, description}});
    const Outcome outcome = program.run({u"archive"_s, u"--corpus"_s, folder.path()});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(Archive::read(folder.path()).isEmpty());
}

void TestArchiveCommand::hasNothingToDo()
{
    const Program program;
    const Folder folder({{u"cases/a.md"_s, caseWith({})}, {u"corpus.yaml"_s, description}});
    const Outcome outcome = program.run({u"archive"_s, u"--corpus"_s, folder.path(), u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.json().isEmpty());
    QVERIFY(!folder.names().contains(u"archive"_s));
}

QTEST_GUILESS_MAIN(TestArchiveCommand)
#include "tst_archivecommand.moc"
