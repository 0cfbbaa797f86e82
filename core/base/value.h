#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <utility>
#include <variant>
#include <vector>

namespace casebook {

/// What a front matter key holds, typed by the YAML 1.2 core schema: a plain value that remembers no position.
///
/// Dates stay strings, as written. Maps keep the order of the file. Cheap to move, deep to copy.
class Value {
public:
    using List = std::vector<Value>;
    using Map = std::vector<std::pair<QString, Value>>;

    Value() = default; ///< null
    Value(bool value) : m_data(value) {}
    Value(qint64 value) : m_data(value) {}
    Value(double value) : m_data(value) {}
    Value(QString value) : m_data(std::move(value)) {}
    Value(List value) : m_data(std::move(value)) {}
    Value(Map value) : m_data(std::move(value)) {}

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isBool() const { return std::holds_alternative<bool>(m_data); }
    bool isInteger() const { return std::holds_alternative<qint64>(m_data); }
    bool isNumber() const { return isInteger() || std::holds_alternative<double>(m_data); }
    bool isString() const { return std::holds_alternative<QString>(m_data); }
    bool isList() const { return std::holds_alternative<List>(m_data); }
    bool isMap() const { return std::holds_alternative<Map>(m_data); }
    bool isScalar() const { return !isList() && !isMap(); }

    /// Null, an empty string, an empty list or map, or a list or map of nothing but such.
    bool isEmpty() const;

    /// The integer, or a double cut to one, or else `fallback`.
    qint64 toInteger(qint64 fallback = 0) const;
    /// The number, or else `fallback`.
    double toNumber(double fallback = 0) const;
    /// A scalar as text ("" for null, "true", "2020", "0.5"); "" for lists and maps.
    QString toText() const;
    /// The text of a scalar, or of each scalar of a list; empty ones are left out.
    QStringList toTexts() const;
    /// The same, appended to a list.
    void appendTexts(QStringList &texts) const;

    /// The items of a list; an empty list for anything else.
    const List &items() const;
    /// The entries of a map in the order of the file; an empty map for anything else.
    const Map &entries() const;
    /// The value of a map's key (the first of that name), or null.
    const Value &operator[](QStringView key) const;
    bool contains(QStringView key) const { return find(key) != nullptr; }
    /// The same as operator[], but a null pointer where there is no such key.
    const Value *find(QStringView key) const;

    /// Numbers, booleans and null keep their types; infinities and NaN become strings.
    QJsonValue toJson() const;

    bool operator==(const Value &) const = default;

private:
    std::variant<std::monostate, bool, qint64, double, QString, List, Map> m_data;
};

} // namespace casebook
