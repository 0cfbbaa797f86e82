#include "core/corpus/loader.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/export/copycase.h"

#include <QMimeData>
#include <QTest>
#include <QTextDocument>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestCopyCase : public QObject {
    Q_OBJECT

private slots:
    void copies_data();
    void copies();
};

void TestCopyCase::copies_data()
{
    QTest::addColumn<CopyAs>("how");
    QTest::addColumn<QStringList>("formats");
    QTest::addColumn<QString>("start");
    QTest::newRow("Markdown") << CopyAs::Markdown << QStringList{u"text/plain"_s, u"text/markdown"_s}
                              << u"## Discord, Read States service: Go → Rust\nSources:\n- ["_s;
    QTest::newRow("rich text") << CopyAs::RichText << QStringList{u"text/plain"_s, u"text/html"_s}
                               << u"## Discord, Read States service: Go → Rust\n"_s;
    QTest::newRow("citation") << CopyAs::Citation << QStringList{u"text/plain"_s}
                              << u"Discord: Read States service (Go → Rust, 2020). “Why Discord"_s;
}

void TestCopyCase::copies()
{
    QFETCH(CopyAs, how);
    QFETCH(QStringList, formats);
    QFETCH(QString, start);
    CorpusFolder folder;
    folder.copyBundled();
    const Result<Corpus> corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const CaseStudyPtr study = corpus->find(u"discord-read-states"_s);
    QVERIFY(study);
    const std::unique_ptr<QMimeData> data(copiedCase(how, *corpus, *study));
    QCOMPARE(data->formats(), formats);
    QVERIFY2(data->text().startsWith(start), qPrintable(data->text().left(200)));
    if (!data->hasHtml())
        return;
    QTextDocument document;
    document.setHtml(data->html());
    const QString text = document.toPlainText();
    QVERIFY(text.startsWith(u"Read States service\nDiscord\n"));
    QVERIFY(!data->html().contains(u"<script"));
    for (const Claim &claim : claimsOf(*study, corpus->schema()))
        QVERIFY2(text.simplified().contains(claim.text.simplified()), qPrintable(claim.text));
}

CASEBOOK_GUI_TEST(TestCopyCase)
#include "tst_copycase.moc"
