#include "ui/edit/colors.h"
#include "ui/edit/sourcehighlighter.h"
#include "ui/edit/syntax.h"

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::SyntaxState)

namespace {

// What each character of a line is, one letter each; the topmost span counts, "." is none.
QString letters(const QString &line, SyntaxState before, SyntaxState *after = nullptr)
{
    const QString names = u"FKSNCcMAHesoLaQ"_s; // in the order of SyntaxKind
    SyntaxSpans spans;
    const SyntaxState state = scanLine(line, before, spans);
    if (after)
        *after = state;
    QString result(line.size(), u'.');
    for (const SyntaxSpan &span : std::as_const(spans)) {
        Q_ASSERT(span.start >= 0 && span.length >= 0 && span.start + span.length <= line.size());
        for (qsizetype i = 0; i < span.length; ++i)
            result[span.start + i] = names.at(static_cast<int>(span.kind));
    }
    return result;
}

const SyntaxState yaml{.mode = SyntaxState::Yaml};
const SyntaxState markdown{.mode = SyntaxState::Markdown};

} // namespace

class TestSyntax : public QObject {
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void sequences_data();
    void sequences();
    void packedState();
    void hostileLines_data();
    void hostileLines();
    void formats();
    void paletteChanges();
    void readableColors();
};

void TestSyntax::lines_data()
{
    QTest::addColumn<SyntaxState>("before");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, SyntaxState before, const QString &line, const QString &expected) {
        QTest::newRow(name) << before << line << expected;
    };
    row("key and text", yaml, u"title: Read States"_s, u"KKKKKM............"_s);
    row("key alone", yaml, u"claims:"_s, u"KKKKKKM"_s);
    row("number", yaml, u"year: 2020"_s, u"KKKKM.NNNN"_s);
    row("date", yaml, u"reviewed: 2026-11-20"_s, u"KKKKKKKKM.NNNNNNNNNN"_s);
    row("not a number", yaml, u"a: 3rd"_s, u"KM...."_s);
    row("constant", yaml, u"a: true"_s, u"KM.CCCC"_s);
    row("null", yaml, u"a: ~"_s, u"KM.C"_s);
    row("comment", yaml, u"a: b # why"_s, u"KM...ccccc"_s);
    row("whole line a comment", yaml, u"# why"_s, u"ccccc"_s);
    row("a hash within a word", yaml, u"a: C#"_s, u"KM..."_s);
    row("double quoted", yaml, u"a: \"x\\\" # y\" # c"_s, u"KM.SSSSSSSSS.ccc"_s);
    row("single quoted", yaml, u"a: 'it''s'"_s, u"KM.SSSSSSS"_s);
    row("quoted key", yaml, u"\"a b\": 1"_s, u"KKKKKM.N"_s);
    row("list of words", yaml, u"  - latency"_s, u"..M........"_s);
    row("list of maps", yaml, u"  - side: for"_s, u"..M.KKKKM...."_s);
    row("nested dashes", yaml, u"- - 1"_s, u"M.M.N"_s);
    row("flow list", yaml, u"from: [Go, 2]"_s, u"KKKKM.M..M.NM"_s);
    row("flow map", yaml, u"e: {people: , months: 3}"_s, u"KM.MKKKKKKM.M.KKKKKKM.NM"_s);
    row("address", yaml, u"url: https://a.b/c#d"_s, u"KKKM................"_s);
    row("colon in text", yaml, u"a: b: c"_s, u"KM....."_s);
    row("anchor, alias, tag", yaml, u"a: &x !t *y"_s, u"KM.AA.AA.AA"_s);
    row("block header", yaml, u"a: |-"_s, u"KM.MM"_s);
    row("not a block header", yaml, u"a: > b"_s, u"KM...."_s);
    row("marks only", yaml, u"}]: ,"_s, u"KKM.."_s);

    row("heading", markdown, u"## What"_s, u"MMHHHHH"_s);
    row("no heading", markdown, u"#What"_s, u"....."_s);
    row("seven signs are no heading", markdown, u"####### x"_s, u"........."_s);
    row("heading with emphasis", markdown, u"# a *b*"_s, u"MHHHeee"_s);
    row("emphasis", markdown, u"a *b* c"_s, u"..eee.."_s);
    row("underlines in a name", markdown, u"snake_case_name"_s, u"..............."_s);
    row("underlines", markdown, u"a _b_ c"_s, u"..eee.."_s);
    row("strong", markdown, u"**a b**"_s, u"sssssss"_s);
    row("both", markdown, u"***a***"_s, u"eeeeeee"_s);
    row("emphasis in strong", markdown, u"**a *b* c**"_s, u"ssssEEEssss"_s.replace(u'E', u'e'));
    row("a lone star", markdown, u"2 * 3 * 4"_s, u"........."_s);
    row("not closed", markdown, u"*a b"_s, u"...."_s);
    row("escaped", markdown, u"\\*a*"_s, u"...."_s);
    row("code", markdown, u"a `b*c*` d"_s, u"..oooooo.."_s);
    row("code with a backtick", markdown, u"``a`b``"_s, u"ooooooo"_s);
    row("a lone backtick", markdown, u"a ` b"_s, u"....."_s);
    row("link", markdown, u"[a](b) c"_s, u"LLLaaa.."_s);
    row("link by name", markdown, u"[a][b]"_s, u"LLLaaa"_s);
    row("link definition", markdown, u"[a]: http://b"_s, u"LLLaaaaaaaaaa"_s);
    row("brackets only", markdown, u"[ ] [x"_s, u"......"_s);
    row("address in angles", markdown, u"<https://a.b>"_s, u"aaaaaaaaaaaaa"_s);
    row("bare address", markdown, u"(see https://a.b/c.)"_s, u".....aaaaaaaaaaaaa.."_s);
    row("comment", markdown, u"a <!-- b --> c"_s, u"..cccccccccc.."_s);
    row("quote", markdown, u"> a *b*"_s, u"MQQQeee"_s);
    row("quote in quote", markdown, u"> > a"_s, u"MQMQQ"_s);
    row("bullet", markdown, u"- a"_s, u"M.."_s);
    row("number", markdown, u"12. a"_s, u"MMM.."_s);
    row("a number that ends a sentence", markdown, u"12.a"_s, u"...."_s);
    row("list in quote", markdown, u"> - a"_s, u"MQMQQ"_s);
    row("rule", markdown, u"---"_s, u"FFF"_s);
    row("rule of stars", markdown, u"* * *"_s, u"FFFFF"_s);
    row("table", markdown, u"| a | b |"_s, u"M...M...M"_s);
}

