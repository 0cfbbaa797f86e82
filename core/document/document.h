#pragma once

#include "core/base/problem.h"
#include "core/document/yamlnode.h"
#include "core/document/yamlparser.h"

#include <QByteArray>
#include <QByteArrayView>

namespace casebook {

/// A part of a file, in bytes from its start (a byte order mark included).
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool operator==(const Span &) const = default;
};

enum class FrontMatterKind {
    None,
    Yaml,
    Toml, ///< a block between `+++` lines: kept, but not read
};

struct DocumentLimits {
    qsizetype fileSize = 4 * 1024 * 1024;   ///< bytes
    qsizetype frontMatterSize = 256 * 1024; ///< bytes
    YamlLimits yaml;
};

/// One Markdown file's bytes, taken apart: front matter, body, and what is wrong with either.
///
/// Front matter stands at the very start, from a line of `---` to the next line of `---`, or of `...` as some programs
/// write it; blanks may follow the marks. Without an end the file is broken, and all of it is body.
///
/// A value. Parsing never fails: what cannot be read is a problem, and the bytes are kept as they are.
class Document {
public:
    /// Takes a whole file apart. A file over `limits.fileSize` is not looked into. The pool may be null.
    static Document parse(QByteArray bytes, const DocumentLimits &limits = {}, StringPool *pool = nullptr);

    const QByteArray &bytes() const { return m_bytes; }
    FrontMatterKind frontMatterKind() const { return m_kind; }
    /// What stands between the fences, without them; empty where there is no front matter.
    Span frontMatter() const { return m_frontMatter; }
    /// All after the closing fence's line; the whole file (less a byte order mark) where there is no front matter.
    Span body() const { return m_body; }
    /// The body's bytes. The view lives as long as this document.
    QByteArrayView bodyText() const;
    /// The front matter as a tree; a Null node where there is none or it could not be read.
    const YamlNode &tree() const { return m_tree; }
    /// Encoding and YAML problems, in the order of lines.
    const Problems &problems() const { return m_problems; }
    /// The front matter, or the whole file, could not be read.
    bool isBroken() const { return m_broken; }

private:
    void findFrontMatter(const DocumentLimits &limits, StringPool *pool);
    void readFrontMatter(const DocumentLimits &limits, StringPool *pool);
    void breakAt(qsizetype offset, const QString &message);

    QByteArray m_bytes;
    FrontMatterKind m_kind = FrontMatterKind::None;
    Span m_frontMatter;
    Span m_body;
    YamlNode m_tree;
    Problems m_problems;
    bool m_broken = false;
};

} // namespace casebook
