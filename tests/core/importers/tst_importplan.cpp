#include "core/corpus/loader.h"
#include "core/importers/aboutaddition.h"
#include "core/importers/importplan.h"
#include "foundagain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(roles: {title: name, group: choice, organization: who, sources: pages}
groups:
  - {value: in, label: Took it up}
  - {value: out, label: Left it}
fields:
  name: {type: text, required: true}
  who: {type: text}
  choice: {type: choice}
  year: {type: year}
  pages: {type: records, fields: {title: {type: text}, url: {type: url}, year: {type: year}}}
)";

const QByteArray document = "# Took it up\n\n"
                            "## Alder, Ovens: C → Zest\n"
                            "Source: [Ovens (2020)](https://alder.example/ovens?utm_source=list)\n\n"
                            "Why\n> Heat.\n\n"
                            "# Left it\n\n"
                            "## Birch, Till\n"
                            "Sources: [Till (2021)](https://birch.example/till), [Talk](https://youtu.be/x)\n\n"
                            "No more.\n";

const QByteArray alder = "---\n"
                         "# by hand\n"
                         "name:   \"The ovens\"\n"
                         "who: Alder\n"
                         "pages:\n"
                         "  - {title: Ovens, url: \"http://www.alder.example/ovens/\"}\n"
                         "---\n";

} // namespace

class TestImportPlan : public QObject {
    Q_OBJECT

private slots:
    void init();
    void matches_data();
    void matches();
    void matchesAnExport();
    void knowsTheId();
    void knowsItselfAgain_data();
    void knowsItselfAgain();
    void tellsPartsApart();
    void comparesFields();
    void keepsWhatIsThere();
    void overwritesWhereAskedTo();
    void leavesOutWhatIsNotChosen();
    void marksWhatItMakes();
    void isUndoneAtOnce();
    void leavesBrokenFilesAlone();
    void keepsAboutApart();
    void addsToAbout_data();
    void addsToAbout();
    void worksWithoutADescription();
    void refusesAFile();
    void tellsWhereADocumentIsBroken();

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir(m_folder->path()).mkpath(u"cases"_s);
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    ImportComparison compare(const QByteArray &bytes = document) const
    {
        const Result<ImportedDocument> imported = readDocumentBytes(bytes, u"list.md"_s);
        const Result<ImportTarget> target = findTarget(m_folder->path(), *imported);
        return compareImport(*imported, *target, {u"list.md"_s, QDate(2026, 11, 20)});
    }

    PlanOutcome carryOutAll(const ImportComparison &comparison) const
    {
        return carryOut(m_folder->path(), planImport(comparison));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportPlan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"corpus.yaml"_s, description);
}

void TestImportPlan::matches_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("same");
    QTest::newRow("source, written otherwise") << alder << true;
    QTest::newRow("source, nothing else")
        << QByteArray("---\npages: [{url: \"https://alder.example/ovens\"}]\n---\n") << true;
    QTest::newRow("bare source") << QByteArray("---\npages: [\"https://alder.example/ovens\"]\n---\n") << true;
    QTest::newRow("organization and title") << QByteArray("---\nname: ovens\nwho: ALDER\n---\n") << true;
    QTest::newRow("organization alone") << QByteArray("---\nname: Stoves\nwho: Alder\n---\n") << false;
    QTest::newRow("title alone") << QByteArray("---\nname: Ovens\nwho: Cedar\n---\n") << false;
    QTest::newRow("another's case that cites it too")
        << QByteArray("---\nname: Stoves\nwho: Cedar\npages: [{url: \"https://cedar.example\"}, {url: "
                      "\"https://alder.example/ovens\"}]\n---\n")
        << false;
}

void TestImportPlan::matches()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, same);
    write(u"cases/x.md"_s, file);
    const ImportComparison comparison = compare();
    QCOMPARE(comparison.cases.size(), 2);
    QCOMPARE(comparison.cases.at(0).id == u"x", same);
    QCOMPARE(comparison.cases.at(0).state == ImportState::New, !same);
    QCOMPARE(comparison.cases.at(1).state, ImportState::New);
}

