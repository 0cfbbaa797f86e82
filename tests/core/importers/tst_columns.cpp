#include "core/importers/columntarget.h"
#include "core/importers/documentaddress.h"
#include "core/importers/documentdownload.h"
#include "core/importers/importer.h"
#include "core/importers/importplan.h"
#include "core/importers/importpreparation.h"

#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray table = "Company;Was built;Headcount;Status;Where to read;Old stack;Remarks\n"
                         "Alder;Ovens;12;In use;https://alder.example/a https://alder.example/b;C/Perl;hot\n"
                         "Birch;Till;;Gone;https://birch.example;;\n";

Schema schemaOf()
{
    Schema schema;
    const auto add = [&schema](const QString &id, const QString &label, FieldType type) {
        Field field;
        field.id = id;
        field.label = label;
        field.type = type;
        schema.fields.append(field);
    };
    add(u"name"_s, u"Was built"_s, FieldType::Text);
    add(u"who"_s, u"Organization"_s, FieldType::Text);
    add(u"left"_s, u"Old stack"_s, FieldType::List);
    add(u"state"_s, u"Status"_s, FieldType::Choice);
    schema.fields.last().vocabulary = {{u"live"_s, u"In use"_s, {}}, {u"gone"_s, u"Gone"_s, {}}};
    add(u"people"_s, u"Headcount"_s, FieldType::Number);
    add(u"pages"_s, u"Pages"_s, FieldType::Records);
    for (const QString &part : {u"title"_s, u"link"_s}) {
        Field field;
        field.id = part;
        field.label = labelFromId(part);
        schema.fields.last().fields.append(field);
    }
    schema.setRole(u"title"_s, u"name"_s);
    schema.setRole(u"organization"_s, u"who"_s);
    schema.setRole(u"from"_s, u"left"_s);
    schema.setRole(u"sources"_s, u"pages"_s);
    schema.setRole(u"sources.url"_s, u"link"_s);
    return schema;
}

QStringList targetsOf(const ImportedDocument &document)
{
    QStringList targets;
    for (const ImportedColumn &column : document.columns)
        targets.append(column.target);
    return targets;
}

FetchAnswer answer(int status, const QByteArray &type = "text/csv", const QByteArray &body = table)
{
    FetchAnswer made;
    made.status = status;
    made.url = QUrl(u"https://lists.example/raw/list"_s);
    made.headers = {{"content-type", type}};
    made.body = body;
    return made;
}

} // namespace

/// What becomes of a table's columns, and of what was fetched.
class TestColumns : public QObject {
    Q_OBJECT

private slots:
    void knowsHeaders_data();
    void knowsHeaders();
    void fitsTheCorpus();
    void understandsPeople_data();
    void understandsPeople();
    void refusesWhatIsNotThere();
    void preparesForTheCorpus();
    void makesACorpusOfATable();
    void findsTheDocumentBehindAPage_data();
    void findsTheDocumentBehindAPage();
    void takesDocuments_data();
    void takesDocuments();
    void readsAPage();
    void tellsWhyThereIsNone_data();
    void tellsWhyThereIsNone();

private:
    static Result<PreparedImport> prepare(const QByteArray &bytes, const QStringList &assignments = {})
    {
        ImportTarget target;
        target.layout.root = u"/nowhere"_s;
        target.layout.caseFolder = u"cases/"_s;
        target.schema = schemaOf();
        return prepareImport({{bytes, u"list.csv"_s, u"list.csv"_s}, {}, {}, {}, assignments},
                             [target](const ImportedDocument &) { return target; });
    }
};

void TestColumns::knowsHeaders_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as it is") << u"organization"_s << u"organization"_s;
    QTest::newRow("British") << u"Organisation"_s << u"organization"_s;
    QTest::newRow("case and blanks") << u"  COMPANY name "_s << u"organization"_s;
    QTest::newRow("underlines") << u"migrated_from"_s << u"from"_s;
    QTest::newRow("colon") << u"Year:"_s << u"year"_s;
    QTest::newRow("a path") << u"sources.url"_s << u"sources.url"_s;
    QTest::newRow("address") << u"Website"_s << u"sources.url"_s;
    QTest::newRow("text") << u"Use case"_s << u"body"_s;
    QTest::newRow("topic") << u"Sector"_s << u"topic"_s;
    QTest::newRow("two words for it") << u"Industry / Sector"_s << u"topic"_s;
    QTest::newRow("a remark") << u"Company (legal name)"_s << u"organization"_s;
    QTest::newRow("one or more") << u"Link(s)"_s << u"sources.url"_s;
    QTest::newRow("anything else") << u"Headcount"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestColumns::knowsHeaders()
{
    QFETCH(QString, header);
    QTEST(targetOfHeader(header), "expected");
}

