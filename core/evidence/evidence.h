#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/evidence/evidencerules.h"

#include <QDate>

#include <optional>
#include <vector>

namespace casebook {

/// How strong a case is, and each of its claims.
struct CaseEvidence {
    Strength strength;       ///< that of the strongest claim or figure, or else of the best source, if any
    QList<Strength> claims;  ///< in the order of claimsOf()
    QList<Strength> figures; ///< in the order of figuresOf()

    /// The explanation of the case's own strength: how it comes from the claims, then the steps of the strongest.
    QList<EvidenceStep> steps() const;
};

/// Works out how strong the evidence of cases is, by the roles of their fields and the terms of their corpus.
///
/// A claim belongs to the source that it names, or to the only one there is. A figure backs it if the claim names it
/// (the part `figure` of the claims' role: its position in the figures, from 1) or else if both name one source and the
/// claim states one of the figure's numbers (10 or more, or with a fraction: others stand in many sentences by chance).
///
/// Keeps what it needs of the schema; any number of threads may ask at once.
class EvidenceReader {
public:
    /// `today` is what ages are counted to; without a valid one nothing is weakened by age.
    EvidenceReader(const Schema &schema, const QDate &today);

    /// Nothing where the corpus has no evidence (Schema::computed), where the case has no front matter that can be
    /// read, and where that has a key of that name itself, which goes before.
    std::optional<CaseEvidence> read(const CaseStudy &study) const;
    /// The case's own strength alone, which is found sooner.
    std::optional<Strength> strengthOf(const CaseStudy &study) const;

private:
    /// Names of fields and their parts, as the roles tell them.
    struct Names {
        QString stage, year;
        QString claims, claimSource, claimFigure, claimText;
        QString figures, figureSource, figureBefore, figureAfter;
        QString sources, sourceRelation, sourceKind, sourceYear;
    };
    struct Facts;

    Facts factsOf(const CaseStudy &study) const;
    Statement statement(const Facts &facts, int source) const;
    enum class Backing { Named, NamedOrStated };
    Statement claimStatement(const Facts &facts, const Value &claim, Backing backing) const;
    Statement figureStatement(const Facts &facts, const Value &figure) const;
    Strength strengthOfSources(const Facts &facts) const;
    bool states(const QString &text, const Value &figure) const;
    bool isFor(const CaseStudy &study) const;

    Names m_names;
    EvidenceTerms m_terms;
    int m_thisYear = 0;
    bool m_applies = false;
};

} // namespace casebook
