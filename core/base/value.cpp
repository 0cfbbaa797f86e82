#include "core/base/value.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

bool Value::isEmpty() const
{
    if (const auto *text = std::get_if<QString>(&m_data))
        return text->isEmpty();
    if (isList())
        return std::all_of(items().begin(), items().end(), [](const Value &item) { return item.isEmpty(); });
    if (isMap())
        return std::all_of(entries().begin(), entries().end(),
                           [](const auto &entry) { return entry.second.isEmpty(); });
    return isNull();
}

qint64 Value::toInteger(qint64 fallback) const
{
    if (const auto *integer = std::get_if<qint64>(&m_data))
        return *integer;
    if (const auto *number = std::get_if<double>(&m_data); number && std::abs(*number) < 9e15)
        return static_cast<qint64>(*number);
    return fallback;
}

double Value::toNumber(double fallback) const
{
    if (const auto *integer = std::get_if<qint64>(&m_data))
        return static_cast<double>(*integer);
    if (const auto *number = std::get_if<double>(&m_data))
        return *number;
    return fallback;
}

QString Value::toText() const
{
    if (const auto *text = std::get_if<QString>(&m_data))
        return *text;
    if (const auto *integer = std::get_if<qint64>(&m_data))
        return QString::number(*integer);
    if (const auto *number = std::get_if<double>(&m_data))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const auto *truth = std::get_if<bool>(&m_data))
        return *truth ? u"true"_s : u"false"_s;
    return {};
}

QStringList Value::toTexts() const
{
    QStringList texts;
    appendTexts(texts);
    return texts;
}

void Value::appendTexts(QStringList &texts) const
{
    if (const auto *list = std::get_if<List>(&m_data)) {
        for (const Value &item : *list) {
            if (QString text = item.toText(); !text.isEmpty())
                texts.append(std::move(text));
        }
    } else if (QString text = toText(); !text.isEmpty()) {
        texts.append(std::move(text));
    }
}

const Value::List &Value::items() const
{
    static const List none;
    const auto *list = std::get_if<List>(&m_data);
    return list ? *list : none;
}

const Value::Map &Value::entries() const
{
    static const Map none;
    const auto *map = std::get_if<Map>(&m_data);
    return map ? *map : none;
}

const Value *Value::find(QStringView key) const
{
    for (const auto &[name, value] : entries()) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

const Value &Value::operator[](QStringView key) const
{
    static const Value null;
    const Value *found = find(key);
    return found ? *found : null;
}

QJsonValue Value::toJson() const
{
    if (isNull())
        return QJsonValue::Null;
    if (const auto *truth = std::get_if<bool>(&m_data))
        return *truth;
    if (const auto *integer = std::get_if<qint64>(&m_data))
        return *integer;
    if (const auto *number = std::get_if<double>(&m_data); number && std::isfinite(*number))
        return *number;
    if (isScalar())
        return toText();
    if (isList()) {
        QJsonArray array;
        for (const Value &item : items())
            array.append(item.toJson());
        return array;
    }
    // In the order of keys, since an object that is built in another order moves all that it holds at every step.
    std::vector<const std::pair<QString, Value> *> sorted;
    for (const auto &entry : entries())
        sorted.push_back(&entry);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto *a, const auto *b) { return a->first < b->first; });
    QJsonObject object;
    for (const auto *entry : sorted) {
        if (!object.contains(entry->first))
            object.insert(entry->first, entry->second.toJson());
    }
    return object;
}

} // namespace casebook
