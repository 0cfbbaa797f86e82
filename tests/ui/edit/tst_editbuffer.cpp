#include "ui/edit/editbuffer.h"

#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEditBuffer : public QObject {
    Q_OBJECT

private slots:
    void unedited_data();
    void unedited();
    void refused_data();
    void refused();
    void everyCharacter();
    void edits_data();
    void edits();
    void oneLineEdited();

private:
    // What saving would write after the editor has shown the file and `edit` was done to it.
    template<typename Edit>
    static QByteArray through(const QByteArray &bytes, Edit edit)
    {
        const EditBuffer buffer(bytes);
        QPlainTextEdit editor;
        editor.setPlainText(buffer.text());
        edit(*editor.document());
        return buffer.bytesOf(editor.document()->toRawText());
    }
};

void TestEditBuffer::unedited_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one line") << QByteArray("a\n");
    QTest::newRow("no final newline") << QByteArray("a\nb");
    QTest::newRow("only a newline") << QByteArray("\n");
    QTest::newRow("newlines at both ends") << QByteArray("\n\na\n\n\n");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n");
    QTest::newRow("CRLF, no final newline") << QByteArray("a\r\nb");
    QTest::newRow("mixed") << QByteArray("a\r\nb\nc\r\n\nd");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF---\r\na: 1\r\n---\r\n");
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("two byte order marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBFx\n");
    QTest::newRow("a byte order mark within") << QByteArray("a\xEF\xBB\xBF\n");
    QTest::newRow("hard blank") << QByteArray("10\xC2\xA0ms\n");
    QTest::newRow("line separator") << QByteArray("a\xE2\x80\xA8"
                                                  "b\n");
    QTest::newRow("next line, form feed, tab") << QByteArray("a\xC2\x85"
                                                             "b\fc\td\n");
    QTest::newRow("object replacement") << QByteArray("a\xEF\xBF\xBC\n");
    QTest::newRow("replacement character that is meant") << QByteArray("a\xEF\xBF\xBD\n");
    QTest::newRow("soft hyphen, zero width") << QByteArray("a\xC2\xAD\xE2\x80\x8B\n");
    QTest::newRow("beyond the first plane") << QByteArray("\xF0\x9F\xA6\x80 crab\n");
    QTest::newRow("not composed") << QByteArray("e\xCC\x81\n");
    QTest::newRow("trailing blanks") << QByteArray("a  \n\t\n  ");
    QTest::newRow("right to left") << QByteArray("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\n");
}

void TestEditBuffer::unedited()
{
    QFETCH(QByteArray, bytes);
    const EditBuffer buffer(bytes);
    QVERIFY2(buffer.isEditable(), qPrintable(buffer.obstacle()));
    QCOMPARE(through(bytes, [](QTextDocument &) {}), bytes);
    // There and back again: the text is the same, and so are the bytes.
    const QByteArray back = through(bytes, [](QTextDocument &document) {
        QTextCursor cursor(&document);
        cursor.insertText(u"x"_s);
        cursor.movePosition(QTextCursor::Start);
        cursor.deleteChar();
    });
    QCOMPARE(back, bytes);
    // With an edit at its very end, all that was there is still there.
    const QByteArray longer = through(bytes, [](QTextDocument &document) {
        QTextCursor cursor(&document);
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"x"_s);
    });
    QCOMPARE(longer, bytes + "x");
}

void TestEditBuffer::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("NUL") << QByteArray("a\nb\0c\n", 6) << u"line 2 has a NUL"_s;
    QTest::newRow("a byte of Latin-1") << QByteArray("a\n\nGr\xFC\xDF"
                                                     "e\n")
                                       << u"line 3 has bytes that are not UTF-8"_s;
    QTest::newRow("cut short") << QByteArray("a\xE2\x82") << u"line 1 has bytes"_s;
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80\n") << u"line 1 has bytes"_s;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF\n") << u"line 1 has bytes"_s;
    QTest::newRow("lone CR") << QByteArray("a\nb\rc\n") << u"line 2 has a carriage return"_s;
    QTest::newRow("CR at the end") << QByteArray("a\nb\r") << u"line 2 has a carriage return"_s;
    QTest::newRow("CR CR LF") << QByteArray("a\r\r\n") << u"line 1 has a carriage return"_s;
    QTest::newRow("paragraph separator") << QByteArray("a\nb\xE2\x80\xA9"
                                                       "c\n")
                                         << u"line 2 has the character U+2029"_s;
    QTest::newRow("frame start") << QByteArray("a\xEF\xB7\x90\n") << u"line 1 has the character U+FDD0"_s;
    QTest::newRow("frame end") << QByteArray("a\xEF\xB7\x91\n") << u"line 1 has the character U+FDD1"_s;
}

void TestEditBuffer::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const EditBuffer buffer(bytes);
    QVERIFY(!buffer.isEditable());
    QVERIFY2(buffer.obstacle().contains(says), qPrintable(buffer.obstacle()));
    QCOMPARE(buffer.bytes(), bytes);
    QVERIFY(buffer.text().contains(QString::fromUtf8(bytes.left(1))));
}

