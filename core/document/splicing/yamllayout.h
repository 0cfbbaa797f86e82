#pragma once

#include "core/document/document.h"
#include "core/document/yamlnode.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace casebook {

/// Where each part of a YAML node stands in its file: yaml-cpp tells where a node begins, this where it ends, and where
/// the marks around it are. It mirrors a YamlNode: keys and items in the same order, except that an alias has none.
///
/// Offsets are in bytes from the start of the file.
struct YamlLayout {
    qsizetype begin = 0; ///< at the anchor or tag, if any
    qsizetype content =
        0;             ///< behind anchor and tag; of an empty value: where one would be written, such as behind a colon
    qsizetype end = 0; ///< behind the last byte of the content; comments and line ends that follow are none of it
    Span anchor;       ///< the `&name`, empty where there is none
    Span tag;          ///< the `!tag`, likewise
    std::vector<YamlLayout> keys;
    std::vector<YamlLayout> items;
    std::vector<qsizetype> marks; ///< of a block list: its dashes; of a map: the colons, -1 where a key has none
    bool explicitKeys = false;    ///< of a map: a key is written behind a `?`

    bool isEmptyValue() const { return content == end; }
};

/// Finds the layout of the tree of a document's front matter, which must be a map or a list. Nothing where the text is
/// written in a way that it does not follow (an empty key, say); then the file is to be edited by hand.
std::optional<YamlLayout> layoutOf(const Document &document);

// Lines, by an offset inside them. Lines end at LF, CR LF or a lone CR.

qsizetype lineStart(QByteArrayView bytes, qsizetype at);
/// Before the line's end.
qsizetype lineEnd(QByteArrayView bytes, qsizetype at);
/// Behind the line's end.
qsizetype nextLine(QByteArrayView bytes, qsizetype at);
/// In characters, from 0.
qsizetype columnOf(QByteArrayView bytes, qsizetype at);
/// Behind the blanks and tabs that stand there.
qsizetype skipBlanks(QByteArrayView bytes, qsizetype at);
bool isBlankOrBreak(char byte);

} // namespace casebook