// An export has the fields of its corpus, whatever they are called.
void TestImportPlan::matchesAnExport()
{
    write(u"cases/x.md"_s, alder);
    const ImportComparison comparison =
        compare(R"([{"id": "y", "title": "Ovens, still", "fields": {"name": "Ovens, still", "who": "Alder",
                    "pages": [{"title": "Ovens", "url": "https://alder.example/ovens"}]}}])");
    QCOMPARE(comparison.cases.size(), 1);
    QCOMPARE(comparison.cases.first().id, u"x"_s);
}

// An id that another corpus uses for something else says nothing.
void TestImportPlan::knowsTheId()
{
    write(u"cases/x.md"_s, "---\nname: Stoves\nwho: Alder\n---\n");
    const QByteArray json = R"([{"id": "x", "title": "Ovens", "fields": {"name": "Ovens", "who": "%1"}}])";
    QCOMPARE(compare(QByteArray(json).replace("%1", "Alder")).cases.first().id, u"x"_s);
    QCOMPARE(compare(QByteArray(json).replace("%1", "Cedar")).cases.first().id, u"x-2"_s);
    QCOMPARE(compare(QByteArray(json).replace("\"x\"", "\"../x\"")).cases.first().id, u"ovens"_s);
    write(u"cases/x.md"_s, "---\nname: Stoves\n---\n");
    QCOMPARE(compare(QByteArray(json).replace("%1", "")).cases.first().id,
             u"x-2"_s); // two that name nobody agree in nothing
}

void TestImportPlan::knowsItselfAgain_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("cases");
    QTest::newRow("two parts of one page") << QByteArray(R"([{"title": "T", "fields": {"name": "T", "pages": [
              {"title": "One", "url": "https://e.example/a"}, {"title": "Two", "url": "https://e.example/a"},
              {"title": "Two", "url": "https://e.example/a", "year": 2020}]}}])")
                                           << 1;
    QTest::newRow("values of every type")
        << QByteArray(R"([{"title": "T", "fields": {"name": "T", "version": "1.10", "zip": "007", "truth": "true",
              "none": "null", "number": 1.5, "whole": "12", "deep": {"list": ["1.0", 2, {"a": "~"}]}}}])")
        << 1;
    QByteArray survey = "Who,Name,Source\n";
    QByteArray alike = "Name,Remarks\n";
    for (int i = 0; i < 120; ++i) {
        survey += QByteArray("Company %1,,https://e.example/survey\n").replace("%1", QByteArray::number(i));
        alike += QByteArray("\xe4\xbc\x9a,%1\n").replace("%1", QByteArray::number(i));
    }
    QTest::newRow("one page for all") << survey << 120;
    QTest::newRow("one name for all") << alike << 120;
}

void TestImportPlan::knowsItselfAgain()
{
    QFETCH(QByteArray, document);
    QVERIFY(carryOutAll(compare(document)).leftOut.isEmpty());
    const ImportComparison again = compare(document);
    QTEST(again.count(ImportState::Unchanged), "cases");
    QVERIFY(planImport(again).files.isEmpty());
}

// What differs inside of a part differs.
void TestImportPlan::tellsPartsApart()
{
    write(u"cases/x.md"_s, "---\nname: T\ndeep: {list: [1, 2], same: [\"3\"]}\n---\n");
    const auto stateOf = [this](const QByteArray &deep) {
        const QByteArray json = R"([{"title": "T", "fields": {"name": "T", "deep": %1}}])";
        return compare(QByteArray(json).replace("%1", deep)).cases.first().state;
    };
    QCOMPARE(stateOf(R"({"list": [1, 2]})"), ImportState::Unchanged);
    QCOMPARE(stateOf(R"({"list": ["1", "2"], "same": [3]})"), ImportState::Unchanged);
    QCOMPARE(stateOf(R"({"list": [1, 3]})"), ImportState::Conflict);
    QCOMPARE(stateOf(R"({"list": [1, 2, 3]})"), ImportState::Conflict);
}

