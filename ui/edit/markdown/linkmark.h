#pragma once

#include "ui/edit/markdown/textchange.h"

#include <QList>
#include <QStringView>

namespace casebook {

/// A link written as `[text](address)`.
struct LinkSpan {
    TextSpan outer; ///< all of it
    TextSpan text;  ///< between the brackets

    bool operator==(const LinkSpan &) const = default;
};

/// The links in the text of one paragraph, in order. Pictures, code and what stands behind a backslash are none. Linear
/// in the text.
QList<LinkSpan> linkSpans(QStringView paragraph);

/// Makes a link of what is selected, or of the word under the cursor; where that is in a link, its text is left alone.
///
/// With an `address` the link leads there, and the address is selected, to be typed over; without one the cursor is
/// where it goes. What is selected and is an address itself becomes where the link leads, and the cursor is where the
/// text goes. Does nothing where more than one paragraph is selected.
TextChange toggleLink(const SelectedText &source, const QString &address = {});

/// An address as it stands between the brackets of a link: in angle brackets where it holds blanks or brackets.
QString linkDestination(const QString &address);

} // namespace casebook
