#pragma once

#include "core/base/value.h"

#include <QMarginsF>
#include <QString>
#include <QStringList>

namespace casebook {

/// How a briefing is made of a selection, so that it can be made again: what a view keeps under its key `briefing`.
///
/// The key holds a map; every part of it may be missing:
///   title, question       texts of the title page
///   paper                 a4 (unless said otherwise) or letter
///   margins               [left, top, right, bottom] in millimetres, 5 to 80
///   color                 false: shades of grey
///   layout                cases (each begins a page, unless said otherwise) or continuous
///   parts                 a list of summary, contents, cases, sources, appendix: those that are in it; all unless said
///   logo                  a picture in the corpus, by its path in it: PNG, JPEG, GIF or WebP
///   notice                a line on every page, such as "Confidential"
struct BriefingRecipe {
    enum class Paper {
        A4,
        Letter,
    };
    enum class Layout {
        CasePerPage,
        Continuous,
    };

    QString title;    ///< empty: made of the corpus's name
    QString question; ///< what the reader has to decide; may be empty
    Paper paper = Paper::A4;
    QMarginsF margins{36, 28, 36, 25}; ///< millimetres; what stands in the head and the foot lies inside them
    bool color = true;
    Layout layout = Layout::CasePerPage;
    bool summary = true; ///< the title page is always there
    bool contents = true;
    bool cases = true;
    bool sources = true;
    bool appendix = true;
    QString logo; ///< in a view a path in the corpus; elsewhere also an absolute one; empty: none
    QString notice;

    bool operator==(const BriefingRecipe &) const = default;
};

struct BriefingRecipeResult {
    BriefingRecipe recipe;
    QStringList problems; ///< sentences; what they are about is left as it would be without it
};

/// Reads what a view holds under `briefing`. Null is a recipe like any other: the usual one.
BriefingRecipeResult readRecipe(const Value &value);

/// The other way round: a map of what differs from the usual recipe.
Value toValue(const BriefingRecipe &recipe);

} // namespace casebook
