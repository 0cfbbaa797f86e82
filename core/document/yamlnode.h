#pragma once

#include "core/base/value.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace casebook {

/// One node of a front matter's YAML, with its place in the file. Aliases stand expanded, as copies of their anchors.
struct YamlNode {
    enum class Kind : char {
        Null, ///< an empty value: its offset is right after the last text before it, such as its key's colon
        Scalar,
        Sequence,
        Map,
    };

    Kind kind = Kind::Null;
    bool plain = true;    ///< of a scalar: written without quotes and tag, so that its type is read off its text
    bool flow = false;    ///< of a sequence or map: written in brackets
    bool alias = false;   ///< a copy that an alias put here; its offset is that of the alias
    qsizetype offset = 0; ///< bytes from the start of the file, a byte order mark included; at an anchor or tag if any
    QString text;         ///< of a scalar: its content, unescaped and unfolded
    std::vector<YamlNode> keys;  ///< of a map, in order; as many as items
    std::vector<YamlNode> items; ///< of a map: its values; of a sequence: its entries

    /// The value of a map's key (the first of that name), or null.
    const YamlNode *find(QStringView key) const;
    /// The key node of that name, or null.
    const YamlNode *findKey(QStringView key) const;
};

/// Lets equal short strings share one copy, since the keys and choices of a corpus recur in every case. It remembers a
/// fixed number of strings, and forgets one for another: what recurs often is there, and what does not costs little.
/// Not shared between threads.
class StringPool {
public:
    StringPool();

    QString intern(const QString &text);
    /// The same of UTF-8, which needs no string of its own where the pool has it.
    QString intern(QByteArrayView utf8);

private:
    std::vector<QString> m_recent; ///< each in the place that its hash names
};

/// The node as a plain value, typed by the YAML 1.2 core schema (so that `no` and `2020-01-01` are text). Of a key that
/// stands twice the first counts.
Value toValue(const YamlNode &node);

} // namespace casebook
