#include "core/corpus/corpus.h"
#include "core/corpus/layout.h"
#include "core/corpus/loader.h"
#include "tests/core/corpus/testfolder.h"

#include <QTest>

#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

struct Found {
    QStringList files; // a linked one with an arrow behind it
    QStringList refused;
};

Found walk(const CorpusLayout &layout)
{
    Found found;
    walkCases(
        layout,
        [&](const FoundFile &file) {
            found.files.append(file.path + (file.linked ? u">"_s : QString()));
            return true;
        },
        [&](const QString &path) { found.refused.append(path); });
    found.files.sort();
    found.refused.sort();
    return found;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TestFolder>(); }
    void findsTheParts();
    void notACorpus_data();
    void notACorpus();
    void ids();
    void validIds_data();
    void validIds();
    void walkPassesOver();
    void walkAndLinks();
    void caseFolderBehindALink();
    void descriptionBehindALink();
    void unreadableFolder();
    void walkCanBeStopped();
    void folders();
    void rootOfTheSystem();

private:
    CorpusLayout layout() const { return *findLayout(m_folder->root()); }

    std::unique_ptr<TestFolder> m_folder;
};

void TestLayout::findsTheParts()
{
    QCOMPARE(layout().root, m_folder->root());
    QVERIFY(!layout().hasDescription);
    QCOMPARE(layout().caseFolder, QString());
    m_folder->makeFolder(u"cases"_s);
    QCOMPARE(layout().caseFolder, QString()); // without a description "cases" is a folder like another
    m_folder->write(u"corpus.yaml"_s, "name: x\n");
    QVERIFY(layout().hasDescription);
    QCOMPARE(layout().caseFolder, u"cases/"_s);
    QCOMPARE(layout().descriptionPath(), m_folder->path(u"corpus.yaml"_s));

    m_folder->link(m_folder->root(), u"../linked"_s);
    QCOMPARE(findLayout(m_folder->path(u"../linked"_s))->root, m_folder->root());
    QCOMPARE(findLayout(m_folder->root() + u"/cases/.."_s)->root, m_folder->root());
}

void TestLayout::notACorpus_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString() << u"not there"_s;
    QTest::newRow("missing") << u"missing"_s << u"not there"_s;
    QTest::newRow("a file") << u"file.md"_s << u"is a file"_s;
    QTest::newRow("a link to nowhere") << u"dangling"_s << u"not there"_s;
    QTest::newRow("forbidden") << u"forbidden"_s << u"permissions"_s;
}

void TestLayout::notACorpus()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    m_folder->write(u"file.md"_s, "x");
    m_folder->link(u"nowhere"_s, u"dangling"_s);
    m_folder->makeFolder(u"forbidden"_s);
    QFile::setPermissions(m_folder->path(u"forbidden"_s), {});
    if (name == u"forbidden" && ::geteuid() == 0)
        QSKIP("permissions do not bind the superuser");
    const Result<CorpusLayout> result = findLayout(name.isEmpty() ? name : m_folder->path(name));
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
}

void TestLayout::ids()
{
    m_folder->write(u"corpus.yaml"_s, "name: x\n");
    m_folder->makeFolder(u"cases"_s);
    QCOMPARE(layout().idOf(u"cases/a/b.md"_s), u"a/b"_s);
    QCOMPARE(layout().pathOf(u"a/b"_s), u"cases/a/b.md"_s);
    QCOMPARE(layout().idOf(u"cases/cases/b.md"_s), u"cases/b"_s);
    QCOMPARE(CorpusLayout().idOf(u"a.md.md"_s), u"a.md"_s);
}

void TestLayout::validIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"figma-multiplayer"_s << true;
    QTest::newRow("all signs") << u"A_b-c.9"_s << true;
    QTest::newRow("folders") << u"a/b/c"_s << true;
    QTest::newRow("200") << QString(200, u'a') << true;
    QTest::newRow("201") << QString(201, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("blank") << u"a b"_s << false;
    QTest::newRow("umlaut") << u"ä"_s << false;
    QTest::newRow("hidden") << u".a"_s << false;
    QTest::newRow("up") << u"../a"_s << false;
    QTest::newRow("up inside") << u"a/../b"_s << false;
    QTest::newRow("double slash") << u"a//b"_s << false;
    QTest::newRow("absolute") << u"/a"_s << false;
    QTest::newRow("slash at the end") << u"a/"_s << false;
    QTest::newRow("backslash") << u"a\\b"_s << false;
    QTest::newRow("colon") << u"a:b"_s << false;
    QTest::newRow("line") << u"a\nb"_s << false;
}

void TestLayout::validIds()
{
    QFETCH(QString, id);
    QTEST(isValidId(id), "valid");
}

void TestLayout::walkPassesOver()
{
    for (const char *name : {"a.md", "b.MD", "c.markdown", "d.txt", "md", ".hidden.md", ".git/e.md", "sub/f.md",
                             "sub/deep/g.md", "dir.md/h.md", "sub/.obsidian/i.md", "with blank.md", "\xC3\xA4.md"})
        m_folder->write(QString::fromUtf8(name), "x");
    const Found found = walk(layout());
    QCOMPARE(found.files.join(u' '), u"a.md dir.md/h.md sub/deep/g.md sub/f.md with blank.md ä.md"_s);
    QVERIFY(found.refused.isEmpty());
}

