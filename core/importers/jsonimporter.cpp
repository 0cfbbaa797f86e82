#include "core/corpus/schemareader.h"
#include "core/importers/formats.h"
#include "core/importers/sourceaddress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

constexpr int deepest = 32; // of values inside each other

Value valueOf(const QJsonValue &json, int depth = 0)
{
    if (json.isBool())
        return json.toBool();
    if (json.isDouble()) {
        const double number = json.toDouble();
        const qint64 integer = json.toInteger(-1);
        return integer != -1 || number == -1 ? Value(json.toInteger()) : Value(number);
    }
    if (json.isString())
        return json.toString();
    if (depth >= deepest)
        return {};
    if (json.isArray()) {
        Value::List list;
        for (const QJsonValue &item : json.toArray())
            list.push_back(valueOf(item, depth + 1));
        return list;
    }
    Value::Map map;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.emplace_back(it.key(), valueOf(it.value(), depth + 1));
    return json.isObject() ? Value(map) : Value();
}

class JsonReader {
public:
    explicit JsonReader(const QJsonDocument &json) : m_json(json) {}

    QJsonArray cases() const
    {
        if (m_json.isArray())
            return m_json.array();
        const QJsonObject root = m_json.object();
        return root.contains(u"fields") && root.contains(u"title") ? QJsonArray{root} : root[u"cases"].toArray();
    }

    ImportedDocument run()
    {
        const QJsonObject root = m_json.object();
        const QJsonObject corpus = root[u"corpus"].toObject();
        m_document.name = corpus[u"name"].toString();
        m_document.description = corpus[u"description"].toString();
        if (root.contains(u"format"))
            m_document.schema = schemaIn(root);
        for (const QJsonValue &one : cases())
            m_document.cases.append(caseIn(one.toObject()));
        return std::move(m_document);
    }

private:
    /// What the document calls the field of a role; the role's own name where it does not say.
    QString fieldOf(QStringView roleName) const
    {
        const QString id = m_document.schema ? m_document.schema->fieldOf(roleName) : QString();
        return id.isEmpty() ? roleName.toString() : id;
    }

    QString partOfSource(QStringView part) const
    {
        return m_document.schema ? m_document.schema->partOf(role::sources, part) : part.toString();
    }

    ImportedCase caseIn(const QJsonObject &json) const
    {
        ImportedCase one;
        const Value fields = valueOf(json[u"fields"]);
        one.id = json[u"id"].toString();
        one.typed = true;
        one.further = fields.entries();
        one.title = json[u"title"].toString();
        if (one.title.isEmpty())
            one.title = fields[fieldOf(role::title)].toText();
        if (one.title.isEmpty())
            one.title = one.id.isEmpty() ? u"?"_s : one.id;
        one.organization = fields[fieldOf(role::organization)].toTexts().join(u", "_s);
        one.body = json[u"body"].toString().trimmed();
        const Value &sources = fields[fieldOf(role::sources)];
        if (sources.isMap())
            addSource(one, sources);
        for (const Value &source : sources.items())
            addSource(one, source);
        return one;
    }

    void addSource(ImportedCase &one, const Value &source) const
    {
        const auto text = [&](QStringView part) { return source[partOfSource(part)].toText(); };
        const QString url = source.isMap() ? text(u"url") : source.toText();
        if (isSourceAddress(url))
            one.sources.append({text(u"title"), url, text(u"year").toInt(), text(u"kind"), text(u"relation")});
    }

    Schema schemaIn(const QJsonObject &root) const
    {
        Schema schema;
        for (const QJsonValue &value : root[u"fields"].toArray()) {
            const QJsonObject json = value.toObject();
            const QString path = json[u"path"].toString();
            Field field;
            field.id = path.section(u'.', -1);
            field.label = json[u"label"].toString();
            field.type = fieldTypeFromName(json[u"type"].toString()).value_or(FieldType::Text);
            for (const QJsonValue &term : json[u"terms"].toArray())
                field.vocabulary.append(
                    {term[u"id"].toString(), term[u"label"].toString(), term[u"definition"].toString()});
            field.required = json[u"required"].toBool();
            field.facet = json[u"facet"].toBool(field.type == FieldType::Choice || field.type == FieldType::Year);
            addField(schema, path, field);
        }
        schema.subject = root[u"corpus"][u"subject"].toString();
        const QJsonObject roles = root[u"roles"].toObject();
        for (auto it = roles.begin(); it != roles.end(); ++it) {
            if (it.key().contains(u'.') || schema.field(it.value().toString()))
                schema.setRole(it.key(), it.value().toString());
        }
        for (const Field &field : std::as_const(schema.fields)) {
            if (roles.isEmpty()) // as the first exports were
                schema.setRole(field.id, field.id);
        }
        addGroups(schema, root);
        return schema;
    }

    static void addField(Schema &schema, const QString &path, const Field &field)
    {
        if (!path.contains(u'.')) {
            schema.fields.append(field);
            return;
        }
        for (Field &owner : schema.fields) {
            if (owner.id == path.section(u'.', 0, 0))
                owner.fields.append(field);
        }
    }

    // The field of which each case holds the value that it is grouped by.
    static void addGroups(Schema &schema, const QJsonObject &root)
    {
        for (const QJsonValue &value : root[u"groups"].toArray()) {
            const Group group{value[u"value"].toString(), value[u"label"].toString(), value[u"description"].toString(),
                              value[u"color"].toString()};
            if (!group.value.isEmpty())
                schema.groups.append(group);
        }
        if (!schema.fieldOf(role::group).isEmpty())
            return;
        const QJsonArray cases = root[u"cases"].toArray();
        for (const Field &field : std::as_const(schema.fields)) {
            const auto agrees = [&field](const QJsonValue &one) {
                return valueOf(one[u"fields"][field.id]).toTexts().value(0) == one[u"group"].toString();
            };
            if (!schema.groups.isEmpty() && std::all_of(cases.begin(), cases.end(), agrees)) {
                schema.setRole(u"group"_s, field.id);
                return;
            }
        }
    }

    QJsonDocument m_json;
    ImportedDocument m_document;
};

class JsonImporter : public Importer {
public:
    QString name() const override { return u"json"_s; }

    int recognize(const QString &text, const QString &origin) const override
    {
        if (!text.trimmed().startsWith(u'{') && !text.trimmed().startsWith(u'['))
            return 0;
        QJsonParseError error;
        const QJsonArray cases = JsonReader(QJsonDocument::fromJson(text.toUtf8(), &error)).cases();
        // What is called so and is none is told where it goes wrong.
        if (error.error != QJsonParseError::NoError)
            return origin.endsWith(u".json", Qt::CaseInsensitive) ? 50 : 0;
        return !cases.isEmpty() && cases.first().toObject().contains(u"fields") ? 100 : 0;
    }

    ImportedDocument read(const QString &text, const QString &) const override
    {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8(), &error);
        ImportedDocument document = JsonReader(json).run();
        if (error.error != QJsonParseError::NoError) {
            const QByteArray before = text.toUtf8().left(error.offset);
            document.problems.append({Severity::Error, static_cast<int>(before.count('\n')) + 1, 0,
                                      ImportText::tr("This is no JSON: %1.").arg(error.errorString())});
        }
        return document;
    }
};

} // namespace

std::unique_ptr<const Importer> jsonImporter()
{
    return std::make_unique<JsonImporter>();
}

} // namespace casebook
