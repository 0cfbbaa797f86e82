#pragma once

#include "core/sources/fetch.h"

#include <QHostAddress>
#include <QSslError>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace casebook {

/// One request to one address, and what comes back: no redirect is followed. Ends when deleted.
class Exchange : public QObject {
    Q_OBJECT

public:
    /// Starts. A null address leaves the way to the manager, and so to its proxy. Manager, timing and request must
    /// outlive this.
    Exchange(QNetworkAccessManager &manager, Timing &timing, const FetchRequest &request, const QUrl &url,
             const QHostAddress &address, QObject *parent = nullptr);
    ~Exchange() override;

    /// Status, headers, body, error; `url` is what was asked for, and there are no hops.
    const FetchAnswer &answer() const { return m_answer; }
    FetchAnswer takeAnswer() { return std::move(m_answer); }
    /// Where the answer is a redirect: its Location as it stands.
    QByteArray location() const;

signals:
    /// Once; not from within the constructor.
    void finished();
    void progressed(qint64 received, qint64 total);

private:
    void send(QNetworkAccessManager &manager, const QHostAddress &address);
    void readHead();
    void readBody();
    void watchIdle();
    void end();
    void finish(FetchError error = FetchError::None);

    Timing &m_timing;
    const FetchRequest &m_request;
    FetchAnswer m_answer;
    QNetworkReply *m_reply = nullptr;
    QList<QSslError> m_tls;
    Timing::Milliseconds m_lastByte{0};
    qint64 m_mostBytes;
    bool m_isProxied;
    bool m_headRead = false;
    bool m_ended = false;
};

} // namespace casebook
