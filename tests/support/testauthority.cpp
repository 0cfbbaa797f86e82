#include "tests/support/testauthority.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};

/// As openssl writes it.
QString day(int offset)
{
    return QDateTime::currentDateTimeUtc().addDays(offset).toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

TestAuthority::TestAuthority()
{
    QFile settings(path(u"ca.cnf"_s));
    if (!settings.open(QIODevice::WriteOnly)) {
        m_error = settings.errorString();
        return;
    }
    settings.write("[ca]\ndefault_ca = us\n[us]\ndatabase = " + path(u"index"_s).toUtf8()
                   + "\nserial = " + path(u"serial"_s).toUtf8() + "\nnew_certs_dir = " + path({}).toUtf8()
                   + "\ndefault_md = sha256\npolicy = any\nunique_subject = no\ncopy_extensions = copy\n"
                     "[any]\ncommonName = supplied\n");
    for (const QString &name : {u"index"_s, u"serial"_s}) {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly) && name == u"serial")
            file.write("01\n");
    }
    settings.close();
    makeAuthority(u"authority"_s);
}

void TestAuthority::makeAuthority(const QString &name)
{
    run(QStringList{u"req"_s, u"-x509"_s} + newKey
        + QStringList{u"-keyout"_s, path(name + u".key"_s), u"-out"_s, path(name + u".pem"_s), u"-days"_s, u"2"_s,
                      u"-subj"_s, u"/CN=Casebook "_s + name, u"-addext"_s, u"keyUsage=critical,keyCertSign"_s});
}

void TestAuthority::request(const QString &name, const QString &host)
{
    run(QStringList{u"req"_s} + newKey
        + QStringList{u"-keyout"_s, path(name + u".key"_s), u"-out"_s, path(name + u".csr"_s), u"-subj"_s,
                      u"/CN="_s + host, u"-addext"_s, u"subjectAltName=DNS:"_s + host});
}

void TestAuthority::signWith(const QString &authority, const QString &name, const QStringList &dates)
{
    run(QStringList{u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, path(u"ca.cnf"_s), u"-cert"_s,
                    path(authority + u".pem"_s), u"-keyfile"_s, path(authority + u".key"_s), u"-in"_s,
                    path(name + u".csr"_s), u"-out"_s, path(name + u".pem"_s), u"-startdate"_s, dates[0], u"-enddate"_s,
                    dates[1]});
}

void TestAuthority::sign(const QString &name, const QString &host)
{
    request(name, host);
    signWith(u"authority"_s, name, {day(-1), day(2)});
}

void TestAuthority::signExpired(const QString &name, const QString &host)
{
    request(name, host);
    signWith(u"authority"_s, name, {u"20200101000000Z"_s, u"20200201000000Z"_s});
}

void TestAuthority::signItself(const QString &name, const QString &host)
{
    run(QStringList{u"req"_s, u"-x509"_s} + newKey
        + QStringList{u"-keyout"_s, path(name + u".key"_s), u"-out"_s, path(name + u".pem"_s), u"-days"_s, u"2"_s,
                      u"-subj"_s, u"/CN="_s + host, u"-addext"_s, u"subjectAltName=DNS:"_s + host});
}

void TestAuthority::signByStranger(const QString &name, const QString &host)
{
    makeAuthority(u"unknown authority"_s);
    request(name, host);
    signWith(u"unknown authority"_s, name, {day(-1), day(2)});
}

void TestAuthority::run(const QStringList &arguments)
{
    if (!m_error.isEmpty())
        return;
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    if (program.isEmpty()) {
        m_error = u"There is no openssl here: install it."_s;
        return;
    }
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        m_error = u"openssl "_s + arguments.first() + u": "_s + QString::fromUtf8(process.readAllStandardError());
}