void TestSyntax::lines()
{
    QFETCH(SyntaxState, before);
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(letters(line, before), expected);
}

void TestSyntax::sequences_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("front matter") << QStringList{u"---"_s, u"a: 1"_s, u"--- "_s, u"# b"_s}
                                  << QStringList{u"FFF"_s, u"KM.N"_s, u"FFFF"_s, u"MHH"_s};
    QTest::newRow("ended by dots") << QStringList{u"---"_s, u"a: 1"_s, u"..."_s, u"# b"_s}
                                   << QStringList{u"FFF"_s, u"KM.N"_s, u"FFF"_s, u"MHH"_s};
    QTest::newRow("none") << QStringList{u"a: 1"_s, u"---"_s} << QStringList{u"...."_s, u"FFF"_s};
    QTest::newRow("a fence in the body") << QStringList{u"---"_s, u"---"_s, u"---"_s, u"a: 1"_s}
                                         << QStringList{u"FFF"_s, u"FFF"_s, u"FFF"_s, u"...."_s};
    QTest::newRow("TOML") << QStringList{u"+++"_s, u"a = 1"_s, u"+++"_s, u"# b"_s}
                          << QStringList{u"FFF"_s, u"....."_s, u"FFF"_s, u"MHH"_s};
    QTest::newRow("block text") << QStringList{u"---"_s, u"a: |"_s, u"  b: 1"_s, u""_s, u"  # c"_s, u"d: 2"_s}
                                << QStringList{u"FFF"_s, u"KM.M"_s, u"..SSSS"_s, u""_s, u"..SSS"_s, u"KM.N"_s};
    QTest::newRow("block text in a list") << QStringList{u"---"_s, u"- a: >"_s, u"    b"_s, u"  c: 2"_s}
                                          << QStringList{u"FFF"_s, u"M.KM.M"_s, u"....S"_s, u"..KM.N"_s};
    QTest::newRow("block text ends at the fence") << QStringList{u"---"_s, u"a: |"_s, u"  b"_s, u"---"_s, u"# c"_s}
                                                  << QStringList{u"FFF"_s, u"KM.M"_s, u"..S"_s, u"FFF"_s, u"MHH"_s};
    QTest::newRow("quoted over lines") << QStringList{u"---"_s, u"a: \"b"_s, u"  c: 1"_s, u"d\""_s, u"e: 1"_s}
                                       << QStringList{u"FFF"_s, u"KM.SS"_s, u"SSSSSS"_s, u"SS"_s, u"KM.N"_s};
    QTest::newRow("flow over lines") << QStringList{u"---"_s, u"a: {b: 1,"_s, u"c: 2}"_s, u"d: x"_s}
                                     << QStringList{u"FFF"_s, u"KM.MKM.NM"_s, u"KM.NM"_s, u"KM.."_s};
    QTest::newRow("code block") << QStringList{u"x"_s, u"```rust"_s, u"# a"_s, u"~~~"_s, u"```"_s, u"# b"_s}
                                << QStringList{u"."_s, u"FFFFFFF"_s, u"ooo"_s, u"ooo"_s, u"FFF"_s, u"MHH"_s};
    QTest::newRow("a longer fence") << QStringList{u"x"_s, u"~~~~"_s, u"~~~"_s, u"~~~~~"_s, u"# b"_s}
                                    << QStringList{u"."_s, u"FFFF"_s, u"ooo"_s, u"FFFFF"_s, u"MHH"_s};
}

