#pragma once

#include "core/document/yamlnode.h"

#include <QByteArrayView>

#include <optional>

namespace casebook {

/// The deepest that readPlainYaml() goes: collections inside each other.
constexpr int deepestPlainYaml = 16;

/// Reads the YAML that people write by hand, in less than a tenth of yaml-cpp's time, or answers nothing: whatever is
/// unusual, wrong or in doubt is left to yaml-cpp. What it does answer is the tree of parseYaml(), to the last offset.
///
/// It knows maps and lists in block style, indented with spaces, with keys of ASCII letters, digits, `_` and `-`;
/// values of one line, plain or in quotes without escapes; flow lists and flow maps of such values, of one line and not
/// inside each other; texts below `|`, `|-`, `>` or `>-` without blank lines; comments. It knows no anchors, aliases,
/// tags, document marks, tabs, other texts of several lines, or keys that stand twice.
///
/// The text is the `length` bytes of `file` from `offset` on, as for parseYaml(). The pool may be null.
std::optional<YamlNode> readPlainYaml(QByteArrayView file, qsizetype offset, qsizetype length,
                                      StringPool *pool = nullptr);

} // namespace casebook
