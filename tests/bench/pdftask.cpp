#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "tests/bench/tasks.h"
#include "ui/report/briefing.h"

#include <QTemporaryDir>

namespace casebook::bench {

using namespace Qt::StringLiterals;

Result<Readings> printBriefing(const QString &folder)
{
    const QTemporaryDir target;
    const Result<Corpus> corpus = loadCorpus(folder);
    if (!corpus)
        return corpus.error();
    Search search(*corpus);
    const SearchResult all = search.run({}, {});
    const Stopwatch clock;
    const Result<void> written = writeBriefing(*corpus, all, {}, target.filePath(u"briefing.pdf"_s));
    const double time = clock.milliseconds();
    if (!written)
        return written.error();
    return Readings{{u"ms"_s, time}, {u"peak"_s, peakResidentBytes()}};
}

} // namespace casebook::bench
