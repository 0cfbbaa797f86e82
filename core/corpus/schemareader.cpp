#include "core/corpus/schemareader.h"

#include "core/document/encoding.h"
#include "core/document/yamlparser.h"
#include "core/evidence/evidencefields.h"
#include "core/evidence/evidencetermsreader.h"
#include "core/sources/linkfields.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array typeNames{
    std::pair{FieldType::Text, QStringView(u"text")},       std::pair{FieldType::Choice, QStringView(u"choice")},
    std::pair{FieldType::List, QStringView(u"list")},       std::pair{FieldType::Year, QStringView(u"year")},
    std::pair{FieldType::Number, QStringView(u"number")},   std::pair{FieldType::Date, QStringView(u"date")},
    std::pair{FieldType::Url, QStringView(u"url")},         std::pair{FieldType::Record, QStringView(u"record")},
    std::pair{FieldType::Records, QStringView(u"records")},
};

constexpr std::array allRoles{role::title,   role::group,    role::organization, role::from,   role::to,
                              role::year,    role::industry, role::stage,        role::effort, role::claims,
                              role::figures, role::sources,  role::related,      role::tags,   role::reviewed};

const QStringList allColors{u"blue"_s, u"teal"_s, u"orange"_s, u"purple"_s, u"red"_s, u"green"_s, u"gray"_s};

QString translate(const char *text)
{
    return QCoreApplication::translate("SchemaReader", text);
}

class Reader {
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes), m_positions(bytes) {}

    SchemaResult read()
    {
        const qsizetype start = hasByteOrderMark(m_bytes) ? 3 : 0;
        YamlResult yaml = parseYaml(m_bytes, start, m_bytes.size() - start);
        m_result.problems = yaml.problems;
        if (!yaml.valid || yaml.root.kind != YamlNode::Kind::Map) {
            if (yaml.valid)
                complain(yaml.root,
                         translate("This is not a corpus description: \"name\", \"fields\" and so on are missing."));
            m_result.valid = false;
            return std::move(m_result);
        }
        readAll(yaml.root);
        std::stable_sort(m_result.problems.begin(), m_result.problems.end(), [](const Problem &a, const Problem &b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
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
        if (const YamlNode *terms = root.find(u"evidence")) {
            const auto complaint = [this](const YamlNode &node, const QString &message) { complain(node, message); };
            schema.evidence = readEvidenceTerms(*terms, schema, complaint);
        }
        addEvidenceFields(schema);
        addLinkFields(schema);
    }

    QString textOf(const YamlNode &owner, QStringView key) const
    {
        const YamlNode *node = owner.find(key);
        return node ? toValue(*node).toText() : QString();
    }

    bool truthOf(const YamlNode &owner, QStringView key)
    {
        const YamlNode *node = owner.find(key);
        const Value value = node ? toValue(*node) : Value();
        if (!value.isNull() && !value.isBool())
            complain(*node, translate("\"%1\" must be true or false.").arg(key));
        return value == Value(true);
    }

    /// Whether a node is of a kind; complains where it is of another. An empty value is none, and nothing to complain
    /// of.
    bool expectKind(const YamlNode &node, YamlNode::Kind kind, const QString &message)
    {
        if (node.kind != kind && node.kind != YamlNode::Kind::Null)
            complain(node, message);
        return node.kind == kind;
    }

    void readVocabularies(const YamlNode &node)
    {
        if (!expectKind(node, YamlNode::Kind::Map,
                        translate("\"vocabularies\" must map each name to a list of terms.")))
            return;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const QString &name = node.keys[i].text;
            const bool isList = expectKind(node.items[i], YamlNode::Kind::Sequence,
                                           translate("The vocabulary \"%1\" must be a list of terms.").arg(name));
            m_vocabularies.insert(name, isList ? readTerms(node.items[i]) : QList<Term>());
        }
    }

    QList<Term> readTerms(const YamlNode &list)
    {
        QList<Term> terms;
        for (const YamlNode &item : list.items) {
            if (Term term = readTerm(item); !term.id.isEmpty())
                terms.append(std::move(term));
        }
        return terms;
    }

    Term readTerm(const YamlNode &node)
    {
        if (node.kind == YamlNode::Kind::Scalar)
            return {toValue(node).toText(), labelFromId(node.text), {}};
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
        if (!expectKind(node, YamlNode::Kind::Map, translate("\"fields\" must map each field's id to what it is.")))
            return fields;
        QSet<QString> seen; // of a field that stands twice the first counts, as everywhere
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (!seen.contains(node.keys[i].text))
                fields.append(readField(node.keys[i], node.items[i]));
            seen.insert(node.keys[i].text);
        }
        return fields;
    }

    Field readField(const YamlNode &key, const YamlNode &node)
    {
        Field field;
        field.id = key.text;
        field.label = textOf(node, u"label");
        if (field.label.isEmpty())
            field.label = labelFromId(field.id);
        expectKind(node, YamlNode::Kind::Map,
                   translate("The field \"%1\" must say what it is as {type: …}.").arg(field.id));
        if (const YamlNode *type = node.find(u"type")) {
            if (const auto known = fieldTypeFromName(type->text))
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
        if (node.kind == YamlNode::Kind::Sequence)
            return readTerms(node);
        if (node.kind != YamlNode::Kind::Null && !m_vocabularies.contains(node.text))
            complain(node, translate("There is no vocabulary \"%1\".").arg(node.text));
        return m_vocabularies.value(node.text);
    }

    void readGroups(const YamlNode &node)
    {
        if (!expectKind(node, YamlNode::Kind::Sequence, translate("\"groups\" must be a list of {value, label}.")))
            return;
        for (const YamlNode &item : node.items) {
            Group group{textOf(item, u"value"), textOf(item, u"label"), textOf(item, u"description").simplified(),
                        textOf(item, u"color")};
            if (group.value.isEmpty()) {
                complain(item, translate("A group needs a \"value\"."));
                continue;
            }
            if (!group.color.isEmpty() && !allColors.contains(group.color)) {
                complain(*item.find(u"color"),
                         translate("\"%1\" is not a color of a group: choose one of %2.")
                             .arg(group.color, allColors.join(u", "_s)));
                group.color.clear();
            }
            if (group.label.isEmpty())
                group.label = labelFromId(group.value);
            m_result.schema.groups.append(group);
        }
    }

    void readRoles(const YamlNode &node)
    {
        if (!expectKind(node, YamlNode::Kind::Map, translate("\"roles\" must map each role to a field's id.")))
            return;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const YamlNode &target = node.items[i];
            if (!std::count(allRoles.begin(), allRoles.end(), node.keys[i].text)) {
                complain(node.keys[i], translate("\"%1\" is not a role.").arg(node.keys[i].text));
                continue;
            }
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
        const QList<Field> &fields = m_result.schema.fields;
        if (std::none_of(fields.begin(), fields.end(), [&](const Field &field) { return field.id == target.text; }))
            complain(target,
                     translate("The role \"%1\" names a field \"%2\" that \"fields\" does not have.")
                         .arg(name, target.text));
        else
            m_result.schema.setRole(name, target.text);
    }

    void complain(const YamlNode &node, const QString &message)
    {
        const TextPosition place = m_positions.at(node.offset);
        m_result.problems.append({Severity::Error, place.line, place.column, message});
    }

    const QByteArray &m_bytes;
    PositionFinder m_positions;
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

std::optional<FieldType> fieldTypeFromName(QStringView name)
{
    for (const auto &[type, known] : typeNames) {
        if (known == name)
            return type;
    }
    return std::nullopt;
}

} // namespace casebook
