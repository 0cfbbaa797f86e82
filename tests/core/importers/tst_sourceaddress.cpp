#include "core/importers/citedsources.h"
#include "core/importers/sourceaddress.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestSourceAddress : public QObject {
    Q_OBJECT

private slots:
    void comparesAddresses_data();
    void comparesAddresses();
    void readsTitles_data();
    void readsTitles();
    void readsYears_data();
    void readsYears();
};

void TestSourceAddress::comparesAddresses_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("scheme") << u"http://a.org/x"_s << u"https://a.org/x"_s << true;
    QTest::newRow("www") << u"https://www.a.org/x"_s << u"https://a.org/x"_s << true;
    QTest::newRow("case of the host") << u"https://A.Org/x"_s << u"https://a.org/x"_s << true;
    QTest::newRow("case of the path") << u"https://a.org/X"_s << u"https://a.org/x"_s << false;
    QTest::newRow("slash") << u"https://a.org/x/"_s << u"https://a.org/x"_s << true;
    QTest::newRow("root") << u"https://a.org/"_s << u"https://a.org"_s << true;
    QTest::newRow("fragment") << u"https://a.org/x#y"_s << u"https://a.org/x"_s << true;
    QTest::newRow("visitors") << u"https://a.org/x?utm_source=b&gi=3"_s << u"https://a.org/x"_s << true;
    QTest::newRow("query") << u"https://a.org/x?v=1"_s << u"https://a.org/x?v=2"_s << false;
    QTest::newRow("order of the query") << u"https://a.org/x?v=1&t=2"_s << u"https://a.org/x?t=2&v=1"_s << true;
    QTest::newRow("port") << u"https://a.org:443/x"_s << u"https://a.org/x"_s << true;
    QTest::newRow("another port") << u"https://a.org:8080/x"_s << u"https://a.org/x"_s << false;
    QTest::newRow("host") << u"https://b.org/x"_s << u"https://a.org/x"_s << false;
}

void TestSourceAddress::comparesAddresses()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(!addressKey(one).isEmpty());
    QTEST(addressKey(one) == addressKey(other), "same");
}

void TestSourceAddress::readsTitles_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("title");
    QTest::newRow("words") << u"https://a.org/b/rewriting-the-engine"_s << u"Rewriting the engine"_s;
    QTest::newRow("ending") << u"https://a.org/rewriting_the_engine.html"_s << u"Rewriting the engine"_s;
    QTest::newRow("hash") << u"https://a.org/rewriting-the-engine-a190bbca2b1f?x=1"_s << u"Rewriting the engine"_s;
    QTest::newRow("too few") << u"https://www.a.org/faq"_s << u"a.org/faq"_s;
    QTest::newRow("host") << u"https://a.org/"_s << u"a.org"_s;
}

void TestSourceAddress::readsTitles()
{
    QFETCH(QString, url);
    QTEST(titleFromAddress(url), "title");
}

void TestSourceAddress::readsYears_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("year");
    QTest::newRow("in parentheses") << u"Out of the mire (2025)"_s << u""_s << u"Out of the mire"_s << 2025;
    QTest::newRow("in brackets") << u"Mire [2019]"_s << u""_s << u"Mire"_s << 2019;
    QTest::newRow("in a year") << u"What we learned in 2022"_s << u""_s << u"What we learned in 2022"_s << 2022;
    QTest::newRow("with a month") << u"Mire (May 2021)"_s << u""_s << u"Mire (May 2021)"_s << 2021;
    QTest::newRow("behind the link") << u"Mire"_s << u" (2018), "_s << u"Mire"_s << 2018;
    QTest::newRow("a number") << u"2048 in depth"_s << u""_s << u"2048 in depth"_s << 0;
    QTest::newRow("nothing but the year") << u"(2020)"_s << u""_s << u"(2020)"_s << 2020;
    QTest::newRow("called source") << u"(Source)"_s << u""_s << u"a.org/x"_s << 0;
}

void TestSourceAddress::readsYears()
{
    QFETCH(QString, text);
    QFETCH(QString, after);
    const ImportedSource source = sourceFrom({text, u"https://a.org/x"_s}, after);
    QTEST(source.title, "title");
    QTEST(source.year, "year");
}

QTEST_GUILESS_MAIN(TestSourceAddress)
#include "tst_sourceaddress.moc"
