#include "ui/report/pdffonts.h"

#include <QTest>

namespace casebook {

class TestPdfFonts : public QObject {
    Q_OBJECT

private slots:
    void mends_data();
    void mends();
    void countsInLetters();
};

void TestPdfFonts::mends_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing to mend") << QByteArray("<0001> <0002> [<0041> <0042> ]")
                                     << QByteArray("<0001> <0002> [<0041> <0042> ]");
    QTest::newRow("a tab is a space") << QByteArray("[<0009> ]") << QByteArray("[<0020> ]");
    QTest::newRow("ligatures") << QByteArray("[<FB01> <0041> <FB04> ]")
                               << QByteArray("[<00660069> <0041> <00660066006C> ]");
    QTest::newRow("the ends of a range stay") << QByteArray("<0009> <FB01> <FB02>\n<0001> <0009> [<0009> ]")
                                              << QByteArray("<0009> <FB01> <FB02>\n<0001> <0009> [<0020> ]");
    QTest::newRow("two lists") << QByteArray("[<FB00> ] [<FB03> ]") << QByteArray("[<00660066> ] [<006600660069> ]");
    QTest::newRow("a list without an end") << QByteArray("[<FB00>") << QByteArray("[<FB00>");
}

void TestPdfFonts::mends()
{
    QFETCH(QByteArray, map);
    QFETCH(QByteArray, expected);
    QCOMPARE(mendedCharacterMap(map), expected);
}

void TestPdfFonts::countsInLetters()
{
    QCOMPARE(subsetTag(0), QByteArray("AAAAAA"));
    QCOMPARE(subsetTag(27), QByteArray("AAAABB"));
}

} // namespace casebook

QTEST_APPLESS_MAIN(casebook::TestPdfFonts)
#include "tst_pdffonts.moc"
