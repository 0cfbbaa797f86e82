#include "core/markdown/markdownwriter.h"
#include "core/sources/charset.h"
#include "core/sources/pdftext.h"
#include "core/sources/readabletext.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QString prose = u"The service that reads states was slow every two minutes, since memory was collected then, and "
                      u"nobody could tune it away. So it was written anew, in another language, within a month. "_s;

QString readablePage(const QString &html, const ReadableOptions &options = {})
{
    const Result<ReadableText> readable =
        readableText(html.toUtf8(), u"text/html"_s, u"utf-8"_s, u"https://x.org/blog/a"_s, options);
    return readable ? toMarkdown(readable->document) : QString();
}

QByteArray pdfOf(const QByteArray &content)
{
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> places;
    const auto add = [&](const QByteArray &object) {
        places.append(pdf.size());
        pdf += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    add("<</Type/Catalog/Pages 2 0 R>>");
    add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>");
    add("<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content + "\nendstream");
    add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    const qsizetype table = pdf.size();
    pdf += "xref\n0 6\n0000000000 65535 f \n";
    for (const qsizetype place : std::as_const(places))
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace

class TestReadableText : public QObject {
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void knowsLabels();
    void findsTheText_data();
    void findsTheText();
    void keepsTheWholePageWhenAsked();
    void makesAddressesWhole();
    void readsOtherTypes_data();
    void readsOtherTypes();
    void readsPdf();
    void refusesWhatIsNoPdf();
    void stopsReadingAPdf();
    void survivesHostilePages_data();
    void survivesHostilePages();
    void survivesNonsense();
};

void TestReadableText::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("charset");
    QTest::addColumn<bool>("isDamaged");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &declared, const QString &text,
                        const QString &charset, bool isDamaged = false) {
        QTest::newRow(name) << bytes << declared << text << charset << isDamaged;
    };
    row("nothing", {}, {}, {}, u"UTF-8"_s);
    row("UTF-8 that nobody declares", "na\xC3\xAFve \xE2\x86\x92", {}, u"naïve →"_s, u"UTF-8"_s);
    row("a mark goes before the header", "\xEF\xBB\xBF\xC3\xA4", u"iso-8859-1"_s, u"ä"_s, u"UTF-8"_s);
    row("UTF-16 with a mark", QByteArray("\xFF\xFEH\0\xE4\0", 6), u"utf-8"_s, u"Hä"_s, u"UTF-16LE"_s);
    row("UTF-16 the other way round", QByteArray("\xFE\xFF\0H\0\xE4", 6), {}, u"Hä"_s, u"UTF-16BE"_s);
    row("Latin-1 by the header means Windows-1252", "\x93na\xEFve\x94 \x80", u"ISO-8859-1"_s, u"“naïve” €"_s,
        u"windows-1252"_s);
    row("Latin-1 by the page", "<meta charset=latin1>\xE4", {}, u"<meta charset=latin1>ä"_s, u"windows-1252"_s);
    row("the header goes before the page", "<meta charset=koi8-r>\xE4", u"latin1"_s, u"<meta charset=koi8-r>ä"_s,
        u"windows-1252"_s);
    row("an old meta element",
        "<META http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>\x93\xFA\x96\x7B", {},
        u"<META http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>日本"_s, u"Shift_JIS"_s);
    row("an XML declaration", "<?xml version='1.0' encoding='koi8-r'?>\xF0\xF2\xE9", {},
        u"<?xml version='1.0' encoding='koi8-r'?>ПРИ"_s, u"KOI8-R"_s);
    row("a meta element in a comment", "<!-- <meta charset=koi8-r> -->\xC3\xA4", {},
        u"<!-- <meta charset=koi8-r> -->ä"_s, u"UTF-8"_s);
    row("EUC-JP", "\xC6\xFC\xCB\xDC", u"euc-jp"_s, u"日本"_s, u"EUC-JP"_s);
    row("GBK under its old name", "\xD6\xD0\xCE\xC4 \x80\x30", u"gb2312"_s, u"中文 \uFFFD0"_s, u"GB18030"_s, true);
    row("Big5", "\xA4\xA4\xA4\xE5", u"Big5"_s, u"中文"_s, u"Big5"_s);
    row("EUC-KR", "\xC7\xD1\xB1\xDB", u"ks_c_5601-1987"_s, u"한글"_s, u"EUC-KR"_s);
    row("KOI8-R", "\xF0\xF2\xE9\xF7\xE5\xF4", u"koi8-r"_s, u"ПРИВЕТ"_s, u"KOI8-R"_s);
    row("Windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2", u"cp1251"_s, u"Привет"_s, u"windows-1251"_s);
    row("a header that is wrong", "na\xC3\xAFve", u"shift_jis"_s, u"naﾃｯve"_s, u"Shift_JIS"_s);
    row("UTF-8 declared as something it cannot be", "\xE2\x82\xAC\xC3\xA4\xE2\x80\x99\x2E", u"euc-jp"_s, u"€ä’."_s,
        u"UTF-8"_s);
    row("Latin-1 declared as UTF-8", "<meta charset=utf-8>na\xEFve", u"utf-8"_s, u"<meta charset=utf-8>na\uFFFDve"_s,
        u"UTF-8"_s, true);
    row("the page knows better", "<meta charset=iso-8859-1>na\xEFve", u"utf-8"_s, u"<meta charset=iso-8859-1>naïve"_s,
        u"windows-1252"_s);
    row("a charset of no name", "na\xC3\xAFve", u"x-what"_s, u"naïve"_s, u"UTF-8"_s);
    row("bytes cut off in a character", "a\x93", u"shift_jis"_s, u"a\uFFFD"_s, u"Shift_JIS"_s, true);
    row("NUL", QByteArray("a\0b", 3), u"utf-8"_s, u"a\uFFFDb"_s, u"UTF-8"_s, true);
    const QString russian = u"Мы переписали сервис, потому что сборщик мусора останавливал его каждые две минуты. "_s;
    const QByteArray koi = QByteArray::fromHex(
        "EDD920D0C5D2C5D0C9D3C1CCC920D3C5D2D7C9D32C20D0CFD4CFCDD520DED4CF20D3C2CFD2DDC9CB20CDD5D3CFD2C120CFD3D4C1CEC1D7"
        "CCC9D7C1CC20C5C7CF20CBC1D6C4D9C520C4D7C520CDC9CED5D4D92E20");
    row("KOI8-R that nobody declares", koi.repeated(3), {}, russian.repeated(3), u"KOI8-R"_s);
    const QByteArray japanese =
        QByteArray::fromHex("93FA967B8CEA82CC836583588367834382AA82A082E882DC82B7814282B182EA82CD"
                            "97E182C582B78142");
    row("Shift-JIS that nobody declares", japanese.repeated(4), {},
        u"日本語のテストイがあります。これは例です。"_s.repeated(4), u"Shift_JIS"_s);
}

void TestReadableText::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, declared);
    const DecodedText decoded = decodeText(bytes, declared);
    QTEST(decoded.text, "text");
    QTEST(decoded.charset, "charset");
    QTEST(decoded.isDamaged, "isDamaged");
}

