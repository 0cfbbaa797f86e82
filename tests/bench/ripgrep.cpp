#include "tests/bench/measure.h"
#include "tests/bench/rivals.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

const QString program = u"rg"_s;

/// Starts ripgrep with files to look into, as xargs would: the command line has room for so many at a time.
QList<QByteArray> filesWith(const QStringList &options, const QList<QByteArray> *among, const QString &folder)
{
    constexpr qsizetype most = 20'000;
    QList<QByteArray> found;
    qsizetype from = 0;
    do {
        QStringList arguments = options;
        if (among) {
            for (const QByteArray &file : among->mid(from, most))
                arguments.append(QString::fromUtf8(file));
            from += most;
        } else {
            arguments.append(folder);
        }
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(program, arguments, QIODevice::ReadOnly);
        process.waitForFinished(-1);
        const QList<QByteArray> files = process.readAllStandardOutput().split('\0');
        found.append(files);
        found.removeAll(QByteArray());
    } while (among && from < among->size());
    return found;
}

} // namespace

Ripgrep::Ripgrep(const QString &caseFolder) : m_folder(QDir::cleanPath(caseFolder)) {}

bool Ripgrep::isInstalled()
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

RivalAnswer Ripgrep::ask(const QStringList &patterns) const
{
    const Stopwatch clock;
    QList<QByteArray> files;
    bool first = true;
    for (const QString &pattern : patterns) {
        const bool unwanted = pattern.startsWith(u'!');
        QStringList options{u"--null"_s, u"--no-ignore"_s, u"--ignore-case"_s};
        options.append(unwanted ? u"--files-without-match"_s : u"--files-with-matches"_s);
        if (pattern.contains(u"\\n"_s))
            options.append(u"--multiline"_s);
        options.append({u"-e"_s, unwanted ? pattern.mid(1) : pattern, u"--"_s});
        if (!first && files.isEmpty())
            break;
        files = filesWith(options, first ? nullptr : &files, m_folder);
        first = false;
    }
    RivalAnswer answer{{}, clock.milliseconds()};
    for (const QByteArray &file : files) {
        const QString path = QString::fromUtf8(file);
        const qsizetype start = path.startsWith(m_folder) ? m_folder.size() + 1 : 0;
        answer.ids.append(path.mid(start).chopped(3)); // ".md"
    }
    answer.ids.sort();
    return answer;
}

} // namespace casebook::bench
