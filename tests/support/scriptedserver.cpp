#include "tests/support/scriptedserver.h"

#include <QHostAddress>
#include <QTcpSocket>

ScriptedServer::ScriptedServer(const QString &address)
{
    if (!listen(QHostAddress(address)))
        qFatal("The test server cannot listen: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

void ScriptedServer::on(const QByteArray &path, Script script)
{
    m_scripts.insert(path, std::move(script));
}

void ScriptedServer::on(const QByteArray &path, const QByteArray &bytes)
{
    on(path, [bytes](QTcpSocket &socket, const Request &request) {
        const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
        socket.write(request.method == "HEAD" ? bytes.left(head) : bytes);
        socket.disconnectFromHost();
    });
}

QUrl ScriptedServer::url(const QString &path, const QString &host) const
{
    QUrl url(QStringLiteral("http://h") + path);
    url.setHost(host.isEmpty() ? serverAddress().toString() : host);
    url.setPort(serverPort());
    return url;
}

QList<QByteArray> ScriptedServer::methods() const
{
    QList<QByteArray> names;
    for (const Request &request : m_requests)
        names.append(request.method);
    return names;
}

void ScriptedServer::read(QTcpSocket *socket)
{
    const QByteArray seen = socket->property("seen").toByteArray() + socket->readAll();
    const qsizetype end = seen.indexOf("\r\n\r\n");
    socket->setProperty("seen", end < 0 ? seen : seen.mid(end + 4));
    if (end < 0)
        return;
    const QList<QByteArray> lines = seen.left(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    Request request{words.value(0), words.value(1), {}};
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    m_requests.append(request);
    answer(socket, request);
    emit requested(request.path);
}

void ScriptedServer::answer(QTcpSocket *socket, const Request &request)
{
    const QByteArray path =
        request.path.left(request.path.indexOf('?') < 0 ? request.path.size() : request.path.indexOf('?'));
    if (const auto script = m_scripts.constFind(path); script != m_scripts.constEnd()) {
        (*script)(*socket, request);
    } else if (m_otherwise) {
        m_otherwise(*socket, request);
    } else {
        socket->write(httpAnswer(404));
        socket->disconnectFromHost();
    }
}

QByteArray httpAnswer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nConnection: close\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray htmlAnswer(int status, const QByteArray &body, const QByteArray &charset)
{
    return httpAnswer(status, body, {"Content-Type: text/html; charset=" + charset});
}

QByteArray redirectTo(int status, const QByteArray &location)
{
    return httpAnswer(status, "<p>There", {"Location: " + location});
}