void TestReadableText::knowsLabels()
{
    QCOMPARE(charsetName(u" UTF8 "), u"UTF-8"_s);
    QCOMPARE(charsetName(u"l1"), u"windows-1252"_s);
    QCOMPARE(charsetName(u"x-sjis"), u"Shift_JIS"_s);
    QCOMPARE(charsetName(u"klingon"), QString());
}

void TestReadableText::findsTheText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &html, const QString &markdown) {
        QTest::newRow(name) << html << markdown;
    };
    const QString p = u"<p>"_s + prose + u"</p>"_s;
    const QString text = prose.trimmed();
    const QString nav = u"<nav><a href=/>Home</a> <a href=/blog>Blog</a></nav>"_s;
    row("an article among other things",
        nav + u"<div class=sidebar><p>Follow us</p></div><article><h1>Title</h1>"_s + p
            + u"</article><footer>Imprint</footer>"_s,
        u"# Title\n\n"_s + text);
    row("main", u"<header>Site</header><main><h1>Title</h1>"_s + p + u"</main><aside>More</aside>"_s,
        u"# Title\n\n"_s + text);
    row("main by its role", u"<div>Site</div><div role=main>"_s + p + u"</div><div role=contentinfo>c</div>"_s, text);
    row("no hints", u"<div><a href=/>Home</a></div><div><div id=x>"_s + p + p + u"</div></div><div>Imprint</div>"_s,
        text + u"\n\n"_s + text);
    row("several sections",
        u"<div class=top><a href=/>Home</a></div><div id=all><section>"_s + p + u"</section><section>"_s + p
            + u"</section></div>"_s,
        text + u"\n\n"_s + text);
    row("scripts, styles and forms",
        u"<article><script>alert('x')</script><style>p{}</style><noscript>On</noscript><form><input value=a><label>Mail"
        u"</label><button>Go</button></form><iframe src=https://y.org>f</iframe><select><option>o</select>"_s
            + p + u"</article>"_s,
        text);
    row("notices and sharing",
        u"<main>"_s + p + u"<div class='share-buttons'>Tweet</div><div id=cookie-consent>We use cookies</div></main>"_s,
        text);
    row("a wrapper with a misleading name",
        u"<div class='page has-sidebar'><div class='menu-open'>"_s + p + u"</div></div>"_s, text);
    row("all of it called a comment", u"<div class=comments>"_s + p + p + u"</div>"_s, text + u"\n\n"_s + text);
    row("a note belongs to the text", u"<article>"_s + p + u"<aside class=note>Careful.</aside></article>"_s,
        text + u"\n\nCareful."_s);
    row("who is quoted", u"<article>"_s + p + u"<blockquote><p>Fast.</p><footer>Ann</footer></blockquote></article>"_s,
        text + u"\n\n> Fast.\n>\n> Ann"_s);
    row("anchors of headings", u"<article><h2>Why<a href=#why>#</a></h2>"_s + p + u"</article>"_s,
        u"## Why\n\n"_s + text);
    row("hardly any text", u"<nav>Menu</nav><p>Gone.</p>"_s, u"Menu\n\nGone."_s);
    row("pictures", u"<article>"_s + p + u"<img src=https://y.org/a.png alt=Chart></article>"_s, text);
}

