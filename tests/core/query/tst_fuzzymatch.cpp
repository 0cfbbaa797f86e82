#include "core/query/fuzzymatch.h"

#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFuzzyMatch : public QObject {
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void doesNotMatch_data();
    void doesNotMatch();
    void ranks_data();
    void ranks();
    void nothingTyped();
    void hostileTexts();
};

void TestFuzzyMatch::marks_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("expected"); // matched letters in brackets
    const auto row = [](const char *name, const char *pattern, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(expected);
    };
    row("beginning", "zoo", "[Zoo]m In");
    row("initials", "zi", "[Z]oom [I]n");
    row("beginnings of words", "reast", "[Rea]d [St]ates");
    row("a word in the middle", "states", "Read [States] service");
    row("inside a word", "cord", "Dis[cord]");
    row("letters left out", "dscrd", "[D]i[sc]o[rd]");
    row("words in any order", "states read", "[Read] [States]");
    row("a word twice over", "re re", "[Re]ad");
    row("case", "ZOOM in", "[Zoom] [In]");
    row("a capital inside a word", "hp", "[H]elp[P]age");
    row("accents in the text", "naive", "[naïve] way");
    row("accents in the pattern", "naïve", "[naive] way");
    row("one letter for two", "strasse", "[Straße]");
    row("beyond the first plane", "\xF0\x9F\xA6\x80", "Ferris \xF0\x9F\xA6\x80"); // folds to itself: see below
    row("Chinese", "语言", "编程[语言]");
    row("digits", "99", "Case [99]");
    row("the later beginning", "in", "Zooming [In]");
}

void TestFuzzyMatch::marks()
{
    QFETCH(QString, pattern);
    QFETCH(QString, expected);
    const QString text = QString(expected).remove(u'[').remove(u']');
    const FuzzyText ready(text);
    FuzzyPattern typed(pattern);
    QVERIFY(typed.score(ready));
    if (!expected.contains(u'['))
        return; // whether it matches is all that is asked
    QString marked;
    const QList<int> places = typed.matchedLetters(ready);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int at = static_cast<int>(i);
        if (places.contains(at) && !places.contains(at - 1))
            marked += u'[';
        marked += text.at(i);
        if (places.contains(at) && !places.contains(at + 1))
            marked += u']';
    }
    QCOMPARE(marked, expected);
}

void TestFuzzyMatch::doesNotMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::newRow("another letter") << u"zox"_s << u"Zoom In"_s;
    QTest::newRow("another order") << u"ooz"_s << u"Zoom In"_s;
    QTest::newRow("a letter too many") << u"zooom"_s << u"Zoom"_s;
    QTest::newRow("inside words apart") << u"go"_s << u"Leaving Rust for the development of games"_s;
    QTest::newRow("one of two words") << u"zoom out"_s << u"Zoom In"_s;
    QTest::newRow("strewn about") << u"aeio"_s << u"What was measured in Go"_s;
    QTest::newRow("empty text") << u"a"_s << QString();
}

void TestFuzzyMatch::doesNotMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    FuzzyPattern typed(pattern);
    QVERIFY(!typed.score(FuzzyText(text)));
    QVERIFY(!typed.isEmpty());
}

void TestFuzzyMatch::ranks_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("expected"); // best first
    QTest::newRow("beginning of the text, of a word, inside one")
        << u"read"_s << QStringList{u"Read States"_s, u"A read lock"_s, u"Thread pools"_s};
    QTest::newRow("beside each other, beginnings of words, inside one")
        << u"go"_s << QStringList{u"Go"_s, u"gRPC over TLS"_s, u"Django"_s};
    QTest::newRow("the shorter one") << u"rust"_s << QStringList{u"Rust"_s, u"Rust at work"_s, u"Rust at work again"_s};
    QTest::newRow("initials before letters inside words") << u"ei"_s << QStringList{u"Export It"_s, u"Veil"_s};
    QTest::newRow("whole words beside each other")
        << u"from go"_s << QStringList{u"From: Go"_s, u"From: Google Docs"_s, u"From: C, Django"_s};
}

void TestFuzzyMatch::ranks()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, expected);
    FuzzyPattern typed(pattern);
    QStringList found = expected;
    std::reverse(found.begin(), found.end());
    for (const QString &text : std::as_const(found))
        QVERIFY2(typed.score(FuzzyText(text)), qPrintable(text));
    std::stable_sort(found.begin(), found.end(), [&](const QString &left, const QString &right) {
        return *typed.score(FuzzyText(left)) > *typed.score(FuzzyText(right));
    });
    QCOMPARE(found, expected);
}

void TestFuzzyMatch::nothingTyped()
{
    for (const QString &pattern : {QString(), u"  \t"_s}) {
        FuzzyPattern typed(pattern);
        QVERIFY(typed.isEmpty());
        QVERIFY(typed.score(FuzzyText(u"Anything"_s)));
        QVERIFY(typed.matchedLetters(FuzzyText(u"Anything"_s)).isEmpty());
    }
}

void TestFuzzyMatch::hostileTexts()
{
    const QString lone(QChar(0xD800));
    FuzzyPattern typed(QString(100'000, u'a') + lone);
    QVERIFY(!typed.score(FuzzyText(lone)));
    QVERIFY(typed.score(FuzzyText(QString(100'000, u'a'))).has_value());
    QCOMPARE(typed.matchedLetters(FuzzyText(QString(100'000, u'a'))).size(), 64);
    FuzzyPattern surrogate(lone);
    surrogate.matchedLetters(FuzzyText(u"a"_s + lone));
    FuzzyPattern ligature(u"ffi"_s);
    QCOMPARE(ligature.matchedLetters(FuzzyText(u"o\uFB03ce"_s)), QList<int>{1});
}

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
