#include "core/sources/linkchecker.h"
#include "core/sources/pagekind.h"
#include "tests/core/sources/fetchtest.h"
#include "tests/core/sources/labelledlinks.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// How well links are judged, by a set that people have labelled.
class TestLinkStates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void judgesAsPeopleDo_data();
    void judgesAsPeopleDo();
    void isRightOnTheWhole();
    void readsEveryCharset_data();
    void readsEveryCharset();
    void looksAtWhatCounts();

private:
    static QString hostOf(int index) { return u"host%1.test"_s.arg(index); }
    void serve(QTcpSocket &socket, const ScriptedServer::Request &request) const;

    QList<LabelledLink> m_links;
    QList<LinkRecord> m_records;
};

void TestLinkStates::serve(QTcpSocket &socket, const ScriptedServer::Request &request) const
{
    const QByteArray host = request.headers.value("host");
    const LabelledLink &link = m_links.at(host.mid(4, host.indexOf('.') - 4).toInt());
    const QByteArray path = request.path.split('?').first();
    LabelledLink::Reply reply = link.replies.value(link.replies.contains(path) ? path : "any");
    if (reply.status == 0 && !link.replies.contains("any"))
        reply.bytes = httpAnswer(404);
    if (request.method == "HEAD" && reply.status != reply.headStatus)
        reply.bytes = htmlAnswer(reply.headStatus, {});
    const qsizetype head = reply.bytes.indexOf("\r\n\r\n") + 4;
    socket.write(request.method == "HEAD" ? reply.bytes.left(head) : reply.bytes);
    socket.disconnectFromHost();
}

void TestLinkStates::initTestCase()
{
    m_links = labelledLinks();
    QVERIFY(m_links.size() > 60);
    ScriptedServer server;
    server.otherwise([this](QTcpSocket &socket, const ScriptedServer::Request &request) { serve(socket, request); });
    TestFetcher web;
    QStringList urls;
    for (int index = 0; index < m_links.size(); ++index) {
        const QString host = hostOf(index);
        if (m_links[index].lookup != FetchError::None)
            web.failures.insert(host, m_links[index].lookup);
        else
            web.hosts.insert(host, {QHostAddress(u"127.0.0.1"_s)});
        urls.append(u"http://"_s + host + u':' + QString::number(server.serverPort()) + m_links[index].path);
    }
    LinkChecker checker(web.fetcher);
    QHash<QString, LinkRecord> records;
    connect(&checker, &LinkChecker::checked, this, [&](const LinkRecord &one) { records.insert(one.url, one); });
    QSignalSpy finished(&checker, &LinkChecker::finished);
    checker.start(urls);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    for (const QString &url : std::as_const(urls))
        m_records.append(records.value(url));
}

void TestLinkStates::judgesAsPeopleDo_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_links.size(); ++index)
        QTest::newRow(qPrintable(m_links[index].name)) << index;
}

void TestLinkStates::judgesAsPeopleDo()
{
    QFETCH(int, index);
    const LinkRecord &record = m_records[index];
    QCOMPARE(linkStateId(record.state), linkStateId(m_links[index].state));
    QVERIFY(record.checked.isValid());
    QCOMPARE(record.reason.isEmpty(), record.state == LinkState::Fine);
}

void TestLinkStates::isRightOnTheWhole()
{
    for (const LinkState state : linkStates()) {
        int labelled = 0;
        int told = 0;
        int right = 0;
        for (int index = 0; index < m_links.size(); ++index) {
            labelled += m_links[index].state == state;
            told += m_records[index].state == state;
            right += m_links[index].state == state && m_records[index].state == state;
        }
        if (labelled == 0)
            continue;
        const double precision = told > 0 ? double(right) / told : 1;
        const double recall = double(right) / labelled;
        qInfo("%-12s %2d links, precision %.3f, recall %.3f", qPrintable(linkStateId(state)), labelled, precision,
              recall);
        // To call a page dead that is not would be the worst mistake.
        QVERIFY(state == LinkState::Dead ? precision == 1 : precision >= 0.9);
        QVERIFY(recall >= 0.9);
    }
}

void TestLinkStates::readsEveryCharset_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("title");
    const QByteArray shiftJis = QByteArray::fromHex("8379815b835782aa8ca982c282a982e882dc82b982f1");
    const QByteArray latin1 = "P\xE1gina no encontrada";
    QTest::newRow("UTF-8") << QByteArray("text/html; charset=utf-8") << QByteArray("Página no encontrada");
    QTest::newRow("Latin-1") << QByteArray("text/html; charset=iso-8859-1") << latin1;
    QTest::newRow("Latin-1, not told") << QByteArray("text/html") << latin1;
    QTest::newRow("UTF-8, not told") << QByteArray("text/html") << QByteArray("Página no encontrada");
    QTest::newRow("Shift-JIS") << QByteArray("text/html; charset=Shift_JIS") << shiftJis;
    QTest::newRow("Shift-JIS, told by the page") << QByteArray("text/html") << "<meta charset=shift_jis>" + shiftJis;
    QTest::newRow("no type at all") << QByteArray() << QByteArray("Page not found");
}

void TestLinkStates::readsEveryCharset()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, title);
    FetchAnswer answer;
    answer.status = 200;
    answer.headers = {{"content-type", type}};
    const qsizetype text = title.lastIndexOf('>') + 1;
    answer.body = title.left(text) + "<title>" + title.mid(text) + "</title><p>Some words.";
    QCOMPARE(kindOf(pageSigns(answer)), PageKind::Missing);
}

void TestLinkStates::looksAtWhatCounts()
{
    FetchAnswer answer;
    answer.headers = {{"content-type", "text/html"}};
    answer.body =
        "<html><head><title> A  page\n</title><style>h1 { color: red }</style></head><body id=all>"
        "<script>var page = 'not found';</script><h1>One <b>heading</b></h1><h2 id=\"a&amp;b\">Two</h2>"
        "<a name=old></a><p>Caf\xC3\xA9 words</p><template>unseen</template><svg><title>A drawing</title></svg>";
    const PageSigns signs = pageSigns(answer);
    QCOMPARE(signs.title, u"A page"_s);
    QCOMPARE(signs.mainHeadings, QStringList{u"One heading"_s});
    QCOMPARE(signs.headings, QStringList{u"Two"_s});
    QCOMPARE(signs.anchors, (QSet<QString>{u"all"_s, u"a&b"_s, u"old"_s}));
    QCOMPARE(signs.words, (QStringList{u"one"_s, u"heading"_s, u"two"_s, u"cafe"_s, u"words"_s}));
    QVERIFY(signs.isWhole);
    answer.isPacked = true;
    QVERIFY(!pageSigns(answer).isHtml);
    QCOMPARE(kindOf(pageSigns(answer)), PageKind::Ordinary);
}

QTEST_GUILESS_MAIN(TestLinkStates)
#include "tst_linkstates.moc"
