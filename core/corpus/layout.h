#pragma once

#include "core/base/result.h"
#include "core/corpus/casestudy.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace casebook {

/// Where the parts of a corpus lie on disk.
struct CorpusLayout {
    QString root;                ///< absolute, symbolic links resolved
    bool hasDescription = false; ///< a corpus.yaml stands in it
    QString caseFolder;          ///< below root, with a '/' at its end: "cases/", or "" where the root holds the cases

    QString descriptionPath() const { return absolute(QStringLiteral("corpus.yaml")); }
    /// The text that new cases begin with, where there is such a file. It is no case, even where the root holds the
    /// cases; a file of that name in another folder is.
    static QString templatePath() { return QStringLiteral("template.md"); }
    /// The absolute path of one that is relative to root.
    QString absolute(const QString &path) const;
    /// The id of a case file's path, and back. Both relative to root and '/' between parts.
    QString idOf(const QString &path) const;
    QString pathOf(const QString &id) const;
};

/// Looks at a folder. The Error says what is wrong with it (not there, not a folder, not readable).
Result<CorpusLayout> findLayout(const QString &folder);

/// Whether an id is fit to be a file's name that every system and git can keep: parts of letters, digits, '-', '_' and
/// '.', not starting with a dot, with '/' between them.
bool isValidId(QStringView id);

/// What a walk through a corpus finds.
struct FoundFile {
    QString path;        ///< relative to the corpus's root
    bool linked = false; ///< a symbolic link
};

/// Whether a symbolic link at `path` (relative) leads to a place inside the corpus. False where it leads nowhere.
bool leadsInside(const CorpusLayout &layout, const QString &path);

/// Walks through all case files, in no particular order, until `found` answers false. Hidden files and folders are
/// passed over, so is the template, and so are folders behind symbolic links: those that stay inside the corpus are found by their own
/// name. Links to folders outside it, and folders that may not be read, are handed to `refused` (relative paths). Any
/// thread.
void walkCases(const CorpusLayout &layout, const std::function<bool(const FoundFile &)> &found,
               const std::function<void(const QString &)> &refused);

/// All folders that may hold cases, absolute, the root first: what a watcher watches. At most `most` of them.
QStringList caseFolders(const CorpusLayout &layout, int most);

} // namespace casebook
