#pragma once

#include "core/store/filecontent.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace casebook {

/// A corpus folder and a trash of its own beside it, on the same disk; both gone after the test.
class CurateFolder {
public:
    CurateFolder()
    {
        QDir().mkpath(root());
        qputenv("HOME", QFile::encodeName(m_folder.path()));
        qunsetenv("XDG_DATA_HOME");
    }

    QString root() const { return QFileInfo(m_folder.path()).canonicalFilePath() + QStringLiteral("/corpus"); }
    QString path(const QString &name) const { return root() + u'/' + name; }
    /// Where the trash has the file that it calls so.
    QString trashed(const QString &name) const
    {
        return m_folder.path() + QStringLiteral("/.local/share/Trash/files/") + name;
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    bool exists(const QString &name) const { return QFileInfo::exists(path(name)); }
    void remove(const QString &name) const { QFile::remove(path(name)); }

    /// Every file with what it holds, a line each, in the order of names: "cases/a.md: ..."
    QStringList state() const
    {
        QStringList lines;
        QDirIterator files(root(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = QDir(root()).relativeFilePath(files.next());
            lines.append(name + QStringLiteral(": ") + QString::fromUtf8(read(name)).trimmed());
        }
        lines.sort();
        return lines;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace casebook
