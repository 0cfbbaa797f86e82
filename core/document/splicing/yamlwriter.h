#pragma once

#include "core/base/value.h"
#include "core/document/splicing/yamlscalar.h"
#include "core/document/splicing/yamlstyle.h"

namespace casebook {

/// Writes new values as YAML in the style of a front matter.
class YamlWriter {
public:
    /// `cautious`: every text in double quotes, which never fails to be read back.
    YamlWriter(YamlStyle style, bool cautious) : m_style(std::move(style)), m_cautious(cautious) {}

    const YamlStyle &style() const { return m_style; }
    bool isCautious() const { return m_cautious; }

    /// Whether a value is written on lines of its own, below its key, where there are no brackets around it.
    bool isBlock(const Value &value) const;
    /// All on one line, between brackets or not.
    QByteArray flow(const Value &value, bool inFlow) const;
    /// The lines of a map or list, of which the first one starts in `column`, where it stands already.
    QByteArray block(const Value &value, qsizetype column) const;
    /// A scalar, list or map behind a colon, the blank before it included; `column` is that of the key.
    QByteArray afterKey(const Value &value, qsizetype column) const;
    /// The same behind a dash that stands in `column`; `flowMaps`: records are written in brackets.
    QByteArray afterDash(const Value &value, qsizetype column, bool flowMaps) const;
    QByteArray key(const QString &key, bool inFlow) const;
    /// A scalar as the old one was written, if it can be.
    QByteArray scalarLike(const Value &value, ScalarStyle old, const ScalarPlace &place) const;
    QByteArray scalar(const Value &value, const ScalarPlace &place) const;

private:
    YamlStyle m_style;
    bool m_cautious;
};

} // namespace casebook
