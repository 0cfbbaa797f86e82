#include "ui/palette/palettesearch.h"

#include "core/query/chunks.h"

#include <algorithm>
#include <mutex>

namespace casebook {

namespace {

constexpr std::size_t mostMatches = 60;
constexpr int bonus = 3 * 256; // of what is no case: there are few, and they are meant more often

struct Scored {
    int score;
    const PaletteEntry *entry;
};

bool isBetter(const Scored &left, const Scored &right)
{
    if (left.score != right.score)
        return left.score > right.score;
    if (left.entry->kind != right.entry->kind)
        return left.entry->kind > right.entry->kind;
    return left.entry < right.entry; // in the order in which they were given
}

void keepBest(std::vector<Scored> &scored)
{
    const std::size_t count = std::min(scored.size(), mostMatches);
    std::partial_sort(scored.begin(), scored.begin() + static_cast<std::ptrdiff_t>(count), scored.end(), isBetter);
    scored.resize(count);
}

void scoreAll(const PaletteEntries &entries, const QString &text, const std::atomic<bool> &cancelled,
              std::vector<Scored> &best)
{
    std::mutex merging;
    forEachChunk(0, static_cast<int>(entries.size()), [&](const Chunk &chunk) {
        if (cancelled)
            return;
        FuzzyPattern pattern(text);
        std::vector<Scored> scored;
        for (int i = chunk.begin; i < chunk.end; ++i) {
            const PaletteEntry &entry = entries[static_cast<std::size_t>(i)];
            if (const std::optional<int> score = pattern.score(entry.fuzzy))
                scored.push_back({*score + (entry.kind == PaletteEntry::Kind::Case ? 0 : bonus), &entry});
        }
        keepBest(scored);
        const std::lock_guard lock(merging);
        best.insert(best.end(), scored.begin(), scored.end());
    });
}

/// With nothing typed: what was chosen last, then the views and the actions.
std::vector<Scored> mostUseful(const PaletteEntries &others, const PaletteEntries &cases, const QStringList &recent)
{
    std::vector<Scored> best;
    const auto add = [&](const PaletteEntry &entry, int otherwise) {
        const auto place = static_cast<int>(recent.indexOf(entry.key()));
        const int score = place >= 0 ? 1000 - place : otherwise;
        if (score > 0)
            best.push_back({score, &entry});
    };
    const bool hasRecentCase = std::any_of(recent.begin(), recent.end(),
                                           [](const QString &key) { return key.startsWith(QLatin1String("case:")); });
    for (const PaletteEntry &entry : others) {
        const bool value = entry.kind == PaletteEntry::Kind::Value;
        add(entry, value ? 0 : entry.kind == PaletteEntry::Kind::View ? 2 : 1);
    }
    if (hasRecentCase) {
        for (const PaletteEntry &entry : cases)
            add(entry, 0);
    }
    return best;
}

} // namespace

struct PaletteSearch::Others {
    PaletteEntries entries;
    bool prepared = false; ///< by the first search
};

/// What one search needs, apart from everything that may change meanwhile.
struct PaletteSearch::Job {
    QString text;
    std::shared_ptr<const Corpus> corpus;
    std::shared_ptr<PaletteEntriesPtr> cases; // touched by one job at a time
    std::shared_ptr<Others> others;           // likewise
    QStringList recent;
    std::shared_ptr<std::atomic<bool>> cancelled;

    QList<PaletteMatch> run() const
    {
        if (!std::exchange(others->prepared, true))
            prepare(others->entries);
        if (!*cases && corpus) {
            PaletteEntries entries = caseEntries(*corpus);
            prepare(entries);
            *cases = std::make_shared<const PaletteEntries>(std::move(entries));
        }
        static const PaletteEntries none;
        const PaletteEntries &prepared = *cases ? **cases : none;
        std::vector<Scored> best;
        FuzzyPattern pattern(text);
        if (pattern.isEmpty()) {
            best = mostUseful(others->entries, prepared, recent);
        } else {
            scoreAll(others->entries, text, *cancelled, best);
            scoreAll(prepared, text, *cancelled, best);
        }
        keepBest(best);
        QList<PaletteMatch> matches;
        for (const Scored &scored : best)
            matches.append({*scored.entry, pattern.matchedLetters(scored.entry->fuzzy)});
        return matches;
    }
};

PaletteSearch::PaletteSearch(QObject *parent)
    : QObject(parent),
      m_cases(std::make_shared<PaletteEntriesPtr>()),
      m_others(std::make_shared<Others>()),
      m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
}

PaletteSearch::~PaletteSearch()
{
    cancel();
    m_pool.waitForDone();
}

void PaletteSearch::setCases(const Corpus &corpus)
{
    m_corpus = std::make_shared<const Corpus>(corpus);
    m_cases = std::make_shared<PaletteEntriesPtr>();
}

void PaletteSearch::setEntries(PaletteEntries entries, const QStringList &recent)
{
    m_others = std::make_shared<Others>(Others{std::move(entries)});
    m_recent = recent;
}

void PaletteSearch::cancel()
{
    *m_cancelled = true;
    m_pool.clear();
}

void PaletteSearch::find(const QString &text)
{
    cancel();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_pool.start([this, job = Job{text, m_corpus, m_cases, m_others, m_recent, m_cancelled}] {
        if (*job.cancelled)
            return;
        const QList<PaletteMatch> matches = job.run();
        QMetaObject::invokeMethod(
            this,
            [this, matches, text = job.text, cancelled = job.cancelled] {
                if (!*cancelled)
                    emit found(text, matches);
            },
            Qt::QueuedConnection);
    });
}

} // namespace casebook
