#include "core/query/fieldtest.h"

#include "core/base/fold.h"
#include "core/query/ordinal.h"
#include "core/query/textmatch.h"

#include <algorithm>

namespace casebook {

bool isAskedByWords(const Field *field)
{
    return field
        && (field->isRecord() || ((field->type == FieldType::Text || field->type == FieldType::Url) && !field->facet));
}

FieldTest::FieldTest(const QueryTerm &term, const Schema &schema) : m_term(term)
{
    const Field *field = schema.field(term.path);
    m_type = field ? field->type : FieldType::Choice;
    m_words = isAskedByWords(field);
    for (const QString &value : term.values)
        addNeedle(fold(value.simplified()));
    std::sort(m_numbers.begin(), m_numbers.end());
    const auto addLabelled = [&](const QString &value) {
        if (m_wholes.contains(fold(schema.valueLabel(term.path, value))))
            m_labelled.insert(fold(value.simplified()));
    };
    for (const Term &known : field ? field->vocabulary : QList<Term>())
        addLabelled(known.id);
    for (const Group &group : schema.groups)
        addLabelled(group.value);
}

void FieldTest::addNeedle(const QByteArray &needle)
{
    if (needle.isEmpty() || m_wholes.contains(needle))
        return;
    m_wholes.insert(needle);
    m_needles.push_back(needle);
    if (m_type != FieldType::Year && m_type != FieldType::Number)
        return;
    if (const auto number = ordinalOf(QString::fromUtf8(needle), m_type, false))
        m_numbers.push_back(*number);
}

bool FieldTest::holds(const QString &value, const QByteArray &folded) const
{
    return m_term.kind == QueryTerm::Kind::Range ? isInRange(value) : isAsked(value, folded);
}

bool FieldTest::isInRange(const QString &value) const
{
    const auto number = ordinalOf(value, m_type, false);
    if (!number)
        return false;
    if (!m_term.from.isEmpty()) {
        const auto from = ordinalOf(m_term.from, m_type, m_term.open);
        if (!from || (m_term.open ? *number <= *from : *number < *from))
            return false;
    }
    if (!m_term.to.isEmpty()) {
        const auto to = ordinalOf(m_term.to, m_type, !m_term.open);
        if (!to || (m_term.open ? *number >= *to : *number > *to))
            return false;
    }
    return true;
}

bool FieldTest::isAsked(const QString &value, const QByteArray &folded) const
{
    if (m_words)
        return std::any_of(m_needles.begin(), m_needles.end(),
                           [&](const QByteArray &needle) { return findWord(folded, needle) >= 0; });
    if (m_wholes.contains(folded) || m_labelled.contains(folded))
        return true;
    if (m_type == FieldType::Date)
        return std::any_of(m_needles.begin(), m_needles.end(), [&](const QByteArray &needle) {
            // A month, a day, or the time of the day may follow.
            return folded.size() > needle.size() && folded.startsWith(needle)
                && QByteArrayView("-t ").contains(folded.at(needle.size()));
        });
    const auto number = m_numbers.empty() ? std::nullopt : ordinalOf(value, m_type, false);
    return number && std::binary_search(m_numbers.begin(), m_numbers.end(), *number);
}

} // namespace casebook
