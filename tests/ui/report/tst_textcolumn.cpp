#include "core/markdown/parser.h"
#include "ui/report/absentlinks.h"
#include "ui/report/textcolumn.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/inlinetypesetter.h"

#include <QAbstractTextDocumentLayout>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <memory>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal width = 420;
constexpr qreal pageHeight = 600;

/// Markdown as a column, laid out.
struct Typeset {
    explicit Typeset(const QByteArray &markdown, qreal textWidth = width)
    {
        const TypeStyle style = TypeStyle::forPrint(10.5);
        prepareDocument(&document, style, 0);
        document.setTextWidth(textWidth);
        document.documentLayout();
        QTextCursor cursor(&document);
        cursor.beginEditBlock();
        TextFlow flow(cursor, style);
        MarkdownTypesetter(flow, {}).append(parseMarkdown(markdown));
        flow.finish();
        cursor.endEditBlock();
    }

    QTextBlock blockOf(const QString &words) const
    {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.text().startsWith(words))
                return block;
        }
        return {};
    }

    QTextDocument document;
};

int pageOf(const QList<PageSlice> &slices, qreal y)
{
    for (int page = 0; page < slices.size(); ++page) {
        if (y >= slices.at(page).top - 0.5 && y <= slices.at(page).bottom + 0.5)
            return page;
    }
    return -1;
}

/// The page of a line of a block, counted from the end where `line` is negative.
int pageOfLine(const QList<PageSlice> &slices, const QTextBlock &block, int line)
{
    const QTextLayout *layout = block.layout();
    const QTextLine at = layout->lineAt(line < 0 ? layout->lineCount() + line : line);
    return pageOf(slices, originOf(block).y() + at.y() + at.height() / 2);
}

QByteArray paragraphs(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "A paragraph of one line.\n\n";
    return text;
}

const QByteArray longParagraph =
    QByteArray("Words that go on and on for quite a while, line after line. ").repeated(8) + "\n\n";

} // namespace

class TestTextColumn : public QObject {
    Q_OBJECT

private slots:
    void shortTextTakesOnePage();
    void nothingIsTorn_data();
    void nothingIsTorn();
    void aCutParagraphSaysTheSame();
    void longCodeKeepsItsLines();
    void headsOfTablesAreRepeated();
    void signsOfALanguageStayTogether();
    void tellsAnchorsAndHeadings();
    void linksToAbsentCasesArePlain();
};

void TestTextColumn::shortTextTakesOnePage()
{
    Typeset text("# Title\n\nWords.\n");
    TextColumn column(text.document);
    QCOMPARE(column.cut(pageHeight).size(), 1);
}

void TestTextColumn::nothingIsTorn_data()
{
    QTest::addColumn<QByteArray>("above");
    for (int count = 0; count < 30; ++count)
        QTest::addRow("%d paragraphs above", count) << paragraphs(count);
    QTest::newRow("a long one above") << paragraphs(10) + longParagraph + longParagraph;
}

void TestTextColumn::nothingIsTorn()
{
    QFETCH(QByteArray, above);
    const QByteArray table = "| head | other |\n|---|---|\n| cell one | words |\n| cell two | words |\n\n";
    Typeset text(
        above + "## Heading\n\nText " + longParagraph + "### Smaller\n\n- Item one\n- Item two\n\n" + table
        + "Before the quote:\n\n> Quoted words, which stand in a box of their own.\n\n```\ncode\nmore code\n```\n\n"
        + "### Announced\n\nThese are they:\n\n| alpha | beta |\n|---|---|\n| gamma | delta |\n\n" + longParagraph
        + paragraphs(30));
    TextColumn column(text.document);
    const QList<PageSlice> slices = column.cut(pageHeight);
    QVERIFY(slices.size() >= 2);
    const auto together = [&](const QString &first, const QString &second, int line = 0) {
        const int page = pageOfLine(slices, text.blockOf(first), -1);
        QVERIFY2(page >= 0, qPrintable(first));
        QCOMPARE(pageOfLine(slices, text.blockOf(second), line), page);
    };
    together(u"Heading"_s, u"Text"_s, 1);
    together(u"Smaller"_s, u"\t•\tItem one"_s);
    together(u"head"_s, u"cell one"_s);
    together(u"Announced"_s, u"These"_s);
    together(u"These"_s, u"alpha"_s);
    for (QTextBlock block = text.document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        for (int line = 0; line < layout->lineCount(); ++line) {
            if (layout->lineAt(line).textLength() > 0)
                QCOMPARE(pageOfLine(slices, block, line), pageOfLine(slices, block, 0));
        }
    }
}

