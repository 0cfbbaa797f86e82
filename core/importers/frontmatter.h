#pragma once

#include "core/base/value.h"

#include <QString>

namespace casebook {

/// A Markdown text with the front matter taken off that its own program gave it.
struct ForeignText {
    Value fields;        ///< what the front matter says; null where there is none
    QString frontMatter; ///< as it stands, without its marks; empty where there is none
    QString body;
    int firstLine = 1; ///< of the body in the whole text
};

/// A front matter that cannot be read is body.
ForeignText withoutFrontMatter(const QString &text);

/// Markdown that keeps the front matter's words: its title as a heading, all of it as code, then `rest`.
QString aboutWith(const ForeignText &text, const QString &rest);

} // namespace casebook
