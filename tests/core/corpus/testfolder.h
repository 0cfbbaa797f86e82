#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <utime.h>

namespace casebook {

/// A corpus folder made for one test, and gone after it.
class TestFolder {
public:
    TestFolder() { QDir(m_folder.path()).mkdir(QStringLiteral("corpus")); }

    /// The corpus folder, absolute, without symbolic links. Beside it there is room for what lies outside.
    QString root() const { return QFileInfo(m_folder.path()).canonicalFilePath() + QStringLiteral("/corpus"); }
    QString path(const QString &name) const { return root() + QLatin1Char('/') + name; }

    /// Writes a file in place, its folders included. Its time never is that of a write before it, however quick.
    void write(const QString &name, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.close();
        const utimbuf times{m_time, m_time};
        ::utime(QFile::encodeName(path(name)).constData(), &times);
        ++m_time;
    }

    /// Writes a case with a front matter and a body.
    void writeCase(const QString &name, const QByteArray &frontMatter, const QByteArray &body = {})
    {
        QByteArray bytes = "---\n";
        bytes += frontMatter;
        bytes += "---\n";
        bytes += body;
        write(name, bytes);
    }

    void makeFolder(const QString &name) { QDir().mkpath(path(name)); }
    void remove(const QString &name) { QFile::remove(path(name)); }
    void link(const QString &target, const QString &name) { QFile::link(target, path(name)); }

private:
    QTemporaryDir m_folder;
    time_t m_time = 1'700'000'000;
};

} // namespace casebook
