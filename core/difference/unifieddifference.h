#pragma once

#include <QByteArray>
#include <QString>

namespace casebook {

/// What happens to one file. Paths are below the corpus's folder, with slashes.
struct FileChange {
    QString oldPath; ///< empty: the file is new
    QString newPath; ///< empty: the file goes; another than oldPath: it is renamed
    QByteArray oldBytes;
    QByteArray newBytes;

    bool operator==(const FileChange &) const = default;
};

/// Whether nothing happens: neither another name nor other bytes.
bool isUnchanged(const FileChange &change);

/// The change as `diff -u` writes it, three lines of context around each place; nothing where isUnchanged().
///
/// Names begin with `a/` and `b/`, so that `git apply`, or `patch -p1`, in the corpus's folder makes the change; a file
/// that is not there is /dev/null. The lines are the files' own bytes: a carriage return stays before its line feed,
/// and what is no UTF-8 stays what it is. A rename, and an empty file that comes or goes, are said in git's words,
/// which `patch` knows too. Any thread.
QByteArray unifiedDifference(const FileChange &change);

} // namespace casebook
