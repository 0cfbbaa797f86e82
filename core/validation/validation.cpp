#include "core/validation/validation.h"

#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int earliestYear = 1900;

QString translate(const char *text)
{
    return QCoreApplication::translate("Validation", text);
}

/// As Value::isEmpty(), without making a value.
bool isEmpty(const YamlNode *node)
{
    return !node
        || (node->text.isEmpty() && std::all_of(node->items.begin(), node->items.end(), [](const YamlNode &item) {
                return isEmpty(&item);
            }));
}

/// YYYY-MM-DD, as QDate reads and writes it, at a fraction of what that takes.
bool isDate(const QString &text)
{
    if (text.size() != 10 || text.at(4) != u'-' || text.at(7) != u'-')
        return false;
    const auto number = [&](qsizetype from, qsizetype count) {
        int value = 0;
        for (const QChar digit : QStringView(text).sliced(from, count)) {
            if (digit < u'0' || digit > u'9')
                return -1;
            value = 10 * value + (digit.unicode() - u'0');
        }
        return value;
    };
    const int year = number(0, 4);
    return year > 0 && QDate::isValid(year, number(5, 2), number(8, 2));
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && (scheme == u"http" || scheme == u"https");
}

/// The way to what is being looked at. A path is made of it only where there is a problem to tell: a whole corpus is
/// validated when it is loaded.
struct Trail {
    const Trail *above = nullptr;
    const QString *key = nullptr; ///< into a map
    std::size_t index = 0;        ///< into a list, where there is no key

    FieldPath path() const
    {
        if (!above)
            return {};
        return key ? above->path().key(*key) : above->path().item(static_cast<int>(index));
    }
};

/// Goes through one document with the schema in hand.
class CaseValidator {
public:
    CaseValidator(const Document &document, const Schema &schema)
        : m_document(document), m_schema(schema), m_positions(document.bytes())
    {
    }

    QList<FieldProblem> run()
    {
        checkRecord(m_document.tree(), m_schema.fields, {}, m_root);
        checkSources();
        constexpr auto noSource = QT_TRANSLATE_NOOP("Validation", "There is no source %1: this case has %2.");
        constexpr auto noFigure = QT_TRANSLATE_NOOP("Validation", "There is no figure %1: this case has %2.");
        checkReferences(role::claims, u"source", role::sources, noSource);
        checkReferences(role::figures, u"source", role::sources, noSource);
        checkReferences(role::claims, u"figure", role::figures, noFigure);
        return std::move(m_problems);
    }

private:
    void checkRecord(const YamlNode &record, const QList<Field> &fields, const QString &owner, const Trail &trail)
    {
        std::size_t next = 0; // most files have their keys in the schema's order
        for (const Field &field : fields) {
            const bool isNext = next < record.keys.size() && record.keys[next].text == field.id;
            const YamlNode *node = isNext ? &record.items[next++] : record.find(field.id);
            if (!isEmpty(node))
                checkField(*node, field, {&trail, &field.id});
            else if (field.required)
                complain(record, {&trail, &field.id}, missing(field, owner));
        }
    }

    static QString missing(const Field &field, const QString &owner)
    {
        if (owner.isEmpty())
            return translate("The field \"%1\" is missing.").arg(field.id);
        return translate("\"%1\" is missing in this entry of \"%2\".").arg(field.id, owner);
    }

    void checkField(const YamlNode &node, const Field &field, const Trail &trail)
    {
        switch (field.type) {
        case FieldType::List:
            if (node.kind == YamlNode::Kind::Sequence) {
                for (std::size_t i = 0; i < node.items.size(); ++i)
                    checkScalar(node.items[i], field, {&trail, nullptr, i});
            } else {
                checkScalar(node, field, trail);
            }
            break;
        case FieldType::Record:
            if (expectKind(node, field, trail, YamlNode::Kind::Map, translate("a map of its parts")))
                checkRecord(node, field.fields, field.id, trail);
            break;
        case FieldType::Records:
            if (expectKind(node, field, trail, YamlNode::Kind::Sequence, translate("a list of entries")))
                checkRecords(node, field, trail);
            break;
        default:
            checkScalar(node, field, trail);
        }
    }

