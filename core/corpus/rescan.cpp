#include "core/corpus/rescan.h"

#include "core/corpus/casereader.h"

#include <QSet>

namespace casebook {

namespace {

FileStamp currentStamp(const CorpusLayout &layout, const FoundFile &file)
{
    if (file.linked && !leadsInside(layout, file.path))
        return {};
    return stampOf(layout.absolute(file.path)).value_or(FileStamp());
}

void findRenames(CorpusChange &change, const QHash<QString, CaseStudyPtr> &removed)
{
    QHash<quint64, QString> byContent;
    for (const auto &[id, study] : removed.asKeyValueRange())
        byContent.insert(study->contentKey, id);
    const QSet<QString> added(change.added.begin(), change.added.end());
    for (const CaseStudyPtr &study : change.updated) {
        const QString old = byContent.value(study->contentKey);
        if (!old.isEmpty() && study->contentKey != 0 && added.contains(study->id))
            change.renamed.insert(old, study->id);
    }
}

} // namespace

CorpusChange rescan(const CorpusLayout &layout, const Schema &schema, const CaseStudies &known,
                    const std::atomic<bool> &cancelled)
{
    CorpusChange change;
    QHash<QString, CaseStudyPtr> remaining; // by id: known, and not yet found again
    remaining.reserve(static_cast<qsizetype>(known.size()));
    for (const CaseStudyPtr &study : known)
        remaining.insert(study->id, study);
    StringPool pool;
    walkCases(
        layout,
        [&](const FoundFile &file) {
            const QString id = layout.idOf(file.path);
            const CaseStudyPtr old = remaining.take(id);
            // Permissions may have changed without a trace in the stamp, so what could not be read is tried again.
            if (!old || old->contentKey == 0 || currentStamp(layout, file) != old->stamp) {
                CaseStudyPtr study = readCase(layout, schema, file, &pool);
                if (!old)
                    change.added.append(id);
                else if (study->contentKey != old->contentKey || study->problems != old->problems)
                    change.changed.append(id);
                change.updated.push_back(std::move(study));
            }
            return !cancelled;
        },
        [&](const QString &path) { change.refused.append(path); });
    change.removed = remaining.keys();
    if (!change.removed.isEmpty() && !change.added.isEmpty())
        findRenames(change, remaining);
    return change;
}

} // namespace casebook
