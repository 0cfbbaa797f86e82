#include "core/exporters/csvexport.h"

#include "core/corpus/casestudy.h"
#include "core/corpus/fieldtexts.h"
#include "core/sources/sourcefacts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Whether a spreadsheet may calculate what a cell says: the signs that begin a formula in any of them, also behind
/// blanks and in the full width of East Asian fonts.
bool startsFormula(const QString &text)
{
    const QString start = text.trimmed();
    if (start.isEmpty())
        return false;
    if (text.front() == u'\t' || text.front() == u'\r' || text.front() == u'\n')
        return true;
    if (!QStringView(u"=+-@\uff1d\uff0b\uff0d\uff20|%").contains(start.front()))
        return false;
    bool isNumber = false;
    start.toDouble(&isNumber);
    return !isNumber;
}

/// Whether a text looks as if its apostrophe had been put there to guard it: one more goes before it, so that one can
/// be taken away again from whatever looks so.
bool looksGuarded(const QString &text)
{
    static const QRegularExpression guarded(u"^'+(?:[\\t\\r\\n]|\\s*[=+\\-@|%\uff1d\uff0b\uff0d\uff20])"_s);
    return text.startsWith(u'\'') && text.contains(guarded);
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

/// The columns of a table, and the cells of a case.
class CsvTable {
public:
    explicit CsvTable(const ExportContent &content) : m_content(content), m_schema(content.corpus.schema())
    {
        addColumns();
        for (const Field &field : m_schema.computed)
            m_computed.emplace_back(field.id, content.corpus);
    }

    QByteArray heading() const
    {
        const QStringList ours{u"id"_s, u"path"_s, u"title"_s, u"problems"_s, u"snapshots"_s};
        QStringList cells = ours.mid(0, 3);
        for (const QString &path : m_paths) // no column is called like another one
            cells.append(ours.contains(path) ? QString(u"fields."_s + path) : path);
        for (const Field &field : m_schema.computed)
            cells.append(field.id);
        if (hasSnapshots())
            cells.append(u"snapshots"_s);
        return row(cells << u"problems"_s);
    }

    QByteArray rowOf(const CaseStudy &study) const
    {
        QStringList cells{study.id, study.path, study.title};
        for (const QString &path : m_paths)
            cells.append(cell(study, path));
        for (const FieldTexts &texts : m_computed)
            cells.append(texts.of(study).join(u"; "_s));
        if (hasSnapshots())
            cells.append(snapshotsOf(study));
        QStringList problems;
        for (const Problem &problem : m_content.corpus.problemsOf(study))
            problems.append(oneLine(problem.message));
        return row(cells << problems.join(u'\n'));
    }

private:
    bool hasSnapshots() const
    {
        const SourceFactsPtr &facts = m_content.corpus.sourceFacts();
        return facts && !facts->snapshots.isEmpty();
    }

    /// "2026-11-20 https://…", a line for each source that has one.
    QString snapshotsOf(const CaseStudy &study) const
    {
        QStringList lines;
        for (const QList<Source> sources = sourcesOf(study, m_schema); const Source &source : sources) {
            const QDateTime checked = m_content.corpus.sourceFacts()->snapshotOf(source.url);
            if (checked.isValid())
                lines.append(checked.toUTC().date().toString(Qt::ISODate) + u' ' + source.url.trimmed());
        }
        return lines.join(u'\n');
    }

    static QByteArray row(const QStringList &cells)
    {
        QByteArray line;
        for (const QString &text : cells) {
            if (!line.isEmpty())
                line += ',';
            line += csvCell(text);
        }
        return line + "\r\n";
    }

    void addColumns()
    {
        const QString title = m_schema.fieldOf(role::title);
        QSet<QString> known;
        for (const Field &field : m_schema.computed) // which the files' own go before
            known.insert(field.id);
        if (!title.isEmpty())
            known.insert(title);
        const auto add = [&](const QString &path) {
            if (!known.contains(path)) {
                known.insert(path);
                m_paths.append(path);
            }
        };
        QSet<QString> records;
        for (const Field &field : m_schema.fields) {
            for (const Field &part : field.fields)
                add(field.id + u'.' + part.id);
            if (field.isRecord())
                records.insert(field.id);
            else
                add(field.id);
        }
        for (const int row : m_content.selection.order)
            addKeys(m_content.corpus.at(row)->fields, records, add);
    }

    /// What the schema does not know.
    template<typename Add>
    static void addKeys(const Value &fields, const QSet<QString> &records, const Add &add)
    {
        for (const auto &[key, value] : fields.entries()) {
            const bool ofMaps = value.isList() && !value.items().empty() && value.items().front().isMap();
            for (const auto &[part, inner] : value.entries())
                add(key + u'.' + part);
            for (const Value &item : value.items()) {
                for (const auto &[part, inner] : item.entries())
                    add(key + u'.' + part);
            }
            if (!value.isMap() && !ofMaps && !records.contains(key))
                add(key);
        }
    }

    static QString flat(const Value &value)
    {
        if (value.isScalar())
            return value.toText();
        QStringList parts;
        for (const Value &item : value.items())
            parts.append(oneLine(flat(item)));
        for (const auto &[key, item] : value.entries())
            parts.append(key + u": "_s + oneLine(flat(item)));
        return parts.join(u"; "_s);
    }

    static QString cell(const CaseStudy &study, const QString &path)
    {
        if (const Value *whole = study.fields.find(path))
            return flat(*whole);
        const Value &owner = study.fields[path.section(u'.', 0, 0)];
        const QString part = path.section(u'.', 1);
        if (part.isEmpty())
            return {};
        if (owner.isMap())
            return flat(owner[part]);
        QStringList lines;
        for (const Value &record : owner.items())
            lines.append(oneLine(flat(record[part])));
        const bool empty = std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.isEmpty(); });
        return empty ? QString() : lines.join(u'\n');
    }

    const ExportContent &m_content;
    const Schema &m_schema;
    QStringList m_paths;
    std::vector<FieldTexts> m_computed;
};

} // namespace

QByteArray csvCell(const QString &text)
{
    QString safe = startsFormula(text) || looksGuarded(text) ? QString(u'\'' + text) : text;
    const bool quote =
        std::any_of(safe.begin(), safe.end(), [](QChar c) { return QStringView(u",;\t\"\r\n").contains(c); })
        || safe.startsWith(u' ') || safe.endsWith(u' ');
    if (!quote)
        return safe.toUtf8();
    return '"' + safe.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

bool writeCsv(const ExportContent &content, const ExportSink &sink)
{
    const CsvTable table(content);
    if (!sink(table.heading()))
        return false;
    return std::all_of(content.selection.order.begin(), content.selection.order.end(),
                       [&](int row) { return sink(table.rowOf(*content.corpus.at(row))); });
}

} // namespace casebook
