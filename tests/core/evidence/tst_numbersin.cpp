#include "core/evidence/numbersin.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestNumbersIn : public QObject {
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestNumbersIn::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<double>>("expected");
    const auto row = [](const char *name, const QString &text, const QList<double> &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", {}, {});
    row("words alone", u"twice as fast"_s, {});
    row("at either end", u"76 percent, then 24"_s, {76, 24});
    row("a fraction", u"3.4 times"_s, {3.4});
    row("a full stop", u"It came to 30. Then more."_s, {30});
    row("commas", u"70,000 lines"_s, {70000});
    row("millions", u"1,000,000 TPS"_s, {1000000});
    row("grouped, with a fraction", u"1,234.5"_s, {1234.5});
    row("blanks that do not break", u"30\u00a0000 and 40\u202f000"_s, {30000, 40000});
    row("apostrophes", u"30'000 and 40\u2019000"_s, {30000, 40000});
    row("a plain blank parts", u"30 000"_s, {30, 0});
    row("a list of two", u"10,20"_s, {10, 20});
    row("a year and three digits", u"2019,100"_s, {2019, 100});
    row("too many digits after the comma", u"3,0000"_s, {3, 0});
    row("a version", u"1.2.3"_s, {1.2, 3});
    row("a sign is passed over", u"-5 °C"_s, {5});
    row("next to letters", u"x86 and C++20"_s, {86, 20});
    row("ends in a comma", u"30,"_s, {30});
    row("ends in a point", u"30."_s, {30});
    row("other digits than ours", u"\u0663\u0664"_s, {});
}

void TestNumbersIn::finds()
{
    QFETCH(QString, text);
    QFETCH(QList<double>, expected);
    QCOMPARE(numbersIn(text), expected);
}

QTEST_GUILESS_MAIN(TestNumbersIn)
#include "tst_numbersin.moc"
