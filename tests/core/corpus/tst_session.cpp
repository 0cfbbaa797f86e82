#include "core/corpus/folderwatcher.h"
#include "core/corpus/session.h"
#include "tests/core/corpus/testfolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = "name: Mine\nfields: {title: {type: text, required: true}, related: {type: list}}\n";

} // namespace

/// A session on a folder, with all that it has said. Changes are made by others, and noticed by it alone.
class TestSession : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opens();
    void opensWithADescription();
    void missingFolder();
    void whatWasOpenStays();
    void emptyFolder();
    void closes();
    void cancels();
    void fileAdded();
    void fileChangedInPlace();
    void fileReplaced();
    void fileRemoved();
    void fileRenamed();
    void newFolder();
    void emptyFolderFilledLater();
    void folderMadeAgain();
    void changedBetweenLoadAndWatch();
    void descriptionChanged();
    void descriptionAppears();
    void caseFolderAppears();
    void folderRemovedAndBack();
    void validatedAnew();
    void schemaFollows();
    void schemaDoesNotDependOnTheThreads();
    void lookAgainWhileLooking();
    void destroyedWhileBusy();
    void watcherTellsOfNewFolders();

private:
    QString ids() const
    {
        QStringList ids;
        for (const CaseStudyPtr &study : m_session->corpus().cases())
            ids.append(study->id);
        ids.sort();
        return ids.join(u' ');
    }
    QString titleOf(const QString &id) const
    {
        const CaseStudyPtr study = m_session->corpus().find(id);
        return study ? study->title : QString();
    }
    /// Opens the folder and waits until all is loaded, and, by the look that follows it, watched.
    void openAndWait();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestSession::init()
{
    m_folder = std::make_unique<TestFolder>();
    m_folder->writeCase(u"a.md"_s, "title: A\n");
    m_folder->writeCase(u"sub/b.md"_s, "title: B\n");
    m_session = std::make_unique<CorpusSession>();
    m_changed = std::make_unique<QSignalSpy>(m_session.get(), &CorpusSession::changed);
}

void TestSession::cleanup()
{
    m_changed.reset();
    m_session.reset();
    m_folder.reset();
}

void TestSession::openAndWait()
{
    QSignalSpy loaded(m_session.get(), &CorpusSession::loaded);
    QVERIFY(m_session->open(m_folder->root()));
    QVERIFY(loaded.wait());
    // A change that is noticed shows that the watch stands.
    m_folder->write(u"probe.md"_s, "x");
    QTRY_VERIFY(m_session->corpus().find(u"probe"_s));
    m_folder->remove(u"probe.md"_s);
    QTRY_VERIFY(!m_session->corpus().find(u"probe"_s));
    m_changed->clear();
}

void TestSession::opens()
{
    QStringList heard;
    QObject context;
    connect(m_session.get(), &CorpusSession::opened, &context, [&] { heard.append(u"opened"_s); });
    connect(m_session.get(), &CorpusSession::grew, &context, [&] { heard.append(u"grew"_s); });
    connect(m_session.get(), &CorpusSession::schemaChanged, &context, [&] { heard.append(u"schemaChanged"_s); });
    connect(m_session.get(), &CorpusSession::loaded, &context, [&] { heard.append(u"loaded"_s); });
    connect(m_session.get(), &CorpusSession::validated, &context, [&] { heard.append(u"validated"_s); });
    QVERIFY(!m_session->isOpen());
    QVERIFY(m_session->open(m_folder->root()));
    QVERIFY(m_session->isOpen());
    QVERIFY(m_session->isLoading());
    QTRY_VERIFY(heard.contains(u"validated"_s));
    QCOMPARE(heard.join(u' '), u"opened schemaChanged grew loaded validated"_s);
    QVERIFY(!m_session->isLoading());
    QCOMPARE(ids(), u"a sub/b"_s);
    QVERIFY(m_session->corpus().schema().inferred);
    QCOMPARE(m_session->corpus().schema().name, u"corpus"_s);
}

