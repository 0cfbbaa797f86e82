#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

/// A real web server on 127.0.0.1, while it lives: nginx, at ports that are free, with a configuration of the test's.
class NginxServer {
public:
    /// The program's path; empty where there is none.
    static QString program();

    ~NginxServer();

    /// Starts it and waits until it answers. `servers` is what stands in its http block, where @HTTP@ and @HTTPS@ stand
    /// for 127.0.0.1 with a port each, and @FOLDER@ for folder(). Check error().
    void start(const QByteArray &servers);
    /// Empty where it runs; else why it does not.
    QString error() const { return m_error; }

    /// What it may serve.
    QString folder() const { return m_folder.path(); }
    void write(const QString &name, const QByteArray &bytes);

    QUrl http(const QString &host, const QString &path) const
    {
        return url(QStringLiteral("http"), host, m_http, path);
    }
    QUrl https(const QString &host, const QString &path) const
    {
        return url(QStringLiteral("https"), host, m_https, path);
    }

private:
    bool tryPorts(const QByteArray &servers);
    static QUrl url(const QString &scheme, const QString &host, quint16 port, const QString &path);

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_error;
    quint16 m_http = 0;
    quint16 m_https = 0;
};
