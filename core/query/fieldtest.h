#pragma once

#include "core/corpus/schema.h"
#include "core/query/query.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <vector>

namespace casebook {

/// Whether a field is asked for the words in it, not for whole values: a text that is no facet, an address, or a record
/// as a whole. A null field is not.
bool isAskedByWords(const Field *field);

/// Decides whether single values of a field answer a condition (a term of kind Field or Range) on it.
///
/// Choices are compared whole, by id or by label, years and numbers as numbers, dates by their beginning; texts that
/// are no facet by the words in them. Case and accents make no difference.
class FieldTest {
public:
    FieldTest(const QueryTerm &term, const Schema &schema);

    /// `folded` is the value folded, with single blanks.
    bool holds(const QString &value, const QByteArray &folded) const;

private:
    void addNeedle(const QByteArray &needle);
    bool isInRange(const QString &value) const;
    bool isAsked(const QString &value, const QByteArray &folded) const;

    QueryTerm m_term;
    FieldType m_type = FieldType::Choice;
    bool m_words = false;              ///< compared by words, not whole
    std::vector<QByteArray> m_needles; ///< the values asked for, folded
    QSet<QByteArray> m_wholes;         ///< the same
    std::vector<double> m_numbers;     ///< those that are numbers or years, in ascending order
    QSet<QByteArray> m_labelled;       ///< values whose label is asked for, folded
};

} // namespace casebook
