#pragma once

#include "core/base/problem.h"

#include <QString>

namespace casebook {

// Text for a terminal. A corpus is untrusted: what it says must not steer the terminal or lay out the line anew.

/// A text on one line: line ends and tabs become blanks; other control characters and marks that turn the direction of
/// writing become U+FFFD.
QString plainLine(const QString &text);

/// The same, but line ends and tabs stay; "\r\n" becomes "\n".
QString plainText(const QString &text);

/// Emphasis by terminal escapes, or none at all.
class TextStyle {
public:
    explicit TextStyle(bool colored = false) : m_colored(colored) {}

    QString bold(const QString &text) const { return wrap(text, "1"); }
    QString dim(const QString &text) const { return wrap(text, "2"); }
    /// Red for an error, yellow for a warning.
    QString severity(const QString &text, Severity severity) const;
    /// Bold, in the color that a group has in the window ("blue", "teal", ...); bold alone for an unknown one.
    QString heading(const QString &text, const QString &color) const;

private:
    QString wrap(const QString &text, const char *code) const;

    bool m_colored;
};

/// "error: line 3: message" of a file's problem, on one line; the line is left out where it is 0.
QString problemLine(const Problem &problem, const TextStyle &style);

} // namespace casebook
