#include "core/importers/fieldcomparison.h"

#include "core/base/fold.h"
#include "core/importers/sourceaddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

QString shown(const Value &value)
{
    if (value.isScalar())
        return value.toText();
    QStringList parts;
    for (const Value &item : value.items())
        parts.append(shown(item));
    for (const auto &[key, item] : value.entries())
        parts.append(key + u": "_s + shown(item));
    return parts.join(value.isList() && !value.items().empty() && value.items().front().isMap() ? u"\n"_s : u", "_s);
}

bool isSame(const Value &a, const Value &b);

/// Whether a record says all that another one says.
bool contains(const Value &record, const Value &part)
{
    const auto &entries = part.entries();
    return record.isMap() && std::all_of(entries.begin(), entries.end(), [&](const auto &entry) {
               return isSame(record[entry.first], entry.second);
           });
}

/// Records are the same in any order, and where the corpus tells more of each.
bool areSameRecords(Value::List known, const Value::List &records)
{
    for (const Value &record : records) {
        const auto same =
            std::find_if(known.begin(), known.end(), [&](const Value &other) { return contains(other, record); });
        if (same == known.end())
            return false;
        known.erase(same);
    }
    return known.empty();
}

/// `a` is the corpus's.
bool isSame(const Value &a, const Value &b)
{
    if (a.isEmpty() && b.isEmpty())
        return true;
    const bool records = a.isList() && b.isList() && !b.items().empty() && b.items().front().isMap();
    if (records)
        return areSameRecords(a.items(), b.items());
    if (a.isMap() && b.isMap())
        return contains(a, b);
    if (a.isScalar() && b.isScalar())
        return a.toText().simplified() == b.toText().simplified();
    // One value in the place of a list is a list of one.
    if (a.isScalar() != b.isScalar())
        return !a.isMap() && !b.isMap() && a.toTexts() == b.toTexts();
    // A format without types says the same of 2 as of "2".
    return a.isList() && b.isList()
        && std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), isSame);
}

class FieldComparer {
public:
    FieldComparer(const CaseFields &fields, const Document &document, const Schema &schema)
        : m_imported(fields), m_fields(toValue(document.tree())), m_body(plainBody(document)), m_schema(schema)
    {
    }

    QList<FieldComparison> run()
    {
        for (const auto &[key, value] : m_imported.fields) {
            const bool sources = key == m_schema.fieldOf(role::sources) && value.isList() && m_fields[key].isList();
            if (sources)
                compareSources(key, value);
            else
                compare(m_schema.fieldLabel(key), FieldPath(key), m_fields[key], value);
        }
        compareBody();
        return m_result;
    }

private:
    void compare(const QString &label, const FieldPath &path, const Value &before, const Value &after)
    {
        ImportState state = ImportState::New;
        if (!before.isEmpty())
            state = isSame(before, after) ? ImportState::Unchanged : ImportState::Conflict;
        m_result.append(
            {label, state, shown(before), shown(after), {Edit::set(path, after)}, state == ImportState::New});
    }

    void compareSources(const QString &key, const Value &sources)
    {
        const Value::List &known = m_fields[key].items();
        std::vector<char> taken(known.size());
        for (const Value &source : sources.items()) {
            const std::size_t same = sameSource(known, source, taken);
            const FieldPath path(key);
            if (same == known.size()) {
                m_result.append({m_schema.fieldLabel(key),
                                 ImportState::New,
                                 {},
                                 shown(source),
                                 {Edit::insert(path.afterLast(), source)},
                                 true});
                continue;
            }
            taken[same] = 1;
            if (known[same].isMap())
                compareParts(known[same], source, path.item(static_cast<int>(same)), key);
        }
    }

    /// Which of the known sources one is; their number where it is none. A page may be cited twice, for two of its
    /// parts: then the one that says the same goes first, and none is two.
    std::size_t sameSource(const Value::List &known, const Value &source, const std::vector<char> &taken) const
    {
        std::size_t found = known.size();
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (taken[i] != 0 || !isSameSource(known[i], source))
                continue;
            if (contains(known[i], source))
                return i;
            found = std::min(found, i);
        }
        return found;
    }

    /// By the address; one without an address is known by all that it says.
    bool isSameSource(const Value &known, const Value &source) const
    {
        const auto addressOf = [url = m_schema.partOf(role::sources, u"url")](const Value &one) {
            return addressKey(one.isMap() ? one[url].toText() : one.toText());
        };
        const QString address = addressOf(source);
        return address.isEmpty() ? isSame(known, source) : addressOf(known) == address;
    }

    void compareParts(const Value &before, const Value &after, const FieldPath &path, const QString &key)
    {
        for (const auto &[part, value] : after.entries()) {
            // A title that was read off the address is no better than one that somebody wrote.
            const bool readOff = part == m_schema.partOf(role::sources, u"title") && !before[part].isEmpty()
                && value.toText() == titleFromAddress(after[m_schema.partOf(role::sources, u"url")].toText());
            if (!readOff && part != m_schema.partOf(role::sources, u"url"))
                compare(m_schema.fieldLabel(key) + u" "_s + QString::number(path.last().index + 1) + u", "_s
                            + m_schema.fieldLabel(QString(key + u'.' + part)),
                        path.key(part), before[part], value);
        }
    }

    void compareBody()
    {
        if (m_imported.body.isEmpty())
            return;
        ImportState state = ImportState::New;
        if (!m_body.isEmpty())
            state = m_body == m_imported.body.trimmed() ? ImportState::Unchanged : ImportState::Conflict;
        m_result.append({ImportText::tr("Text"), state, m_body, m_imported.body, {}, state == ImportState::New});
    }

    const CaseFields &m_imported;
    Value m_fields;
    QString m_body;
    const Schema &m_schema;
    QList<FieldComparison> m_result;
};

} // namespace

QList<FieldComparison> newFields(const CaseFields &fields, const Schema &schema)
{
    QList<FieldComparison> all;
    for (const auto &[key, value] : fields.fields)
        all.append(
            {schema.fieldLabel(key), ImportState::New, {}, shown(value), {Edit::set(FieldPath(key), value)}, true});
    if (!fields.body.isEmpty())
        all.append({ImportText::tr("Text"), ImportState::New, {}, fields.body, {}, true});
    return all;
}

QList<FieldComparison> compareFields(const CaseFields &fields, const Document &document, const Schema &schema)
{
    return FieldComparer(fields, document, schema).run();
}

QString plainBody(const Document &document)
{
    QString text = QString::fromUtf8(document.bodyText());
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text.trimmed();
}

} // namespace casebook
