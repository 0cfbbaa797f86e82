#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <functional>

namespace casebook {

/// One piece of a page of HTML: a stretch of text, or where an element begins or ends.
struct HtmlToken {
    enum class Kind {
        Text,
        Start,
        End,
    };
    Kind kind = Kind::Text;
    QString text; ///< Text: with its character references read; an element: its name, in lower case
    QList<std::pair<QString, QString>> attributes = {}; ///< Start: those that are of use, names in lower case

    /// The value of an attribute, or "".
    QString attribute(QStringView name) const;
    bool hasAttribute(QStringView name) const;
};

/// Hands over a page of HTML, piece by piece, as libxml2 reads it: what is no tag is text, what has no end goes on to
/// where it must end, and comments and declarations are left out. An element without content ends at once. NUL becomes
/// U+FFFD.
///
/// Fetches nothing, never fails, keeps no tree and loses no text, however deep elements are nested: past some hundred
/// levels those that are open are taken to go on without being closed. Takes time in proportion to the text. Any
/// thread.
void readHtmlTokens(QStringView html, const std::function<void(const HtmlToken &)> &take);

} // namespace casebook
