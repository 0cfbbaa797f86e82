#include "core/exporters/bibtexexport.h"
#include "exportcorpus.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestBibtexExport : public QObject {
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void isReadByOthers();
    void hasKeysOfItsOwn();
    void saysNoEntryInComments();
};

void TestBibtexExport::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("words") << u"Grüße 日本"_s << u"Grüße 日本"_s;
    QTest::newRow("signs") << u"50% & $5 #1 a_b"_s << u"50\\% \\& \\$5 \\#1 a\\_b"_s;
    QTest::newRow("uneven braces") << u"}{{"_s << u"\\textbraceright{}\\textbraceleft{}\\textbraceleft{}"_s;
    QTest::newRow("a command") << u"\\input x"_s << u"\\textbackslash{}input x"_s;
    QTest::newRow("tilde and caret") << u"~^"_s << u"\\textasciitilde{}\\textasciicircum{}"_s;
    QTest::newRow("lines and controls") << u"a\n\tb\x01"_s << u"a b"_s;
}

void TestBibtexExport::escapes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(bibtexText(text), expected);
}

void TestBibtexExport::isReadByOthers()
{
    const ExportCorpus cases;
    const QJsonArray entries = cases.readBack(u"bibtex"_s)[u"entries"].toArray();
    QCOMPARE(entries.size(), 2); // the second case cites a page that the first one cites too
    QMap<QString, QJsonValue> byAddress;
    for (const QJsonValue &entry : entries) {
        QCOMPARE(entry[u"type"].toString(), u"misc"_s);
        byAddress.insert(entry[u"fields"][u"url"].toString(), entry[u"fields"]);
    }
    const QJsonValue first = byAddress.value(u"https://example.com/a?b=1&c=%7Bx%7D#top"_s);
    QCOMPARE(first[u"title"].toString(), u"Why {we} moved_to $Rust & left 50% #1 ~ ^ \\ behind"_s);
    QCOMPARE(first[u"year"].toString(), u"2020"_s);
    QVERIFY2(first[u"note"].toString().startsWith(u"Blog, Own, cited by "), qPrintable(first[u"note"].toString()));
    QVERIFY(first[u"note"].toString().contains(u"Zwo · שלום عالم"_s));
    const QStringList addresses = byAddress.keys();
    QVERIFY2(byAddress.size() == 2, qPrintable(addresses.join(u' ')));
    for (const QString &address : addresses)
        QVERIFY2(QRegularExpression(u"^https://[!-~]+$"_s).match(address).hasMatch(), qPrintable(address));
    for (const QString &address : addresses) {
        if (address.contains(u"xn--"))
            QCOMPARE(byAddress.value(address)[u"title"].toString(), u"Zweiter Blick 日本語 🦀"_s);
    }
}

void TestBibtexExport::hasKeysOfItsOwn()
{
    const ExportCorpus cases;
    QSet<QString> keys;
    const QJsonArray entries = cases.readBack(u"bibtex"_s)[u"entries"].toArray();
    for (const QJsonValue &entry : entries) {
        const QString key = entry[u"key"].toString();
        QVERIFY2(QRegularExpression(u"^[a-z][a-z0-9-]*$"_s).match(key).hasMatch(), qPrintable(key));
        keys.insert(key);
    }
    QCOMPARE(keys.size(), entries.size());
    QVERIFY(!entries.isEmpty());
}

// BibTeX knows no comments: what looks like an entry is one.
void TestBibtexExport::saysNoEntryInComments()
{
    ExportCorpus cases;
    cases.select(u"-\"@misc{x, title=\""_s);
    QVERIFY(cases.content().words.contains(u"@misc{x"));
    QCOMPARE(cases.readBack(u"bibtex"_s)[u"entries"].toArray().size(), 2);
}

QTEST_GUILESS_MAIN(TestBibtexExport)
#include "tst_bibtexexport.moc"
