#pragma once

#include <QString>
#include <QStringView>

namespace casebook {

/// Where a text will stand, which decides what in it would be read as a mark.
struct TextPlace {
    QChar before = u' '; ///< what stands before it on its line
    QChar after = u' ';
    bool startsLine = false;
    bool inLink = false;
    bool inTable = false;
};

/// The text with backslashes before what Markdown would take for a mark; as few as that needs. It holds no line feed.
QString escaped(QStringView text, const TextPlace &place);

/// Code between as many backticks as it needs.
QString codeSpan(const QString &code);

} // namespace casebook
