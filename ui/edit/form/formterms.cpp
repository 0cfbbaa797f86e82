#include "ui/edit/form/formterms.h"

#include "ui/edit/form/termmodel.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

bool FormTerms::setContext(const EditContext &context)
{
    const bool same = m_context.schema == context.schema;
    m_context = context;
    m_fresh.clear();
    if (same)
        return false;
    // Fields that are there may go on showing their models until the form has been made anew.
    for (const Choices &choices : std::as_const(m_choices))
        choices.model->deleteLater();
    for (TermModel *model : std::as_const(m_suggestions))
        model->deleteLater();
    m_choices.clear();
    m_suggestions.clear();
    return true;
}

void FormTerms::setRecords(const QString &field, const QList<Term> &records)
{
    m_records.insert(field, records);
    for (const Choices &choices : std::as_const(m_choices)) {
        if (choices.spec.target == field)
            choices.model->setTerms(choosable(choices.spec));
    }
}

QList<Term> FormTerms::vocabulary(const FieldSpec &spec) const
{
    if (spec.use == FieldSpec::Use::Reference)
        return m_records.value(spec.target);
    if (spec.use != FieldSpec::Use::Group || m_context.schema.groups.isEmpty())
        return spec.field.vocabulary;
    QList<Term> terms;
    for (const Group &group : m_context.schema.groups) {
        const Term *known = spec.field.term(group.value);
        const bool says = known && !known->definition.isEmpty();
        terms.append({group.value, group.label, says ? known->definition : group.description});
    }
    for (const Term &term : spec.field.vocabulary) {
        if (!m_context.schema.group(term.id))
            terms.append(term);
    }
    return terms;
}

QList<Term> FormTerms::choosable(const FieldSpec &spec) const
{
    const QList<Term> terms = vocabulary(spec);
    return spec.field.required ? terms : QList<Term>{{{}, tr("None"), {}}} + terms;
}

TermModel *FormTerms::choices(const FieldSpec &spec)
{
    if (const auto known = m_choices.constFind(spec.path); known != m_choices.constEnd())
        return known->model;
    if (spec.use != FieldSpec::Use::Reference && vocabulary(spec).isEmpty())
        return nullptr;
    auto *model = new TermModel(this);
    model->setTerms(choosable(spec));
    m_choices.insert(spec.path, {spec, model});
    return model;
}

QList<Term> FormTerms::suggested(const FieldSpec &spec) const
{
    QList<Term> terms = vocabulary(spec);
    if (spec.use == FieldSpec::Use::Related && m_context.cases) {
        const QList<CaseName> cases = m_context.cases();
        for (const CaseName &one : cases)
            terms.append({one.id, one.title.isEmpty() ? one.id : QString(one.id % u" – "_s % one.title), {}});
        return terms;
    }
    QSet<QString> known;
    for (const Term &term : std::as_const(terms))
        known.insert(term.id);
    const QStringList values = m_context.valuesInUse ? m_context.valuesInUse(spec.path) : QStringList();
    for (const QString &value : values) {
        if (!known.contains(value))
            terms.append({value, value, {}});
    }
    return terms;
}

TermModel *FormTerms::suggestions(const FieldSpec &spec)
{
    TermModel *&model = m_suggestions[spec.path];
    if (!model)
        model = new TermModel(this);
    if (!m_fresh.contains(spec.path)) {
        m_fresh.insert(spec.path);
        model->setTerms(suggested(spec));
    }
    return model;
}

Term FormTerms::term(const FieldSpec &spec, const QString &value) const
{
    const QList<Term> terms = vocabulary(spec);
    const auto found =
        std::find_if(terms.begin(), terms.end(), [&value](const Term &term) { return term.id == value; });
    return found == terms.end() ? Term{value, value, {}} : *found;
}

} // namespace casebook
