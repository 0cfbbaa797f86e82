#pragma once

#include "core/document/edit.h"

namespace casebook {

/// A whole file of YAML, such as a saved view: a front matter without fences and without a body. A value.
///
/// Of a file with several YAML documents it is the first; what stands before its mark and what follows it is kept.
class YamlFile {
public:
    /// Never fails: what cannot be read is broken, and its bytes are kept.
    static YamlFile parse(const QByteArray &bytes);

    bool isBroken() const { return m_document.isBroken(); }
    /// A map, or Null where the file is empty or broken. Offsets are not those in the file.
    const YamlNode &tree() const { return m_document.tree(); }

    /// The bytes of the file with the edits made, as applyEdits() makes them in front matter.
    Result<QByteArray> applyEdits(const Edits &edits, const KeyOrder &order = {}) const;

private:
    QByteArray m_head;    ///< byte order mark, directives, and the mark of the document's start
    QByteArray m_tail;    ///< from the mark of the document's end on
    QByteArray m_lineEnd; ///< of the fences that we put around the rest
    bool m_endAdded = false;
    Document m_document; ///< the rest, between fences
};

} // namespace casebook
