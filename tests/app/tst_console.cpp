#include "app/console.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// A pipe that is read when the writer is done: for less than it holds (64 KiB).
class Pipe {
public:
    Pipe() { m_made = ::pipe2(m_ends, O_CLOEXEC) == 0; }
    ~Pipe()
    {
        closeReader();
        closeWriter();
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    bool isMade() const { return m_made; }
    int writer() const { return m_ends[1]; }
    void closeReader() { closeEnd(0); }
    QByteArray read()
    {
        closeWriter();
        QByteArray bytes(128 * 1024, '\0');
        qsizetype filled = 0;
        ssize_t count = 0;
        while ((count = ::read(m_ends[0], bytes.data() + filled, static_cast<std::size_t>(bytes.size() - filled))) > 0)
            filled += count;
        return bytes.left(filled);
    }

private:
    void closeWriter() { closeEnd(1); }
    void closeEnd(int end)
    {
        if (m_ends[end] >= 0)
            ::close(m_ends[end]);
        m_ends[end] = -1;
    }

    int m_ends[2] = {-1, -1};
    bool m_made = false;
};

} // namespace

class TestConsole : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void writesUtf8();
    void flushesAtTheEnd();
    void keepsTheOrderOfDataAndMessages();
    void dropsWhatNobodyReads();
    void tellsOfAFullDisk();
    void showsNoProgressOffATerminal();
    void usesNoColorOffATerminal();
};

void TestConsole::writesUtf8()
{
    Pipe data;
    Pipe messages;
    QVERIFY(data.isMade() && messages.isMade());
    Console console(data.writer(), messages.writer());
    console.write(u"Go → Rust\n"_s);
    console.message(u"größer\x1b[31m"_s);
    QVERIFY(console.flush());
    QCOMPARE(data.read(), QByteArray("Go → Rust\n"));
    QCOMPARE(messages.read(), QByteArray("casebook: größer\ufffd[31m\n"));
}

void TestConsole::flushesAtTheEnd()
{
    Pipe data;
    {
        Console console(data.writer(), data.writer());
        console.write(QByteArray("late"));
    }
    QCOMPARE(data.read(), QByteArray("late"));
}

void TestConsole::keepsTheOrderOfDataAndMessages()
{
    Pipe both;
    Console console(both.writer(), both.writer());
    console.write(QByteArray("1\n"));
    console.message(u"2"_s);
    console.write(QByteArray("3\n"));
    QVERIFY(console.flush());
    QCOMPARE(both.read(), QByteArray("1\ncasebook: 2\n3\n"));
}

void TestConsole::dropsWhatNobodyReads()
{
    Pipe data;
    Pipe messages;
    data.closeReader();
    Console console(data.writer(), messages.writer());
    console.write(QByteArray("lost"));
    QVERIFY(!console.flush());
    QVERIFY(console.isClosed());
    QVERIFY(console.writeError().isEmpty());
    console.write(QByteArray("lost too"));
    QVERIFY(!console.flush());
}

void TestConsole::tellsOfAFullDisk()
{
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0)
        QSKIP("there is no /dev/full here");
    Pipe messages;
    {
        Console console(full, messages.writer());
        console.write(QByteArray("lost"));
        QVERIFY(!console.flush());
        QVERIFY(!console.writeError().isEmpty());
        console.write(QByteArray(200'000, 'x'));
        QVERIFY(!console.flush()); // the first error counts
        QVERIFY(!console.writeError().isEmpty());
    }
    ::close(full);
}

void TestConsole::showsNoProgressOffATerminal()
{
    Pipe messages;
    Console console(messages.writer(), messages.writer());
    console.progress(u"1 of 2"_s);
    console.progress({});
    QCOMPARE(messages.read(), QByteArray());
}

void TestConsole::usesNoColorOffATerminal()
{
    Pipe data;
    const Console console(data.writer(), data.writer());
    QCOMPARE(console.style().bold(u"a"_s), u"a"_s);
}

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
