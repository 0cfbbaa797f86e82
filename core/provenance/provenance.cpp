#include "core/provenance/provenance.h"

#include <algorithm>
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
Provenance lookFor(const SoughtWords &sought, const QList<Source> &sources, const QString &root, const Archive &archive,
                   SnapshotTexts &texts)
{
    Provenance best;
    best.sought = sought;
    for (const int number : sought.sources) {
        const QString &url = sources.at(number - 1).url;
        const Snapshot snapshot = archive.latestOf(url);
        const Result<Passage> passage = snapshot.taken.isValid()
            ? texts.passageIn(root, snapshot, sought.words, sought.isVerbatim)
            : Result<Passage>(Error{});
        if (!passage) {
            ++best.without;
            if (best.trouble.isEmpty())
                best.trouble = passage.error().message;
            continue;
        }
        if (best.looked++ > 0 && !isBetter(*passage, best.passage))
            continue;
        best.source = number;
        best.url = url;
        best.snapshot = snapshot;
        best.passage = *passage;
    }
    if (best.looked > 0)
        best.state = stateOf(best.passage.finding);
    else if (!best.trouble.isEmpty())
        best.state = Provenance::State::Unreadable;
    if (best.passage.place.length > 0) {
        if (const Result<SnapshotTexts::Text> text = texts.textOf(root, best.snapshot))
            best.passageText = (*text)->text().sliced(best.passage.place.start, best.passage.place.length);
    }
    return best;
}

} // namespace

QList<Provenance> provenanceOf(const CaseStudy &study, const Schema &schema, const MarkdownNode &body,
                               const QString &root, const Archive &archive, SnapshotTexts &texts, std::stop_token stop)
{
    QList<Provenance> all;
    if (archive.isEmpty())
        return all;
    const QList<Source> sources = sourcesOf(study, schema);
    for (const SoughtWords &sought : soughtWords(study, schema, body))
        if (!stop.stop_requested())
            all.append(lookFor(sought, sources, root, archive, texts));
    return all;
}

} // namespace casebook
