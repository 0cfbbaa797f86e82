#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// Runs `casebook similar`.
class TestSimilarCommand : public QObject {
    Q_OBJECT

private slots:
    void printsCasesWithReasons();
    void printsTheSameAsJson();
    void nothingInCommon();
    void refusals_data();
    void refusals();

private:
    Outcome run(const QString &corpus, const QStringList &arguments) const
    {
        return m_program.run(QStringList{u"--corpus"_s, corpus, u"similar"_s} + arguments);
    }

    Program m_program;
};

void TestSimilarCommand::printsCasesWithReasons()
{
    const Outcome outcome = run(bundledFolder(), {u"discord-read-states"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.messages, QByteArray());
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 20); // ten cases, and the reasons for each
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(lines.at(i).startsWith("    "), i % 2 == 1);
    QVERIFY2(outcome.output.contains("From: Go"), outcome.output.constData());
    QVERIFY(!outcome.output.startsWith("discord-read-states "));
}

void TestSimilarCommand::printsTheSameAsJson()
{
    const QJsonArray cases = run(bundledFolder(), {u"discord-read-states"_s, u"--json"_s}).json();
    const QList<QByteArray> lines = run(bundledFolder(), {u"discord-read-states"_s}).output.split('\n');
    QCOMPARE(cases.size(), 10);
    double before = 1;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const QJsonObject one = cases.at(i).toObject();
        QVERIFY(lines.at(2 * i).startsWith(QByteArray(one[u"id"_s].toString().toUtf8() + "  ")));
        QVERIFY(!one[u"title"_s].toString().isEmpty());
        QVERIFY(one[u"score"_s].toDouble() > 0 && one[u"score"_s].toDouble() <= before);
        before = one[u"score"_s].toDouble();
        const QJsonArray reasons = one[u"reasons"_s].toArray();
        QVERIFY(!reasons.isEmpty());
        for (const QJsonValue &reason : reasons) {
            const QString kind = reason[u"kind"_s].toString();
            QCOMPARE(kind == u"field", !reason[u"field"_s].toString().isEmpty());
            QCOMPARE(kind == u"related", reason[u"values"_s].toArray().isEmpty());
        }
    }
}

void TestSimilarCommand::nothingInCommon()
{
    const Folder corpus({{u"one.md"_s, "# Alpha\n"}, {u"two.md"_s, "# Omega\n"}});
    const Outcome text = run(corpus.path(), {u"one"_s});
    QCOMPARE(text.status, 0);
    QCOMPARE(text.output, QByteArray());
    QVERIFY(text.messages.contains("one"));
    const Outcome json = run(corpus.path(), {u"one"_s, u"--json"_s});
    QCOMPARE(json.output, QByteArray("[]\n"));
    QCOMPARE(json.messages, QByteArray());
}

void TestSimilarCommand::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no case") << QStringList{} << 2 << QByteArray("similar needs the ID of a case");
    QTest::newRow("two cases") << QStringList{u"yjit"_s, u"yjit"_s} << 2 << QByteArray("similar has no use for");
    QTest::newRow("unknown case") << QStringList{u"discord-read-state"_s} << 3 << QByteArray("discord-read-states");
    QTest::newRow("unknown option") << QStringList{u"yjit"_s, u"--tsv"_s} << 2
                                    << QByteArray("There is no option --tsv");
}

void TestSimilarCommand::refusals()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(bundledFolder(), arguments);
    QTEST(outcome.status, "status");
    QFETCH(QByteArray, message);
    QVERIFY2(outcome.messages.contains(message), outcome.messages.constData());
    QCOMPARE(outcome.output, QByteArray());
}

QTEST_GUILESS_MAIN(TestSimilarCommand)
#include "tst_similarcommand.moc"
