#include "program.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(roles: {title: title, group: decision}
groups:
  - {value: migrating, label: Migrating to it}
  - {value: adopting, label: Adopting it}
fields:
  title: {type: text, required: true}
  decision: {type: choice}
)";

} // namespace

/// `casebook new`, each on a corpus of its own.
class TestNew : public QObject {
    Q_OBJECT

private slots:
    void init();
    void makesACase_data();
    void makesACase();
    void fillsTheTemplate();
    void tellsOfABrokenTemplate();
    void overwritesNothing();
    void groupsByFolder();
    void refuses_data();
    void refuses();

private:
    Outcome make(const QStringList &arguments) const
    {
        return m_program.run(QStringList{u"new"_s, u"--corpus"_s, m_folder->path()} + arguments);
    }

    Program m_program;
    std::unique_ptr<Folder> m_folder;
};

void TestNew::init()
{
    m_folder = std::make_unique<Folder>(
        QMap<QString, QByteArray>{{u"corpus.yaml"_s, description}, {u"cases/taken.md"_s, "# Taken\n"}});
}

void TestNew::makesACase_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("title") << QStringList{u"Read States: Go → Rust"_s} << u"cases/read-states-go-rust.md"_s
                           << "---\ntitle: \"Read States: Go → Rust\"\ndecision:"_ba;
    QTest::newRow("group") << QStringList{u"--group"_s, u"adopting"_s, u"One"_s} << u"cases/one.md"_s
                           << "---\ntitle: One\ndecision: adopting\n"_ba;
    QTest::newRow("as the bundled corpus calls it") << QStringList{u"One"_s, u"--decision"_s, u"migrating"_s}
                                                    << u"cases/one.md"_s << "---\ntitle: One\ndecision: migrating\n"_ba;
    QTest::newRow("by its label") << QStringList{u"One"_s, u"--group=adopting IT"_s} << u"cases/one.md"_s
                                  << "---\ntitle: One\ndecision: adopting\n"_ba;
    QTest::newRow("a name that is taken")
        << QStringList{u"Taken"_s} << u"cases/taken-2.md"_s << "---\ntitle: Taken\n"_ba;
    QTest::newRow("id") << QStringList{u"One"_s, u"--id"_s, u"tools/first"_s} << u"cases/tools/first.md"_s
                        << "---\ntitle: One\n"_ba;
}

void TestNew::makesACase()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, path);
    QFETCH(QByteArray, start);
    const Outcome outcome = make(arguments);
    QVERIFY2(outcome.status == 0, outcome.messages.constData());
    QVERIFY2(outcome.output.endsWith(QString(u'/' + path + u'\n').toUtf8()), outcome.output.constData());
    QVERIFY(outcome.output.startsWith('/'));
    QCOMPARE(outcome.messages, QByteArray());
    QVERIFY2(m_folder->read(path).startsWith(start), m_folder->read(path).constData());
}

void TestNew::fillsTheTemplate()
{
    m_folder->write(u"template.md"_s, "---\ntitle: {{title}}\ndecision:   # why?\n---\n\n## Ours: {{id}}\n");
    QCOMPARE(make({u"A: b"_s, u"--group"_s, u"adopting"_s}).status, 0);
    QCOMPARE(m_folder->read(u"cases/a-b.md"_s),
             "---\ntitle: \"A: b\"\ndecision: adopting   # why?\n---\n\n## Ours: a-b\n"_ba);
    const Outcome list = m_program.run({u"list"_s, u"--json"_s, u"--corpus"_s, m_folder->path()});
    QCOMPARE(idsIn(list.json()), (QStringList{u"a-b"_s, u"taken"_s}));
}

void TestNew::tellsOfABrokenTemplate()
{
    m_folder->write(u"template.md"_s, "---\ntitle: [\n---\n");
    const Outcome outcome = make({u"One"_s});
    QCOMPARE(outcome.status, 3);
    QVERIFY2(outcome.messages.contains("template.md"), outcome.messages.constData());
    QVERIFY(m_folder->read(u"cases/one.md"_s).isEmpty());
}

void TestNew::overwritesNothing()
{
    const Outcome outcome = make({u"One"_s, u"--id"_s, u"taken"_s});
    QCOMPARE(outcome.status, 3);
    QVERIFY2(outcome.messages.contains("exists already"), outcome.messages.constData());
    QCOMPARE(m_folder->read(u"cases/taken.md"_s), "# Taken\n"_ba);
}

void TestNew::groupsByFolder()
{
    const Folder folder({{u"tools/a.md"_s, "# A\n"}, {u"b.md"_s, "# B\n"}});
    const Outcome outcome =
        m_program.run({u"new"_s, u"--corpus"_s, folder.path(), u"--group"_s, u"tools"_s, u"My tool"_s});
    QVERIFY2(outcome.status == 0, outcome.messages.constData());
    QVERIFY(outcome.output.endsWith("/tools/my-tool.md\n"));
    const Outcome template_ = m_program.run({u"new"_s, u"--corpus"_s, folder.path(), u"Template"_s});
    QVERIFY(template_.output.endsWith("/template-2.md\n")); // template.md would be no case
}

void TestNew::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no title") << QStringList() << "new needs a TITLE"_ba;
    QTest::newRow("empty title") << QStringList{u" "_s} << "needs a title"_ba;
    QTest::newRow("two titles") << QStringList{u"One"_s, u"two"_s} << "no use for \"two\""_ba;
    QTest::newRow("unknown group") << QStringList{u"One"_s, u"--group"_s, u"adoptin"_s} << "Did you mean adopting?"_ba;
    QTest::newRow("a group like no other")
        << QStringList{u"One"_s, u"--group"_s, u"zzz"_s} << "Groups: migrating, adopting."_ba;
    QTest::newRow("bad id") << QStringList{u"One"_s, u"--id"_s, u"../one"_s} << "cannot be an id"_ba;
}

void TestNew::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const Outcome outcome = make(arguments);
    QVERIFY2(outcome.status == 2, outcome.messages.constData());
    QVERIFY2(outcome.messages.contains(message), outcome.messages.constData());
    QCOMPARE(outcome.output, QByteArray());
}

QTEST_GUILESS_MAIN(TestNew)
#include "tst_new.moc"
