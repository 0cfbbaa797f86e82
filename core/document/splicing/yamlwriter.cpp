#include "core/document/splicing/yamlwriter.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool isCollection(const Value &value)
{
    return value.isList() || value.isMap();
}

} // namespace

bool YamlWriter::isBlock(const Value &value) const
{
    if (value.isMap())
        return !value.entries().empty();
    if (!value.isList() || value.items().empty())
        return false;
    const Value::List &items = value.items();
    return !m_style.flowLists || std::any_of(items.begin(), items.end(), [](const Value &item) {
        return isCollection(item) || item.toText().contains(u'\n');
    });
}

QByteArray YamlWriter::scalarLike(const Value &value, ScalarStyle old, const ScalarPlace &place) const
{
    // A record's key in quotes says nothing of its numbers: what has another type is plain whatever stood there.
    const bool manyLines = value.isString() && value.toText().contains(u'\n');
    QList<ScalarStyle> styles{old, ScalarStyle::Plain};
    if (manyLines)
        styles.append(ScalarStyle::Literal);
    if (m_style.quote == '\'')
        styles.append(ScalarStyle::SingleQuoted);
    if (m_cautious)
        styles = {ScalarStyle::DoubleQuoted, ScalarStyle::Plain};
    for (const ScalarStyle style : styles) {
        if (const std::optional<QByteArray> text = writtenScalar(value, style, place))
            return *text;
    }
    return writtenScalar(value, ScalarStyle::DoubleQuoted, place).value_or(QByteArray());
}

QByteArray YamlWriter::scalar(const Value &value, const ScalarPlace &place) const
{
    return scalarLike(value, ScalarStyle::Plain, place);
}

QByteArray YamlWriter::key(const QString &key, bool inFlow) const
{
    ScalarPlace place;
    place.inFlow = inFlow;
    for (const ScalarStyle style : {ScalarStyle::Plain, ScalarStyle::DoubleQuoted}) {
        if (const std::optional<QByteArray> text = writtenScalar(key, style, place))
            return *text;
    }
    return {};
}

QByteArray YamlWriter::flow(const Value &value, bool inFlow) const
{
    if (!isCollection(value)) {
        ScalarPlace place;
        place.inFlow = inFlow;
        const bool oneLine = value.isString() && value.toText().contains(u'\n');
        return oneLine ? writtenScalar(value, ScalarStyle::DoubleQuoted, place).value_or(QByteArray())
                       : scalar(value, place);
    }
    QByteArrayList parts;
    for (const Value &item : value.items())
        parts.append(flow(item, true));
    for (const auto &[name, item] : value.entries())
        parts.append(key(name, true) + ": " + flow(item, true));
    const bool padded = !parts.isEmpty() && (value.isList() ? m_style.padLists : m_style.padMaps);
    const QByteArray text = padded ? QByteArray(" " + parts.join(", ") + " ") : parts.join(", ");
    return value.isList() ? QByteArray("[" + text + "]") : QByteArray("{" + text + "}");
}

QByteArray YamlWriter::block(const Value &value, qsizetype column) const
{
    QByteArrayList lines;
    for (const Value &item : value.items())
        lines.append("-" + afterDash(item, column, false));
    for (const auto &[name, item] : value.entries())
        lines.append(key(name, false) + ":" + afterKey(item, column));
    return lines.join(m_style.lineBreak + QByteArray(column, ' '));
}

QByteArray YamlWriter::afterKey(const Value &value, qsizetype column) const
{
    if (value.isNull())
        return {};
    if (isBlock(value)) {
        const qsizetype inner = column + (value.isList() ? m_style.dashIndent : m_style.indentStep);
        return m_style.lineBreak + QByteArray(inner, ' ') + block(value, inner);
    }
    if (isCollection(value))
        return " " + flow(value, false);
    ScalarPlace place;
    place.indent = column + m_style.indentStep;
    place.lineBreak = m_style.lineBreak;
    return " " + scalar(value, place);
}

QByteArray YamlWriter::afterDash(const Value &value, qsizetype column, bool flowMaps) const
{
    if (value.isNull())
        return {};
    const qsizetype inner = column + 1 + m_style.dashGap.size();
    if (value.isMap() && !value.entries().empty() && !flowMaps)
        return m_style.dashGap + block(value, inner);
    if (isCollection(value))
        return m_style.dashGap + flow(value, false);
    ScalarPlace place;
    place.indent = inner;
    place.lineBreak = m_style.lineBreak;
    return m_style.dashGap + scalar(value, place);
}

} // namespace casebook
