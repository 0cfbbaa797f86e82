#include "tests/ui/edit/markdown/marked.h"
#include "ui/edit/markdown/emphasis.h"
#include "ui/edit/markdown/emphasisspans.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEmphasis : public QObject {
    Q_OBJECT

private slots:
    void toggles_data();
    void toggles();
    void twiceIsNothing_data();
    void twiceIsNothing();
    void spans_data();
    void spans();
    void hostile_data();
    void hostile();
};

void TestEmphasis::toggles_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("bold");
    QTest::addColumn<QString>("after");
    const auto bold = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << true << after;
    };
    const auto italic = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << false << after;
    };
    bold("a selection", u"a «b c» d"_s, u"a **«b c»** d"_s);
    italic("a selection, italic", u"a «b c» d"_s, u"a *«b c»* d"_s);
    bold("blanks at its ends", u"a« b »c"_s, u"a« **b** »c"_s);
    bold("the word under the cursor", u"one tw^o three"_s, u"one **tw^o** three"_s);
    bold("at the start of a word", u"one ^two"_s, u"one **^two**"_s);
    bold("at the end of a word", u"one^ two"_s, u"**one^** two"_s);
    bold("a word with marks in it", u"the team's^ re-write"_s, u"the **team's^** re-write"_s);
    bold("a hyphen joins", u"the re-wr^ite"_s, u"the **re-wr^ite**"_s);
    bold("letters beyond the BMP", u"\U00020000^\U00020001 x"_s, u"**\U00020000^\U00020001** x"_s);
    bold("off, inside the marks", u"a **«b»** c"_s, u"a «b» c"_s);
    bold("off, with the marks", u"a «**b**» c"_s, u"a «b» c"_s);
    bold("off, the cursor in a phrase", u"a **b c^c d** e"_s, u"a b c^c d e"_s);
    bold("off, underscores", u"a __«b»__ c"_s, u"a «b» c"_s);
    italic("off, underscore", u"a _«b»_ c"_s, u"a «b» c"_s);
    italic("italic within bold", u"**a «b» c**"_s, u"**a *«b»* c**"_s);
    italic("italic of all that is bold", u"**«b»**"_s, u"***«b»***"_s);
    bold("bold off, italic stays", u"***«b»***"_s, u"*«b»*"_s);
    italic("italic off, bold stays", u"***«b»***"_s, u"**«b»**"_s);
    bold("bold around a bold word", u"«a **b** c»"_s, u"**«a b c»**"_s);
    bold("bold from the midst of bold", u"**a «b** c»"_s, u"**a «b c»**"_s);
    bold("bold across the end of italic", u"*a «b* c»"_s, u"***a «b* c»**"_s);
    bold("nothing there", u"a ^ b"_s, u"a **^** b"_s);
    bold("nothing there, taken back", u"a **^** b"_s, u"a ^ b"_s);
    italic("nothing there, within bold marks", u"**^**"_s, u"***^***"_s);
    bold("an empty text", u"^"_s, u"**^**"_s);
    bold("blanks alone", u"a«  »b"_s, u"a«  »b"_s);
    bold("items of a list", u"- «one\n- two\n\n1. three»"_s, u"- **«one**\n- **two**\n\n1. **three»**"_s);
    bold("items of a list, off", u"- **«one**\n- **two»**"_s, u"- «one\n- two»"_s);
    bold("one of the items has it", u"- **«one**\n- two»"_s, u"- **«one**\n- **two»**"_s);
    bold("a list's mark is selected too", u"«- one»"_s, u"«- **one»**"_s);
    bold("a paragraph over lines", u"«one\ntwo»\n\nthree"_s, u"**«one\ntwo»**\n\nthree"_s);
    bold("within quotes", u"> «one\n> two»"_s, u"> **«one\n> two»**"_s);
    bold("a heading", u"## «one»\ntwo"_s, u"## **«one»**\ntwo"_s);
    bold("a heading and a paragraph", u"## «one\ntwo»"_s, u"## **«one**\n**two»**"_s);
    bold("marks in code are none", u"`**` «b» `**`"_s, u"`**` **«b»** `**`"_s);
    bold("a backslash before a mark", u"\\**«b»\\**"_s, u"\\****«b»**\\**"_s);
}

void TestEmphasis::toggles()
{
    QFETCH(QString, before);
    QFETCH(bool, bold);
    const SelectedText source = selectedText(before);
    const TextChange change = toggleEmphasis(source, bold ? Emphasis::Bold : Emphasis::Italic);
    QTEST(marked(applied(source, change)), "after");
}

void TestEmphasis::twiceIsNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text :
         {u"a «b c» d", u"one tw^o three", u"- «one\n- two\n\n1. three»", u"a ^ b", u"> «one\n> two»", u"`a` «b» `c`"})
        QTest::newRow(qPrintable(QString::fromUtf16(text).replace(u'\n', u'/'))) << QString::fromUtf16(text);
}

void TestEmphasis::twiceIsNothing()
{
    QFETCH(QString, text);
    for (const Emphasis emphasis : {Emphasis::Bold, Emphasis::Italic}) {
        const SelectedText source = selectedText(text);
        const SelectedText once = applied(source, toggleEmphasis(source, emphasis));
        QVERIFY(once != source);
        QCOMPARE(marked(applied(once, toggleEmphasis(once, emphasis))), text);
    }
}

void TestEmphasis::spans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("spans"); // "*" or "**", and what is inside
    const auto row = [](const QString &text, const QStringList &spans) {
        QTest::newRow(qPrintable(text)) << text << spans;
    };
    row(u"*a* **b**"_s, {u"* a"_s, u"** b"_s});
    row(u"***a***"_s, {u"** a"_s, u"* **a**"_s});
    row(u"**a *b* c**"_s, {u"* b"_s, u"** a *b* c"_s});
    row(u"snake_case_name _a_"_s, {u"* a"_s});
    row(u"2 * 3 * 4"_s, {});
    row(u"a*b*c"_s, {u"* b"_s});
    row(u"*a _b* c_"_s, {u"* a _b"_s});
    row(u"**a*"_s, {u"* a"_s});
    row(u"`*a*` \\*b\\*"_s, {});
    row(u"``*`` *c*"_s, {u"* c"_s});
    row(u"`*a *b*"_s, {u"* b"_s});
    row(u"*a\nb*"_s, {u"* a\nb"_s});
}

void TestEmphasis::spans()
{
    QFETCH(QString, text);
    QStringList found;
    const QList<EmphasisSpan> spans = emphasisSpans(text);
    for (const EmphasisSpan &span : spans)
        found.append(QString(span.marks, u'*') + u' ' + text.mid(span.inner().begin, span.inner().size()));
    QTEST(found, "spans");
}

void TestEmphasis::hostile_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("openers") << u"*a _b "_s;
    QTest::newRow("closers") << u"a* b_ "_s;
    QTest::newRow("both") << u"a**b__"_s;
    QTest::newRow("backticks of many lengths") << u"`"_s;
}

// A text made to be slow: without a limit of its own the suite's would end this.
void TestEmphasis::hostile()
{
    QFETCH(QString, piece);
    QString text;
    for (int i = 1; text.size() < 1'000'000; ++i)
        text += piece == u"`"_s ? QString(QString(i % 1000 + 1, u'`') + u'a') : piece;
    SelectedText source{text, {0, text.size()}};
    const SelectedText after = applied(source, toggleEmphasis(source, Emphasis::Bold));
    QVERIFY(after.text.startsWith(u"**"));
}

QTEST_GUILESS_MAIN(TestEmphasis)
#include "tst_emphasis.moc"
