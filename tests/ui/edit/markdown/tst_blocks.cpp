#include "tests/ui/edit/markdown/marked.h"
#include "ui/edit/markdown/blocks.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestBlocks : public QObject {
    Q_OBJECT

private slots:
    void inserts_data();
    void inserts();
    void quotes_data();
    void quotes();
};

void TestBlocks::inserts_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("blocks");
    QTest::addColumn<QString>("after");
    const QString two = u"X\n\nY"_s;
    const auto row = [two](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << two << after;
    };
    row("an empty text", u"^"_s, u"X\n\nY^"_s);
    row("an empty line with room", u"a\n\n^\n\nb"_s, u"a\n\nX\n\nY^\n\nb"_s);
    row("an empty line without room", u"a\n^\nb"_s, u"a\n\nX\n\nY^\n\nb"_s);
    row("behind a paragraph", u"a^\n"_s, u"a\n\nX\n\nY^\n"_s);
    row("before a paragraph", u"^a"_s, u"X\n\nY^\n\na"_s);
    row("between two lines", u"a\n^b"_s, u"a\n\nX\n\nY^\n\nb"_s);
    row("within a line", u"a ^b"_s, u"a\n\nX\n\nY^\n\nb"_s);
    row("in the place of a word", u"a «b» c"_s, u"a\n\nX\n\nY^\n\nc"_s);
    row("in the place of paragraphs", u"a\n\n«b\n\nc»\n\nd"_s, u"a\n\nX\n\nY^\n\nd"_s);
    row("behind an item's text", u"- a^\n- b"_s, u"- a\n\n  X\n\n  Y^\n\n- b"_s);
    row("in an empty item", u"- a\n- ^"_s, u"- a\n- X\n\n  Y^"_s);
    row("before an item", u"^- a"_s, u"X\n\nY^\n\n- a"_s);
    row("in a quote", u"> a^"_s, u"> a\n>\n> X\n>\n> Y^"_s);
    row("in an empty line of a quote", u"> a\n>^\n> b"_s, u"> a\n>\n> X\n>\n> Y^\n>\n> b"_s);
    row("below the front matter", u"^\na"_s, u"X\n\nY^\n\na"_s);
}

void TestBlocks::inserts()
{
    QFETCH(QString, before);
    QFETCH(QString, blocks);
    const SelectedText source = selectedText(before);
    QTEST(marked(applied(source, insertBlocks(source, blocks))), "after");
}

void TestBlocks::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("year");
    QTest::addColumn<QString>("quote");
    QTest::newRow("all") << u"One.\nTwo."_s << u"Jane Doe"_s << u"A page"_s << u"https://x.org"_s << u"2020"_s
                         << u"> One.\n> Two.\n>\n> — Jane Doe, [A page](https://x.org), 2020"_s;
    QTest::newRow("no source") << u"One."_s << QString() << QString() << QString() << QString() << u"> One."_s;
    QTest::newRow("a title alone") << u"One."_s << QString() << u"A page"_s << QString() << QString()
                                   << u"> One.\n>\n> — A page"_s;
    QTest::newRow("an address alone") << u"One."_s << QString() << QString() << u"https://x.org"_s << QString()
                                      << u"> One.\n>\n> — <https://x.org>"_s;
    QTest::newRow("paragraphs") << u"\n One.\r\n\r\nTwo. \n"_s << u"J"_s << QString() << QString() << QString()
                                << u"> One.\n>\n> Two.\n>\n> — J"_s;
    QTest::newRow("brackets") << u"One."_s << QString() << u"[a] b"_s << u"https://x.org/(a)"_s << QString()
                              << u"> One.\n>\n> — [\\[a\\] b](<https://x.org/(a)>)"_s;
}

void TestBlocks::quotes()
{
    QFETCH(QString, text);
    QFETCH(QString, speaker);
    QFETCH(QString, title);
    QFETCH(QString, address);
    QFETCH(QString, year);
    QTEST(attributedQuote(text, {speaker, title, address, year}), "quote");
}

QTEST_GUILESS_MAIN(TestBlocks)
#include "tst_blocks.moc"
