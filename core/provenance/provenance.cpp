#include "core/provenance/provenance.h"

#include <optional>
#include <utility>

namespace casebook {

namespace {

Provenance::State stateOf(Finding finding)
{
    switch (finding) {
    case Finding::Found:
        return Provenance::State::Found;
    case Finding::Changed:
        return Provenance::State::Changed;
    case Finding::NotFound:
        break;
    }
    return Provenance::State::NotFound;
}

bool isBetter(const Passage &one, const Passage &other)
{
    return std::pair(one.finding, one.measure) > std::pair(other.finding, other.measure);
}

/// Looks through the sources of one claim or quote.
class SourceSearch {
public:
    SourceSearch(const SoughtWords &sought, const QString &root, const Archive &archive, SnapshotTexts &texts,
                 const std::stop_token &stop)
        : m_root(root), m_archive(archive), m_texts(texts), m_stop(stop)
    {
        m_best.sought = sought;
    }

    Provenance look(const QList<Source> &sources)
    {
        for (const int number : m_best.sought.sources)
            lookIn(number, sources.at(number - 1).url);
        if (m_best.looked > 0)
            m_best.state = stateOf(m_best.passage.finding);
        else if (!m_best.trouble.isEmpty())
            m_best.state = Provenance::State::Unreadable;
        if (m_best.passage.place.length > 0) {
            if (const Result<SnapshotTexts::Text> text = m_texts.textOf(m_root, m_best.snapshot, m_stop))
                m_best.passageText = (*text)->text().sliced(m_best.passage.place.start, m_best.passage.place.length);
        }
        return m_best;
    }

private:
    /// The latest snapshot first; an older one counts where it says more than that it is alike.
    void lookIn(int number, const QString &url)
    {
        const QList<Snapshot> snapshots = m_archive.snapshotsOf(url).mid(0, mostSnapshots);
        std::optional<Passage> best;
        Snapshot place;
        for (const Snapshot &snapshot : snapshots) {
            const Result<Passage> passage =
                m_texts.passageIn(m_root, snapshot, m_best.sought.words, m_best.sought.isVerbatim, m_stop);
            if (!passage) {
                if (m_best.trouble.isEmpty())
                    m_best.trouble = passage.error().message;
                continue;
            }
            ++m_best.looked;
            if (!best || passage->finding > best->finding) {
                best = *passage;
                place = snapshot;
            }
            if (best->finding == Finding::Found || m_stop.stop_requested())
                break;
        }
        if (!best) {
            ++m_best.without;
        } else if (m_best.source == 0 || isBetter(*best, m_best.passage)) {
            m_best.source = number;
            m_best.url = url;
            m_best.snapshot = place;
            m_best.latest = place == snapshots.first() ? QDateTime() : snapshots.first().taken;
            m_best.passage = *best;
        }
    }

    static constexpr qsizetype mostSnapshots = 10; // of a source: each may have to be read

    Provenance m_best;
    const QString &m_root;
    const Archive &m_archive;
    SnapshotTexts &m_texts;
    const std::stop_token &m_stop;
};

} // namespace

QList<Provenance> provenanceOf(const CaseStudy &study, const Schema &schema, const MarkdownNode &body,
                               const QString &root, const Archive &archive, SnapshotTexts &texts, std::stop_token stop)
{
    QList<Provenance> all;
    if (archive.isEmpty())
        return all;
    const QList<Source> sources = sourcesOf(study, schema);
    for (const SoughtWords &sought : soughtWords(study, schema, body)) {
        const Provenance seen = SourceSearch(sought, root, archive, texts, stop).look(sources);
        if (stop.stop_requested())
            break; // it may have been left in the middle
        all.append(seen);
    }
    return all;
}

} // namespace casebook
