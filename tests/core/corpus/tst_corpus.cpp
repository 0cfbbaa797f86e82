#include "core/corpus/corpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

CaseStudyPtr makeCase(const QString &id, const QString &title = {}, const Problems &problems = {})
{
    auto study = std::make_shared<CaseStudy>();
    study->id = id;
    study->path = id + u".md"_s;
    study->title = title;
    study->problems = problems;
    return study;
}

QString ids(const Corpus &corpus)
{
    QStringList ids;
    for (int position = 0; position < corpus.size(); ++position) {
        ids.append(corpus.at(position)->id);
        if (corpus.positionOf(ids.last()) != position)
            ids.append(u"at a wrong position"_s);
    }
    return ids.join(u' ');
}

} // namespace

class TestCorpus : public QObject {
    Q_OBJECT

private slots:
    void addsReplacesRemovesSorts();
    void problems();
};

void TestCorpus::addsReplacesRemovesSorts()
{
    Corpus corpus;
    corpus.add({makeCase(u"b"_s), makeCase(u"a"_s), makeCase(u"c"_s)});
    QCOMPARE(ids(corpus), u"b a c"_s);
    corpus.add({makeCase(u"d"_s), makeCase(u"a"_s, u"new"_s), makeCase(u"d"_s, u"newer"_s)});
    QCOMPARE(ids(corpus), u"b a c d"_s);
    QCOMPARE(corpus.find(u"a"_s)->title, u"new"_s);
    QCOMPARE(corpus.find(u"d"_s)->title, u"newer"_s);
    corpus.remove({u"b"_s, u"nothing"_s});
    QCOMPARE(ids(corpus), u"a c d"_s);
    QVERIFY(!corpus.find(u"b"_s));
    QCOMPARE(corpus.positionOf(u"b"_s), -1);
    corpus.add({makeCase(u"B"_s), makeCase(u"b"_s)});
    corpus.sortById();
    QCOMPARE(ids(corpus), u"B a b c d"_s);
    corpus.remove({u"B"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    QCOMPARE(corpus.size(), 0);
}

void TestCorpus::problems()
{
    const Problem own{Severity::Error, 3, 1, u"own"_s};
    const Problem across{Severity::Warning, 2, 1, u"across"_s};
    Corpus corpus({}, {}, {{Severity::Error, 1, 1, u"description"_s}});
    corpus.add({makeCase(u"b"_s, {}, {own}), makeCase(u"a"_s, {}, {own})});
    corpus.setAcrossProblems({{u"b"_s, {across}}, {u"gone"_s, {across}}});
    corpus.setRefused({u"folder"_s});
    QStringList found;
    for (const FileProblem &problem : corpus.allProblems())
        found.append(problem.path + u' ' + problem.problem.message.section(u' ', 0, 1));
    QCOMPARE(found.join(u", "_s), u"corpus.yaml description, folder This folder, a.md own, b.md across, b.md own"_s);
    QCOMPARE(corpus.problemsOf(*corpus.find(u"b"_s)).size(), 2);
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
