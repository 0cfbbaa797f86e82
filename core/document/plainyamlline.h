#pragma once

#include "core/document/yamlnode.h"

#include <QByteArrayView>

namespace casebook {

/// One line of the YAML that readPlainYaml() knows, read from left to right. Every member that reads answers whether it
/// could, and leaves the place before what follows, blanks passed over; what it leaves behind otherwise is of no use.
class PlainYamlLine {
public:
    /// The bytes of `file` from `begin` to `end`, which must outlive this; the line's end is none of them.
    /// The pool may be null.
    PlainYamlLine(QByteArrayView file, qsizetype begin, qsizetype end, StringPool *pool);

    /// The place, in bytes from the start of the file.
    qsizetype at() const { return m_at; }
    /// Whether nothing is left but a comment.
    bool isAtEnd() const { return m_at == m_end || m_bytes[m_at] == '#'; }
    /// What is left, a comment included.
    QByteArrayView rest() const { return {m_bytes + m_at, m_end - m_at}; }
    /// Whether the mark stands here of a text on the lines below.
    bool startsBlockText() const;
    /// Whether a list's entry starts here.
    bool startsDash() const;
    /// Whether a key and its colon stand here.
    bool startsKey() const { return endOfKey() > m_at; }

    bool readDash();
    /// Reads a key and its colon; not one that the map has already.
    bool readKey(YamlNode &map);
    /// Reads the value that is all the rest of the line, but for a comment.
    bool readValue(YamlNode &value);

private:
    enum class Place {
        Block,
        Flow, ///< between brackets
    };

    bool isOneOf(const char *marks) const;
    bool take(char byte);
    void skipBlanks();
    qsizetype endOfKey() const;
    bool readScalar(YamlNode &scalar, Place place);
    bool readQuoted(YamlNode &scalar);
    bool readPlain(YamlNode &scalar, Place place);
    bool startsPlain() const;
    qsizetype endOfPlain(Place place) const;
    bool readFlow(YamlNode &value);
    bool readFlowEntry(YamlNode &owner);
    QString textBetween(qsizetype begin, qsizetype end) const;

    const char *m_bytes;
    qsizetype m_at;
    qsizetype m_end;
    StringPool *m_pool;
};

} // namespace casebook
