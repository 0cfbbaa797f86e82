#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <span>

namespace casebook {

/// What kind of evidence there is, from the weakest.
enum class EvidenceLevel : qint8 {
    Hypothetical,
    Reported,
    FirstHand,
    Measured,
};

/// "measured", "first-hand", "reported" or "hypothetical": what queries and scripts say.
QString levelId(EvidenceLevel level);
/// The same for people.
QString levelLabel(EvidenceLevel level);
/// One line for people.
QString levelDefinition(EvidenceLevel level);

/// What is known of something that a case states, as far as it bears on its strength.
struct Statement {
    enum class Teller : qint8 {
        Nobody,  ///< no source is named
        Unknown, ///< the source does not say whether it took part
        ThirdParty,
        FirstParty,
    };

    Teller teller = Teller::Nobody;
    bool hypothetical = false; ///< the case tells of nothing that was done
    bool measured = false;     ///< a figure from a first-party source backs it
    bool interested = false;   ///< the source gains by it
    int year = 0;              ///< when it was told; 0: not known
    int age = 0;               ///< years since then; 0 where that is not known
    int years = 5;             ///< see EvidenceTerms
};

/// One step on the way to a strength, with the reason for it.
struct EvidenceRule {
    enum class Kind {
        Decides, ///< gives the level; of these the first that holds counts
        Weakens, ///< takes steps off; all that hold count
        Gathers, ///< makes one strength of many
    };

    QStringView id; ///< for queries and scripts
    Kind kind;
    EvidenceLevel level; ///< that it decides on
    int steps;           ///< that it takes off
    const char *word;    ///< of one that weakens: what is said of the evidence; English, translated by wordOf()
    const char *reason; ///< a sentence; English, translated by stepsOf(). %1: the year in which it was told, or, of one
                        ///< that gathers, how many there are of each level
    bool (*holds)(const Statement &);
};

/// All rules there are, in the order in which they are asked.
std::span<const EvidenceRule> evidenceRules();
/// The rule's word for people, with a small first letter.
QString ruleWord(const EvidenceRule &rule);
/// The rule's reason for people, without anything in the place of %1.
QString ruleReason(const EvidenceRule &rule);

/// How strong a statement is, and by which rules.
///
/// The level tells what kind of evidence there is, and nothing that weakens it makes another kind of it: a measurement
/// does not become hearsay with the years. Among evidence of one level, that which is weakened less is the stronger.
struct Strength {
    EvidenceLevel level = EvidenceLevel::Hypothetical;
    qint8 weakened = 0; ///< steps
    qint16 year = 0;    ///< Statement::year
    quint32 rules = 0;  ///< those that held: a bit for each, the lowest for the first of evidenceRules()

    /// A number that grows with the strength.
    int rank() const { return 16 * static_cast<int>(level) - weakened; }
    bool operator==(const Strength &) const = default;
};

Strength strengthOf(const Statement &statement);

/// A step in the explanation of a strength.
struct EvidenceStep {
    QString rule;   ///< the rule's id
    QString effect; ///< a level's id, "-1" and the like, or ""
    QString sentence;

    /// The effect for people: "Measured", "−1".
    QString effectInWords() const;
    bool operator==(const EvidenceStep &) const = default;
};

/// Every rule that led to a strength, in order.
QList<EvidenceStep> stepsOf(const Strength &strength);

/// What a strength is called, with all that weakens it: "Measured", "First-hand, dated".
QString wordOf(const Strength &strength);

} // namespace casebook
