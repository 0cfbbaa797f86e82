#include "core/importers/mojibake.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// UTF-8 as somebody reads it who takes it for something else.
QString misreadAsWestern(const QString &text)
{
    return fromWindows1252(text.toUtf8());
}

QString misreadAsLatin1(const QString &text)
{
    return QString::fromLatin1(text.toUtf8());
}

/// Sentences as people write them, with letters and marks of many languages.
QString rightText(QRandomGenerator &random)
{
    static const QStringList words{u"Grüße"_s,    u"naïve"_s,  u"São"_s,    u"PADRÕES"_s, u"coração"_s, u"Ångström"_s,
                                   u"“quoted”"_s, u"don’t"_s,  u"–"_s,      u"—"_s,       u"…"_s,       u"Привет"_s,
                                   u"日本語"_s,   u"Ελλάδα"_s, u"√2"_s,     u"≠"_s,       u"Ÿ"_s,       u"ÉTÉ"_s,
                                   u"Ça"_s,       u"«Â»"_s,    u"Ω"_s,      u"→"_s,       u"🦀"_s,    u"Łódź"_s,
                                   u"Việt"_s,     u"café."_s,  u"100 €"_s,  u"ﬁne"_s,     u"plain"_s,   u"°C"_s,
                                   u"Tiếng"_s,    u"Øre"_s,    u"ÂNGULO"_s, u"Ã"_s,       u"µs"_s,      u"‚low‘"_s};
    QString text;
    for (int i = random.bounded(1, 30); i > 0; --i)
        text += words.at(random.bounded(words.size())) + (random.bounded(8) == 0 ? u'\n' : u' ');
    return text;
}

} // namespace

class TestMojibake : public QObject {
    Q_OBJECT

private slots:
    void repairs_data();
    void repairs();
    void leavesAlone_data();
    void leavesAlone();
    void leavesRightTextAlone();
    void bringsMisreadTextBack_data();
    void bringsMisreadTextBack();
};

void TestMojibake::repairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("count");
    QTest::newRow("apostrophe, Mac Roman") << u"haven‚Äôt"_s << u"haven’t"_s << u"Mac Roman"_s << 1;
    QTest::newRow("dash, Mac Roman") << u"C ‚Äî you"_s << u"C — you"_s << u"Mac Roman"_s << 1;
    QTest::newRow("heart, Mac Roman") << u"‚ù§Ô∏è"_s << u"❤️"_s << u"Mac Roman"_s << 2;
    QTest::newRow("four bytes, Mac Roman") << u"servers. \uf8ffüôÉ"_s << u"servers. 🙃"_s << u"Mac Roman"_s << 1;
    QTest::newRow("accents, Mac Roman") << u"caf√© and na√Øve"_s << u"café and naïve"_s << u"Mac Roman"_s << 2;
    QTest::newRow("apostrophe, Windows-1252") << u"donâ€™t"_s << u"don’t"_s << u"Windows-1252"_s << 1;
    QTest::newRow("accents, Windows-1252") << u"cafÃ© naÃ¯ve"_s << u"café naïve"_s << u"Windows-1252"_s << 2;
    QTest::newRow("apostrophe, Latin-1") << u"donâ\u0080\u0099t"_s << u"don’t"_s << u"Latin-1"_s << 1;
    QTest::newRow("a byte that Windows-1252 leaves open")
        << u"so-called â€\u009d"_s << u"so-called ”"_s << u"Latin-1"_s << 1;
    QTest::newRow("twice") << misreadAsWestern(misreadAsWestern(u"don’t"_s)) << u"don’t"_s << u"Windows-1252"_s << 3;
    QTest::newRow("beside a right line") << u"haven‚Äôt\nGrüße"_s << u"haven’t\nGrüße"_s << u"Mac Roman"_s << 1;
}

void TestMojibake::repairs()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QString, encoding);
    QFETCH(int, count);
    const Repair repair = repairMojibake(text);
    QCOMPARE(repair.text, expected);
    QCOMPARE(repair.encoding, encoding);
    QCOMPARE(repair.count, count);
    QVERIFY(repair.example.contains(u" → "));
    QCOMPARE(repairMojibake(repair.text).count, 0);
}

void TestMojibake::leavesAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("ASCII") << u"Plain words.\n\nAnd more.\n"_s;
    QTest::newRow("German") << u"Grüße aus Österreich"_s;
    QTest::newRow("Portuguese in capitals") << u"SÃO PAULO, PADRÕES, NÃO"_s;
    QTest::newRow("a letter in quotation marks") << u"o acento «Â» e «Ã»"_s;
    QTest::newRow("one odd pair") << u"the mark Ã© of a wrong charset"_s;
    QTest::newRow("told beside what was meant") << u"`‚Äô` stands for ’"_s;
    QTest::newRow("two misreadings told of") << u"`‚Äô` and `â€™`"_s;
    QTest::newRow("mathematics") << u"√© is a root of the right"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xd83e));
}

void TestMojibake::leavesAlone()
{
    QFETCH(QString, text);
    const Repair repair = repairMojibake(text);
    QCOMPARE(repair.text, text);
    QCOMPARE(repair.count, 0);
}

void TestMojibake::leavesRightTextAlone()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const QString text = rightText(random);
        QCOMPARE(repairMojibake(text).text, text);
    }
}

void TestMojibake::bringsMisreadTextBack_data()
{
    QTest::addColumn<bool>("latin1");
    QTest::newRow("Windows-1252") << false;
    QTest::newRow("Latin-1") << true;
}

void TestMojibake::bringsMisreadTextBack()
{
    QFETCH(bool, latin1);
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        const QString text = rightText(random) + u"don’t — “stop”"_s;
        QCOMPARE(repairMojibake(latin1 ? misreadAsLatin1(text) : misreadAsWestern(text)).text, text);
    }
}

QTEST_GUILESS_MAIN(TestMojibake)
#include "tst_mojibake.moc"
