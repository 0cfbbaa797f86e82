#include "core/corpus/casetemplate.h"
#include "core/importers/citedsources.h"
#include "core/importers/csvtable.h"
#include "core/importers/formats.h"
#include "core/importers/sourceaddress.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

/// What a column is, by its header.
QString roleOf(const QString &header)
{
    static const QHash<QString, QString> known{{u"title"_s, u"title"_s},
                                               {u"project"_s, u"title"_s},
                                               {u"product"_s, u"title"_s},
                                               {u"name"_s, u"organization"_s},
                                               {u"organization"_s, u"organization"_s},
                                               {u"organisation"_s, u"organization"_s},
                                               {u"company"_s, u"organization"_s},
                                               {u"adopter"_s, u"organization"_s},
                                               {u"group"_s, u"group"_s},
                                               {u"decision"_s, u"group"_s},
                                               {u"from"_s, u"from"_s},
                                               {u"to"_s, u"to"_s},
                                               {u"year"_s, u"year"_s},
                                               {u"since"_s, u"year"_s},
                                               {u"industry"_s, u"topic"_s},
                                               {u"sector"_s, u"topic"_s},
                                               {u"category"_s, u"topic"_s},
                                               {u"url"_s, u"url"_s},
                                               {u"link"_s, u"url"_s},
                                               {u"links"_s, u"url"_s},
                                               {u"source"_s, u"url"_s},
                                               {u"sources"_s, u"url"_s},
                                               {u"sources.url"_s, u"url"_s},
                                               {u"sources.title"_s, u"source title"_s},
                                               {u"sources.year"_s, u"source year"_s},
                                               {u"sources.kind"_s, u"source kind"_s},
                                               {u"sources.relation"_s, u"source relation"_s},
                                               {u"body"_s, u"body"_s},
                                               {u"description"_s, u"body"_s},
                                               {u"text"_s, u"body"_s},
                                               {u"notes"_s, u"body"_s}};
    return known.value(header.simplified().toLower());
}

// A spreadsheet is kept from reading a cell as a formula by an apostrophe before it, in our export too.
QString withoutGuard(const QString &cell)
{
    static const QRegularExpression guard(u"^'(?=[\\t\\r\\n]|\\s*[=+\\-@|%\uff1d\uff0b\uff0d\uff20])"_s);
    return QString(cell).remove(guard);
}

