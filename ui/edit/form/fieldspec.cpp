#include "ui/edit/form/fieldspec.h"

#include "core/corpus/references.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

FieldSpec::Use useOf(const QString &path, const Schema &schema)
{
    if (path == schema.fieldOf(role::group))
        return FieldSpec::Use::Group;
    if (path == schema.fieldOf(role::reviewed))
        return FieldSpec::Use::Reviewed;
    if (path == schema.fieldOf(role::related))
        return FieldSpec::Use::Related;
    return FieldSpec::Use::Plain;
}

/// The id of the field whose records a part counts; "" where it counts none.
QString targetOf(const QString &path, const Schema &schema)
{
    for (const Reference &reference : references) {
        const QString owner = schema.fieldOf(reference.owner);
        if (!owner.isEmpty() && path == owner % u'.' % schema.partOf(reference.owner, reference.part))
            return schema.fieldOf(reference.target);
    }
    return {};
}

QString pathBelow(const QString &owner, const QString &id)
{
    return owner.isEmpty() ? id : QString(owner % u'.' % id);
}

QList<FieldSpec> specsOf(const QList<Field> &fields, const QString &owner, const Schema &schema)
{
    QList<FieldSpec> specs;
    for (const Field &field : fields) {
        const QString path = pathBelow(owner, field.id);
        FieldSpec spec{field, path, true, useOf(path, schema)};
        spec.target = targetOf(path, schema);
        if (!spec.target.isEmpty())
            spec.use = FieldSpec::Use::Reference;
        specs.append(spec);
    }
    return specs;
}

} // namespace

QList<FieldSpec> fieldSpecs(const Schema &schema)
{
    return specsOf(schema.fields, {}, schema);
}

QList<FieldSpec> partSpecs(const FieldSpec &owner, const Schema &schema)
{
    return specsOf(owner.field.fields, owner.path, schema);
}

FieldSpec unknownSpec(const QString &key, const QString &ownerPath)
{
    FieldSpec spec;
    spec.field.id = key;
    spec.field.label = key;
    spec.path = pathBelow(ownerPath, key);
    spec.known = false;
    return spec;
}

} // namespace casebook
