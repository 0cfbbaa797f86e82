#include "tests/bench/measure.h"

#include <QFile>

#include <algorithm>
#include <ctime>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

/// A line of /proc/self/status, such as "VmRSS:    1234 kB".
double statusLine(QByteArrayView name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').value(0).toDouble() * 1024;
    }
    return 0;
}

} // namespace

double Samples::median() const
{
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    return sorted.empty() ? 0 : (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
}

double Samples::worst() const
{
    return m_values.empty() ? 0 : *std::max_element(m_values.begin(), m_values.end());
}

double Samples::least() const
{
    return m_values.empty() ? 0 : *std::min_element(m_values.begin(), m_values.end());
}

double busyMilliseconds()
{
    timespec time = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double residentBytes()
{
    return statusLine("VmRSS:");
}

double peakResidentBytes()
{
    return statusLine("VmHWM:");
}

} // namespace casebook::bench
