#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// What a run of the program did.
struct Outcome {
    int status = -1; ///< -1: it crashed, or did not start or end
    QByteArray output;
    QByteArray messages;

    QJsonArray json() const; ///< the array, or that of the cases of an export; empty where the output is neither
};

/// Runs the built program, far from the settings and the display of whoever runs the tests.
class Program {
public:
    Program();

    Outcome run(const QStringList &arguments) const;
    /// Runs a line of the shell in which $casebook is the program.
    Outcome shell(const QString &line) const;
    void set(const QString &variable, const QString &value) { m_environment.insert(variable, value); }
    /// What the window would have written.
    void setLastCorpus(const QString &folder);

private:
    Outcome start(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

/// A folder of files for one test.
class Folder {
public:
    explicit Folder(const QMap<QString, QByteArray> &files = {});

    QString path() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    /// The names of everything in it, hidden files too.
    QStringList names() const;

private:
    QTemporaryDir m_folder;
};

/// The corpus that comes with the program, in the source tree.
QString bundledFolder();

/// The ids of a JSON array of cases.
QStringList idsIn(const QJsonArray &cases);
