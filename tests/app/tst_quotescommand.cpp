#include "core/sources/archivestore.h"
#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Runs `casebook quotes`.
class TestQuotesCommand : public QObject {
    Q_OBJECT

private slots:
    void init();
    void nowhereToLook();
    void tellsWhatWasSeen();
    void tellsTheSameAsJson();
    void allFound();

private:
    void write(const QString &path, const QByteArray &bytes) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(path).path()));
        QFile file(m_folder->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void keep() const
    {
        Snapshot look;
        look.url = u"https://blog.test/queue"_s;
        look.taken = QDateTime::fromString(u"2026-11-20T08:30:00Z"_s, Qt::ISODate);
        look.status = 200;
        look.type = u"text/plain"_s;
        QVERIFY(keepSnapshot(m_folder->path(), look,
                             "Every evening the queue stood still for two seconds, and the drivers waited.\n"));
    }
    Outcome run(const QStringList &arguments = {}) const
    {
        return m_program.run(QStringList{u"--corpus"_s, m_folder->path(), u"quotes"_s} + arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Program m_program;
};

void TestQuotesCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"corpus.yaml"_s,
          "name: Small\nroles: {title: title, claims: claims, sources: sources}\n"
          "fields:\n  title: {type: text}\n"
          "  claims: {type: records, fields: {text: {type: text}, source: {type: number}}}\n"
          "  sources: {type: records, fields: {title: {type: text}, url: {type: url}}}\n");
    write(u"cases/one.md"_s,
          "---\ntitle: One\n"
          "claims: [{text: Drivers waited as the queue stood still each evening, source: 1}]\n"
          "sources: [{title: Queue, url: https://blog.test/queue}]\n---\n\n"
          "> the queue stood still for ten seconds\n\nand\n\n> nothing of this was ever written\n");
    write(u"cases/two.md"_s,
          "---\ntitle: Two\nsources: [{title: Queue, url: https://blog.test/queue}]\n---\n"
          "> Every evening the queue stood still [...] and the drivers waited.\n");
}

void TestQuotesCommand::nowhereToLook()
{
    const Outcome outcome = run();
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY2(outcome.messages.contains("No snapshots are kept"), outcome.messages.constData());
    QCOMPARE(run({u"--json"_s}).json(), QJsonArray());
}

void TestQuotesCommand::tellsWhatWasSeen()
{
    keep();
    const Outcome outcome = run({u"--filter"_s, u"title:One"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("quote in line 7: found with changes"), outcome.output.constData());
    QVERIFY2(outcome.output.contains("Instead of “ten” the page has “two”."), outcome.output.constData());
    QVERIFY2(outcome.output.contains("quote in line 11: not found"), outcome.output.constData());
    QVERIFY2(outcome.output.contains("claim 1: passage found"), outcome.output.constData());
    QVERIFY2(outcome.messages.contains("Quotes: found 0, found with changes 1, not found 1"),
             outcome.messages.constData());
}

void TestQuotesCommand::tellsTheSameAsJson()
{
    keep();
    const Outcome outcome = run({u"--json"_s});
    QCOMPARE(outcome.status, 1);
    const QJsonArray all = outcome.json();
    QCOMPARE(all.size(), 4);
    const QJsonObject changed = all.at(1).toObject();
    QCOMPARE(changed[u"state"_s].toString(), u"changed"_s);
    QCOMPARE(changed[u"line"_s].toInt(), 7);
    QCOMPARE(changed[u"passage"_s][u"text"_s].toString(), u"the queue stood still for two seconds"_s);
    QCOMPARE(changed[u"passage"_s][u"start"_s].toInt(), 14);
    QCOMPARE(changed[u"changes"_s][0][u"seen"_s].toString(), u"two"_s);
    QCOMPARE(all.at(2)[u"state"_s].toString(), u"not-found"_s);
    QCOMPARE(all.at(3)[u"case"_s].toString(), u"two"_s);
    QCOMPARE(all.at(3)[u"parts"_s].toArray().size(), 2);
}

void TestQuotesCommand::allFound()
{
    keep();
    QCOMPARE(run({u"--filter"_s, u"title:Two"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestQuotesCommand)
#include "tst_quotescommand.moc"
