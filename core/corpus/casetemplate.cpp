#include "core/corpus/casetemplate.h"

#include "core/base/fold.h"
#include "core/document/yamlnode.h"

#include <QDate>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 60;

QString defaultValue(const Schema &schema, const Field &field, const QString &title, const QString &group)
{
    if (field.id == schema.fieldOf(role::title))
        return yamlText(title);
    if (field.id == schema.fieldOf(role::group))
        return yamlText(group);
    if (field.id == schema.fieldOf(role::reviewed))
        return QDate::currentDate().toString(Qt::ISODate);
    if (field.type == FieldType::List)
        return u"[]"_s;
    return {};
}

/// One empty record, as comments, so that the shape is there and nothing has to be deleted.
QString recordHint(const Field &field)
{
    QString text = yamlText(field.id) + u":\n"_s;
    QString lead = field.type == FieldType::Records ? u"#  - "_s : u"#    "_s;
    for (const Field &part : field.fields) {
        text += lead + yamlText(part.id) + u":\n"_s;
        lead = u"#    "_s;
    }
    return text;
}

/// In double quotes, with whatever would not come back from there as an escape.
QString quoted(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (c == u'"' || c == u'\\')
            escaped += QString(u'\\') + c;
        else if (c == u'\n')
            escaped += u"\\n"_s;
        else if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || code == 0xFEFF)
            escaped += u"\\u%1"_s.arg(code, 4, 16, QChar(u'0'));
        else
            escaped += c;
    }
    return u'"' + escaped + u'"';
}

} // namespace

QString yamlText(const QString &text)
{
    YamlNode node;
    node.kind = YamlNode::Kind::Scalar;
    node.text = text;
    // The core schema reads it back as a string, and nothing in it means anything to YAML.
    const bool isString = toValue(node).isString();
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringView(u" -_./()+'").contains(c); };
    const bool safe = !text.isEmpty() && text.at(0).isLetterOrNumber() && !text.endsWith(u' ')
        && std::all_of(text.begin(), text.end(), isPlain);
    static const QStringList reserved{u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"y"_s, u"n"_s};
    if (isString && safe && !reserved.contains(text.toLower()))
        return text;
    return quoted(text);
}

QByteArray newCaseText(const Schema &schema, const QString &title, const QString &group)
{
    QString text = u"---\n"_s;
    if (schema.inferred) {
        text += u"title: "_s + yamlText(title) + u'\n';
        if (const QString field = schema.fieldOf(role::group);
            !group.isEmpty() && !field.isEmpty() && field != u"folder")
            text += yamlText(field) + u": "_s + yamlText(group) + u'\n';
        return (text + u"---\n\n# "_s + title.simplified() + u"\n\n"_s).toUtf8();
    }
    for (const Field &field : schema.fields) {
        if (field.isRecord()) {
            text += recordHint(field);
            continue;
        }
        const QString value = defaultValue(schema, field, title, group);
        text += yamlText(field.id) + (value.isEmpty() ? QString(u":"_s) : QString(u": "_s + value)) + u'\n';
    }
    return (text + u"---\n\n## What\n\n## Why\n\n## Lessons\n"_s).toUtf8();
}

QString idFromTitle(const QString &title)
{
    QString id;
    for (const QChar c : QString::fromUtf8(fold(title))) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(longestId);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? u"case"_s : id;
}

QString freeId(const QString &id, const std::function<bool(const QString &)> &isTaken)
{
    if (!isTaken(id))
        return id;
    for (int number = 2;; ++number) {
        QString candidate = id + u'-' + QString::number(number);
        if (!isTaken(candidate))
            return candidate;
    }
}

} // namespace casebook
