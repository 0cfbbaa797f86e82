#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "tests/bench/comparedqueries.h"
#include "tests/bench/generator.h"
#include "tests/bench/measure.h"
#include "tests/bench/rivals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

// casebook-searchbench [--cases N,N,...] [--dir FOLDER] [--times N]: asks Casebook, ripgrep and SQLite's FTS5 the same
// forty questions about the same generated corpus, by turns, checks that the answers agree where the meanings do, and
// prints the times and their ratios. Casebook's time is that of all it does: cases in order and grouped, and the counts
// of every facet; each question is asked as if it were the first. Exit status: 0 measured, 1 and answers differed, 3 it
// could not.

namespace {

using namespace casebook;
using namespace casebook::bench;
using namespace Qt::StringLiterals;

struct Line {
    const ComparedQuery *query;
    Samples ours, ripgrep, fullText;
    qsizetype found = 0;
    bool differs = false;
};

/// The programs that take part, on one corpus.
class Contest {
public:
    Contest(const Corpus &corpus, const Ripgrep *ripgrep, const FullText *fullText)
        : m_corpus(corpus), m_search(corpus), m_ripgrep(ripgrep), m_fullText(fullText)
    {
        for (const ComparedQuery &query : comparedQueries())
            m_lines.append({&query, {}, {}, {}});
        ask(u"the"_s); // the columns of the facets are read once
    }

    void round()
    {
        for (Line &line : m_lines) {
            const RivalAnswer ours = ask(line.query->ours);
            line.ours.add(ours.milliseconds);
            line.found = ours.ids.size();
            if (m_ripgrep && !line.query->patterns.isEmpty())
                compare(line, ours, m_ripgrep->ask(line.query->patterns), line.ripgrep, true, "ripgrep");
            if (m_fullText && !line.query->match.isEmpty())
                compare(line, ours, m_fullText->ask(line.query->match), line.fullText, line.query->sameForFullText,
                        "FTS5");
        }
    }

    const QList<Line> &lines() const { return m_lines; }

private:
    RivalAnswer ask(const QString &text)
    {
        m_search.corpusGrew(); // so that it does not know the answers that it has given
        const Stopwatch clock;
        const SearchResult result = m_search.run(parseQuery(text, m_corpus.schema()), {});
        RivalAnswer answer{{}, clock.milliseconds()};
        for (const int position : result.order)
            answer.ids.append(m_corpus.at(position)->id);
        answer.ids.sort();
        return answer;
    }

    static void compare(Line &line, const RivalAnswer &ours, const RivalAnswer &theirs, Samples &samples, bool same,
                        const char *name)
    {
        samples.add(theirs.milliseconds);
        if (!same || !line.query->sameMeaning || ours.ids == theirs.ids || line.differs)
            return;
        line.differs = true;
        std::fprintf(stderr, "%s: we find %lld, %s finds %lld\n", qUtf8Printable(line.query->ours),
                     static_cast<long long>(ours.ids.size()), name, static_cast<long long>(theirs.ids.size()));
    }

