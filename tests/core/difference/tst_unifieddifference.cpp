#include "core/difference/unifieddifference.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestUnifiedDifference : public QObject {
    Q_OBJECT

private slots:
    void text_data();
    void text();
    void applies_data();
    void applies();
    void randomFiles();
};

static FileChange changeOf(const QByteArray &oldBytes, const QByteArray &newBytes)
{
    return {u"cases/a.md"_s, u"cases/a.md"_s, oldBytes, newBytes};
}

static const QByteArray header = "--- a/cases/a.md\n+++ b/cases/a.md\n";

void TestUnifiedDifference::text_data()
{
    QTest::addColumn<FileChange>("change");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const FileChange &change, const QByteArray &expected) {
        QTest::newRow(name) << change << expected;
    };
    row("nothing", changeOf("a\n", "a\n"), {});
    row("one line", changeOf("a\n", "b\n"), header + "@@ -1 +1 @@\n-a\n+b\n");
    row("context", changeOf("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"),
        header + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
    row("near places are one", changeOf("1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n"),
        header + "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n");
    row("far places are two", changeOf("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n"),
        header + "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
    row("put in", changeOf("a\nb\n", "a\nx\nb\n"), header + "@@ -1,2 +1,3 @@\n a\n+x\n b\n");
    row("last line ends now", changeOf("a\nb", "a\nb\n"),
        header + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
    row("last line without ending, unchanged", changeOf("a\nb", "x\nb"),
        header + "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n");
    row("line endings", changeOf("a\r\nb\r\n", "a\nb\r\n"), header + "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n");
    row("new", {{}, u"b.md"_s, {}, "x\ny\n"}, "--- /dev/null\n+++ b/b.md\n@@ -0,0 +1,2 @@\n+x\n+y\n");
    row("gone", {u"b.md"_s, {}, "x\n", {}}, "--- a/b.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
    row("emptied", changeOf("x\n", ""), header + "@@ -1 +0,0 @@\n-x\n");
    row("new and empty", {{}, u"b.md"_s, {}, {}}, "diff --git a/b.md b/b.md\nnew file mode 100644\n");
    row("gone and empty", {u"b.md"_s, {}, {}, {}}, "diff --git a/b.md b/b.md\ndeleted file mode 100644\n");
    row("renamed", {u"a.md"_s, u"b.md"_s, "x\n", "x\n"},
        "diff --git a/a.md b/b.md\nrename from a.md\nrename to b.md\n");
    row("renamed and changed", {u"a.md"_s, u"b.md"_s, "x\n", "y\n"},
        "diff --git a/a.md b/b.md\nrename from a.md\nrename to b.md\n--- a/a.md\n+++ b/b.md\n@@ -1 +1 @@\n-x\n+y\n");
    row("name with blanks", {u"a b.md"_s, u"a b.md"_s, "x\n", "y\n"},
        "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1 +1 @@\n-x\n+y\n");
    row("name with a quote and a line feed", {u"a\"\n.md"_s, u"a\"\n.md"_s, "x\n", "y\n"},
        "--- \"a/a\\\"\\012.md\"\n+++ \"b/a\\\"\\012.md\"\n@@ -1 +1 @@\n-x\n+y\n");
}

void TestUnifiedDifference::text()
{
    QFETCH(FileChange, change);
    QFETCH(QByteArray, expected);
    QCOMPARE(unifiedDifference(change), expected);
}

static void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

// Makes the change in a folder with another program, and compares.
static void apply(const FileChange &change, const QString &program, const QStringList &arguments)
{
    const QTemporaryDir folder;
    if (!change.oldPath.isEmpty())
        write(folder.filePath(change.oldPath), change.oldBytes);
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(program, arguments);
    process.write(unifiedDifference(change));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, said);
    if (change.oldPath != change.newPath && !change.oldPath.isEmpty())
        QVERIFY(!QFile::exists(folder.filePath(change.oldPath)));
    if (change.newPath.isEmpty())
        return;
    QFile file(folder.filePath(change.newPath));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), change.newBytes);
}

void TestUnifiedDifference::applies_data()
{
    text_data();
}

void TestUnifiedDifference::applies()
{
    QFETCH(FileChange, change);
    const QString patch = QStandardPaths::findExecutable(u"patch"_s);
    const QString git = QStandardPaths::findExecutable(u"git"_s);
    if (patch.isEmpty() && git.isEmpty())
        QSKIP("neither patch nor git is here");
    if (isUnchanged(change))
        return;
    // patch refuses names with line feeds, and to remove an empty file: it is "already empty".
    const bool isRefused = change.oldPath.contains(u'\n') || (change.newPath.isEmpty() && change.oldBytes.isEmpty());
    if (!patch.isEmpty() && !isRefused)
        apply(change, patch, {u"-p1"_s, u"--fuzz=0"_s});
    if (!git.isEmpty())
        apply(change, git, {u"apply"_s, u"-"_s});
}

void TestUnifiedDifference::randomFiles()
{
    const QString patch = QStandardPaths::findExecutable(u"patch"_s);
    if (patch.isEmpty())
        QSKIP("patch is not here");
    QRandomGenerator random(42);
    const QByteArrayList lines{"a", "b", "", "---", "+++ b", "@@ -1 +1 @@", "\\ No newline at end of file", "\xff\xfe"};
    const auto edited = [&](QByteArrayList text) {
        for (int edits = random.bounded(5); edits > 0; --edits) {
            const qsizetype at = random.bounded(text.size() + 1);
            if (at < text.size() && random.bounded(2) == 0)
                text.removeAt(at);
            else
                text.insert(at, lines[random.bounded(lines.size())]);
        }
        return text;
    };
    for (int round = 0; round < 150; ++round) {
        QByteArrayList text;
        for (int left = random.bounded(40); left > 0; --left)
            text.append(lines[random.bounded(lines.size())] + (random.bounded(4) == 0 ? "\r" : ""));
        const FileChange change = changeOf(text.join('\n'), edited(text).join('\n'));
        if (!isUnchanged(change))
            apply(change, patch, {u"-p1"_s, u"--fuzz=0"_s});
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestUnifiedDifference)
#include "tst_unifieddifference.moc"
