#include "tests/core/document/editscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

Value fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return json.toBool();
    case QJsonValue::Double: {
        const double number = json.toDouble();
        return number == std::floor(number) ? Value(json.toInteger()) : Value(number);
    }
    case QJsonValue::String:
        return json.toString();
    case QJsonValue::Array: {
        Value::List list;
        for (const QJsonValue &item : json.toArray())
            list.push_back(fromJson(item));
        return list;
    }
    case QJsonValue::Object: {
        Value::Map map;
        const QJsonObject object = json.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            map.emplace_back(entry.key(), fromJson(entry.value()));
        return map;
    }
    default:
        return {};
    }
}

Result<Edit> readLine(const QString &line)
{
    const QString kind = line.section(u' ', 0, 0);
    const Result<FieldPath> path = FieldPath::parse(line.section(u' ', 1, 1));
    const QString rest = line.section(u' ', 2);
    if (!path)
        return path.error();
    if (kind == u"set"_s)
        return Edit::set(*path, valueFromJson(rest.toUtf8()));
    if (kind == u"insert"_s)
        return Edit::insert(*path, valueFromJson(rest.toUtf8()));
    if (kind == u"remove"_s)
        return Edit::remove(*path);
    if (kind == u"move"_s)
        return Edit::move(*path, rest.toInt());
    return Error{u"no such edit: "_s + line};
}

} // namespace

Value valueFromJson(const QByteArray &json)
{
    return fromJson(QJsonDocument::fromJson("[" + json + "]").array().at(0));
}

Result<Edits> readEditScript(const QByteArray &script)
{
    Edits edits;
    const QStringList lines = QString::fromUtf8(script).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const Result<Edit> edit = readLine(line);
        if (!edit)
            return edit.error();
        edits.append(*edit);
    }
    return edits;
}

} // namespace casebook
