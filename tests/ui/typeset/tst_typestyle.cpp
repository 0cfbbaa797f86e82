#include "ui/typeset/typestyle.h"

#include <QTest>

#include <cmath>

using namespace casebook;

class TestTypeStyle : public QObject {
    Q_OBJECT

private slots:
    void colorsCanBeRead_data();
    void colorsCanBeRead();
    void readableKeepsWhatCanBeRead();
    void zoomScalesEverything();
    void paperIsBlackOnWhite();
    void headingsGrowTowardsTheTitle();
};

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

QPalette paletteOf(const QColor &text, const QColor &base)
{
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Link, Qt::blue); // Qt's own, which cannot be read on a dark page
    return palette;
}

void TestTypeStyle::colorsCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << paletteOf(Qt::black, Qt::white);
    QTest::newRow("dark") << paletteOf(QColor(0xe2e4e8), QColor(0x1e2024));
    QTest::newRow("black") << paletteOf(Qt::white, Qt::black);
    QTest::newRow("sepia") << paletteOf(QColor(0x3b2f20), QColor(0xf6ecd8));
}

void TestTypeStyle::colorsCanBeRead()
{
    QFETCH(QPalette, palette);
    const TypeStyle style = TypeStyle::fromPalette(palette);
    QCOMPARE(style.page, palette.color(QPalette::Base));
    for (const QColor &color : {style.text, style.muted, style.link, style.forTone, style.againstTone, style.warning,
                                style.readable(style.page)})
        QVERIFY2(contrast(color, style.page) >= 4.5, qPrintable(color.name()));
    QVERIFY(contrast(style.text, style.codeTint) >= 4.5);
    QVERIFY(contrast(style.muted, style.text) > 1.3);
}

void TestTypeStyle::readableKeepsWhatCanBeRead()
{
    const TypeStyle style = TypeStyle::forPrint();
    QCOMPARE(style.readable(QColor(0x1f5fae)), QColor(0x1f5fae));
}

void TestTypeStyle::zoomScalesEverything()
{
    const TypeStyle one = TypeStyle::fromPalette(QPalette());
    const TypeStyle two = TypeStyle::fromPalette(QPalette(), 2);
    QCOMPARE(two.em, 2 * one.em);
    QCOMPARE(two.comfortableWidth(), 2 * one.comfortableWidth());
    QCOMPARE(two.body.pointSizeF(), 2 * one.body.pointSizeF());
    QCOMPARE(two.headingFormat(1).fontPointSize(), 2 * one.headingFormat(1).fontPointSize());
    QVERIFY(TypeStyle::fromPalette(QPalette(), 0).em > 0);
}

void TestTypeStyle::paperIsBlackOnWhite()
{
    const TypeStyle style = TypeStyle::forPrint(9);
    QVERIFY(style.paper);
    QCOMPARE(style.page, QColor(Qt::white));
    QVERIFY(contrast(style.text, style.page) > 15);
    QCOMPARE(style.body.pointSizeF(), 9.0);
    QCOMPARE(style.em, 9 * style.dotsPerInch / 72);
}

void TestTypeStyle::headingsGrowTowardsTheTitle()
{
    const TypeStyle style = TypeStyle::forPrint();
    for (int level = 1; level < 6; ++level)
        QVERIFY(style.headingFormat(level).fontPointSize() > style.headingFormat(level + 1).fontPointSize());
    QCOMPARE(style.headingFormat(9).fontPointSize(), style.headingFormat(6).fontPointSize());
}

QTEST_MAIN(TestTypeStyle)
#include "tst_typestyle.moc"
