#include "core/importers/casefields.h"

#include "core/corpus/casestudy.h"
#include "core/corpus/casetemplate.h"
#include "core/corpus/fieldtext.h"
#include "core/importers/exportedparts.h"
#include "core/markdown/markdownescape.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

bool allows(const Field &field, const QString &value)
{
    return field.vocabulary.isEmpty() || field.term(value);
}

/// The term that a word means, by id or label; the word where there is no vocabulary; else "".
QString termFor(const Field &field, const QString &word)
{
    for (const Term &term : field.vocabulary) {
        if (term.id.compare(word, Qt::CaseInsensitive) == 0 || term.label.compare(word, Qt::CaseInsensitive) == 0)
            return term.id;
    }
    return field.vocabulary.isEmpty() ? word : QString();
}

QString plain(const QString &text)
{
    return escaped(text.simplified(), {});
}

QString linkTo(const ImportedSource &source)
{
    TextPlace inLink;
    inLink.inLink = true;
    const QString year = source.year > 0 ? u" (%1)"_s.arg(source.year) : QString();
    if (source.url.isEmpty())
        return plain(source.title) + year;
    const QString words = source.title.isEmpty() ? source.url : source.title;
    return u'[' + escaped(words.simplified(), inLink) + u"](<"_s + source.url + u">)"_s + year;
}

class FieldMaker {
public:
    FieldMaker(const ImportedCase &one, const Schema &schema)
        : m_case(one),
          m_schema(schema),
          m_parts(one.typed ? ExportedParts{one.body, {}, {}} : takeExportedParts(one.body, one.sources, schema))
    {
    }

    CaseFields run()
    {
        const QString title = m_schema.fieldOf(role::title);
        set(title.isEmpty() ? u"title"_s : title, Value(m_case.title));
        addText(role::organization, ImportText::tr("Organization"), m_case.organization);
        addGroup();
        addList(role::from, ImportText::tr("From"), m_case.from);
        addList(role::to, ImportText::tr("To"), m_case.to);
        addYear();
        addText(role::stage, ImportText::tr("Stage"), m_case.stage);
        addTopic();
        addSources();
        if (!m_parts.claims.empty())
            set(m_schema.fieldOf(role::claims), m_parts.claims);
        if (!m_parts.figures.empty())
            set(m_schema.fieldOf(role::figures), m_parts.figures);
        for (const auto &[key, value] : m_case.further)
            addFurther(key, value);
        return {sorted(), body()};
    }

private:
    void set(const QString &id, Value value)
    {
        for (auto &[key, old] : m_fields) {
            if (key == id) {
                old = std::move(value);
                return;
            }
        }
        m_fields.emplace_back(id, std::move(value));
    }

    void leave(const QString &label, const QString &text) { m_left.append(u"- "_s + label + u": "_s + text); }

    static Value shaped(const Field &field, const QStringList &texts)
    {
        if (field.type != FieldType::List)
            return texts.join(u", "_s);
        Value::List list;
        for (const QString &text : texts)
            list.emplace_back(text);
        return list;
    }

    void addList(QStringView roleName, const QString &label, const QStringList &texts)
    {
        if (texts.isEmpty())
            return;
        const Field *field = m_schema.roleField(roleName);
        QStringList known;
        for (const QString &text : texts)
            known.append(field && !field->isRecord() ? termFor(*field, text) : QString());
        if (known.contains(QString()))
            leave(label, plain(texts.join(u", "_s)));
        else
            set(field->id, shaped(*field, known));
    }

    void addText(QStringView roleName, const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            addList(roleName, label, {text});
    }

    void addGroup()
    {
        const Field *field = m_schema.roleField(role::group);
        const QString id = m_schema.fieldOf(role::group);
        if (m_case.group.isEmpty() || id == folderField)
            return;
        if (id.isEmpty())
            leave(ImportText::tr("Group"), plain(m_case.group));
        else if (field && field->type == FieldType::List)
            set(id, Value::List{Value(groupValue(m_case.group, m_schema))});
        else
            set(id, groupValue(m_case.group, m_schema));
    }

    void addYear()
    {
        if (m_case.year == 0)
            return;
        const Field *field = m_schema.roleField(role::year);
        if (field && (field->type == FieldType::Year || field->type == FieldType::Number))
            set(field->id, static_cast<qint64>(m_case.year));
        else
            addText(role::year, ImportText::tr("Year"), QString::number(m_case.year));
    }

    void addTopic()
    {
        if (m_case.topic.isEmpty())
            return;
        const Field *industry = m_schema.roleField(role::industry);
        const bool known = industry && !industry->isRecord() && !termFor(*industry, m_case.topic).isEmpty();
        addText(known ? role::industry : role::tags, ImportText::tr("Topic"), m_case.topic);
    }

    void addSources()
    {
        const Field *field = m_schema.roleField(role::sources);
        if (m_case.sources.isEmpty())
            return;
        Value::List list;
        for (const ImportedSource &source : m_case.sources) {
            if (field && field->type == FieldType::Records)
                list.push_back(sourceValue(source, m_schema));
            else
                leave(ImportText::tr("Source"), linkTo(source));
        }
        if (!list.empty())
            set(field->id, std::move(list));
    }