void TestColumns::fitsTheCorpus()
{
    const Result<PreparedImport> prepared = prepare(table);
    QVERIFY(prepared);
    QCOMPARE(targetsOf(prepared->document),
             QStringList(
                 {u"organization"_s, u"title"_s, u"people"_s, u"state"_s, u"where-to-read"_s, u"from"_s, u"body"_s}));
    QCOMPARE(prepared->document.columns.at(0).example, u"Alder"_s);
    QCOMPARE(prepared->document.notes.size(), 1);
    QVERIFY(prepared->document.notes.first().endsWith(u": where-to-read."));
    QStringList labels;
    for (const ColumnTarget &one : columnTargets(schemaOf()))
        labels.append(one.target + u'=' + one.label);
    QCOMPARE(labels,
             QStringList({u"title=Was built"_s, u"organization=Organization"_s, u"from=Old stack"_s, u"state=Status"_s,
                          u"people=Headcount"_s, u"sources.title=Pages: Title"_s, u"sources.url=Pages: Link"_s,
                          u"topic=Topic"_s, u"body=Text"_s}));
}

void TestColumns::understandsPeople_data()
{
    QTest::addColumn<QString>("assignment");
    QTest::addColumn<QString>("target");
    QTest::newRow("a path") << u"Where to read=pages.link"_s << u"sources.url"_s;
    QTest::newRow("a role's part") << u"where to read=sources.url"_s << u"sources.url"_s;
    QTest::newRow("labels") << u"Where to read=pages: link"_s << u"sources.url"_s;
    QTest::newRow("by its number") << u"5=body"_s << u"body"_s;
    QTest::newRow("left out") << u"Where to read=-"_s << u"-"_s;
    QTest::newRow("a field") << u"Where to read = state"_s << u"state"_s;
}

void TestColumns::understandsPeople()
{
    QFETCH(QString, assignment);
    const Result<PreparedImport> prepared = prepare(table, {assignment});
    QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().message));
    QTEST(targetsOf(prepared->document).at(4), "target");
}

void TestColumns::refusesWhatIsNotThere()
{
    QVERIFY(prepare(table, {u"Nothing=body"_s}).error().message.contains(u"Company, Was built"));
    QVERIFY(prepare(table, {u"Company=nothing"_s}).error().message.contains(u"sources.url"));
    QVERIFY(prepare(table, {u"Company"_s}).error().message.contains(u"Column=field"));
    QVERIFY(
        prepare("## A: C → D\n\nSource: https://a.example/x\n", {u"a=b"_s}).error().message.contains(u"no columns"));
}

void TestColumns::preparesForTheCorpus()
{
    const Result<PreparedImport> prepared = prepare(table, {u"Where to read=sources.url"_s});
    QVERIFY(prepared);
    QCOMPARE(prepared->comparison.cases.size(), 2);
    const Plan plan = planImport(prepared->comparison);
    const QByteArray alder = plan.files.first().after;
    for (const char *line : {"name: Ovens\n", "who: Alder\n", "left: [C, Perl]\n", "state: live\n",
                                   "people: 12\n", "link: https://alder.example/b"})
        QVERIFY2(alder.contains(line), alder.constData());
    QVERIFY(alder.endsWith("\n\nhot\n"));
}

void TestColumns::makesACorpusOfATable()
{
    const QTemporaryDir folder;
    const auto prepared =
        prepareImport({{"Name,Organization,Decision,Link\nOvens,Alder,Took it up,https://a.example/x\n", u"list.csv"_s,
                        u"list.csv"_s}},
                      [&](const ImportedDocument &document) { return findTarget(folder.path(), document); });
    QVERIFY(prepared);
    QVERIFY(prepared->comparison.target.isNew());
    QVERIFY(prepared->comparison.target.description.contains("label: Took it up"));
    // Beside a column for the organization a name is the case's.
    QCOMPARE(prepared->document.cases.first().title, u"Ovens"_s);
    QVERIFY(planImport(prepared->comparison).files.last().after.contains("group: took-it-up\n"));
}

void TestColumns::findsTheDocumentBehindAPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("document");
    QTest::newRow("GitHub") << u"https://github.com/a/b/blob/main/docs/ADOPTERS.md?plain=1#L3"_s
                            << u"https://raw.githubusercontent.com/a/b/main/docs/ADOPTERS.md"_s;
    QTest::newRow("GitLab") << u"https://gitlab.com/a/b/c/-/blob/main/x.csv"_s
                            << u"https://gitlab.com/a/b/c/-/raw/main/x.csv"_s;
    QTest::newRow("Codeberg") << u"https://codeberg.org/a/b/src/branch/main/x.md"_s
                              << u"https://codeberg.org/a/b/raw/branch/main/x.md"_s;
    QTest::newRow("gist") << u"https://gist.github.com/a/0123abc"_s
                          << u"https://gist.githubusercontent.com/a/0123abc/raw"_s;
    QTest::newRow("the document itself") << u"https://raw.githubusercontent.com/a/b/main/x.md"_s << QString();
    QTest::newRow("another page") << u"https://example.org/a/b/blob/x.md"_s << QString();
    QTest::newRow("a file") << u"/tmp/github.com/a/b/blob/main/x.md"_s << QString();
}

void TestColumns::findsTheDocumentBehindAPage()
{
    QFETCH(QString, page);
    QTEST(documentBehind(page), "document");
}