void TestReadableText::findsTheText()
{
    QFETCH(QString, html);
    QTEST(readablePage(u"<!DOCTYPE html><html><head><title>T</title></head><body>"_s + html + u"</body></html>"_s),
          "markdown");
}

void TestReadableText::keepsTheWholePageWhenAsked()
{
    const QString page = u"<title> The\n page </title><nav>Menu</nav><article><p>"_s + prose + u"</p></article>"_s;
    QVERIFY(!readablePage(page).contains(u"Menu"));
    QVERIFY(readablePage(page, {.wholePage = true}).contains(u"Menu"));
    const Result<ReadableText> readable = readableText(page.toUtf8(), u"text/html"_s, {}, {});
    QVERIFY(readable);
    QCOMPARE(readable->title, u"The page"_s);
    QCOMPARE(readable->charset, u"UTF-8"_s);
    QCOMPARE(readable->text().trimmed(), prose.trimmed());
}

void TestReadableText::makesAddressesWhole()
{
    const QString body = u"<article><p>"_s + prose
        + u"<a href=../b?c=d>e</a> <a href=javascript:f()>g</a><img src=h.png><img data-src=/i.png src=data:x "
          u"alt=j></p>"
          u"</article>"_s;
    const QString markdown = readablePage(body, {.pictures = true});
    QVERIFY2(markdown.contains(u"[e](https://x.org/b?c=d) g"), qPrintable(markdown));
    QVERIFY(markdown.contains(u"![Picture](https://x.org/blog/h.png)"));
    QVERIFY(markdown.contains(u"![j](https://x.org/i.png)"));
    QVERIFY(readablePage(u"<base href='https://z.org/y/'>"_s + body).contains(u"[e](https://z.org/b?c=d)"));
}

void TestReadableText::readsOtherTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain text") << u"text/plain"_s << QByteArray("a\r\nb\r\n\r\n<p>c") << u"a b\n<p>c\n"_s;
    QTest::newRow("Markdown") << u"text/markdown"_s << QByteArray("# a\n\n- *b*\n") << u"a\nb\n"_s;
    QTest::newRow("JSON") << u"application/json"_s << QByteArray("{\n  \"a\": 1}") << u"{\n  \"a\": 1}\n"_s;
    QTest::newRow("no type, HTML") << QString() << QByteArray("<!DOCTYPE html><p>a") << u"a\n"_s;
    QTest::newRow("no type, text") << QString() << QByteArray("a < b") << u"a < b\n"_s;
    QTest::newRow("XHTML") << u"application/xhtml+xml"_s
                           << QByteArray("<?xml version='1.0'?><html><body><p>a &amp; b<br/>c</p></body></html>")
                           << u"a & b\nc\n"_s;
    QTest::newRow("a picture") << u"image/png"_s << QByteArray("\x89PNG") << QString();
    QTest::newRow("nothing") << u"text/html"_s << QByteArray() << QString();
    QTest::newRow("a page of scripts") << u"text/html"_s << QByteArray("<div id=app></div><script>run()</script>")
                                       << QString();
}

void TestReadableText::readsOtherTypes()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, bytes);
    const Result<ReadableText> readable = readableText(bytes, type, {}, {});
    QTEST(readable ? readable->text() : QString(), "text");
    QVERIFY(readable || !readable.error().message.isEmpty());
}

void TestReadableText::readsPdf()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext is not here");
    const Result<ReadableText> readable =
        readableText(pdfOf("BT /F1 12 Tf 50 700 Td (Rust was chosen for) Tj 0 -14 Td (its latency.) Tj ET"),
                     u"application/pdf"_s, {}, {});
    QVERIFY2(readable, readable ? "" : qPrintable(readable.error().message));
    QCOMPARE(readable->text().trimmed(), u"Rust was chosen for its latency."_s);
}

