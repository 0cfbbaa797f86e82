#pragma once

#include "core/corpus/corpus.h"
#include "core/evidence/evidence.h"
#include "core/sources/freshness.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace casebook {

/// Reads one field of many cases, whether their files hold it or it is computed (Schema::computed).
///
/// Keeps what it needs of the schema; any number of threads may ask at once.
class FieldTexts {
public:
    /// `today`: see EvidenceReader. `facts` may be null.
    FieldTexts(QString path, const Schema &schema, const QDate &today, SourceFactsPtr facts = {});
    FieldTexts(QString path, const Corpus &corpus)
        : FieldTexts(std::move(path), corpus.schema(), corpus.today(), corpus.sourceFacts())
    {
    }

    /// The values as texts, each once; of a record as a whole those of all its parts.
    QStringList of(const CaseStudy &study) const;
    /// A number that cases are ordered by where the words of the field would give no sensible order: evidence by its
    /// strength, links by their worst state, needs by how many there are. Nothing where the case has no value. To be
    /// asked only where hasRanks().
    std::optional<double> rankOf(const CaseStudy &study) const;
    bool hasRanks() const;

private:
    bool isComputedIn(const CaseStudy &study) const
    {
        return (m_evidence || m_freshness) && !study.fields.contains(m_path);
    }
    QStringList ofSources(const CaseStudy &study) const;
    std::optional<double> rankOfSources(const CaseStudy &study) const;

    QString m_path;
    bool m_isRecord = false;
    std::optional<EvidenceReader> m_evidence;   ///< where the field tells of evidence
    std::optional<FreshnessReader> m_freshness; ///< where it tells of sources
};

} // namespace casebook
