#include "core/difference/worddifference.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestWordDifference : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void randomLines();
    void hostile();
};

// The text with its ranges in brackets.
static QString marked(const QString &text, const QList<WordRange> &ranges)
{
    QString result = text;
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
        result.insert(range->end(), u']').insert(range->start, u'[');
    return result;
}

void TestWordDifference::words_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("removed");
    QTest::addColumn<QString>("added");
    const auto row = [](const char *name, const QString &from, const QString &to, const QString &removed,
                        const QString &added) { QTest::newRow(name) << from << to << removed << added; };
    row("equal", u"a b"_s, u"a b"_s, u"a b"_s, u"a b"_s);
    row("both empty", {}, {}, {}, {});
    row("from nothing", {}, u"a b"_s, {}, u"[a b]"_s);
    row("to nothing", u"a b"_s, {}, u"[a b]"_s, {});
    row("a value", u"year: 2020"_s, u"year: 2021"_s, u"year: [2020]"_s, u"year: [2021]"_s);
    row("a word put in", u"the red fox"_s, u"the red old fox"_s, u"the red fox"_s, u"the red [old ]fox"_s);
    row("neighbours are one", u"it is very slow now"_s, u"it is quite fast now"_s, u"it is [very slow] now"_s,
        u"it is [quite fast] now"_s);
    row("quotes", u"year: \"2020\""_s, u"year: 2020"_s, u"year: [\"]2020[\"]"_s, u"year: 2020"_s);
    row("blanks", u"a:  b"_s, u"a: b"_s, u"a:[  ]b"_s, u"a:[ ]b"_s);
    row("little in common", u"one two three four five"_s, u"six seven eight nine ten one"_s,
        u"[one two three four five]"_s, u"[six seven eight nine ten one]"_s);
    row("accents", u"naïve Käse"_s, u"naïve Käsespätzle"_s, u"naïve [Käse]"_s, u"naïve [Käsespätzle]"_s);
    row("a mark belongs to its letter", u"cafe menu"_s, u"cafe\u0301 menu"_s, u"[cafe] menu"_s, u"[cafe\u0301] menu"_s);
    row("letters without blanks between", u"東京都"_s, u"東北都"_s, u"東[京]都"_s, u"東[北]都"_s);
    row("outside the BMP", u"ship 🚀 it"_s, u"ship 🚁 it"_s, u"ship [🚀] it"_s, u"ship [🚁] it"_s);
    row("wrapped anew", u"one two\nthree four"_s, u"one\ntwo three four"_s, u"one two\nthree four"_s,
        u"one\ntwo three four"_s);
}

void TestWordDifference::words()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, removed);
    QFETCH(QString, added);
    const WordDifference difference = diffWords(from, to);
    QCOMPARE(marked(from, difference.removed), removed);
    QCOMPARE(marked(to, difference.added), added);
}

static QString without(QString text, const QList<WordRange> &ranges)
{
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
        text.remove(range->start, range->length);
    return text;
}

// Without its blanks, what is not marked is the same on both sides; surrogates stay together.
void TestWordDifference::randomLines()
{
    const QList<char32_t> characters{U'a', U'b', U' ', U',', U'ä', U'東', U'🚀', U'\u0301', U'\t'};
    QRandomGenerator random(7);
    const auto line = [&] {
        QString text;
        for (int left = random.bounded(20); left > 0; --left)
            text += QChar::fromUcs4(characters[random.bounded(characters.size())]);
        return text;
    };
    for (int round = 0; round < 5000; ++round) {
        const QString from = line();
        const QString to = line();
        const WordDifference difference = diffWords(from, to);
        const QString oldRest = without(from, difference.removed);
        const QString newRest = without(to, difference.added);
        QVERIFY(oldRest.isValidUtf16() && newRest.isValidUtf16());
        QCOMPARE(oldRest.simplified().remove(u' '), newRest.simplified().remove(u' '));
    }
}

void TestWordDifference::hostile()
{
    const QString from = u"a b "_s.repeated(200000);
    const QString to = u"b a a "_s.repeated(200000);
    const WordDifference difference = diffWords(from, to);
    QVERIFY(!difference.removed.isEmpty() || !difference.added.isEmpty());
}

QTEST_GUILESS_MAIN(TestWordDifference)
#include "tst_worddifference.moc"