void TestSession::opensWithADescription()
{
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->write(u"cases/x.md"_s, "---\nrelated: [y]\n---\n");
    QSignalSpy validated(m_session.get(), &CorpusSession::validated);
    QVERIFY(m_session->open(m_folder->root()));
    QCOMPARE(m_session->corpus().schema().name, u"Mine"_s);
    QVERIFY(validated.wait());
    QCOMPARE(ids(), u"x"_s);
    QCOMPARE(m_session->corpus().allProblems().size(), 2);
}

void TestSession::missingFolder()
{
    QSignalSpy opened(m_session.get(), &CorpusSession::opened);
    const Result<void> result = m_session->open(m_folder->path(u"missing"_s));
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(u"not there"_s));
    QVERIFY(!m_session->isOpen());
    QVERIFY(opened.isEmpty());
}

void TestSession::whatWasOpenStays()
{
    openAndWait();
    QSignalSpy closed(m_session.get(), &CorpusSession::closed);
    QVERIFY(!m_session->open(m_folder->path(u"missing"_s)));
    QVERIFY(m_session->isOpen());
    QVERIFY(closed.isEmpty());
    QCOMPARE(ids(), u"a sub/b"_s);
}

void TestSession::emptyFolder()
{
    TestFolder empty;
    QSignalSpy loaded(m_session.get(), &CorpusSession::loaded);
    QVERIFY(m_session->open(empty.root()));
    QVERIFY(loaded.wait());
    QCOMPARE(m_session->corpus().size(), 0);
    empty.write(u"first.md"_s, "x");
    QTRY_COMPARE(ids(), u"first"_s);
}

void TestSession::closes()
{
    openAndWait();
    QSignalSpy closed(m_session.get(), &CorpusSession::closed);
    m_session->close();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!m_session->isOpen());
    QCOMPARE(m_session->corpus().size(), 0);
    m_session->close();
    QCOMPARE(closed.size(), 1);
    m_session->lookAgain();
    openAndWait();
    QCOMPARE(ids(), u"a sub/b"_s);
}

void TestSession::cancels()
{
    for (int i = 0; i < 2000; ++i)
        m_folder->write(u"many/%1.md"_s.arg(i), "x");
    QSignalSpy grew(m_session.get(), &CorpusSession::grew);
    QSignalSpy loaded(m_session.get(), &CorpusSession::loaded);
    QVERIFY(m_session->open(m_folder->root()));
    QVERIFY(grew.wait());
    const int before = m_session->corpus().size();
    m_session->cancel();
    QCOMPARE(loaded.size(), 1);
    QVERIFY(!m_session->isLoading());
    QCOMPARE(m_session->corpus().size(), before);
    m_session->cancel();
    QCOMPARE(loaded.size(), 1);
}

void TestSession::fileAdded()
{
    openAndWait();
    m_folder->writeCase(u"sub/c.md"_s, "title: C\n");
    QTRY_COMPARE(m_changed->size(), 1);
    const auto change = m_changed->first().first().value<CorpusChange>();
    QCOMPARE(change.added, QStringList{u"sub/c"_s});
    QCOMPARE(ids(), u"a sub/b sub/c"_s);
}

void TestSession::fileChangedInPlace()
{
    openAndWait();
    m_folder->writeCase(u"a.md"_s, "title: Z\n");
    QTRY_COMPARE(titleOf(u"a"_s), u"Z"_s);
    QCOMPARE(m_changed->first().first().value<CorpusChange>().changed, QStringList{u"a"_s});
}

void TestSession::fileReplaced()
{
    openAndWait();
    m_folder->writeCase(u"../a.new"_s, "title: Z\n");
    QFile::remove(m_folder->path(u"a.md"_s));
    QVERIFY(QFile::rename(m_folder->path(u"../a.new"_s), m_folder->path(u"a.md"_s)));
    QTRY_COMPARE(titleOf(u"a"_s), u"Z"_s);
}

void TestSession::fileRemoved()
{
    openAndWait();
    m_folder->remove(u"a.md"_s);
    QTRY_COMPARE(ids(), u"sub/b"_s);
    QCOMPARE(m_changed->first().first().value<CorpusChange>().removed, QStringList{u"a"_s});
}

