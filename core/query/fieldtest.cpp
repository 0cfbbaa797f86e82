#include "core/query/fieldtest.h"

#include "core/base/fold.h"
#include "core/query/ordinal.h"
#include "core/query/textmatch.h"

#include <algorithm>

namespace casebook {

FieldTest::FieldTest(const QueryTerm &term, const Schema &schema) : m_term(term)
{
    const Field *field = schema.field(term.path);
    m_type = field ? field->type : FieldType::Choice;
    m_words = (m_type == FieldType::Text || m_type == FieldType::Url) && !field->facet;
    for (const QString &value : term.values) {
        if (QByteArray needle = fold(value.simplified()); !needle.isEmpty())
            m_needles.push_back(std::move(needle));
    }
    const auto addLabelled = [&](const QString &value) {
        if (std::count(m_needles.begin(), m_needles.end(), fold(schema.valueLabel(term.path, value))) > 0)
            m_labelled.insert(value);
    };
    for (const Term &known : field ? field->vocabulary : QList<Term>())
        addLabelled(known.id);
    for (const Group &group : schema.groups)
        addLabelled(group.value);
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
    if (m_labelled.contains(value))
        return true;
    return std::any_of(m_needles.begin(), m_needles.end(), [&](const QByteArray &needle) {
        if (m_words)
            return findWord(folded, needle) >= 0;
        if (folded == needle)
            return true;
        if (m_type == FieldType::Date)
            return folded.startsWith(needle) && folded.at(needle.size()) == '-';
        if (m_type != FieldType::Year && m_type != FieldType::Number)
            return false;
        const auto number = ordinalOf(value, m_type, false);
        return number && number == ordinalOf(QString::fromUtf8(needle), m_type, false);
    });
}

} // namespace casebook
