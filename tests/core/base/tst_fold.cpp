#include "core/base/fold.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestFold : public QObject {
    Q_OBJECT

private slots:
    void folds_data();
    void folds();
    void bytes_data();
    void bytes();
    void appends();
    void foldingTwiceChangesNothing();
    void longRuns();
};

void TestFold::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("ASCII") << u"Hello, WORLD 42"_s << u"hello, world 42"_s;
    QTest::newRow("naïve, composed") << u"Na\u00EFve"_s << u"naive"_s;
    QTest::newRow("naïve, a mark after ASCII") << u"Nai\u0308ve"_s << u"naive"_s;
    QTest::newRow("marks alone") << u"\u0301\u0308"_s << QString();
    QTest::newRow("several marks") << u"e\u0301\u0323x"_s << u"ex"_s;
    QTest::newRow("a mark beyond the first plane") << u"a\U0001D165b"_s << u"ab"_s;
    QTest::newRow("sharp s") << u"Stra\u00DFe"_s << u"strasse"_s;
    QTest::newRow("capital sharp s") << u"STRA\u1E9EE"_s << u"strasse"_s;
    QTest::newRow("ligature") << u"\uFB01x"_s << u"fix"_s;
    QTest::newRow("dotted capital I") << u"\u0130stanbul"_s << u"istanbul"_s;
    QTest::newRow("dotless i stays") << u"\u0131"_s << u"\u0131"_s;
    QTest::newRow("final sigma") << u"\u03A3\u039F\u03A3 \u03C3\u03BF\u03C2"_s
                                 << u"\u03C3\u03BF\u03C3 \u03C3\u03BF\u03C3"_s;
    QTest::newRow("tonos") << u"\u03AC\u0386"_s << u"\u03B1\u03B1"_s;
    QTest::newRow("Cyrillic") << u"\u0419\u041E\u0414"_s << u"\u0438\u043E\u0434"_s;
    QTest::newRow("Chinese") << u"\u6771\u4EAC"_s << u"\u6771\u4EAC"_s;
    QTest::newRow("Japanese, voiced") << u"\u304C"_s << u"\u304B"_s;
    QTest::newRow("full width") << u"\uFF32\uFF55\uFF53\uFF54"_s << u"rust"_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s << u"a b"_s;
    QTest::newRow("emoji") << u"\U0001F980!"_s << u"\U0001F980!"_s;
    QTest::newRow("Deseret, a letter beyond the first plane") << u"\U00010400"_s << u"\U00010428"_s;
}

void TestFold::folds()
{
    QFETCH(QString, text);
    QTEST(QString::fromUtf8(fold(text)), "expected");
}

void TestFold::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("NUL stays") << QByteArray("A\0B", 3) << QByteArray("a\0b", 3);
    QTest::newRow("invalid byte") << QByteArray("A\xFF"
                                                "B")
                                  << QByteArray("a\xEF\xBF\xBD"
                                                "b");
    QTest::newRow("cut off at the end") << QByteArray("A\xC3") << QByteArray("a\xEF\xBF\xBD");
    QTest::newRow("cut off by ASCII") << QByteArray("\xE2\x82"
                                                    "A")
                                      << QByteArray("\xEF\xBF\xBD\xEF\xBF\xBD"
                                                    "a");
}

void TestFold::bytes()
{
    QFETCH(QByteArray, bytes);
    QByteArray folded;
    appendFolded(folded, bytes);
    QTEST(folded, "expected");
}

void TestFold::appends()
{
    QByteArray target("kept|");
    appendFolded(target,
                 "\xC3\x84"
                 "B");
    appendFolded(target, "");
    QCOMPARE(target, QByteArray("kept|ab"));
}

void TestFold::foldingTwiceChangesNothing()
{
    for (char32_t code = 1; code < 0x20000; ++code) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        const QByteArray once = fold(QChar::fromUcs4(code));
        const QByteArray twice = fold(QString::fromUtf8(once));
        if (once != twice)
            QCOMPARE(twice.toHex() + " of U+" + QByteArray::number(uint(code), 16),
                     once.toHex() + " of U+" + QByteArray::number(uint(code), 16));
    }
}

/// Runs beyond ASCII are folded in slices, and none is cut inside a character. One that becomes eighteen took minutes.
void TestFold::longRuns()
{
    for (const QString &unit : {u"\u00E9"_s, u"\u6771"_s, u"\U00010400"_s, u"\u00E9\u6771\u0301"_s, u"\uFDFA"_s}) {
        const QByteArray one = fold(unit);
        QCOMPARE(fold(unit.repeated(3000)), one.repeated(3000));
        QCOMPARE(fold(QString(u"\u00FC"_s + unit.repeated(3000))), "u" + one.repeated(3000));
    }
    QByteArray garbled;
    appendFolded(garbled, QByteArray(3000, char(0x80)));
    QCOMPARE(garbled.size(), 9000);
    QCOMPARE(fold(u"\uFDFA"_s.repeated(200'000)).size(), 200'000 * fold(u"\uFDFA").size());
}

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
