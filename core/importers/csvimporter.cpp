#include "core/evidence/evidencefields.h"
#include "core/importers/columntarget.h"
#include "core/importers/csvtable.h"
#include "core/importers/formats.h"
#include "core/importers/sourceaddress.h"
#include "core/importers/tablecase.h"
#include "core/sources/linkfields.h"

#include <QCoreApplication>
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

bool isWords(const QString &cell)
{
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !cell.isEmpty() && !isNumber && !isSourceAddress(cell) && !cell.contains(u'\n');
}

/// The table that a text is, what its columns become, and its rows as cases.
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
        QList<TableCell> cells;
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            cells.append({m_headers.value(i), targetOf(i), withoutGuard(row.cells.at(i))});
        ImportedCase one = caseOfCells(cells, m_isOurs);
        one.line = row.line;
        one.id = m_isOurs ? withoutGuard(row.cells.value(0)) : QString();
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
