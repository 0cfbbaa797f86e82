#include "core/corpus/schemareader.h"

#include "core/document/encoding.h"
#include "core/document/yamlparser.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array typeNames{
    std::pair{FieldType::Text, QStringView(u"text")}, std::pair{FieldType::Choice, QStringView(u"choice")}, std::pair{FieldType::List, QStringView(u"list")},
    std::pair{FieldType::Year, QStringView(u"year")}, std::pair{FieldType::Number, QStringView(u"number")}, std::pair{FieldType::Date, QStringView(u"date")},
    std::pair{FieldType::Url, QStringView(u"url")},   std::pair{FieldType::Record, QStringView(u"record")},
    std::pair{FieldType::Records, QStringView(u"records")},
};

constexpr std::array allRoles{role::title, role::group, role::organization, role::from, role::to, role::year,
                              role::industry, role::stage, role::effort, role::claims, role::figures, role::sources,
                              role::related, role::tags, role::reviewed};

QString translate(const char *text)
{
    return QCoreApplication::translate("SchemaReader", text);
}

std::optional<FieldType> typeFromName(const QString &name)
{
    for (const auto &[type, typeName] : typeNames) {
        if (name == typeName)
            return type;
    }
    return std::nullopt;
}

class Reader {
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}

    SchemaResult read()
    {
        const qsizetype start = hasByteOrderMark(m_bytes) ? 3 : 0;
        YamlResult yaml = parseYaml(m_bytes, start, m_bytes.size() - start);
        m_result.problems = yaml.problems;
        if (!yaml.valid || yaml.root.kind != YamlNode::Kind::Map) {
            if (yaml.valid)
                complain(yaml.root, translate("This is not a corpus description: \"name\", \"fields\" and so on are missing."));
            m_result.valid = false;
            return std::move(m_result);
        }
        readAll(yaml.root);
        return std::move(m_result);
    }

private:
    void readAll(const YamlNode &root)
    {
        Schema &schema = m_result.schema;
        schema.name = textOf(root, u"name");
        schema.subject = textOf(root, u"subject");
        schema.description = textOf(root, u"description").simplified();
        if (const YamlNode *vocabularies = root.find(u"vocabularies"))
            readVocabularies(*vocabularies);
        if (const YamlNode *fields = root.find(u"fields"))
            schema.fields = readFields(*fields);
        if (const YamlNode *groups = root.find(u"groups"))
            readGroups(*groups);
        for (const QStringView name : allRoles) {
            if (schema.field(name))
                schema.setRole(name.toString(), name.toString());
        }
        if (const YamlNode *roles = root.find(u"roles"))
            readRoles(*roles);
    }

    QString textOf(const YamlNode &owner, QStringView key) const
    {
        const YamlNode *node = owner.find(key);
        return node ? toValue(*node).toText() : QString();
    }

    bool truthOf(const YamlNode &owner, QStringView key) const
    {
        const YamlNode *node = owner.find(key);
        return node && toValue(*node) == Value(true);
    }

    void readVocabularies(const YamlNode &node)
    {
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            QList<Term> terms;
            for (const YamlNode &item : node.items[i].items)
                terms.append(readTerm(item));
            m_vocabularies.insert(node.keys[i].text, terms);
        }
    }

    Term readTerm(const YamlNode &node)
    {
        if (node.kind == YamlNode::Kind::Scalar)
            return {node.text, labelFromId(node.text), {}};
        Term term{textOf(node, u"id"), textOf(node, u"label"), textOf(node, u"definition").simplified()};
        if (term.id.isEmpty())
            complain(node, translate("A term of a vocabulary needs an \"id\"."));
        if (term.label.isEmpty())
            term.label = labelFromId(term.id);
        return term;
    }

    QList<Field> readFields(const YamlNode &node)
    {
        QList<Field> fields;
        for (std::size_t i = 0; i < node.keys.size() && node.kind == YamlNode::Kind::Map; ++i)
            fields.append(readField(node.keys[i], node.items[i]));
        if (node.kind != YamlNode::Kind::Map)
            complain(node, translate("\"fields\" must map each field's id to what it is."));
        return fields;
    }

    Field readField(const YamlNode &key, const YamlNode &node)
    {
        Field field;
        field.id = key.text;
        field.label = textOf(node, u"label");
        if (field.label.isEmpty())
            field.label = labelFromId(field.id);
        if (const YamlNode *type = node.find(u"type")) {
            if (const auto known = typeFromName(type->text))
                field.type = *known;
            else
                complain(*type, translate("\"%1\" is not a type of field.").arg(type->text));
        }
        field.required = truthOf(node, u"required");
        field.facet = truthOf(node, u"facet");
        if (const YamlNode *vocabulary = node.find(u"vocabulary"))
            field.vocabulary = readVocabulary(*vocabulary);
        if (const YamlNode *parts = node.find(u"fields"))
            field.fields = readFields(*parts);
        return field;
    }

    QList<Term> readVocabulary(const YamlNode &node)
    {
        if (node.kind == YamlNode::Kind::Sequence) {
            QList<Term> terms;
            for (const YamlNode &item : node.items)
                terms.append(readTerm(item));
            return terms;
        }
        if (!m_vocabularies.contains(node.text))
            complain(node, translate("There is no vocabulary \"%1\".").arg(node.text));
        return m_vocabularies.value(node.text);
    }

    void readGroups(const YamlNode &node)
    {
        for (const YamlNode &item : node.items) {
            Group group{textOf(item, u"value"), textOf(item, u"label"), textOf(item, u"description").simplified(),
                        textOf(item, u"color")};
            if (group.value.isEmpty())
                complain(item, translate("A group needs a \"value\"."));
            if (group.label.isEmpty())
                group.label = labelFromId(group.value);
            m_result.schema.groups.append(group);
        }
    }

    void readRoles(const YamlNode &node)
    {
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const YamlNode &target = node.items[i];
            if (target.kind != YamlNode::Kind::Map) {
                assignRole(node.keys[i].text, target);
                continue;
            }
            for (std::size_t part = 0; part < target.keys.size(); ++part) {
                if (target.keys[part].text == u"field")
                    assignRole(node.keys[i].text, target.items[part]);
                else
                    m_result.schema.setRole(node.keys[i].text + u'.' + target.keys[part].text, target.items[part].text);
            }
        }
    }

    void assignRole(const QString &name, const YamlNode &target)
    {
        if (!m_result.schema.field(target.text))
            complain(target, translate("The role \"%1\" names a field \"%2\" that \"fields\" does not have.").arg(name, target.text));
        else
            m_result.schema.setRole(name, target.text);
    }

    void complain(const YamlNode &node, const QString &message)
    {
        const TextPosition place = positionAt(m_bytes, node.offset);
        m_result.problems.append({Severity::Error, place.line, place.column, message});
    }

    const QByteArray &m_bytes;
    SchemaResult m_result;
    QHash<QString, QList<Term>> m_vocabularies;
};

} // namespace

SchemaResult readSchema(const QByteArray &bytes)
{
    if (Problems problems = checkEncoding(bytes); !problems.isEmpty())
        return {{}, problems, false};
    return Reader(bytes).read();
}

QString fieldTypeName(FieldType type)
{
    for (const auto &[known, name] : typeNames) {
        if (known == type)
            return name.toString();
    }
    return {};
}

} // namespace casebook
