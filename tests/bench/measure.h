#pragma once

#include <QMap>
#include <QString>

#include <chrono>
#include <vector>

namespace casebook::bench {

/// What one run of a task has found, by name. Times in milliseconds, sizes in bytes.
using Readings = QMap<QString, double>;

class Stopwatch {
public:
    double milliseconds() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }
    void restart() { m_start = std::chrono::steady_clock::now(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// The same thing measured several times.
class Samples {
public:
    void add(double value) { m_values.push_back(value); }
    bool isEmpty() const { return m_values.empty(); }
    double median() const;
    double worst() const;
    double least() const;

private:
    std::vector<double> m_values;
};

/// The time for which this process has kept processors busy, all threads together, in milliseconds.
double busyMilliseconds();

/// The physical memory that this process has now, and the most it ever had, in bytes; 0 where the system does not tell.
double residentBytes();
double peakResidentBytes();

} // namespace casebook::bench
