#include "core/corpus/heading.h"
#include "core/corpus/searchtext.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestHeading : public QObject {
    Q_OBJECT

private slots:
    void headings_data();
    void headings();
    void searchTexts_data();
    void searchTexts();
    void gapsAnywhere();
};

void TestHeading::headings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &body, const QString &expected) {
        QTest::newRow(name) << body << expected;
    };
    row("empty", "", {});
    row("none", "text\n\nmore\n", {});
    row("ATX", "text\n\n# One\n## Two\n", u"One"_s);
    row("any level", "###### Six\n", u"Six"_s);
    row("seven marks", "####### Seven\n", {});
    row("no blank", "#hashtag\n", {});
    row("a tab", "#\tOne\n", u"One"_s);
    row("closing marks", "# One ##  \n", u"One"_s);
    row("C# keeps its mark", "# Moving from C#\n", u"Moving from C#"_s);
    row("an empty one is passed over", "#\n\n## ##\n\n# Two\n", u"Two"_s);
    row("three blanks before", "   # One\n", u"One"_s);
    row("four blanks are code", "    # code\n\n# One\n", u"One"_s);
    row("a tab is code", "\t# code\n\n# One\n", u"One"_s);
    row("no end of line", "# One", u"One"_s);
    row("CR LF", "text\r\n\r\n# One\r\ntext\r\n", u"One"_s);
    row("lone CR", "# One\rtext\r", u"One"_s);
    row("setext, one", "One\n===\n", u"One"_s);
    row("setext, two", "One\n-\n", u"One"_s);
    row("setext after a blank line is a rule", "One\n\n---\n\n# Two\n", u"Two"_s);
    row("a rule below a list", "- item\n---\n# Two\n", u"Two"_s);
    row("a rule below a quote", "> quote\n---\n# Two\n", u"Two"_s);
    row("a table's line", "a | b\n--- | ---\n# Two\n", u"Two"_s);
    row("inside a fence", "```sh\n# comment\n```\n# One\n", u"One"_s);
    row("inside tildes, backticks do not close", "~~~\n```\n# comment\n~~~\n# One\n", u"One"_s);
    row("a shorter fence does not close", "````\n```\n# comment\n````\n# One\n", u"One"_s);
    row("code in a line opens no fence", "```x``` text\n\n# One\n", u"One"_s);
    row("a fence without an end", "```\n# comment\n", {});
    row("UTF-8", "# Na\xC3\xAFve\n", u"Naïve"_s);
    row("invalid UTF-8", "# Na\xEFve\n", u"Na\uFFFDve"_s);
}

void TestHeading::headings()
{
    QFETCH(QByteArray, body);
    QTEST(firstHeading(body), "expected");
}

void TestHeading::searchTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("empty", "", "");
    row("folded",
        "Stra\xC3\x9F"
        "e",
        "strasse");
    row("a broken line", "garbage\ncollector", "garbage collector");
    row("CR LF and indentation", "garbage  \r\n   collector", "garbage collector");
    row("lone CR", "garbage\rcollector", "garbage collector");
    row("paragraphs", "one\n\ntwo\r\n\r\nthree\r\rfour", "one\ntwo\nthree\nfour");
    row("inside a quote", "> garbage\n> collector", "> garbage collector");
    row("a quote in a quote", ">> one\n>> two", ">> one two");
    row("greater than in a line", "a > b\nc", "a > b c");
    row("no-break spaces",
        "a\xC2\xA0\xC2\xA0"
        "b",
        "a b");
}

void TestHeading::searchTexts()
{
    QFETCH(QByteArray, text);
    QByteArray found("kept  |");
    appendSearchText(found, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(found, "kept  |" + expected);
}

// The text is looked at several bytes at a time.
void TestHeading::gapsAnywhere()
{
    const QByteArrayList gaps{" ", "  ", "\t", " \t", "\n", " \r\n", "\n\n", "\r\r", "   \n   \n  "};
    for (const QByteArray &gap : gaps) {
        const bool ends = gap.count('\n') > 1 || gap.count('\r') > 1;
        for (int before = 0; before < 20; ++before) {
            const QByteArray start = QByteArray("of two words and so on").first(before).trimmed() + 'x';
            for (int after = 0; after < 10; ++after) {
                const QByteArray end = 'y' + QByteArray(after, 'z');
                const QByteArray written = start + gap + end;
                const QByteArray expected = start + (ends ? '\n' : ' ') + end;
                QByteArray bytes, text;
                appendSearchText(bytes, written);
                appendSearchText(text, QString::fromUtf8(written));
                QCOMPARE(bytes, expected);
                QCOMPARE(text, expected);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestHeading)
#include "tst_heading.moc"
