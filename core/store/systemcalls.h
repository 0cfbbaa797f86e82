#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <sys/types.h>

namespace casebook {

/// The calls that a write to the disk is made of, so that a test can make each of them fail.
///
/// Paths are in the file system's encoding. Every function answers 0 where it is done, or else the value that errno
/// had. None throws; any thread.
class SystemCalls {
public:
    virtual ~SystemCalls() = default;

    /// Makes a file that must not exist yet, open for writing; its descriptor is put into `descriptor`.
    virtual int createNew(const QByteArray &path, mode_t mode, int &descriptor);
    /// Writes all of `bytes`.
    virtual int write(int descriptor, const QByteArray &bytes);
    /// Gives the file the owner (where we may) and then the mode.
    virtual int setOwnerAndMode(int descriptor, uid_t owner, gid_t group, mode_t mode);
    /// Gives the file the extended attributes and the access list of the one at `from`: copyExtendedAttributes().
    virtual int copyAttributes(const QByteArray &from, int descriptor);
    /// Sends the file's bytes to the disk.
    virtual int flush(int descriptor);
    virtual int close(int descriptor);
    /// Renames, replacing what is at `to`.
    virtual int rename(const QByteArray &from, const QByteArray &to);
    /// Renames; EEXIST where something is at `to` already.
    virtual int renameNew(const QByteArray &from, const QByteArray &to);
    virtual int makeFolder(const QByteArray &path, mode_t mode);
    virtual int removeFile(const QByteArray &path);
    virtual int removeFolder(const QByteArray &path);
    /// Sends a folder's entries to the disk; 0 on a file system that has no such thing.
    virtual int flushFolder(const QByteArray &path);

    /// The calls of the system itself.
    static SystemCalls &real();
};

} // namespace casebook