void TestSession::fileRenamed()
{
    openAndWait();
    QVERIFY(QFile::rename(m_folder->path(u"a.md"_s), m_folder->path(u"sub/z.md"_s)));
    QTRY_COMPARE(ids(), u"sub/b sub/z"_s);
    QCOMPARE(m_changed->first().first().value<CorpusChange>().renamed.value(u"a"_s), u"sub/z"_s);
}

void TestSession::newFolder()
{
    openAndWait();
    m_folder->writeCase(u"new/deep/c.md"_s, "title: C\n");
    QTRY_COMPARE(ids(), u"a new/deep/c sub/b"_s);
    m_folder->writeCase(u"new/deep/c.md"_s, "title: Z\n");
    QTRY_COMPARE(titleOf(u"new/deep/c"_s), u"Z"_s);
}

/// A folder without a case changed nothing, and so was not watched.
void TestSession::emptyFolderFilledLater()
{
    openAndWait();
    m_folder->makeFolder(u"later"_s);
    QSignalSpy grew(m_session.get(), &CorpusSession::changed);
    // Another change, so that the look at the new folder lies behind us.
    m_folder->writeCase(u"a.md"_s, "title: Z\n");
    QTRY_COMPARE(titleOf(u"a"_s), u"Z"_s);
    m_folder->write(u"later/c.md"_s, "x");
    QTRY_COMPARE(ids(), u"a later/c sub/b"_s);
}

/// A folder that was deleted and made again is another to the system, under the same name.
void TestSession::folderMadeAgain()
{
    openAndWait();
    QVERIFY(QDir(m_folder->path(u"sub"_s)).removeRecursively());
    QTRY_COMPARE(ids(), u"a"_s);
    m_folder->writeCase(u"sub/b.md"_s, "title: B\n");
    QTRY_COMPARE(ids(), u"a sub/b"_s);
    m_folder->writeCase(u"sub/b.md"_s, "title: Z\n");
    QTRY_COMPARE(titleOf(u"sub/b"_s), u"Z"_s);
}

/// What happens after a folder was read and before it is watched must not be missed.
void TestSession::changedBetweenLoadAndWatch()
{
    QSignalSpy loaded(m_session.get(), &CorpusSession::loaded);
    QVERIFY(m_session->open(m_folder->root()));
    QObject context;
    connect(m_session.get(), &CorpusSession::loaded, &context, [this] { m_folder->write(u"sub/c.md"_s, "x"); });
    QTRY_COMPARE(ids(), u"a sub/b sub/c"_s);
}

void TestSession::descriptionChanged()
{
    m_folder->write(u"corpus.yaml"_s, description);
    openAndWait();
    QSignalSpy opened(m_session.get(), &CorpusSession::opened);
    QSignalSpy loaded(m_session.get(), &CorpusSession::loaded);
    m_folder->write(u"corpus.yaml"_s, "name: Other\nfields: {title: {label: Heading}}\n");
    QVERIFY(loaded.wait());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_session->corpus().schema().name, u"Other"_s);
    QCOMPARE(ids(), u"a sub/b"_s);
}

void TestSession::descriptionAppears()
{
    openAndWait();
    QSignalSpy loaded(m_session.get(), &CorpusSession::loaded);
    m_folder->write(u"corpus.yaml"_s, description);
    QVERIFY(loaded.wait());
    QVERIFY(!m_session->corpus().schema().inferred);
    m_folder->remove(u"corpus.yaml"_s);
    QVERIFY(loaded.wait());
    QVERIFY(m_session->corpus().schema().inferred);
}

void TestSession::caseFolderAppears()
{
    m_folder->write(u"corpus.yaml"_s, description);
    openAndWait();
    m_folder->writeCase(u"cases/c.md"_s, "title: C\n");
    QTRY_COMPARE(ids(), u"c"_s);
}

