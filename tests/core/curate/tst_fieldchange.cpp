#include "core/curate/fieldchange.h"
#include "tests/core/curate/curatefolder.h"

#include <QTest>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

using Kind = FieldChange::Kind;

namespace {

Field field(const QString &id, FieldType type)
{
    Field made;
    made.id = id;
    made.type = type;
    return made;
}

Schema testSchema()
{
    Schema schema;
    schema.fields = {field(u"title"_s, FieldType::Text), field(u"year"_s, FieldType::Year),
                     field(u"project"_s, FieldType::Text), field(u"tags"_s, FieldType::List),
                     field(u"sources"_s, FieldType::Records)};
    schema.fields.last().fields = {field(u"title"_s, FieldType::Text), field(u"url"_s, FieldType::Url),
                                   field(u"year"_s, FieldType::Year)};
    return schema;
}

FieldChange change(Kind kind, const QString &path, const QString &text = {})
{
    return {kind, FieldPath::parse(path).value_or(FieldPath()), text};
}

QByteArray fenced(const QByteArray &frontMatter)
{
    return "---\n" + frontMatter + "---\n\nBody.\n";
}

} // namespace

class TestFieldChange : public QObject {
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void changesNothingTheSecondTime_data() { changes_data(); }
    void changesNothingTheSecondTime();
    void refuses_data();
    void refuses();
    void oneAfterTheOther();
    void findsFields_data();
    void findsFields();
    void plans();
    void planIsCancelled();
};

void TestFieldChange::changes_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, Kind kind, const QString &path, const QString &text, const QByteArray &before,
                        const QByteArray &after) {
        QTest::newRow(name) << static_cast<int>(kind) << path << text << fenced(before) << fenced(after);
    };
    row("a year is a number", Kind::Set, u"year"_s, u"2021"_s, "year: 2020 # of it\n", "year: 2021 # of it\n");
    row("a text that looks like a number", Kind::Set, u"title"_s, u"2021"_s, "title: a\n", "title: \"2021\"\n");
    row("a key that no schema knows", Kind::Set, u"stars"_s, u"5"_s, "title: a\n", "title: a\nstars: 5\n");
    row("a part of a record", Kind::Set, u"sources[1].year"_s, u"2021"_s,
        "sources:\n  - {title: a, year: 2019}\n  - {title: b, year: 2020}\n",
        "sources:\n  - {title: a, year: 2019}\n  - {title: b, year: 2021}\n");
    row("an item of a list", Kind::Set, u"tags[1]"_s, u"2020"_s, "tags: [a, b]\n", "tags: [a, \"2020\"]\n");
    row("a whole list", Kind::Set, u"tags"_s, u"a, c"_s, "tags: [a, b]\n", "tags: [a, c]\n");
    row("a new field in its place", Kind::Set, u"year"_s, u"2021"_s, "title: a\nproject: p\n",
        "title: a\nyear: 2021\nproject: p\n");
    row("remove", Kind::Remove, u"project"_s, {}, "title: a\nproject: p # gone\nyear: 2020\n",
        "title: a\nyear: 2020\n");
    row("remove what is not there", Kind::Remove, u"project"_s, {}, "title: a\n", "title: a\n");
    row("add", Kind::AddToList, u"tags"_s, u"c"_s, "tags: [a, b]\n", "tags: [a, b, c]\n");
    row("add to a block", Kind::AddToList, u"tags"_s, u"c"_s, "tags:\n- a\n- b\nyear: 2020\n",
        "tags:\n- a\n- b\n- c\nyear: 2020\n");
    row("add several, of which one is there", Kind::AddToList, u"tags"_s, u"b, c, d"_s, "tags: [a, b]\n",
        "tags: [a, b, c, d]\n");
    row("add what is there", Kind::AddToList, u"tags"_s, u"a"_s, "tags: [a, b]\n", "tags: [a, b]\n");
    row("add to numbers", Kind::AddToList, u"tags"_s, u"3"_s, "tags: [1, 2]\n", "tags: [1, 2, 3]\n");
    row("add a number that is there as a text", Kind::AddToList, u"tags"_s, u"2020"_s, "tags: [\"2020\"]\n",
        "tags: [\"2020\"]\n");
    row("add to an empty list", Kind::AddToList, u"tags"_s, u"a"_s, "tags: []\n", "tags: [a]\n");
    row("add where there is none", Kind::AddToList, u"tags"_s, u"a"_s, "title: t\ntopics: [x]\n",
        "title: t\ntags: [a]\ntopics: [x]\n");
    row("add to a single value", Kind::AddToList, u"tags"_s, u"b"_s, "tags: a\n", "tags: [a, b]\n");
    row("add to a list that no schema knows", Kind::AddToList, u"more"_s, u"b"_s, "more: [a]\n", "more: [a, b]\n");
    row("take out", Kind::RemoveFromList, u"tags"_s, u"b"_s, "tags: [a, b, c]\n", "tags: [a, c]\n");
    row("take out of a block", Kind::RemoveFromList, u"tags"_s, u"b"_s, "tags:\n  - a\n  - b # two\n  - c\n",
        "tags:\n  - a\n  - c\n");
    row("take out several", Kind::RemoveFromList, u"tags"_s, u"c, a"_s, "tags: [a, b, c]\n", "tags: [b]\n");
    row("take out wherever it stands", Kind::RemoveFromList, u"tags"_s, u"a"_s, "tags: [a, b, a]\n", "tags: [b]\n");
    row("take out the last", Kind::RemoveFromList, u"tags"_s, u"a"_s, "tags: [a]\n", "tags: []\n");
    row("take out what is not there", Kind::RemoveFromList, u"tags"_s, u"z"_s, "tags: [a]\n", "tags: [a]\n");
    row("take out where there is none", Kind::RemoveFromList, u"tags"_s, u"z"_s, "title: t\n", "title: t\n");
    row("take out a single value", Kind::RemoveFromList, u"tags"_s, u"a"_s, "title: t\ntags: a\n", "title: t\n");
}

