#pragma once

#include "core/evidence/evidence.h"

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
    /// `today`: see EvidenceReader.
    FieldTexts(QString path, const Schema &schema, const QDate &today);

    /// The values as texts, each once.
    QStringList of(const CaseStudy &study) const;
    /// A number that cases are ordered by where the words of the field would give no sensible order: evidence by its
    /// strength. Nothing where the case has no value. To be asked only where hasRanks().
    std::optional<double> rankOf(const CaseStudy &study) const;
    bool hasRanks() const;

private:
    bool isComputedIn(const CaseStudy &study) const { return m_evidence && !study.fields.contains(m_path); }

    QString m_path;
    std::optional<EvidenceReader> m_evidence; ///< where the field tells of evidence
};

} // namespace casebook
