#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace casebook {

/// One piece of a page of HTML: a stretch of text, or a tag.
struct HtmlToken {
    enum class Kind {
        Text,
        Start,
        End,
    };
    Kind kind = Kind::Text;
    QString text; ///< Text: with its character references read; a tag: its name, in lower case
    QList<std::pair<QString, QString>> attributes = {}; ///< Start: those that were asked for, names in lower case
    bool closesItself = false;                          ///< Start: written `<br/>`

    /// The value of an attribute, or "".
    QString attribute(QStringView name) const;
};

/// Reads HTML, piece by piece, as forgiving as browsers are where that matters: what is no tag is text, and what has no
/// end goes on to the end. Comments, declarations and the insides of scripts and styles are passed over. Fetches
/// nothing; takes time in proportion to the text.
class HtmlTokens {
public:
    /// The text must outlive this.
    explicit HtmlTokens(QStringView html) : m_html(html) {}

    /// The next piece; false where there is none.
    bool next(HtmlToken &token);

private:
    bool readTag(HtmlToken &token);
    void readAttributes(HtmlToken &token);
    QString readValue();
    void skipDeclaration();
    void skipInside(QStringView name);
    void skipBlanks();
    bool atEnd() const { return m_at >= m_html.size(); }

    QStringView m_html;
    qsizetype m_at = 0;
};

/// Text with its character references (`&amp;`, `&#8212;`, ...) read; those that are not known stay.
QString withoutReferences(QStringView text);

} // namespace casebook
