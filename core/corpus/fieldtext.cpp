#include "core/corpus/fieldtext.h"

#include "core/document/yamlnode.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestYear = 4;

QString translate(const char *text)
{
    return QCoreApplication::translate("FieldText", text);
}

/// What YAML reads where a text stands without quotes.
Value plainValue(const QString &text)
{
    YamlNode node;
    node.kind = YamlNode::Kind::Scalar;
    node.text = text;
    return toValue(node);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A string, unless what stands there is a number or a truth value and the text is one as well.
Value likeBefore(const QString &text, const Value &before)
{
    if (before.isNumber() || before.isBool()) {
        const Value plain = plainValue(text);
        if ((before.isNumber() && plain.isNumber()) || (before.isBool() && plain.isBool()))
            return plain;
    }
    // The end of a block of lines is nothing that a person sees.
    const bool endsLine = before.isString() && before.toText().endsWith(u'\n');
    return endsLine ? QString(text + u'\n') : text;
}

Result<Value> yearFrom(const QString &text)
{
    if (!isDigits(text) || text.size() > longestYear)
        return Error{translate("\"%1\" is not a year: write it with four digits.").arg(text)};
    return Value(text.toLongLong());
}

Result<Value> numberFrom(const QString &text)
{
    const bool decimal = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || QStringView(u"+-.eE").contains(c);
    });
    Value value = plainValue(text);
    if (!decimal || !value.isNumber()) {
        return Error{translate("\"%1\" is not a number: write it with digits alone, such as 12000 or 0.5.").arg(text)};
    }
    const bool whole = isDigits(QStringView(text).mid(text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0));
    if (whole && !value.isInteger())
        return Error{translate("\"%1\" has more digits than a number may have.").arg(text)};
    return value;
}

bool isDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() && date.toString(Qt::ISODate) == text; // not with other separators
}

bool isDateWithTime(const QString &text)
{
    return text.size() > 10 && isDate(text.left(10)) && QDateTime::fromString(text, Qt::ISODate).isValid();
}

Result<Value> dateFrom(const QString &text, const Value &before)
{
    if (isDate(text) || (isDateWithTime(before.toText()) && isDateWithTime(text)))
        return Value(text);
    return Error{translate("\"%1\" is not a date: write it as YYYY-MM-DD.").arg(text)};
}

Result<Value> addressFrom(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https"))
        return Value(text);
    return Error{translate("\"%1\" is not an http or https address.").arg(text)};
}

/// An item that stands there already keeps its type; another one gets the type that all of them have.
Value listFrom(const QString &text, const Value &before)
{
    const Value::List &known = before.items();
    const bool numbers = !known.empty() && std::all_of(known.begin(), known.end(), std::mem_fn(&Value::isNumber));
    Value::List list;
    const QStringList items = splitItems(text);
    for (const QString &item : items) {
        const auto same = std::find_if(known.begin(), known.end(), [&item](const Value &value) {
            return value.isScalar() && value.toText() == item;
        });
        list.push_back(same != known.end() ? *same : likeBefore(item, numbers ? known.front() : Value()));
    }
    return list;
}

QString recordMessage(const Field &field)
{
    const QString part = field.fields.isEmpty() ? u"part"_s : field.fields.first().id;
    const QString lead = field.type == FieldType::Records ? QString(field.id + u"[0]"_s) : field.id;
    return translate("\"%1\" has parts: set each by itself, such as \"%2.%3\".").arg(field.id, lead, part);
}

/// Reads one item at `at`, which is left at the comma behind it or at the end.
QString takeItem(const QString &text, qsizetype &at)
{
    while (at < text.size() && text.at(at).isSpace())
        ++at;
    if (at == text.size() || text.at(at) != u'"') {
        const qsizetype start = at;
        at = text.indexOf(u',', at);
        at = at < 0 ? text.size() : at;
        return text.mid(start, at - start).trimmed();
    }
    QString item;
    for (++at; at < text.size() && text.at(at) != u'"'; ++at) {
        if (text.at(at) == u'\\' && at + 1 < text.size())
            ++at;
        item += text.at(at);
    }
    const qsizetype comma = text.indexOf(u',', at);
    const qsizetype end = comma < 0 ? text.size() : comma;
    item += text.mid(at + 1, end - at - 1).trimmed(); // what stands between the quote and the comma is not lost
    at = end;
    return item;
}

} // namespace

Result<Value> valueFromText(const Field &field, const QString &text, const Value &before)
{
    const QString trimmed = text.trimmed();
    if (field.isRecord())
        return Error{recordMessage(field)};
    if (field.type == FieldType::List)
        return listFrom(trimmed, before);
    if (trimmed.isEmpty())
        return Value();
    switch (field.type) {
    case FieldType::Year:
        return yearFrom(trimmed);
    case FieldType::Number:
        return numberFrom(trimmed);
    case FieldType::Date:
        return dateFrom(trimmed, before);
    case FieldType::Url:
        return addressFrom(trimmed);
    default:
        return likeBefore(trimmed, before);
    }
}

Value valueFromText(const QString &text, const Value &before)
{
    const QString trimmed = text.trimmed();
    if (before.isList())
        return listFrom(trimmed, before);
    if (trimmed.isEmpty())
        return {};
    return before.isString() ? likeBefore(trimmed, before) : plainValue(trimmed);
}

QString textFromValue(const Value &value)
{
    if (value.isList())
        return joinItems(value.toTexts());
    QString text = value.toText();
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QStringList splitItems(const QString &text)
{
    QStringList items;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (const QString item = takeItem(text, at); !item.isEmpty())
            items.append(item);
    }
    return items;
}

QString joinItems(const QStringList &items)
{
    QStringList written;
    for (QString item : items) {
        if (item.contains(u',') || item.contains(u'"') || item != item.trimmed()) {
            item.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
            item = u'"' + item + u'"';
        }
        written.append(item);
    }
    return written.join(u", "_s);
}

KeyOrder keyOrder(const Schema &schema)
{
    KeyOrder order;
    for (const Field &field : schema.fields) {
        order.append(field.id);
        for (const Field &part : field.fields)
            order.append(field.id + u'.' + part.id);
    }
    return order;
}

} // namespace casebook