void TestLayout::walkAndLinks()
{
    m_folder->write(u"in/a.md"_s, "x");
    m_folder->write(u"../outside/secret.md"_s, "x");
    m_folder->link(u"in/a.md"_s, u"inner.md"_s);
    m_folder->link(u"../outside/secret.md"_s, u"outer.md"_s);
    m_folder->link(u"nowhere.md"_s, u"dangling.md"_s);
    m_folder->link(u"loop.md"_s, u"loop.md"_s);
    m_folder->link(u"in"_s, u"innerfolder"_s);
    m_folder->link(u".."_s, u"in/up"_s);
    m_folder->link(u"."_s, u"in/self"_s);
    m_folder->link(u"../outside"_s, u"outerfolder"_s);
    m_folder->link(u"../outside"_s, u"folder.md"_s);
    m_folder->link(u"nowhere"_s, u"danglingfolder"_s);
    const Found found = walk(layout());
    QCOMPARE(found.files.join(u' '), u"dangling.md> folder.md> in/a.md inner.md> loop.md> outer.md>"_s);
    QCOMPARE(found.refused.join(u' '), u"outerfolder"_s);
    QVERIFY(leadsInside(layout(), u"inner.md"_s));
    QVERIFY(leadsInside(layout(), u"in/up/inner.md"_s));
    for (const QString &path : {u"outer.md"_s, u"dangling.md"_s, u"loop.md"_s, u"folder.md"_s,
                                u"../outside/secret.md"_s, u"outerfolder/secret.md"_s})
        QVERIFY2(!leadsInside(layout(), path), qPrintable(path));
}

/// The first folder of the walk was once followed wherever it led.
void TestLayout::caseFolderBehindALink()
{
    m_folder->write(u"corpus.yaml"_s, "name: x\n");
    m_folder->write(u"../outside/secret.md"_s, "x");
    m_folder->link(u"../outside"_s, u"cases"_s);
    QCOMPARE(layout().caseFolder, u"cases/"_s);
    Found found = walk(layout());
    QVERIFY(found.files.isEmpty());
    QCOMPARE(found.refused, QStringList{u"cases"_s});
    QCOMPARE(caseFolders(layout(), 100), QStringList{m_folder->root()});

    m_folder->remove(u"cases"_s);
    m_folder->write(u"content/a.md"_s, "x");
    m_folder->link(u"content"_s, u"cases"_s);
    found = walk(layout());
    QCOMPARE(found.files, QStringList{u"cases/a.md"_s});
    QVERIFY(found.refused.isEmpty());
}

void TestLayout::descriptionBehindALink()
{
    m_folder->write(u"../outside.yaml"_s, "name: secret\n");
    m_folder->link(u"../outside.yaml"_s, u"corpus.yaml"_s);
    const Result<CorpusHead> head = readHead(m_folder->root());
    QVERIFY(head);
    QCOMPARE(head->schema.name, u"corpus"_s);
    QCOMPARE(head->problems.size(), 1);
    QVERIFY(head->problems.first().message.contains(u"leads out"_s));
}

/// One folder without permission once ended the walk, or was passed over in silence.
void TestLayout::unreadableFolder()
{
    if (::geteuid() == 0)
        QSKIP("permissions do not bind the superuser");
    m_folder->write(u"a/x.md"_s, "x");
    m_folder->write(u"b/x.md"_s, "x");
    m_folder->write(u"c/x.md"_s, "x");
    QFile::setPermissions(m_folder->path(u"b"_s), {});
    const Result<Corpus> corpus = loadCorpus(m_folder->root());
    QFile::setPermissions(m_folder->path(u"b"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(corpus->size(), 2);
    const QList<FileProblem> problems = corpus->allProblems();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().path, u"b"_s);
    QVERIFY(problems.first().problem.message.contains(u"permissions"_s));
}

void TestLayout::walkCanBeStopped()
{
    for (int i = 0; i < 10; ++i)
        m_folder->write(QString::number(i) + u"/x.md"_s, "x");
    int seen = 0;
    walkCases(
        layout(), [&](const FoundFile &) { return ++seen < 3; }, [](const QString &) {});
    QCOMPARE(seen, 3);
}

void TestLayout::folders()
{
    m_folder->write(u"corpus.yaml"_s, "name: x\n");
    for (const QString &name : {u"cases/a/b"_s, u"cases/c"_s, u"cases/.hidden/d"_s, u"other"_s, u"../outside"_s})
        m_folder->makeFolder(name);
    m_folder->link(u"../../outside"_s, u"cases/link"_s);
    QStringList found = caseFolders(layout(), 100);
    QCOMPARE(found.first(), m_folder->root());
    found.sort();
    QCOMPARE(found,
             (QStringList{m_folder->root(), m_folder->path(u"cases"_s), m_folder->path(u"cases/a"_s),
                          m_folder->path(u"cases/a/b"_s), m_folder->path(u"cases/c"_s)}));
    QCOMPARE(caseFolders(layout(), 3).size(), 3);
}

void TestLayout::rootOfTheSystem()
{
    const Result<CorpusLayout> root = findLayout(u"/"_s);
    QVERIFY(root);
    QCOMPARE(root->absolute(u"a.md"_s), u"/a.md"_s);
    QVERIFY(leadsInside(*root, u"usr"_s));
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
