#pragma once

#include "core/base/problem.h"
#include "core/document/yamlnode.h"

#include <QByteArrayView>

namespace casebook {

/// How much YAML is too much. A corpus is untrusted input: these bound time and memory.
struct YamlLimits {
    int depth = 64;           ///< collections inside each other, those that aliases put there included
    int expandedNodes = 1000; ///< nodes that all aliases of a document together may add
};

struct YamlResult {
    YamlNode root;     ///< Null where the text is empty or could not be read
    bool valid = true; ///< false: `problems` says why, and root is Null
    Problems problems; ///< duplicate keys, text after the document's end, or what made it invalid
};

/// Reads one YAML document: the `length` bytes of `file` from `offset` on, UTF-8 without NUL. Positions of nodes and
/// problems are those in `file`. What stands after the document's end is not read, and is a problem.
///
/// What is everyday YAML is read by readPlainYaml(), all else by yaml-cpp. Keys and texts are shared with the pool's,
/// which may be null.
YamlResult parseYaml(QByteArrayView file, qsizetype offset, qsizetype length, const YamlLimits &limits = {},
                     StringPool *pool = nullptr);

/// The same by yaml-cpp alone, for tests that compare the two.
///
/// The one place where yaml-cpp parses, and where its exceptions end.
YamlResult parseYamlWithLibrary(QByteArrayView file, qsizetype offset, qsizetype length, const YamlLimits &limits = {});

} // namespace casebook
