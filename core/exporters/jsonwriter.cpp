#include "core/exporters/jsonwriter.h"

#include <QSet>

#include <cmath>
#include <utility>

namespace casebook {

namespace {

bool mustEscape(char32_t character)
{
    return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == U'"' || character == U'\\';
}

QByteArray escaped(char32_t character)
{
    switch (character) {
    case U'"':
        return "\\\"";
    case U'\\':
        return "\\\\";
    case U'\n':
        return "\\n";
    case U'\r':
        return "\\r";
    case U'\t':
        return "\\t";
    default:
        return "\\u" + QByteArray::number(static_cast<uint>(character), 16).rightJustified(4, '0');
    }
}

} // namespace

void JsonWriter::newLine()
{
    m_bytes.append('\n');
    m_bytes.append(static_cast<qsizetype>(2 * m_empty.size()), ' ');
}

void JsonWriter::startItem()
{
    if (std::exchange(m_afterKey, false) || m_empty.empty())
        return;
    if (!m_empty.back())
        m_bytes.append(',');
    m_empty.back() = false;
    newLine();
}

void JsonWriter::open(char bracket)
{
    startItem();
    m_bytes.append(bracket);
    m_empty.push_back(true);
}

void JsonWriter::close(char bracket)
{
    const bool empty = m_empty.back();
    m_empty.pop_back();
    if (!empty)
        newLine();
    m_bytes.append(bracket);
    if (m_empty.empty())
        m_bytes.append('\n');
}

void JsonWriter::key(const QString &name)
{
    startItem();
    writeText(name);
    m_bytes.append(": ");
    m_afterKey = true;
}

void JsonWriter::value(const QString &text)
{
    startItem();
    writeText(text);
}

void JsonWriter::value(qint64 number)
{
    startItem();
    m_bytes.append(QByteArray::number(number));
}

void JsonWriter::value(const Value &value)
{
    if (value.isList()) {
        beginArray();
        for (const Value &item : value.items())
            this->value(item);
        endArray();
    } else if (value.isMap()) {
        beginObject();
        QSet<QString> seen;
        for (const auto &[name, item] : value.entries()) {
            if (seen.contains(name))
                continue;
            seen.insert(name);
            key(name);
            this->value(item);
        }
        endObject();
    } else {
        startItem();
        writeScalar(value);
    }
}

void JsonWriter::writeScalar(const Value &value)
{
    if (value.isNull())
        m_bytes.append("null");
    else if (value.isString() || (value.isNumber() && !std::isfinite(value.toNumber())))
        writeText(value.toText());
    else
        m_bytes.append(value.toText().toUtf8()); // true, false, and numbers as JSON writes them too
}

void JsonWriter::member(const QString &name, const QString &text)
{
    key(name);
    value(text);
}

void JsonWriter::member(const QString &name, qint64 number)
{
    key(name);
    value(number);
}

QByteArray JsonWriter::take()
{
    return std::exchange(m_bytes, {});
}

void JsonWriter::writeText(const QString &text)
{
    m_bytes.append('"');
    qsizetype written = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (!mustEscape(unit))
            continue;
        m_bytes.append(QStringView(text).mid(written, i - written).toUtf8());
        m_bytes.append(escaped(unit));
        written = i + 1;
    }
    m_bytes.append(QStringView(text).mid(written).toUtf8());
    m_bytes.append('"');
}

} // namespace casebook
