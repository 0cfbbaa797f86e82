#pragma once

#include <QByteArray>
#include <QString>

namespace casebook {

/// A text as HTML that means nothing but the text, on one line.
QString htmlText(const QString &text);

/// The style sheet of an exported page: light and dark, for screens and for paper.
QByteArray htmlStyle();

/// The script of an exported page: its filter. Words must begin words of a case, "phrases" stand in it, -words not;
/// case and marks on letters make no difference. Reaches for nothing outside the page.
QByteArray htmlScript();

/// The content security policy of an exported page: this style, this script, pictures that the page holds, and nothing
/// else from anywhere.
QByteArray htmlPolicy();

} // namespace casebook
