#include "core/document/encoding.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEncoding : public QObject {
    Q_OBJECT

private slots:
    void utf8_data();
    void utf8();
    void fromTheMiddle();
    void agreesWithQt();
    void positions_data();
    void positions();
    void positionFinderAgrees();
    void problems_data();
    void problems();
    void everyByteAtEveryPlace();
    void manyProblems();
    void byteOrderMark();
};

void TestEncoding::utf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("invalid");
    const auto row = [](const char *name, const QByteArray &bytes, int invalid) {
        QTest::newRow(name) << bytes << invalid;
    };
    row("empty", "", -1);
    row("ASCII", "abc\x7F", -1);
    row("NUL is well-formed", QByteArray("a\0b", 3), -1);
    row("U+0080, the first of two bytes", "\xC2\x80", -1);
    row("U+07FF, the last of two", "\xDF\xBF", -1);
    row("U+0800, the first of three", "\xE0\xA0\x80", -1);
    row("U+D7FF, before the surrogates", "\xED\x9F\xBF", -1);
    row("U+E000, after them", "\xEE\x80\x80", -1);
    row("U+FFFF, the last of three", "\xEF\xBF\xBF", -1);
    row("U+10000, the first of four", "\xF0\x90\x80\x80", -1);
    row("U+FFFFF", "\xF3\xBF\xBF\xBF", -1);
    row("U+100000", "\xF4\x80\x80\x80", -1);
    row("U+10FFFF, the last of all", "\xF4\x8F\xBF\xBF", -1);
    row("a continuation alone", "a\x80", 1);
    row("the last continuation alone", "\xBF", 0);
    row("C0 is never used", "\xC0\x80", 0);
    row("C1 is never used", "\xC1\xBF", 0);
    row("overlong in three", "\xE0\x9F\xBF", 0);
    row("overlong in four", "\xF0\x8F\xBF\xBF", 0);
    row("the first surrogate", "\xED\xA0\x80", 0);
    row("the last surrogate", "\xED\xBF\xBF", 0);
    row("U+110000", "\xF4\x90\x80\x80", 0);
    row("F5", "\xF5\x80\x80\x80", 0);
    row("FE", "\xFE", 0);
    row("FF", "ab\xFF", 2);
    row("two bytes, one missing", "\xC3", 0);
    row("two bytes, ASCII follows", "\xC3(", 0);
    row("three bytes, one missing", "\xE2\x82", 0);
    row("three bytes, the last is ASCII", "\xE2\x82x", 0);
    row("four bytes, one missing", "x\xF0\x9F\x98", 1);
    row("four bytes, the third is ASCII", "\xF0\x9Fx\x80", 0);
    row("after good ones", "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\xFF", 9);
}

void TestEncoding::utf8()
{
    QFETCH(QByteArray, bytes);
    QTEST(static_cast<int>(findInvalidUtf8(bytes)), "invalid");
}

void TestEncoding::fromTheMiddle()
{
    const QByteArray bytes("\xFF"
                           "abc\xFE");
    QCOMPARE(findInvalidUtf8(bytes), 0);
    QCOMPARE(findInvalidUtf8(bytes, 1), 4);
    QCOMPARE(findInvalidUtf8(bytes, 5), -1);
    QCOMPARE(findInvalidUtf8(bytes, 99), -1);
}

void TestEncoding::agreesWithQt()
{
    QRandomGenerator random(20240229);
    const QByteArray alphabet("a\n\x80\xBF\xC2\xE0\xA0\xED\x9F\xEF\xF0\x90\xF4\x8F\xC3");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(1, 24); i > 0; --i)
            bytes.append(alphabet.at(random.bounded(static_cast<int>(alphabet.size()))));
        const bool valid = !QString::fromUtf8(bytes).contains(QChar(QChar::ReplacementCharacter));
        QVERIFY2((findInvalidUtf8(bytes) < 0) == valid, bytes.toHex().constData());
    }
}

void TestEncoding::positions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &bytes, int offset, int line, int column) {
        QTest::newRow(name) << bytes << offset << line << column;
    };
    row("empty", "", 0, 1, 1);
    row("beyond the end", "ab", 99, 1, 3);
    row("before the start", "ab", -1, 1, 1);
    row("after LF", "a\nb", 2, 2, 1);
    row("at LF", "a\nb", 1, 1, 2);
    row("after CR LF", "a\r\nb", 3, 2, 1);
    row("between CR and LF", "a\r\nb", 2, 1, 3);
    row("after a lone CR", "a\rb", 2, 2, 1);
    row("a CR at the very end", "a\r", 2, 2, 1);
    row("two CRs", "\r\rb", 2, 3, 1);
    row("after multi-byte text", "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80x", 9, 1, 4);
    row("a combining mark is a character", "e\xCC\x81x", 3, 1, 3);
    row("byte order mark",
        "\xEF\xBB\xBF"
        "ab",
        4, 1, 2);
    row("at the byte order mark",
        "\xEF\xBB\xBF"
        "ab",
        0, 1, 1);
    row("a byte order mark alone", "\xEF\xBB\xBF", 3, 1, 1);
    row("a tab is one character", "\t\tx", 2, 1, 3);
}