QStringList itemsIn(const QString &cell)
{
    static const QRegularExpression between(u"\\s*[;|,/\\n]\\s*"_s);
    QStringList items = cell.split(between, Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.simplified();
    items.removeAll(QString());
    return items;
}

class CsvCases {
public:
    explicit CsvCases(const QString &text) : m_rows(readCsv(text))
    {
        for (const QString &header : m_rows.value(0).cells) {
            m_headers.append(header.simplified());
            m_roles.append(roleOf(header));
        }
        m_isOurs = m_headers.value(0) == u"id" && m_headers.value(1) == u"path" && m_headers.value(2) == u"title";
    }

    bool hasNames() const { return m_roles.contains(u"organization"_s) || m_roles.contains(u"title"_s); }
    bool isEven() const
    {
        const qsizetype columns = m_headers.size();
        return columns > 1 && m_rows.size() > 1
            && std::all_of(m_rows.begin(), m_rows.end(),
                           [columns](const CsvRow &row) { return row.cells.size() == columns; });
    }

    ImportedDocument run()
    {
        ImportedDocument document{u"csv"_s};
        for (qsizetype i = 1; i < m_rows.size(); ++i)
            document.cases.append(caseIn(m_rows.at(i), document));
        QStringList kept;
        for (qsizetype i = 0; i < m_headers.size(); ++i) {
            if (m_roles.at(i).isEmpty() && !isOurOwn(i))
                kept.append(keyOf(i));
        }
        if (!kept.isEmpty())
            document.notes.append(
                ImportText::tr("These columns became fields of their own names: %1.").arg(kept.join(u", "_s)));
        return document;
    }

private:
    /// What our export adds and no file holds.
    bool isOurOwn(qsizetype column) const
    {
        static const QStringList added{u"id"_s, u"path"_s, u"problems"_s};
        return m_isOurs && added.contains(m_headers.value(column));
    }

    QString keyOf(qsizetype column) const
    {
        const QString header = m_headers.value(column);
        static const QRegularExpression key(u"^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)?$"_s);
        if (header.contains(key))
            return header;
        return header.isEmpty() ? u"column-%1"_s.arg(column + 1) : idFromTitle(header);
    }

    ImportedCase caseIn(const CsvRow &row, ImportedDocument &document)
    {
        ImportedCase one;
        one.line = row.line;
        QHash<QString, QStringList> ofSources;
        QStringList body;
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const QString cell = withoutGuard(row.cells.at(i));
            if (cell.trimmed().isEmpty() || isOurOwn(i))
                continue;
            const QString role = m_roles.value(i);
            if (role == u"url" || role.startsWith(u"source "))
                ofSources[role] = cell.split(u'\n');
            else if (role == u"body")
                body.append(cell.trimmed());
            else if (!takeRole(one, role, cell))
                takeFurther(one, keyOf(i), cell);
        }
        addSources(one, ofSources, body);
        // One record is a record; a field for records makes a list of it.
        for (auto &[key, value] : one.further) {
            if (value.isList() && value.items().size() == 1)
                value = Value(value.items().front());
        }
        one.body = body.join(u"\n\n"_s);
        if (one.title.isEmpty())
            one.title = one.organization;
        if (one.title.isEmpty()) {
            one.title = ImportText::tr("Row in line %1").arg(row.line);
            document.problems.append({Severity::Warning, row.line, 0, ImportText::tr("This row has no name.")});
        }
        return one;
    }

    /// False where the cell does not suit, or the role is taken: then it is kept under its header.
    static bool takeRole(ImportedCase &one, const QString &role, const QString &cell)
    {
        const auto take = [&](QString &target) {
            const bool free = target.isEmpty();
            if (free)
                target = cell.simplified();
            return free;
        };
        if (role == u"title")
            return take(one.title);
        if (role == u"organization")
            return take(one.organization);
        if (role == u"group")
            return take(one.group);
        if (role == u"topic")
            return take(one.topic);
        if (role == u"from")
            one.from = itemsIn(cell);
        else if (role == u"to")
            one.to = itemsIn(cell);
        else if (role == u"year" && one.year == 0)
            one.year = cell.toInt();
        else
            return false;
        return role != u"year" || one.year != 0;
    }

    /// "effort.people" is a part of a record; of several records where the cell has lines.
    static void takeFurther(ImportedCase &one, const QString &key, const QString &cell)
    {
        const QString owner = key.section(u'.', 0, 0);
        const QString part = key.section(u'.', 1);
        if (part.isEmpty()) {
            one.further.emplace_back(key, Value(cell.trimmed()));
            return;
        }
        auto entry = std::find_if(one.further.begin(), one.further.end(),
                                  [&owner](const auto &known) { return known.first == owner; });
        if (entry == one.further.end())
            entry = one.further.insert(one.further.end(), {owner, Value(Value::List())});
        Value::List records = entry->second.items();
        const QStringList lines = cell.split(u'\n');
        for (std::size_t i = 0; i < static_cast<std::size_t>(lines.size()); ++i) {
            if (records.size() <= i)
                records.emplace_back(Value::Map());
            Value::Map record = records[i].entries();
            if (!lines.at(static_cast<qsizetype>(i)).isEmpty())
                record.emplace_back(part, Value(lines.at(static_cast<qsizetype>(i))));
            records[i] = record;
        }
        entry->second = records;
    }

    static void addSources(ImportedCase &one, const QHash<QString, QStringList> &cells, QStringList &body)
    {
        QStringList urls = cells.value(u"url"_s);
        if (urls.size() == 1 && cells.size() == 1)
            urls = urls.first().split(QRegularExpression(u"[\\s;|]+"_s), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < urls.size(); ++i) {
            const QString url = urls.at(i).trimmed();
            if (!isSourceAddress(url)) {
                if (!url.isEmpty())
                    body.append(url);
                continue;
            }
            ImportedSource source = sourceFrom({cells.value(u"source title"_s).value(i), url});
            if (const int year = cells.value(u"source year"_s).value(i).toInt(); year > 0)
                source.year = year;
            source.kind = cells.value(u"source kind"_s).value(i);
            source.relation = cells.value(u"source relation"_s).value(i);
            addSource(one.sources, source);
        }
    }

    QList<CsvRow> m_rows;
    QStringList m_headers;
    QStringList m_roles;
    bool m_isOurs = false;
};

class CsvImporter : public Importer {
public:
    QString name() const override { return u"csv"_s; }

    int recognize(const QString &text, const QString &origin) const override
    {
        const CsvCases cases(text);
        const bool named =
            origin.endsWith(u".csv", Qt::CaseInsensitive) || origin.endsWith(u".tsv", Qt::CaseInsensitive);
        if (!cases.hasNames())
            return 0;
        return named ? 95 : cases.isEven() ? 75 : 0;
    }

    ImportedDocument read(const QString &text, const QString &) const override { return CsvCases(text).run(); }
};

} // namespace

std::unique_ptr<const Importer> csvImporter()
{
    return std::make_unique<CsvImporter>();
}

} // namespace casebook
