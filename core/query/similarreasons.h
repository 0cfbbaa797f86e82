#pragma once

#include "core/query/similar.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace casebook {

// What cases are compared by, and how that is told. Used by similar.cpp alone.

/// A value of a field that another case may have too.
struct Trait {
    QString path;
    QString value;
    double weight = 0;
};

/// A word that another case may hold too.
struct AskedWord {
    QByteArray text;     ///< folded
    quint64 key = 0;     ///< WordReader::key()
    double emphasis = 1; ///< how much the case makes of it
    double weight = 0;
};

/// What there is to a case that others may share.
struct Portrait {
    std::vector<Trait> traits; ///< those of one path side by side
    std::vector<AskedWord> words;
    QString relatedPath; ///< of the field that names other cases; empty where there is none
};

/// Its words are those that the case holds most often, without weights. Words of the title count twice.
Portrait portraitOf(const CaseStudy &study, const Schema &schema, std::size_t mostTraits, std::size_t mostWords);
/// A bit for each trait that the case has.
quint64 sharedTraits(const CaseStudy &study, const Portrait &portrait);
bool areRelated(const CaseStudy &one, const CaseStudy &other, const Portrait &portrait);

// Each adds the reasons of its kind, which all together make `share` of the score; none where that is 0.
void addRelated(SimilarCase &similar, double share);
void addTraits(SimilarCase &similar, const Portrait &portrait, quint64 shared, double share);
/// `weights`: of the portrait's words in the other case. Words that stand side by side in both become one.
void addWords(SimilarCase &similar, const Portrait &portrait, const std::vector<double> &weights,
              std::pair<const CaseStudy *, const CaseStudy *> both, double share);

} // namespace casebook
