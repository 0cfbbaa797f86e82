#include "tests/bench/programuse.h"

#include "tests/bench/measure.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <unistd.h>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenLooks = 10; // ms

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the system tells of a process, from its state on; nothing where it has ended meanwhile.
QByteArrayList statusOf(const QString &process)
{
    const QByteArray stat = contentOf(u"/proc/"_s + process + u"/stat"_s);
    // "PID (NAME) STATE PARENT ...", where the name may hold anything.
    return stat.mid(stat.lastIndexOf(')') + 1).simplified().split(' ');
}

qint64 parentOf(const QString &process)
{
    return statusOf(process).value(1).toLongLong();
}

double busyMillisecondsOf(qint64 process)
{
    const QByteArrayList status = statusOf(QString::number(process));
    const double ticks = status.value(11).toDouble() + status.value(12).toDouble(); // its own and the system's for it
    return ticks * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

QSet<qint64> treeOf(qint64 root)
{
    QMultiHash<qint64, qint64> children;
    const QStringList entries = QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs);
    for (const QString &process : entries)
        children.insert(parentOf(process), process.toLongLong());
    QSet<qint64> tree;
    QList<qint64> open{root};
    while (!open.isEmpty()) {
        const qint64 process = open.takeLast();
        tree.insert(process);
        open.append(children.values(process));
    }
    return tree;
}

/// A process's share of the physical memory: what it shares with others counts in part.
double proportionalBytes(qint64 process)
{
    const QList<QByteArray> lines = contentOf(u"/proc/"_s + QString::number(process) + u"/smaps_rollup"_s).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').value(0).toDouble() * 1024;
    }
    return 0;
}

/// What a tree of processes has taken so far.
class TreeUse {
public:
    void look(qint64 root)
    {
        double bytes = 0;
        const QSet<qint64> tree = treeOf(root);
        for (const qint64 process : tree) {
            bytes += proportionalBytes(process);
            double &busy = m_busy[process];
            busy = std::max(busy, busyMillisecondsOf(process));
        }
        m_peakBytes = std::max(m_peakBytes, bytes);
    }

    double peakBytes() const { return m_peakBytes; }
    double busyMilliseconds() const { return std::accumulate(m_busy.begin(), m_busy.end(), 0.0); }

private:
    QHash<qint64, double> m_busy; ///< by process, those that have ended included
    double m_peakBytes = 0;
};

} // namespace

Result<ProgramUse> runMeasured(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    TreeUse tree;
    const Stopwatch clock;
    process.start(program, arguments, QIODevice::NotOpen);
    if (!process.waitForStarted(-1))
        return Error{u"%1 cannot be started: %2"_s.arg(program, process.errorString())};
    while (!process.waitForFinished(betweenLooks) && process.state() != QProcess::NotRunning)
        tree.look(process.processId());
    const ProgramUse use{clock.milliseconds(), tree.busyMilliseconds(), tree.peakBytes()};
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error{u"%1 has failed: %2"_s.arg(program, process.errorString())};
    return use;
}

} // namespace casebook::bench
