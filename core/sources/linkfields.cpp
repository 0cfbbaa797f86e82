#include "core/sources/linkfields.h"

#include "core/sources/freshness.h"

#include <QCoreApplication>

namespace casebook {

namespace {

Field computedField(QStringView id, const char *label)
{
    Field field;
    field.id = id.toString();
    field.label = QCoreApplication::translate("Links", label);
    field.type = FieldType::List;
    field.facet = true;
    return field;
}

Field statesField()
{
    Field field = computedField(linkField, QT_TRANSLATE_NOOP("Links", "Links"));
    for (const LinkState state : linkStates())
        field.vocabulary.append({linkStateId(state), linkStateLabel(state), linkStateDefinition(state)});
    return field;
}

Field queueField(bool withReview, bool withSources)
{
    Field field = computedField(needsField, QT_TRANSLATE_NOOP("Links", "Needs a look"));
    for (const Need need : allNeeds()) {
        if (need == Need::Review ? withReview : withSources)
            field.vocabulary.append({needId(need), needLabel(need), needDefinition(need)});
    }
    return field;
}

} // namespace

void addLinkFields(Schema &schema)
{
    const bool withSources = schema.roleField(role::sources) != nullptr;
    const bool withReview = schema.roleField(role::reviewed) != nullptr;
    if (withSources && !schema.field(linkField))
        schema.computed.append(statesField());
    if ((withSources || withReview) && !schema.field(needsField))
        schema.computed.append(queueField(withReview, withSources));
}

} // namespace casebook