    void checkRecords(const YamlNode &list, const Field &field, const Trail &trail)
    {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const YamlNode &item = list.items[i];
            const Trail place{&trail, nullptr, i};
            // A bare address may stand for a source.
            const bool bareSource = item.kind == YamlNode::Kind::Scalar && field.id == m_schema.fieldOf(role::sources);
            if (!bareSource && expectKind(item, field, place, YamlNode::Kind::Map, translate("a map in each entry")))
                checkRecord(item, field.fields, field.id, place);
        }
    }

    bool expectKind(const YamlNode &node, const Field &field, const Trail &trail, YamlNode::Kind kind,
                    const QString &what)
    {
        if (node.kind == kind)
            return true;
        complain(node, trail, translate("\"%1\" must be %2.").arg(field.id, what));
        return false;
    }

    void checkScalar(const YamlNode &node, const Field &field, const Trail &trail)
    {
        if (node.kind == YamlNode::Kind::Sequence || node.kind == YamlNode::Kind::Map) {
            complain(node, trail, translate("\"%1\" must be a single value.").arg(field.id));
            return;
        }
        const bool anything =
            field.type == FieldType::Text || field.type == FieldType::Choice || field.type == FieldType::List;
        if (anything && field.vocabulary.isEmpty())
            return;
        const Value value = toValue(node);
        if (!value.isEmpty() && !fitsType(value, field))
            complain(node, trail, typeMessage(value, field));
        if (!field.vocabulary.isEmpty() && !value.isEmpty() && !field.term(value.toText())) {
            complain(node, trail,
                     translate("\"%1\" is not a value of \"%2\": %3.").arg(value.toText(), field.id, known(field)));
        }
    }

    bool fitsType(const Value &value, const Field &field) const
    {
        const QString text = value.toText();
        switch (field.type) {
        case FieldType::Year:
            return value.isInteger() && value.toInteger() >= earliestYear && value.toInteger() <= m_latestYear;
        case FieldType::Number:
            return value.isNumber();
        case FieldType::Date:
            return isDate(text);
        case FieldType::Url:
            return isWebAddress(text);
        default:
            return true;
        }
    }

    static QString typeMessage(const Value &value, const Field &field)
    {
        const QString text = value.toText();
        switch (field.type) {
        case FieldType::Year:
            return translate("\"%1\" is not a year between %2 and next year.").arg(text).arg(earliestYear);
        case FieldType::Number:
            return translate("\"%1\" is not a number.").arg(text);
        case FieldType::Date:
            return translate("\"%1\" is not a date: write it as YYYY-MM-DD.").arg(text);
        default:
            return translate("\"%1\" is not an http or https address.").arg(text);
        }
    }

    /// The values that would have been right, or the first few of them.
    static QString known(const Field &field)
    {
        constexpr qsizetype most = 8;
        QStringList ids;
        for (const Term &term : field.vocabulary.first(std::min(most, field.vocabulary.size())))
            ids.append(term.id);
        QString list = ids.join(u", "_s);
        if (field.vocabulary.size() > most)
            list += u" …"_s;
        return translate("choose one of %1").arg(list);
    }

    const YamlNode *roleNode(QStringView roleName) const
    {
        const QString id = m_schema.fieldOf(roleName);
        return id.isEmpty() ? nullptr : m_document.tree().find(id);
    }

    void checkSources()
    {
        const YamlNode *sources = roleNode(role::sources);
        if (!sources || sources->kind != YamlNode::Kind::Sequence)
            return;
        const QString id = m_schema.fieldOf(role::sources);
        const Trail list{&m_root, &id};
        const QString urlKey = m_schema.partOf(role::sources, u"url");
        const Field *owner = m_schema.roleField(role::sources);
        const Field *part = owner ? owner->part(urlKey) : nullptr;
        for (std::size_t i = 0; i < sources->items.size(); ++i) {
            const YamlNode &source = sources->items[i];
            const Trail place{&list, nullptr, i};
            const YamlNode *url = source.kind == YamlNode::Kind::Map ? source.find(urlKey) : &source;
            if (isEmpty(url)) {
                if (!part || !part->required) // else it has been said
                    complain(source, {&place, &urlKey}, translate("This source has no address (\"%1\").").arg(urlKey));
            } else if ((!part || part->type != FieldType::Url || url == &source) && !isWebAddress(url->text)) {
                complain(*url, url == &source ? place : Trail{&place, &urlKey},
                         translate("\"%1\" is not an http or https address.").arg(url->text));
            }
        }
    }

    /// A part of records that is a position, from 1, in the list of another role. `message`: %1 is the position, %2 how
    /// many there are.
    void checkReferences(QStringView roleName, QStringView part, QStringView listRole, const char *message)
    {
        const YamlNode *records = roleNode(roleName);
        if (!records || records->kind != YamlNode::Kind::Sequence)
            return;
        const YamlNode *list = roleNode(listRole);
        const bool single = list && list->kind == YamlNode::Kind::Map; // stands for a list of one
        const qint64 count = single ? 1 : list ? static_cast<qint64>(list->items.size()) : 0;
        const QString id = m_schema.fieldOf(roleName);
        const QString key = m_schema.partOf(roleName, part);
        const Trail trail{&m_root, &id};
        for (std::size_t i = 0; i < records->items.size(); ++i) {
            const YamlNode *node = records->items[i].find(key);
            if (isEmpty(node))
                continue;
            const Value value = toValue(*node);
            const bool known = value.isInteger() && value.toInteger() >= 1 && value.toInteger() <= count;
            if (value.isNumber() && !known) {
                const Trail entry{&trail, nullptr, i};
                complain(*node, {&entry, &key}, translate(message).arg(value.toText()).arg(count));
            }
        }
    }

    void complain(const YamlNode &node, const Trail &trail, const QString &message)
    {
        const bool whole = &node == &m_document.tree();
        const TextPosition place = whole ? TextPosition{1, 1} : m_positions.at(node.offset);
        m_problems.append({trail.path(), {Severity::Error, place.line, place.column, message}});
    }

    const Document &m_document;
    const Schema &m_schema;
    const Trail m_root;
    PositionFinder m_positions;
    /// Next year. In UTC, since the time zone of each case's day takes a look at the disk, and a lock on it.
    const qint64 m_latestYear = QDateTime::currentDateTimeUtc().date().year() + 1;
    QList<FieldProblem> m_problems;
};

} // namespace

QList<FieldProblem> validateFields(const Document &document, const Schema &schema)
{
    if (schema.inferred || document.isBroken())
        return {};
    QList<FieldProblem> found = CaseValidator(document, schema).run();
    std::stable_sort(found.begin(), found.end(), [](const FieldProblem &a, const FieldProblem &b) {
        return std::pair(a.problem.line, a.problem.column) < std::pair(b.problem.line, b.problem.column);
    });
    return found;
}

Problems validateCase(const Document &document, const Schema &schema, const QString &id)
{
    Problems problems;
    if (schema.inferred)
        return problems;
    if (!isValidId(id)) {
        problems.append({Severity::Error, 0, 0,
                         translate("The file's name is not a valid id: use letters, digits, '-', '_' and '.' only.")});
    }
    const QList<FieldProblem> found = validateFields(document, schema);
    for (const FieldProblem &one : found)
        problems.append(one.problem);
    return problems;
}

} // namespace casebook
