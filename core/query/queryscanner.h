#pragma once

#include <QString>
#include <QStringView>

namespace casebook {

/// Whether a sign is a quote, as keyboards or as word processors write it.
bool isQuote(QChar c);

/// Reads the pieces that the text of a query is made of, from left to right. Offsets are in UTF-16 units, from 0.
class QueryScanner {
public:
    explicit QueryScanner(QStringView text) : m_text(text) {}

    qsizetype at() const { return m_at; }
    void moveTo(qsizetype offset) { m_at = offset; }
    bool atEnd() const { return m_at >= m_text.size(); }
    bool isAt(QChar c, qsizetype ahead = 0) const;
    bool isAtQuote() const { return !atEnd() && isQuote(m_text.at(m_at)); }
    bool isBlankAt(qsizetype ahead) const; ///< a blank, or the end
    QStringView since(qsizetype offset) const { return m_text.mid(offset, m_at - offset); }

    /// Answers whether there is more.
    bool skipBlanks();
    /// The name of a field, up to a sign that none is written with.
    QString readName();
    /// Up to a blank, and where a group is open up to the parenthesis that closes it: f(x) stays together.
    QString readBare(bool inGroup) { return readBareUntil(QChar(), inGroup); }
    /// The same, up to a comma.
    QString readValue(bool inGroup) { return readBareUntil(u',', inGroup); }
    /// Reads "..." with \" and \\ inside; a missing end is the end of the text. Between typographic quotes any quote
    /// ends it.
    QString readQuoted();
    /// Whether the last quotes read had an end.
    bool wasClosed() const { return m_closed; }

private:
    QString readBareUntil(QChar stop, bool inGroup);

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_closed = true;
};

/// Whether names of fields are written with a sign, so that they need no quotes.
bool isNameSign(QChar c);

} // namespace casebook
