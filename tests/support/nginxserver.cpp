#include "tests/support/nginxserver.h"

#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Two ports that nobody listens at now; by the time nginx does, somebody may.
QList<quint16> freePorts()
{
    QTcpServer first;
    QTcpServer second;
    first.listen(QHostAddress::LocalHost);
    second.listen(QHostAddress::LocalHost);
    return {first.serverPort(), second.serverPort()};
}

bool answersAt(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1000);
}

QByteArray configuration(const QByteArray &servers)
{
    // Everything below one folder, and no user to change to, so that anybody can run it.
    return QByteArray(::geteuid() == 0 ? "user root;\n" : "")
        + "daemon off; master_process off; pid @FOLDER@/pid; error_log @FOLDER@/errors;\n"
          "events {}\n"
          "http {\n"
          "access_log off; client_body_temp_path @FOLDER@/t1; proxy_temp_path @FOLDER@/t2;\n"
          "fastcgi_temp_path @FOLDER@/t3; uwsgi_temp_path @FOLDER@/t4; scgi_temp_path @FOLDER@/t5;\n"
        + servers + "\n}\n";
}

} // namespace

QString NginxServer::program()
{
    const QString found = QStandardPaths::findExecutable(u"nginx"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

NginxServer::~NginxServer()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

void NginxServer::start(const QByteArray &servers)
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (tryPorts(servers))
            return;
    }
    QFile errors(m_folder.filePath(u"errors"_s));
    errors.open(QIODevice::ReadOnly);
    m_error = u"nginx does not start: "_s + QString::fromUtf8(m_process.readAllStandardError() + errors.readAll());
}

bool NginxServer::tryPorts(const QByteArray &servers)
{
    const QList<quint16> ports = freePorts();
    m_http = ports[0];
    m_https = ports[1];
    const auto address = [](quint16 port) -> QByteArray { return "127.0.0.1:" + QByteArray::number(port); };
    write(u"nginx.conf"_s,
          configuration(servers)
              .replace("@FOLDER@", m_folder.path().toUtf8())
              .replace("@HTTP@", address(m_http))
              .replace("@HTTPS@", address(m_https)));
    m_process.start(program(),
                    {u"-p"_s, m_folder.path(), u"-e"_s, m_folder.filePath(u"errors"_s), u"-c"_s,
                     m_folder.filePath(u"nginx.conf"_s)});
    return QTest::qWaitFor(
               [&] { return m_process.state() == QProcess::NotRunning || (answersAt(m_http) && answersAt(m_https)); },
               20000)
        && m_process.state() != QProcess::NotRunning;
}

void NginxServer::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s: %s", qPrintable(name), qPrintable(file.errorString()));
}

QUrl NginxServer::url(const QString &scheme, const QString &host, quint16 port, const QString &path)
{
    return QUrl(scheme + u"://"_s + host + u':' + QString::number(port) + path);
}
