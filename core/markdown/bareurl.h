#pragma once

#include <QStringView>

namespace casebook {

/// A stretch of text, in UTF-16 code units.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0; ///< 0: there is none

    bool operator==(const TextRange &) const = default;
};

/// The first address (http://, https:// or mailto:) in plain text at or after `from`, without the punctuation of the
/// sentence around it: the rules of GitHub's extended autolinks, and closing quotation marks besides.
TextRange findBareUrl(QStringView text, qsizetype from);

} // namespace casebook