void TestReadableText::refusesWhatIsNoPdf()
{
    const QList<QByteArray> files{QByteArray("%PDF-1.4\n"), QByteArray("%PDF-" + QByteArray(100'000, '\xff')),
                                  pdfOf("BT ET"), pdfOf("BT ET").left(300)};
    for (const QByteArray &bytes : files) {
        const Result<ReadableText> readable = readableText(bytes, u"application/pdf"_s, {}, {});
        QVERIFY(!readable);
        QVERIFY(!readable.error().message.isEmpty());
    }
}

void TestReadableText::stopsReadingAPdf()
{
    const QTemporaryDir folder;
    QFile program(folder.filePath(u"pdftotext"_s)); // which never ends
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\nexec sleep 60\n");
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toUtf8() + ':' + path);
    std::stop_source stop;
    std::future<Result<ReadableText>> reading = std::async(std::launch::async, [token = stop.get_token()] {
        return readableText("%PDF-1.4", u"application/pdf"_s, {}, {}, {.stop = token});
    });
    QVERIFY(reading.wait_for(std::chrono::milliseconds(100)) == std::future_status::timeout);
    stop.request_stop();
    reading.wait();
    qputenv("PATH", path);
    const Result<ReadableText> readable = reading.get();
    QVERIFY(!readable);
    QVERIFY2(readable.error().message.contains(u"stopped"), qPrintable(readable.error().message));
}

void TestReadableText::survivesHostilePages_data()
{
    QTest::addColumn<QString>("piece");
    const auto row = [](const char *name, const QString &piece) { QTest::newRow(name) << piece; };
    row("deep", u"<div class=menu>"_s);
    row("deep with text", u"<section><p>a, b, c, and some more words here</p>"_s);
    row("articles in articles", u"<article>a, b"_s);
    row("entities", u"&lt;&#65;&amp;"_s);
    row("entities without an end", u"&"_s);
    row("attributes", u"<p class='a b c d e f g h' id=x style='x:y' role=z>"_s);
    row("anchors", u"<h1><a href=#a>#</a>"_s);
    row("bases", u"<base href=//x>"_s);
    row("pictures", u"<img src=//x>"_s);
    row("titles", u"<title>t"_s);
    row("links", u"<a href='../../../../..'>x</a>"_s);
    row("declarations", u"<!DOCTYPE a [<!ENTITY b '&c;&c;'>]>"_s);
    row("metas", u"<meta charset=x>"_s);
    row("tables", u"<table><tr><td>a, b<table>"_s);
    row("blanks", u" \n\t"_s);
    row("NUL", QString(QChar(u'\0')));
}

void TestReadableText::survivesHostilePages()
{
    QFETCH(QString, piece);
    const QByteArray bytes = piece.repeated(400'000 / piece.size()).toUtf8();
    for (const bool whole : {false, true}) {
        const Result<ReadableText> readable =
            readableText(bytes, u"text/html"_s, {}, u"https://x.org/"_s, {.wholePage = whole, .pictures = whole});
        QVERIFY(!readable || readable->text().size() < 8 * bytes.size());
    }
}

void TestReadableText::survivesNonsense()
{
    const QByteArray page =
        "<!DOCTYPE html><html><head><meta charset=\"gb2312\"><title>T&amp;</title><base href='/x/'>"
        "</head><body class='has-nav'><nav><a href='..'>Up</a></nav><main><article><h1 id=a>H<a href=#a>#"
        "</a></h1><p>One, two <b>three</b> &#8212; four.</p><table><tr><td>a<td>b<tr><td>c<td>d</table>"
        "<ul><li>x<li>y</ul><pre><code>z\n</code></pre><!-- c --></article></main></body></html>";
    QRandomGenerator random(11);
    for (int i = 0; i < 2000; ++i) {
        QByteArray damaged = page;
        for (int j = random.bounded(20); j >= 0; --j) {
            const qsizetype at = random.bounded(damaged.size());
            const qsizetype from = random.bounded(page.size());
            if (random.bounded(2) == 0)
                damaged[at] = static_cast<char>(random.bounded(256));
            else
                damaged.insert(at, page.mid(from, random.bounded(40)));
        }
        damaged.truncate(random.bounded(damaged.size() + 1));
        const Result<ReadableText> readable = readableText(damaged, u"text/html"_s, {}, u"https://x.org/"_s);
        QVERIFY(readable || !readable.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestReadableText)
#include "tst_readabletext.moc"