void TestImportPlan::comparesFields()
{
    write(u"cases/x.md"_s, alder);
    const ImportComparison comparison = compare();
    QStringList states;
    for (const FieldComparison &field : comparison.cases.at(0).fields)
        states.append(u"%1: %2"_s.arg(field.label).arg(static_cast<int>(field.state)));
    // The schema has no fields for what was left and taken up: they stand in the text.
    QCOMPARE(states,
             QStringList({u"Name: 3"_s, u"Who: 2"_s, u"Choice: 0"_s, u"Year: 0"_s, u"Pages 1, Title: 2"_s,
                          u"Pages 1, Year: 0"_s, u"Text: 0"_s}));
    QCOMPARE(comparison.cases.at(0).state, ImportState::Conflict);
    QVERIFY(comparison.cases.at(0).body.startsWith(u"- From: C\n- To: Zest\n\n## Why"));
    QVERIFY(comparison.unknownGroups.isEmpty());
}

void TestImportPlan::keepsWhatIsThere()
{
    write(u"cases/x.md"_s, alder);
    const PlanOutcome outcome = carryOutAll(compare());
    QVERIFY(outcome.leftOut.isEmpty());
    const QByteArray bytes = read(u"cases/x.md"_s);
    QVERIFY2(bytes.startsWith("---\n# by hand\nname:   \"The ovens\"\nwho: Alder\nchoice: in\nyear: 2020\n"),
             bytes.constData());
    QVERIFY(bytes.contains("{title: Ovens, url: \"http://www.alder.example/ovens/\", year: 2020}"));
    QVERIFY(bytes.contains("list.md"));
    QVERIFY(bytes.endsWith("---\n\n- From: C\n- To: Zest\n\n## Why\n\n> Heat.\n"));
    QVERIFY(planImport(compare()).files.isEmpty());
}

void TestImportPlan::overwritesWhereAskedTo()
{
    write(u"cases/x.md"_s, alder);
    ImportComparison comparison = compare();
    for (FieldComparison &field : comparison.cases[0].fields)
        field.chosen = field.state == ImportState::Conflict;
    carryOutAll(comparison);
    QVERIFY(read(u"cases/x.md"_s).startsWith("---\n# by hand\nname:   \"Ovens\"\nwho: Alder\npages:"));
}

void TestImportPlan::leavesOutWhatIsNotChosen()
{
    ImportComparison comparison = compare();
    comparison.cases[0].chosen = false;
    const Plan plan = planImport(comparison);
    QCOMPARE(plan.files.size(), 1);
    QCOMPARE(plan.files.first().step.path, u"cases/birch-till.md"_s);
}

void TestImportPlan::marksWhatItMakes()
{
    carryOutAll(compare());
    const Result<Corpus> corpus = loadCorpus(m_folder->path());
    QVERIFY(corpus);
    QCOMPARE(corpus->size(), 2);
    QVERIFY2(corpus->allProblems().isEmpty(), qPrintable(corpus->allProblems().value(0).problem.message));
    const CaseStudyPtr birch = corpus->find(u"birch-till"_s);
    QVERIFY(birch);
    QCOMPARE(birch->fields[u"imported"][u"from"].toText(), u"list.md"_s);
    QCOMPARE(birch->fields[u"imported"][u"date"].toText(), u"2026-11-20"_s);
    QCOMPARE(birch->fields[u"choice"].toText(), u"out"_s);
    QCOMPARE(sourcesOf(*birch, corpus->schema()).size(), 2);
}

void TestImportPlan::isUndoneAtOnce()
{
    write(u"cases/x.md"_s, alder);
    const PlanOutcome outcome = carryOutAll(compare());
    QCOMPARE(outcome.done, 2);
    QVERIFY(outcome.undo.name.contains(u"list.md"));
    // What was made goes to the desktop's trash, which tests leave alone.
    Operation undo = outcome.undo;
    undo.steps.removeIf([](const FileStep &step) { return step.kind != FileStep::Kind::Write; });
    QVERIFY(performOperation(m_folder->path(), undo));
    QCOMPARE(read(u"cases/x.md"_s), alder);
}

void TestImportPlan::leavesBrokenFilesAlone()
{
    write(u"cases/alder-ovens.md"_s, "---\nname: [\n---\n");
    const ImportComparison comparison = compare();
    QCOMPARE(comparison.cases.at(0).id, u"alder-ovens-2"_s);
}

