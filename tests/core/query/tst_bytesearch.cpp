#include "core/query/bytesearch.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QTest>

using namespace casebook;

class TestByteSearch : public QObject {
    Q_OBJECT

private slots:
    void edges();
    void everyPlaceAndLength();
    void longNeedles();
    void outsideWords();
};

void TestByteSearch::edges()
{
    QCOMPARE(findBytes("", ""), 0);
    QCOMPARE(findBytes("", "a"), -1);
    QCOMPARE(findBytes("a", "a"), 0);
    QCOMPARE(findBytes("a", "ab"), -1);
    QCOMPARE(findBytes("abc", "c", 2), 2);
    QCOMPARE(findBytes("abc", "c", 3), -1);
    QCOMPARE(findBytes("abc", "", 3), 3);
    QCOMPARE(findBytes("abc", "", 4), -1);
    QCOMPARE(findBytes("abc", "a", 99), -1);
    QCOMPARE(findBytes(QByteArrayView("a\0b\0c", 5), QByteArrayView("\0c", 2)), 3);
    QCOMPARE(findBytes("\xC3\xA4\xC3\xB6", "\xC3\xB6"), 2);
}

/// Texts end right after the bytes in question, so that a sanitizer sees any look beyond them.
void TestByteSearch::everyPlaceAndLength()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text(random.bounded(80), 'a');
        for (char &byte : text)
            byte = static_cast<char>('a' + random.bounded(3));
        QByteArray needle(random.bounded(1, 6), 'a');
        for (char &byte : needle)
            byte = static_cast<char>('a' + random.bounded(3));
        const std::vector<char> exact(text.begin(), text.end());
        const QByteArrayView view(exact.data(), static_cast<qsizetype>(exact.size()));
        const int from = random.bounded(static_cast<int>(text.size()) + 2);
        if (findBytes(view, needle, from) != text.indexOf(needle, from))
            QCOMPARE(findBytes(view, needle, from), text.indexOf(needle, from));
    }
}

void TestByteSearch::longNeedles()
{
    const QByteArray text = QByteArray(100'000, 'a') + 'b' + QByteArray(400, 'a');
    for (const int length : {15, 16, 17, 255, 256, 257, 258, 400})
        QCOMPARE(findBytes(text, QByteArray(length, 'a').prepend('b')), 100'000);
    QCOMPARE(findBytes(text, QByteArray(401, 'a').prepend('b')), -1);
}

void TestByteSearch::outsideWords()
{
    const auto naive = [](QByteArrayView text, const QByteArray &needle, qsizetype from) {
        for (; from <= text.size() - needle.size(); ++from) {
            if (text.sliced(from).startsWith(needle) && (from == 0 || !isWordByte(text[from - 1])))
                return from;
        }
        return qsizetype(-1);
    };
    const QByteArray letters("abyz09 .\x7F\x80\xC3`{/:", 15);
    QRandomGenerator random(5);
    const auto bytes = [&](int size) {
        QByteArray text(size, 'a');
        for (char &byte : text)
            byte = letters.at(random.bounded(random.bounded(4) == 0 ? 15 : 3));
        return text;
    };
    for (int round = 0; round < 30'000; ++round) {
        const QByteArray text = bytes(random.bounded(150));
        const QByteArray needle = bytes(random.bounded(1, 5));
        const std::vector<char> exact(text.begin(), text.end());
        const QByteArrayView view(exact.data(), static_cast<qsizetype>(exact.size()));
        const int from = random.bounded(static_cast<int>(text.size()) + 2);
        if (findBytesOutsideWords(view, needle, from) != naive(view, needle, from))
            QCOMPARE(findBytesOutsideWords(view, needle, from), naive(view, needle, from));
    }
    for (int byte = -128; byte < 128; ++byte) { // whatever stands before it
        const QByteArray text = QByteArray(40, ' ') + static_cast<char>(byte) + "go" + QByteArray(40, ' ');
        QCOMPARE(findBytesOutsideWords(text, "go"), isWordByte(static_cast<char>(byte)) ? -1 : 41);
    }
}

QTEST_GUILESS_MAIN(TestByteSearch)
#include "tst_bytesearch.moc"
