#include "core/query/viewsession.h"
#include "tests/core/corpus/testfolder.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"(
roles: {group: decision}
fields:
  title: {}
  decision: {type: choice, facet: true}
  from: {type: list, facet: true}
)";

} // namespace

/// Every test has a corpus of two cases and one view; changes are made by others, and noticed by the session alone.
class TestViewSession : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void readsAndCounts();
    void followsAnotherFile();
    void followsAChange();
    void followsARemoval();
    void followsAFolderMadeLater();
    void countsAnew();
    void problems();
    void anotherCorpus();
    void noCorpus();
    void saysNothingWithoutAChange();
    void destroyedWhileBusy();

private:
    /// "a=2 b=?"
    QString shown() const
    {
        QStringList shown;
        for (const SavedView &view : m_views->views().views) {
            const int count = m_views->countOf(view.id);
            shown.append(view.id + u'=' + (count < 0 ? u"?"_s : QString::number(count)));
        }
        return shown.join(u' ');
    }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<ViewSession> m_views;
};

void TestViewSession::init()
{
    m_folder = std::make_unique<TestFolder>();
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->writeCase(u"cases/one.md"_s, "title: One\nfrom: [Go]\n");
    m_folder->writeCase(u"cases/two.md"_s, "title: Two\nfrom: [Go, C]\n");
    m_folder->write(u"views/a.yaml"_s, "name: A\nfilter: from:go\n");
    m_session = std::make_unique<CorpusSession>();
    m_views = std::make_unique<ViewSession>(*m_session);
    QVERIFY(m_session->open(m_folder->root()));
    QTRY_COMPARE(shown(), u"a=2"_s);
}

void TestViewSession::cleanup()
{
    m_views.reset();
    m_session.reset();
    m_folder.reset();
}

void TestViewSession::readsAndCounts()
{
    QCOMPARE(m_views->views().find(u"a"_s)->name, u"A"_s);
    QCOMPARE(m_views->countOf(u"nothing"_s), -1);
}

void TestViewSession::followsAnotherFile()
{
    m_folder->write(u"views/b.yaml"_s, "name: B\nfilter: from:c\n");
    QTRY_COMPARE(shown(), u"a=2 b=1"_s);
}

void TestViewSession::followsAChange()
{
    m_folder->write(u"views/a.yaml"_s, "name: Other\nfilter: from:c\n");
    QTRY_COMPARE(m_views->views().find(u"a"_s)->name, u"Other"_s);
    QTRY_COMPARE(shown(), u"a=1"_s);
}

void TestViewSession::followsARemoval()
{
    m_folder->remove(u"views/a.yaml"_s);
    QTRY_COMPARE(shown(), QString());
    QCOMPARE(m_views->countOf(u"a"_s), -1);
}

void TestViewSession::followsAFolderMadeLater()
{
    QVERIFY(QDir(m_folder->path(u"views"_s)).removeRecursively());
    QTRY_COMPARE(shown(), QString());
    m_folder->write(u"views/b.yaml"_s, "name: B\n");
    QTRY_COMPARE(shown(), u"b=2"_s);
    m_folder->write(u"views/c.yaml"_s, "name: C\n");
    QTRY_COMPARE(shown(), u"b=2 c=2"_s);
}

void TestViewSession::countsAnew()
{
    m_folder->writeCase(u"cases/three.md"_s, "title: Three\nfrom: [Go]\n");
    QTRY_COMPARE(shown(), u"a=3"_s);
    m_folder->remove(u"cases/one.md"_s);
    QTRY_COMPARE(shown(), u"a=2"_s);
}

void TestViewSession::problems()
{
    QVERIFY(m_views->views().problems.isEmpty());
    m_folder->write(u"views/b.yaml"_s, "name: B\nfilter: form:go\n");
    m_folder->write(u"views/c.yaml"_s, "name: [\n");
    QTRY_COMPARE(m_views->views().problems.size(), 2);
    QTRY_COMPARE(shown(), u"a=2 b=0 c=?"_s);
}

void TestViewSession::anotherCorpus()
{
    TestFolder other;
    other.writeCase(u"x.md"_s, "status: open\n");
    other.write(u"views/mine.yaml"_s, "name: Mine\n");
    QVERIFY(m_session->open(other.root()));
    QCOMPARE(shown(), QString()); // at once: they are not this corpus's
    QTRY_COMPARE(shown(), u"mine=1"_s);
}

void TestViewSession::noCorpus()
{
    m_session->close();
    QCOMPARE(shown(), QString());
    m_views->lookAgain();
    QCOMPARE(shown(), QString());
}

void TestViewSession::saysNothingWithoutAChange()
{
    QSignalSpy changed(m_views.get(), &ViewSession::changed);
    m_folder->write(u"views/notes.txt"_s, "no view");
    m_views->lookAgain();
    m_folder->write(u"views/b.new"_s, "name: B\n");
    QVERIFY(QFile::rename(m_folder->path(u"views/b.new"_s), m_folder->path(u"views/b.yaml"_s)));
    QTRY_COMPARE(shown(), u"a=2 b=2"_s);
    QCOMPARE(changed.size(), 1);
}

void TestViewSession::destroyedWhileBusy()
{
    for (int i = 0; i < 5; ++i) {
        m_views->lookAgain();
        m_views = std::make_unique<ViewSession>(*m_session);
    }
    QTRY_COMPARE(shown(), u"a=2"_s);
}

QTEST_GUILESS_MAIN(TestViewSession)
#include "tst_viewsession.moc"