void TestSession::folderRemovedAndBack()
{
    openAndWait();
    QSignalSpy lost(m_session.get(), &CorpusSession::lost);
    const QString aside = QDir::cleanPath(m_folder->path(u"../aside"_s));
    QVERIFY(QDir().rename(m_folder->root(), aside));
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(lost.first().first().toString().contains(u"not there"_s));
    m_session->lookAgain();
    QCOMPARE(lost.size(), 1);      // said once
    QCOMPARE(ids(), u"a sub/b"_s); // and nothing is dropped

    QVERIFY(QDir().rename(aside, m_folder->root()));
    m_folder->writeCase(u"a.md"_s, "title: Z\n");
    m_session->lookAgain();
    QTRY_COMPARE(titleOf(u"a"_s), u"Z"_s);
    m_folder->writeCase(u"a.md"_s, "title: Y\n");
    QTRY_COMPARE(titleOf(u"a"_s), u"Y"_s);
}

void TestSession::validatedAnew()
{
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->writeCase(u"a.md"_s, "title: A\nrelated: [c]\n");
    openAndWait();
    const auto problems = [this] { return m_session->corpus().problemsOf(*m_session->corpus().find(u"a"_s)).size(); };
    QTRY_COMPARE(problems(), 1);
    m_folder->writeCase(u"c.md"_s, "title: C\n");
    QTRY_COMPARE(problems(), 0);
    m_folder->remove(u"c.md"_s);
    QTRY_COMPARE(problems(), 1);
}

void TestSession::schemaFollows()
{
    openAndWait();
    QSignalSpy schemaChanged(m_session.get(), &CorpusSession::schemaChanged);
    m_folder->writeCase(u"a.md"_s, "title: A\nstatus: open\n");
    QTRY_VERIFY(m_session->corpus().schema().field(u"status"));
    QVERIFY(schemaChanged.size() >= 1);
    QCOMPARE(m_session->corpus().schema().fieldOf(role::group), u"status"_s);
}

void TestSession::schemaDoesNotDependOnTheThreads()
{
    for (int i = 0; i < 400; ++i)
        m_folder->writeCase(u"many/%1.md"_s.arg(i), "k" + QByteArray::number(i % 50) + ": x\n");
    const Result<Corpus> expected = loadCorpus(m_folder->root());
    for (int i = 0; i < 3; ++i) {
        QSignalSpy validated(m_session.get(), &CorpusSession::validated);
        QVERIFY(m_session->open(m_folder->root()));
        QVERIFY(validated.wait());
        QVERIFY(m_session->corpus().schema() == expected->schema());
    }
}

void TestSession::lookAgainWhileLooking()
{
    openAndWait();
    m_folder->write(u"c.md"_s, "x");
    for (int i = 0; i < 5; ++i)
        m_session->lookAgain();
    QTRY_COMPARE(ids(), u"a c sub/b"_s);
    QCOMPARE(m_changed->size(), 1);
}

void TestSession::destroyedWhileBusy()
{
    for (int i = 0; i < 500; ++i)
        m_folder->write(u"many/%1.md"_s.arg(i), "x");
    for (int i = 0; i < 10; ++i) {
        CorpusSession session;
        QVERIFY(session.open(m_folder->root()));
        for (int turn = 0; turn < i; ++turn)
            QCoreApplication::processEvents();
        session.lookAgain();
        if (i % 3 == 0)
            session.close();
    }
}

void TestSession::watcherTellsOfNewFolders()
{
    FolderWatcher watcher;
    QSignalSpy changed(&watcher, &FolderWatcher::changed);
    const QString sub = m_folder->path(u"sub"_s);
    QVERIFY(!watcher.watch({}));
    QVERIFY(watcher.watch({m_folder->root()}));
    QVERIFY(!watcher.watch({m_folder->root()}));
    QVERIFY(watcher.watch({m_folder->root(), sub}));
    QVERIFY(!watcher.watch({sub}));
    m_folder->write(u"sub/b.md"_s, "in place");
    QVERIFY(changed.wait());
    QVERIFY(QDir(sub).removeRecursively());
    QVERIFY(QDir().mkpath(sub));
    QVERIFY(watcher.watch({sub}));
    watcher.watch({});
    changed.clear();
    m_folder->write(u"sub/b.md"_s, "unheard");
    QCoreApplication::processEvents();
    QVERIFY(changed.isEmpty());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
