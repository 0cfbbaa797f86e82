#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/markdown/node.h"

#include <QList>
#include <QString>

namespace casebook {

/// Words of a case that its sources may hold: a claim, or a quote of the body.
struct SoughtWords {
    enum class Kind {
        Claim,
        Quote,
    };

    Kind kind = Kind::Claim;
    int number = 0; ///< of a claim: its position, from 1; of a quote: its line in the body, from 1
    QString words;
    bool isVerbatim = false; ///< the words are said to be the source's own
    QList<int> sources;      ///< where to look: positions among the sources, from 1, those that are named or else all
    bool isNamed = false;    ///< the source is named
};

/// What can be looked for in a case: its claims in their order, then the quotes of its body (core/provenance/
/// quotesinbody.h). What has no words, and what no source with an address belongs to, is left out.
QList<SoughtWords> soughtWords(const CaseStudy &study, const Schema &schema, const MarkdownNode &body);

} // namespace casebook