void TestFieldChange::changes()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto changed =
        applyChanges(Document::parse(before), {change(static_cast<Kind>(kind), path, text)}, testSchema());
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(*changed, after);
}

void TestFieldChange::changesNothingTheSecondTime()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QByteArray, after);
    const auto again =
        applyChanges(Document::parse(after), {change(static_cast<Kind>(kind), path, text)}, testSchema());
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(*again, after);
}

void TestFieldChange::refuses_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const QByteArray bytes = fenced("title: a\nyear: 2020\nsources:\n  - title: s\n");
    const auto row = [](const char *name, Kind kind, const QString &path, const QString &text, const QByteArray &given,
                        const QString &message) {
        QTest::newRow(name) << static_cast<int>(kind) << path << text << given << message;
    };
    row("no year", Kind::Set, u"year"_s, u"soon"_s, bytes, u"not a year"_s);
    row("a record as a text", Kind::Set, u"sources"_s, u"x"_s, bytes, u"sources[0].title"_s);
    row("add to a year", Kind::AddToList, u"year"_s, u"2021"_s, bytes, u"year is no list"_s);
    row("add to records", Kind::AddToList, u"sources"_s, u"x"_s, bytes, u"sources[0].title"_s);
    row("take out of a text", Kind::RemoveFromList, u"title"_s, u"a"_s, bytes, u"title is no list"_s);
    row("add to a map", Kind::AddToList, u"more"_s, u"a"_s, fenced("more: {a: b}\n"), u"more is no list"_s);
    row("no such source", Kind::Set, u"sources[4].title"_s, u"x"_s, bytes, u"sources"_s);
    row("broken", Kind::Set, u"title"_s, u"x"_s, fenced("title: [a\n"), u"cannot be read"_s);
    row("broken, and nothing to take out", Kind::RemoveFromList, u"tags"_s, u"x"_s, fenced("title: [a\n"),
        u"cannot be read"_s);
    row("a key twice", Kind::Set, u"title"_s, u"x"_s, fenced("title: a\ntitle: b\n"), u"title"_s);
    row("TOML", Kind::Set, u"title"_s, u"x"_s, "+++\ntitle = \"a\"\n+++\n", u"TOML"_s);
    row("no field", Kind::Set, QString(), u"x"_s, bytes, u"needs a field"_s);
}

