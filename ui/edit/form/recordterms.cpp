#include "ui/edit/form/recordterms.h"

namespace casebook {

using namespace Qt::StringLiterals;

QList<Term> recordTerms(const YamlNode &tree, const Schema &schema, const QString &id)
{
    const Field *field = schema.field(id);
    const YamlNode *list = tree.find(id);
    QList<Term> terms;
    if (!field || !list || list->kind != YamlNode::Kind::Sequence)
        return terms;
    for (const YamlNode &record : list->items) {
        QString name = record.kind == YamlNode::Kind::Scalar ? record.text : QString();
        for (const Field &part : field->fields) {
            const YamlNode *node = record.find(part.id);
            if (name.isEmpty() && node && (part.type == FieldType::Text || part.type == FieldType::Url))
                name = node->text.simplified();
        }
        const QString number = QString::number(terms.size() + 1);
        terms.append({number, name.isEmpty() ? number : QString(number % u" · "_s % name), name});
    }
    return terms;
}

} // namespace casebook