void TestSyntax::sequences()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, expected);
    SyntaxState state = SyntaxState::fromInt(-1);
    QStringList found;
    for (const QString &line : std::as_const(lines)) {
        found.append(letters(line, state, &state));
        state = SyntaxState::fromInt(state.toInt());
    }
    QCOMPARE(found, expected);
}

void TestSyntax::packedState()
{
    const SyntaxState state{.mode = SyntaxState::CodeBlock, .value = 1234, .depth = 17, .tilde = true};
    const SyntaxState back = SyntaxState::fromInt(state.toInt());
    QCOMPARE(back.mode, state.mode);
    QCOMPARE(back.value, state.value);
    QCOMPARE(back.depth, state.depth);
    QCOMPARE(back.tilde, state.tilde);
    const SyntaxState large{.mode = SyntaxState::YamlBlock, .value = 1 << 30, .depth = 1000};
    QVERIFY(large.toInt() > 0);
    QCOMPARE(SyntaxState::fromInt(large.toInt()).mode, SyntaxState::YamlBlock);
}

void TestSyntax::hostileLines_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part :
         {"*",  "*a ", "**a *b ", "_a ", "`", "``` `", "[",  "[a](", "[[a]", "<",       "<!--", "\\",  "> ",
          "- ", "{",   "[{",      "\"",  "'", "a: ",   ": ", "#",    "| ",   "http://", "&",    "- - "})
        QTest::newRow(part) << QString::fromLatin1(part);
}

// Long lines end, and stay inside their bounds (letters() asserts it).
void TestSyntax::hostileLines()
{
    QFETCH(QString, part);
    const QString line = part.repeated(200000 / part.size());
    letters(line, markdown);
    letters(line, yaml);
}

void TestSyntax::formats()
{
    QTextDocument document;
    document.documentLayout(); // without a layout a document tells nobody that it changed
    const QPalette palette;
    const SourceHighlighter highlighter(&document, palette);
    document.setPlainText(u"---\nyear: 2020\n---\n# a *b*\n"_s);
    const auto formatAt = [&document](int line, int column) {
        const auto ranges = document.findBlockByNumber(line).layout()->formats();
        QTextCharFormat found;
        for (const QTextLayout::FormatRange &range : ranges) {
            if (column >= range.start && column < range.start + range.length)
                found = range.format;
        }
        return found;
    };
    QCOMPARE(formatAt(1, 0).foreground(), highlighter.formatOf(SyntaxKind::Key).foreground());
    QCOMPARE(formatAt(1, 6).foreground(), highlighter.formatOf(SyntaxKind::Number).foreground());
    QCOMPARE(formatAt(3, 2).foreground(), highlighter.formatOf(SyntaxKind::Heading).foreground());
    QCOMPARE(formatAt(3, 5).foreground(), highlighter.formatOf(SyntaxKind::Heading).foreground());
    QVERIFY(formatAt(3, 5).fontItalic());
    QCOMPARE(formatAt(3, 5).fontWeight(), int(QFont::Bold));
    // A fence taken away below changes what is above only where it must.
    QTextCursor cursor(document.findBlockByNumber(0));
    cursor.insertText(u"x"_s);
    QCOMPARE(formatAt(1, 0).foreground(), QTextCharFormat().foreground());
}

void TestSyntax::paletteChanges()
{
    QTextDocument document;
    QPalette light;
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::Text, Qt::black);
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x20, 0x22, 0x26));
    dark.setColor(QPalette::Text, QColor(0xe6, 0xe6, 0xe6));
    SourceHighlighter highlighter(&document, light);
    for (const QPalette &palette : {light, dark}) {
        highlighter.setPalette(palette);
        for (int kind = 0; kind <= static_cast<int>(SyntaxKind::Quote); ++kind) {
            const QTextCharFormat format = highlighter.formatOf(static_cast<SyntaxKind>(kind));
            if (format.hasProperty(QTextFormat::ForegroundBrush))
                QVERIFY(contrast(format.foreground().color(), palette.color(QPalette::Base)) >= 4.5);
        }
    }
}

void TestSyntax::readableColors()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(qRound(contrast(Qt::white, Qt::white)), 1);
    for (const QColor &background :
         {QColor(Qt::white), QColor(Qt::black), QColor(0x80, 0x80, 0x80), QColor(0xfd, 0xf6, 0xe3)}) {
        for (const QColor &wish : {QColor(Qt::white), QColor(Qt::black), QColor(Qt::yellow), QColor(Qt::blue)})
            QVERIFY(contrast(readable(wish, background), background) >= 4.5);
    }
    QCOMPARE(readable(Qt::black, Qt::white), QColor(Qt::black));
}

QTEST_MAIN(TestSyntax)
#include "tst_syntax.moc"
