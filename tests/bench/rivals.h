#pragma once

#include "core/base/result.h"
#include "core/corpus/corpus.h"
#include "tests/bench/comparedqueries.h"

#include <QString>
#include <QStringList>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace casebook::bench {

/// The ids that a question finds, sorted, and the milliseconds it took.
struct RivalAnswer {
    QStringList ids;
    double milliseconds = 0;
};

/// ripgrep on the files of a corpus: it keeps nothing between two questions.
class Ripgrep {
public:
    /// Whether the program is there.
    static bool isInstalled();

    explicit Ripgrep(const QString &caseFolder);

    /// One run for each pattern, each over the files that the one before has found.
    RivalAnswer ask(const QStringList &patterns) const;

private:
    QString m_folder;
};

/// SQLite's full text index of a corpus, on disk, with indexes for the beginnings of words.
class FullText {
public:
    /// Whether the library was there when this was built.
    static bool isBuiltIn();

    FullText();
    ~FullText();
    Q_DISABLE_COPY_MOVE(FullText)

    /// Makes the index in a file that does not exist yet. The Error says why it cannot be made.
    Result<void> build(const QString &path, const Corpus &corpus);
    RivalAnswer ask(const QString &match) const;

private:
    Result<void> execute(const char *sql) const;
    Result<void> fill(const Corpus &corpus) const;

    sqlite3 *m_database = nullptr;
};

} // namespace casebook::bench
