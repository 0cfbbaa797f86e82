#include "core/corpus/loader.h"
#include "core/corpus/schemaroles.h"
#include "core/exporters/json.h"
#include "core/exporters/textformat.h"
#include "core/importers/importer.h"
#include "core/importers/importplan.h"
#include "core/importers/importpreparation.h"
#include "core/importers/importtarget.h"
#include "core/query/search.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The fields of a case; what holds nothing, and where it was imported from, is no value.
QJsonObject valuesOf(const CaseStudy &study)
{
    QJsonObject values;
    for (const auto &[key, value] : study.fields.entries()) {
        if (!value.isEmpty() && key != u"imported")
            values.insert(key, value.toJson());
    }
    return values;
}

/// A corpus whose fields go by names of their own, with values that look like others.
void writeOwn(const QString &root)
{
    write(root + u"/corpus.yaml"_s,
          "name: Own\nsubject: Zest\nroles: {title: headline, group: verdict, organization: who, related: near,\n"
          "  claims: {field: arguments, side: stance}, sources: {field: pages, url: link}}\n"
          "groups: [{value: in, label: Took it up, color: teal}, {value: out, label: Left it}]\n"
          "fields:\n"
          "  headline: {type: text, required: true}\n"
          "  who: {type: text}\n"
          "  verdict: {type: choice}\n"
          "  left: {type: list, facet: true}\n"
          "  near: {type: list}\n"
          "  notes: {type: text}\n"
          "  arguments: {type: records, fields: {stance: {type: choice, facet: true, vocabulary: [{id: for, label: "
          "For}]},"
          " reason: {type: text}, text: {type: text}}}\n"
          "  pages: {type: records, fields: {title: {type: text}, link: {type: url}}}\n");
    write(root + u"/cases/deep/one.md"_s,
          "---\nheadline: One\nwho: Alder\nverdict: in\nleft: [C/C++, \"7\"]\nnear: [two]\nversion: \"1.10\"\n"
          "zip: \"007\"\ntruth: \"true\"\nreal: 2.5\nwhole: -1\nyes: true\nempty: \"null\"\n"
          "arguments: [{stance: for, text: \"It's: fine\"}, {text: \"- no\"}]\n"
          "pages: [{title: A, link: \"https://e.example/a\"}, {title: B (2020), link: \"https://e.example/a\"}, "
          "{title: No address}]\nnotes: |\n  several\n  lines\nremarks: \"'=1\"\nstatus: kept\n---\n\n"
          "Text with [the other](../two.md).\n\n## For\n\n- **Speed**: no claim\n");
    write(root + u"/cases/two.md"_s, "---\nheadline: Two\nverdict: out\nnear: [deep/one]\n---\n\nMore.\n");
}

} // namespace

/// What our own exports say of the bundled corpus, brought in again.
class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsEveryCaseAgain_data();
    void knowsEveryCaseAgain();
    void movesToANewCorpus_data();
    void movesToANewCorpus();

private:
    static QByteArray exported(const Corpus &corpus, const QString &format)
    {
        QByteArray bytes;
        const SearchResult all = Search(corpus).run(Query(), {});
        for (const TextFormat &one : textFormats()) {
            if (one.name == format)
                one.write({corpus, all, {}, {}, {}}, [&bytes](const QByteArray &piece) {
                    bytes += piece;
                    return true;
                });
        }
        return bytes;
    }

    Corpus m_corpus;
};

void TestRoundTrip::initTestCase()
{
    const Result<Corpus> corpus = loadCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust"));
    QVERIFY(corpus);
    m_corpus = *corpus;
}

void TestRoundTrip::knowsEveryCaseAgain_data()
{
    QTest::addColumn<bool>("bundled");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("mayDiffer"); ///< labels of fields
    // A link to another case becomes one within the document: tst_markdownroundtrip compares the rest of the text.
    QTest::newRow("markdown") << true << u"markdown"_s << QStringList{u"Text"_s};
    QTest::newRow("json") << true << u"json"_s << QStringList();
    QTest::newRow("csv") << true << u"csv"_s << QStringList();
    QTest::newRow("json, names and values of its own") << false << u"json"_s << QStringList();
    QTest::newRow("csv, names and values of its own") << false << u"csv"_s << QStringList();
}

void TestRoundTrip::knowsEveryCaseAgain()
{
    QFETCH(bool, bundled);
    QFETCH(QString, format);
    QFETCH(QStringList, mayDiffer);
    const QTemporaryDir folder;
    if (!bundled)
        writeOwn(folder.path());
    const Result<Corpus> corpus = bundled ? Result<Corpus>(m_corpus) : loadCorpus(folder.path());
    QVERIFY(corpus);
    const QString name = u"export."_s + format;
    const auto prepared = prepareImport({{exported(*corpus, format), name, name}},
                                        [&](const ImportedDocument &) { return targetOf(*corpus); });
    QVERIFY(prepared);
    QCOMPARE(prepared->document.format, format);
    const ImportComparison &comparison = prepared->comparison;
    QCOMPARE(comparison.cases.size(), corpus->size());
    QVERIFY(comparison.unknownGroups.isEmpty());
    QStringList differences;
    for (const CaseComparison &one : comparison.cases) {
        if (one.state == ImportState::New)
            differences.append(u"new: "_s + one.id);
        for (const FieldComparison &field : one.fields) {
            if (field.state != ImportState::Unchanged && !mayDiffer.contains(field.label))
                differences.append(one.id + u' ' + field.label + u": "_s + field.before + u" / "_s + field.after);
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

void TestRoundTrip::movesToANewCorpus_data()
{
    QTest::addColumn<bool>("bundled");
    QTest::newRow("the bundled corpus") << true;
    QTest::newRow("names and values of its own") << false;
}

// Our JSON holds the whole of a corpus but what is written by hand around the cases.
void TestRoundTrip::movesToANewCorpus()
{
    QFETCH(bool, bundled);
    const QTemporaryDir folder;
    if (!bundled)
        writeOwn(folder.path());
    const Result<Corpus> corpus = bundled ? Result<Corpus>(m_corpus) : loadCorpus(folder.path());
    QVERIFY(corpus);
    QVERIFY(corpus->size() > 1);
    const auto document = readDocumentBytes(exported(*corpus, u"json"_s), u"export.json"_s);
    QVERIFY(document);
    const QTemporaryDir other;
    const ImportComparison comparison =
        compareImport(*document, newTarget(other.path(), *document), {u"export.json"_s, QDate(2026, 11, 20)});
    QVERIFY(carryOut(other.path(), planImport(comparison)).leftOut.isEmpty());
    const Result<Corpus> made = loadCorpus(other.path());
    QVERIFY(made);
    QCOMPARE(made->size(), corpus->size());
    QCOMPARE(made->allProblems().size(), corpus->allProblems().size());
    QCOMPARE(made->schema().subject, corpus->schema().subject);
    QCOMPARE(made->schema().groups, corpus->schema().groups);
    QCOMPARE(made->schema().facetPaths(), corpus->schema().facetPaths());
    QCOMPARE(rolesOf(made->schema()), rolesOf(corpus->schema()));
    for (const CaseStudyPtr &study : corpus->cases()) {
        const CaseStudyPtr again = made->find(study->id); // so that links between cases lead where they led
        QVERIFY2(again, qPrintable(study->id));
        QCOMPARE(valuesOf(*again), valuesOf(*study));
        QCOMPARE(readBody(*made, *again).trimmed(), readBody(*corpus, *study).trimmed());
    }
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
