#include "tests/bench/benchwindow.h"
#include "tests/bench/tasks.h"

#include <QEventLoop>

#include <algorithm>
#include <array>
#include <cstdio>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

// What somebody types, key by key and otherwise: one letter and many, common words and rare ones, words that are
// nowhere.
constexpr std::array keystrokes{u"l",
                                u"la",
                                u"lat",
                                u"late",
                                u"latency",
                                u"latency m",
                                u"latency memory",
                                u"latency memory fal",
                                u"t",
                                u"th",
                                u"the",
                                u"the co",
                                u"the compiler",
                                u"the compiler is",
                                u"z",
                                u"zur",
                                u"zurich",
                                u"naïve",
                                u"Straße",
                                u"日本",
                                u"gar",
                                u"garbage collector",
                                u"\"garbage collector\"",
                                u"\"garbage collection\" -latency",
                                u"norvek",
                                u"norvek systems",
                                u"corxanfen",
                                u"qqq",
                                u"-async",
                                u"borrow -async",
                                u"from:go",
                                u"from:go lat",
                                u"from:go,python year:2018..2022",
                                u"reason:latency year:>=2020 memory",
                                u"-decision:adopting thread",
                                u"has:figures stage:abandoned",
                                u"missing:figures team",
                                u"sort:-year cache",
                                u"sort:title",
                                u""};

/// Each query several times, of which the least counts: whatever else the machine does only adds to it.
/// CASEBOOK_BENCH_EACH tells what each takes.
void type(BenchWindow &window, Readings &readings)
{
    constexpr int rounds = 5;
    std::vector<BenchWindow::Cost> least(keystrokes.size(), {1e9, 1e9});
    Samples stalls;
    for (int round = 0; round < rounds; ++round) {
        const StallWatch watch;
        for (std::size_t i = 0; i < keystrokes.size(); ++i) {
            const BenchWindow::Cost cost = window.costToPainted(QString::fromUtf16(keystrokes[i]));
            least[i] = {std::min(least[i].time, cost.time), std::min(least[i].busy, cost.busy)};
        }
        stalls.add(watch.longest());
    }
    Samples times, busy;
    for (std::size_t i = 0; i < keystrokes.size(); ++i) {
        times.add(least[i].time);
        busy.add(least[i].busy);
        if (qEnvironmentVariableIsSet("CASEBOOK_BENCH_EACH"))
            std::fprintf(stderr, "%7.2f ms %7.2f ms busy  %s\n", least[i].time, least[i].busy,
                         qUtf8Printable(QString::fromUtf16(keystrokes[i])));
    }
    readings.insert(u"keystroke"_s, times.median());
    readings.insert(u"worstKeystroke"_s, times.worst());
    readings.insert(u"keystrokeBusy"_s, busy.median());
    readings.insert(u"typingStall"_s, stalls.least());
}

Result<Readings> useWindow(const QString &folder, bool withPanel)
{
    Readings readings;
    BenchWindow window(withPanel);
    window.show();

    QEventLoop loop;
    StallWatch watch;
    const Stopwatch clock;
    QObject::connect(&window.tree(), &CountingTree::painted, &loop, [&] {
        if (!readings.contains(u"first"_s) && window.tree().model()->rowCount() > 0)
            readings.insert(u"first"_s, clock.milliseconds());
    });
    QObject::connect(&window.session(), &CorpusSession::loaded, &loop,
                     [&] { readings.insert(u"loaded"_s, clock.milliseconds()); });
    QObject::connect(&window.session(), &CorpusSession::validated, &loop, &QEventLoop::quit);
    if (const Result<void> opened = window.session().open(folder); !opened)
        return opened.error();
    loop.exec();
    readings.insert(u"stall"_s, watch.longest());
    window.settle(); // a second look for changes, what is thrown away
    readings.insert(u"resident"_s, residentBytes());
    readings.insert(u"peak"_s, peakResidentBytes());

    type(window, readings);
    return readings;
}

} // namespace

Result<Readings> useTree(const QString &folder)
{
    return useWindow(folder, false);
}

Result<Readings> useTreeAndPanel(const QString &folder)
{
    return useWindow(folder, true);
}

} // namespace casebook::bench
