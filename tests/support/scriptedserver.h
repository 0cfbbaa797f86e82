#pragma once

#include <QHash>
#include <QMap>
#include <QTcpServer>
#include <QUrl>

#include <functional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

/// A web server on a loopback address that does what a test says, right or wrong.
class ScriptedServer : public QTcpServer {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray path;                      ///< with the query
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
    };
    using Script = std::function<void(QTcpSocket &socket, const Request &request)>;

    /// Listens at a port that is free. On Linux all of 127.x.x.x is loopback, so that a test can have many hosts.
    explicit ScriptedServer(const QString &address = QStringLiteral("127.0.0.1"));

    /// What happens when a path is asked for, whatever its query; unknown ones are answered with 404.
    void on(const QByteArray &path, Script script);
    /// Sends these bytes and closes.
    void on(const QByteArray &path, const QByteArray &bytes);
    /// What happens for every other path.
    void otherwise(Script script) { m_otherwise = std::move(script); }

    /// The URL of a path, by address or under another name.
    QUrl url(const QString &path, const QString &host = {}) const;
    /// What was asked for, in order.
    const QList<Request> &requests() const { return m_requests; }
    QList<QByteArray> methods() const;
    void forget() { m_requests.clear(); }

signals:
    void requested(const QByteArray &path);

private:
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Request &request);

    QHash<QByteArray, Script> m_scripts;
    Script m_otherwise;
    QList<Request> m_requests;
};

/// An answer of HTTP: status line, headers as given (lines without ends), Content-Length, the body; the connection
/// ends.
QByteArray httpAnswer(int status, const QByteArray &body = {}, const QList<QByteArray> &headers = {});
/// The same with a page of HTML.
QByteArray htmlAnswer(int status, const QByteArray &body, const QByteArray &charset = "utf-8");
/// A redirect.
QByteArray redirectTo(int status, const QByteArray &location);
