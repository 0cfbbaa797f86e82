#include "tests/ui/edit/markdown/marked.h"
#include "ui/edit/markdown/linemarks.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestLineMarks : public QObject {
    Q_OBJECT

private slots:
    void quotes_data();
    void quotes();
    void lists_data();
    void lists();
    void headings_data();
    void headings();
};

void TestLineMarks::quotes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << after;
    };
    row("the paragraph of the cursor", u"a\n\nb\nc^\nd\n\ne"_s, u"a\n\n> b\n> c^\n> d\n\ne"_s);
    row("off", u"a\n\n> b\n> c^\n> d\n\ne"_s, u"a\n\nb\nc^\nd\n\ne"_s);
    row("several paragraphs", u"«a\n\nb»"_s, u"> «a\n>\n> b»"_s);
    row("several paragraphs, off", u"> «a\n>\n> b»"_s, u"«a\n\nb»"_s);
    row("a part of it is quoted", u"> «a\n\nb»"_s, u"> > «a\n>\n> b»"_s);
    row("one level off", u"> > a^"_s, u"> a^"_s);
    row("without a blank", u">a^"_s, u"a^"_s);
    row("a list", u"- «a\n- b»\n\nc"_s, u"> - «a\n> - b»\n\nc"_s);
    row("an empty line", u"a\n\n^"_s, u"a\n\n> ^"_s);
    row("an empty line, off", u"a\n\n> ^"_s, u"a\n\n^"_s);
    row("a last line of which nothing is selected", u"«a\n»\nb"_s, u"> «a\n»\nb"_s);
    row("at the start of a line", u"^a"_s, u"> ^a"_s);
}

void TestLineMarks::quotes()
{
    QFETCH(QString, before);
    const SelectedText source = selectedText(before);
    QTEST(marked(applied(source, toggleQuote(source))), "after");
}

void TestLineMarks::lists_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("numbers");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, bool numbers, const QString &after) {
        QTest::newRow(name) << before << numbers << after;
    };
    row("the cursor's paragraph", u"a\nb^\n\nc"_s, false, u"- a\n  b^\n\nc"_s);
    row("off", u"- a\n  b^\n\nc"_s, false, u"a\nb^\n\nc"_s);
    row("several lines", u"«a\nb\n\nc»"_s, false, u"- «a\n- b\n\n- c»"_s);
    row("several lines, off", u"- «a\n- b\n\n- c»"_s, false, u"«a\nb\n\nc»"_s);
    row("only the lines that are selected", u"x\n«a\nb»\ny"_s, false, u"x\n- «a\n- b»\ny"_s);
    row("numbers", u"«a\nb»"_s, true, u"1. «a\n2. b»"_s);
    row("numbers, off", u"1. «a\n2. b»"_s, true, u"«a\nb»"_s);
    row("bullets become numbers", u"- «a\n  more\n- b»"_s, true, u"1. «a\n   more\n2. b»"_s);
    row("numbers become bullets", u"1. «a\n   more\n2. b»"_s, false, u"- «a\n  more\n- b»"_s);
    row("a part has the mark", u"- «a\nb»"_s, false, u"- «a\n- b»"_s);
    row("items and paragraphs", u"- «a\n\nb»"_s, false, u"- «a\n\n- b»"_s);
    row("in quotes", u"> «a\n> b»"_s, false, u"> - «a\n> - b»"_s);
    row("an empty line", u"a\n\n^"_s, false, u"a\n\n- ^"_s);
    row("an empty item, off", u"a\n\n- ^"_s, false, u"a\n\n^"_s);
    row("another bullet, off", u"* a^"_s, false, u"a^"_s);
    row("keeps the indentation", u"  a^"_s, false, u"  - a^"_s);
}

void TestLineMarks::lists()
{
    QFETCH(QString, before);
    QFETCH(bool, numbers);
    const SelectedText source = selectedText(before);
    QTEST(marked(applied(source, toggleList(source, numbers ? ListKind::Numbers : ListKind::Bullets))), "after");
}

void TestLineMarks::headings_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, int level, const QString &after) {
        QTest::newRow(name) << before << level << after;
    };
    row("the cursor's line", u"a\n\nb^\n\nc"_s, 2, u"a\n\n## b^\n\nc"_s);
    row("off", u"## b^"_s, 2, u"b^"_s);
    row("another level", u"## b^"_s, 3, u"### b^"_s);
    row("any level off", u"#### b^"_s, 0, u"b^"_s);
    row("no heading, off", u"b^"_s, 0, u"b^"_s);
    row("closing signs go", u"## b^ ##"_s, 2, u"b^"_s);
    row("a sign that is text stays", u"## C#^"_s, 2, u"C#^"_s);
    row("several lines", u"«a\n\nb»"_s, 2, u"## «a\n\n## b»"_s);
    row("several lines, one has it", u"## «a\n\nb»"_s, 2, u"## «a\n\n## b»"_s);
    row("an empty line", u"^"_s, 2, u"## ^"_s);
    row("an empty heading, off", u"## ^"_s, 2, u"^"_s);
    row("in quotes", u"> a^"_s, 3, u"> ### a^"_s);
    row("a number sign without a blank is text", u"#tag^"_s, 2, u"## #tag^"_s);
}

void TestLineMarks::headings()
{
    QFETCH(QString, before);
    QFETCH(int, level);
    const SelectedText source = selectedText(before);
    QTEST(marked(applied(source, toggleHeading(source, level))), "after");
}

QTEST_GUILESS_MAIN(TestLineMarks)
#include "tst_linemarks.moc"
