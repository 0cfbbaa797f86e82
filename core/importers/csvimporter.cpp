#include "core/evidence/evidencefields.h"
#include "core/importers/citedsources.h"
#include "core/importers/columntarget.h"
#include "core/importers/csvtable.h"
#include "core/importers/formats.h"
#include "core/importers/sourceaddress.h"
#include "core/sources/linkfields.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

// A spreadsheet is kept from reading a cell as a formula by an apostrophe before it, in our export too; what looks so
// already has got one more.
QString withoutGuard(const QString &cell)
{
    static const QRegularExpression guard(u"^'(?='*(?:[\\t\\r\\n]|\\s*[=+\\-@|%\uff1d\uff0b\uff0d\uff20]))"_s);
    return QString(cell).remove(guard);
}

/// Where semicolons or lines part items nothing else does, "PL/SQL; C", nor in our own export.
QStringList itemsIn(const QString &cell, bool isOurs)
{
    static const QRegularExpression any(u"\\s*[;|,/\\n]\\s*"_s);
    static const QRegularExpression certain(u"\\s*[;\\n]\\s*"_s);
    QStringList items = cell.split(isOurs || cell.contains(certain) ? certain : any, Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.simplified();
    items.removeAll(QString());
    return items;
}

/// The year that a cell names, where it names one alone.
int yearIn(const QString &cell)
{
    static const QRegularExpression year(u"(?<![\\p{L}\\p{N}])(?:19|20)\\d\\d(?![\\p{L}\\p{N}])"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    int found = 0;
    for (auto it = year.globalMatch(cell); it.hasNext();) {
        const int one = it.next().captured().toInt();
        if (found != 0 && one != found)
            return 0;
        found = one;
    }
    return found;
}

bool isWords(const QString &cell)
{
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !cell.isEmpty() && !isNumber && !isSourceAddress(cell) && !cell.contains(u'\n');
}

class CsvCases {
public:
    explicit CsvCases(const QString &text)
        : m_comments(commentsOf(text)), m_rows(readCsv(text.mid(m_comments.size()), &m_openQuote))
    {
        const auto linesBefore = static_cast<int>(m_comments.count(u'\n'));
        m_openQuote += m_openQuote > 0 ? linesBefore : 0;
        for (CsvRow &row : m_rows)
            row.line += linesBefore;
        for (const QString &header : m_rows.value(0).cells)
            m_headers.append(header.simplified());
        m_isOurs = m_headers.value(0) == u"id" && m_headers.value(1) == u"path" && m_headers.value(2) == u"title";
        for (const QString &header : std::as_const(m_headers))
            m_targets.append(m_isOurs ? targetInOurs(header) : targetOfHeader(header));
        settleName();
    }

    bool hasNames() const { return m_targets.contains(role::organization) || m_targets.contains(role::title); }
    bool isEven() const
    {
        const qsizetype columns = m_headers.size();
        return columns > 1 && m_rows.size() > 1
            && std::all_of(m_rows.begin(), m_rows.end(),
                           [columns](const CsvRow &row) { return row.cells.size() == columns; });
    }

    ImportedDocument run(const QStringList &targets)
    {
        nameSomething();
        for (qsizetype i = 0; i < m_headers.size(); ++i) {
            if (m_targets.at(i).isEmpty())
                m_targets[i] = keyOfColumn(m_headers.at(i), static_cast<int>(i));
            if (!targets.value(i).isEmpty())
                m_targets[i] = targets.at(i);
        }
        ImportedDocument document{u"csv"_s};
        static const QRegularExpression mark(u"^# "_s, QRegularExpression::MultilineOption);
        document.about = QString(m_comments).remove(mark).trimmed();
        readRows(document);
        addGroups(document);
        tellColumns(document);
        if (m_openQuote > 0) {
            document.problems.append({Severity::Warning, m_openQuote, 0,
                                      ImportText::tr("The quotes that begin here are never closed: all that follows "
                                                     "was read as one cell.")});
        }
        return document;
    }

private:
    /// Lines "# …" before the header, with their ends.
    static QString commentsOf(const QString &text)
    {
        static const QRegularExpression comments(u"^(?:\\s*\\n|# [^\\n]*\\n)*# [^\\n]*\\n"_s);
        return comments.match(text).captured();
    }

    void readRows(ImportedDocument &document) const
    {
        QSet<QString> seen;
        int twice = 0;
        for (qsizetype i = 1; i < m_rows.size(); ++i) {
            const QString row = m_rows.at(i).cells.join(QChar(0x1f));
            if (seen.contains(row)) {
                ++twice;
                continue;
            }
            seen.insert(row);
            document.cases.append(caseIn(m_rows.at(i), document));
        }
        if (twice > 0) {
            document.notes.append(
                ImportText::tr("%Ln row(s) that stand in the table twice were read once.", nullptr, twice));
        }
    }

    /// A computed field goes by its own name: a corpus may have one of that name, and else it is left out.
    static QString targetInOurs(const QString &header)
    {
        static constexpr std::array computed{evidenceField, weakenedField, linkField, needsField};
        if (isAdded(header))
            return target::none.toString();
        if (std::find(computed.begin(), computed.end(), header) != computed.end())
            return header;
        // The bodies of cases are no column of ours: "notes" is a field.
        const QString target = targetOfHeader(header);
        return target == target::body ? QString() : target;
    }

    /// What our export adds and no file holds.
    static bool isAdded(const QString &header)
    {
        static const QStringList added{u"id"_s, u"path"_s, u"snapshots"_s, u"problems"_s};
        return added.contains(header);
    }

    /// Beside a column for the organization a "Name" is the case's.
    void settleName()
    {
        if (m_targets.count(role::organization) < 2 || m_targets.contains(role::title))
            return;
        for (qsizetype i = 0; i < m_headers.size(); ++i) {
            if (m_headers.at(i).compare(u"name", Qt::CaseInsensitive) == 0)
                m_targets[i] = role::title.toString();
        }
    }

    /// A table that calls nothing a name has it in its first column of words.
    void nameSomething()
    {
        if (hasNames())
            return;
        for (qsizetype i = 0; i < m_headers.size(); ++i) {
            const auto hasWords = [i](const CsvRow &row) { return isWords(row.cells.value(i)); };
            if (m_targets.at(i).isEmpty() && m_rows.size() > 1
                && std::all_of(m_rows.begin() + 1, m_rows.end(), hasWords)) {
                m_targets[i] = role::title.toString();
                return;
            }
        }
    }

    static void addGroups(ImportedDocument &document)
    {
        QStringList labels;
        for (const ImportedCase &one : std::as_const(document.cases)) {
            if (!one.group.isEmpty() && !labels.contains(one.group))
                labels.append(one.group);
        }
        for (const QString &label : std::as_const(labels))
            document.groups.append({label, {}});
    }

    void tellColumns(ImportedDocument &document) const
    {
        for (qsizetype i = 0; i < m_headers.size(); ++i) {
            const auto hasText = [i](const CsvRow &row) { return !row.cells.value(i).trimmed().isEmpty(); };
            const auto example = std::find_if(m_rows.begin() + 1, m_rows.end(), hasText);
            const QString header = m_headers.at(i).isEmpty() ? ImportText::tr("Column %1").arg(i + 1) : m_headers.at(i);
            document.columns.append(
                {header, example == m_rows.end() ? QString() : example->cells.at(i).simplified(), m_targets.at(i)});
        }
    }

    QString targetOf(qsizetype column) const
    {
        return column < m_targets.size() ? m_targets.at(column) : keyOfColumn({}, static_cast<int>(column));
    }

    ImportedCase caseIn(const CsvRow &row, ImportedDocument &document) const
    {
        ImportedCase one;
        one.line = row.line;
        one.id = m_isOurs ? row.cells.value(0) : QString();
        QHash<QString, QStringList> ofSources;
        QStringList body;
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const QString cell = withoutGuard(row.cells.at(i));
            const QString target = targetOf(i);
            if (cell.trimmed().isEmpty() || target == target::none)
                continue;
            if (target.startsWith(u"sources."))
                ofSources[target.section(u'.', 1)] += cell.split(u'\n');
            else if (target == target::body)
                body.append(cell.trimmed());
            else if (!(isTakenByRole(target) ? takeRole(one, target, cell) : takeFurther(one, target, cell)))
                body.append(labelled(i, cell));
        }
        if (m_isOurs)
            addOwnSources(one, ofSources);
        else
            addSources(one, ofSources, body);
        // One record is a record; a field for records makes a list of it.
        for (auto &[key, value] : one.further) {
            if (value.isList() && value.items().size() == 1)
                value = Value(value.items().front());
        }
        one.body = body.join(u"\n\n"_s);
        nameCase(one, row.line, document);
        return one;
    }

    static void nameCase(ImportedCase &one, int line, ImportedDocument &document)
    {
        if (one.title.isEmpty())
            one.title = one.organization;
        if (one.title.isEmpty()) {
            one.title = ImportText::tr("Row in line %1").arg(line);
            document.problems.append({Severity::Warning, line, 0, ImportText::tr("This row has no name.")});
        }
    }

    /// A cell that no field can take, as an entry of a list in the text.
    QString labelled(qsizetype column, const QString &cell) const
    {
        const QString header = m_headers.value(column);
        return u"- "_s + (header.isEmpty() ? cell.simplified() : QString(header + u": "_s + cell.simplified()));
    }

    static bool isTakenByRole(const QString &target)
    {
        constexpr std::array own{role::title, role::organization, role::group,  role::from,
                                 role::to,    role::year,         target::topic};
        return std::find(own.begin(), own.end(), target) != own.end();
    }

    /// False where the cell does not suit, or another column has taken its place.
    bool takeRole(ImportedCase &one, const QString &target, const QString &cell) const
    {
        const auto take = [&](QString &place) {
            const bool free = place.isEmpty();
            if (free)
                place = cell.simplified();
            return free;
        };
        if (target == role::title)
            return take(one.title);
        if (target == role::organization)
            return take(one.organization);
        if (target == role::group)
            return take(one.group);
        if (target == target::topic)
            return take(one.topic);
        if (target == role::year)
            return takeYear(one, cell);
        QStringList &list = target == role::from ? one.from : one.to;
        list += itemsIn(cell, m_isOurs);
        list.removeDuplicates();
        return true;
    }

    /// Words around a year are not lost with it.
    static bool takeYear(ImportedCase &one, const QString &cell)
    {
        const int year = yearIn(cell);
        const bool free = one.year == 0;
        if (free)
            one.year = year;
        return free && year != 0 && cell.trimmed() == QString::number(year);
    }

    /// False where another column has filled the field. Tags and the like go together.
    static bool takeValue(Value &value, const QString &key, const QString &text)
    {
        const auto items = [](QString list) { return list.contains(u';') ? list : list.replace(u',', u';'); };
        if (value.isNull() || value.toText() == text) {
            value = text;
            return true;
        }
        const bool gathers = value.isString() && (key == role::tags || key == role::related);
        if (gathers)
            value = Value(items(value.toText()) + u"; "_s + items(text));
        return gathers;
    }

    /// "effort.people" is a part of a record; of several records where the cell has lines. False where another column
    /// has filled it.
    static bool takeFurther(ImportedCase &one, const QString &key, const QString &cell)
    {
        const QString owner = key.section(u'.', 0, 0);
        const QString part = key.section(u'.', 1);
        auto entry = std::find_if(one.further.begin(), one.further.end(),
                                  [&owner](const auto &known) { return known.first == owner; });
        if (entry == one.further.end())
            entry = one.further.insert(one.further.end(), {owner, part.isEmpty() ? Value() : Value(Value::List())});
        if (part.isEmpty())
            return takeValue(entry->second, key, cell.trimmed());
        Value::List records = entry->second.items();
        const auto isTaken = [&part](const Value &record) { return record.contains(part); };
        if (!entry->second.isList() || std::any_of(records.begin(), records.end(), isTaken))
            return false;
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
        return true;
    }

    /// The records of our own export, as they were: one without an address too, and two of one page.
    static void addOwnSources(ImportedCase &one, const QHash<QString, QStringList> &cells)
    {
        qsizetype count = 0;
        for (const QStringList &lines : cells)
            count = std::max(count, lines.size());
        for (qsizetype i = 0; i < count; ++i) {
            const auto part = [&](const QString &name) { return cells.value(name).value(i).trimmed(); };
            const ImportedSource source{part(u"title"_s), part(u"url"_s), part(u"year"_s).toInt(), part(u"kind"_s),
                                        part(u"relation"_s)};
            if (source != ImportedSource())
                one.sources.append(source);
        }
    }

    /// What is told of sources that have no address.
    static QStringList withoutAddress(const QHash<QString, QStringList> &cells, const QStringList &urls)
    {
        QStringList words;
        for (const QString &url : urls) {
            if (!isSourceAddress(url.trimmed()))
                words.append(url.trimmed());
        }
        for (const QString &part : {u"title"_s, u"year"_s, u"kind"_s, u"relation"_s}) {
            const QStringList texts = cells.value(part);
            for (qsizetype i = 0; i < texts.size(); ++i) {
                if (!isSourceAddress(urls.value(i).trimmed()))
                    words.append(texts.at(i).trimmed());
            }
        }
        words.removeAll(QString());
        return words;
    }

    /// Lines of a cell are sources of their own; a column alone may have them behind each other too.
    static void addSources(ImportedCase &one, const QHash<QString, QStringList> &cells, QStringList &body)
    {
        QStringList urls = cells.value(u"url"_s);
        if (cells.size() == 1)
            urls = urls.join(u'\n').split(QRegularExpression(u"[\\s;|]+|,(?=\\s*https?:)"_s), Qt::SkipEmptyParts);
        const QStringList words = withoutAddress(cells, urls);
        for (qsizetype i = 0; i < urls.size(); ++i) {
            const QString url = urls.at(i).trimmed();
            if (!isSourceAddress(url))
                continue;
            ImportedSource source = sourceFrom({cells.value(u"title"_s).value(i), url});
            if (const int year = cells.value(u"year"_s).value(i).toInt(); year > 0)
                source.year = year;
            source.kind = cells.value(u"kind"_s).value(i);
            source.relation = cells.value(u"relation"_s).value(i);
            addSource(one.sources, source);
        }
        if (!words.isEmpty())
            body.append(words.join(u' '));
    }

    QString m_comments;
    int m_openQuote = 0; ///< the line of quotes that are never closed; 0: there are none
    QList<CsvRow> m_rows;
    QStringList m_headers;
    QStringList m_targets;
    bool m_isOurs = false; ///< our own export wrote the table
};

class CsvImporter : public Importer {
public:
    QString name() const override { return u"csv"_s; }

    int recognize(const QString &text, const QString &origin) const override
    {
        const CsvCases cases(text);
        const bool named =
            origin.endsWith(u".csv", Qt::CaseInsensitive) || origin.endsWith(u".tsv", Qt::CaseInsensitive);
        if (named && cases.isEven())
            return cases.hasNames() ? 95 : 60;
        return cases.hasNames() && (named || cases.isEven()) ? 75 : 0;
    }

    ImportedDocument read(const QString &text, const QString &) const override { return CsvCases(text).run({}); }
    ImportedDocument readColumns(const QString &text, const QString &, const QStringList &targets) const override
    {
        return CsvCases(text).run(targets);
    }
};

} // namespace

std::unique_ptr<const Importer> csvImporter()
{
    return std::make_unique<CsvImporter>();
}

} // namespace casebook
