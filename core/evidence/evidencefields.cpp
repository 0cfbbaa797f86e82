#include "core/evidence/evidencefields.h"

#include "core/evidence/evidencerules.h"

#include <QCoreApplication>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

Field strengthField()
{
    Field field;
    field.id = evidenceField.toString();
    field.label = translate("Evidence");
    field.type = FieldType::Choice;
    field.facet = true;
    for (const EvidenceLevel level :
         {EvidenceLevel::Measured, EvidenceLevel::FirstHand, EvidenceLevel::Reported, EvidenceLevel::Hypothetical})
        field.vocabulary.append({levelId(level), levelLabel(level), levelDefinition(level)});
    return field;
}

Field weaknessField()
{
    Field field;
    field.id = weakenedField.toString();
    field.label = translate("Weakened evidence");
    field.type = FieldType::List;
    for (const EvidenceRule &rule : evidenceRules()) {
        if (rule.kind != EvidenceRule::Kind::Weakens)
            continue;
        QString label = ruleWord(rule);
        label[0] = label.at(0).toUpper();
        field.vocabulary.append({rule.id.toString(), label, {}});
    }
    return field;
}

} // namespace

void addEvidenceFields(Schema &schema)
{
    const Field *sources = schema.roleField(role::sources);
    if (!sources || !sources->isRecord() || !sources->part(schema.partOf(role::sources, u"relation")))
        return;
    for (Field &field : QList{strengthField(), weaknessField()}) {
        if (!schema.field(field.id))
            schema.computed.append(std::move(field));
    }
}

} // namespace casebook
