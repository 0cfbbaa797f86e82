#include "core/store/corpuspath.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// The corpus is a folder "corpus" with a file and links; "outside" lies beside it.
class TestCorpusPath : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void inside_data();
    void inside();
    void refused_data();
    void refused();
    void absolutePathThroughALinkedRoot();
    void rootIsNotThere();
    void newName_data();
    void newName();

private:
    void write(const QString &path);

    QTemporaryDir m_folder;
    QString m_base;
    QString m_root;
};

void TestCorpusPath::write(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

void TestCorpusPath::initTestCase()
{
    m_base = QFileInfo(m_folder.path()).canonicalFilePath();
    m_root = m_base + u"/corpus"_s;
    QVERIFY(QDir().mkpath(m_root + u"/cases"_s));
    QVERIFY(QDir().mkpath(m_base + u"/corpus-outside"_s));
    write(m_root + u"/cases/a.md"_s);
    write(m_base + u"/corpus-outside/secret.md"_s);
    QVERIFY(QFile::link(u"cases/a.md"_s, m_root + u"/inner.md"_s));
    QVERIFY(QFile::link(u"../corpus-outside/secret.md"_s, m_root + u"/outer.md"_s));
    QVERIFY(QFile::link(u"../corpus-outside"_s, m_root + u"/outer"_s));
    QVERIFY(QFile::link(u"nowhere.md"_s, m_root + u"/dangling.md"_s));
    QVERIFY(QFile::link(m_root, m_base + u"/linked"_s));
}

void TestCorpusPath::inside_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected"); // below the root
    QTest::newRow("a file") << u"cases/a.md"_s << u"cases/a.md"_s;
    QTest::newRow("a file that is not there") << u"cases/new.md"_s << u"cases/new.md"_s;
    QTest::newRow("a folder that is not there") << u"x/y/new.md"_s << u"x/y/new.md"_s;
    QTest::newRow("needless dots and slashes") << u"./cases//./a.md"_s << u"cases/a.md"_s;
    QTest::newRow("absolute") << QString(m_root + u"/cases/a.md"_s) << u"cases/a.md"_s;
    QTest::newRow("dots that are part of a name") << u"cases/..a.md"_s << u"cases/..a.md"_s;
    QTest::newRow("a link that stays inside is kept") << u"inner.md"_s << u"inner.md"_s;
}

void TestCorpusPath::inside()
{
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const Result<QString> absolute = corpusPath(m_root, path);
    QVERIFY2(absolute, absolute ? "" : qPrintable(absolute.error().message));
    QCOMPARE(*absolute, QString(m_root + u'/' + expected));
}

void TestCorpusPath::refused_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QString();
    QTest::newRow("the root itself") << u"."_s;
    QTest::newRow("the root itself, absolute") << m_root;
    QTest::newRow("up") << u"../corpus-outside/secret.md"_s;
    QTest::newRow("up and back in") << u"cases/../cases/a.md"_s;
    QTest::newRow("absolute, elsewhere") << u"/etc/passwd"_s;
    QTest::newRow("absolute, name begins like the root") << QString(m_base + u"/corpus-outside/secret.md"_s);
    QTest::newRow("a link that leaves") << u"outer.md"_s;
    QTest::newRow("below a linked folder that leaves") << u"outer/secret.md"_s;
    QTest::newRow("a new file below a linked folder that leaves") << u"outer/x/new.md"_s;
    QTest::newRow("a link that leads nowhere") << u"dangling.md"_s;
    QTest::newRow("NUL") << QString(u"cases/a.md"_s + QChar::Null);
}

void TestCorpusPath::refused()
{
    QFETCH(QString, path);
    const Result<QString> absolute = corpusPath(m_root, path);
    QVERIFY2(!absolute, absolute ? qPrintable(*absolute) : "");
    QVERIFY(absolute.error().message.contains(m_root));
}

void TestCorpusPath::absolutePathThroughALinkedRoot()
{
    const QString linked = m_base + u"/linked"_s;
    const Result<QString> absolute = corpusPath(linked, linked + u"/cases/a.md"_s);
    QVERIFY(absolute);
    QCOMPARE(*absolute, QString(m_root + u"/cases/a.md"_s));
}

void TestCorpusPath::rootIsNotThere()
{
    QVERIFY(!corpusPath(m_base + u"/gone"_s, u"a.md"_s));
    QVERIFY(!corpusPath(QString(), u"a.md"_s));
    QVERIFY(!corpusPath(m_root + u"/cases/a.md"_s, u"a.md"_s));
}

void TestCorpusPath::newName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"discord-read-states.md"_s << true;
    QTest::newRow("in folders") << u"cases/2020/discord.md"_s << true;
    QTest::newRow("blanks and accents") << u"Où est-ce? ünïcode.md"_s << true;
    QTest::newRow("255 bytes") << QString(252, u'a').append(u".md"_s) << true;
    QTest::newRow("256 bytes") << QString(253, u'a').append(u".md"_s) << false;
    QTest::newRow("255 bytes are counted, not characters") << QString(200, u'é') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("empty part") << u"cases//a.md"_s << false;
    QTest::newRow("hidden") << u".a.md"_s << false;
    QTest::newRow("in a hidden folder") << u".git/a.md"_s << false;
    QTest::newRow("up") << u"../a.md"_s << false;
    QTest::newRow("line feed") << u"a\nb.md"_s << false;
    QTest::newRow("delete") << u"a\x7f.md"_s << false;
}

void TestCorpusPath::newName()
{
    QFETCH(QString, name);
    QFETCH(bool, valid);
    QCOMPARE(checkNewName(name).has_value(), valid);
}

QTEST_GUILESS_MAIN(TestCorpusPath)
#include "tst_corpuspath.moc"
