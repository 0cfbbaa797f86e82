#include "core/markdown/bareurl.h"
#include "core/markdown/link.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::LinkKind)

class TestLinks : public QObject {
    Q_OBJECT

private slots:
    void kind_data();
    void kind();
    void encoded_data();
    void encoded();
    void host_data();
    void host();
    void bareUrl_data();
    void bareUrl();
};

void TestLinks::kind_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<LinkKind>("expected");
    QTest::newRow("https") << u"https://a.example/b?c#d"_s << LinkKind::External;
    QTest::newRow("capitals") << u"HTTP://A.example"_s << LinkKind::External;
    QTest::newRow("mailto") << u"mailto:a@b.example"_s << LinkKind::External;
    QTest::newRow("other script") << u"https://\u00fc.example/\u00e4"_s << LinkKind::External;
    QTest::newRow("relative") << u"other.md"_s << LinkKind::Relative;
    QTest::newRow("relative, below") << u"a/b.md#c"_s << LinkKind::Relative;
    QTest::newRow("relative, above") << u"../a.md"_s << LinkKind::Relative;
    QTest::newRow("colon after a slash") << u"./a:b.md"_s << LinkKind::Relative;
    QTest::newRow("fragment") << u"#source-1"_s << LinkKind::Fragment;
    QTest::newRow("empty") << u""_s << LinkKind::Refused;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << LinkKind::Refused;
    QTest::newRow("javascript, mixed case") << u"JaVaScRiPt:alert(1)"_s << LinkKind::Refused;
    QTest::newRow("javascript after a space") << u" javascript:alert(1)"_s << LinkKind::Refused;
    QTest::newRow("javascript with a tab") << u"java\tscript:alert(1)"_s << LinkKind::Refused;
    QTest::newRow("javascript, part encoded") << u"java%73cript:alert(1)"_s << LinkKind::Refused;
    QTest::newRow("data") << u"data:text/html,a"_s << LinkKind::Refused;
    QTest::newRow("file") << u"file:///etc/passwd"_s << LinkKind::Refused;
    QTest::newRow("ftp") << u"ftp://a.example"_s << LinkKind::Refused;
    QTest::newRow("ours") << u"casebook:case/a"_s << LinkKind::Refused;
    QTest::newRow("no scheme, host") << u"//a.example/b"_s << LinkKind::Refused;
    QTest::newRow("backslashes, host") << u"\\\\a\\b"_s << LinkKind::Refused;
    QTest::newRow("absolute path") << u"/etc/passwd"_s << LinkKind::Refused;
    QTest::newRow("drive") << u"C:\\a"_s << LinkKind::Refused;
    QTest::newRow("http without a host") << u"http:///a"_s << LinkKind::Refused;
    QTest::newRow("broken host") << u"http://a b/"_s << LinkKind::Refused;
    QTest::newRow("line feed") << u"https://a.example/\nb"_s << LinkKind::Refused;
    QTest::newRow("scheme alone") << u"mailto:"_s << LinkKind::Refused;
}

void TestLinks::kind()
{
    QFETCH(QString, url);
    QTEST(linkKind(url), "expected");
}

void TestLinks::encoded_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("as it is") << u"https://a.example/b?c=d&e=%20f#g"_s
                              << QByteArray("https://a.example/b?c=d&e=%20f#g");
    QTest::newRow("space, quote, angle") << u"https://a.example/b c\"<d>"_s
                                         << QByteArray("https://a.example/b%20c%22%3Cd%3E");
    QTest::newRow("other script in the path")
        << u"https://a.example/\u00e4"_s << QByteArray("https://a.example/%C3%A4");
    QTest::newRow("other script in the host")
        << u"https://b\u00fccher.example/\u00e4"_s << QByteArray("https://xn--bcher-kva.example/%C3%A4");
    QTest::newRow("host in capitals") << u"https://A.Example/B"_s << QByteArray("https://A.Example/B");
    QTest::newRow("relative") << u"a b/\u00e4.md"_s << QByteArray("a%20b/%C3%A4.md");
    QTest::newRow("refused") << u"javascript:alert(1)"_s << QByteArray();
}

void TestLinks::encoded()
{
    QFETCH(QString, url);
    QTEST(encodedLink(url), "expected");
}

void TestLinks::host_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("www") << u"https://www.a.example/b"_s << u"a.example"_s;
    QTest::newRow("port") << u"http://a.example:8080/b"_s << u"a.example"_s;
    QTest::newRow("mail") << u"mailto:a@b.example"_s << u""_s;
    QTest::newRow("relative") << u"a.md"_s << u""_s;
}

void TestLinks::host()
{
    QFETCH(QString, url);
    QTEST(linkHost(url), "expected");
}

void TestLinks::bareUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u"no address: here"_s << u""_s;
    QTest::newRow("alone") << u"https://a.example"_s << u"https://a.example"_s;
    QTest::newRow("full stop") << u"See https://a.example/b."_s << u"https://a.example/b"_s;
    QTest::newRow("several marks") << u"https://a.example/b?!,:"_s << u"https://a.example/b"_s;
    QTest::newRow("query") << u"https://a.example/?b=c&d=e"_s << u"https://a.example/?b=c&d=e"_s;
    QTest::newRow("in brackets") << u"(https://a.example/b)"_s << u"https://a.example/b"_s;
    QTest::newRow("bracket of its own") << u"https://a.example/b_(c)"_s << u"https://a.example/b_(c)"_s;
    QTest::newRow("both brackets") << u"(https://a.example/b_(c))."_s << u"https://a.example/b_(c)"_s;
    QTest::newRow("entity") << u"https://a.example/b&quot;"_s << u"https://a.example/b"_s;
    QTest::newRow("semicolon") << u"https://a.example/b;"_s << u"https://a.example/b;"_s;
    QTest::newRow("angle") << u"https://a.example/b<c"_s << u"https://a.example/b"_s;
    QTest::newRow("quotation marks") << u"\u201chttps://a.example/b\u201d"_s << u"https://a.example/b"_s;
    QTest::newRow("no dot") << u"http://localhost:80/a"_s << u"http://localhost:80/a"_s;
    QTest::newRow("other script") << u"https://b\u00fccher.example/\u00e4"_s << u"https://b\u00fccher.example/\u00e4"_s;
    QTest::newRow("capitals") << u"HTTPS://a.example"_s << u"HTTPS://a.example"_s;
    QTest::newRow("within a word") << u"xhttps://a.example"_s << u""_s;
    QTest::newRow("no host") << u"https://"_s << u""_s;
    QTest::newRow("no host but a mark") << u"https://."_s << u""_s;
    QTest::newRow("underscore near the end") << u"https://a.b_c.example"_s << u""_s;
    QTest::newRow("underscore farther in front") << u"https://a_b.c.example"_s << u"https://a_b.c.example"_s;
    QTest::newRow("mail") << u"mailto:a.b@c.example, please"_s << u"mailto:a.b@c.example"_s;
    QTest::newRow("mail without a box") << u"mailto:@c.example"_s << u""_s;
    QTest::newRow("mail without a host") << u"mailto:a@ b"_s << u""_s;
    QTest::newRow("second try") << u"http://_ http://a.example"_s << u"http://a.example"_s;
}

void TestLinks::bareUrl()
{
    QFETCH(QString, text);
    const TextRange range = findBareUrl(text, 0);
    QTEST(text.mid(range.start, range.length), "expected");
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