void TestColumns::takesDocuments_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("CSV") << QByteArray("text/csv; charset=utf-8") << QByteArray("a,b\n") << u"list.csv"_s
                         << QByteArray("a,b\n");
    QTest::newRow("Markdown") << QByteArray("text/markdown") << QByteArray("# A\n") << u"list.md"_s
                              << QByteArray("# A\n");
    QTest::newRow("plain") << QByteArray("text/plain; charset=utf-8") << QByteArray("# A\n") << u"list"_s
                           << QByteArray("# A\n");
    QTest::newRow("unknown text") << QByteArray("text/x-foo") << QByteArray("a") << u"list"_s << QByteArray("a");
    QTest::newRow("no type") << QByteArray() << QByteArray("a") << u"list"_s << QByteArray("a");
    QTest::newRow("Latin-1") << QByteArray("text/plain; charset=iso-8859-1") << QByteArray("\xe9") << u"list"_s
                             << QByteArray("\xc3\xa9");
    QTest::newRow("Shift_JIS") << QByteArray("text/plain; charset=Shift_JIS") << QByteArray("\x83\x65") << u"list"_s
                               << QByteArray("\xe3\x83\x86");
    QTest::newRow("a page") << QByteArray("text/html") << QByteArray("<p>a") << u"list"_s << QByteArray("<p>a");
}

void TestColumns::takesDocuments()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const Result<ReceivedDocument> document = documentIn(answer(200, type, body), u"https://lists.example/x"_s);
    QVERIFY(document);
    QTEST(document->name, "name");
    QTEST(document->bytes, "bytes");
    QCOMPARE(document->from, u"https://lists.example/x"_s);
    QVERIFY(document->notes.isEmpty());
}

void TestColumns::readsAPage()
{
    const QByteArray page =
        "<!DOCTYPE html><html><head><title>Who uses Zest</title></head><body><nav><a "
        "href='/'>Home</a></nav><article><p>Some firms use it, and more of them every year.</p>"
        "<h2>Alder</h2><p>Alder bakes with Zest (<a href='https://alder.example/x'>Source</a>). The "
        "ovens of Alder are hot.</p><h2>Birch</h2><p>Birch sells with Zest, and Birch likes it. <a "
        "href='/birch'>Read more</a></p></article></body></html>";
    for (const char *type : {"text/html; charset=utf-8", "text/plain"}) {
        const Result<ReceivedDocument> document = documentIn(answer(200, type, page), u"https://lists.example/x"_s);
        QVERIFY(document);
        const auto prepared = prepareImport({*document}, [](const ImportedDocument &read) -> Result<ImportTarget> {
            return newTarget(u"/nowhere/at/all"_s, read);
        });
        QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().message));
        QStringList found;
        for (const ImportedCase &one : prepared->document.cases)
            found.append(one.organization + u' ' + one.sources.value(0).url);
        QCOMPARE(found, QStringList({u"Alder https://alder.example/x"_s, u"Birch https://lists.example/birch"_s}));
        QVERIFY(!prepared->document.notes.isEmpty());
    }
    FetchAnswer about = answer(200, "text/html");
    about.url = QUrl(u"https://github.com/a/b/blob/main/ADOPTERS.md"_s);
    QVERIFY(documentIn(about, u"https://lists.example/x"_s)
                .error()
                .message.contains(u"raw.githubusercontent.com/a/b/main"));
}

void TestColumns::tellsWhyThereIsNone_data()
{
    QTest::addColumn<FetchAnswer>("answer");
    QTest::addColumn<QString>("message");
    QTest::newRow("a picture") << answer(200, "image/png") << u"image/png"_s;
    QTest::newRow("a PDF that is called text") << answer(200, "text/plain", "%PDF-1.7\n") << u"no text"_s;
    QTest::newRow("bytes") << answer(200, "application/octet-stream", QByteArray("a\0b", 3)) << u"no text"_s;
    QTest::newRow("not found") << answer(404) << u"(404)"_s;
    QTest::newRow("forbidden") << answer(403) << u"browser"_s;
    QTest::newRow("later") << answer(429) << u"later"_s;
    QTest::newRow("a fault") << answer(503) << u"(503)"_s;
    QTest::newRow("empty") << answer(200, "text/csv", {}) << u"empty"_s;
    FetchAnswer cut = answer(200);
    cut.truncated = true;
    QTest::newRow("too large") << cut << u"64 MiB"_s;
    FetchAnswer lost = answer(0);
    lost.error = FetchError::HostNotFound;
    lost.message = u"There is no host."_s;
    QTest::newRow("no host") << lost << u"There is no host."_s;
}

void TestColumns::tellsWhyThereIsNone()
{
    QFETCH(FetchAnswer, answer);
    QFETCH(QString, message);
    const Result<ReceivedDocument> document = documentIn(answer, u"https://lists.example/x"_s);
    QVERIFY(!document);
    QVERIFY2(document.error().message.contains(message), qPrintable(document.error().message));
    QVERIFY(document.error().message.contains(u"https://lists.example/"));
}

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