    void addFurther(const QString &key, const Value &value)
    {
        if (value.isEmpty() || key == importedKey)
            return;
        const QString ofRole = m_schema.field(key) ? QString() : m_schema.fieldOf(key);
        const QString id = ofRole.isEmpty() ? key : ofRole;
        if (!m_schema.isComputed(id))
            set(id, fitted(m_schema.field(id), value));
    }

    /// Texts, of formats that know nothing else, as the field wants them; what does not suit stays text, to be told by
    /// validation.
    Value fitted(const Field *field, const Value &value) const
    {
        if (value.isString())
            return fittedText(field, value);
        if (value.isMap() && field && field->type == FieldType::Records)
            return Value::List{fittedMap(field, value)};
        if (value.isMap())
            return fittedMap(field, value);
        if (!value.isList())
            return value;
        Value::List list;
        for (const Value &item : value.items())
            list.push_back(item.isMap() ? fittedMap(field, item) : item);
        return list;
    }

    /// What no field tells of is a number where it is written as that number would be: "1.10" and "007" are not.
    Value plainValue(const Value &text) const
    {
        const Value plain = m_case.typed ? text : valueFromText(text.toText());
        return textFromValue(plain) == text.toText() ? plain : text;
    }

    Value fittedText(const Field *field, const Value &value) const
    {
        if (!field)
            return plainValue(value);
        if (m_case.typed && field->type == FieldType::Text)
            return value; // with the end of its last line
        QString text = value.toText();
        if (const QString term = field->type == FieldType::Choice ? termFor(*field, text.simplified()) : QString();
            !term.isEmpty())
            text = term;                                             // a label is as good
        if (field->type == FieldType::List && text.contains(u';')) { // as tables have it
            QStringList items = text.split(u';');
            for (QString &item : items)
                item = item.trimmed();
            text = joinItems(items);
        }
        return field->isRecord() ? value : valueFromText(*field, text).value_or(value);
    }

    Value fittedMap(const Field *field, const Value &value) const
    {
        Value::Map map;
        for (const auto &[key, part] : value.entries())
            map.emplace_back(key, part.isString() ? fittedText(field ? field->part(key) : nullptr, part) : part);
        const auto place = [field](const QString &key) {
            const auto at = [&](const Field &part) { return part.id == key; };
            return field ? std::find_if(field->fields.begin(), field->fields.end(), at) - field->fields.begin() : 0;
        };
        std::stable_sort(map.begin(), map.end(),
                         [&](const auto &a, const auto &b) { return place(a.first) < place(b.first); });
        return map;
    }

    Value::Map sorted()
    {
        Value::Map sorted;
        for (const Field &field : m_schema.fields) {
            for (auto &entry : m_fields) {
                if (entry.first == field.id)
                    sorted.push_back(entry);
            }
        }
        for (auto &entry : m_fields) {
            if (!m_schema.field(entry.first))
                sorted.push_back(entry);
        }
        return sorted;
    }

    QString body() const
    {
        QStringList parts;
        if (!m_left.isEmpty())
            parts.append(m_left.join(u'\n'));
        if (!m_parts.body.isEmpty())
            parts.append(m_parts.body);
        return parts.join(u"\n\n"_s);
    }

    const ImportedCase &m_case;
    const Schema &m_schema;
    ExportedParts m_parts;
    Value::Map m_fields;
    QStringList m_left;
};

} // namespace

CaseFields caseFields(const ImportedCase &one, const Schema &schema)
{
    return FieldMaker(one, schema).run();
}

bool knowsGroup(const QString &label, const Schema &schema)
{
    return label.isEmpty() || schema.groups.isEmpty() || schema.group(groupValue(label, schema));
}

QString groupValue(const QString &label, const Schema &schema)
{
    for (const Group &group : schema.groups) {
        if (group.label.compare(label, Qt::CaseInsensitive) == 0 || group.value == label)
            return group.value;
    }
    return idFromTitle(label);
}

Value importedValue(const ImportOrigin &origin)
{
    return Value::Map{{u"from"_s, Value(origin.name)}, {u"date"_s, Value(origin.date.toString(Qt::ISODate))}};
}

Value sourceValue(const ImportedSource &source, const Schema &schema)
{
    const Field *field = schema.roleField(role::sources);
    Value::Map record;
    const auto add = [&](QStringView part, Value value) {
        const QString key = schema.partOf(role::sources, part);
        const Field *known = field ? field->part(key) : nullptr;
        const bool fits = known ? allows(*known, value.toText()) : !field || field->fields.isEmpty();
        if (!value.isEmpty() && fits)
            record.emplace_back(key, std::move(value));
    };
    add(u"title", source.title);
    add(u"url", source.url);
    if (source.year > 0)
        add(u"year", static_cast<qint64>(source.year));
    add(u"kind", source.kind);
    add(u"relation", source.relation);
    return record;
}

} // namespace casebook
