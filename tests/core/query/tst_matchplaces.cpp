#include "core/base/fold.h"
#include "core/corpus/searchtext.h"
#include "core/query/matchplaces.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const QString &text, const QList<TextPlace> &places)
{
    QStringList texts;
    for (const TextPlace &place : places)
        texts.append(text.mid(place.start, place.length));
    return texts;
}

} // namespace

class TestMatchPlaces : public QObject {
    Q_OBJECT

private slots:
    void places_data();
    void places();
    void offsets_data();
    void offsets();
    void overlapping();
    void atMost();
    void foldsAsTheSearchDoes_data();
    void foldsAsTheSearchDoes();
    void foldsRandomTextAsTheSearchDoes();
};

void TestMatchPlaces::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("sought");
    QTest::addColumn<QStringList>("expected"); // what is marked
    const auto row = [](const char *name, const QString &text, const QStringList &sought, const QStringList &expected) {
        QTest::newRow(name) << text << sought << expected;
    };
    row("a word", u"Go to Rust"_s, {u"rust"_s}, {u"Rust"_s});
    row("a beginning", u"Golang"_s, {u"go"_s}, {u"Go"_s});
    row("inside a word", u"cargo"_s, {u"go"_s}, {});
    row("twice", u"go and Go"_s, {u"go"_s}, {u"go"_s, u"Go"_s});
    row("two words", u"latency of the collector"_s, {u"coll"_s, u"latency"_s}, {u"latency"_s, u"coll"_s});
    row("nothing sought", u"go"_s, {}, {});
    row("an empty needle", u"go"_s, {QString()}, {});
    row("an empty text", QString(), {u"go"_s}, {});
    row("a phrase", u"the Garbage Collector ran"_s, {u"garbage coll"_s}, {u"Garbage Coll"_s});
    row("a phrase over a line", u"the garbage\n  collector"_s, {u"garbage collector"_s}, {u"garbage\n  collector"_s});
    row("a phrase over lines of a quotation", u"> the garbage\n> collector"_s, {u"garbage collector"_s},
        {u"garbage\n> collector"_s});
    row("a phrase over CRLF", u"garbage\r\ncollector"_s, {u"garbage collector"_s}, {u"garbage\r\ncollector"_s});
    row("not over paragraphs", u"garbage\n\ncollector"_s, {u"garbage collector"_s}, {});
    row("not over paragraphs of a document", u"garbage\u2029\u2029collector"_s, {u"garbage collector"_s}, {});
    row("over a hard blank", u"garbage\u00A0collector"_s, {u"garbage collector"_s}, {u"garbage\u00A0collector"_s});
    row("sharp s", u"die Straße da"_s, {u"strasse"_s}, {u"Straße"_s});
    row("half of a sharp s", u"Straße"_s, {u"stras"_s}, {u"Straß"_s});
    row("after a sharp s", u"Straße Berlin"_s, {u"berlin"_s}, {u"Berlin"_s});
    row("an accent", u"so naïve a view"_s, {u"naive"_s}, {u"naïve"_s});
    row("an accent of its own", u"nai\u0308ve view"_s, {u"naive"_s}, {u"nai\u0308ve"_s});
    row("an accent at the end", u"the cafe\u0301, open"_s, {u"cafe"_s}, {u"cafe\u0301"_s});
    row("a ligature", u"eﬃcient ﬁle"_s, {u"file"_s, u"efficient"_s}, {u"eﬃcient"_s, u"ﬁle"_s});
    row("half of a ligature", u"ﬁle"_s, {u"f"_s}, {u"ﬁ"_s});
    row("Greek", u"ὁ Λόγος"_s, {u"λογος"_s}, {u"Λόγος"_s});
    row("Turkish", u"İstanbul"_s, {u"istanbul"_s}, {u"İstanbul"_s});
    row("Chinese", u"我在東京都工作"_s, {u"京"_s}, {u"京"_s});
    row("Chinese, side by side", u"人人"_s, {u"人"_s}, {u"人"_s, u"人"_s});
    row("Korean", u"한국어 국"_s, {u"국"_s}, {u"국"_s, u"국"_s});
    row("full width", u"ＲＵＳＴ 言語"_s, {u"rust"_s}, {u"ＲＵＳＴ"_s});
    row("after an emoji", u"🦀 Rust 🦀"_s, {u"rust"_s}, {u"Rust"_s});
    row("an emoji", u"we 🦀 it"_s, {u"🦀"_s}, {u"🦀"_s});
    row("an emoji with a selector", u"we ❤\uFE0F it"_s, {u"❤"_s}, {u"❤\uFE0F"_s});
    row("half a pair before it", QString(QChar(0xD83E)) + u" rust"_s, {u"rust"_s}, {u"rust"_s});
    row("signs", u"from C++ to Rust"_s, {u"c++"_s}, {u"C++"_s});
}

