#pragma once

#include "core/query/query.h"
#include "core/query/querynote.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

/// The name of a field or one of its values, as it stands in the text of a query.
struct WrittenValue {
    QString text; ///< without quotes
    bool quoted = false;
    qsizetype offset = 0; ///< in UTF-16 units, with the quotes
    qsizetype length = 0;
};

/// The values that a schema lists for a field of choices.
class ListedValues {
public:
    ListedValues(const QString &path, const Schema &schema);

    /// The value that a text means: the one that is labelled so, else the text itself.
    QString meant(const QString &text) const;
    /// Ids and labels; none where any value goes.
    const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
    QHash<QByteArray, QString> m_ids; ///< by id or label, folded
};

/// Collects what is doubtful about a query while it is read.
class QueryDoubts {
public:
    QueryDoubts(const Schema &schema, const ValuesOf &valuesOf) : m_schema(schema), m_valuesOf(valuesOf) {}

    void add(QueryNote::Kind kind, qsizetype offset, qsizetype length) { add({kind, offset, length, {}, {}, {}, {}}); }
    /// Says what is wrong with `name:values`, if anything can be said: web addresses and times look the same. `word` is
    /// all of it, as written.
    void addNotUnderstood(const WrittenValue &name, const QList<WrittenValue> &values, const QString &word);
    /// Says that `name:` asks for nothing, since what it is to ask for, `value` up to the offset `end`, stands behind a
    /// blank.
    void addBlank(const WrittenValue &name, const QString &value, qsizetype end);
    /// Notes values that a condition asks for and no case has.
    void checkValues(const QueryTerm &term, const QList<WrittenValue> &written);
    /// All notes, in the order of the text.
    QList<QueryNote> take();

private:
    void add(const QueryNote &note);
    bool addState(const WrittenValue &value, const QString &word);
    void addName(const WrittenValue &name, const QString &word);
    void checkNumbers(const Field &field, const QString &path, const QList<WrittenValue> &written);

    const Schema &m_schema;
    const ValuesOf &m_valuesOf;
    QList<QueryNote> m_notes;
};

} // namespace casebook
