#include "tests/core/rustcorpus/rustcorpus.h"
#include "tests/core/rustcorpus/sourcedocument.h"
#include "tests/core/rustcorpus/wordruns.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Facts carry over from the documents that the bundled corpus was drawn from; sentences do not.
class TestRustWords : public QObject {
    Q_OBJECT

private slots:
    void files_data();
    void files();
};

namespace {

constexpr qsizetype longestRun = 7;    // words that may stand in a document and in the corpus alike
constexpr qsizetype shortestTitle = 4; // words: a shorter one is said by chance too
constexpr qsizetype fewestRuns = 3000; // else the documents were not read as they should be

/// The titles of all sources as words, the longest first, as one may be part of another.
QList<QStringList> titles()
{
    QList<QStringList> titles;
    for (const CaseStudyPtr &study : rustCorpus().cases()) {
        for (const Source &source : sourcesOf(*study, rustCorpus().schema())) {
            if (const QStringList words = plainWords(source.title); words.size() >= shortestTitle)
                titles.append(words);
        }
    }
    std::stable_sort(titles.begin(), titles.end(),
                     [](const QStringList &a, const QStringList &b) { return a.size() > b.size(); });
    return titles;
}

} // namespace

void TestRustWords::files_data()
{
    QTest::addColumn<QString>("path");
    for (QDirIterator files(dataFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        const QString path = files.next();
        QTest::newRow(qPrintable(path.mid(dataFolder().size() + 1))) << path;
    }
}

void TestRustWords::files()
{
    const QList<SourceDocument> sources = documents();
    if (sources.isEmpty())
        QSKIP(qPrintable(documentsMissing()));
    WordRuns runs(longestRun + 1);
    for (const SourceDocument &source : sources)
        runs.add(plainWords(source.text));
    QVERIFY(runs.size() >= fewestRuns);

    QFETCH(QString, path);
    QStringList words = plainWords(textOfFile(path));
    QVERIFY(!words.isEmpty());
    static const QList<QStringList> phrases = titles();
    for (const QStringList &title : phrases)
        words = without(words, title);
    QCOMPARE(runs.found(words).join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestRustWords)
#include "tst_rustwords.moc"
