#include "core/corpus/loader.h"
#include "tests/bench/tasks.h"
#include "ui/palette/palettesearch.h"

#include <QEventLoop>

namespace casebook::bench {

using namespace Qt::StringLiterals;

Result<Readings> usePalette(const QString &folder)
{
    const Result<Corpus> corpus = loadCorpus(folder);
    if (!corpus)
        return corpus.error();
    PaletteSearch search;
    QEventLoop loop;
    QObject::connect(&search, &PaletteSearch::found, &loop, &QEventLoop::quit);
    const auto timeToFound = [&](const QString &text) {
        const Stopwatch clock;
        search.find(text);
        loop.exec();
        return clock.milliseconds();
    };
    search.setCases(*corpus);
    Readings readings{{u"first"_s, timeToFound(u"a"_s)}}; // prepares all of them
    Samples times;
    for (const QString &text : {u"r"_s, u"re"_s, u"rea"_s, u"read"_s, u"read st"_s, u"read states"_s, u"gc"_s, u"e"_s,
                                u"engine rewrite"_s, u"mltc"_s, u"norvek"_s, u"zqx"_s, u"service"_s, u"s"_s})
        times.add(timeToFound(text));
    readings.insert(u"find"_s, times.median());
    readings.insert(u"worst"_s, times.worst());
    return readings;
}

} // namespace casebook::bench
