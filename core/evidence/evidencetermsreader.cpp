#include "core/evidence/evidencetermsreader.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostYears = 1000;

QString translate(const char *text)
{
    return QCoreApplication::translate("SchemaReader", text);
}

class TermsReader {
public:
    TermsReader(const YamlNode &node, const Schema &schema, const SchemaComplaint &complain)
        : m_node(node), m_schema(schema), m_complain(complain)
    {
    }

    EvidenceTerms read()
    {
        EvidenceTerms terms;
        const Field *relation = sourcePart(u"relation");
        readValues(u"first-party", relation, terms.firstParty);
        readValues(u"third-party", relation, terms.thirdParty);
        readValues(u"hypothetical", m_schema.roleField(role::stage), terms.hypothetical);
        readValues(u"interested", sourcePart(u"kind"), terms.interested);
        readYears(terms.years);
        return terms;
    }

private:
    const Field *sourcePart(QStringView part) const
    {
        const Field *sources = m_schema.roleField(role::sources);
        return sources ? sources->part(m_schema.partOf(role::sources, part)) : nullptr;
    }

    /// `field` is the one that holds the values; it may be null.
    void readValues(QStringView key, const Field *field, QStringList &values)
    {
        const YamlNode *found = m_node.find(key);
        if (!found)
            return;
        if (found->kind == YamlNode::Kind::Map) {
            m_complain(*found, translate("\"%1\" must be a value or a list of values.").arg(key));
            return;
        }
        values.clear();
        if (found->kind == YamlNode::Kind::Scalar)
            addValue(*found, field, values);
        for (const YamlNode &item : found->items)
            addValue(item, field, values);
    }

    void addValue(const YamlNode &node, const Field *field, QStringList &values)
    {
        const QString value = toValue(node).toText();
        if (value.isEmpty() || (field && !field->vocabulary.isEmpty() && !field->term(value))) {
            const QString name = field ? field->id : QString();
            m_complain(node, translate("\"%1\" is not a value of \"%2\".").arg(value, name));
        } else {
            values.append(value);
        }
    }

    void readYears(int &years)
    {
        const YamlNode *found = m_node.find(u"years");
        if (!found)
            return;
        const Value value = toValue(*found);
        if (value.isInteger() && value.toInteger() >= 1 && value.toInteger() <= mostYears)
            years = static_cast<int>(value.toInteger());
        else
            m_complain(*found, translate("\"years\" must be a whole number of years, 1 or more."));
    }

    const YamlNode &m_node;
    const Schema &m_schema;
    const SchemaComplaint &m_complain;
};

} // namespace

EvidenceTerms readEvidenceTerms(const YamlNode &node, const Schema &schema, const SchemaComplaint &complain)
{
    if (node.kind == YamlNode::Kind::Map)
        return TermsReader(node, schema, complain).read();
    if (node.kind != YamlNode::Kind::Null)
        complain(node, translate("\"evidence\" must map first-party, hypothetical and so on to values."));
    return {};
}

} // namespace casebook
