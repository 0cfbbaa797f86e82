#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace casebook {

/// An element of a page of HTML, or a stretch of its text.
struct HtmlNode {
    QString name = {}; ///< in lower case; empty: a text
    QString text = {}; ///< of a text
    QString href = {}; ///< of a link; of an image its source
    QString alt = {};  ///< of an image
    QString codeLanguage = {};
    int number = 0; ///< `start` of a list, `colspan` of a cell
    QString align = {};
    bool bold = false; ///< by its name or style
    bool italic = false;
    bool notBold = false; ///< its style takes it away
    bool notItalic = false;
    bool keepsBlanks = false;  ///< a style as in `pre`
    bool isBlock = false;      ///< stands on lines of its own
    bool endsByItself = false; ///< where another begins, without an end of its own
    bool hasBlocks = false;    ///< something inside of it does
    std::vector<HtmlNode> children = {};
};

inline constexpr int htmlMaximumDepth = 80;

/// The elements of a page, as browsers nest them in all that people write: paragraphs, items and cells end where the
/// next begins, an end without a beginning is passed over. What is hidden is left out. What is nested deeper than
/// htmlMaximumDepth stands flat, and after a hundred thousand elements only text is kept. Takes time in proportion to
/// the text.
HtmlNode parseHtml(QStringView html);

} // namespace casebook