void TestTextColumn::aCutParagraphSaysTheSame()
{
    const QByteArray words = QByteArray("Word after word. ").repeated(600);
    Typeset text(words);
    const QString before = text.document.toPlainText();
    const qreal heightBefore = text.document.size().height();
    const int linesBefore = text.document.begin().layout()->lineCount();
    TextColumn column(text.document);
    const QList<PageSlice> slices = column.cut(pageHeight);
    QCOMPARE(text.document.blockCount(), slices.size());
    QCOMPARE(text.document.toPlainText().remove(u'\n'), before);
    QVERIFY(qAbs(text.document.size().height() - heightBefore) < 1);
    int lines = 0;
    for (QTextBlock block = text.document.begin(); block.isValid(); block = block.next()) {
        lines += block.layout()->lineCount();
        QVERIFY(block.layout()->lineCount() >= 2);
        QCOMPARE(pageOfLine(slices, block, 0), block.blockNumber());
    }
    QCOMPARE(lines, linesBefore);
}

void TestTextColumn::longCodeKeepsItsLines()
{
    QByteArray code;
    for (int line = 0; line < 200; ++line)
        code += "line " + QByteArray::number(line) + '\n';
    Typeset text("```\n" + code + "```\n");
    const qreal heightBefore = text.document.size().height();
    TextColumn column(text.document);
    const QList<PageSlice> slices = column.cut(pageHeight);
    QVERIFY(slices.size() > 3);
    QVERIFY(qAbs(text.document.size().height() - heightBefore) < 1);
    QCOMPARE(text.document.toPlainText().trimmed(), QString::fromLatin1(code).trimmed());
}

void TestTextColumn::headsOfTablesAreRepeated()
{
    QByteArray table = "| number | words |\n|---|---|\n";
    for (int row = 0; row < 120; ++row)
        table += "| " + QByteArray::number(row) + " | some |\n";
    Typeset text("Above.\n\n" + table);
    TextColumn column(text.document);
    const QList<PageSlice> slices = column.cut(pageHeight);
    QVERIFY(slices.size() >= 3);
    QCOMPARE(slices.first().headHeight(), 0);
    for (const PageSlice &slice : slices.mid(1)) {
        QVERIFY(slice.headHeight() > 10);
        QVERIFY(slice.headHeight() + slice.bottom - slice.top <= pageHeight + 0.1);
    }
}

void TestTextColumn::signsOfALanguageStayTogether()
{
    // At some of these widths a line would end within the word.
    for (int textWidth = 60; textWidth < 160; textWidth += 3) {
        Typeset text("Written in C++ and some more words in C++, at times.", textWidth);
        TextColumn column(text.document);
        const QTextBlock block = text.document.begin();
        for (int line = 1; line < block.layout()->lineCount(); ++line)
            QVERIFY(block.text().at(block.layout()->lineAt(line).textStart()) != u'+');
        QCOMPARE(block.text().replace(QChar::LineSeparator, u' '),
                 u"Written in C++ and some more words in C++, at times."_s);
    }
}

void TestTextColumn::tellsAnchorsAndHeadings()
{
    Typeset text("## First part\n\nWords.\n\n> ## Quoted\n\n## Second part\n\nWords.\n");
    TextColumn column(text.document);
    column.cut(pageHeight);
    QStringList headings;
    for (const ColumnHeading &heading : column.headings())
        headings.append(heading.text);
    QCOMPARE(headings, (QStringList{u"First part"_s, u"Second part"_s}));
    const QList<ColumnAnchor> anchors = column.anchors();
    QCOMPARE(anchors.size(), 3);
    QCOMPARE(anchors.last().name, u"second-part"_s);
    QCOMPARE(anchors.last().top, originOf(text.blockOf(u"Second"_s)).y());
}

void TestTextColumn::linksToAbsentCasesArePlain()
{
    const TypeStyle style = TypeStyle::forPrint(10.5);
    QTextDocument document;
    QTextCursor cursor(&document);
    for (const QString &address : {caseLink(u"here"_s), caseLink(u"gone"_s), u"https://example.org"_s, u"#part"_s})
        cursor.insertText(address, asLink(style.bodyFormat(), address, style));
    unlinkAbsent(document, {caseLink(u"here"_s)}, style.text);
    QStringList links;
    for (auto it = document.begin().begin(); !it.atEnd(); ++it) {
        const QTextCharFormat format = it.fragment().charFormat();
        QCOMPARE(format.isAnchor(), format.fontUnderline());
        QCOMPARE(format.isAnchor(), format.underlineStyle() == QTextCharFormat::SingleUnderline);
        if (format.isAnchor())
            links.append(format.anchorHref());
        else
            QCOMPARE(format.foreground().color(), style.text);
    }
    QCOMPARE(links, (QStringList{caseLink(u"here"_s), u"https://example.org"_s, u"#part"_s}));
}

} // namespace casebook

QTEST_MAIN(casebook::TestTextColumn)
#include "tst_textcolumn.moc"
