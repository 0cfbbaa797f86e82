#pragma once

#include <QString>
#include <QStringList>

namespace casebook {

/// Which values of a corpus's fields tell how strong its evidence is: `evidence` in corpus.yaml. What that leaves out
/// is as here.
struct EvidenceTerms {
    /// Relations of a source: told by those who took part, and by others.
    QStringList firstParty{QStringLiteral("first-party")};
    QStringList thirdParty{QStringLiteral("third-party")};
    /// Stages of a case in which nothing was done.
    QStringList hypothetical{QStringLiteral("hypothetical")};
    /// Kinds of source that gain by what they say: they sell, or look for people.
    QStringList interested{QStringLiteral("vendor-blog"), QStringLiteral("marketing"), QStringLiteral("hiring-page")};
    /// The age in years from which an account counts as dated; at twice that it is old.
    int years = 5;

    bool operator==(const EvidenceTerms &) const = default;
};

} // namespace casebook
