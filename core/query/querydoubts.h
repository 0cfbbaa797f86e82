#pragma once

#include "core/query/query.h"
#include "core/query/querynote.h"

#include <QList>
#include <QString>

namespace casebook {

/// The name of a field or one of its values, as it stands in the text of a query.
struct WrittenValue {
    QString text; ///< without quotes
    bool quoted = false;
    qsizetype offset = 0; ///< in UTF-16 units, with the quotes
    qsizetype length = 0;
};

/// The value that is meant in a field of choices: the id of a label, else the text itself.
QString valueMeant(const QString &text, const QString &path, const Schema &schema);

/// Collects what is doubtful about a query while it is read.
class QueryDoubts {
public:
    QueryDoubts(const Schema &schema, const ValuesOf &valuesOf) : m_schema(schema), m_valuesOf(valuesOf) {}

    void add(QueryNote::Kind kind, qsizetype offset, qsizetype length) { add({kind, offset, length, {}, {}, {}, {}}); }
    /// Says what is wrong with `name:values`, if anything can be said: web addresses and times look the same. `word` is
    /// all of it, as written.
    void addNotUnderstood(const WrittenValue &name, const QList<WrittenValue> &values, const QString &word);
    /// Notes values that a condition asks for and no case has.
    void checkValues(const QueryTerm &term, const QList<WrittenValue> &written);
    /// All notes, in the order of the text.
    QList<QueryNote> take();

private:
    void add(const QueryNote &note);
    bool addState(const WrittenValue &value, const QString &word);
    void addName(const WrittenValue &name, const QString &word);
    /// The values that a field is known to have; none where any value goes.
    QStringList knownValues(const QString &path) const;

    const Schema &m_schema;
    const ValuesOf &m_valuesOf;
    QList<QueryNote> m_notes;
};

} // namespace casebook