void TestEncoding::positions()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    const TextPosition place = positionAt(bytes, offset);
    QTEST(place.line, "line");
    QTEST(place.column, "column");
    QCOMPARE(PositionFinder(bytes).at(offset), place);
}

/// Whatever the order of questions, and wherever its marks fall: inside CR LF, inside a character.
void TestEncoding::positionFinderAgrees()
{
    QRandomGenerator random(7);
    QByteArray bytes("\xEF\xBB\xBF");
    const QList<QByteArray> pieces{"a",    "\r",   "\n", "\r\n", "\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
                                   "\x80", "word "};
    while (bytes.size() < 10'000)
        bytes += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    PositionFinder finder(bytes);
    for (int i = 0; i < 3000; ++i) {
        const int offset = random.bounded(static_cast<int>(bytes.size()) + 10);
        QCOMPARE(finder.at(offset), positionAt(bytes, offset));
    }
}

void TestEncoding::problems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected"); // line:column word, of each
    QTest::newRow("fine") << QByteArray("a\tb\r\nc\rd\n") << QString();
    QTest::newRow("NUL") << QByteArray("a\nb\0", 4) << u"2:2 NUL"_s;
    QTest::newRow("bell") << QByteArray("\a") << u"1:1 U+0007"_s;
    QTest::newRow("escape") << QByteArray("x\x1B[0m") << u"1:2 U+001B"_s;
    QTest::newRow("delete") << QByteArray("\x7F") << u"1:1 U+007F"_s;
    QTest::newRow("a C1 control, as a quote of Windows becomes") << QByteArray("it\xC2\x92s") << u"1:3 U+0092"_s;
    QTest::newRow("next line is known to YAML") << QByteArray("a\xC2\x85"
                                                              "b")
                                                << QString();
    QTest::newRow("no-break space is none") << QByteArray("a\xC2\xA0"
                                                          "b")
                                            << QString();
    QTest::newRow("Latin-1") << QByteArray("na\xEFve") << u"1:3 0xEF"_s;
    QTest::newRow("a form feed after text") << QByteArray("\xC3\xA4\n\xC3\xA4\xC3\xA4\f") << u"2:3 U+000C"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0",
                                          4)
                            << u"1:1 0xFF, 1:2 0xFE, 1:4 NUL"_s;
}

void TestEncoding::problems()
{
    QFETCH(QByteArray, bytes);
    QStringList found;
    for (const Problem &problem : checkEncoding(bytes)) {
        QCOMPARE(problem.severity, Severity::Error);
        static const QRegularExpression word(u"U\\+\\w+|0x\\w+|NUL"_s);
        found.append(QString::number(problem.line) + u':' + QString::number(problem.column) + u' '
                     + word.match(problem.message).captured());
    }
    QTEST(found.join(u", "_s), "expected");
}

/// Each byte alone at each place of a longer text: what is passed over at once must hold nothing that matters.
void TestEncoding::everyByteAtEveryPlace()
{
    for (int byte = 0; byte < 256; ++byte) {
        const bool allowed = byte == '\t' || byte == '\n' || byte == '\r' || (byte >= 0x20 && byte < 0x7F);
        for (int at = 0; at < 20; ++at) {
            QByteArray bytes(20, at % 2 == 0 ? ' ' : '~');
            bytes[at] = static_cast<char>(byte);
            const Problems found = checkEncoding(bytes);
            QCOMPARE(found.size(), allowed ? 0 : 1);
            QCOMPARE(allowed ? at + 1 : found.first().column, at + 1);
            QCOMPARE(findInvalidUtf8(bytes), byte < 0x80 ? -1 : at);
        }
    }
}

/// A binary file by mistake: not a problem for every byte, and not a reading of the whole file for each.
void TestEncoding::manyProblems()
{
    const QByteArray bytes(4 * 1024 * 1024, '\xFF');
    const Problems found = checkEncoding(QByteArray(QByteArray("fine\n") + bytes));
    QCOMPARE(found.size(), 21);
    QVERIFY2(found.last().message.startsWith(QString::number(bytes.size() - 20)), qPrintable(found.last().message));
    QCOMPARE(found.last().line, 2);
    QCOMPARE(found.last().column, 21);
}

void TestEncoding::byteOrderMark()
{
    QVERIFY(hasByteOrderMark("\xEF\xBB\xBF"));
    QVERIFY(!hasByteOrderMark("\xEF\xBB"));
    QVERIFY(!hasByteOrderMark(""));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
