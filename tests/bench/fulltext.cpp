#include "tests/bench/measure.h"
#include "tests/bench/rivals.h"

#include <sqlite3.h>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr char tables[] =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
    "CREATE VIRTUAL TABLE cases USING fts5(id UNINDEXED, title, words, languages, decision, year, stage,"
    " tokenize=\"unicode61 remove_diacritics 2\", prefix='1 2 3');";

/// What one case is made of, in the order of the columns.
QList<QByteArray> columnsOf(const CaseStudy &study, const Schema &schema)
{
    QList<QByteArray> columns{study.id.toUtf8(), study.title.toUtf8(), study.searchText};
    for (const QStringView name : {role::from, role::group, role::year, role::stage})
        columns.append(roleText(study, schema, name).toUtf8());
    return columns;
}

} // namespace

bool FullText::isBuiltIn()
{
    return true;
}

FullText::FullText() = default;

FullText::~FullText()
{
    sqlite3_close(m_database);
}

Result<void> FullText::execute(const char *sql) const
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return Error{QString::fromUtf8(sqlite3_errmsg(m_database))};
    return {};
}

Result<void> FullText::fill(const Corpus &corpus) const
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(m_database, "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)", -1, &statement, nullptr);
    bool done = statement != nullptr;
    for (const CaseStudyPtr &study : corpus.cases()) {
        const QList<QByteArray> columns = columnsOf(*study, corpus.schema());
        for (int i = 0; i < columns.size(); ++i)
            sqlite3_bind_text(statement, i + 1, columns.at(i).constData(), static_cast<int>(columns.at(i).size()),
                              SQLITE_STATIC);
        done = done && sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    if (!done)
        return Error{QString::fromUtf8(sqlite3_errmsg(m_database))};
    return {};
}

Result<void> FullText::build(const QString &path, const Corpus &corpus)
{
    if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
        return Error{QString::fromUtf8(sqlite3_errmsg(m_database))};
    if (const Result<void> made = execute(tables); !made)
        return made;
    if (const Result<void> begun = execute("BEGIN"); !begun)
        return begun;
    if (const Result<void> filled = fill(corpus); !filled)
        return filled;
    return execute("COMMIT; INSERT INTO cases(cases) VALUES('optimize');");
}

RivalAnswer FullText::ask(const QString &match) const
{
    RivalAnswer answer;
    const QByteArray text = match.toUtf8();
    const Stopwatch clock;
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(m_database, "SELECT id FROM cases WHERE cases MATCH ?", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW)
        answer.ids.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    answer.milliseconds = clock.milliseconds();
    answer.ids.sort();
    return answer;
}

} // namespace casebook::bench
