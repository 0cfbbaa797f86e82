#include "tests/ui/edit/markdown/marked.h"
#include "ui/edit/markdown/linkmark.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestLinkMark : public QObject {
    Q_OBJECT

private slots:
    void toggles_data();
    void toggles();
    void spans_data();
    void spans();
    void destinations_data();
    void destinations();
    void hostile();
};

void TestLinkMark::toggles_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &address, const QString &after) {
        QTest::newRow(name) << before << address << after;
    };
    row("a selection", u"a «b c» d"_s, {}, u"a [b c](^) d"_s);
    row("with an address", u"a «b c» d"_s, u"https://x.org"_s, u"a [b c](«https://x.org») d"_s);
    row("a word", u"see tw^o"_s, {}, u"see [two](^)"_s);
    row("nothing", u"a ^ b"_s, {}, u"a [^]() b"_s);
    row("nothing, with an address", u"^"_s, u"https://x.org"_s, u"[^](https://x.org)"_s);
    row("an address is selected", u"see «https://x.org/a»."_s, {}, u"see [^](https://x.org/a)."_s);
    row("the cursor is in an address", u"see https://x.o^rg/a."_s, {}, u"see [^](https://x.org/a)."_s);
    row("off, the text is selected", u"a [«b»](https://x.org) c"_s, {}, u"a «b» c"_s);
    row("off, the cursor is in the text", u"a [b^c](https://x.org) d"_s, {}, u"a b^c d"_s);
    row("off, the cursor is in the address", u"a [b](https://x^.org) c"_s, {}, u"a b^ c"_s);
    row("off, all of it", u"«[b](u (v) \"w\")»"_s, {}, u"«b»"_s);
    row("blanks at the ends", u"a« b »c"_s, {}, u"a [b](^) c"_s);
    row("over two lines", u"a «b\nc» d"_s, {}, u"a [b\nc](^) d"_s);
    row("over two paragraphs", u"a «b\n\nc» d"_s, {}, u"a «b\n\nc» d"_s);
    row("a list's item", u"- «one»"_s, {}, u"- [one](^)"_s);
    row("an address with brackets", u"«a»"_s, u"https://x.org/a_(b)"_s, u"[a](«<https://x.org/a_(b)>»)"_s);
    row("an empty text", u"^"_s, {}, u"[^]()"_s);
}

void TestLinkMark::toggles()
{
    QFETCH(QString, before);
    QFETCH(QString, address);
    const SelectedText source = selectedText(before);
    QTEST(marked(applied(source, toggleLink(source, address))), "after");
}

void TestLinkMark::spans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const QString &text, const QStringList &links) {
        QTest::newRow(qPrintable(text)) << text << links;
    };
    row(u"[a](b) [c](d)"_s, {u"a"_s, u"c"_s});
    row(u"[a [b] c](d)"_s, {u"a [b] c"_s});
    row(u"[a](<b c> \"d) e\") f)"_s, {u"a"_s});
    row(u"![a](b)"_s, {});
    row(u"[![a](b)](c)"_s, {u"![a](b)"_s});
    row(u"[a][b] [c]"_s, {});
    row(u"[a](b"_s, {});
    row(u"`[a](b)` \\[a](b)"_s, {});
    row(u"[a](b(c)d) e)"_s, {u"a"_s});
}

void TestLinkMark::spans()
{
    QFETCH(QString, text);
    QStringList found;
    const QList<LinkSpan> links = linkSpans(text);
    for (const LinkSpan &link : links)
        found.append(text.mid(link.text.begin, link.text.size()));
    QTEST(found, "links");
}

void TestLinkMark::destinations_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"https://x.org/a?b=c#d"_s << u"https://x.org/a?b=c#d"_s;
    QTest::newRow("blanks") << u" a b "_s << u"<a b>"_s;
    QTest::newRow("brackets") << u"a(b)"_s << u"<a(b)>"_s;
    QTest::newRow("angle brackets") << u"a<b>"_s << u"<a%3Cb%3E>"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestLinkMark::destinations()
{
    QFETCH(QString, address);
    QTEST(linkDestination(address), "written");
}

void TestLinkMark::hostile()
{
    QCOMPARE(linkSpans(u"[a]("_s.repeated(50'000)).size(), 0);
    QCOMPARE(linkSpans(u"["_s.repeated(1'000'000)).size(), 0);
}

QTEST_GUILESS_MAIN(TestLinkMark)
#include "tst_linkmark.moc"
