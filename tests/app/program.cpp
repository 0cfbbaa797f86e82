#include "program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

QJsonArray Outcome::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    return document.isObject() ? document.object().value(u"cases"_s).toArray() : document.array();
}

Program::Program() : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char *name : {"CASEBOOK_CORPUS", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR"})
        m_environment.remove(QLatin1StringView(name));
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"XDG_STATE_HOME"_s, m_home.filePath(u"state"_s));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    m_environment.insert(u"casebook"_s, QStringLiteral(CASEBOOK_PROGRAM));
}

void Program::setLastCorpus(const QString &folder)
{
    QSettings settings(m_home.filePath(u"config/casebook/casebook.conf"_s), QSettings::IniFormat);
    settings.setValue(u"corpus/last"_s, folder);
}

Outcome Program::start(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments, QIODevice::ReadOnly);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome Program::run(const QStringList &arguments) const
{
    return start(QStringLiteral(CASEBOOK_PROGRAM), arguments);
}

Outcome Program::shell(const QString &line) const
{
    return start(u"/bin/sh"_s, {u"-c"_s, line});
}

Folder::Folder(const QMap<QString, QByteArray> &files)
{
    for (auto file = files.begin(); file != files.end(); ++file)
        write(file.key(), file.value());
}

void Folder::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray Folder::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList Folder::names() const
{
    return QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

QString bundledFolder()
{
    return QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/data/rust"_s;
}

QStringList idsIn(const QJsonArray &cases)
{
    QStringList ids;
    for (const QJsonValue &one : cases)
        ids.append(one[u"id"_s].toString());
    return ids;
}
