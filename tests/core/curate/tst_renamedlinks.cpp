#include "core/corpus/loader.h"
#include "core/curate/renamedlinks.h"
#include "core/curate/renameplan.h"
#include "tests/core/curate/curatefolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// "cases/old.md" becomes "cases/new/name.md"; "cases/b.md" and "cases/sub/c.md" are there.
class TestRenamedLinks : public QObject {
    Q_OBJECT

private slots:
    void links_data();
    void links();
    void bodies_data();
    void bodies();
    void tellsWhatItCannotFollow();
    void hostileText();
    void plansAndUndoes();
    void aFolderOfMarkdown();
};

void TestRenamedLinks::links_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("then");
    const QString beside = u"cases/b.md"_s;
    QTest::newRow("beside") << beside << u"old.md"_s << u"new/name.md"_s;
    QTest::newRow("with a dot") << beside << u"./old.md"_s << u"new/name.md"_s;
    QTest::newRow("fragment") << beside << u"old.md#why"_s << u"new/name.md#why"_s;
    QTest::newRow("percent") << beside << u"%6Fld.md"_s << u"new/name.md"_s;
    QTest::newRow("from below") << u"cases/sub/c.md"_s << u"../old.md"_s << u"../new/name.md"_s;
    QTest::newRow("from another folder") << u"about.md"_s << u"cases/old.md"_s << u"cases/new/name.md"_s;
    QTest::newRow("another file") << beside << u"other.md"_s << QString();
    QTest::newRow("of the same name elsewhere") << u"cases/sub/c.md"_s << u"old.md"_s << QString();
    QTest::newRow("web") << beside << u"https://x.org/old.md"_s << QString();
    QTest::newRow("fragment alone") << beside << u"#old.md"_s << QString();
    QTest::newRow("outside") << beside << u"../../old.md"_s << QString();
    QTest::newRow("its own link to itself") << u"cases/old.md"_s << u"old.md#why"_s << u"name.md#why"_s;
    QTest::newRow("its own link to another") << u"cases/old.md"_s << u"b.md"_s << u"../b.md"_s;
    QTest::newRow("its own link into a folder") << u"cases/old.md"_s << u"sub/c.md"_s << u"../sub/c.md"_s;
    QTest::newRow("its own link to nothing") << u"cases/old.md"_s << u"nothing.md"_s << QString();
}

void TestRenamedLinks::links()
{
    QFETCH(QString, path);
    QFETCH(QString, url);
    const auto exists = [](const QString &target) {
        return target == u"cases/b.md" || target == u"cases/sub/c.md" || target == u"cases/old.md";
    };
    QTEST(linkAfterRename(url, path, {u"cases/old.md"_s, u"cases/new/name.md"_s}, exists), "then");
}

void TestRenamedLinks::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("then");
    const auto same = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body << body; };
    QTest::newRow("link") << "See [it](old.md).\r\n"_ba
                          << "See [it](new.md).\r\n"_ba;
    QTest::newRow("title") << "[it]( old.md  \"old.md\")"_ba
                           << "[it]( new.md  \"old.md\")"_ba;
    QTest::newRow("angled") << "[it](<old.md>)"_ba
                            << "[it](<new.md>)"_ba;
    QTest::newRow("image") << "![it](old.md)"_ba
                           << "![it](new.md)"_ba;
    QTest::newRow("definition") << "[it][x]\n\n[x]: old.md 'T'\n"_ba
                                << "[it][x]\n\n[x]: new.md 'T'\n"_ba;
    QTest::newRow("several") << "[a](old.md) [b](b.md) [c](old.md)"_ba
                             << "[a](new.md) [b](b.md) [c](new.md)"_ba;
    QTest::newRow("in a table") << "| a |\n|---|\n| [x](old.md) |\n"_ba
                                << "| a |\n|---|\n| [x](new.md) |\n"_ba;
    QTest::newRow("in a quote in a list") << "- > [x](old.md)\n"_ba
                                          << "- > [x](new.md)\n"_ba;
    QTest::newRow("beside code") << "`[a](old.md)` [b](old.md)\n\n    [c](old.md)\n"_ba
                                 << "`[a](old.md)` [b](new.md)\n\n    [c](old.md)\n"_ba;
    same("code alone", "`[a](old.md)`\n\n```\n[c](old.md)\n```\n");
    same("words", "The file old.md, (old.md) and [old.md].");
    same("not a link", "\\[a](old.md)");
    same("a definition that nothing uses", "[x]: old.md\n");
    same("none", "");
}

