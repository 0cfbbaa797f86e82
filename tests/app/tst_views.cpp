#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// Saved views on the command line.
class TestViews : public QObject {
    Q_OBJECT

private slots:
    void init();

    void selects();
    void takesAFilterToo();
    void countsAndExports();
    void namesTheViewsThereAre_data();
    void namesTheViewsThereAre();
    void validates();

private:
    Outcome run(QStringList arguments) const
    {
        return m_program.run(QStringList{u"--corpus"_s, m_folder->path()} + arguments);
    }

    Program m_program;
    std::unique_ptr<Folder> m_folder;
};

void TestViews::init()
{
    m_folder = std::make_unique<Folder>();
    m_folder->write(u"corpus.yaml"_s,
                    "roles: {group: decision}\nfields:\n  title: {}\n  decision: {type: choice, facet: true}\n"
                    "  from: {type: list, facet: true}\n  year: {type: year}\n");
    m_folder->write(u"cases/a.md"_s, "---\ntitle: A\ndecision: x\nfrom: [Go]\nyear: 2019\n---\n");
    m_folder->write(u"cases/b.md"_s, "---\ntitle: B\ndecision: x\nfrom: [Go, C]\nyear: 2021\n---\n");
    m_folder->write(u"cases/c.md"_s, "---\ntitle: C\ndecision: y\nfrom: [C]\nyear: 2020\n---\n");
    m_folder->write(u"views/go.yaml"_s, "name: From Go\nfilter: from:go\nsort: -year\n");
    m_folder->write(u"views/groups.yaml"_s, "name: By language\ngroup: from\n");
    m_folder->write(u"views/broken.yaml"_s, "name: [\n");
    m_folder->write(u"views/odd.yaml"_s, "name: Odd\nfilter: form:go\n");
}

void TestViews::selects()
{
    const Outcome outcome = run({u"list"_s, u"--view"_s, u"go"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(idsIn(outcome.json()), QStringList({u"b"_s, u"a"_s}));
    const QByteArray text = run({u"list"_s, u"--view"_s, u"groups"_s}).output;
    QVERIFY2(text.startsWith("C (2)"), text.constData()); // grouped as the view says
    QVERIFY(text.contains("Go (2)"));
    // What a view asks for and nobody understands is told, as of a filter.
    const QByteArray messages = run({u"list"_s, u"--view"_s, u"odd"_s}).messages;
    QVERIFY2(messages.contains("no field is called \"form\""), messages.constData());
}

void TestViews::takesAFilterToo()
{
    const auto ids = [this](const QString &filter) {
        return idsIn(run({u"list"_s, u"--json"_s, u"--view"_s, u"go"_s, u"--filter"_s, filter}).json());
    };
    QCOMPARE(ids(u"from:c"_s), QStringList(u"b"_s));
    QCOMPARE(ids(u"sort:year"_s), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(ids(u"year:..1990"_s), QStringList());
}

void TestViews::countsAndExports()
{
    const QByteArray facets = run({u"facets"_s, u"--view"_s, u"go"_s, u"--json"_s}).output;
    const QJsonObject decision = QJsonDocument::fromJson(facets).array().first().toObject();
    QCOMPARE(decision[u"values"_s][0][u"count"_s].toInt(), 2);
    const Outcome outcome = run({u"export"_s, u"--view"_s, u"go"_s, u"-o"_s, u"-"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(idsIn(outcome.json()), QStringList({u"b"_s, u"a"_s}));
}

void TestViews::namesTheViewsThereAre_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nearly right") << u"og"_s << QByteArray("There is no view \"og\". Did you mean go?");
    QTest::newRow("far off") << u"something-else"_s << QByteArray("Views: broken, go, groups, odd.");
    QTest::newRow("broken") << u"broken"_s << QByteArray("The view views/broken.yaml cannot be read: ");
    QTest::newRow("outside") << u"../views/go"_s << QByteArray("There is no view");
}

void TestViews::namesTheViewsThereAre()
{
    QFETCH(QString, view);
    QFETCH(QByteArray, message);
    const Outcome outcome = run({u"list"_s, u"--view"_s, view});
    QCOMPARE(outcome.status, 3);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY2(outcome.messages.contains(message), outcome.messages.constData());
}

void TestViews::validates()
{
    const Outcome outcome = run({u"validate"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("views/broken.yaml:"), outcome.output.constData());
    QVERIFY2(outcome.output.contains(
                 "views/odd.yaml:2:9: error: \"form:go\" is searched for as text: no field is called \"form\""),
             outcome.output.constData());
    QVERIFY(!outcome.output.contains("views/go.yaml"));
    QVERIFY(QFile::remove(m_folder->path(u"views/broken.yaml"_s)));
    QVERIFY(QFile::remove(m_folder->path(u"views/odd.yaml"_s)));
    QCOMPARE(run({u"validate"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
