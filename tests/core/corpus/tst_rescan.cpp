#include "core/corpus/loader.h"
#include "core/corpus/rescan.h"
#include "tests/core/corpus/testfolder.h"

#include <QTest>

#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QString sorted(QStringList ids)
{
    ids.sort();
    return ids.join(u' ');
}

} // namespace

class TestRescan : public QObject {
    Q_OBJECT

private slots:
    void init();
    void nothing();
    void changes();
    void stampAlone();
    void renames();
    void folderRenamed();
    void permissions();
    void brokenAndMended();
    void links();
    void cancelled();

private:
    CorpusChange look() const
    {
        const std::atomic<bool> no = false;
        return rescan(m_corpus.layout(), m_corpus.schema(), m_corpus.cases(), no);
    }

    std::unique_ptr<TestFolder> m_folder;
    Corpus m_corpus;
};

void TestRescan::init()
{
    m_folder = std::make_unique<TestFolder>();
    for (const char *name : {"a", "b", "sub/c"})
        m_folder->writeCase(QString::fromLatin1(name) + u".md"_s, QByteArray("title: ") + name + '\n');
    m_corpus = *loadCorpus(m_folder->root());
    QCOMPARE(m_corpus.size(), 3);
}

void TestRescan::nothing()
{
    const CorpusChange change = look();
    QVERIFY(change.isEmpty());
    QVERIFY(change.updated.empty());
}

void TestRescan::changes()
{
    m_folder->writeCase(u"a.md"_s, "title: A\n"); // in place, as long as before
    m_folder->remove(u"b.md"_s);
    m_folder->writeCase(u"new/d.md"_s, "title: d\n");
    const CorpusChange change = look();
    QCOMPARE(sorted(change.changed), u"a"_s);
    QCOMPARE(sorted(change.removed), u"b"_s);
    QCOMPARE(sorted(change.added), u"new/d"_s);
    QVERIFY(change.renamed.isEmpty());
    QCOMPARE(change.updated.size(), std::size_t(2));
}

void TestRescan::stampAlone()
{
    m_folder->writeCase(u"a.md"_s, "title: a\n");
    const CorpusChange change = look();
    QVERIFY(change.isEmpty());
    QCOMPARE(change.updated.size(), std::size_t(1)); // so that it is not read each time
}

void TestRescan::renames()
{
    QVERIFY(QFile::rename(m_folder->path(u"a.md"_s), m_folder->path(u"z.md"_s)));
    CorpusChange change = look();
    QCOMPARE(change.renamed, (QHash<QString, QString>{{u"a"_s, u"z"_s}}));
    QCOMPARE(sorted(change.removed), u"a"_s);
    QCOMPARE(sorted(change.added), u"z"_s);

    m_folder->writeCase(u"z.md"_s, "title: something else\n");
    change = look();
    QVERIFY(change.renamed.isEmpty());
}

/// Each renamed file was once looked for among all the others.
void TestRescan::folderRenamed()
{
    constexpr int count = 3000;
    for (int i = 0; i < count; ++i)
        m_folder->write(u"old/%1.md"_s.arg(i), QByteArray::number(i));
    m_corpus = *loadCorpus(m_folder->root());
    QVERIFY(QDir().rename(m_folder->path(u"old"_s), m_folder->path(u"new"_s)));
    const CorpusChange change = look();
    QCOMPARE(change.renamed.size(), count);
    QCOMPARE(change.renamed.value(u"old/17"_s), u"new/17"_s);
}

/// Permissions leave no trace in the stamp.
void TestRescan::permissions()
{
    if (::geteuid() == 0)
        QSKIP("permissions do not bind the superuser");
    QFile::setPermissions(m_folder->path(u"a.md"_s), {});
    m_corpus = *loadCorpus(m_folder->root());
    QVERIFY(m_corpus.find(u"a"_s)->broken);
    QVERIFY(look().isEmpty());
    QFile::setPermissions(m_folder->path(u"a.md"_s), QFile::ReadOwner);
    QCOMPARE(sorted(look().changed), u"a"_s);
}

void TestRescan::brokenAndMended()
{
    m_folder->write(u"a.md"_s, "---\ntitle: [\n---\n");
    CorpusChange change = look();
    QCOMPARE(sorted(change.changed), u"a"_s);
    QVERIFY(change.updated.front()->broken);
    m_corpus.add(change.updated);
    QVERIFY(look().isEmpty());
    m_folder->writeCase(u"a.md"_s, "title: a\n");
    change = look();
    QCOMPARE(sorted(change.changed), u"a"_s);
    QVERIFY(!change.updated.front()->broken);
}

void TestRescan::links()
{
    m_folder->write(u"../outside.md"_s, "secret");
    m_folder->link(u"../outside.md"_s, u"link.md"_s);
    CorpusChange change = look();
    QCOMPARE(sorted(change.added), u"link"_s);
    QVERIFY(change.updated.front()->broken);
    m_corpus.add(change.updated);
    QVERIFY(look().isEmpty());
    m_folder->remove(u"link.md"_s);
    m_folder->link(u"a.md"_s, u"link.md"_s);
    change = look();
    QCOMPARE(sorted(change.changed), u"link"_s);
    QCOMPARE(change.updated.front()->title, u"a"_s);
}

void TestRescan::cancelled()
{
    m_folder->write(u"new.md"_s, "x");
    const std::atomic<bool> yes = true;
    QVERIFY(rescan(m_corpus.layout(), m_corpus.schema(), m_corpus.cases(), yes).updated.size() <= 1);
}

QTEST_GUILESS_MAIN(TestRescan)
#include "tst_rescan.moc"