// Whatever the editor does to a character, we know of it.
void TestEditBuffer::everyCharacter()
{
    for (uint code = 1; code < 0x11000; ++code) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        const char32_t character = code;
        const QByteArray bytes = "a" + QString::fromUcs4(&character, 1).toUtf8() + "b";
        const EditBuffer buffer(bytes);
        if (!buffer.isEditable())
            continue;
        QTextDocument document;
        document.setPlainText(buffer.text());
        document.setModified(true);
        QCOMPARE(EditBuffer::textOf(document.toRawText()), buffer.text());
        QCOMPARE(buffer.bytesOf(document.toRawText() + u"x"_s), QByteArray(bytes + "x"));
    }
}

void TestEditBuffer::edits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("edited"); // the text, with \n
    QTest::addColumn<QByteArray>("expected");
    const QByteArray mixed = "a\r\nb\nc\r\nd\n";
    QTest::newRow("LF, line added") << QByteArray("a\nb\n") << u"a\nx\nb\n"_s << QByteArray("a\nx\nb\n");
    QTest::newRow("CRLF, line added") << QByteArray("a\r\nb\r\n") << u"a\nx\nb\n"_s << QByteArray("a\r\nx\r\nb\r\n");
    QTest::newRow("CRLF, final newline removed") << QByteArray("a\r\nb\r\n") << u"a\nb"_s << QByteArray("a\r\nb");
    QTest::newRow("CRLF, line added after the last")
        << QByteArray("a\r\nb") << u"a\nb\nc"_s << QByteArray("a\r\nb\r\nc");
    QTest::newRow("empty file") << QByteArray() << u"a\nb\n"_s << QByteArray("a\nb\n");
    QTest::newRow("byte order mark stays") << QByteArray("\xEF\xBB\xBF"
                                                         "a\n")
                                           << u"b\n"_s
                                           << QByteArray("\xEF\xBB\xBF"
                                                         "b\n");
    QTest::newRow("all removed, the mark stays") << QByteArray("\xEF\xBB\xBF"
                                                               "a\n")
                                                 << u""_s << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("mixed, one edited (CRLF)") << mixed << u"A\nb\nc\nd\n"_s << QByteArray("A\r\nb\nc\r\nd\n");
    QTest::newRow("mixed, one edited (LF)") << mixed << u"a\nB\nc\nd\n"_s << QByteArray("a\r\nB\nc\r\nd\n");
    QTest::newRow("mixed, two edited") << mixed << u"A\nb\nC\nd\n"_s << QByteArray("A\r\nb\nC\r\nd\n");
    QTest::newRow("mixed, all edited") << mixed << u"A\nB\nC\nD\n"_s << QByteArray("A\r\nB\nC\r\nD\n");
    QTest::newRow("mixed, added below CRLF") << mixed << u"a\nx\nb\nc\nd\n"_s << QByteArray("a\r\nx\r\nb\nc\r\nd\n");
    QTest::newRow("mixed, added below LF") << mixed << u"a\nb\nx\ny\nc\nd\n"_s << QByteArray("a\r\nb\nx\ny\nc\r\nd\n");
    QTest::newRow("mixed, added and edited apart")
        << mixed << u"a\nx\nb\nc\nD\n"_s << QByteArray("a\r\nx\r\nb\nc\r\nD\n");
    QTest::newRow("mixed, one removed") << mixed << u"a\nc\nd\n"_s << QByteArray("a\r\nc\r\nd\n");
    QTest::newRow("mixed, first removed") << mixed << u"b\nc\nd\n"_s << QByteArray("b\nc\r\nd\n");
    QTest::newRow("mixed, split") << mixed << u"a\nb\nc1\nc2\nd\n"_s << QByteArray("a\r\nb\nc1\r\nc2\r\nd\n");
    QTest::newRow("mixed, joined") << mixed << u"ab\nc\nd\n"_s << QByteArray("ab\nc\r\nd\n");
    QTest::newRow("mixed, added after the last line")
        << QByteArray("a\nb\r\nc") << u"a\nb\nc\nd"_s << QByteArray("a\nb\r\nc\r\nd");
}

void TestEditBuffer::edits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, edited);
    QFETCH(QByteArray, expected);
    const QByteArray result = through(bytes, [&edited](QTextDocument &document) { document.setPlainText(edited); });
    QCOMPARE(result, expected);
}

// Random files with mixed endings: of an edit within one line, only that line differs, and only by it.
void TestEditBuffer::oneLineEdited()
{
    const quint32 seed = 20260;
    QRandomGenerator random(seed);
    for (int round = 0; round < 1000; ++round) {
        QList<QByteArray> lines;
        for (int left = 1 + random.bounded(20); left > 0; --left) {
            const QByteArray text(random.bounded(3), static_cast<char>('a' + random.bounded(3)));
            lines.append(text + (random.bounded(2) ? "\r\n" : "\n"));
        }
        if (random.bounded(2))
            lines.append("end");
        const int line = random.bounded(static_cast<int>(lines.size()));
        const QByteArray result = through(lines.join(), [line](QTextDocument &document) {
            QTextCursor(document.findBlockByNumber(line)).insertText(u"EDIT"_s);
        });
        QList<QByteArray> expected = lines;
        expected[line].prepend("EDIT");
        QVERIFY2(result == expected.join(), qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
    }
}

QTEST_MAIN(TestEditBuffer)
#include "tst_editbuffer.moc"
