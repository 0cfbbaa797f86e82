#include "core/base/fold.h"
#include "core/query/textmatch.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestTextMatch : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void from();
    void ends_data();
    void ends();
    void manyCandidates();
};

void TestTextMatch::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("expected"); // in bytes
    const auto row = [](const char *name, const QString &text, const QString &word, int expected) {
        QTest::newRow(name) << text << word << expected;
    };
    row("whole", u"go"_s, u"go"_s, 0);
    row("beginning", u"golang"_s, u"go"_s, 0);
    row("inside", u"cargo"_s, u"go"_s, -1);
    row("inside, then a beginning", u"cargo go"_s, u"go"_s, 6);
    row("after a sign", u"(go)"_s, u"go"_s, 1);
    row("after an underscore", u"a_go"_s, u"go"_s, 2);
    row("after a digit", u"2go"_s, u"go"_s, -1);
    row("a digit after letters", u"v2"_s, u"2"_s, -1);
    row("after a line's end", u"a\ngo"_s, u"go"_s, 2);
    row("after an umlaut that folds", u"Übergo"_s, u"go"_s, -1);
    row("after a letter that stays beyond ASCII", u"øgo"_s, u"go"_s, -1);
    row("after a dash beyond ASCII", u"a–go"_s, u"go"_s, 4);
    row("after an emoji", u"🦀go"_s, u"go"_s, 4);
    row("after a letter of four bytes", u"\U00010428go"_s, u"go"_s, -1);
    row("accents in the text", u"Café crème"_s, u"cre"_s, 5);
    row("accents in the word", u"creme"_s, u"crème"_s, 0);
    row("sharp s", u"Straße"_s, u"STRASSE"_s, 0);
    row("Greek", u"ΛΟΓΟΣ"_s, u"λογος"_s, 0);
    row("Greek, inside", u"ΔΙΑΛΟΓΟΣ"_s, u"λογος"_s, -1);
    row("Chinese, anywhere", u"東京都"_s, u"京"_s, 3);
    row("Japanese, anywhere", u"これはテスト"_s, u"テスト"_s, 9);
    row("Korean, anywhere", u"한국어"_s, u"국"_s, 9);
    row("ASCII after Chinese", u"使用go語言"_s, u"go"_s, 6);
    row("Chinese after ASCII", u"go語言"_s, u"語"_s, 2);
    row("a word of signs, anywhere", u"a->b"_s, u"->"_s, 1);
    row("C++", u"from C++ to"_s, u"c++"_s, 5);
    row("C is a beginning of C++", u"C++"_s, u"c"_s, 0);
    row("a phrase", u"the garbage collector runs"_s, u"garbage coll"_s, 4);
    row("a phrase that is cut", u"a xgarbage collector"_s, u"garbage collector"_s, -1);
    row("longer than the text", u"go"_s, u"golang"_s, -1);
    row("empty word", u"go"_s, QString(), 0);
    row("empty text", QString(), u"go"_s, -1);
    row("both empty", QString(), QString(), 0);
    row("repeated letters", u"aaa aa"_s, u"aa"_s, 0);
    row("repeated letters, later", u"baaa aa"_s, u"aa"_s, 5);
    row("overlapping", u"xababab abab"_s, u"abab"_s, 8);
}

void TestTextMatch::words()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    QTEST(static_cast<int>(findWord(fold(text), fold(word))), "expected");
}

void TestTextMatch::from()
{
    const QByteArray text("go go cargo go");
    QCOMPARE(findWord(text, "go", 0), 0);
    QCOMPARE(findWord(text, "go", 1), 3);
    QCOMPARE(findWord(text, "go", 4), 12);
    QCOMPARE(findWord(text, "go", 9), 12);
    QCOMPARE(findWord(text, "go", 13), -1);
    QCOMPARE(findWord(text, "go", 99), -1);
    QCOMPARE(findWord(text, "", 14), 14);
    QCOMPARE(findWord(text, "", 15), -1);
}

void TestTextMatch::ends_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<bool>("expected");
    QTest::newRow("the end") << u"go"_s << 2 << true;
    QTest::newRow("a letter") << u"golang"_s << 2 << false;
    QTest::newRow("a digit") << u"go2"_s << 2 << false;
    QTest::newRow("a blank") << u"go on"_s << 2 << true;
    QTest::newRow("a dash beyond ASCII") << u"go–on"_s << 2 << true;
    QTest::newRow("a letter beyond ASCII") << u"goø"_s << 2 << false;
    QTest::newRow("Chinese") << u"go語"_s << 2 << true;
}

void TestTextMatch::ends()
{
    QFETCH(QString, text);
    QFETCH(int, at);
    QTEST(endsWord(text.toUtf8(), at), "expected");
}

/// A long word that stands everywhere inside one, and never at its start.
void TestTextMatch::manyCandidates()
{
    const QByteArray text = 'b' + QByteArray(4 * 1024 * 1024, 'a');
    QCOMPARE(findWord(text, QByteArray(5000, 'a')), -1);
    QCOMPARE(findWord(text, "a"), -1);
}

QTEST_GUILESS_MAIN(TestTextMatch)
#include "tst_textmatch.moc"
