#include "core/corpus/loader.h"
#include "tests/core/corpus/testfolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 1500;

/// What a loader has said, in order.
struct Heard {
    explicit Heard(CorpusLoader &loader)
    {
        QObject::connect(&loader, &CorpusLoader::loaded, &context, [this](const CaseStudies &more) {
            ++batches;
            cases.insert(cases.end(), more.begin(), more.end());
        });
        QObject::connect(&loader, &CorpusLoader::progress, &context, [this](int done, int found) {
            ordered = ordered && done >= lastDone && done <= found && finished == 0;
            lastDone = done;
            lastFound = found;
        });
        QObject::connect(&loader, &CorpusLoader::finished, &context, [this](const QStringList &paths) {
            ++finished;
            refused = paths;
        });
    }

    QObject context;
    CaseStudies cases;
    QStringList refused;
    int batches = 0;
    int lastDone = 0;
    int lastFound = 0;
    int finished = 0;
    bool ordered = true;
};

} // namespace

class TestLoader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void head();
    void headOfABrokenDescription();
    void headOfALargeDescription();
    void loadsInSteps();
    void loadsAtOnce();
    void bothAgree();
    void emptyFolder();
    void cancels();
    void startsAnew();
    void destroyedWhileLoading();
    void folderGone();

private:
    CorpusHead headOfMany() const { return *readHead(m_many.root()); }

    TestFolder m_many;
};

void TestLoader::initTestCase()
{
    for (int i = 0; i < many; ++i) {
        const QString name = u"n%1/case-%2.md"_s.arg(i % 20).arg(i);
        if (i % 100 == 7)
            m_many.write(name, "---\nbroken: [\n---\n");
        else
            m_many.writeCase(name,
                             "title: Case " + QByteArray::number(i) + "\nstatus: " + (i % 2 ? "open" : "done") + '\n',
                             "Text.\n");
    }
    m_many.write(u"../outside/secret.md"_s, "x");
    m_many.link(u"../outside"_s, u"outside"_s);
    m_many.link(u"../outside/secret.md"_s, u"secret.md"_s);
}

void TestLoader::head()
{
    TestFolder folder;
    QVERIFY(!readHead(folder.path(u"missing"_s)));
    Result<CorpusHead> head = readHead(folder.root());
    QVERIFY(head);
    QVERIFY(head->schema.inferred);
    QCOMPARE(head->schema.name, u"corpus"_s);
    QVERIFY(head->problems.isEmpty());
    folder.write(u"corpus.yaml"_s, "name: Mine\nfields: {year: {type: yaer}}\n");
    head = readHead(folder.root());
    QVERIFY(!head->schema.inferred);
    QCOMPARE(head->schema.name, u"Mine"_s);
    QCOMPARE(head->problems.size(), 1);
}

/// The titles of the cases were once lost with the description.
void TestLoader::headOfABrokenDescription()
{
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, "name: [\n");
    folder.writeCase(u"a.md"_s, "title: A title\nstatus: x\n");
    const Result<Corpus> corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    QVERIFY(corpus->schema().inferred);
    QCOMPARE(corpus->allProblems().size(), 1);
    QCOMPARE(corpus->allProblems().first().path, u"corpus.yaml"_s);
    QCOMPARE(corpus->allProblems().first().problem.line, 2);
    QCOMPARE(corpus->find(u"a"_s)->title, u"A title"_s);
}

void TestLoader::headOfALargeDescription()
{
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, "name: x\n#" + QByteArray(1024 * 1024, 'x'));
    const Result<CorpusHead> head = readHead(folder.root());
    QVERIFY(head->schema.inferred);
    QVERIFY2(head->problems.first().message.contains(u"1.00 MiB"_s), qPrintable(head->problems.first().message));
}

