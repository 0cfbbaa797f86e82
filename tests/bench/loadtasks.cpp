#include "core/corpus/loader.h"
#include "tests/bench/tasks.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <atomic>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace casebook::bench {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

/// Reads one file as cheaply as the system allows, and answers its size.
qint64 readFile(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status = {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return 0;
    const auto bytes = std::make_unique_for_overwrite<char[]>(static_cast<std::size_t>(status.st_size));
    const ssize_t count = ::read(descriptor, bytes.get(), static_cast<std::size_t>(status.st_size));
    ::close(descriptor);
    return std::max<ssize_t>(count, 0);
}

} // namespace

Result<Readings> readBytes(const QString &folder)
{
    const Stopwatch clock;
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder.toStdString(), error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".md")
            paths.push_back(entry->path().string());
    }
    std::atomic<std::size_t> next = 0;
    std::atomic<qint64> bytes = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < QThread::idealThreadCount(); ++i) {
        threads.emplace_back([&] {
            qint64 sum = 0;
            for (std::size_t at = next++; at < paths.size(); at = next++)
                sum += readFile(paths[at]);
            bytes += sum;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return Readings{{u"ms"_s, clock.milliseconds()}, {u"bytes"_s, static_cast<double>(bytes)}};
}

Result<Readings> loadAtOnce(const QString &folder)
{
    const Stopwatch clock;
    const Result<Corpus> corpus = loadCorpus(folder);
    const double time = clock.milliseconds();
    if (!corpus)
        return corpus.error();
    return Readings{{u"ms"_s, time}, {u"resident"_s, residentBytes()}};
}

Result<Readings> loadInSteps(const QString &folder)
{
    Readings readings;
    QEventLoop loop;
    CorpusLoader loader;
    const Stopwatch clock;
    const Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    Corpus corpus(head->layout, head->schema, head->problems);
    QObject::connect(&loader, &CorpusLoader::loaded, &loop, [&](const CaseStudies &cases) {
        if (corpus.size() == 0)
            readings.insert(u"first"_s, clock.milliseconds());
        corpus.add(cases);
    });
    QObject::connect(&loader, &CorpusLoader::finished, &loop, [&] {
        readings.insert(u"ms"_s, clock.milliseconds());
        loop.quit();
    });
    loader.start(*head);
    loop.exec();
    return readings;
}

} // namespace casebook::bench