void TestRenamedLinks::bodies()
{
    QFETCH(QByteArray, body);
    const auto retarget = [](const QString &url) { return url == u"old.md" ? u"new.md"_s : QString(); };
    const Result<QByteArray> then = retargetLinks(body, retarget);
    QVERIFY(then);
    QTEST(*then, "then");
}

void TestRenamedLinks::tellsWhatItCannotFollow()
{
    const auto retarget = [](const QString &url) { return url == u"old.md" ? u"new.md"_s : QString(); };
    const Result<QByteArray> then = retargetLinks("[a](old&#46;md)", retarget);
    QVERIFY(!then);
    QVERIFY(then.error().message.contains(u"by hand"_s));
}

void TestRenamedLinks::hostileText()
{
    const auto retarget = [](const QString &url) { return url == u"old.md" ? u"new.md"_s : QString(); };
    for (const QByteArray &piece :
         {"[a]("_ba, "](old.md"_ba, "[[x]: old.md "_ba, "](<"_ba, "![](old.md)"_ba, "]:\n"_ba}) {
        const QByteArray body = piece.repeated(2'000) + "[a](old.md)";
        const Result<QByteArray> then = retargetLinks(body, retarget);
        QVERIFY(!then || then->size() == body.size());
    }
}

void TestRenamedLinks::plansAndUndoes()
{
    const CurateFolder folder;
    folder.write(u"corpus.yaml"_s, "roles: {title: title, related: see}\nfields: {title: {}, see: {type: list}}\n");
    folder.write(u"cases/old.md"_s, "---\ntitle: Old\n---\n[b](b.md)\n");
    folder.write(u"cases/b.md"_s, "---\ntitle: B\nsee: [old]\n---\n[old](old.md) and `[old](old.md)`\n");
    folder.write(u"cases/c.md"_s, "---\ntitle: C\n---\nold.md is only named\n");
    folder.write(u"cases/d.md"_s, "---\ntitle: [\n---\n[old](old.md#x)\n");
    const QStringList before = folder.state();
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"old"_s, u"new/deep/name"_s);
    QCOMPARE(plan.files.size(), 4); // the file, what it holds, b and d
    QVERIFY(plan.leftOut.isEmpty());
    const PlanOutcome outcome = carryOut(folder.root(), plan);
    QCOMPARE(outcome.done, 4);
    QCOMPARE(folder.read(u"cases/b.md"_s),
             "---\ntitle: B\nsee: [new/deep/name]\n---\n[old](new/deep/name.md) and `[old](old.md)`\n"_ba);
    QCOMPARE(folder.read(u"cases/new/deep/name.md"_s), "---\ntitle: Old\n---\n[b](../../b.md)\n"_ba);
    QVERIFY(folder.read(u"cases/d.md"_s).contains("(new/deep/name.md#x)"));
    const auto undone = performOperation(folder.root(), outcome.undo);
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
    QCOMPARE(folder.state(), before);
    QVERIFY(!folder.exists(u"cases/new"_s)); // the folders that were made for it are gone too
    const auto again = performOperation(folder.root(), *undone);
    QVERIFY(again);
    QVERIFY(folder.exists(u"cases/new/deep/name.md"_s));
    folder.write(u"cases/new/mine.txt"_s, "mine");
    QVERIFY(performOperation(folder.root(), *again));
    QVERIFY(!folder.exists(u"cases/new/deep"_s));
    QVERIFY(folder.exists(u"cases/new/mine.txt"_s)); // what is not empty stays
}

void TestRenamedLinks::aFolderOfMarkdown()
{
    const CurateFolder folder;
    folder.write(u"notes/old.md"_s, "# Old\n");
    folder.write(u"index.md"_s, "# Index\n\n- [Old](notes/old.md)\n");
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    const Plan plan = planRename(corpus->layout(), corpus->schema(), corpus->cases(), u"notes/old"_s, u"notes/new"_s);
    QCOMPARE(plan.files.size(), 2);
    QCOMPARE(plan.files.at(1).after, "# Index\n\n- [Old](notes/new.md)\n"_ba);
}

QTEST_GUILESS_MAIN(TestRenamedLinks)
#include "tst_renamedlinks.moc"
