#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

QT_BEGIN_NAMESPACE
class QFileDevice;
QT_END_NAMESPACE

namespace casebook {

/// A file that a person asked for: written beside its place under another name, and put there when it is whole.
///
/// Until commit() has succeeded, what was at the place before is still there; without a commit, the destructor removes
/// what has been written. A symbolic link is kept, and the file it leads to is replaced; so are mode and owner.
class OutputFile {
public:
    explicit OutputFile(const QString &path);
    ~OutputFile();
    Q_DISABLE_COPY_MOVE(OutputFile)

    /// Whether a file may be written at a path: to a regular file or a new one, in a folder that is there. Touches
    /// nothing.
    static Result<void> check(const QString &path);
    /// Makes the temporary file, empty. The Error says why a file cannot be written there.
    Result<void> open();
    /// What to write to, in the same folder as the file it is to become.
    QString temporaryPath() const;
    /// Why what is opened there could not be written.
    Error failure(const QFileDevice &file) const;
    /// Sends the bytes to the disk and puts the file in its place.
    Result<void> commit();

private:
    int flushAndRename();

    QString m_path;         ///< as it was given, for messages
    QByteArray m_target;    ///< links followed
    QByteArray m_temporary; ///< empty: there is none
};

} // namespace casebook