void TestImportPlan::keepsAboutApart()
{
    const QByteArray bytes = "# List\n\nAn introduction.\n\n" + document;
    const AboutComparison made = compare(bytes).about;
    QCOMPARE(made.state, ImportState::New);
    QCOMPARE(made.after, QByteArray("# List\n\nAn introduction.\n"));
    QVERIFY(made.chosen);

    write(u"about.md"_s, "Ours.\n");
    ImportComparison comparison = compare(bytes);
    QCOMPARE(comparison.about.state, ImportState::Changed);
    carryOutAll(comparison);
    QCOMPARE(read(u"about.md"_s), QByteArray("Ours.\n")); // nobody asked for it
    comparison.about.chosen = true;
    carryOutAll(comparison);
    QCOMPARE(read(u"about.md"_s), QByteArray("Ours.\n\n# List\n\nAn introduction.\n"));
    QCOMPARE(compare(bytes).about.state, ImportState::Unchanged);

    QFile::remove(m_folder->filePath(u"about.md"_s));
    QVERIFY(QFile::link(u"/etc/passwd"_s, m_folder->filePath(u"about.md"_s)));
    QVERIFY(!compare(bytes).about.reason.isEmpty());
}

void TestImportPlan::addsToAbout_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("addition");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing there") << QByteArray() << u"One.\n\nTwo."_s << QByteArray("One.\n\nTwo.\n");
    QTest::newRow("no line end") << QByteArray("Ours.") << u"One."_s << QByteArray("Ours.\n\nOne.\n");
    QTest::newRow("blank lines") << QByteArray("Ours.\n\n\n") << u"One."_s << QByteArray("Ours.\n\n\nOne.\n");
    QTest::newRow("Windows") << QByteArray("Ours.\r\n") << u"- One\n- Two"_s
                             << QByteArray("Ours.\r\n\r\n- One\r\n- Two\r\n");
    QTest::newRow("there already") << QByteArray("# A  \n\nOne.\nMore.\n") << u"# A\n\nOne.\nMore."_s
                                   << QByteArray("# A  \n\nOne.\nMore.\n");
    QTest::newRow("behind what it follows") << QByteArray("# A\n\nOne.\n\n# Ours\n\nX.\n") << u"# A\n\nOne.\n\nTwo."_s
                                            << QByteArray("# A\n\nOne.\n\nTwo.\n\n# Ours\n\nX.\n");
    QTest::newRow("before what follows") << QByteArray("X.\n\n# A\nOne.\n") << u"New.\n\n# A\n\nOne."_s
                                         << QByteArray("X.\n\nNew.\n\n# A\nOne.\n");
    QTest::newRow("between lines without a blank one")
        << QByteArray("# A\nX.\n") << u"# A\n\nOne."_s << QByteArray("# A\n\nOne.\n\nX.\n");
    QTest::newRow("a part of a paragraph is another one")
        << QByteArray("One. Two.\n") << u"One."_s << QByteArray("One. Two.\n\nOne.\n");
    QTest::newRow("code") << QByteArray("X.\n") << u"```\na\n\nb\n```"_s << QByteArray("X.\n\n```\na\n\nb\n```\n");
    QTest::newRow("nothing to add") << QByteArray("X.\n") << QString() << QByteArray("X.\n");
    QTest::newRow("bytes that are no text") << QByteArray("X\xff\n") << u"é"_s << QByteArray("X\xff\n\n\xc3\xa9\n");
}

void TestImportPlan::addsToAbout()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, addition);
    const QByteArray result = withAddition(text, addition);
    QTEST(result, "expected");
    QCOMPARE(withAddition(result, addition), result);
}

void TestImportPlan::worksWithoutADescription()
{
    QFile::remove(m_folder->filePath(u"corpus.yaml"_s));
    write(u"note.md"_s, "---\ntitle: A note\nstatus: open\n---\n\nText\n");
    QVERIFY(carryOutAll(compare()).leftOut.isEmpty());
    QVERIFY(planImport(compare()).files.isEmpty());
    QVERIFY(loadCorpus(m_folder->path())->size() == 3);
}

void TestImportPlan::refusesAFile()
{
    const Result<ImportTarget> target = findTarget(m_folder->filePath(u"corpus.yaml"_s), {});
    QVERIFY(!target);
}

void TestImportPlan::tellsWhereADocumentIsBroken()
{
    const auto document = readDocumentBytes("[{\"fields\": {}},\n{\"fields\"\n", u"x.json"_s);
    QVERIFY(!document);
    QVERIFY2(document.error().message.startsWith(u"x.json, line "), qPrintable(document.error().message));
}

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