void TestMatchPlaces::places()
{
    QFETCH(QString, text);
    QFETCH(QStringList, sought);
    QList<QByteArray> needles;
    for (const QString &one : sought)
        needles.append(fold(one));
    QTEST(textsOf(text, matchPlaces(text, needles)), "expected");
}

void TestMatchPlaces::offsets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::newRow("after a sharp s") << u"Straße rust"_s << 7 << 4;
    QTest::newRow("after an emoji of two units") << u"🦀 rust"_s << 3 << 4;
    QTest::newRow("after a mark of its own") << u"e\u0301 rust"_s << 3 << 4;
    QTest::newRow("after many blanks") << u"a  \t\n rust"_s << 6 << 4;
    QTest::newRow("at the end") << u"rust"_s << 0 << 4;
}

void TestMatchPlaces::offsets()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(int, length);
    QCOMPARE(matchPlaces(text, {"rust"}), (QList<TextPlace>{{start, length}}));
}

void TestMatchPlaces::overlapping()
{
    const QString text = u"the garbage collector"_s;
    QCOMPARE(textsOf(text, matchPlaces(text, {"garbage", "garbage coll", "collector"})),
             QStringList{u"garbage collector"_s});
    QCOMPARE(textsOf(text, matchPlaces(text, {"gar", "garbage"})), QStringList{u"garbage"_s});
}

void TestMatchPlaces::atMost()
{
    QCOMPARE(matchPlaces(u"go "_s.repeated(100), {"go"}, 10).size(), 10);
}

void TestMatchPlaces::foldsAsTheSearchDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Some Text, and more."_s;
    QTest::newRow("lines") << u" a\n\n> b\n> > c\r\n\r\nd  \n"_s;
    QTest::newRow("scripts") << u"Ǆ ΣΑΣ İı ß ẞ ﬀ 한국어 ががぎ ๗ก็ 𝔘𝔫𝔦 ①½"_s;
    QTest::newRow("marks") << u"a\u0308\u0323b \u0301"_s;
}

void TestMatchPlaces::foldsAsTheSearchDoes()
{
    QFETCH(QString, text);
    QByteArray expected;
    appendSearchText(expected, text.toUtf8());
    QCOMPARE(FoldedText(text).bytes(), expected);
}

void TestMatchPlaces::foldsRandomTextAsTheSearchDoes()
{
    QRandomGenerator random(20);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int length = random.bounded(30); length > 0; --length) {
            const char32_t code = random.bounded(4) == 0 ? random.bounded(0x20, 0x80) : random.bounded(0xA0, 0x1FA00);
            if (!QChar::isSurrogate(code) && code != QChar::ParagraphSeparator && code != QChar::LineSeparator)
                text += QString::fromUcs4(&code, 1);
        }
        QByteArray expected;
        appendSearchText(expected, text.toUtf8());
        QVERIFY2(FoldedText(text).bytes() == expected, text.toUtf8().toPercentEncoding().constData());
    }
}

QTEST_GUILESS_MAIN(TestMatchPlaces)
#include "tst_matchplaces.moc"