    const Corpus &m_corpus;
    Search m_search;
    const Ripgrep *m_ripgrep;
    const FullText *m_fullText;
    QList<Line> m_lines;
};

QByteArray cell(const Samples &samples)
{
    return samples.isEmpty() ? QByteArray("-") : QByteArray::number(samples.median(), 'f', 2);
}

QByteArray ratio(const Samples &theirs, const Samples &ours, Samples &all)
{
    if (theirs.isEmpty())
        return "-";
    const double times = theirs.median() / ours.median();
    all.add(times);
    return QByteArray::number(times, 'f', 1);
}

/// Answers whether all agreed.
bool print(const QList<Line> &lines, int cases, double bytesPerCase, double fileBytes)
{
    Samples ours, ripgreps, fullTexts;
    bool agreed = true;
    int compared = 0;
    std::printf("%-34s %8s %9s %9s %9s %9s %9s  %s\n", "query", "found", "ours ms", "rg ms", "FTS5 ms", "rg/ours",
                "FTS5/ours", "answers");
    for (const Line &line : lines) {
        const QByteArray toRipgrep = ratio(line.ripgrep, line.ours, ripgreps);
        const QByteArray toFullText = ratio(line.fullText, line.ours, fullTexts);
        ours.add(line.ours.median());
        compared += line.query->sameMeaning ? 1 : 0;
        agreed = agreed && !line.differs;
        const char *const answers = !line.query->sameMeaning ? "not compared" : line.differs ? "DIFFER" : "agree";
        // Padded by characters, which printf() does not count.
        std::printf("%s %8lld %9s %9s %9s %9s %9s  %s\n", qUtf8Printable(line.query->ours.leftJustified(34)),
                    static_cast<long long>(line.found), cell(line.ours).constData(), cell(line.ripgrep).constData(),
                    cell(line.fullText).constData(), toRipgrep.constData(), toFullText.constData(), answers);
    }
    std::printf("\n%d cases, %d queries, %d compared. Median %.2f ms, worst %.2f ms.\n", cases,
                static_cast<int>(lines.size()), compared, ours.median(), ours.worst());
    if (!ripgreps.isEmpty())
        std::printf("ripgrep takes %.1f times as long at the median.\n", ripgreps.median());
    if (!fullTexts.isEmpty())
        std::printf("FTS5 takes %.1f times as long at the median.\n", fullTexts.median());
    std::printf("Memory: %.0f bytes a case, %.1f times those of its file.\n\n", bytesPerCase,
                bytesPerCase * cases / fileBytes);
    return agreed;
}

Result<bool> measure(const QString &folder, int cases, int times)
{
    std::fprintf(stderr, "%d cases: making and loading them\n", cases);
    const Result<GeneratedCorpus> made = generateCorpus(folder, cases);
    if (!made)
        return made.error();
    const double before = residentBytes();
    const Result<Corpus> corpus = loadCorpus(folder);
    if (!corpus)
        return corpus.error();
    const double bytesPerCase = (residentBytes() - before) / cases;
    const Ripgrep ripgrep(corpus->layout().absolute(corpus->layout().caseFolder));
    FullText fullText;
    if (FullText::isBuiltIn()) {
        const Stopwatch clock;
        const QString file = folder + u".sqlite"_s;
        if (const Result<void> built = fullText.build(file, *corpus); !built)
            return built.error();
        std::fprintf(stderr, "FTS5 made its index in %.1f s: %.0f MB, where the cases have %.0f MB\n",
                     clock.milliseconds() / 1000, static_cast<double>(QFileInfo(file).size()) / 1e6,
                     static_cast<double>(made->bytes) / 1e6);
    }
    Contest contest(*corpus, Ripgrep::isInstalled() ? &ripgrep : nullptr, FullText::isBuiltIn() ? &fullText : nullptr);
    for (int i = 0; i < times; ++i)
        contest.round();
    return print(contest.lines(), cases, bytesPerCase, static_cast<double>(made->bytes));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Asks Casebook, ripgrep and FTS5 the same questions."_s);
    parser.addHelpOption();
    parser.addOptions({{u"cases"_s, u"The sizes of the corpora."_s, u"N,N,..."_s, u"20000,100000"_s},
                       {u"times"_s, u"How often each question is asked."_s, u"N"_s, u"3"_s},
                       {u"dir"_s, u"Where to make them, for a while."_s, u"folder"_s, QDir::tempPath()}});
    parser.process(application);
    const QTemporaryDir folder(QDir(parser.value(u"dir"_s)).filePath(u"casebook-searchbench-XXXXXX"_s));
    std::printf("Qt %s, %d threads. ripgrep: %s. SQLite: %s.\n\n", qVersion(), QThread::idealThreadCount(),
                Ripgrep::isInstalled() ? "yes" : "not installed", FullText::isBuiltIn() ? "yes" : "not built in");
    bool agreed = true;
    for (const QString &size : parser.value(u"cases"_s).split(u',')) {
        const Result<bool> measured =
            measure(folder.filePath(size), size.toInt(), std::max(parser.value(u"times"_s).toInt(), 1));
        if (!measured) {
            std::fprintf(stderr, "casebook-searchbench: %s\n", qUtf8Printable(measured.error().message));
            return 3;
        }
        agreed = agreed && *measured;
    }
    return agreed ? 0 : 1;
}
