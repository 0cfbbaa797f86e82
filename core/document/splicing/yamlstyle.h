#pragma once

#include "core/document/splicing/yamllayout.h"

namespace casebook {

/// The habits of whoever wrote a front matter, to be followed where something is added to it.
struct YamlStyle {
    QByteArray lineBreak = "\n";
    qsizetype indentStep = 2; ///< of a map inside a map
    qsizetype dashIndent = 2; ///< from a key to the dashes of its list; 0 where they stand below each other
    QByteArray dashGap = " "; ///< between a dash and what follows it
    bool flowLists = true;    ///< lists of scalars are written in brackets
    bool padLists = false;    ///< `[ a ]`
    bool padMaps = false;     ///< `{ a: b }`
    char quote = '"';         ///< the quotation mark that is used where one is needed
};

/// The style of a document's front matter; `layout` may be null where there is none.
YamlStyle styleOf(const Document &document, const YamlLayout *layout);

} // namespace casebook