void TestFieldChange::refuses()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const auto changed = applyChanges(
        Document::parse(bytes), {change(Kind::Set, u"project"_s, u"p"_s), change(static_cast<Kind>(kind), path, text)},
        testSchema());
    QVERIFY2(!changed, changed ? changed->constData() : "");
    QVERIFY2(changed.error().message.contains(message), qPrintable(changed.error().message));
}

void TestFieldChange::oneAfterTheOther()
{
    const auto changed =
        applyChanges(Document::parse(fenced("tags: [a, b, c]\n")),
                     {change(Kind::RemoveFromList, u"tags"_s, u"a"_s), change(Kind::AddToList, u"tags"_s, u"d"_s),
                      change(Kind::RemoveFromList, u"tags"_s, u"b"_s), change(Kind::Set, u"tags[0]"_s, u"C"_s),
                      change(Kind::Set, u"year"_s, u"2021"_s)},
                     testSchema());
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(*changed, fenced("year: 2021\ntags: [C, d]\n"));
}

void TestFieldChange::findsFields_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found"); // "": none
    QTest::newRow("field") << u"year"_s << u"year"_s;
    QTest::newRow("part") << u"sources[2].url"_s << u"url"_s;
    QTest::newRow("item") << u"tags[0]"_s << u"tags"_s;
    QTest::newRow("records") << u"sources[0]"_s << u"sources"_s;
    QTest::newRow("unknown") << u"stars"_s << QString();
    QTest::newRow("unknown part") << u"sources[0].stars"_s << QString();
}

void TestFieldChange::findsFields()
{
    QFETCH(QString, path);
    QFETCH(QString, found);
    const Schema schema = testSchema();
    const Field *known = fieldAt(schema, FieldPath::parse(path).value_or(FieldPath()));
    QCOMPARE(known ? known->id : QString(), found);
}

void TestFieldChange::plans()
{
    const CurateFolder folder;
    folder.write(u"a.md"_s, fenced("year: 2019\n"));
    folder.write(u"b.md"_s, fenced("year: 2021\n"));
    folder.write(u"broken.md"_s, fenced("year: [\n"));
    folder.write(u"locked.md"_s, fenced("year: 2019\n"));
    ::chmod(qPrintable(folder.path(u"locked.md"_s)), 0444);
    const QStringList before = folder.state();
    CorpusLayout layout;
    layout.root = folder.root();
    QList<int> told;
    const Plan plan =
        planChanges(layout, testSchema(), {u"a.md"_s, u"b.md"_s, u"broken.md"_s, u"locked.md"_s, u"gone.md"_s},
                    {change(Kind::Set, u"year"_s, u"2021"_s)}, [&](int done, int) {
                        told.append(done);
                        return true;
                    });
    QCOMPARE(folder.state(), before); // only planned
    QCOMPARE(told, (QList<int>{1, 2, 3, 4, 5}));
    QCOMPARE(plan.files.size(), 1);
    QCOMPARE(plan.files.at(0).step.path, u"a.md"_s);
    QCOMPARE(plan.files.at(0).before, fenced("year: 2019\n"));
    QCOMPARE(plan.files.at(0).after, fenced("year: 2021\n"));
    QCOMPARE(plan.same, QStringList{u"b.md"_s});
    QStringList leftOut;
    for (const LeftOutFile &file : plan.leftOut)
        leftOut.append(file.path);
    QCOMPARE(leftOut, (QStringList{u"broken.md"_s, u"locked.md"_s, u"gone.md"_s}));
    QVERIFY(plan.leftOut.at(1).reason.contains(u"read-only"_s));
    const PlanOutcome outcome = carryOut(folder.root(), plan);
    QCOMPARE(outcome.done, 1);
    QCOMPARE(folder.read(u"a.md"_s), fenced("year: 2021\n"));
}

void TestFieldChange::planIsCancelled()
{
    const CurateFolder folder;
    CorpusLayout layout;
    layout.root = folder.root();
    const Plan plan = planChanges(layout, testSchema(), {u"a.md"_s, u"b.md"_s}, {}, [](int, int) { return false; });
    QVERIFY(plan.cancelled);
}

QTEST_GUILESS_MAIN(TestFieldChange)
#include "tst_fieldchange.moc"
