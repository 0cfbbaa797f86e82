#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// Certificates for tests, signed by an authority that is made for each run, with openssl.
class TestAuthority {
public:
    /// Makes the authority. Check error().
    TestAuthority();

    /// Empty where all went well so far; else what openssl said, or that there is none.
    QString error() const { return m_error; }
    /// The authority's own certificate, in PEM.
    QString certificate() const { return path(QStringLiteral("authority.pem")); }

    // Certificates for a host, NAME.pem with NAME.key, in folder().
    void sign(const QString &name, const QString &host);
    /// It ended years ago.
    void signExpired(const QString &name, const QString &host);
    void signItself(const QString &name, const QString &host);
    /// By an authority that nobody has heard of.
    void signByStranger(const QString &name, const QString &host);

    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    void makeAuthority(const QString &name);
    void request(const QString &name, const QString &host);
    void signWith(const QString &authority, const QString &name, const QStringList &dates);
    void run(const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_error;
};
