#include "core/corpus/loader.h"
#include "core/exporters/textformat.h"
#include "core/importers/importer.h"
#include "core/importers/importplan.h"
#include "core/importers/importtarget.h"
#include "core/query/search.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What our own exports say of the bundled corpus, brought in again.
class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsEveryCaseAgain_data();
    void knowsEveryCaseAgain();

private:
    QByteArray exported(const QString &format) const
    {
        QByteArray bytes;
        const SearchResult all = Search(m_corpus).run(Query(), {});
        for (const TextFormat &one : textFormats()) {
            if (one.name == format)
                one.write({m_corpus, all, {}, {}, {}}, [&bytes](const QByteArray &piece) {
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
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("mayDiffer"); ///< labels of fields
    // A link to another case becomes one within the document: tst_markdownroundtrip compares the rest of the text.
    QTest::newRow("markdown") << u"markdown"_s << QStringList{u"Text"_s};
    QTest::newRow("json") << u"json"_s << QStringList();
    QTest::newRow("csv") << u"csv"_s << QStringList();
}

void TestRoundTrip::knowsEveryCaseAgain()
{
    QFETCH(QString, format);
    QFETCH(QStringList, mayDiffer);
    const Result<ImportedDocument> document = readDocumentBytes(exported(format), u"export."_s + format);
    QVERIFY(document);
    QCOMPARE(document->format, format);
    const ImportComparison comparison = compareImport(*document, targetOf(m_corpus), {u"x"_s, QDate(2026, 11, 20)});
    QCOMPARE(comparison.cases.size(), m_corpus.size());
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

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
