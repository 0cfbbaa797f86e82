#include "core/corpus/loader.h"
#include "tests/bench/casename.h"
#include "tests/bench/casetext.h"
#include "tests/bench/generator.h"

#include <QDirIterator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// Every file of a folder by its relative path.
QMap<QString, QByteArray> filesOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator entries(folder, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(file.fileName().mid(folder.size() + 1), file.readAll());
    }
    return files;
}

} // namespace

class TestGenerator : public QObject {
    Q_OBJECT

private slots:
    void sameSeedSameBytes()
    {
        QTemporaryDir folder;
        for (const auto &[name, seed] : {std::pair(u"a"_s, 7), std::pair(u"b"_s, 7), std::pair(u"c"_s, 8)}) {
            const auto corpus = bench::generateCorpus(folder.filePath(name), 50, static_cast<quint64>(seed));
            QVERIFY2(corpus, corpus ? "" : qPrintable(corpus.error().message));
            QCOMPARE(corpus->cases, 50);
        }
        const auto first = filesOf(folder.filePath(u"a"_s));
        QCOMPARE(first.size(), 51);
        QVERIFY(first == filesOf(folder.filePath(u"b"_s)));
        QVERIFY(first != filesOf(folder.filePath(u"c"_s)));
    }

    void loadsWithoutProblems()
    {
        QTemporaryDir folder;
        QVERIFY(bench::generateCorpus(folder.filePath(u"corpus"_s), 500).has_value());
        const auto corpus = loadCorpus(folder.filePath(u"corpus"_s));
        QVERIFY(corpus.has_value());
        QCOMPARE(corpus->size(), 500);
        for (const FileProblem &problem : corpus->allProblems())
            qWarning("%s:%d: %s", qPrintable(problem.path), problem.problem.line, qPrintable(problem.problem.message));
        QCOMPARE(corpus->allProblems().size(), 0);
    }

    void hasAsManyFacetsAsAskedFor()
    {
        QTemporaryDir folder;
        QVERIFY(bench::generateCorpus(folder.filePath(u"usual"_s), 20).has_value());
        QVERIFY(bench::generateCorpus(folder.filePath(u"many"_s), 20, 1, bench::FacetFields::Many).has_value());
        const auto facets = [&](const QString &name) {
            const auto corpus = loadCorpus(folder.filePath(name));
            QStringList written;
            for (const QString &path : corpus ? corpus->schema().facetPaths() : QStringList()) {
                if (!corpus->schema().isComputed(path))
                    written.append(path);
            }
            return written.size();
        };
        QCOMPARE(facets(u"usual"_s), 8);
        QCOMPARE(facets(u"many"_s), 20);
    }

    void relativeFolder()
    {
        QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const bool made = bench::generateCorpus(u"here"_s, 3).has_value();
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(made);
        QCOMPARE(filesOf(folder.path()).size(), 4);
    }

    void largeCorpusHasFolders()
    {
        const int cases = 25'000;
        QCOMPARE(bench::caseName(1, 24'999, bench::mostInOneFolder).id.indexOf('/'), -1);
        QSet<QByteArray> ids;
        for (int index = 0; index < cases; ++index) {
            const QByteArray id = bench::caseName(1, index, cases).id;
            QCOMPARE(id.left(4), QByteArray::number(1000 + index / 1000).mid(1) + '/');
            QVERIFY(isValidId(QString::fromUtf8(id)));
            ids.insert(id);
        }
        QCOMPARE(ids.size(), cases);
    }

    void lengthsAreRealistic()
    {
        qint64 bytes = 0;
        bool beyondAscii = false;
        for (int index = 0; index < 1000; ++index) {
            const QByteArray text = bench::caseText(1, index, 1000);
            bytes += text.size();
            beyondAscii = beyondAscii || QString::fromUtf8(text).toLatin1() != text;
        }
        QVERIFY2(bytes > 2'000'000 && bytes < 2'400'000, qPrintable(QString::number(bytes)));
        QVERIFY(beyondAscii);
        const qsizetype large = bench::caseTextOfSize(1, 3, 10, 4096).size();
        QVERIFY2(large > 3800 && large < 4600, qPrintable(QString::number(large)));
    }

    void refusesFolderInUse()
    {
        QTemporaryDir folder;
        QVERIFY(bench::generateCorpus(folder.path(), 1).has_value());
        QVERIFY(!bench::generateCorpus(folder.path(), 1).has_value());
        QCOMPARE(filesOf(folder.path()).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