void TestLoader::loadsInSteps()
{
    CorpusLoader loader;
    Heard heard(loader);
    QSignalSpy finished(&loader, &CorpusLoader::finished);
    loader.start(headOfMany());
    QVERIFY(loader.isRunning());
    QVERIFY(heard.cases.empty()); // nothing before the event loop runs
    QVERIFY(finished.wait());
    QVERIFY(!loader.isRunning());
    QVERIFY(heard.ordered);
    QVERIFY(heard.batches > 3);
    QCOMPARE(heard.lastDone, many + 1);
    QCOMPARE(heard.lastFound, many + 1);
    QCOMPARE(heard.refused, QStringList{u"outside"_s});
    QSet<QString> ids;
    int broken = 0;
    for (const CaseStudyPtr &study : heard.cases) {
        ids.insert(study->id);
        broken += study->broken ? 1 : 0;
    }
    QCOMPARE(ids.size(), many + 1);
    QCOMPARE(broken, many / 100 + 1); // and the link that leads out
}

void TestLoader::loadsAtOnce()
{
    const Result<Corpus> corpus = loadCorpus(m_many.root());
    QVERIFY(corpus);
    QCOMPARE(corpus->size(), many + 1);
    QVERIFY(std::is_sorted(corpus->cases().begin(), corpus->cases().end(),
                           [](const auto &a, const auto &b) { return a->id < b->id; }));
    QCOMPARE(corpus->schema().fieldOf(role::group), u"status"_s);
    QVERIFY(!loadCorpus(m_many.path(u"missing"_s)));
    QCOMPARE(corpus->allProblems().size(), 1 + 1 + many / 100);
}

void TestLoader::bothAgree()
{
    CorpusLoader loader;
    Heard heard(loader);
    QSignalSpy finished(&loader, &CorpusLoader::finished);
    loader.start(headOfMany());
    QVERIFY(finished.wait());
    const Result<Corpus> corpus = loadCorpus(m_many.root());
    for (const CaseStudyPtr &study : heard.cases) {
        const CaseStudyPtr other = corpus->find(study->id);
        QVERIFY(other);
        QCOMPARE(other->searchText, study->searchText);
        QCOMPARE(other->problems, study->problems);
    }
}

void TestLoader::emptyFolder()
{
    TestFolder folder;
    CorpusLoader loader;
    Heard heard(loader);
    QSignalSpy finished(&loader, &CorpusLoader::finished);
    loader.start(*readHead(folder.root()));
    QVERIFY(finished.wait());
    QCOMPARE(heard.batches, 0);
    QCOMPARE(heard.finished, 1);
    QCOMPARE(loadCorpus(folder.root())->size(), 0);
}

/// Cancelled by whoever hears of the first cases, as by a key while they are shown.
void TestLoader::cancels()
{
    CorpusLoader loader;
    Heard heard(loader);
    QSignalSpy progress(&loader, &CorpusLoader::progress);
    QObject context;
    connect(&loader, &CorpusLoader::loaded, &context, [&] {
        loader.cancel();
        progress.clear();
    });
    loader.start(headOfMany());
    QTRY_COMPARE(heard.batches, 1);
    QVERIFY(!loader.isRunning());
    QCoreApplication::processEvents();
    QCOMPARE(heard.batches, 1);
    QCOMPARE(heard.finished, 0);
    QCOMPARE(progress.size(), 0);
    loader.cancel(); // with nothing to cancel
}

void TestLoader::startsAnew()
{
    TestFolder other;
    other.writeCase(u"only.md"_s, "title: Only\n");
    CorpusLoader loader;
    Heard heard(loader);
    QSignalSpy finished(&loader, &CorpusLoader::finished);
    for (int i = 0; i < 5; ++i)
        loader.start(headOfMany());
    loader.start(*readHead(other.root()));
    QVERIFY(finished.wait());
    QCOMPARE(heard.cases.size(), std::size_t(1));
    QCOMPARE(heard.finished, 1);
    QVERIFY(heard.ordered);
}

void TestLoader::destroyedWhileLoading()
{
    for (int i = 0; i < 10; ++i) {
        CorpusLoader loader;
        loader.start(headOfMany());
        if (i % 2)
            QCoreApplication::processEvents();
    }
}

void TestLoader::folderGone()
{
    auto folder = std::make_unique<TestFolder>();
    folder->writeCase(u"a.md"_s, "title: A\n");
    const CorpusHead head = *readHead(folder->root());
    folder.reset();
    CorpusLoader loader;
    Heard heard(loader);
    QSignalSpy finished(&loader, &CorpusLoader::finished);
    loader.start(head);
    QVERIFY(finished.wait());
    QCOMPARE(heard.batches, 0);
}

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_loader.moc"
