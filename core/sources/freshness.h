#pragma once

#include "core/corpus/schema.h"
#include "core/sources/sourcefacts.h"

#include <QDate>

namespace casebook {

/// Why a case needs a look.
enum class Need : qint8 {
    DeadLink, ///< one of its sources is gone
    Review,   ///< no curator has looked at it for a year, or ever
    Snapshot, ///< of one of its sources no copy is kept
};

QList<Need> allNeeds();
/// "dead-link", "review" or "snapshot": what queries and scripts say.
QString needId(Need need);
/// The same for people.
QString needLabel(Need need);
/// One line for people.
QString needDefinition(Need need);

/// Works out what cases need, and the states of their links, by the roles of their fields.
///
/// Keeps what it needs of the schema; any number of threads may ask at once.
class FreshnessReader {
public:
    /// `facts` may be null. `today` is what the year since a review is counted to; without a valid one no case needs
    /// one.
    FreshnessReader(const Schema &schema, SourceFactsPtr facts, const QDate &today);

    /// The states of the case's web addresses, each once, in the order of the sources.
    QList<LinkState> linksOf(const CaseStudy &study) const;
    /// In the order of allNeeds(). A case whose front matter cannot be read needs nothing of this kind: it is a
    /// problem.
    QList<Need> needsOf(const CaseStudy &study) const;
    /// A sentence for each need, with what it comes from: "Last reviewed on 3 May 2024, more than a year ago."
    QStringList reasonsOf(const CaseStudy &study) const;

private:
    bool needsReview(const CaseStudy &study) const;
    QString reasonOf(Need need, const CaseStudy &study) const;
    QDate reviewOf(const CaseStudy &study) const;

    Schema m_schema;
    SourceFactsPtr m_facts;
    QString m_reviewed; ///< the field, "" where no field has the role
    QDate m_oldest;     ///< a review before this day is too long ago; invalid: none is
};

} // namespace casebook
