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
    QString role = {};   ///< what it says it is for: "main", "navigation"; in lower case
    QString labels = {}; ///< its classes and id, in lower case, blanks between them
    int number = 0;      ///< `start` of a list, `colspan` of a cell
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

/// A page of HTML: its elements, and what its head says of it.
struct HtmlPage {
    HtmlNode root;
    QString title = {}; ///< as the page names itself; may be empty
    QString base = {};  ///< the address that relative ones are told from, as written; empty: the page's own
};

inline constexpr int htmlMaximumDepth = 80;

/// The elements of a page, as libxml2 finds them and browsers nest them in all that people write: paragraphs, items and
/// cells end where the next begins, an end without a beginning is passed over. What is hidden is left out. What is
/// nested deeper than htmlMaximumDepth stands flat, and after a hundred thousand elements only text is kept. Takes time
/// in proportion to the text.
HtmlNode parseHtml(QStringView html);
/// The same, with what the head says.
HtmlPage parseHtmlPage(QStringView html);

} // namespace casebook
